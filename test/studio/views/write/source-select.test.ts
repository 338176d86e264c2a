import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countsOf, documentsOf, hitsOf, nextOf, paragraphsOf, rulesOn } from '../../../../studio/views/write/source-select.ts';
import type { CitationLink, Clause, ClauseAccount, ClauseState } from '../../../../studio/worker/protocol.ts';

const by = { file: 'a.yice', start: 0, end: 1 };
const account = (start: number, end: number, fate: ClauseAccount['fate'] = 'rule'): ClauseAccount => ({ start, end, fate, by });
const clause = (start: number, end: number, state: ClauseState, numbers: Clause['numbers'] = []): Clause => ({
  start,
  end,
  state,
  numbers,
});
const link = (
  policy: string,
  found: readonly [number, number] | undefined,
  rule: readonly [number, number],
  document = 'x/sources/a.txt',
): CitationLink => ({
  policy,
  document,
  quote: '',
  ...(found ? { found: { start: found[0], end: found[1] } } : {}),
  rule: { file: 'a.yice', start: rule[0], end: rule[1] },
  cited: { file: 'a.yice', start: rule[0], end: rule[0] + 1 },
});

describe('a document in pieces', () => {
  it('reads as it was, whatever is said of it', () => {
    const ranges = fc.array(fc.tuple(fc.nat(60), fc.nat(20)), { maxLength: 4 });
    fc.assert(
      fc.property(fc.stringMatching(/^[甲乙丙\n]{0,60}$/), ranges, ranges, (text, cuts, finds) => {
        const within = (pairs: typeof cuts) =>
          pairs.map(([start, length]) => ({ start: Math.min(start, text.length), end: Math.min(start + length, text.length) }));
        const accounts = within(cuts).map(({ start, end }) => account(start, end));
        const shown = paragraphsOf(text, { clauses: [], accounts }, undefined, within(finds));
        expect(shown.map(({ pieces }) => pieces.map((piece) => piece.text).join(''))).toEqual(
          text.split('\n').filter((line) => line.trim() !== ''),
        );
        for (const { pieces } of shown) for (const piece of pieces) expect(text.slice(piece.start).startsWith(piece.text)).toBe(true);
      }),
    );
  });
  it('is marked over the end of a line', () => {
    const shown = paragraphsOf('甲乙\n丙丁', { clauses: [clause(0, 5, 'rule')], accounts: [account(1, 4)] }, { start: 1, end: 4 }, []);
    expect(shown.map(({ pieces }) => pieces.map(({ text, tone, looked }) => `${text} ${tone} ${looked}`))).toEqual([
      ['甲 plain false', '乙 rule true'],
      ['丙 rule true', '丁 plain false'],
    ]);
    expect(shown.map(({ state }) => state)).toEqual(['rule', 'rule']);
  });
  it('shows the number that nothing accounts for, beside those that are done', () => {
    const numbers = [
      { text: '1元', start: 1, end: 3, fate: 'rule' as const },
      { text: '2元', start: 4, end: 6 },
    ];
    const [shown] = paragraphsOf('甲1元乙2元', { clauses: [clause(0, 6, 'undone', numbers)], accounts: [account(0, 3)] }, undefined, []);
    expect(shown?.pieces.map(({ text, tone, bare }) => `${text} ${tone} ${bare}`)).toEqual([
      '甲1元 rule false',
      '乙 undone false',
      '2元 undone true',
    ]);
    expect(shown?.state).toBe('undone');
  });
});

describe('sentences', () => {
  const all = [clause(0, 2, 'rule'), clause(3, 4, 'undone'), clause(5, 6, 'notARule'), clause(7, 8, 'undone')];
  it('are counted', () => {
    expect(countsOf(all)).toEqual({ rule: 1, pending: 0, undone: 2, unexpressed: 0, notARule: 1 });
  });
  it('follow one another and begin again', () => {
    expect([-1, 3, 7].map((after) => nextOf(all, 'undone', after)?.start)).toEqual([3, 7, 3]);
    expect(nextOf(all, 'pending', 0)).toBeUndefined();
  });
});

describe('the search in a document', () => {
  it('does not mind width, case and spaces', () => {
    expect(hitsOf('起付 标准２００元,Ab', '标准200元').map(({ start, end }) => [start, end])).toEqual([[3, 9]]);
    expect(hitsOf('Ab ab', 'aB')).toHaveLength(2);
    expect(hitsOf('(a)', '(')).toHaveLength(1);
    expect(hitsOf('甲', ' ')).toEqual([]);
  });
});

describe('rules on a sentence', () => {
  it('are all of them, those of the chosen policy first, then the narrowest', () => {
    const links = [link('乙', [0, 9], [0, 3]), link('甲', [0, 4], [10, 30]), link('甲', [2, 6], [40, 45]), link('甲', undefined, [50, 51])];
    expect(rulesOn(links, 'x/sources/a.txt', { start: 3, end: 4 }, '甲').map(({ rule }) => rule.start)).toEqual([40, 10, 0]);
  });
});

describe('documents to choose from', () => {
  it('are those that are cited, then those that lie beside them', () => {
    const paths = ['x/sources/a.txt', 'x/sources/b.txt', 'y/sources/c.txt', 'x/甲.yice'];
    expect(documentsOf([link('甲', [0, 1], [0, 1])], '甲', 'x', paths)).toEqual([
      { path: 'x/sources/a.txt', cited: true },
      { path: 'x/sources/b.txt', cited: false },
    ]);
  });
});
