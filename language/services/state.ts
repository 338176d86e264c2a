import type { SourceToken } from '../1-tokens/tokens.ts';
import type { Span, Tree } from '../2-syntax/node.ts';
import type { Symbols } from '../3-check/symbols.ts';

/** One file as services see it; also a half-written one. */
export interface FileState {
  readonly path: string;
  readonly text: string;
  readonly tree: Tree;
  /** In order of place, comments among them. */
  readonly tokens: readonly SourceToken[];
}

/** A workspace as services see it: offsets in, plain data out. */
export interface ServiceState {
  readonly files: ReadonlyMap<string, FileState>;
  readonly symbols: Symbols;
}

export interface Position {
  readonly file: string;
  /** UTF-16 offset. */
  readonly offset: number;
}

/** Whether the place is in the span; its end counts, so that a caret just behind a word is still on it. */
export const holds = (span: Span, at: Position): boolean => span.file === at.file && span.start <= at.offset && at.offset <= span.end;

/** The token under the caret; of two that touch, the one that is a word. */
export function tokenAt(file: FileState, offset: number): SourceToken | undefined {
  const touching = file.tokens.filter((token) => token.start <= offset && offset <= token.end && token.kind !== 'end');
  return touching.find((token) => token.kind !== 'punctuation') ?? touching[0];
}
