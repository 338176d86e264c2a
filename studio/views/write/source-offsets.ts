/** The stretch of the document that is selected by hand; undefined when nothing of it is. */
export function selectedStretch(body: HTMLElement): { readonly start: number; readonly end: number } | undefined {
  const chosen = getSelection();
  if (!chosen || chosen.rangeCount === 0 || chosen.isCollapsed) return undefined;
  const range = chosen.getRangeAt(0);
  if (!body.contains(range.commonAncestorContainer)) return undefined;
  const pieces = [...body.querySelectorAll<HTMLElement>('[data-at]')].filter((piece) => range.intersectsNode(piece));
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (!first || !last) return undefined;
  const at = (piece: HTMLElement): number => Number(piece.dataset.at);
  const start = at(first) + (first.contains(range.startContainer) ? range.startOffset : 0);
  const end = at(last) + (last.contains(range.endContainer) ? range.endOffset : (last.textContent ?? '').length);
  return end > start ? { start, end } : undefined;
}
