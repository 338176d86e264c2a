/** Which painted stretches of a text stay, and which have to be painted anew: pure. */
import type { ColourSpan } from '../worker/protocol.ts';

/** Where a text is no longer what it was: `from` to `to` as it is now, `by` letters longer than it was there. */
export interface Changed {
  readonly from: number;
  readonly to: number;
  readonly by: number;
}

/** One more change, of `length` letters at `offset` into `inserted` others, to a text that was changed before. */
export function changedBy(before: Changed | undefined, offset: number, length: number, inserted: number): Changed {
  const by = inserted - length;
  if (!before) return { from: offset, to: offset + inserted, by };
  const to = before.to >= offset + length ? before.to + by : offset + inserted;
  return { from: Math.min(before.from, offset), to: Math.max(to, offset + inserted), by: before.by + by };
}

/** A stretch as painted; it moves with the letters. */
export interface Painted extends ColourSpan {
  readonly id: string;
}

export interface Repainted {
  readonly gone: readonly string[];
  /** In order; what has no `id` is to be painted. */
  readonly spans: readonly (ColourSpan & { readonly id?: string })[];
}

/** Both lists are sorted and disjoint. What touches a change is painted anew: who knows what became of it there. */
export function repaint(before: readonly Painted[], changed: Changed | undefined, spans: readonly ColourSpan[]): Repainted {
  const gone: string[] = [];
  const result: (ColourSpan & { readonly id?: string })[] = [];
  let next = 0;
  for (const { start, end, kind, id } of before) {
    const by = changed === undefined || end < changed.from ? 0 : start > changed.to - changed.by ? changed.by : undefined;
    if (by === undefined) {
      gone.push(id);
      continue;
    }
    for (let one = spans[next]; one && one.start < start + by; one = spans[next]) {
      result.push(one);
      next += 1;
    }
    const same = spans[next];
    if (same && same.start === start + by && same.end === end + by && same.kind === kind) {
      result.push({ start: same.start, end: same.end, kind, id });
      next += 1;
    } else gone.push(id);
  }
  result.push(...spans.slice(next));
  return { gone, spans: result };
}
