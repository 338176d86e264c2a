import type { Again } from '../2-syntax/nodes/declaration.ts';
import type { Addition } from '../2-syntax/nodes/policy.ts';
import { allowedAs, typed } from './allowed.ts';
import { conditionOf } from './conditions.ts';
import { Grid, remarkOf, type Source, wordAt } from './grid.ts';
import { type Line, type Sentence, sentenceOf } from './sentence.ts';
import type { Extent, FormLine, LineCondition, Sheet, SheetColumn, SheetRow } from './sheet.ts';
import { type Slot, valueSlots } from './slots.ts';
import { tableSheet } from './table-sheet.ts';

/** One line of a form: what it is in the tree, where it stands, what of it can be edited. */
export interface Spoken extends Extent, Sentence {
  readonly kind: string;
  readonly condition?: LineCondition;
}

type Names = Pick<Sheet, 'id' | 'title' | 'word' | 'policy' | 'parent' | 'nameRange' | 'range'>;

/** A rule as sentences, and after it the tables that stand in them. */
export function formSheet(source: Source, names: Names, spoken: readonly Spoken[]): readonly Sheet[] {
  const sorted = spoken.toSorted((a, b) => a.start - b.start);
  const width = Math.max(0, ...sorted.map(({ slots }) => slots.length));
  const columns: SheetColumn[] = Array.from({ length: width }, (_, at) => ({ id: `s${at + 1}`, title: '', role: 'words' }));
  const grid = new Grid();
  const rows: SheetRow[] = [];
  const lines: FormLine[] = [];
  const nested: Sheet[] = [];
  const seen = new Map<string, number>();
  for (const line of sorted) {
    const word = wordAt(source, line.start);
    const count = (seen.get(word) ?? 0) + 1;
    seen.set(word, count);
    const row = count === 1 ? word : `${word}#${count}`;
    const slots = line.slots.toSorted((a, b) => a.start - b.start);
    for (const { kind, allowed, ...place } of slots) grid.add(place, kind, allowed);
    grid.pad(slots.length, width);
    const remark = remarkOf(source, line);
    rows.push({ id: row, start: line.start, end: line.end, ...(remark === undefined ? {} : { remark }) });
    const table =
      line.table &&
      tableSheet(source, line.table.table, { ...inner(names, row, word), parent: names.id }, [
        { title: word, allowed: line.table.allowed },
      ]);
    if (table) nested.push(table);
    const end = table ? table.range.start : line.end;
    lines.push({
      row,
      word,
      kind: line.kind,
      parts: pieces(line.start, end, slots),
      ...(table ? { nested: table.id } : {}),
      ...(line.condition ? { condition: line.condition } : {}),
    });
  }
  const form: Sheet = {
    ...names,
    kind: 'form',
    columns,
    rows,
    cells: grid.cells,
    allowed: grid.allowed,
    lines,
    problems: [],
    can: { rows: false, columns: false },
  };
  return [form, ...nested];
}

const inner = (names: Names, row: string, word: string) => ({
  id: `${names.id}.${row}`,
  title: names.title,
  word,
  ...(names.policy === undefined ? {} : { policy: names.policy }),
});

/** The sentence from its beginning to its end, the words between the places included. */
function pieces(start: number, end: number, slots: readonly Slot[]): FormLine['parts'] {
  const parts: { start: number; end: number; column?: string }[] = [];
  let at = start;
  slots.forEach((slot, index) => {
    if (slot.start >= end) return;
    if (slot.start > at) parts.push({ start: at, end: slot.start });
    parts.push({ start: slot.start, end: slot.end, column: `s${index + 1}` });
    at = slot.end;
  });
  if (at < end) parts.push({ start: at, end });
  return parts;
}

/** A line of a rule, of a tilt, or 再. */
export function speaking(source: Source, line: Line | Again): Spoken {
  const { start, end } = line.span;
  if ('kind' in line && line.kind === 'again') return { kind: line.kind, start, end, slots: [] };
  const held = 'condition' in line ? line.condition : 'guard' in line ? line.guard : undefined;
  const condition = conditionOf(source.text, held);
  const kind = 'kind' in line ? line.kind : 'tiltLine';
  return { kind, start, end, ...sentenceOf(line, source.known), ...(condition ? { condition } : {}) };
}

/** What 新增 puts into a rule that stands. */
export function added(source: Source, one: Addition): readonly Spoken[] {
  const { known } = source;
  switch (one.kind) {
    case 'values':
      return [];
    case 'band': {
      const { upTo, ratio } = one.band;
      const slots = [...(upTo ? valueSlots(upTo, typed('money', true), known) : []), ...valueSlots(ratio, typed('ratio', true), known)];
      return [{ kind: 'band', start: one.span.start, end: one.span.end, slots }];
    }
    case 'rows':
      return one.rows.map(({ heads, results, span }) => {
        const cells = heads.map(({ span: at }): Slot => ({ start: at.start, end: at.end, kind: 'head', allowed: typed('expression') }));
        const values = results.flatMap((result) => valueSlots(result, allowedAs(result) ?? typed('expression'), known));
        return { kind: 'row', start: span.start, end: span.end, slots: [...cells, ...values] };
      });
    default:
      return [speaking(source, one)];
  }
}
