import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dayAt,
  dayByKey,
  dayToNumber,
  drawn,
  edgesOf,
  knownStretches,
  numberToDay,
  scaleOf,
  shareOf,
} from '../../../studio/shell/ruler.ts';
import type { TimelineStretch } from '../../../studio/worker/protocol.ts';

const stretch = (
  from: string | undefined,
  to: string | undefined,
  versionId?: string,
  known: Partial<TimelineStretch> = {},
): TimelineStretch => ({
  amendments: [],
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
  ...(versionId === undefined ? {} : { versionId }),
  ...known,
});
const timeline = [
  stretch('2023-01-01', undefined, 'b'),
  stretch(undefined, '2022-01-01'),
  stretch('2022-01-01', '2023-01-01', 'a', { knownTo: '2023-05-31' }),
  stretch('2022-01-01', '2023-01-01', 'a+', { knownFrom: '2023-05-31' }),
];
const now = knownStretches(timeline, undefined);
const edges = edgesOf(now);
const scale = scaleOf(edges, '2023-05-08');

describe('the version ruler', () => {
  it('shows the law as known now, in order', () => {
    expect(now.map(({ versionId }) => versionId)).toEqual([undefined, 'a+', 'b']);
  });
  it('shows the law as known on a day', () => {
    expect(knownStretches(timeline, '2023-05-30').map(({ versionId }) => versionId)).toEqual([undefined, 'a', 'b']);
  });
  it('an edge is a day on which the law changes', () => {
    expect(edges).toEqual(['2022-01-01', '2023-01-01']);
  });
  it('draws no law, the base and what is amended, side by side without a gap', () => {
    const parts = drawn(now, scale);
    expect(parts.map(({ kind }) => kind)).toEqual(['none', 'base', 'amended']);
    expect(parts.slice(1).map(({ left }) => left.toFixed(6))).toEqual(
      parts.slice(0, -1).map(({ left, width }) => (left + width).toFixed(6)),
    );
  });
  it('a handle near an edge snaps on it, elsewhere it is the day under it', () => {
    const edge = shareOf(scale, '2023-01-01');
    expect([dayAt(scale, edge + 0.004, edges, 0.012), dayAt(scale, shareOf(scale, '2023-05-08'), edges, 0.012)]).toEqual([
      { day: '2023-01-01', edge: true },
      { day: '2023-05-08', edge: false },
    ]);
  });
  it.each([
    ['ArrowRight', false, '2023-05-09'],
    ['ArrowLeft', false, '2023-05-07'],
    ['ArrowRight', true, '2023-06-07'],
    ['PageDown', false, '2023-01-01'],
    ['PageUp', false, '2023-05-08'],
    ['Home', false, '2022-01-01'],
    ['End', false, '2023-01-01'],
    ['x', false, undefined],
  ])('%s (Shift %s) goes to %s', (key, shift, day) => {
    expect(dayByKey(key, shift, '2023-05-08', edges, scale)).toBe(day);
  });
  it('a day survives its number', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 60_000 }), (number) => {
        expect(dayToNumber(numberToDay(number))).toBe(number);
      }),
    );
  });
});
