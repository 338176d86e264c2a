import type { TextRange } from '../worker/protocol.ts';
import { monaco, YICE } from './monaco.ts';
import { modelOf, pathToUri, rangeIn, uriToPath } from './ranges.ts';
import type { EditorServices } from './services.ts';

const locations = (places: readonly TextRange[]): monaco.languages.Location[] =>
  places.flatMap((place) => {
    const model = modelOf(place.file);
    return model ? [{ uri: pathToUri(place.file), range: rangeIn(model, place) }] : [];
  });

/** Definition and references; a place in another file is opened by the page, which knows about files. */
export function registerNavigation(services: EditorServices): void {
  monaco.languages.registerDefinitionProvider(YICE, {
    provideDefinition: async (model, position) =>
      locations(await services.definition({ file: uriToPath(model.uri), offset: model.getOffsetAt(position) })),
  });
  monaco.languages.registerReferenceProvider(YICE, {
    provideReferences: async (model, position) =>
      locations(await services.references({ file: uriToPath(model.uri), offset: model.getOffsetAt(position) })),
  });
  monaco.editor.registerEditorOpener({
    openCodeEditor: (source, resource, at) => {
      const model = monaco.editor.getModel(resource);
      if (!model || source.getModel() === model) return false;
      const start = at && 'lineNumber' in at ? at : at && { lineNumber: at.startLineNumber, column: at.startColumn };
      const offset = start ? model.getOffsetAt(start) : 0;
      services.open({ file: uriToPath(resource), start: offset, end: offset });
      return true;
    },
  });
}
