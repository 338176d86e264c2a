import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fragmentToPlace, placeToFragment } from '../../../studio/loop/route.ts';
import { VIEWS } from '../../../studio/store/layout.ts';

describe('links', () => {
  it.each([
    ['#/write', { view: 'write' }],
    ['#/simulate/%E7%94%B2/2023-05-08', { view: 'simulate', policy: '甲', day: '2023-05-08' }],
    ['#/check/甲', { view: 'check', policy: '甲' }],
    ['#/export/甲/yesterday', { view: 'export', policy: '甲' }],
    [
      '#/compare/甲/2023-01-01?mode=draft&from=2022-12-31',
      { view: 'compare', policy: '甲', day: '2023-01-01', more: { mode: 'draft', from: '2022-12-31' } },
    ],
    ['#/start/%zz', { view: 'start', policy: '%zz' }],
  ])('%s', (fragment, place) => {
    expect(fragmentToPlace(fragment)).toEqual(place);
  });
  it.each(['', '#', '#/nowhere', '#nonsense/甲'])('%j names no screen', (fragment) => {
    expect(fragmentToPlace(fragment)).toBeUndefined();
  });
  it('a place comes back from its link, whatever the policy is called', () => {
    const place = fc.record({
      view: fc.constantFrom(...VIEWS),
      policy: fc.string({ minLength: 1, unit: 'binary' }),
      day: fc.constant('2023-05-08'),
    });
    fc.assert(
      fc.property(place, (one) => {
        expect(fragmentToPlace(placeToFragment(one))).toEqual(one);
      }),
    );
  });
});
