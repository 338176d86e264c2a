import type { Span } from '../2-syntax/nodes/span.ts';

export type Severity = 'error' | 'warning' | 'hint';

/** One sentence in both languages. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/** A change that repairs the text; `title` is a verb phrase for a button. */
export interface Fix {
  readonly title: Words;
  readonly edits: readonly TextEdit[];
}

/**
 * A finding about a policy text. `code` is `group/name`, one of the closed catalogue in this folder.
 * `labels[0]` is the place itself; further labels point at what it disagrees with.
 */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong, with the user's own text in “ ”. */
  readonly what: Words;
  readonly why: Words;
  /** What to do now. */
  readonly remedy: Words;
  readonly labels: readonly { readonly span: Span; readonly words?: Words }[];
  readonly fixes: readonly Fix[];
  /** A concrete patient who shows the finding. */
  readonly witness?: Readonly<Record<string, string>>;
}
