import { createToken, type IToken, Lexer, type TokenType } from 'chevrotain';
import type { Rational } from '../../runtime/money/rational.ts';
import { isBuiltInName, isReserved, KEYWORD_IDS, type KeywordId, type UnitName } from '../keywords.ts';

/** What a piece of text is, to an editor and to the formatter. `end` is a line's end, `;` or `。`. */
export type TokenKind = 'keyword' | 'name' | 'number' | 'date' | 'text' | 'punctuation' | 'comment' | 'end';

/** A number with its unit as written. */
export interface NumberValue {
  readonly value: Rational;
  readonly unit: UnitName;
  /** Digits as written, folded to half-width, with their grouping commas. */
  readonly digits: string;
  /** The unit's Chinese spelling, '' for a bare number. */
  readonly unitWord: string;
}

export interface DateValue {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** With a time of day: all of it, "2023-05-01 13:30". */
  readonly time?: string;
}

/**
 * One piece of the text, as services and formatter see it: a keyword used as a name is marked, and so is a sign whose meaning depends on
 * its place (`list` joins a list, `comma` parts a sentence, `sign` belongs to the number after it, `event` numbers an event, `inner` is an
 * end of line inside a statement).
 */
export interface SourceToken {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  /** As written. */
  readonly text: string;
  readonly keyword?: KeywordId | undefined;
  /** A soft keyword that stands for a name here. */
  readonly asName: boolean;
  readonly role?: 'list' | 'comma' | 'sign' | 'event' | 'inner' | undefined;
  /** Inside ( ) or [ ]. */
  readonly nested: boolean;
  /** Position among the tokens that the grammar reads; -1 for comments and for ends of lines that end nothing. */
  readonly index: number;
  /** The canonical spelling of a sign. */
  readonly sign?: string | undefined;
  readonly number?: NumberValue | undefined;
}

/** The token that lexer and parser share; mutable only where the parser learns what the lexer cannot know. */
export class Token implements IToken, SourceToken {
  readonly startOffset: number;
  readonly endOffset: number;
  tokenTypeIdx: number;
  tokenType: TokenType;
  asName = false;
  role: SourceToken['role'];
  number: NumberValue | undefined;
  date: DateValue | undefined;
  keyword: KeywordId | undefined;
  /** The content of a quoted text, or the canonical spelling of a name. */
  value = '';
  /** Position in the stream that the parser reads; -1 outside it. */
  index = -1;
  /** Inside ( ) or [ ]. */
  nested = false;
  isInsertedInRecovery?: boolean;

  constructor(
    type: TokenType,
    readonly kind: TokenKind,
    readonly text: string,
    readonly start: number,
    readonly end: number,
  ) {
    this.tokenType = type;
    this.tokenTypeIdx = type.tokenTypeIdx ?? 0;
    this.startOffset = start;
    this.endOffset = end - 1;
  }

  /** Gives the token the meaning that its statement asks for. */
  retype(type: TokenType): void {
    this.tokenType = type;
    this.tokenTypeIdx = type.tokenTypeIdx ?? 0;
  }

  get sign(): string | undefined {
    return SIGNS.get(this.tokenType);
  }

  get image(): string {
    return this.text;
  }
}

const kind = (name: string, ...categories: TokenType[]): TokenType => createToken({ name, pattern: Lexer.NA, categories });

/** Anything that may be skipped when a statement cannot be read: all but ends and closing braces. */
export const Stray = kind('Stray');
/** Everything that may be a name: names, quoted texts, keywords that are not reserved. */
export const Word = kind('Word', Stray);

export const Name = kind('Name', Word);
export const Quoted = kind('Quoted', Word);
export const Numeral = kind('Numeral', Stray);
export const DateLiteral = kind('DateLiteral', Stray);
export const Comment = kind('Comment');
export const End = kind('End');

export const LeftBrace = kind('LeftBrace', Stray);
export const RightBrace = kind('RightBrace');
export const LeftRound = kind('LeftRound', Stray);
export const RightRound = kind('RightRound', Stray);
export const LeftSquare = kind('LeftSquare', Stray);
export const RightSquare = kind('RightSquare', Stray);
export const Bar = kind('Bar', Stray);
export const Arrow = kind('Arrow', Stray);
export const Cross = kind('Cross', Stray);
export const Colon = kind('Colon', Stray);
export const Dot = kind('Dot', Stray);
/** `,` inside ( ) and [ ]. */
export const Comma = kind('Comma', Stray);
/** `、`, and `,` outside ( ) and [ ]. */
export const ListComma = kind('ListComma', Stray);
export const Plus = kind('Plus', Stray);
export const Minus = kind('Minus', Stray);
export const Times = kind('Times', Stray);
export const Divide = kind('Divide', Stray);
export const Equal = kind('Equal', Stray);
export const NotEqual = kind('NotEqual', Stray);
export const Less = kind('Less', Stray);
export const LessOrEqual = kind('LessOrEqual', Stray);
export const Greater = kind('Greater', Stray);
export const GreaterOrEqual = kind('GreaterOrEqual', Stray);

const keywordTypes = new Map<KeywordId, TokenType>(
  KEYWORD_IDS.filter((id) => !isBuiltInName(id)).map((id) => [id, kind(`keyword:${id}`, isReserved(id) ? Stray : Word)]),
);

/** The token type of a keyword; names that the language declares are plain names to the grammar. */
export const typeOf = (id: KeywordId): TokenType => keywordTypes.get(id) ?? Name;

const keywordByType = new Map<TokenType, KeywordId>([...keywordTypes].map(([id, one]) => [one, id]));

/** The keyword that a token type stands for. */
export const keywordOfType = (one: TokenType): KeywordId | undefined => keywordByType.get(one);

/** Every token type the grammar may ask for. */
export const VOCABULARY: TokenType[] = [
  Stray,
  Word,
  Name,
  Quoted,
  Numeral,
  DateLiteral,
  End,
  LeftBrace,
  RightBrace,
  LeftRound,
  RightRound,
  LeftSquare,
  RightSquare,
  Bar,
  Arrow,
  Cross,
  Colon,
  Dot,
  Comma,
  ListComma,
  Plus,
  Minus,
  Times,
  Divide,
  Equal,
  NotEqual,
  Less,
  LessOrEqual,
  Greater,
  GreaterOrEqual,
  ...keywordTypes.values(),
];

/** The canonical spelling of each sign; layout and messages print this. */
export const SIGNS: ReadonlyMap<TokenType, string> = new Map([
  [LeftBrace, '{'],
  [RightBrace, '}'],
  [LeftRound, '('],
  [RightRound, ')'],
  [LeftSquare, '['],
  [RightSquare, ']'],
  [Bar, '|'],
  [Arrow, '→'],
  [Cross, '＼'],
  [Colon, ':'],
  [Dot, '.'],
  [Comma, ','],
  [ListComma, '、'],
  [Plus, '+'],
  [Minus, '-'],
  [Times, '×'],
  [Divide, '÷'],
  [Equal, '='],
  [NotEqual, '≠'],
  [Less, '<'],
  [LessOrEqual, '≤'],
  [Greater, '>'],
  [GreaterOrEqual, '≥'],
]);
