import type { ColourKind } from '../worker/protocol.ts';
import { YICE, monaco } from './monaco.ts';
import { uriToPath } from './ranges.ts';
import type { EditorServices } from './services.ts';

const KINDS: readonly ColourKind[] = ['keyword', 'number', 'quote', 'comment', 'name', 'declaration', 'value', 'operator', 'open'];

/** The worker's colour spans as semantic tokens: quintuples relative to the one before, as the editor wants them. */
export function registerColours(services: EditorServices): void {
  const changed = new monaco.Emitter<void>();
  services.onChange(() => changed.fire());
  monaco.languages.registerDocumentSemanticTokensProvider(YICE, {
    onDidChange: changed.event,
    getLegend: () => ({ tokenTypes: [...KINDS], tokenModifiers: [] }),
    releaseDocumentSemanticTokens: () => undefined,
    provideDocumentSemanticTokens: (model) => {
      // Spans of another text would colour the wrong letters; the editor keeps its last ones until the worker has caught up.
      if (!services.isCurrent()) return null;
      const numbers: number[] = [];
      let line = 1;
      let column = 1;
      for (const { start, end, kind } of services.colours(uriToPath(model.uri))) {
        const from = model.getPositionAt(start);
        const to = model.getPositionAt(end);
        for (let at = from.lineNumber; at <= to.lineNumber; at += 1) {
          const first = at === from.lineNumber ? from.column : 1;
          const last = at === to.lineNumber ? to.column : model.getLineMaxColumn(at);
          if (last <= first) continue;
          numbers.push(at - line, at === line ? first - column : first - 1, last - first, KINDS.indexOf(kind), 0);
          line = at;
          column = first;
        }
      }
      return { data: Uint32Array.from(numbers) };
    },
  });
}
