/**
 * From lines to text: indentation, columns of tables, columns of remarks, and the spaces between words.
 */
import type { SourceToken } from '../1-tokens/tokens.ts';
import { columns } from '../diagnostics/columns.ts';
import type { KeywordId } from '../keywords.ts';
import type { Line } from './lines.ts';
import { type Spelling, spell } from './translate.ts';

const INDENT = '  ';
const OWNS_EXCEPTIONS: ReadonlySet<KeywordId> = new Set(['define', 'parameter']);

/** The canonical text of these lines. */
export function layOut(lines: readonly Line[], spelling: Spelling): string {
  const depths = indents(lines);
  const bodies = lines.map((line) => (line.kind === 'row' ? '' : words(line.tokens, spelling)));
  alignRows(lines, bodies, spelling);
  alignChanges(lines, bodies, spelling);
  const indented = bodies.map((body, at) => (body === '' ? '' : INDENT.repeat(depths[at] ?? 0) + body));
  const remarks = alignRemarks(lines, indented);
  let text = '';
  lines.forEach((line, at) => {
    const before = lines[at - 1];
    if (line.blank && !(before && opens(before))) text += '\n';
    if (!line.comment) text += `${indented[at]}\n`;
    else if (line.tokens.length === 0) text += `${INDENT.repeat(depths[at] ?? 0)}${spell(line.comment, spelling)}\n`;
    else text += `${indented[at]}${' '.repeat(remarks[at] ?? 2)}${spell(line.comment, spelling)}\n`;
  });
  return text;
}

const opens = (line: Line): boolean => line.tokens.at(-1)?.sign === '{';

/** How deep each line stands: its braces, one more inside a statement, one more for exceptions under their definition. */
function indents(lines: readonly Line[]): number[] {
  const depths: number[] = [];
  let under = false;
  let statement = 0;
  lines.forEach((line, at) => {
    if (line.kind === 'statement') {
      const head = headOf(line);
      const lead = head === 'source' ? nextHead(lines, at) : head;
      const belongs = under && (lead === 'exception' || lead === 'again');
      if (!belongs) under = head !== undefined && OWNS_EXCEPTIONS.has(head);
      statement = line.depth + (belongs ? 1 : 0);
      depths.push(statement);
    } else if (line.kind === 'close' || line.kind === 'comment') depths.push(line.depth);
    else depths.push(line.block === 'oneOf' ? line.depth : statement + 1);
  });
  settleComments(lines, depths);
  return depths;
}

/** A remark on its own line stands where the line after it stands. */
function settleComments(lines: readonly Line[], depths: number[]): void {
  for (let at = lines.length - 1; at >= 0; at--) {
    const next = lines[at + 1];
    if (lines[at]?.kind !== 'comment' || !next) continue;
    depths[at] = next.kind === 'close' ? (lines[at]?.depth ?? 0) : (depths[at + 1] ?? 0);
  }
}

/** The keyword of a statement; an exception that names its target with 于 stands for itself. */
function headOf(line: Line): KeywordId | undefined {
  const skip = line.tokens[0]?.keyword === 'add' ? 1 : 0;
  const first = line.tokens[skip];
  if (first?.asName) return undefined;
  if (first?.keyword === 'exception' && (skip === 1 || line.tokens[2]?.keyword === 'on')) return undefined;
  return first?.keyword;
}

function nextHead(lines: readonly Line[], at: number): KeywordId | undefined {
  const next = lines.slice(at + 1).find((line) => (line.kind === 'statement' && headOf(line) !== 'source') || line.kind === 'close');
  return next?.kind === 'statement' ? headOf(next) : undefined;
}

/** The tokens of a line with the spaces between them. */
export function words(tokens: readonly SourceToken[], spelling: Spelling): string {
  let text = '';
  let before: SourceToken | undefined;
  for (const token of tokens) {
    const word = spell(token, spelling);
    text += (before && spaced(before, word, text) ? ' ' : '') + word;
    before = token;
  }
  return text;
}

const TIGHT_BEFORE: ReadonlySet<string> = new Set([')', ']', ',', '、', '.', ';']);
const TIGHT_AFTER: ReadonlySet<string> = new Set(['(', '[', '、', '.']);

