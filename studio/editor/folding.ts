import { monaco, YICE } from './monaco.ts';
import { uriToPath } from './ranges.ts';
import type { EditorServices } from './services.ts';

/** Blocks, from the syntax tree rather than from indentation. */
export function registerFolding(services: EditorServices): void {
  const changed = new monaco.Emitter<monaco.languages.FoldingRangeProvider>();
  const provider: monaco.languages.FoldingRangeProvider = {
    onDidChange: changed.event,
    provideFoldingRanges: (model) => {
      if (!services.isCurrent()) return null;
      return services
        .folds(uriToPath(model.uri))
        .map(({ start, end }) => ({ start: model.getPositionAt(start).lineNumber, end: model.getPositionAt(end).lineNumber }));
    },
  };
  services.onChange(() => changed.fire(provider));
  monaco.languages.registerFoldingRangeProvider(YICE, provider);
}
