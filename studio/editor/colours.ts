import { monaco } from './monaco.ts';
import { rangeIn, uriToPath } from './ranges.ts';
import type { EditorServices } from './services.ts';

/** Beyond this a text keeps its coarse colours: painting would cost more than it tells. */
const MOST = 12_000;

/**
 * What each word is, by the worker, painted as soon as it is known and in the page's own colours. Between two analyses the paint moves
 * with the letters.
 */
export function keepColours(services: EditorServices): void {
  const painted = new Map<string, string[]>();
  const paint = (model: monaco.editor.ITextModel): void => {
    if (model.uri.scheme !== 'yice' || !services.isCurrent()) return;
    const path = uriToPath(model.uri);
    const spans = services.colours(path);
    const decorations =
      spans.length > MOST
        ? []
        : spans.map((span) => ({
            range: rangeIn(model, span),
            options: { inlineClassName: `yice-${span.kind}`, stickiness: monaco.editor.TrackedRangeStickiness.NeverGrowsWhenTypingAtEdges },
          }));
    painted.set(path, model.deltaDecorations(painted.get(path) ?? [], decorations));
  };
  services.onChange(() => monaco.editor.getModels().forEach(paint));
  monaco.editor.onDidCreateModel(paint);
  monaco.editor.onWillDisposeModel((model) => painted.delete(uriToPath(model.uri)));
}
