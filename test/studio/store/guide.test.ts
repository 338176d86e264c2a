import { describe, expect, it } from 'vitest';
import type { GuideState, Seen } from '../../../studio/store/guide.ts';
import { guide, stepOf, witnessed } from '../../../studio/store/guide.ts';

const ASKED = { original: 50, wanted: 55 };
const seen = (percent: number | undefined, funds: string | undefined, sound = true): Seen => ({ percent, funds, sound });
const walk = (...all: readonly Seen[]): GuideState =>
  all.reduce<GuideState>((state, one) => witnessed(state, one, ASKED), { ...guide.getInitialState(), walking: true });
const steps = (...all: readonly Seen[]) =>
  all.map((now, at) => stepOf(walk(...all.slice(0, at + 1)), now, ASKED, !now.sound && now.percent === undefined));

describe('the guided first run', () => {
  const first = [seen(50, undefined), seen(50, '400.00')];

  it('goes on when the number is changed, when the result is seen, and when both are back', () => {
    const all = [...first, seen(55, '400.00'), seen(55, '440.00'), seen(50, '440.00'), seen(50, '400.00')];
    expect(steps(...all)).toEqual(['change', 'change', 'see', 'undo', 'undo', 'done']);
    expect(walk(...all)).toMatchObject({ before: '400.00', after: '440.00', percent: 55 });
  });

  it('takes no other number for it', () => {
    expect(steps(...first, seen(5, '40.00'), seen(80, '640.00'), seen(55, '440.00'))).toEqual([
      'change',
      'change',
      'other',
      'other',
      'undo',
    ]);
  });

  it('says so when the text does not hold, and counts nothing until it does', () => {
    const broken = seen(undefined, '440.00', false);
    expect(steps(...first, broken, seen(55, '440.00', false), seen(55, '440.00'))).toEqual(['change', 'change', 'wrong', 'see', 'undo']);
    // Broken behind the step: it is said there as well, and what was undone only counts in a text that holds.
    expect(steps(...first, seen(55, '440.00'), broken, seen(50, '400.00', false), seen(50, '400.00')).slice(2)).toEqual([
      'undo',
      'wrong',
      'undo',
      'done',
    ]);
  });

  it('looks at nothing when nobody walks', () => {
    const still = guide.getInitialState();
    expect(witnessed(still, seen(55, '1.00'), ASKED)).toBe(still);
  });
});
