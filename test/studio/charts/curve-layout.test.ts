import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeCurve, scaleTo } from '../../../studio/charts/curve-layout.ts';

describe('cost curve', () => {
  it('ticks are round and reach the end', () => {
    expect(scaleTo(4500, 4).ticks).toEqual([0, 2000, 4000, 6000]);
    expect(scaleTo(6000, 6).ticks).toEqual([0, 1000, 2000, 3000, 4000, 5000, 6000]);
    expect(scaleTo(0, 4).max).toBe(1);
  });
  it('no amount lies beyond its axis', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1e9, noNaN: true }), fc.integer({ min: 2, max: 8 }), (max, wanted) => {
        const scale = scaleTo(max, wanted);
        expect(scale.max).toBeGreaterThanOrEqual(max * (1 - 1e-9));
        expect(scale.ticks.length).toBeLessThanOrEqual(wanted * 2 + 2);
      }),
    );
  });
  it('a place on the axis reads back as its amount', () => {
    const curve = {
      part: '政策范围内',
      points: [
        { at: '0.00', personal: '0.00', funds: '0.00' },
        { at: '6000.00', personal: '4700.00', funds: '1300.00' },
      ],
      kinks: [],
      cliffs: [],
    };
    const placed = placeCurve(curve, { width: 600, height: 300, left: 50, right: 20, top: 10, bottom: 30 });
    expect(placed.readX(placed.placeX(4000))).toBeCloseTo(4000, 6);
    expect(placed.placeY(0)).toBe(270);
  });
});
