import type { ReactNode } from 'react';
import { useCallback, useMemo } from 'react';
import { moneyText } from '../../strings/money.ts';
import { useWords } from '../../strings/use-words.ts';
import { Grid } from '../../ui/grid/Grid.tsx';
import type { GridCell, GridColumn, GroupRow } from '../../ui/grid/grid-props.ts';
import { Differing, figure, figureText } from './Cells.tsx';
import { causeWords } from './cause-words.ts';
import styles from './Grid.module.css';
import type { Case, Group, Line, ReviewColumn } from './select.ts';
import { factText, isStatus, linesOf, valueIn, visitOf } from './select.ts';
import { patientsWords } from './strings.ts';
import type { Table } from './use-review.ts';

interface ReviewGridProps {
  readonly table: Table;
  readonly onChoose: (id: string) => void;
  /** 1 2 3 choose what to do, ↵ does it; true when it was taken. */
  readonly onKey: (key: string) => boolean;
}

const WIDTH: Readonly<Record<ReviewColumn['kind'], number>> = { number: 48, name: 132, day: 90, fact: 92, money: 94, compared: 112 };

/** The patients of the set as rows: failures first under their cause, each compared value with its tick. */
export function ReviewGrid({ table, onChoose, onKey }: ReviewGridProps) {
  const say = useWords(patientsWords);
  const { columns: of, shown, summaries, state, set } = table;
  const lines = useMemo(() => linesOf(shown), [shown]);
  const columns = useMemo(() => of.map((column) => gridColumn(column, say)), [of, say]);
  const dayFields = useMemo(() => new Map(summaries.map(({ name, versionDay }) => [name, versionDay])), [summaries]);

  const cell = useCallback(
    (row: number, col: number): GridCell => {
      const line = lines[row];
      const column = of[col];
      if (line?.kind !== 'case' || !column) return { text: '' };
      const one = gridCell(line.case, column, dayFields.get(line.case.patient.policy), say);
      return col === 0 && line.case.patient.id === state.patientId ? { ...one, looked: true } : one;
    },
    [lines, of, dayFields, say, state.patientId],
  );
  const render = useCallback(
    (row: number, col: number): ReactNode | undefined => {
      const line = lines[row];
      const column = of[col];
      if (line?.kind !== 'case' || column?.kind !== 'compared') return undefined;
      const value = valueIn(visitOf(line.case).came, column.label);
      if (value === undefined) return undefined;
      return value.verdict === 'differs' ? (
        <Differing actual={value.actual} expected={say('expectedShort', { amount: figureText(value.expected) })} />
      ) : (
        <span className={styles.title}>{figure(value.verdict === 'open' ? stopped(line.case, say) : shortOf(value.actual))}</span>
      );
    },
    [lines, of, say],
  );
  const searching = state.progress !== undefined;
  const groupRow = useCallback((row: number): GroupRow | undefined => headingOf(lines[row], say, searching), [lines, say, searching]);
  const chosenRow = lines.findIndex((line) => line.kind === 'case' && line.case.patient.id === state.patientId);
  return (
    <div className={styles.fill}>
      <Grid
        label={say('grid', { title: set.title })}
        columns={columns}
        rowCount={lines.length}
        cell={cell}
        render={render}
        groupRow={groupRow}
        rowKey={(row) => keyOf(lines[row])}
        rowLabel={(row) => {
          const line = lines[row];
          return line?.kind === 'case' ? say('rowLabel', { number: line.case.number, name: line.case.patient.name }) : '';
        }}
        fixedColumns={2}
        rowHeight={32}
        {...(chosenRow >= 0 ? { selected: { row: chosenRow } } : {})}
        onSelect={({ row }) => {
          const line = lines[row];
          const one = line?.kind === 'case' ? line.case : line?.group.cases[0];
          if (one) onChoose(one.patient.id);
        }}
        onKey={(key) => onKey(key)}
        onOpen={() => void onKey('Enter')}
      />
    </div>
  );
}

type SayPatients = ReturnType<typeof useWords<(typeof patientsWords)['book']>>;

const keyOf = (line: Line | undefined): string =>
  line === undefined ? '' : line.kind === 'case' ? line.case.patient.id : `group ${line.group.key}`;

