/**
 * Characters to tokens, in one pass. Nothing is thrown: what cannot be read becomes a finding and the pass goes on behind it.
 */
import type { TokenType } from 'chevrotain';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import * as say from '../diagnostics/tokens.ts';
import { keywordOf } from '../keywords.ts';
import { hanRunEnd, readLiteral, wordEnd } from './literals.ts';
import { opensQuote, readQuoted } from './quotes.ts';
import * as t from './tokens.ts';
import { fold, foldCode, isDigit, isHan, isLatin } from './width.ts';

/** Every token of the text in order, comments and ends of lines among them. */
export interface Scanned {
  readonly tokens: readonly t.Token[];
  readonly problems: readonly Diagnostic[];
}

const SINGLE: ReadonlyMap<string, TokenType> = new Map([
  ['{', t.LeftBrace],
  ['}', t.RightBrace],
  ['(', t.LeftRound],
  [')', t.RightRound],
  ['[', t.LeftSquare],
  [']', t.RightSquare],
  ['|', t.Bar],
  ['→', t.Arrow],
  ['\\', t.Cross],
  [':', t.Colon],
  ['.', t.Dot],
  [',', t.Comma],
  ['、', t.ListComma],
  ['+', t.Plus],
  ['-', t.Minus],
  ['×', t.Times],
  ['÷', t.Divide],
  ['/', t.Divide],
  ['=', t.Equal],
  ['≠', t.NotEqual],
  ['<', t.Less],
  ['≤', t.LessOrEqual],
  ['>', t.Greater],
  ['≥', t.GreaterOrEqual],
]);
const DOUBLE: ReadonlyMap<string, TokenType> = new Map([
  ['<=', t.LessOrEqual],
  ['>=', t.GreaterOrEqual],
  ['!=', t.NotEqual],
  ['<>', t.NotEqual],
  ['->', t.Arrow],
]);
/** Signs that look like another and were surely meant as it: what was typed, then what was meant. */
const MEANT: ReadonlyMap<string, string> = new Map(
  [
    '》>',
    '〉>',
    '﹥>',
    '《<',
    '〈<',
    '﹤<',
    '﹦=',
    '∶:',
    '﹕:',
    '︰:',
    '﹔;',
    '﹐,',
    '‚,',
    '﹑、',
    '•·',
    '・·',
    '‧·',
    '∙·',
    '‐-',
    '‑-',
    '‒-',
    '∕÷',
    '⁄÷',
    '‖|',
    '∣|',
    '&且',
    '!非',
  ].map(([typed = '', meant = '']) => [typed, meant]),
);

const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|[\ufe00-\ufe0f]/;
const LEAST_COMPATIBLE = 0xf900;

/** How many findings of one pass are worth keeping. */
const MOST_PROBLEMS = 400;

class Scanner {
  readonly tokens: t.Token[] = [];
  readonly problems: Diagnostic[] = [];
  /** For each open ( or [: whether it belongs to a call or to row keys. */
  private readonly calls: boolean[] = [];

  constructor(
    private readonly file: string,
    private readonly text: string,
  ) {}

  run(): Scanned {
    const { text } = this;
    let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
    while (at < text.length) at = this.step(at, foldCode(text.charCodeAt(at)));
    return { tokens: this.tokens, problems: this.problems };
  }

  /** Reads what begins at `at` and gives where it ends. */
  private step(at: number, code: number): number {
    if (code === 0x20) return at + 1;
    if (code === 0x0a) return this.newline(at);
    if (isDigit(code)) return this.literal(at);
    if (isLatin(code)) return this.word(at, wordEnd(this.text, at));
    const point = this.text.codePointAt(at) ?? 0;
    if (isHan(point)) return this.word(at, hanRunEnd(this.text, at));
    if (code === 0x3b) return this.push(t.End, 'end', at, at + 1);
    if (code === 0x2f && foldCode(this.text.charCodeAt(at + 1)) === 0x2f) return this.comment(at);
    if (opensQuote(this.text.charAt(at))) return this.quoted(at);
    return this.sign(at, code);
  }

  private problem(one: Diagnostic | undefined): void {
    if (one && this.problems.length < MOST_PROBLEMS) this.problems.push(one);
  }

  private push(type: TokenType, kind: t.TokenKind, start: number, end: number): number {
    this.tokens.push(new t.Token(type, kind, this.text.slice(start, end), start, end));
    return end;
  }

