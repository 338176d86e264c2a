/**
 * From all tokens to the stream that the parser reads: comments are left out, ends of lines stay only where they end a statement, brackets
 * are paired, and the few words whose meaning a look at the whole statement decides are settled here, so that the grammar needs no more
 * than two tokens of look-ahead.
 */
import type { TokenType } from 'chevrotain';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import * as say from '../diagnostics/tokens.ts';
import { KEYWORDS, type KeywordId } from '../keywords.ts';
import { MOST_DEPTH } from './limits.ts';
import * as t from './tokens.ts';

/** Offsets of an opening bracket and of the one that closes it. */
export interface BracketPair {
  readonly open: number;
  readonly close: number;
}

export interface Statements {
  /** What the parser reads; each token knows its `index` in it. */
  readonly stream: readonly t.Token[];
  readonly pairs: readonly BracketPair[];
  readonly problems: readonly Diagnostic[];
  /** Set when the text is nested too deep to be parsed at all. */
  readonly refused: boolean;
}

/** A line that ends in one of these goes on. */
const GOES_ON: ReadonlySet<TokenType> = new Set([
  t.Colon,
  t.Comma,
  t.ListComma,
  t.Plus,
  t.Minus,
  t.Times,
  t.Divide,
  t.Equal,
  t.NotEqual,
  t.Less,
  t.LessOrEqual,
  t.Greater,
  t.GreaterOrEqual,
  ...(['and', 'or', 'not', 'is', 'has', 'when', 'per', 'against', 'after', 'if', 'then', 'else', 'each', 'filling'] as const).map(t.typeOf),
]);
/** A line that begins with one of these belongs to the one before. */
const CARRIES_ON: ReadonlySet<TokenType> = new Set([
  ...(['and', 'or', 'then', 'else', 'when', 'per', 'against', 'after', 'each', 'filling'] as const).map(t.typeOf),
  t.Plus,
  t.Minus,
  t.Times,
  t.Divide,
]);
/** Words that nest what follows without a bracket. */
const NESTS: ReadonlySet<TokenType> = new Set((['not', 'if', 'assume', 'each', 'on'] as const).map(t.typeOf));
/** Keywords that may follow the keyword of a statement, and never a value. */
const OPENS_VALUE: ReadonlySet<KeywordId> = new Set(['from', 'open', 'assume', 'if', 'not']);
const FOLDS: ReadonlySet<KeywordId> = new Set(['sum', 'count', 'greatest', 'least']);
const ACCUMULATES: ReadonlySet<KeywordId> = new Set([...FOLDS, 'latest', 'setOf']);
/** No fold reaches over these. */
const PARTS: ReadonlySet<TokenType> = new Set([t.End, t.LeftBrace, t.RightBrace, t.Comma, t.Bar]);
const STATEMENT_GROUPS: ReadonlySet<string> = new Set(['file', 'law', 'declaration', 'line']);

const isRound = (token: t.Token): boolean => token.tokenType === t.LeftRound || token.tokenType === t.LeftSquare;

class Reader {
  private readonly stream: t.Token[] = [];
  private readonly pairs: BracketPair[] = [];
  private readonly problems: Diagnostic[] = [];
  private readonly open: t.Token[] = [];
  /** NESTS words since the last end or brace. */
  private nesting = 0;

  constructor(
    private readonly file: string,
    private readonly all: readonly t.Token[],
  ) {}

  run(): Statements {
    for (let at = 0; at < this.all.length; at++) {
      const token = this.all[at];
      if (!token || token.kind === 'comment') continue;
      if (token.kind === 'end') this.end(token, at);
      else this.take(token);
      if (this.open.length > MOST_DEPTH || this.nesting > MOST_DEPTH) {
        const problem = say.tooDeep({ most: MOST_DEPTH, span: this.span(token) });
        return { stream: [], pairs: this.pairs, problems: [...this.problems, problem], refused: true };
      }
    }
    this.closeRound(undefined);
    settleWords(this.stream);
    this.stream.forEach((token, index) => {
      token.index = index;
    });
    return { stream: this.stream, pairs: this.pairs, problems: this.problems, refused: false };
  }

  private span(token: t.Token) {
    return { file: this.file, start: token.start, end: token.end };
  }

  private get last(): t.Token | undefined {
    return this.stream[this.stream.length - 1];
  }

  private end(token: t.Token, at: number): void {
    const newline = token.text !== ';' && token.text !== '；' && token.text !== '。' && token.text !== '｡';
    const inside = this.open.at(-1);
    if (inside && isRound(inside)) {
      if (newline && !beginsStatement(this.all, at + 1) && nextToken(this.all, at + 1)?.tokenType !== t.Bar) return;
      this.closeRound(token);
    }
    const last = this.last;
    if (!last || last.kind === 'end' || last.tokenType === t.LeftBrace) return;
    if (newline && CARRIES_ON.has(nextToken(this.all, at + 1)?.tokenType ?? t.End)) return;
    if (newline && GOES_ON.has(last.tokenType) && !beginsStatement(this.all, at + 1)) return;
    this.nesting = 0;
    this.stream.push(token);
  }

