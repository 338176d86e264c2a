/** The cited sentences of one policy, each once; definitions and constants refer to them by index. */
import type { Citation } from '../2-syntax/nodes/declaration.ts';
import type { CitationModel } from '../model/types.ts';

export interface CitationRegistry {
  ids(citations: readonly Citation[]): readonly number[];
  readonly citations: () => readonly Citation[];
}

/** An empty registry. */
export function citationRegistry(): CitationRegistry {
  const known: Citation[] = [];
  const index = new Map<string, number>();
  return {
    ids: (citations) =>
      citations.map((citation) => {
        const key = `${citation.span.file}\u0000${citation.span.start}\u0000${citation.span.end}`;
        const id = index.get(key) ?? known.push(citation) - 1;
        index.set(key, id);
        return id;
      }),
    citations: () => known,
  };
}

/** A citation as the model keeps it; `found` is where its sentence stands in the document. */
export const citationModel = (citation: Citation, found?: { start: number; end: number }): CitationModel => ({
  document: citation.document.text,
  quote: citation.quote.text,
  ...(found ? { found } : {}),
  span: citation.span,
});