  private get last(): t.Token | undefined {
    return this.tokens[this.tokens.length - 1];
  }

  private newline(at: number): number {
    const end = this.text.charAt(at) === '\r' && this.text.charAt(at + 1) === '\n' ? at + 2 : at + 1;
    return this.push(t.End, 'end', at, end);
  }

  private comment(at: number): number {
    let end = at;
    while (end < this.text.length && foldCode(this.text.charCodeAt(end)) !== 0x0a) end++;
    return this.push(t.Comment, 'comment', at, end);
  }

  private word(at: number, end: number): number {
    const spelling = fold(this.text, at, end);
    const keyword = keywordOf(spelling);
    this.push(keyword === undefined ? t.Name : t.typeOf(keyword), keyword === undefined ? 'name' : 'keyword', at, end);
    const token = this.last;
    if (token) {
      token.keyword = keyword;
      token.value = spelling.charCodeAt(0) >= LEAST_COMPATIBLE || spelling.includes('·') ? spelling.normalize('NFKC') : spelling;
    }
    return end;
  }

  private literal(at: number): number {
    const read = readLiteral({ file: this.file, text: this.text, inCall: this.calls.at(-1) === true }, at);
    this.problem(read.problem);
    if (read.kind === 'name') {
      this.push(t.Name, 'name', at, read.end);
      if (this.last) this.last.value = fold(this.text, at, read.end).normalize('NFKC');
      return read.end;
    }
    this.push(read.kind === 'number' ? t.Numeral : t.DateLiteral, read.kind, at, read.end);
    if (this.last && read.kind === 'number') this.last.number = read.number;
    if (this.last && read.kind === 'date') this.last.date = read.date;
    return read.end;
  }

  private quoted(at: number): number {
    const read = readQuoted(this.file, this.text, at);
    if (!read) return this.bad(at);
    this.problem(read.problem);
    this.push(t.Quoted, 'text', at, read.end);
    if (this.last) this.last.value = read.content;
    return read.end;
  }

  private sign(at: number, code: number): number {
    if (code === 0x7e) {
      let end = at + 1;
      while (foldCode(this.text.charCodeAt(end)) === 0x7e) end++;
      this.push(t.typeOf('to'), 'keyword', at, end);
      if (this.last) this.last.keyword = 'to';
      return end;
    }
    const pair = DOUBLE.get(String.fromCharCode(code) + String.fromCharCode(foldCode(this.text.charCodeAt(at + 1))));
    const type = pair ?? SINGLE.get(String.fromCharCode(code));
    if (!type) return this.bad(at);
    this.bracket(type);
    return this.push(type, 'punctuation', at, at + (pair ? 2 : 1));
  }

  private bracket(type: TokenType): void {
    if (type === t.LeftRound || type === t.LeftSquare) {
      const kind = this.last?.kind;
      this.calls.push(kind === 'name' || kind === 'text' || this.last?.tokenType === t.typeOf('remaining') || soft(this.last));
    } else if (type === t.RightRound || type === t.RightSquare) this.calls.pop();
    else if (type === t.LeftBrace || type === t.RightBrace) this.calls.length = 0;
  }

  /** A stretch of characters that mean nothing here is one finding. */
  private bad(at: number): number {
    const { file, text } = this;
    const first = String.fromCodePoint(text.codePointAt(at) ?? 0);
    if (INVISIBLE.test(first)) {
      const code = `U+${(first.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
      this.problem(say.invisibleCharacter({ code, span: { file, start: at, end: at + first.length } }));
      return at + first.length;
    }
    if (first === '”') {
      this.problem(say.strayQuote({ mark: first, span: { file, start: at, end: at + 1 } }));
      return at + 1;
    }
    let end = at + first.length;
    while (end < text.length && text.charAt(end) === first.charAt(0) && first.length === 1) end++;
    const better = MEANT.get(first) ?? MEANT.get(fold(first));
    this.problem(say.badCharacter({ text: text.slice(at, end), better, span: { file, start: at, end } }));
    return end;
  }
}

/** A keyword before a bracket is the name of what is called, unless it is one that takes a value. */
const soft = (token: t.Token | undefined): boolean =>
  token?.kind === 'keyword' && token.keyword !== undefined && token.tokenType === t.Name;

/** Reads a text into tokens. */
export function scan(file: string, text: string): Scanned {
  return new Scanner(file, text).run();
}
