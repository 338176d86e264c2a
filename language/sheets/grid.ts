import type { SourceToken } from '../1-tokens/tokens.ts';
import type { Tree } from '../2-syntax/nodes/policy.ts';
import { FIXED } from './allowed.ts';
import type { Known } from './known.ts';
import { type Allowed, CELL_KINDS, type CellBlock, type CellKind, type Extent } from './sheet.ts';

/** What a file is shown from: its text as read, and what the workspace knows. */
export interface Source {
  readonly text: string;
  readonly tree: Tree;
  readonly tokens: readonly SourceToken[];
  readonly known: Known;
}

const KIND_INDEX = Object.fromEntries(CELL_KINDS.map((kind, at) => [kind, at])) as Readonly<Record<CellKind, number>>;

/** Cells row by row, as they are found. */
export class Grid {
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  private readonly kinds: number[] = [];
  private readonly which: number[] = [];
  private readonly palette = new Map<Allowed, number>();

  add(place: Extent | undefined, kind: CellKind, allowed: Allowed = FIXED): void {
    this.starts.push(place?.start ?? -1);
    this.ends.push(place?.end ?? -1);
    this.kinds.push(place ? KIND_INDEX[kind] : 0);
    let at = this.palette.get(allowed);
    if (at === undefined) {
      at = this.palette.size;
      this.palette.set(allowed, at);
    }
    this.which.push(at);
  }

  /** Fills the row up to so many cells. */
  pad(count: number, columns: number): void {
    for (let at = count; at < columns; at++) this.add(undefined, 'none');
  }

  get cells(): CellBlock {
    return {
      starts: Int32Array.from(this.starts),
      ends: Int32Array.from(this.ends),
      kinds: Uint8Array.from(this.kinds),
      allowed: Uint16Array.from(this.which),
    };
  }

  get allowed(): readonly Allowed[] {
    return [...this.palette.keys()];
  }
}

/** Names that are taken get #2, #3 … */
export function distinct(): (name: string) => string {
  const seen = new Map<string, number>();
  return (name) => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name}#${count}`;
  };
}

/** Index of the first token that begins at or behind `offset`. */
export function tokenFrom(tokens: readonly SourceToken[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((tokens[mid]?.start ?? 0) < offset) low = mid + 1;
    else high = mid;
  }
  return low;
}

/** The word at a place, as written. */
export const wordAt = (source: Source, offset: number): string => source.tokens[tokenFrom(source.tokens, offset)]?.text ?? '';

const breaks = (token: SourceToken | undefined): boolean => token?.kind === 'end' && /[\n\r\u2028\u2029\u0085]/u.test(token.text);

/** The remark at the end of the line on which a stretch ends, or those on the lines right above it. */
export function remarkOf({ tokens, text }: Source, { start, end }: Extent): string | undefined {
  let at = tokenFrom(tokens, end);
  while (tokens[at] && tokens[at]?.kind !== 'comment' && !breaks(tokens[at])) at++;
  const own = tokens[at]?.kind === 'comment' ? tokens[at]?.text : undefined;
  const above: string[] = [];
  let back = tokenFrom(tokens, start) - 1;
  // A remark above stands alone on its line, without an empty line between.
  while (breaks(tokens[back]) && tokens[back - 1]?.kind === 'comment' && aloneOnLine(text, tokens[back - 1]?.start ?? 0)) {
    above.unshift(tokens[back - 1]?.text ?? '');
    back -= 2;
  }
  const all = own === undefined ? above : [...above, own];
  return all.length === 0 ? undefined : all.map((one) => one.replace(/^[/／]{2}\s*/u, '').trim()).join('\n');
}

const aloneOnLine = (text: string, at: number): boolean => /(^|[\n\r])[^\S\n\r]*$/u.test(text.slice(Math.max(0, at - 200), at));
