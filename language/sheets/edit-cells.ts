import { BARE, nearest, readEntry } from './entry.ts';
import { noCell, notDeclared, notOfType, type Refusal, twice, unreadable } from './entry-words.ts';
import type { Known } from './known.ts';
import { cellEdit, type Edit, Finder, type FoundCell, smallest } from './place.ts';
import { stands } from './probe.ts';
import type { AllowedType, CellChange, CellOutcome, FileSheets, SheetEdited } from './sheet.ts';

/** Writes cells: an edit for each that can stand, a reason for each that cannot. */
export function editCells(file: FileSheets, changes: readonly CellChange[], known?: () => Known, finder = new Finder(file)): SheetEdited {
  const wanted: { readonly at: number; readonly cell: FoundCell; readonly edit: Edit }[] = [];
  const cells = changes.map((change, at): CellOutcome => {
    const found = finder.find(change);
    const cell = found && change.settles ? assumption(file, found) : found;
    if (!cell) return outcome(change, '', { problem: noCell });
    const made = written(file, finder, cell, change, known);
    if ('problem' in made) return outcome(change, cell.text, made);
    if (made.written !== cell.text) wanted.push({ at, cell, edit: smallest(file.text, cellEdit(file.text, cell, made.written)) });
    return outcome(change, cell.text, made);
  });
  // The open points are shown twice, there and in their own rule: what is written in both places is taken from the first.
  const edits: Edit[] = [];
  let last: (typeof wanted)[number] | undefined;
  for (const one of wanted.toSorted((a, b) => a.cell.start - b.cell.start || a.at - b.at)) {
    if (last && one.cell.start < last.cell.end) {
      const [change, before] = [changes[one.at], one.cell.text];
      if (change) cells[one.at] = outcome(change, before, { problem: twice });
      continue;
    }
    edits.push(one.edit);
    last = one;
  }
  return { edits, cells };
}

/** The whole of 暂按 … 待定 …, of which the cell shows the value. */
function assumption(file: FileSheets, cell: FoundCell): FoundCell {
  if (cell.kind === 'assumed' || cell.kind === 'quote') return cell;
  const open = file.sheets.filter(({ kind }) => kind === 'open').flatMap(({ rows }) => rows);
  const around = open.find(({ start, end }) => start < cell.start && cell.end < end);
  if (!around) return cell;
  const { start, end } = around;
  return { ...cell, start, end, kind: 'assumed', text: file.text.slice(start, end), allowed: { ...cell.allowed, whole: true } };
}

type Made = { readonly written: string; readonly note?: CellOutcome['note'] } | { readonly problem: Refusal };

const outcome = ({ settles: _, ...change }: CellChange, before: string, made: Made): CellOutcome =>
  'problem' in made
    ? { ...change, before, problem: made.problem }
    : { ...change, before, written: made.written, ...(made.note ? { note: made.note } : {}) };

function written(file: FileSheets, finder: Finder, cell: FoundCell, { text, settles }: CellChange, known: (() => Known) | undefined): Made {
  if (text === cell.text && cell.kind !== 'empty') return { written: text };
  const { kind, allowed, sheet } = cell;
  const entry = readEntry(text, { kind, allowed, before: cell.text, beside: finder.beside(sheet, cell.column) }, settles);
  if ('refused' in entry) return { problem: entry.refused };
  const unknown = known && !entry.plain ? undeclared(entry.written, cell, known()) : undefined;
  if (unknown) return { problem: unknown };
  const row = sheet.rows[cell.row];
  // One literal for another cannot change how its line is read; a row that is not readable yet is filled cell by cell.
  const certain = (entry.plain && (kind === 'value' || kind === 'head')) || row?.role === 'broken';
  if (!certain && !stands(file, sheet, cell.row, cell, entry.written, allowed.whole === true)) return { problem: notReadable(text, cell) };
  return entry;
}

/** A word in place of a figure is a name, which has to be declared somewhere. */
function undeclared(text: string, { allowed: { type } }: FoundCell, { types }: Known): Refusal | undefined {
  if (!FIGURES.has(type) || !BARE.test(text) || types.has(text)) return undefined;
  const alike = [...types].flatMap(([name, one]) => (one.type === type && BARE.test(name) ? [name] : []));
  return notDeclared(text, type, nearest(text, alike));
}

const FIGURES: ReadonlySet<AllowedType> = new Set(['money', 'ratio', 'points', 'months', 'days', 'number', 'integer', 'date']);

const notReadable = (text: string, { allowed: { type } }: FoundCell): Refusal =>
  FIGURES.has(type) && !/[\s(（+×÷“"]/u.test(text.trim()) ? notOfType(text, type) : unreadable(text);
