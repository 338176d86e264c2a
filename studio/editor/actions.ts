import type { Diagnostic, TextEdit } from '../../language/diagnostics/diagnostic.ts';
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
      const codes = new Set(
        services.diagnostics().flatMap((finding) => {
          const place = finding.labels[0]?.span;
          return place?.file === path && monaco.Range.areIntersectingOrTouching(rangeIn(model, place), range) ? [finding.code] : [];
        }),
      );
      for (const code of codes) {
        const all = together(services.diagnostics(), code, path);
        if (all) actions.push(...all.map((fixes) => fixAll(fixes, services.language())));
      }
      return { actions, dispose: () => undefined };
    },
  });
}

/** The edits of all findings of one code in a file, where each has one repair and no two touch; nothing for a single one. */
function together(findings: readonly Diagnostic[], code: string, path: string): readonly (readonly TextEdit[])[] | undefined {
  const own = findings.filter((finding) => finding.code === code && finding.labels[0]?.span.file === path);
  if (own.length < 2 || own.some(({ fixes }) => fixes.length !== 1)) return undefined;
  const edits = own.flatMap(({ fixes }) => fixes[0]?.edits ?? []).toSorted((a, b) => a.span.start - b.span.start);
  const touch = edits.some(({ span }, index) => span.file !== path || (edits[index - 1]?.span.end ?? -1) >= span.start);
  return touch ? undefined : [edits];
}

function fixAll(edits: readonly TextEdit[], language: 'zh' | 'en'): monaco.languages.CodeAction {
  return {
    title: language === 'zh' ? `这个文件里同类的 ${edits.length} 处都改` : `Repair all ${edits.length} of this kind in the file`,
    kind: 'quickfix',
    edit: {
      edits: edits.flatMap(({ span, text }) => {
        const target = modelOf(span.file);
        return target ? [{ resource: pathToUri(span.file), versionId: undefined, textEdit: { range: rangeIn(target, span), text } }] : [];
      }),
    },
  };
}
