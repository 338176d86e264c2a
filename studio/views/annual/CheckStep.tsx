import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { AnnualDraft } from '../../store/annual.ts';
import { annualFound } from '../../store/annual-found.ts';
import { layout } from '../../store/layout.ts';
import { useWords } from '../../strings/use-words.ts';
import { Live } from '../../ui/Live.tsx';
import { Panels } from '../../ui/Panels.tsx';
import type { AnnualReading } from '../../worker/protocol.ts';
import { BenefitForm } from './BenefitForm.tsx';
import { ChangeTable } from './ChangeTable.tsx';
import styles from './CheckStep.module.css';
import { lookAt, takeBack } from './decide.ts';
import { Endings } from './Endings.tsx';
import { NoticePane } from './NoticePane.tsx';
import { Questions } from './Questions.tsx';
import { anchorOf, rowsOf } from './select.ts';
import { annualWords } from './strings.ts';
import { WrittenText } from './WrittenText.tsx';

/** The notice beside what it changes: every number with its place. */
export function CheckStep({ draft, annual: found }: { readonly draft: AnnualDraft; readonly annual: AnnualReading }) {
  const say = useWords(annualWords);
  const { written, current } = useStore(annualFound);
  const sizes = useStore(layout, (state) => state.sizes.annual);
  const rows = rowsOf(found, draft, written);
  const first = rows.rows.find(({ state }) => state === 'todo') ?? rows.rows[0];
  const from = first && anchorOf(first);
  useEffect(() => {
    if (annualFound.getState().current === undefined) lookAt(from);
  }, [from]);
  const changes = (
    <section
      className={styles.changes}
      aria-label={say('checkTitle')}
      data-pane="changes"
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        const at = rows.rows.findIndex((row) => anchorOf(row) === current);
        const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
        if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && !(event.target instanceof HTMLSelectElement) && !event.altKey) {
          const next = rows.rows[at + (event.key === 'ArrowDown' ? 1 : -1)];
          if (next) lookAt(anchorOf(next));
          event.preventDefault();
        } else if (event.ctrlKey && event.key === 'z' && !typing) {
          takeBack(draft.policy);
          event.preventDefault();
          event.stopPropagation();
        }
      }}
    >
      <header className={styles.head}>
        <h2>{say('checkTitle')}</h2>
        <p>{say('checkWhy')}</p>
      </header>
      <ChangeTable rows={rows} current={current} annual={found} draft={draft} />
      {rows.benefits.map((row) => (
        <BenefitForm key={row.index} row={row} current={current === anchorOf(row)} annual={found} draft={draft} />
      ))}
      {rows.questions.length > 0 ? <Questions rows={rows.questions} current={current} annual={found} draft={draft} /> : null}
      <Endings annual={found} draft={draft} />
      <WrittenText
        text={written?.text}
        empty={draft.benefits === undefined && rows.ended === 0 && Object.keys(draft.decisions).length === 0}
      />
    </section>
  );
  return (
    <div className={styles.check}>
      <Panels
        id="annual"
        tabsBelow={1000}
        tabsLabel={say('checkTitle')}
        {...(sizes ? { sizes } : {})}
        onSizes={(next) => layout.setState((state) => ({ sizes: { ...state.sizes, annual: next } }))}
        panes={[
          {
            id: 'source',
            name: say('source'),
            size: 400,
            min: 300,
            content: <NoticePane annual={found} rows={rows} current={current} draft={draft} />,
          },
          { id: 'changes', name: say('checkTitle'), min: 560, content: changes },
        ]}
      />
      <Live text={say('progress', rows.count)} />
    </div>
  );
}
