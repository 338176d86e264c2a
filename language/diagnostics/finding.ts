import type { Span } from '../2-syntax/nodes/span.ts';
import type { Diagnostic, Fix, Severity, Words } from './diagnostic.ts';

/** What one catalogue entry says; sentences come in pairs [zh, en]. */
export interface Finding {
  readonly code: string;
  readonly severity?: Severity;
  readonly what: Pair;
  readonly why: Pair;
  readonly remedy: Pair;
  readonly span: Span;
  /** Further places, each with a word on its part in the finding. */
  readonly others?: readonly { readonly span: Span; readonly words?: Pair }[];
  readonly fixes?: readonly Fix[];
  readonly witness?: Readonly<Record<string, string>>;
}

/** [zh, en] */
export type Pair = readonly [zh: string, en: string];

const words = ([zh, en]: Pair): Words => ({ zh, en });

/** A diagnostic from its catalogue entry; an error unless it says otherwise. */
export function finding(entry: Finding): Diagnostic {
  return {
    code: entry.code,
    severity: entry.severity ?? 'error',
    what: words(entry.what),
    why: words(entry.why),
    remedy: words(entry.remedy),
    labels: [
      { span: entry.span },
      ...(entry.others ?? []).map((other) => ({ span: other.span, ...(other.words ? { words: words(other.words) } : {}) })),
    ],
    fixes: entry.fixes ?? [],
    ...(entry.witness ? { witness: entry.witness } : {}),
  };
}

/** A fix that puts `text` in place of `span`. */
export function replaceWith(span: Span, text: string, title: Pair): Fix {
  return { title: words(title), edits: [{ span, text }] };
}

/** A fix that inserts `text` before (`start`) or after (`end`) a span. */
export function insertAt(side: 'start' | 'end', span: Span, text: string, title: Pair): Fix {
  const at = span[side];
  return { title: words(title), edits: [{ span: { file: span.file, start: at, end: at }, text }] };
}

/** A fix that puts a text on either side of a span. */
export function around(span: Span, before: string, after: string, title: Pair): Fix {
  const edits = [...insertAt('start', span, before, title).edits, ...insertAt('end', span, after, title).edits];
  return { title: words(title), edits: edits.filter(({ text }) => text !== '') };
}
