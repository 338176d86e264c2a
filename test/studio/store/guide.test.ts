import { describe, expect, it } from 'vitest';
import type { GuideState, Seen } from '../../../studio/store/guide.ts';
import { guide, stepOf, witnessed } from '../../../studio/store/guide.ts';

const walk = (...seen: readonly Seen[]): GuideState =>
  seen.reduce<GuideState>((state, one) => witnessed(state, one, 50), { ...guide.getInitialState(), walking: true });

describe('the guided first run', () => {
  it('goes on when the number is changed, when the result is seen, and when both are back', () => {
    const seen: readonly Seen[] = [
      { percent: 50, funds: undefined },
      { percent: 50, funds: '400.00' },
      { percent: 55, funds: '400.00' },
      { percent: 55, funds: '440.00' },
      { percent: 50, funds: '440.00' },
      { percent: 50, funds: '400.00' },
    ];
    const steps = seen.map((now, at) => stepOf(walk(...seen.slice(0, at + 1)), now, 50));
    expect(steps).toEqual(['change', 'change', 'see', 'undo', 'undo', 'done']);
    expect(walk(...seen)).toMatchObject({ before: '400.00', after: '440.00', percent: 55 });
  });

  it('waits while the text cannot be settled, and takes any other number', () => {
    const seen: readonly Seen[] = [
      { percent: 50, funds: '400.00' },
      { percent: undefined, funds: '400.00' },
      { percent: 5, funds: undefined },
      { percent: 80, funds: '640.00' },
    ];
    expect(stepOf(walk(...seen.slice(0, 2)), seen[1] ?? { percent: 0, funds: '' }, 50)).toBe('change');
    expect(walk(...seen)).toMatchObject({ after: '640.00', percent: 80 });
  });

  it('looks at nothing when nobody walks', () => {
    const still = guide.getInitialState();
    expect(witnessed(still, { percent: 55, funds: '1.00' }, 50)).toBe(still);
  });
});
