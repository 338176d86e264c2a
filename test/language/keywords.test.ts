import { describe, expect, it } from 'vitest';
import { gluedPrefix, gluedSuffix, isReserved, KEYWORD_IDS, KEYWORDS, keywordOf, UNIT_ALIASES, UNITS } from '../../language/keywords.ts';

const words = KEYWORD_IDS.map((id) => KEYWORDS[id]);
const once = (all: readonly string[]): boolean => new Set(all).size === all.length;

describe('keywords', () => {
  it('have one Chinese word each', () => expect(once(words.map(({ zh }) => zh))).toBe(true));
  it('have one English word each', () => expect(once(words.map(({ en }) => en))).toBe(true));
  it('are found in both languages', () =>
    expect(KEYWORD_IDS.filter((id) => keywordOf(KEYWORDS[id].zh) !== id || keywordOf(KEYWORDS[id].en) !== id)).toEqual([]));
  it('are one run of Han', () => expect(words.filter(({ zh }) => !/^\p{Script=Han}+$/u.test(zh))).toEqual([]));
  it('are one small Latin word', () => expect(words.filter(({ en }) => !/^[a-z][a-z_]*$/.test(en))).toEqual([]));
  it('reserve nineteen words', () =>
    expect(
      KEYWORD_IDS.filter(isReserved)
        .map((id) => KEYWORDS[id].zh)
        .join(' '),
    ).toBe('如果 则 否则 当 且 或 非 是 含 每 从 经 待定 暂按 任意 其他 逐项 依次于 期初'));
});

describe('units', () => {
  it('have one Chinese word each', () => expect(once(UNITS.map(({ zh }) => zh))).toBe(true));
  it('have one English word each', () => expect(once(UNITS.map(({ en }) => en))).toBe(true));
  it('name only units of the list as better', () =>
    expect(Object.values(UNIT_ALIASES).filter((zh) => !UNITS.some((unit) => unit.zh === zh))).toEqual([]));
  it('are never the English word that follows a bare number', () =>
    expect(UNITS.filter(({ en }) => keywordOf(en) !== undefined)).toEqual([]));
});

describe('words run together', () => {
  it.each([
    ['当金额', 'when'],
    ['适用医疗类别', 'applies'],
    ['不超过三次', 'notOver'],
    ['支付限额甲', 'paymentCap'],
    ['当', undefined],
    ['住院', undefined],
  ] as const)('%s begins with %s', (run, id) => expect(gluedPrefix(run)).toBe(id));
  it.each([
    ['医疗类别是', 'is'],
    ['金额不超过', 'notOver'],
    ['是', undefined],
  ] as const)('%s ends in %s', (run, id) => expect(gluedSuffix(run)).toBe(id));
  it('only with a word that fits', () => expect(gluedPrefix('当金额', (id) => id !== 'when')).toBeUndefined());
});
