import { monaco, YICE } from './monaco.ts';
import { modelOf, pathToUri, rangeIn, uriToPath } from './ranges.ts';
import type { EditorServices } from './services.ts';

/** The repairs of the findings under the caret, as the editor's quick fixes. */
export function registerActions(services: EditorServices): void {
  monaco.languages.registerCodeActionProvider(YICE, {
    provideCodeActions: (model, range) => {
      if (!services.isCurrent()) return { actions: [], dispose: () => undefined };
      const path = uriToPath(model.uri);
      const language = services.language();
      const actions = services.diagnostics().flatMap((finding) => {
        const place = finding.labels[0]?.span;
        if (place?.file !== path || !monaco.Range.areIntersectingOrTouching(rangeIn(model, place), range)) return [];
        return finding.fixes.map(
          (fix, index): monaco.languages.CodeAction => ({
            title: fix.title[language],
            kind: 'quickfix',
            isPreferred: index === 0 && finding.fixes.length === 1,
            edit: {
              edits: fix.edits.flatMap(({ span, text }) => {
                const target = modelOf(span.file);
                return target
                  ? [{ resource: pathToUri(span.file), versionId: undefined, textEdit: { range: rangeIn(target, span), text } }]
                  : [];
              }),
            },
          }),
        );
      });
      return { actions, dispose: () => undefined };
    },
  });
}
