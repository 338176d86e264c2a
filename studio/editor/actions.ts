import type { Diagnostic, Fix, TextEdit } from '../../language/diagnostics/diagnostic.ts';
import { monaco, YICE } from './monaco.ts';
import { modelOf, pathToUri, rangeIn, uriToPath } from './ranges.ts';
import type { EditorServices } from './services.ts';

/** The repairs of the findings under the caret as the editor's quick fixes, and what can be done with the table there. */
export function registerActions(services: EditorServices): void {
  monaco.languages.registerCodeActionProvider(YICE, {
    provideCodeActions: async (model, range) => {
      const none = { actions: [], dispose: () => undefined };
      const path = uriToPath(model.uri);
      const version = model.getVersionId();
      if (!(await services.foundNow()) || model.isDisposed() || model.getVersionId() !== version) return none;
      const language = services.language();
      const all = services.diagnostics();
      const here = all.filter(({ labels: [place] }) => {
        if (place?.span.file !== path) return false;
        return monaco.Range.areIntersectingOrTouching(rangeIn(model, place.span), range);
      });
      const offered = await services.tableActions({ file: path, offset: model.getOffsetAt(range.getStartPosition()) });
      if (model.isDisposed() || model.getVersionId() !== version) return none;
      const repairs = here.flatMap(({ fixes }) =>
        fixes.map(({ title, edits }, index) => ({
          ...action(title[language], edits, 'quickfix'),
          isPreferred: index === 0 && fixes.length === 1,
        })),
      );
      const kinds = [...new Set(here.map(({ code }) => code))].flatMap((code) => together(all, code, path) ?? []);
      const rewritings = beyond(here, offered).map(({ title, edits }) => action(title[language], edits, 'refactor.rewrite'));
      return { actions: [...repairs, ...kinds.map((edits) => fixAll(edits, language)), ...rewritings], dispose: () => undefined };
    },
  });
}

/** Missing rows are a repair of their finding too: they are offered once. */
function beyond(here: readonly Diagnostic[], offered: readonly Fix[]): readonly Fix[] {
  const seen = new Set(here.flatMap(({ fixes }) => fixes.map(({ edits }) => JSON.stringify(edits))));
  return offered.filter(({ edits }) => !seen.has(JSON.stringify(edits)));
}

/** The edits of all findings of one code in a file, where each has one repair and no two touch; nothing for a single one. */
function together(findings: readonly Diagnostic[], code: string, path: string): readonly (readonly TextEdit[])[] | undefined {
  const own = findings.filter((finding) => finding.code === code && finding.labels[0]?.span.file === path);
  if (own.length < 2 || own.some(({ fixes }) => fixes.length !== 1)) return undefined;
  const edits = own.flatMap(({ fixes }) => fixes[0]?.edits ?? []).toSorted((a, b) => a.span.start - b.span.start);
  const touch = edits.some(({ span }, index) => span.file !== path || (edits[index - 1]?.span.end ?? -1) >= span.start);
  return touch ? undefined : [edits];
}

const fixAll = (edits: readonly TextEdit[], language: 'zh' | 'en'): monaco.languages.CodeAction =>
  action(
    language === 'zh' ? `这个文件里同类的 ${edits.length} 处都改` : `Repair all ${edits.length} of this kind in the file`,
    edits,
    'quickfix',
  );

const action = (title: string, edits: readonly TextEdit[], kind: string): monaco.languages.CodeAction => ({
  title,
  kind,
  edit: {
    edits: edits.flatMap(({ span, text }) => {
      const target = modelOf(span.file);
      return target ? [{ resource: pathToUri(span.file), versionId: undefined, textEdit: { range: rangeIn(target, span), text } }] : [];
    }),
  },
});
