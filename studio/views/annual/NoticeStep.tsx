import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { openNotices } from '../../commands/open-notices.ts';
import { NOTICE_ENDINGS } from '../../importers/notice.ts';
import { pickFiles } from '../../importers/pick-files.ts';
import { publishedOf } from '../../loop/annual-draft.ts';
import { folderNow } from '../../loop/notices.ts';
import type { AnnualDraft } from '../../store/annual.ts';
import { annual, withDraft } from '../../store/annual.ts';
import { annualFound } from '../../store/annual-found.ts';
import { layout } from '../../store/layout.ts';
import { notices } from '../../store/notices.ts';
import { workspace } from '../../store/workspace.ts';
import { useWords } from '../../strings/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { Live } from '../../ui/Live.tsx';
import type { AnnualReading } from '../../worker/protocol.ts';
import styles from './Annual.module.css';
import { changeDay } from './decide.ts';
import { PublishedBy } from './PublishedBy.tsx';
import { rowsOf } from './select.ts';
import { annualWords } from './strings.ts';

/** The notice: one of the area's, a file, or pasted text; with what was found in it and from when it holds. */
export function NoticeStep({ draft }: { readonly draft: AnnualDraft }) {
  const say = useWords(annualWords);
  const files = useStore(workspace, (state) => state.files);
  const { annual: found, reading } = useStore(annualFound);
  const folder = folderNow();
  const documents = Object.values(files).filter(({ path }) => path.startsWith(`${folder}/`) && path.endsWith('.txt'));
  const choose = (document: string) => annual.setState((state) => withDraft(state, draft.policy, { document }));
  // What is pasted or dropped while this step is on the page is the notice that is meant.
  const { outcomes } = useStore(notices);
  const before = useRef(outcomes);
  const { policy } = draft;
  useEffect(() => {
    const brought = outcomes === before.current ? undefined : outcomes.findLast(({ ok }) => ok);
    before.current = outcomes;
    if (brought?.ok) annual.setState((state) => withDraft(state, policy, { document: brought.path }));
  }, [outcomes, policy]);
  const open = async (): Promise<void> => {
    const picked = await pickFiles(NOTICE_ENDINGS);
    if (picked.length === 0) return;
    const first = (await openNotices(picked)).find((outcome) => outcome.ok);
    if (first?.ok) choose(first.path);
  };
  return (
    <div className={styles.page} data-pane="notice" tabIndex={-1}>
      <div className={styles.sheet}>
        <h2>{say('noticeTitle')}</h2>
        <p className={styles.lead}>{say('noticeWhy')}</p>
        <div className={styles.row}>
          <Button icon="import" onClick={() => void open()}>
            {say('openFile')}
          </Button>
          <Button icon="copy" onClick={() => layout.setState({ overlay: 'paste' })}>
            {say('paste')}
          </Button>
        </div>
        {documents.length === 0 ? (
          <p className={styles.lead}>{say('noNotices')}</p>
        ) : (
          <fieldset className={styles.choices}>
            <legend className="unseen">{say('inWorkspace')}</legend>
            {documents.map(({ path, text }) => (
              <label key={path} className={styles.choice}>
                <input type="radio" name="notice" checked={draft.document === path} onChange={() => choose(path)} />
                <b>{path.slice(path.lastIndexOf('/') + 1)}</b>
                <span>{say('letters', { count: text.replace(/\s/gu, '').length.toLocaleString('en-US') })}</span>
              </label>
            ))}
          </fieldset>
        )}
        {found && draft.document === found.document ? <Found draft={draft} annual={found} /> : null}
        <Live text={reading ? say('readingNotice') : found ? say('foundNumbers', { count: found.reading.numbers.length }) : ''} />
      </div>
    </div>
  );
}

/** What was found: how many numbers, where they go, and the day. */
function Found({ draft, annual: found }: { readonly draft: AnnualDraft; readonly annual: AnnualReading }) {
  const say = useWords(annualWords);
  const { count, others } = rowsOf(found, draft, undefined);
  const of = (...kinds: readonly string[]): number => others.filter(({ to }) => kinds.includes(to.kind)).length;
  const tally = [
    { count: found.reading.numbers.length, words: say('numbersIn') },
    { count: count.all, words: say('mine') },
    { count: of('same', 'claim'), words: say('asBefore') },
    { count: of('elsewhere'), words: say('elsewhere') },
    { count: of('notARule'), words: say('notRules') },
  ];
  const stated = found.reading.effective;
  const under = found.reading.published;
  const printed = stated && found.reading.numbers[stated.number];
  return (
    <>
      <div className={styles.tally}>
        {tally.map((one) => (
          <div key={one.words}>
            <b>{one.count}</b>
            <span>{one.words}</span>
          </div>
        ))}
      </div>
      <div className={styles.days}>
        <DateField
          label={say('effective')}
          note={draft.effective !== undefined ? say('effectiveTyped') : stated ? say('effectiveRead') : undefined}
          value={draft.effective ?? stated?.day}
          onChange={(day) => changeDay(draft, 'effective', day === stated?.day ? undefined : day)}
        />
        {stated && printed ? (
          <p className={styles.quote}>
            “{found.text.slice(stated.start, printed.start)}
            <mark>{printed.text}</mark>
            {found.text.slice(printed.end, stated.end)}”
          </p>
        ) : (
          <p className={styles.why}>{say('effectiveNone')}</p>
        )}
        <DateField
          label={say('published')}
          value={draft.published ?? under?.day}
          onChange={(day) => changeDay(draft, 'published', day === under?.day ? undefined : day)}
        />
        {draft.published === undefined && under ? (
          <p className={styles.quote}>“{found.text.slice(under.start, under.end)}”</p>
        ) : (
          <p className={styles.why}>{draft.published === undefined ? say('publishedNone') : ''}</p>
        )}
        {publishedOf(found, draft) === undefined ? <PublishedBy annual={found} draft={draft} /> : null}
      </div>
    </>
  );
}
