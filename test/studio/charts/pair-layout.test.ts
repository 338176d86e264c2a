import { describe, expect, it } from 'vitest';
import { axisEnd, placePair } from '../../../studio/charts/pair-layout.ts';

const frame = { width: 300, height: 208, left: 54, right: 14, top: 24, bottom: 26 };
const rows = [
  { at: '0.00', before: '0.00', after: '0.00' },
  { at: '1428.57', before: '1000.00', after: '1071.43' },
  { at: '2666.67', before: '1000.00', after: '2000.00' },
  { at: '6000.00', before: '1000.00', after: '2000.00' },
];

describe('two curves in one drawing', () => {
  it('share their axes, and what lies between has both as its edge', () => {
    const placed = placePair(rows, [], frame, { x: 6000, y: 2000 });
    expect(placed.before.split(' ')).toHaveLength(4);
    expect(placed.between.split(' ')).toHaveLength(8);
    expect(placed.before.split(' ')[0]).toBe(placed.after.split(' ')[0]);
  });

  it('labels stay inside and do not lie on one another', () => {
    const kinks = [
      { at: '2666.67', pays: '2000.00', side: 'after', text: '2,666.67 到顶' },
      { at: '2700.00', pays: '1990.00', side: 'after', text: '2,700.00 到顶' },
      { at: '6000.00', pays: '2000.00', side: 'before', text: '6,000.00 到顶' },
      { at: '9000.00', pays: '2000.00', side: 'before', text: '9,000.00 到顶' },
    ] as const;
    const placed = placePair(rows, kinks, frame, { x: 6000, y: 2000 });
    const labels = placed.kinks.filter(({ text }) => text !== '');
    expect(placed.kinks.map(({ at }) => at)).not.toContain('9000.00');
    expect(labels.length).toBeGreaterThan(1);
    for (const { label } of labels) expect(label.x).toBeGreaterThanOrEqual(frame.left - 6);
    for (const [index, a] of labels.entries())
      for (const b of labels.slice(index + 1))
        expect(Math.abs(a.label.y - b.label.y) >= 15 || Math.abs(a.label.x - b.label.x) > 60).toBe(true);
  });

  it('a law without amounts has no curve and no area', () => {
    const placed = placePair(
      [
        { at: '0.00', after: '0.00' },
        { at: '100.00', after: '50.00' },
      ],
      [],
      frame,
      { x: 100, y: 50 },
    );
    expect([placed.before, placed.between]).toEqual(['', '']);
  });

  it('the axis ends a little after the last turning point, or where all ends', () => {
    expect(axisEnd(['4316.67', '200.00'], '20000.00')).toBe(6000);
    expect(axisEnd([], '20000.00')).toBe(20000);
  });
});
