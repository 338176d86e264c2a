import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { changeSet, setIn } from '../../loop/patient-sets.ts';
import { analysis } from '../../store/analysis.ts';
import { layout } from '../../store/layout.ts';
import { folderOfSet } from '../../store/patient-sets.ts';
import { review } from '../../store/review.ts';
import { reviewOf } from '../../store/review-outcome.ts';
import { workspace } from '../../store/workspace.ts';
import { useLanguage, useWords } from '../../strings/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Live } from '../../ui/Live.tsx';
import { Empty } from '../../ui/Notice.tsx';
import { Panels } from '../../ui/Panels.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { CasePanel } from './CasePanel.tsx';
import { causeWords } from './cause-words.ts';
import { Decision } from './Decision.tsx';
import type { Choice } from './deciding.ts';
import { decided, decidedTogether } from './deciding.ts';
import { useImport } from './Importing.tsx';
import { PasteDialog } from './PasteDialog.tsx';
import styles from './Patients.module.css';
import { ReviewGrid } from './ReviewGrid.tsx';
import { linesOf } from './select.ts';
import { patientsWords } from './strings.ts';
import { Toolbar } from './Toolbar.tsx';
import type { Table } from './use-review.ts';
import { useSets, useTable } from './use-review.ts';

/** Forty patients at once: which are wrong, and is it one cause? */
export default function Patients() {
  const say = useWords(patientsWords);
  const { paths, path, ready } = useSets();
  const table = useTable();
  const [pasted, setPasted] = useState<string | undefined>(undefined);
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      const target = event.target instanceof HTMLElement ? event.target : undefined;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      // Cells of the grid hold an input that takes the keys; it edits nothing here.
      const typing = target?.closest('input, textarea') && target.dataset.cellInput === undefined;
      // In an open dialog the paste belongs to it.
      if (typing || target?.closest('[role=dialog]')) return;
      event.preventDefault();
      setPasted(text.trim() === '' ? ' ' : text);
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, []);
  const paste = <PasteDialog key={pasted === undefined ? 'shut' : 'open'} text={pasted} path={path} onClose={() => setPasted(undefined)} />;
  if (!ready) return null;
  if (!table)
    return (
      <>
        <Nothing path={path} onPaste={() => setPasted('')} />
        {paste}
      </>
    );
  return (
    <>
      <Reviewing table={table} paths={paths} onPaste={() => setPasted('')} />
      {paste}
      <Live text={sumUp(table, say)} />
    </>
  );
}

type SayPatients = ReturnType<typeof useWords<(typeof patientsWords)['book']>>;

const sumUp = (table: Table, say: SayPatients): string => {
  const { passed, differing, open } = reviewOf(table.set, table.state.results, undefined);
  return table.state.progress === undefined ? say('live', { passed, differing, open }) : '';
};

/** No set, or one that cannot be read: what to do about it, here. */
function Nothing({ path, onPaste }: { readonly path: string | undefined; readonly onPaste: () => void }) {
  const say = useWords(patientsWords);
  const language = useLanguage();
  const file = useStore(workspace, (now) => (path === undefined ? undefined : now.files[path]));
  const policy = useStore(workspace, (now) => now.policy);
  const folder = useStore(analysis, (now) => now.analysis?.declared.find(({ name }) => name === policy)?.folder ?? '');
  const read = setIn(file);
  const problems = read && !read.ok ? read.problems : [];
  const importing = useImport(path === undefined ? folder : folderOfSet(path));
  return (
    <div className={styles.empty}>
      {importing.dialog}
      <Empty
        title={problems.length > 0 && path !== undefined ? say('unreadTitle', { path }) : say('noSetTitle')}
        actions={
          <>
            <Button kind="primary" onClick={onPaste}>
              {say('pasteTable')}
            </Button>
            <Button onClick={importing.begin}>{say('importSet')}</Button>
          </>
        }
      >
        {problems.length > 0 ? (
          <span className={styles.problems}>{problems.map((problem) => problem[language]).join('；')}</span>
        ) : (
          say('noSetText')
        )}
      </Empty>
    </div>
  );
}

/** On a narrower page the compared values stand beside the facts only if the panel leaves them the room. */
const NARROW = 1400;

const CHOICE: Readonly<Record<string, Choice>> = { 1: 'expectation', 2: 'rules', 3: 'notice' };

