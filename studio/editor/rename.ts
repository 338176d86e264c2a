import { monaco, YICE } from './monaco.ts';
import { modelOf, pathToUri, rangeIn, uriToPath } from './ranges.ts';
import type { EditorServices } from './services.ts';

/** Renames a name everywhere it stands, over all files of the workspace. */
export function registerRename(services: EditorServices): void {
  monaco.languages.registerRenameProvider(YICE, {
    resolveRenameLocation: async (model, position) => {
      const found = await services.rename({ file: uriToPath(model.uri), offset: model.getOffsetAt(position) });
      const range = found.range ? rangeIn(model, found.range) : monaco.Range.fromPositions(position);
      const text = model.getValueInRange(range);
      if (found.problem || !found.range) return { range, text, rejectReason: found.problem?.[services.language()] ?? '' };
      return { range, text };
    },
    provideRenameEdits: async (model, position, to) => {
      const found = await services.rename({ file: uriToPath(model.uri), offset: model.getOffsetAt(position) }, to);
      if (found.problem) return { edits: [], rejectReason: found.problem[services.language()] };
      return {
        edits: found.edits.flatMap(({ span, text }) => {
          const target = modelOf(span.file);
          return target ? [{ resource: pathToUri(span.file), versionId: undefined, textEdit: { range: rangeIn(target, span), text } }] : [];
        }),
      };
    },
  });
  monaco.languages.registerDocumentFormattingEditProvider(YICE, {
    // Handed to the editor, the change would be dropped as soon as the caret moved: the document makes it.
    provideDocumentFormattingEdits: async (model) => {
      await services.layOut(uriToPath(model.uri));
      return [];
    },
  });
}
