import { monaco, YICE } from './monaco.ts';
import { rangeIn, uriToPath } from './ranges.ts';
import type { EditorServices } from './services.ts';

/** What a word means, from its page. HTML in it stays text. */
export function registerHover(services: EditorServices): void {
  monaco.languages.registerHoverProvider(YICE, {
    provideHover: async (model, position) => {
      const found = await services.hover({ file: uriToPath(model.uri), offset: model.getOffsetAt(position) });
      if (!found || model.isDisposed()) return null;
      return {
        range: rangeIn(model, found.range),
        contents: [{ value: found.markdown[services.language()], supportHtml: false, isTrusted: false }],
      };
    },
  });
}
