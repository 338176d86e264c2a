import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  arrived,
  begun,
  COMPARE_MODES,
  choiceFromLink,
  choiceToLink,
  comparison,
  modeChosen,
  sideWished,
} from '../../../studio/store/comparison.ts';

const initial = comparison.getInitialState();

describe('a comparison', () => {
  it('comes back from its link', () => {
    const day = fc.constantFrom('2022-12-31', '2023-01-01');
    const wish = fc.record({ day, knownOn: day }, { requiredKeys: [] });
    fc.assert(
      fc.property(fc.constantFrom(...COMPARE_MODES), wish, wish, fc.boolean(), (mode, before, after, swapped) => {
        const state = { ...initial, mode, before, after, swapped, other: mode === 'areas' ? '乙市' : undefined };
        expect(choiceFromLink(initial, choiceToLink(state))).toEqual(state);
      }),
    );
  });

  it('as at first says nothing in the link, and reads nothing that is no day', () => {
    expect(choiceToLink(initial)).toEqual({});
    expect(choiceFromLink(initial, { from: 'yesterday', mode: 'moon' })).toEqual(initial);
  });

  it('wishes belong to their mode', () => {
    const wished = sideWished(initial, 'before', { day: '2022-01-01' });
    expect(modeChosen(wished, 'draft')).toMatchObject({ mode: 'draft', before: {} });
    expect(modeChosen(wished, 'years')).toBe(wished);
  });

  it('what is begun knows nothing yet; a problem takes the place of results', () => {
    const started = begun({ ...initial, chosen: 3 }, 'a');
    expect(started).toMatchObject({ key: 'a', running: true, chosen: undefined });
    expect(arrived(started, { part: 'problem', side: 'before', problem: { kind: 'noPolicy' } }).problem).toMatchObject({ side: 'before' });
  });
});
