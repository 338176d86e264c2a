/** A range of UTF-16 offsets in one source file; `end` is exclusive. */
export interface Span {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** A name as written. `text` is after NFKC, without quotes; `span` covers the quotes. */
export interface Name {
  readonly text: string;
  readonly span: Span;
  readonly quoted: boolean;
}

/** `住院.起付` or `住院标准[三级, 2]`: names joined by dots, then optional row keys. */
export interface Path {
  readonly names: readonly Name[];
  readonly keys: readonly RowKey[];
  readonly span: Span;
}

/** One key of a row address; matched against the row's own cells by meaning, never by position. */
export interface RowKey {
  readonly cell: Cell;
  readonly span: Span;
}

import type { Cell } from './table.ts';
