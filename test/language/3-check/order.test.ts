import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inDependenceOrder } from '../../../language/3-check/order.ts';

const node = (name: string, start: number): { address: string; span: { file: string; start: number; end: number } } => ({
  address: name,
  span: { file: 'a', start, end: start },
});

/** Nodes 0 … n-1 in any order of the text, and what each reads. */
const graph = fc.integer({ min: 1, max: 12 }).chain((size) =>
  fc.record({
    places: fc.shuffledSubarray(
      Array.from({ length: size }, (_, index) => index),
      { minLength: size },
    ),
    reads: fc.array(fc.array(fc.nat(size - 1), { maxLength: 4 }), { minLength: size, maxLength: size }),
  }),
);

const ordered = (places: readonly number[], reads: readonly (readonly number[])[]) =>
  inDependenceOrder(
    places.map((index, start) => node(String(index), start)),
    ({ address }) => (reads[Number(address)] ?? []).map(String),
  );

describe('the order of working out', () => {
  it('puts each after what it reads, and finds no ring where there is none', () => {
    fc.assert(
      fc.property(graph, ({ places, reads }) => {
        const downwards = reads.map((all, index) => all.filter((one) => one < index));
        const { order, rings } = ordered(places, downwards);
        const at = new Map(order.map(({ address }, index) => [Number(address), index]));
        expect(rings).toEqual([]);
        expect(at.size).toBe(places.length);
        for (const [index, all] of downwards.entries()) for (const one of all) expect(at.get(one)).toBeLessThan(at.get(index) ?? -1);
      }),
    );
  });

  it('finds a ring exactly where there is one, and each ring reads round', () => {
    fc.assert(
      fc.property(graph, ({ places, reads }) => {
        const { rings } = ordered(places, reads);
        const reaches = (from: number, to: number, seen = new Set<number>()): boolean =>
          (reads[from] ?? []).some((one) => one === to || (!seen.has(one) && reaches(one, to, seen.add(one))));
        expect(rings.length > 0).toBe(reads.some((_, index) => reaches(index, index)));
        for (const ring of rings)
          for (const [index, one] of ring.entries())
            expect(reads[Number(one.address)]).toContain(Number(ring[(index + 1) % ring.length]?.address));
      }),
    );
  });

  it('keeps the order of the text where nothing else decides', () =>
    expect(ordered([2, 0, 1], [[], [], []]).order.map(({ address }) => address)).toEqual(['2', '0', '1']));
  it('bears chains longer than the machine stack', () => {
    const size = 50_000;
    const nodes = Array.from({ length: size }, (_, index) => node(String(index), index));
    expect(
      inDependenceOrder(nodes, ({ address }) => (Number(address) + 1 < size ? [String(Number(address) + 1)] : [])).order[0]?.address,
    ).toBe(String(size - 1));
  });
});
