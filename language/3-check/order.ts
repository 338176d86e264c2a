/**
 * The order of working out: each definition after those it reads. Depth first in the order of the text, so that the result does not
 * depend on anything else; a definition met again while it is still open closes a ring.
 */
import type { Span } from '../2-syntax/nodes/span.ts';

export interface Ordered<T> {
  readonly order: readonly T[];
  /** Each ring once, beginning with its member that stands first in the text. */
  readonly rings: readonly (readonly T[])[];
}

/** Sorts by dependence. Addresses that no node has are ignored. */
export function inDependenceOrder<T extends { readonly address: string; readonly span: Span }>(
  nodes: readonly T[],
  reads: (node: T) => readonly string[],
): Ordered<T> {
  const byAddress = new Map(nodes.map((node) => [node.address, node] as const));
  const state = new Map<T, 'open' | 'done'>();
  const order: T[] = [];
  const rings: T[][] = [];
  for (const root of nodes) {
    // A stack of its own: chains of definitions may be longer than the machine's.
    const path: { readonly node: T; readonly next: Iterator<string> }[] = [];
    const enter = (node: T): void => {
      state.set(node, 'open');
      path.push({ node, next: reads(node)[Symbol.iterator]() });
    };
    if (!state.has(root)) enter(root);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const step = top.next.next();
      if (step.done) {
        path.pop();
        state.set(top.node, 'done');
        order.push(top.node);
        continue;
      }
      const target = byAddress.get(step.value);
      if (!target) continue;
      const known = state.get(target);
      if (known === undefined) enter(target);
      else if (known === 'open') rings.push(fromFirst(path.slice(path.findIndex((one) => one.node === target)).map((one) => one.node)));
    }
  }
  return { order, rings: distinct(rings) };
}

function fromFirst<T extends { readonly span: Span }>(ring: readonly T[]): T[] {
  const first = ring.reduce((best, one, index) => (before(one.span, ring[best]?.span ?? one.span) ? index : best), 0);
  return [...ring.slice(first), ...ring.slice(0, first)];
}

const before = (a: Span, b: Span): boolean => (a.file === b.file ? a.start < b.start : a.file < b.file);

function distinct<T extends { readonly address: string }>(rings: readonly T[][]): readonly (readonly T[])[] {
  const key = (ring: readonly T[]): string => ring.map((one) => one.address).join(' ');
  return rings.filter((ring, index) => rings.findIndex((other) => key(other) === key(ring)) === index);
}