function Reviewing({ table, paths, onPaste }: { readonly table: Table; readonly paths: readonly string[]; readonly onPaste: () => void }) {
  const say = useWords(patientsWords);
  const sizes = useStore(layout, (now) => now.sizes.patients);
  const { chosen, group, shown, set, path } = table;
  const [choice, setChoice] = useState<Choice>('expectation');
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const reason = typed ?? (group?.cause ? causeWords(group.cause, say).title : '');
  const choose = (id: string | undefined): void => review.setState({ patientId: id });
  const inOrder = linesOf(shown).flatMap((line) => (line.kind === 'case' ? [line.case.patient.id] : []));
  const first = inOrder[0];
  // Whoever comes in looks at the first case that has to be seen to.
  useEffect(() => {
    if (chosen === undefined && first !== undefined && table.state.resultsOf !== undefined) review.setState({ patientId: first });
  }, [chosen, first, table.state.resultsOf]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a reason is of the case it was typed for
  useEffect(() => {
    setTyped(undefined);
    setChoice('expectation');
  }, [group?.key]);
  const step = (by: 1 | -1): void => {
    const at = chosen ? inOrder.indexOf(chosen.patient.id) : -1;
    const next = inOrder[Math.max(0, Math.min(inOrder.length - 1, at + by))];
    if (next !== undefined) choose(next);
  };
  const differs = group !== undefined && ['differs', 'returned', 'notice'].includes(group.outcome);
  const apply = (): void => {
    if (!chosen || !group || !differs) return;
    const cases = decidedTogether(chosen, group);
    const what = say(choice === 'expectation' ? 'undoneWhat' : 'undoneDecision', { count: cases.length });
    changeSet(path, what, (own) => decided(own, cases, choice, reason));
    const left = inOrder.filter((id) => !cases.some(({ patient }) => patient.id === id));
    choose(left[0]);
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.isComposing || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp'))
        return;
      event.preventDefault();
      step(event.key === 'ArrowDown' ? 1 : -1);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
  const onKey = (key: string): boolean => {
    if (!differs) return false;
    const picked = CHOICE[key];
    if (picked) setChoice(picked);
    else if (key === 'Enter') apply();
    else return false;
    return true;
  };
  const decision: ReactNode =
    chosen && group && differs ? (
      <Decision one={chosen} group={group} choice={choice} onChoice={setChoice} reason={reason} onReason={setTyped} onApply={apply} />
    ) : null;
  return (
    <section className={styles.page} aria-label={say('title')}>
      <Toolbar table={table} paths={paths} onPaste={onPaste} />
      <div className={styles.work}>
        <Panels
          id="patients"
          {...(sizes ? { sizes } : {})}
          onSizes={(next) => layout.setState((state) => ({ sizes: { ...state.sizes, patients: next } }))}
          tabsBelow={1000}
          tabsLabel={say('question')}
          panes={[
            {
              id: 'list',
              name: say('title'),
              min: 520,
              content: (
                <section className={styles.list} data-pane="list" aria-label={say('question')} tabIndex={-1}>
                  {set.patients.length === 0 ? (
                    <div className={styles.empty}>
                      <Empty
                        title={say('emptySetTitle')}
                        actions={
                          <Button kind="primary" onClick={onPaste}>
                            {say('pasteTable')}
                          </Button>
                        }
                      >
                        {say('noSetText')}
                      </Empty>
                    </div>
                  ) : shown.length === 0 ? (
                    <div className={styles.empty}>
                      <Empty title={say('noneHere')}>{say('noneHereText')}</Empty>
                    </div>
                  ) : (
                    <ReviewGrid table={table} onChoose={choose} onKey={onKey} />
                  )}
                </section>
              ),
            },
            {
              id: 'case',
              name: say('panel'),
              size: window.innerWidth < NARROW ? 352 : 432,
              min: 340,
              content: <CasePanel table={table} onStep={step} decision={decision} />,
            },
          ]}
        />
      </div>
      <Foot table={table} />
    </section>
  );
}

/** What stands between this set and the sign-off. */
function Foot({ table }: { readonly table: Table }) {
  const say = useWords(patientsWords);
  const { differing, openWithoutLine, unsettled, digest } = reviewOf(table.set, table.state.results, table.state.digest);
  const ready = differing === 0 && openWithoutLine === 0 && unsettled === 0;
  return (
    <footer className={styles.foot}>
      <Icon name="shield" />
      <b>{say('toSignOff')}</b>
      {differing > 0 ? <Tag tone="verm">{say('stillDiffering', { count: differing })}</Tag> : null}
      {openWithoutLine > 0 ? <Tag tone="ochre">{say('stillLines', { count: openWithoutLine })}</Tag> : null}
      {unsettled > 0 ? <Tag>{say('stillUnsettled', { count: unsettled })}</Tag> : null}
      {ready ? <Tag tone="jade">{say('readyToSign')}</Tag> : null}
      <span className={styles.grow} />
      {digest === undefined ? null : <span className={styles.digest}>{say('digest', { digest: shortDigest(digest) })}</span>}
    </footer>
  );
}

/** Three groups to recognise it by. */
const shortDigest = (digest: string): string =>
  digest
    .replace('sha256:', '')
    .slice(0, 12)
    .replace(/(.{4})(?=.)/g, '$1·');