const gridColumn = (column: ReviewColumn, say: SayPatients): GridColumn => {
  const width = WIDTH[column.kind];
  switch (column.kind) {
    case 'number':
      return { key: 'number', title: say('number'), width, kind: 'number' };
    case 'name':
      return { key: 'name', title: say('name'), width, grow: true };
    case 'day':
      return { key: 'day', title: say('day'), width };
    case 'fact':
      return { key: `fact ${column.field}`, title: column.field, width, filter: true };
    case 'money':
      return { key: `money ${column.field}`, title: column.field, width, kind: 'number' };
    case 'compared':
      return {
        key: `compared ${column.label}`,
        title: column.label.replaceAll('.', ' '),
        width,
        kind: isStatus(column.label) ? 'text' : 'number',
      };
  }
};

/** A status that carries its reason keeps to the first word in a cell; the panel has the rest. */
const shortOf = (text: string): string => text.split(':')[0] ?? text;

function gridCell(one: Case, column: ReviewColumn, dayField: string | undefined, say: SayPatients): GridCell {
  const { visit } = visitOf(one);
  const fields = visit?.fields ?? {};
  switch (column.kind) {
    case 'number':
      return { text: String(one.number), dim: true };
    case 'name': {
      const visits = one.patient.encounters.length;
      return { text: one.patient.name, ...(visits > 1 ? { note: say('visits', { count: visits }) } : {}) };
    }
    case 'day': {
      const day = dayField === undefined ? undefined : fields[dayField];
      return { text: typeof day === 'string' ? day : '' };
    }
    case 'fact':
      return { text: factText(fields[column.field], say('yes'), say('no')) };
    case 'money': {
      const amount = fields[column.field];
      return { text: typeof amount === 'string' && /^\d+\.\d{2}$/.test(amount) ? moneyText(amount) : '' };
    }
    case 'compared':
      return comparedCell(one, column.label, say);
  }
}

/** What stands in place of a value that cannot be compared. */
const stopped = ({ outcome }: Case, say: SayPatients): string => say(outcome === 'stuck' ? 'lacking' : 'open');

function comparedCell(one: Case, label: string, say: SayPatients): GridCell {
  const { came } = visitOf(one);
  const value = valueIn(came, label);
  if (!value) {
    // Not expected of this visit: what came stands paler, so that nobody takes it for compared.
    const amount = came?.amounts[label];
    return { text: amount === undefined ? '' : moneyText(amount), dim: true };
  }
  const actual = figureText(value.actual);
  const expected = figureText(value.expected);
  if (value.verdict === 'differs')
    return {
      text: actual,
      mark: 'differs',
      spoken: say('spokenDiffers', { actual, expected }),
      problem: say('spokenDiffers', { actual, expected }),
    };
  if (value.verdict === 'open') return { text: stopped(one, say), mark: 'open', spoken: say('spokenOpen', { expected }) };
  return { text: shortOf(actual), mark: 'holds', spoken: say('spokenSame', { actual: shortOf(actual) }) };
}

const TONE: Readonly<Record<Group['outcome'], string>> = {
  differs: styles.verm ?? '',
  stuck: styles.verm ?? '',
  returned: styles.ochre ?? '',
  open: styles.ochre ?? '',
  notice: styles.ochre ?? '',
  waiting: styles.ochre ?? '',
  bare: '',
  passed: styles.jade ?? '',
};

function headingOf(line: Line | undefined, say: SayPatients, searching: boolean): GroupRow | undefined {
  if (line?.kind !== 'group') return undefined;
  const { group } = line;
  const what = describe(group, say, searching);
  return {
    title: say('groupTitle', { outcome: say(group.outcome), what }),
    note: <span className={`${styles.count} ${TONE[group.outcome]}`}>{say('cases', { count: group.cases.length })}</span>,
  };
}

/** What a group has in common, in words. */
export function describe(group: Group, say: SayPatients, searching = false): string {
  switch (group.outcome) {
    case 'differs':
    case 'returned':
    case 'notice': {
      if (group.cause) return causeWords(group.cause, say).title;
      return say(searching ? 'searching' : 'unexplained');
    }
    case 'open':
      return group.reason ?? '';
    case 'stuck':
      return group.reason ? say('lacks', { fields: group.reason }) : say('stuckWhy');
    case 'waiting':
      return say(searching ? 'waitingNow' : 'waitingWhy');
    case 'bare':
      return say('noExpectation');
    case 'passed':
      return say('allEqual');
  }
}
