import type { Span } from '../2-syntax/nodes/span.ts';
import { columns, columnsOf, visible } from './columns.ts';

/** A place to point at, and what to say there. */
export interface FrameLabel {
  readonly span: Span;
  readonly words?: string;
}

/** One row of a frame; `number` is the line's own, absent for marks under a line. `tone` says what to paint. */
export interface FrameRow {
  readonly number?: number;
  readonly text: string;
  readonly tone: 'source' | 'primary' | 'secondary' | 'gap';
}

/** Columns of source shown of one line: a longer one is cut around the mark. */
const WIDEST = 120;
/** Columns kept before the mark when a line is cut. */
const BEFORE = 40;
/** Lines shown of one finding that spans several: a longer one is cut in its middle. */
const TALLEST = 8;

/** 1-based line and column (UTF-16 units, as editors count) of an offset. */
export function position(text: string, offset: number): { readonly line: number; readonly column: number } {
  const end = Math.min(Math.max(offset, 0), text.length);
  let line = 1;
  let start = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) {
    line += 1;
    start = at + 1;
  }
  return { line, column: end - start + 1 };
}

interface Line {
  readonly number: number;
  readonly start: number;
  readonly text: string;
}

function lineOf(text: string, offset: number): Line {
  const { line, column } = position(text, offset);
  const start = Math.min(Math.max(offset, 0), text.length) - column + 1;
  const end = text.indexOf('\n', start);
  const raw = text.slice(start, end === -1 ? text.length : end);
  return { number: line, start, text: visible(raw.endsWith('\r') ? raw.slice(0, -1) : raw) };
}

/** The rows that show the labels of one file, in the order of their lines; `leads`: the first label is the finding itself. */
export function frameRows(text: string, labels: readonly FrameLabel[], leads: boolean): FrameRow[] {
  const marks = labels.map((label, index) => markOf(text, label, leads && index === 0)).sort((a, b) => a.first.number - b.first.number);
  const rows: FrameRow[] = [];
  let shown = 0;
  for (const mark of marks) {
    const repeated = mark.first.number === shown && mark.first.number === mark.last.number;
    if (!repeated && shown !== 0 && mark.first.number > shown + 1) rows.push({ text: '⋮', tone: 'gap' });
    rows.push(...(mark.first.number === mark.last.number ? oneLine(mark, repeated) : manyLines(text, mark)));
    shown = mark.last.number;
  }
  return rows;
}

interface Mark {
  readonly label: FrameLabel;
  readonly primary: boolean;
  readonly first: Line;
  readonly last: Line;
}

function markOf(text: string, label: FrameLabel, primary: boolean): Mark {
  const first = lineOf(text, label.span.start);
  // The end is exclusive: a span that ends just after a line break ends on the line before.
  const last = lineOf(text, Math.max(label.span.start, label.span.end - 1));
  return { label, primary, first, last };
}

function oneLine(mark: Mark, repeated: boolean): FrameRow[] {
  const { first, label, primary } = mark;
  const from = Math.min(label.span.start - first.start, first.text.length);
  const to = Math.min(Math.max(label.span.end - first.start, from), first.text.length);
  const cut = window(first.text, from);
  const lead = ' '.repeat(columns(cut.lead + first.text.slice(cut.start, from)));
  const width = Math.max(1, columns(first.text.slice(from, Math.min(to, cut.end))));
  const under = `${lead}${(primary ? '^' : '-').repeat(width)}${label.words ? ` ${visible(label.words)}` : ''}`;
  const source: FrameRow = { number: first.number, text: `${cut.lead}${first.text.slice(cut.start, cut.end)}${cut.tail}`, tone: 'source' };
  const mine: FrameRow = { text: under, tone: primary ? 'primary' : 'secondary' };
  return repeated ? [mine] : [source, mine];
}

/** Which part of a long line to show, and the dots that say it was cut. */
function window(line: string, mark: number): { start: number; end: number; lead: string; tail: string } {
  let start = 0;
  if (columns(line) > WIDEST) {
    let room = BEFORE;
    start = mark;
    while (start > 0 && room > 0) {
      start -= 1;
      room -= columnsOf(line[start] ?? '');
    }
  }
  let end = start;
  for (let room = WIDEST; end < line.length && room > 0; end += 1) room -= columnsOf(line[end] ?? '');
  return { start, end, lead: start > 0 ? '…' : '', tail: end < line.length ? '…' : '' };
}

function manyLines(text: string, mark: Mark): FrameRow[] {
  const lines: Line[] = [];
  for (let line = mark.first; lines.length < TALLEST - 1 && line.number < mark.last.number; line = following(text, line)) lines.push(line);
  const gap = mark.last.number - (lines.at(-1)?.number ?? 0) > 1;
  const tone = mark.primary ? 'primary' : 'secondary';
  const sign = mark.primary ? '>' : '-';
  const row = (line: Line): FrameRow => {
    const cut = window(line.text, 0);
    return { number: line.number, text: `${sign} ${line.text.slice(0, cut.end)}${cut.tail}`, tone: 'source' };
  };
  const rows = lines.map(row);
  if (gap) rows.push({ text: '⋮', tone: 'gap' });
  rows.push(row(mark.last));
  if (mark.label.words) rows.push({ text: `${sign} ${visible(mark.label.words)}`, tone });
  return rows;
}

function following(text: string, line: Line): Line {
  const end = text.indexOf('\n', line.start);
  return lineOf(text, end === -1 ? text.length : end + 1);
}
