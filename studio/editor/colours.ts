import type { ColourKind, ColourSpan } from '../worker/protocol.ts';
import { monaco } from './monaco.ts';
import { rangeIn, uriToPath } from './ranges.ts';
import type { Changed, Painted } from './repaint.ts';
import { changedBy, repaint } from './repaint.ts';
import type { EditorServices } from './services.ts';

/** Beyond this a text keeps its coarse colours: painting would cost more than it tells. */
const MOST = 12_000;
const NONE: readonly ColourSpan[] = [];

/** What is painted in a text, and what was typed since. */
interface Paint {
  /** As the worker gave them: the same list is the same paint. */
  readonly of: readonly ColourSpan[];
  readonly spans: readonly Painted[];
  changed: Changed | undefined;
}

const looks = new Map<ColourKind, monaco.editor.IModelDecorationOptions>();
const lookOf = (kind: ColourKind): monaco.editor.IModelDecorationOptions => {
  const known = looks.get(kind) ?? {
    inlineClassName: `yice-${kind}`,
    stickiness: monaco.editor.TrackedRangeStickiness.NeverGrowsWhenTypingAtEdges,
  };
  looks.set(kind, known);
  return known;
};

/**
 * What each word is, by the worker, painted as soon as it is known and in the page's own colours. Between two analyses the paint moves
 * with the letters; after one, only what is not as it was is painted anew, and after the findings are on the page.
 */
export function keepColours(services: EditorServices): void {
  const painted = new Map<string, Paint>();
  const paint = (model: monaco.editor.ITextModel): void => {
    if (model.isDisposed() || model.uri.scheme !== 'yice' || !services.isCurrent()) return;
    const path = uriToPath(model.uri);
    const found = services.colours(path);
    const of = found.length > MOST ? NONE : found;
    const before = painted.get(path);
    if (before && before.of === of && before.changed === undefined) return;
    const { gone, spans } = repaint(before?.spans ?? [], before?.changed, of);
    const fresh = spans.filter(({ id }) => id === undefined);
    const made = model.deltaDecorations(
      [...gone],
      fresh.map((span) => ({ range: rangeIn(model, span), options: lookOf(span.kind) })),
    );
    let at = 0;
    const now = spans.map(({ start, end, kind, id }): Painted => ({ start, end, kind, id: id ?? made[at++] ?? '' }));
    painted.set(path, { of, spans: now, changed: undefined });
  };
  const paintAll = (): void => monaco.editor.getModels().forEach(paint);
  let asked = false;
  services.onChange(() => {
    // Nothing is coloured yet: what is read at all is read now.
    if (painted.size === 0) return paintAll();
    if (asked) return;
    asked = true;
    services.afterPaint(() => {
      asked = false;
      paintAll();
    });
  });
  monaco.editor.onDidCreateModel((model) => {
    model.onDidChangeContent(({ changes }) => {
      const own = painted.get(uriToPath(model.uri));
      if (!own) return;
      // The last of the text comes first: each is told in the text as those before it have left it.
      for (const { rangeOffset, rangeLength, text } of changes) own.changed = changedBy(own.changed, rangeOffset, rangeLength, text.length);
    });
    paint(model);
  });
  monaco.editor.onWillDisposeModel((model) => painted.delete(uriToPath(model.uri)));
}
