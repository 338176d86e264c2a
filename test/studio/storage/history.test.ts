import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { HistoryShelf, Moment } from '../../../studio/storage/history.ts';
import { keepHistory, thinned } from '../../../studio/storage/history.ts';
import { saving } from '../../../studio/store/saving.ts';
import { withText, workspace } from '../../../studio/store/workspace.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

function shelfOf(): HistoryShelf & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  const key = ({ path, at }: Moment): string => `${at}:${path}`;
  return {
    kept,
    moments: async () => [...kept.keys()].map((one) => ({ at: Number(one.split(':')[0]), path: one.split(':')[1] ?? '' })),
    textOf: async (moment) => kept.get(key(moment)),
    put: async (moment, text) => void kept.set(key(moment), text),
    drop: async (moments) => {
      for (const one of moments) kept.delete(key(one));
    },
  };
}

beforeEach(() => {
  saving.setState(saving.getInitialState(), true);
  workspace.setState({
    ...workspace.getInitialState(),
    files: { 'a.yice': { path: 'a.yice', text: '起先' }, 'b.yice': { path: 'b.yice', text: '不动' } },
  });
});

describe('local history', () => {
  it('has what a text was before the work began, and each state that was copied; nothing of a text that never changed', async () => {
    const shelf = shelfOf();
    let now = 1_000 * MINUTE;
    const { copy, stop } = keepHistory(shelf, () => now);
    workspace.setState((state) => withText(state, 'a.yice', '一'));
    await copy();
    now += MINUTE;
    await copy();
    workspace.setState((state) => withText(state, 'a.yice', '二'));
    await copy();
    stop();
    expect([...shelf.kept]).toEqual([
      [`${1_000 * MINUTE - 1}:a.yice`, '起先'],
      [`${1_000 * MINUTE}:a.yice`, '一'],
      [`${1_001 * MINUTE}:a.yice`, '二'],
    ]);
  });

  it('keeps the newest, never more than there is room for, and the less the older', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat({ max: 40 * DAY }), { minLength: 1, maxLength: 400 }), (ages) => {
        const now = 100 * DAY;
        const moments = ages.map((age) => ({ path: 'a', at: now - age }));
        const gone = new Set(thinned(moments, now).map(({ at }) => at));
        const held = moments.filter(({ at }) => !gone.has(at)).sort((a, b) => b.at - a.at);
        expect(held[0]?.at).toBe(Math.max(...moments.map(({ at }) => at)));
        expect(held.length).toBeLessThanOrEqual(120);
        const perDay = held.filter(({ at }) => now - at >= 2 * DAY).map(({ at }) => at);
        for (const [index, at] of perDay.entries()) if (index > 0) expect((perDay[index - 1] ?? 0) - at).toBeGreaterThanOrEqual(DAY);
        expect(thinned(held, now)).toEqual([]);
      }),
    );
  });
});
