/** One policy text. `path` is relative to the policies root, with /. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** One cited document as text; 依据 finds it by file name. */
export interface SourceDocument {
  readonly path: string;
  readonly text: string;
}

/** Everything that is open together: the policies of all areas, and what they cite. */
export interface Workspace {
  readonly files: readonly SourceFile[];
  readonly documents: readonly SourceDocument[];
}
