import { compare } from '../../../runtime/money/rational.ts';
import type { Expression } from '../../2-syntax/node.ts';
import type { Bands, TypeNode } from '../../2-syntax/nodes/declaration.ts';
import type { Addition, Item } from '../../2-syntax/nodes/policy.ts';
import type { ListRow, Table } from '../../2-syntax/nodes/table.ts';
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
function withRows(table: Table, rows: readonly ListRow[]): Table | undefined {
  if (table.kind === 'list')
    return rows.every((row) => row.heads.length === table.axes.length) ? { ...table, rows: [...table.rows, ...rows] } : undefined;
  const added = rows.map((row) => {
    const [head, ...cells] = row.heads;
    const results = cells.flatMap((cell) => (cell.kind === 'values' && cell.values.length === 1 ? cell.values : []));
    return head && results.length === table.columns.length - 1 ? { head, results: [...results, row.result], span: row.span } : undefined;
  });
  const whole = added.flatMap((row) => (row ? [row] : []));
  return whole.length === added.length ? { ...table, rows: [...table.rows, ...whole] } : undefined;
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
        return line.rows.map((row) => row.result);
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
