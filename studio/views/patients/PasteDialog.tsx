import { useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { cellsOf } from '../../importers/delimited.ts';
import { pickFiles } from '../../importers/pick-files.ts';
import { addSet, changeSet, setIn } from '../../loop/patient-sets.ts';
import { reviewSet } from '../../loop/reviewing.ts';
import { analysis } from '../../store/analysis.ts';
import { folderOfSet, patientsJoined } from '../../store/patient-sets.ts';
import { review } from '../../store/review.ts';
import { workspace } from '../../store/workspace.ts';
import { useWords } from '../../strings/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Floating.tsx';
import { Icon } from '../../ui/Icon.tsx';
import type { PolicySummary } from '../../worker/protocol.ts';
import { tableOf } from './files.ts';
import type { ColumnUse, Replaced } from './mapping.ts';
import { readRows, usesOf } from './mapping.ts';
import styles from './Paste.module.css';
import { Columns, Fixed } from './PasteColumns.tsx';
import { PasteOutcome, replacedWith } from './PasteOutcome.tsx';
import type { Unreadable } from './paste-problems.ts';
import { MOST_ROWS, unreadable } from './paste-problems.ts';
import { patientsWords } from './strings.ts';

interface PasteDialogProps {
  /** What was pasted; undefined while the dialog is shut. */
  readonly text: string | undefined;
  /** The set that the cases go into. */
  readonly path: string | undefined;
  readonly onClose: () => void;
}

/** Text longer than this is shown by its first lines: a field with thousands of lines in it is slow, and nobody reads them there. */
const LONG = 20_000;
const FIRST_LINES = 3;

/** A table from a spreadsheet becomes patients: columns are named, unknown ones offered, cells that cannot be read are said one by one. */
export function PasteDialog({ text: given, path, onClose }: PasteDialogProps) {
  const say = useWords(patientsWords);
  const policies = useStore(analysis, (now) => now.analysis?.policies ?? NONE);
  const chosenPolicy = useStore(workspace, (now) => now.policy);
  const files = useStore(workspace, (now) => now.files);
  const [typed, setTyped] = useState<readonly (readonly string[])[] | undefined>(undefined);
  const [text, setText] = useState(given ?? '');
  const [name, setName] = useState<string | undefined>(undefined);
  const [byHand, setByHand] = useState<Readonly<Record<number, ColumnUse>>>({});
  const [fixed, setFixed] = useState<Readonly<Record<string, string>>>({});
  const [replaced, setReplaced] = useState<Replaced>({});
  const [apart, setApart] = useState(false);
  const found = path === undefined ? undefined : setIn(files[path]);
  const set = found?.ok ? found.set : undefined;
  const summary = policies.find((one) => one.name === (name ?? chosenPolicy)) ?? policies[0];
  const cells = useMemo(() => typed ?? cellsOf(text), [typed, text]);
  const [header = [], ...rows] = cells;
  const labels = useMemo(
    () => [...new Set(set?.patients.flatMap(({ expected = {} }) => Object.values(expected).flatMap((one) => Object.keys(one))))],
    [set],
  );
  const uses = useMemo(
    () => (summary ? usesOf(header, summary, labels).map((use, at) => byHand[at] ?? use) : []),
    [header, summary, labels, byHand],
  );
  const why = typed || summary ? unreadable(typed ? 'table' : text, cells, uses) : undefined;
  const read = useMemo(
    () => (summary && cells.length > 1 && why === undefined ? readRows(cells.slice(1), { uses, fixed, replaced }, summary) : undefined),
    [cells, uses, fixed, replaced, summary, why],
  );
  const begin = (next: string): void => {
    setText(next);
    setByHand({});
    setReplaced({});
  };

  const putIn = (): void => {
    if (!read || !summary || read.patients.length === 0) return;
    const what = say('undoneImport', { count: read.patients.length });
    if (path !== undefined && set && !apart) changeSet(path, what, (own) => patientsJoined(own, read.patients));
    else
      addSet(
        path === undefined ? summary.folder : folderOfSet(path),
        patientsJoined({ title: say('pastedTitle'), patients: [] }, read.patients),
        what,
      );
    review.setState({ filter: 'all' });
    // Also a set too large to be settled at each change: whoever pastes it waits for the result.
    void reviewSet();
    onClose();
  };
  return (
    <Dialog
      open={given !== undefined}
      title={say('pasteTitle')}
      onClose={onClose}
      width={860}
      foot={
        <div className={styles.foot}>
          {path !== undefined && set ? (
            <label className={styles.apart}>
              <input type="checkbox" checked={apart} onChange={(event) => setApart(event.target.checked)} />
              {say('intoNew')}
            </label>
          ) : null}
          <Button kind="primary" disabled={!read || read.patients.length === 0} onClick={putIn}>
            {say('putIn', { count: read?.patients.length ?? 0 })}
          </Button>
        </div>
      }
    >
      <div className={styles.body}>
        <p className={styles.hint}>{say('pasteHint')}</p>
        {typed ? null : <Area text={text} rows={cells.length} onText={begin} />}
        <div className={styles.row}>
          <label className={styles.policy}>
            <span>{say('pastePolicy')}</span>
            <select
              value={summary?.name ?? ''}
              onChange={(event) => {
                setName(event.target.value);
                setByHand({});
                setFixed({});
                setReplaced({});
              }}
            >
              {policies.map((one) => (
                <option key={one.name}>{one.name}</option>
              ))}
            </select>
          </label>
          <Button
            small
            icon="import"
            onClick={() =>
              void pickFiles('.xlsx,.csv,.tsv,.txt').then(async ([file]) => {
                if (file) setTyped(await tableOf(file));
              })
            }
          >
            {say('importSet')}
          </Button>
        </div>
        {why === undefined ? null : <Nothing why={why} rows={rows.length} />}
        {summary && header.length > 0 && rows.length > 0 && why !== 'oneColumn' ? (
          <>
            {read ? <PasteOutcome read={read} onReplace={(more) => setReplaced(replacedWith(replaced, more))} /> : null}
            <Columns
              header={header}
              uses={uses}
              summary={summary}
              labels={labels}
              onUse={(at, use) => setByHand({ ...byHand, [at]: use })}
            />
            <p className={styles.hint}>{say('sameVisits', { person: summary.person })}</p>
            <Fixed summary={summary} uses={uses} fixed={fixed} onFixed={setFixed} />
          </>
        ) : null}
      </div>
    </Dialog>
  );
}

const NONE: readonly PolicySummary[] = [];

/** The pasted text to be seen and written; a long one by its first lines, with a way to begin again. */
function Area({ text, rows, onText }: { readonly text: string; readonly rows: number; readonly onText: (text: string) => void }) {
  const say = useWords(patientsWords);
  const field = useRef<HTMLTextAreaElement>(null);
  const long = text.length > LONG;
  useEffect(() => {
    if (!long) field.current?.focus();
  }, [long]);
  if (long)
    return (
      <div className={styles.long}>
        <pre className={styles.area}>{text.split('\n', FIRST_LINES).join('\n')}</pre>
        <div className={styles.row}>
          <span className={styles.hint}>{say('pastedRows', { count: rows - 1 })}</span>
          <Button small onClick={() => onText('')}>
            {say('pasteAgain')}
          </Button>
        </div>
      </div>
    );
  return (
    <textarea
      ref={field}
      className={styles.area}
      aria-label={say('pasteArea')}
      value={text}
      rows={rows > 1 ? 3 : 7}
      spellCheck={false}
      onChange={(event) => onText(event.target.value)}
      onPaste={(event) => {
        const pasted = event.clipboardData.getData('text/plain');
        if (pasted.length <= LONG) return;
        // A browser takes seconds to lay out thousands of lines that are not going to be shown.
        event.preventDefault();
        const { selectionStart, selectionEnd } = event.currentTarget;
        onText(text.slice(0, selectionStart) + pasted + text.slice(selectionEnd));
      }}
    />
  );
}

/** Why nothing of what was pasted can be read, and what to do about it. */
function Nothing({ why, rows }: { readonly why: Unreadable; readonly rows: number }) {
  const say = useWords(patientsWords);
  return (
    <div className={styles.outcome} role="status">
      <p className={styles.ochre}>
        <Icon name="warning" />
        {say(`unread_${why}`, { most: MOST_ROWS, count: rows })}
      </p>
      <p className={styles.hint}>{say(`unread_${why}Do`)}</p>
    </div>
  );
}