function spaced(before: SourceToken, word: string, text: string): boolean {
  if (TIGHT_BEFORE.has(word) || before.role === 'sign') return false;
  if (before.role === 'event' && before.kind === 'keyword') return !text.endsWith('第');
  if (before.kind === 'punctuation' && TIGHT_AFTER.has(text.slice(-1))) return false;
  if (word === '(' || word === '[') return !isCalled(before);
  return true;
}

/** What a bracket may belong to: a name, or the forms 余 and 医保年度. */
const isCalled = (token: SourceToken): boolean =>
  token.kind === 'name' ||
  token.kind === 'text' ||
  token.asName ||
  token.keyword === 'remaining' ||
  token.keyword === 'insuranceYear' ||
  token.sign === ']';

/** The cells between the bars of a row. */
function cellsOf(line: Line, spelling: Spelling): string[] {
  const cells: SourceToken[][] = [];
  for (const token of line.tokens) {
    if (token.sign === '|' && !token.nested) cells.push([]);
    else cells.at(-1)?.push(token);
  }
  if (line.tokens.at(-1)?.sign === '|') cells.pop();
  return cells.map((cell) => words(cell, spelling));
}

function alignRows(lines: readonly Line[], bodies: string[], spelling: Spelling): void {
  for (let at = 0; at < lines.length; ) {
    let end = at;
    while (lines[end]?.kind === 'row' || (end > at && lines[end]?.kind === 'comment' && lines[end + 1]?.kind === 'row')) end++;
    const rows = lines.slice(at, end).map((line) => (line.kind === 'row' ? cellsOf(line, spelling) : []));
    const widths: number[] = [];
    for (const row of rows) {
      row.forEach((cell, column) => {
        widths[column] = Math.max(widths[column] ?? 0, columns(cell));
      });
    }
    rows.forEach((row, offset) => {
      if (row.length > 0) bodies[at + offset] = rowText(lines[at + offset], row, widths);
    });
    at = Math.max(end, at + 1);
  }
}

function rowText(line: Line | undefined, row: readonly string[], widths: readonly number[]): string {
  const cells = row.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - columns(cell)));
  const closed = line?.tokens.at(-1)?.sign === '|';
  return closed ? `| ${cells.join(' | ')} |` : `| ${cells.join(' | ')}`.trimEnd();
}

/** `path 由 旧 改为 新` on neighbouring lines: the 由 stand under one another. */
function alignChanges(lines: readonly Line[], bodies: string[], spelling: Spelling): void {
  const paths = lines.map((line) => changedPath(line, spelling));
  for (let at = 0; at < lines.length; at++) {
    if (paths[at] === undefined) continue;
    let end = at;
    while (paths[end] !== undefined && (end === at || !lines[end]?.blank)) end++;
    const width = Math.max(...paths.slice(at, end).map((path) => columns(path ?? '')));
    for (let line = at; line < end; line++) {
      const path = paths[line] ?? '';
      bodies[line] = path + ' '.repeat(width - columns(path)) + (bodies[line] ?? '').slice(path.length);
    }
    at = end - 1;
  }
}

function changedPath(line: Line, spelling: Spelling): string | undefined {
  const first = line.tokens[0];
  if (line.kind !== 'statement' || line.block !== 'amendment' || (first?.keyword !== undefined && !first.asName)) return undefined;
  const from = line.tokens.findIndex((token) => token.keyword === 'from' && !token.asName && !token.nested);
  return from > 0 ? words(line.tokens.slice(0, from), spelling) : undefined;
}

/** Spaces before each remark: those on neighbouring lines stand under one another. */
function alignRemarks(lines: readonly Line[], indented: readonly string[]): number[] {
  const gaps: number[] = [];
  const remark = (at: number): boolean => lines[at]?.comment !== undefined && lines[at].tokens.length > 0;
  for (let at = 0; at < lines.length; at++) {
    if (!remark(at)) continue;
    let end = at;
    while (remark(end) && (end === at || !lines[end]?.blank)) end++;
    const width = Math.max(...indented.slice(at, end).map(columns));
    for (let line = at; line < end; line++) gaps[line] = 2 + width - columns(indented[line] ?? '');
    at = end - 1;
  }
  return gaps;
}
