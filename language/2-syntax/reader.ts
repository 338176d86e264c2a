/**
 * What the rules of every construct read with: where they are, how a statement that cannot be read is left behind, and what went wrong
 * on the way.
 */
import { EmbeddedActionsParser, type IOrAlt, type IToken, type ParserMethod, type TokenType } from 'chevrotain';
import { MOST_FINDINGS } from '../1-tokens/limits.ts';
import * as t from '../1-tokens/tokens.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { KeywordId } from '../keywords.ts';
import type { Item } from './nodes/policy.ts';
import type { Span } from './nodes/span.ts';
import { type Trouble, troubles } from './trouble.ts';

/** A rule of the grammar that gives a `T`. */
export type Rule<T> = ParserMethod<[], T>;

/** Where the statement being read begins, and the rule that reads it. */
export interface StatementStart {
  readonly from: number;
  readonly rule: string;
}

/** Reads the tokens of one file after the other. */
export class Reader extends EmbeddedActionsParser {
  file = '';
  private length = 0;
  private stream: readonly t.Token[] = [];
  /** How many } there are more than {: these may close a block whose { is missing. */
  surplus = 0;
  /** The block just read has no }: what follows is not on its line. */
  broken = false;
  /** Columns of the table being read, without the result. */
  axes = 0;
  /** What is left of the declaration being read when it breaks. */
  unread: (() => Item | undefined) | undefined;
  /** The name of the construct being read: what is left of it when the rest cannot be read. */
  named: t.Token | undefined;
  statement: StatementStart = { from: 0, rule: 'file' };
  readonly troubles: Trouble[] = [];
  readonly reported: Diagnostic[] = [];

  /** `validated` looks for mistakes in the rules themselves; they do not change while it runs, so only a test asks for it. */
  constructor(validated: boolean) {
    super(t.VOCABULARY, {
      recoveryEnabled: true,
      maxLookahead: 2,
      errorMessageProvider: troubles((one) => this.note(one)),
      skipValidations: !validated,
    });
  }

  /** Prepares for another file. */
  start(file: string, length: number, stream: readonly t.Token[]): void {
    this.file = file;
    this.length = length;
    this.named = undefined;
    this.broken = false;
    this.surplus = stream.reduce((sum, token) => sum - braceOf(token), 0);
    this.stream = stream;
    this.statement = { from: 0, rule: 'file' };
    this.troubles.length = 0;
    this.reported.length = 0;
    this.input = [...stream];
  }

  rule<T>(name: string, read: () => T, instead: () => T): Rule<T> {
    return this.RULE(name, read, { recoveryValueFunc: instead });
  }

  /** A rule of a declaration: when the rest of it cannot be read, its name is still kept. */
  declared<T extends Item>(name: string, read: () => T, instead: () => T): Rule<T> {
    const kept = (): T | undefined => (this.named ? instead() : undefined);
    return this.rule(
      name,
      () => {
        this.act(() => {
          this.unread = kept;
        });
        return read();
      },
      instead,
    );
  }

  take(type: TokenType, idx = 0): t.Token {
    return tokenOf(this.consume(idx, type));
  }

  /** Takes a keyword. */
  word(id: KeywordId, idx = 0): t.Token {
    return this.take(t.typeOf(id), idx);
  }

  one<T>(rule: Rule<T>, idx = 0): T {
    return this.subrule(idx, rule);
  }

  maybe<T>(idx: number, read: () => T, gate?: () => boolean): T | undefined {
    const got = this.option(idx, gate ? { GATE: gate, DEF: read, MAX_LOOKAHEAD: 1 } : { DEF: read, MAX_LOOKAHEAD: 1 });
    return this.RECORDING_PHASE ? undefined : got;
  }

  repeat(idx: number, read: () => void, gate?: () => boolean): void {
    this.many(idx, gate ? { GATE: gate, DEF: read, MAX_LOOKAHEAD: 1 } : { DEF: read, MAX_LOOKAHEAD: 1 });
  }

  /** The first alternative whose first token stands here. */
  choose<T>(idx: number, alternatives: readonly (() => T)[]): T {
    const alts: IOrAlt<T>[] = alternatives.map((ALT) => ({ ALT }));
    return this.or(idx, { DEF: alts, MAX_LOOKAHEAD: 1, IGNORE_AMBIGUITIES: true });
  }

  /** Runs only when there is a text: what looks into nodes stands in it. */
  act(run: () => void): void {
    this.ACTION(run);
  }

  /** Items joined by 、 */
  list<T>(idx: number, rule: Rule<T>): T[] {
    const all = [this.one(rule, idx)];
    this.repeat(idx, () => {
      this.take(t.ListComma, idx).role = 'list';
      all.push(this.one(rule, idx + 1));
    });
    return all;
  }

  /** The token `ahead` of what was read; undefined behind the end. */
  peek(ahead = 1): t.Token | undefined {
    const token = this.LA(ahead);
    return token instanceof t.Token ? token : undefined;
  }

  is(type: TokenType, ahead = 1): boolean {
    return this.peek(ahead)?.tokenType === type;
  }

  isWord(id: KeywordId, ahead = 1): boolean {
    return this.is(t.typeOf(id), ahead);
  }

  here(): number {
    return this.peek()?.start ?? this.length;
  }

  /** From `start` to the end of what was read. */
  since(start: number): Span {
    return { file: this.file, start, end: Math.max(start, this.peek(0)?.end ?? start) };
  }

  spanOf(token: t.Token | undefined): Span {
    return { file: this.file, start: token?.start ?? this.length, end: token?.end ?? this.length };
  }

  /** Nothing is made up at the end of a line: what is missing there is missing. */
  protected override canTokenTypeBeInsertedInRecovery(): boolean {
    const next = this.peek();
    return next !== undefined && next.kind !== 'end' && next.tokenType !== t.RightBrace;
  }

  report(one: Diagnostic): void {
    this.reported.push(one);
  }

  /** Keeps what went wrong, once for each statement. */
  note(one: Omit<Trouble, 'statement' | 'at'>, at = this.peek()): void {
    const { from } = this.statement;
    if (this.troubles.some((known) => known.statement.from === from)) return;
    this.troubles.push({ ...one, at, statement: this.statement });
    if (this.troubles.length > MOST_FINDINGS) while (this.peek()) this.skip();
  }

  skip(): void {
    this.SKIP_TOKEN();
  }

  /** Goes on to the end of the statement, over any block and any rows of a table in it. */
  skipStatement(): void {
    let depth = 0;
    const here = this.peek()?.index ?? this.stream.length;
    for (let at = Math.max(this.statement.from, 0); at < here; at++) depth += braceOf(this.stream[at]);
    for (let token = this.peek(); token; token = this.peek()) {
      if (depth <= 0 && token.kind === 'end' && !this.is(t.Bar, 2)) return;
      if (depth <= 0 && token.tokenType === t.RightBrace) return;
      depth += braceOf(token);
      this.skip();
    }
  }
}

const braceOf = (token: t.Token | undefined): number => (token?.tokenType === t.LeftBrace ? 1 : token?.tokenType === t.RightBrace ? -1 : 0);

const tokenOf = (token: IToken): t.Token => (token instanceof t.Token ? token : NOWHERE);

/** Stands for the tokens of the recording phase. */
const NOWHERE = new t.Token(t.Name, 'name', '', 0, 0);
