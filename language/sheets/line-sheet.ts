import type { Accumulator, Exception } from '../2-syntax/nodes/declaration.ts';
import type { Expression } from '../2-syntax/nodes/expression.ts';
import type { Item, Setting } from '../2-syntax/nodes/policy.ts';
import { allowedFor, FIXED, namesOf, typed } from './allowed.ts';
import { distinct, Grid, remarkOf, type Source, tokenFrom, wordAt } from './grid.ts';
import type { Allowed, CellKind, Extent, Sheet, SheetColumn, SheetKind, SheetRow } from './sheet.ts';
import { across, isTable, REASON } from './slots.ts';

/** A cell of a gathered line. */
export interface LineCell {
  readonly place: Extent | undefined;
  readonly kind: CellKind;
  readonly allowed: Allowed;
}

/** One line among others of its kind. */
export interface GatheredLine extends Extent {
  readonly name: string;
  readonly cells: readonly LineCell[];
}

type Gathered = Exclude<SheetKind, 'form' | 'table' | 'bands' | 'changes'>;

/** Columns of each gathered sheet, by id; the page has words for them. */
export const COLUMNS: Readonly<Record<Gathered | 'bands' | 'changes', readonly [id: string, role: SheetColumn['role']][]>> = {
  settings: [
    ['word', 'name'],
    ['value', 'words'],
  ],
  fields: [
    ['name', 'name'],
    ['type', 'words'],
    ['asOf', 'words'],
  ],
  parameters: [
    ['name', 'name'],
    ['type', 'words'],
    ['value', 'result'],
  ],
  accumulators: [
    ['name', 'name'],
    ['value', 'words'],
    ['guard', 'words'],
    ['keys', 'words'],
    ['opening', 'result'],
  ],
  adjustments: [
    ['name', 'name'],
    ['target', 'words'],
    ['guard', 'words'],
    ['how', 'words'],
    ['value', 'result'],
  ],
  eligibility: [
    ['name', 'name'],
    ['condition', 'words'],
    ['reason', 'words'],
  ],
  postings: [
    ['name', 'name'],
    ['by', 'words'],
    ['against', 'words'],
    ['value', 'result'],
    ['guard', 'words'],
  ],
  open: [
    ['name', 'name'],
    ['value', 'result'],
    ['reason', 'words'],
  ],
  bands: [
    ['upTo', 'axis'],
    ['ratio', 'result'],
  ],
  changes: [
    ['path', 'name'],
    ['from', 'from'],
    ['to', 'to'],
  ],
};

type Names = Pick<Sheet, 'id' | 'title' | 'word' | 'policy' | 'parent' | 'nameRange'>;

/** Lines of one kind as rows. */
export function lineSheet(source: Source, kind: keyof typeof COLUMNS, names: Names, lines: readonly GatheredLine[]): Sheet {
  const columns = COLUMNS[kind].map(([id, role]): SheetColumn => ({ id, title: '', role }));
  const grid = new Grid();
  const once = distinct();
  const rows = lines.map((line): SheetRow => {
    for (const { place, kind: of, allowed } of line.cells) grid.add(place, of, allowed);
    grid.pad(line.cells.length, columns.length);
    const remark = remarkOf(source, line);
    return { id: once(line.name), start: line.start, end: line.end, ...(remark === undefined ? {} : { remark }) };
  });
  return {
    ...names,
    kind,
    range: across(lines) ?? { start: 0, end: 0 },
    columns,
    rows,
    cells: grid.cells,
    allowed: grid.allowed,
    problems: [],
    can: { rows: kind === 'bands' || kind === 'changes', columns: false },
  };
}

const fixed = (place: Extent | undefined): LineCell => ({ place, kind: 'words', allowed: FIXED });
const named = (place: Extent | undefined): LineCell => ({ place, kind: 'name', allowed: FIXED });
const names = (places: readonly { readonly span: Extent }[], values: readonly string[]): LineCell => ({
  place: across(places.map(({ span }) => span)),
  kind: 'name',
  allowed: { ...namesOf(values), list: true },
});
const formula = (value: Expression | undefined): LineCell => valueCell(value, typed('expression', true));

/** All that a rule says in one place. */
export function valueCell(value: Expression | undefined, allowed: Allowed): LineCell {
  if (!value) return fixed(undefined);
  const kind: CellKind =
    value.kind === 'open' || value.kind === 'assumed'
      ? value.kind
      : value.kind === 'quantity' || value.kind === 'date' || value.kind === 'truth' || value.kind === 'time'
        ? 'value'
        : 'expression';
  return { place: value.span, kind, allowed };
}

