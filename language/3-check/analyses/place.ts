import type { Cell, Expression, Table } from '../../2-syntax/node.ts';
import type { Tilt } from '../../2-syntax/nodes/declaration.ts';
import type { Addition, Item } from '../../2-syntax/nodes/policy.ts';
import { isTable } from '../forms/measure.ts';
import { type RowPlace, rowsOf, stripsOf } from './rows.ts';

/**
 * A place in the items that an amendment can name: a value with what stands there, and how the items look with another value there or
 * without it. Names are those a reader sees: 待遇.行, 定义[行键], 分段[至 1.9万元], 定义.例外名, 倾斜名.路径, 等待期名, 累计名.
 */
export interface Place {
  readonly names: readonly string[];
  readonly keys: readonly Cell[];
  readonly value?: Expression;
  readonly put?: (value: Expression) => readonly Item[];
  /** The items without it. Absent where only a value can change. */
  readonly remove?: () => readonly Item[];
  /** The items with lines put into it; undefined when it holds none of their kind. */
  readonly extend?: (lines: readonly Addition[]) => readonly Item[] | undefined;
}

/** The items with another one, or none, in the place of one. */
export type Put = (next: Item | undefined) => readonly Item[];

/** An expression is one place, a table one for each result. */
export function valuePlaces(
  names: readonly string[],
  value: Expression | Table,
  put: (value: Expression | Table) => readonly Item[],
  before: readonly Cell[] = [],
): readonly Place[] {
  if (!isTable(value)) return [{ names, keys: before, value, put }];
  return [
    ...rowsOf(value).map((row) => ({
      names,
      keys: [...before, ...row.cells],
      value: row.value,
      put: (next: Expression) => put(row.put(next)),
      ...removable(row, put),
    })),
    ...stripsOf(value).map(({ head, without }) => ({ names, keys: [...before, head], remove: () => put(without()) })),
  ];
}

/** A row of a list can be taken out; a cell of a cross-tab goes with its row or its column. */
const removable = (row: RowPlace, put: (value: Table) => readonly Item[]): Pick<Place, 'remove'> => {
  const rest = row.without;
  return rest ? { remove: () => put(rest()) } : {};
};

/** `困难倾斜.住院标准` */
export function tiltPlaces(owner: readonly string[], tilt: Tilt, put: (tilt: Tilt | undefined) => readonly Item[]): readonly Place[] {
  const names = [...owner, tilt.name.text];
  const lines = tilt.lines.map((line, at): Place => {
    const { adjustment, target } = line;
    const rest = tilt.lines.filter((_, index) => index !== at);
    const place = {
      names: [...names, ...target.names.map((name) => name.text)],
      keys: target.keys.map((key) => key.cell),
      // Without any line it would say nothing: then the whole of it is stopped.
      ...(rest.length > 0 ? { remove: () => put({ ...tilt, lines: rest }) } : {}),
    };
    if (adjustment.how === 'waive') return place;
    const change = (value: Expression): Tilt => ({
      ...tilt,
      lines: tilt.lines.map((other, index) => (index === at ? { ...other, adjustment: { ...adjustment, value } } : other)),
    });
    return { ...place, value: adjustment.value, put: (value) => put(change(value)) };
  });
  return [...lines, { names, keys: [], remove: () => put(undefined) }];
}