  private take(token: t.Token): void {
    const type = token.tokenType;
    if (NESTS.has(type)) this.nesting++;
    if ((type === t.LeftBrace && !this.listsValues()) || type === t.RightBrace) {
      this.nesting = 0;
      this.closeRound(token);
    }
    const inside = this.open.at(-1);
    token.nested = inside !== undefined && isRound(inside);
    if (type === t.LeftBrace || type === t.LeftRound || type === t.LeftSquare) this.open.push(token);
    else if (type === t.RightBrace) {
      if (inside) this.pair(token);
    } else if (type === t.RightRound || type === t.RightSquare) {
      if (!inside || !isRound(inside)) {
        this.problems.push(say.strayBracket({ mark: token.text, span: this.span(token) }));
        return;
      }
      this.pair(token);
    } else if (type === t.Comma && !token.nested) token.retype(t.ListComma);
    this.stream.push(token);
  }

  /** Whether a { only lists the values of a type, so that it may stand inside brackets: (甲 : 枚举 { 一、二 }). */
  private listsValues(): boolean {
    const before = this.last?.tokenType;
    return before === t.typeOf('oneOf') || before === t.typeOf('setOf');
  }

  private pair(close: t.Token): void {
    const open = this.open.pop();
    if (open) this.pairs.push({ open: open.start, close: close.start });
  }

  /** Ends all ( and [ that are still open: nothing inside them may begin a statement or a block. */
  private closeRound(before: t.Token | undefined): void {
    for (let inside = this.open.at(-1); inside && isRound(inside); inside = this.open.at(-1)) {
      this.open.pop();
      const close = inside.tokenType === t.LeftRound ? ')' : ']';
      const last = this.last ?? inside;
      const end = before && last.end > before.start ? inside : last;
      this.problems.push(say.unclosedBracket({ open: inside.text, close, span: this.span(inside), end: this.span(end) }));
    }
  }
}

function nextToken(all: readonly t.Token[], from: number): t.Token | undefined {
  for (let at = from; at < all.length; at++) {
    const token = all[at];
    if (token && token.kind !== 'comment' && token.kind !== 'end') return token;
  }
  return undefined;
}

/** Whether a line that should go on with the one before is really the next statement: a statement's keyword, then what no value is followed by. */
function beginsStatement(all: readonly t.Token[], from: number): boolean {
  let at = from;
  while (all[at]?.kind === 'comment' || all[at]?.kind === 'end') at++;
  const first = all[at];
  if (first?.keyword === undefined || first.keyword === 'source' || !STATEMENT_GROUPS.has(KEYWORDS[first.keyword].group)) return false;
  const second = all[at + 1];
  if (second?.keyword !== undefined) return KEYWORDS[second.keyword].group === 'choice' || OPENS_VALUE.has(second.keyword);
  return second !== undefined && ['name', 'text', 'number', 'date'].includes(second.kind);
}

/**
 * 合计 次数 最大 最小 begin a fold only where 逐项 follows in the same brackets, or behind 累计 名 [另] =; 余 is a form only before (. Elsewhere
 * they are names. One pass from the back, so that it costs the same for every text.
 */
function settleWords(stream: readonly t.Token[]): void {
  const each = t.typeOf('each');
  let waiting = 0;
  const outer: number[] = [];
  for (let at = stream.length - 1; at >= 0; at--) {
    const token = stream[at];
    if (!token) continue;
    const type = token.tokenType;
    if (PARTS.has(type)) waiting = 0;
    else if (type === t.RightRound || type === t.RightSquare) {
      outer.push(waiting);
      waiting = 0;
    } else if (type === t.LeftRound || type === t.LeftSquare) waiting = outer.pop() ?? 0;
    else if (type === each) waiting++;
    else if (token.keyword === undefined) continue;
    else if (ACCUMULATES.has(token.keyword) && accumulates(stream, at)) continue;
    else if (FOLDS.has(token.keyword)) {
      const named = stream[at - 1]?.tokenType === t.Dot || waiting === 0;
      if (named) token.retype(t.Name);
      else waiting--;
    } else if (token.keyword === 'remaining' && stream[at + 1]?.tokenType !== t.LeftRound) token.retype(t.Name);
  }
}

const accumulates = (stream: readonly t.Token[], at: number): boolean => {
  const end = stream[at - 1]?.tokenType === t.Equal ? at - 2 : at - 1;
  return stream[end - 1]?.keyword === 'accumulate' || (stream[end]?.keyword === 'also' && stream[end - 2]?.keyword === 'accumulate');
};

/** Prepares the tokens of a file for the parser. */
export function statements(file: string, all: readonly t.Token[]): Statements {
  return new Reader(file, all).run();
}
