/**
 * Quoted texts. “ ” nest, because notices quote notices; " " do not. A quoted text ends on its line: a missing mark is then found where it
 * is missing and not at the end of the file.
 */
import type { Span } from '../2-syntax/nodes/span.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import * as say from '../diagnostics/tokens.ts';
import { foldCode } from './width.ts';

export interface QuotedText {
  readonly end: number;
  readonly content: string;
  readonly problem?: Diagnostic | undefined;
}

const OPEN = '“';
const CLOSE = '”';
/** Marks that people use for quotes, with the mark that ends them. */
const FOREIGN: Readonly<Record<string, string>> = {
  '‘': '’',
  '’': '’',
  '「': '」',
  '『': '』',
  '《': '》',
  "'": "'",
  '＇': '＇',
  '`': '`',
};

const isNewline = (code: number): boolean => foldCode(code) === 0x0a;
const isStraight = (one: string): boolean => one === '"' || one === '＂';

/** Whether a quoted text may begin with this character. */
export const opensQuote = (one: string): boolean => one === OPEN || one === CLOSE || isStraight(one) || one in FOREIGN;

function lineEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && !isNewline(text.charCodeAt(end))) end++;
  return end;
}

/** Reads the quoted text that begins at `at`; undefined when the mark there begins nothing. */
export function readQuoted(file: string, text: string, at: number): QuotedText | undefined {
  const mark = text.charAt(at);
  const stop = lineEnd(text, at);
  const span = (start: number, end: number): Span => ({ file, start, end });
  if (mark === OPEN) return readNested(text, at, stop, span);
  if (isStraight(mark)) return readStraight(text, at, stop, span);
  if (mark === CLOSE) {
    const close = indexOfAny(text, at + 1, stop, [CLOSE, OPEN]);
    if (close === undefined) return undefined;
    const problem = say.quoteMismatch({ mark, better: OPEN, span: span(at, at + 1), whole: span(at, close + 1) });
    return { end: close + 1, content: text.slice(at + 1, close), problem };
  }
  const wanted = FOREIGN[mark];
  const close = wanted === undefined ? undefined : indexOfAny(text, at + 1, stop, [wanted]);
  if (close === undefined) return undefined;
  const content = text.slice(at + 1, close);
  return { end: close + 1, content, problem: say.wrongQuotes({ text: text.slice(at, close + 1), content, span: span(at, close + 1) }) };
}

function indexOfAny(text: string, from: number, to: number, marks: readonly string[]): number | undefined {
  for (let at = from; at < to; at++) if (marks.includes(text.charAt(at))) return at;
  return undefined;
}

type ToSpan = (start: number, end: number) => Span;

function readNested(text: string, at: number, stop: number, span: ToSpan): QuotedText {
  let depth = 1;
  let inner: number | undefined;
  for (let next = at + 1; next < stop; next++) {
    const one = text.charAt(next);
    if (one === OPEN) {
      depth++;
      inner ??= next;
    } else if (one === CLOSE && --depth === 0) return { end: next + 1, content: text.slice(at + 1, next) };
  }
  // “甲“ and “甲": the last mark on the line was meant to close.
  const last = lastQuote(text, at + 1, stop);
  if (last !== undefined && text.charAt(last) !== CLOSE && !hasPair(text, at + 1, last)) {
    const problem = say.quoteMismatch({ mark: text.charAt(last), better: CLOSE, span: span(last, last + 1), whole: span(at, last + 1) });
    return { end: last + 1, content: text.slice(at + 1, last), problem };
  }
  // “甲"; … “乙”: the straight mark before the next quotation was meant to close.
  const straight = inner === undefined ? undefined : firstStraight(text, at + 1, inner);
  if (straight !== undefined) {
    const whole = span(at, straight + 1);
    const problem = say.quoteMismatch({ mark: text.charAt(straight), better: CLOSE, span: span(straight, straight + 1), whole });
    return { end: straight + 1, content: text.slice(at + 1, straight), problem };
  }
  return unclosed(text, at, inner ?? stop, CLOSE, span);
}

function firstStraight(text: string, from: number, to: number): number | undefined {
  for (let at = from; at < to; at++) if (isStraight(text.charAt(at))) return at;
  return undefined;
}

function readStraight(text: string, at: number, stop: number, span: ToSpan): QuotedText {
  for (let next = at + 1; next < stop; next++) {
    const one = text.charAt(next);
    if (isStraight(one)) return { end: next + 1, content: text.slice(at + 1, next) };
  }
  const other = indexOfAny(text, at + 1, stop, [CLOSE]);
  if (other === undefined) return unclosed(text, at, stop, '"', span);
  const problem = say.quoteMismatch({ mark: text.charAt(at), better: OPEN, span: span(at, at + 1), whole: span(at, other + 1) });
  return { end: other + 1, content: text.slice(at + 1, other), problem };
}

function lastQuote(text: string, from: number, to: number): number | undefined {
  for (let at = to - 1; at >= from; at--)
    if (text.charAt(at) === OPEN || text.charAt(at) === CLOSE || isStraight(text.charAt(at))) return at;
  return undefined;
}

const hasPair = (text: string, from: number, to: number): boolean => indexOfAny(text, from, to, [OPEN, CLOSE]) !== undefined;

/** An unclosed quote reaches to the end of its line, less the brackets that belong to the sentence around it. */
function unclosed(text: string, at: number, stop: number, close: string, span: ToSpan): QuotedText {
  const body = text.slice(at + 1, stop);
  const kept = body.replace(/[\s　{}｛｝;；)）]+$/u, '');
  const end = at + 1 + kept.length;
  return { end, content: kept, problem: say.unclosedQuote({ open: text.charAt(at), close, span: span(at, end) }) };
}
