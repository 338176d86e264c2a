import type { Citation } from '../../2-syntax/nodes/declaration.ts';
import type { Amendment, Change, Item } from '../../2-syntax/nodes/policy.ts';

/** Whether an item quotes its own source. */
export function quotesItself(item: Item): boolean {
  if (item.kind === 'benefit') return item.lines.some((line) => line.kind === 'citation');
  return 'citations' in item && item.citations.length > 0;
}

/**
 * The quotes that hold for each change. A 出处 line in the block holds for the changes after it up to the next 出处, and a new item that
 * quotes its own source is such a next one: what follows it is no longer said to come from the sentence before.
 */
export function citationsOfChanges(amendment: Amendment): ReadonlyMap<Change, readonly Citation[]> {
  const found = new Map<Change, readonly Citation[]>();
  let ended: string | undefined;
  for (const change of amendment.changes) {
    if (change.kind === 'rename') continue;
    const block = change.citations.map((citation) => citation.span.start).join();
    const own = change.kind === 'insert' && quotesItself(change.item);
    if (own) ended = block;
    found.set(change, block === ended ? [] : change.citations);
  }
  return found;
}
