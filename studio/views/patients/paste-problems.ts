/** What is wrong with a pasted table, gathered so that one look and one press settle a whole column. */
import type { CellProblem, ColumnUse } from './mapping.ts';
import { nearestValue } from './nearest.ts';

/** One thing that cannot be read, wherever it stands in a column. */
export interface ProblemGroup {
  readonly field: string;
  readonly text: string;
  readonly why: CellProblem['why'];
  /** Of the table, from 0 under the header. */
  readonly rows: readonly number[];
  /** What it could be, and the value that it most likely is. */
  readonly values?: readonly string[];
  readonly suggestion?: string;
}

/** Problems by what is written, the most frequent first; in the order of the table among equals. */
export function groupedProblems(problems: readonly CellProblem[]): readonly ProblemGroup[] {
  const groups = new Map<string, ProblemGroup & { readonly rows: number[] }>();
  for (const { row, field, text, why, values } of problems) {
    const key = `${field}\n${why}\n${text}`;
    const group = groups.get(key);
    if (group) {
      group.rows.push(row);
      continue;
    }
    const suggestion = values && nearestValue(text, values);
    groups.set(key, { field, text, why, rows: [row], ...(values ? { values } : {}), ...(suggestion === undefined ? {} : { suggestion }) });
  }
  return [...groups.values()].toSorted((a, b) => b.rows.length - a.rows.length);
}

/** What keeps a pasted text from being a table of patients, before any cell is read. */
export type Unreadable = 'nothing' | 'oneColumn' | 'noRows' | 'noField' | 'tooMany';

/** More than one set can hold. */
export const MOST_ROWS = 10_000;

/** Undefined when its rows can be read. */
export function unreadable(text: string, cells: readonly (readonly string[])[], uses: readonly ColumnUse[]): Unreadable | undefined {
  const [header, ...rows] = cells;
  if (!header) return text === '' ? undefined : 'nothing';
  if (cells.every((row) => row.length < 2)) return 'oneColumn';
  if (!uses.some(({ kind }) => kind === 'field')) return 'noField';
  if (rows.length === 0) return 'noRows';
  return rows.length > MOST_ROWS ? 'tooMany' : undefined;
}
