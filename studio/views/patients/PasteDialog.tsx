import { useMemo, useState } from 'react';
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
import type { CellProblem, ColumnUse } from './mapping.ts';
import { readRows, usesOf } from './mapping.ts';
import styles from './Paste.module.css';
import { Columns, Fixed } from './PasteColumns.tsx';
import { patientsWords } from './strings.ts';

interface PasteDialogProps {
  /** What was pasted; undefined while the dialog is shut. */
  readonly text: string | undefined;
  /** The set that the cases go into. */
  readonly path: string | undefined;
  readonly onClose: () => void;
}

/** Problems said in full before the rest is counted. */
const SAID = 8;

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
  const plan = { uses, fixed };
  const read = summary && rows.length > 0 ? readRows(rows, plan, summary) : undefined;

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
        {typed ? null : (
          <textarea
            className={styles.area}
            aria-label={say('pasteArea')}
            value={text}
            rows={cells.length > 1 ? 3 : 7}
            spellCheck={false}
            onChange={(event) => setText(event.target.value)}
          />
        )}
        <div className={styles.row}>
          <label className={styles.policy}>
            <span>{say('pastePolicy')}</span>
            <select
              value={summary?.name ?? ''}
              onChange={(event) => {
                setName(event.target.value);
                setByHand({});
                setFixed({});
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
        {summary && header.length > 0 && rows.length > 0 ? (
          <>
            <Columns
              header={header}
              uses={uses}
              summary={summary}
              labels={labels}
              onUse={(at, use) => setByHand({ ...byHand, [at]: use })}
            />
            <p className={styles.hint}>{say('sameVisits', { person: summary.person })}</p>
            <Fixed summary={summary} uses={uses} fixed={fixed} onFixed={setFixed} />
            {read ? <Outcome read={read} /> : null}
          </>
        ) : null}
      </div>
    </Dialog>
  );
}

const NONE: readonly PolicySummary[] = [];
function Outcome({ read }: { readonly read: NonNullable<ReturnType<typeof readRows>> }) {
  const say = useWords(patientsWords);
  const { patients, problems, leftOut } = read;
  return (
    <div className={styles.outcome} role="status">
      <p className={leftOut > 0 ? styles.verm : styles.jade}>
        <Icon name={leftOut > 0 ? 'differs' : 'holds'} />
        {leftOut > 0 ? say('readOf', { count: patients.length, left: leftOut }) : say('readAll', { count: patients.length })}
      </p>
      <ul>
        {problems.slice(0, SAID).map((problem) => (
          <li key={`${problem.row} ${problem.column}`}>
            {say('problemAt', { row: problem.row + 2, field: problem.field, text: problem.text, why: whyOf(problem, say) })}
          </li>
        ))}
      </ul>
    </div>
  );
}

function whyOf({ why, values = [] }: CellProblem, say: ReturnType<typeof useWords<(typeof patientsWords)['book']>>): string {
  switch (why) {
    case 'money':
      return say('whyMoney');
    case 'tooFine':
      return say('whyTooFine');
    case 'negative':
      return say('whyNegative');
    case 'day':
      return say('whyDay');
    case 'count':
      return say('whyCount');
    case 'truth':
      return say('whyTruth');
    case 'value':
      return say('whyValue', { values: values.join('、') });
  }
}
