import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PersistentMap } from '../../../runtime/ledger/persistent-map.ts';
import { emptyMap, get, set, sizeOf, values, without } from '../../../runtime/ledger/persistent-map.ts';

const keys = ['a', 'b', 'c', '__proto__', ''];

describe('a map that is never seen to change', () => {
  it('[L1] every version says what it said, in whatever order versions are asked and extended', () => {
    const change = fc.record({
      from: fc.nat(30),
      key: fc.constantFrom(...keys),
      value: fc.option(fc.integer(), { nil: undefined }),
      ask: fc.nat(30),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
        const versions: { readonly map: PersistentMap<number>; readonly model: ReadonlyMap<string, number> }[] = [
          { map: emptyMap<number>(), model: new Map() },
        ];
        const agrees = (index: number): void => {
          const { map, model } = versions[index % versions.length] ?? { map: emptyMap<number>(), model: new Map() };
          for (const key of keys) expect(get(map, key)).toBe(model.get(key));
          expect(sizeOf(map)).toBe(model.size);
          expect([...values(map)].sort()).toEqual([...model.values()].sort());
        };
        for (const { from, key, value, ask } of changes) {
          const { map, model } = versions[from % versions.length] ?? { map: emptyMap<number>(), model: new Map() };
          const next = new Map(model);
          if (value === undefined) next.delete(key);
          else next.set(key, value);
          versions.push({ map: value === undefined ? without(map, key) : set(map, key, value), model: next });
          agrees(ask);
        }
        for (const index of versions.keys()) agrees(index);
      }),
    );
  });

  it('a long stream costs no depth, and its beginning can still be asked', () => {
    const first = emptyMap<number>();
    let map = first;
    for (let index = 0; index < 200_000; index++) map = set(map, `k${index % 1000}`, index);
    expect(sizeOf(first)).toBe(0);
    expect(get(map, 'k999')).toBe(199_999);
  });
});
