import { useMemo, useState } from 'react';
import { useWords } from '../../strings/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import type { CellProblem, ReadTable, Replaced } from './mapping.ts';
import styles from './Paste.module.css';
import type { ProblemGroup } from './paste-problems.ts';
import { groupedProblems } from './paste-problems.ts';
import { patientsWords } from './strings.ts';

/** Problems said in full before the rest is counted. */
const SAID = 8;
/** Rows named for one problem. */
const ROWS = 3;

/** A word of a field's cells that is to be read as one of its values. */
interface Replacement {
  readonly field: string;
  readonly text: string;
  readonly value: string;
}

/** Replacements with some more of them. */
export function replacedWith(before: Replaced, more: readonly Replacement[]): Replaced {
  const all = new Map(Object.entries(before).map(([field, words]) => [field, { ...words }]));
  for (const { field, text, value } of more) all.set(field, { ...all.get(field), [text]: value });
  return Object.fromEntries(all);
}

/** What was read of a table, and what was not: one line for each thing that is wrong, settled for its whole column at once. */
export function PasteOutcome({
  read,
  onReplace,
}: {
  readonly read: ReadTable;
  readonly onReplace: (more: readonly Replacement[]) => void;
}) {
  const say = useWords(patientsWords);
  const { patients, problems, leftOut } = read;
  const groups = useMemo(() => groupedProblems(problems), [problems]);
  const [all, setAll] = useState(false);
  const suggested = groups.flatMap(({ field, text, suggestion }) => (suggestion === undefined ? [] : [{ field, text, value: suggestion }]));
  const shown = all ? groups : groups.slice(0, SAID);
  return (
    <div className={styles.outcome}>
      <p className={leftOut > 0 ? styles.verm : styles.jade} role="status">
        <Icon name={leftOut > 0 ? 'differs' : 'holds'} />
        {leftOut > 0 ? say('readOf', { count: patients.length, left: leftOut }) : say('readAll', { count: patients.length })}
        <span className={styles.grow} />
        {suggested.length > 1 ? (
          <Button small onClick={() => onReplace(suggested)}>
            {say('replaceAll', { count: suggested.length })}
          </Button>
        ) : null}
      </p>
      <ul>
        {shown.map((group) => (
          <li key={`${group.field} ${group.why} ${group.text}`}>
            <span>
              {say('problemAt', {
                row: rowsNamed(group, say),
                field: group.field,
                text: group.text,
                why: group.values ? say('whyValueHere') : whyOf(group.why, say),
              })}
            </span>
            {group.values ? (
              <Instead group={group} onReplace={(value) => onReplace([{ field: group.field, text: group.text, value }])} />
            ) : null}
          </li>
        ))}
      </ul>
      {groups.length > shown.length ? (
        <Button small kind="quiet" onClick={() => setAll(true)}>
          {say('moreProblems', { count: groups.length - shown.length })}
        </Button>
      ) : null}
    </div>
  );
}

type SayPatients = ReturnType<typeof useWords<(typeof patientsWords)['book']>>;

/** "2、5、9" or "2、5、9 等 1,333 行": as a spreadsheet counts, with the header as the first row. */
const rowsNamed = ({ rows }: ProblemGroup, say: SayPatients): string => {
  const named = rows
    .slice(0, ROWS)
    .map((row) => String(row + 2))
    .join(say('listed'));
  return rows.length > ROWS ? say('rowsAndMore', { rows: named, count: rows.length }) : named;
};

/** The value to put in place of a word: the nearest one is chosen already, one press puts it into every row. */
function Instead({ group, onReplace }: { readonly group: ProblemGroup; readonly onReplace: (value: string) => void }) {
  const say = useWords(patientsWords);
  const { field, text, rows, values = [], suggestion = '' } = group;
  const [value, setValue] = useState(suggestion);
  return (
    <span className={styles.instead}>
      <select aria-label={say('insteadOf', { field, text })} value={value} onChange={(event) => setValue(event.target.value)}>
        <option value="">{say('chooseValue')}</option>
        {values.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </select>
      <Button small disabled={value === ''} onClick={() => onReplace(value)}>
        {say('replaceIn', { count: rows.length })}
      </Button>
    </span>
  );
}

function whyOf(why: CellProblem['why'], say: SayPatients): string {
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
      return say('whyValueHere');
  }
}
