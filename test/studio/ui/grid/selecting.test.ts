import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Selected } from '../../../../studio/ui/grid/selecting.ts';
import { blockOf, moved, single, stepped } from '../../../../studio/ui/grid/selecting.ts';

const extent = { rows: 40, cols: 6, page: 10 };
const place = fc.record({ row: fc.nat(39), col: fc.nat(5) });
const keys = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown', 'a'];
const press = fc.record({ key: fc.constantFrom(...keys), shift: fc.boolean(), mod: fc.boolean() });
const go = (from: Selected, key: string, shift = false, mod = false) => moved(from, { key, shift, mod }, extent);

describe('the active cell and its block', () => {
  it('never leave the grid, whatever is pressed', () => {
    fc.assert(
      fc.property(place, fc.array(press, { maxLength: 30 }), (at, presses) => {
        const last = presses.reduce((now, one) => moved(now, one, extent) ?? now, single(at));
        const block = blockOf(last);
        return block.top >= 0 && block.left >= 0 && block.bottom < 40 && block.right < 6;
      }),
    );
  });

  it('keep the active cell while Shift moves the far corner', () => {
    fc.assert(
      fc.property(place, fc.constantFrom(...keys.slice(0, -1)), fc.boolean(), (at, key, mod) => {
        const next = go(single(at), key, true, mod);
        return next?.at.row === at.row && next.at.col === at.col;
      }),
    );
  });

  it.each([
    ['ArrowRight', false, { row: 3, col: 3 }],
    ['ArrowRight', true, { row: 3, col: 5 }],
    ['Home', false, { row: 3, col: 0 }],
    ['Home', true, { row: 0, col: 0 }],
    ['End', true, { row: 39, col: 5 }],
    ['PageDown', false, { row: 13, col: 2 }],
    ['PageUp', false, { row: 0, col: 2 }],
  ])('go with %s (Ctrl %s) to %o', (key, mod, to) => {
    expect(go(single({ row: 3, col: 2 }), key, false, mod)).toEqual(single(to));
  });

  it('take everything in with Ctrl A, and move with nothing else that is typed', () => {
    expect(go(single({ row: 3, col: 2 }), 'a', false, true)).toEqual({ at: { row: 0, col: 0 }, to: { row: 39, col: 5 } });
    expect(go(single({ row: 3, col: 2 }), 'a')).toBeUndefined();
  });
});

describe('Tab', () => {
  const even = (_: number, col: number): boolean => col % 2 === 1;
  it('stops at the cells that can be written, over the ends of rows', () => {
    expect(stepped({ row: 0, col: 5 }, 1, extent, even)).toEqual({ row: 1, col: 1 });
    expect(stepped({ row: 1, col: 1 }, -1, extent, even)).toEqual({ row: 0, col: 5 });
  });
  it('leaves the grid past its last stop', () => {
    expect(stepped({ row: 39, col: 5 }, 1, extent, even)).toBeUndefined();
    expect(stepped({ row: 0, col: 1 }, -1, extent, even)).toBeUndefined();
  });
});
