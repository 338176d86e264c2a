import { compare } from '../../../runtime/money/rational.ts';
import type { Expression } from '../../2-syntax/node.ts';
import type { Bands, Definition, TypeNode } from '../../2-syntax/nodes/declaration.ts';
import type { Addition, Item } from '../../2-syntax/nodes/policy.ts';
import type { Cell, Table, WideRow } from '../../2-syntax/nodes/table.ts';
import { isTable } from '../forms/measure.ts';
import { readQuantity } from '../literal.ts';

/** An item with lines added where lines like them stand; undefined when it holds none of their kind. */
export function extended(item: Item, lines: readonly Addition[]): Item | undefined {
  return lines.reduce<Item | undefined>((so, line) => so && extendedBy(so, line), item);
}

function extendedBy(item: Item, line: Addition): Item | undefined {
  switch (line.kind) {
    case 'rows': {
      if (item.kind !== 'definition' && item.kind !== 'parameter') return undefined;
      // A row of a 表 says all its results.
      if (item.kind === 'definition' && item.among) return undefined;
      const value = isTable(item.value) ? withRows(item.value, line.rows) : undefined;
      return value && { ...item, value };
    }
    case 'band':
      return item.kind === 'bands' ? { ...item, bands: withBand(item.bands, line.band) } : undefined;
    case 'values': {
      if (item.kind !== 'field') return undefined;
      const type = withValues(item.type, line.values);
      return type && { ...item, type };
    }
    default:
      return item.kind === 'benefit' ? { ...item, lines: [...item.lines, line] } : undefined;
  }
}

/** A row of a list has its header's length; a row of a cross-tab has a result for each column. */
function withRows(table: Table, rows: readonly WideRow[]): Table | undefined {
  const added = rows.map((row) =>
    split(row, table.kind === 'list' ? table.axes.length : 1, table.kind === 'list' ? 1 : table.columns.length),
  );
  const whole = added.flatMap((row) => row ?? []);
  if (whole.length < added.length) return undefined;
  return table.kind === 'list'
    ? {
        ...table,
        rows: [...table.rows, ...whole.flatMap(({ heads, results: [result], span }) => (result ? [{ heads, result, span }] : []))],
      }
    : { ...table, rows: [...table.rows, ...whole.flatMap(({ heads: [head], results, span }) => (head ? [{ head, results, span }] : []))] };
}

/** A row with its heads and results apart, as its header has them; undefined when it has another length. */
function split(row: WideRow, heads: number, results: number): WideRow | undefined {
  const moved = row.heads.slice(heads).flatMap(constantIn);
  if (row.heads.length < heads || moved.length < row.heads.length - heads || moved.length + row.results.length !== results)
    return undefined;
  return { ...row, heads: row.heads.slice(0, heads), results: [...moved, ...row.results] };
}

const constantIn = (cell: Cell): readonly Expression[] => (cell.kind === 'values' && cell.values.length === 1 ? cell.values : []);

/** The results of a 表 with rows added: each row says all of them. Undefined when one says more or less. */
export function withWideRows(results: readonly Definition[], rows: readonly WideRow[]): readonly Definition[] | undefined {
  const [first] = results;
  if (first?.value.kind !== 'list') return undefined;
  const axes = first.value.axes.length;
  const added = rows.map((row) => split(row, axes, results.length));
  if (added.includes(undefined)) return undefined;
  return results.map((one, at) => {
    if (one.value.kind !== 'list') return one;
    const own = added.flatMap((row) => (row?.results[at] ? [{ heads: row.heads, result: row.results[at], span: row.span }] : []));
    return { ...one, value: { ...one.value, rows: [...one.value.rows, ...own] } };
  });
}

/** Bands ascend: a new one stands before the first that ends higher, and cuts it. */
function withBand(bands: Bands['bands'], added: Bands['bands'][number]): Bands['bands'] {
  const end = endOf(added.upTo);
  const at = bands.findIndex((band) => {
    const other = endOf(band.upTo);
    return band.upTo === undefined || (end !== undefined && other !== undefined && compare(other, end) > 0);
  });
  return at < 0 || added.upTo === undefined ? [...bands, added] : [...bands.slice(0, at), added, ...bands.slice(at)];
}

const endOf = (e: Expression | undefined): ReturnType<typeof value> => (e ? value(e) : undefined);
const value = (e: Expression) => (e.kind === 'quantity' ? readQuantity(e)?.value : undefined);

function withValues(type: TypeNode, values: Extract<Addition, { readonly kind: 'values' }>['values']): TypeNode | undefined {
  return type.kind === 'enum' || type.kind === 'set' ? { ...type, values: [...type.values, ...values] } : undefined;
}

/** The figures and texts that the lines write, each to be said where it comes from. */
export function writtenIn(lines: readonly Addition[]): readonly Expression[] {
  return lines.flatMap((line): readonly Expression[] => {
    switch (line.kind) {
      case 'rows':
        return line.rows.flatMap((row) => [...row.heads.flatMap(constantIn), ...row.results]);
      case 'band':
        return [line.band.ratio];
      case 'deductible':
      case 'ratio':
      case 'cap':
        return isTable(line.value) ? [] : [line.value];
      default:
        return [];
    }
  });
}
