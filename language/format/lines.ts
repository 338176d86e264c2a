/**
 * From tokens to lines: where a line ends in the canonical layout. Blocks that were written on one line stay on one; everything else has
 * a line for each statement, row and closing brace. Breaks inside a statement stay where they were written.
 */
import type { BracketPair } from '../1-tokens/statements.ts';
import type { SourceToken } from '../1-tokens/tokens.ts';
import type { KeywordId } from '../keywords.ts';

/** `statement` begins one, `more` goes on with it, `row` is a row of a table in it, `close` is a }, `comment` stands alone. */
export type LineKind = 'statement' | 'more' | 'row' | 'close' | 'comment';

export interface Line {
  readonly kind: LineKind;
  readonly tokens: SourceToken[];
  /** Braces around it. */
  readonly depth: number;
  /** The keyword of the block around it. */
  readonly block: KeywordId | undefined;
  /** A blank line stood before it. */
  readonly blank: boolean;
  comment: SourceToken | undefined;
}

/** Groups the tokens of a complete text into lines. */
export function linesOf(tokens: readonly SourceToken[], pairs: readonly BracketPair[]): Line[] {
  return new Breaker(tokens, pairs).run();
}

const isNewline = (token: SourceToken): boolean => token.kind === 'end' && /[\n\r\u2028\u2029\u0085]/.test(token.text);

class Breaker {
  private readonly lines: Line[] = [];
  private readonly blocks: (KeywordId | undefined)[] = [];
  /** Starts of { whose block stays on one line. */
  private readonly flat: ReadonlySet<number>;
  private line: Line | undefined;
  /** The keyword of the statement being read, and whether one is being read. */
  private head: KeywordId | undefined;
  private within = false;
  private newlines = 0;
  /** The line just ended by { or ; : a remark behind it on the same line of the source is its own. */
  private ended: Line | undefined;

  constructor(
    private readonly tokens: readonly SourceToken[],
    pairs: readonly BracketPair[],
  ) {
    this.flat = flatBlocks(tokens, pairs);
  }

  run(): Line[] {
    this.tokens.forEach((token, at) => {
      if (token.kind === 'end') this.end(token);
      else if (token.kind === 'comment') this.comment(token);
      else this.take(token, at);
    });
    return this.lines;
  }

  private begin(kind: LineKind, first: SourceToken | undefined): Line {
    const blank = this.newlines > 1 && this.lines.length > 0 && (kind === 'statement' || kind === 'comment');
    const line: Line = {
      kind,
      tokens: first ? [first] : [],
      depth: this.blocks.length,
      block: this.blocks.at(-1),
      blank,
      comment: undefined,
    };
    this.lines.push(line);
    this.newlines = 0;
    return line;
  }

  private end(token: SourceToken): void {
    const newline = isNewline(token);
    if (newline) {
      this.newlines++;
      this.ended = undefined;
    } else this.ended = this.line ?? this.ended;
    if (!newline && this.inFlat() && token.index >= 0) {
      this.line?.tokens.push(token);
      return;
    }
    if (token.index >= 0 && token.role !== 'inner') this.within = false;
    if (newline && this.line?.kind === 'row' && token.index < 0) return;
    if (newline || token.index >= 0) this.line = undefined;
  }

  private inFlat(): boolean {
    return this.flatDepth > 0;
  }

  private flatDepth = 0;

  private comment(token: SourceToken): void {
    const own = this.line ?? this.ended;
    if (own && !own.comment) own.comment = token;
    else this.begin('comment', undefined).comment = token;
    this.line = undefined;
    this.ended = undefined;
  }

  private take(token: SourceToken, at: number): void {
    const { sign } = token;
    this.ended = undefined;
    if (sign === '}' && this.flatDepth > 0) {
      this.flatDepth--;
      if (this.line?.tokens.at(-1)?.kind === 'end') this.line.tokens.pop();
    } else if (sign === '}') {
      this.blocks.pop();
      this.line = this.begin('close', token);
      this.within = true;
      return;
    }
    const row = sign === '|' && !token.nested;
    if (!this.line || (row && this.line.kind !== 'row')) {
      const kind = row ? 'row' : this.within ? 'more' : 'statement';
      if (!this.within) {
        const next = this.tokens[at + 1];
        this.head = token.keyword === 'add' && !token.asName ? next?.keyword : token.asName ? undefined : token.keyword;
      }
      this.within = true;
      this.line = this.begin(kind, token);
    } else this.line.tokens.push(token);
    if (sign !== '{') return;
    if (this.flat.has(token.start)) this.flatDepth++;
    else {
      this.blocks.push(isList(this.tokens[at - 1]) ? 'oneOf' : this.head);
      this.within = isList(this.tokens[at - 1]);
      this.ended = this.line;
      this.line = undefined;
      this.newlines = 0;
    }
  }
}

const isList = (token: SourceToken | undefined): boolean => (token?.keyword === 'oneOf' || token?.keyword === 'setOf') && !token.asName;

/** Blocks with neither a line's end, a comment nor a table inside. */
function flatBlocks(tokens: readonly SourceToken[], pairs: readonly BracketPair[]): ReadonlySet<number> {
  const closes = new Map(pairs.map(({ open, close }) => [open, close]));
  /** Breaks before each token, so that a block is flat when none lies between its braces. */
  const breaks: number[] = [];
  let count = 0;
  const at = new Map<number, number>();
  tokens.forEach((token, index) => {
    at.set(token.start, index);
    breaks.push(count);
    if (isNewline(token) || token.kind === 'comment' || (token.sign === '|' && !token.nested)) count++;
  });
  const flat = new Set<number>();
  tokens.forEach((token, index) => {
    const close = token.sign === '{' ? closes.get(token.start) : undefined;
    const end = close === undefined ? undefined : at.get(close);
    if (end !== undefined && breaks[end] === breaks[index]) flat.add(token.start);
  });
  return flat;
}
