/** `path` is relative to the policies root, with `/`. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

export interface Position {
  readonly file: string;
  /** UTF-16 offset. */
  readonly offset: number;
}

/** UTF-16 offsets, `end` exclusive. */
export interface TextRange {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}
