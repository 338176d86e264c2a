import type { Again, Exception } from '../2-syntax/nodes/declaration.ts';
import { Grid, remarkOf, type Source, wordAt } from './grid.ts';
import { type Sentence, sentenceOf } from './sentence.ts';
import type { Extent, FormLine, Sheet, SheetColumn, SheetRow } from './sheet.ts';
import type { Slot } from './slots.ts';
import { tableSheet } from './table-sheet.ts';

/** One line of a form: what it is in the tree, where it stands, what of it can be edited. */
export interface Spoken extends Extent, Sentence {
  readonly kind: string;
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
    lines.push({ row, word, kind: line.kind, parts: pieces(line.start, end, slots), ...(table ? { nested: table.id } : {}) });
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

export const speaking = (source: Source, line: Parameters<typeof sentenceOf>[0] | Again): Spoken => ({
  kind: 'kind' in line ? line.kind : 'tiltLine',
  start: line.span.start,
  end: line.span.end,
  ...('kind' in line && line.kind === 'again' ? { slots: [] } : sentenceOf(line as Exclude<typeof line, Again>, source.known)),
});

export type { Exception };
