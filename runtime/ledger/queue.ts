/** Events waiting to be looked at again, in order of arrival, each once. */
export interface Waiting {
  add(serial: number, event: string): void;
  /** The one that arrived first; undefined when none is left. */
  next(): string | undefined;
}

interface Place {
  readonly serial: number;
  readonly event: string;
}

/** A binary heap by serial number, so that thousands of readers of one family's cell wait at little cost. */
export function waiting(): Waiting {
  const heap: Place[] = [];
  const known = new Set<string>();
  const before = (a: number, b: number): boolean => (heap[a]?.serial ?? Infinity) < (heap[b]?.serial ?? Infinity);
  const swap = (a: number, b: number): void => {
    const [x, y] = [heap[a] as Place, heap[b] as Place];
    heap[a] = y;
    heap[b] = x;
  };
  return {
    add(serial, event) {
      if (known.has(event)) return;
      known.add(event);
      let at = heap.push({ serial, event }) - 1;
      for (let up = (at - 1) >> 1; at > 0 && before(at, up); up = (at - 1) >> 1) {
        swap(at, up);
        at = up;
      }
    },
    next() {
      const [first] = heap;
      const last = heap.pop();
      if (first === undefined || last === undefined) return undefined;
      if (heap.length > 0) {
        heap[0] = last;
        let at = 0;
        for (;;) {
          let least = at;
          for (const child of [2 * at + 1, 2 * at + 2]) if (before(child, least)) least = child;
          if (least === at) break;
          swap(least, at);
          at = least;
        }
      }
      known.delete(first.event);
      return first.event;
    },
  };
}