/** The line of an item that is shown among its like; undefined for what has a sheet of its own. */
export function gather(source: Source, item: Item): (GatheredLine & { readonly kind: Gathered }) | undefined {
  const { known } = source;
  const line = (kind: Gathered, name: string, ...cells: readonly LineCell[]) => ({
    kind,
    name,
    cells,
    start: item.span.start,
    end: item.span.end,
  });
  const type = (of: Parameters<typeof allowedFor>[0]): Allowed => allowedFor(of, (name) => known.types.get(name), true);
  switch (item.kind) {
    case 'field':
      return line('fields', item.name.text, named(item.name.span), fixed(item.type.span), fixed(item.asOf?.span));
    case 'parameter':
    case 'definition':
      if (isTable(item.value)) return undefined;
      return line('parameters', item.name.text, named(item.name.span), fixed(item.type.span), valueCell(item.value, type(item.type)));
    case 'computed':
      if (isTable(item.value)) return undefined;
      return line('parameters', item.field.text, named(item.field.span), fixed(undefined), formula(item.value));
    case 'accumulator':
      return line('accumulators', item.name.text, ...accumulatorCells(item));
    case 'exception':
      return line('adjustments', item.name.text, ...exceptionCells(source, item));
    case 'eligibility':
      return line('eligibility', item.name.text, named(item.name.span), formula(item.condition), {
        place: item.reason.span,
        kind: 'quote',
        allowed: REASON,
      });
    case 'posting':
      return line(
        'postings',
        item.name?.text ?? wordAt(source, item.span.start),
        named(item.name?.span),
        'kind' in item.by ? formula(item.by) : names(item.by, known.payers),
        names(item.from, known.parts),
        valueCell(item.value, typed('money', true)),
        formula(item.guard ?? item.batch?.guard),
      );
    case 'due':
      if (isTable(item.value)) return undefined;
      return line(
        'postings',
        item.name.text,
        named(item.name.span),
        fixed(undefined),
        fixed(undefined),
        valueCell(item.value, typed('money', true)),
        formula(item.guard),
      );
    case 'benefit':
    case 'bands':
    case 'waitingPeriod':
    case 'guarantee':
    case 'tilt':
    case 'allocation':
    case 'citation':
      return undefined;
    default: {
      const word = source.tokens[tokenFrom(source.tokens, item.span.start)];
      return line('settings', wordAt(source, item.span.start), fixed(word), settingCell(item, word?.end ?? item.span.start));
    }
  }
}

function accumulatorCells(item: Accumulator): readonly LineCell[] {
  const opening = item.opening && (item.opening.kind === 'retroactive' ? fixed(item.opening.span) : formula(item.opening));
  return [
    named(item.name.span),
    formula(item.value),
    formula(item.guard),
    { place: across(item.keys.map(({ span }) => span)), kind: 'expression', allowed: { ...typed('expression', true), list: true } },
    opening ?? fixed(undefined),
  ];
}

function exceptionCells(source: Source, item: Exception): readonly LineCell[] {
  const { adjustment } = item;
  const value = adjustment.how === 'waive' ? undefined : adjustment.value;
  const verb = source.tokens[tokenFrom(source.tokens, adjustment.span.start)];
  // Under a line of a benefit the target is not written but understood.
  const target = item.target && item.target.span.start > item.name.span.start ? item.target.span : undefined;
  const inner = value?.kind === 'assumed' ? value.value : value;
  const points = inner?.kind === 'quantity' && inner.unit === 'points';
  const allowed = adjustment.how === 'multiply' ? typed('ratio', true) : points ? typed('points', true) : typed('expression', true);
  return [named(item.name.span), fixed(target), formula(item.guard), fixed(verb), valueCell(value, allowed)];
}

/** What a line of law says: a day, an amount, or words. */
function settingCell(item: Exclude<Item, { kind: 'benefit' }> | Setting, after: number): LineCell {
  switch (item.kind) {
    case 'effective':
    case 'published':
    case 'booksOpen':
      return valueCell(item.day, typed('date', true));
    case 'moneyLimit':
      return valueCell(item.value, typed('money', true));
    case 'scheme':
      return valueCell(item.value, typed('expression', true));
    default:
      return fixed({ start: after + 1, end: Math.max(item.span.end, after + 1) });
  }
}
