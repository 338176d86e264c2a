import { describe, expect, it } from 'vitest';
import { MOST_DEPTH, MOST_FINDINGS, MOST_TERMS } from '../../../language/1-tokens/limits.ts';
import { parse } from '../../../language/2-syntax/parse.ts';
import { noise } from '../../kit/noise.ts';

const inPolicy = (text: string): string => `政策 “甲” {\n${text}\n}\n`;
const codes = (text: string): string[] => parse({ path: 'a.yice', text }).diagnostics.map(({ code }) => code);
/** Generous: what is told here is that no text takes time out of proportion, on a machine that does other things too. */
const SOON = 3000;
const timed = (text: string): { readonly codes: string[]; readonly soon: boolean } => {
  const start = performance.now();
  const told = codes(text);
  return { codes: told, soon: performance.now() - start < SOON };
};

describe('one clear message, soon', () => {
  it.each([
    ['10,000 nested brackets', inPolicy(`定义 甲 : 金额 = ${'('.repeat(10_000)}1元${')'.repeat(10_000)}`), 'tokens/too-deep'],
    ['10,000 open brackets', '('.repeat(10_000), 'tokens/too-deep'],
    ['10,000 open blocks', '政策 “甲” {\n'.repeat(10_000), 'tokens/too-deep'],
    ['10,000 times 非', inPolicy(`适用 ${'非 '.repeat(10_000)}甲`), 'tokens/too-deep'],
    ['10,000 times 如果', inPolicy(`定义 甲 : 金额 = ${'如果 甲 则 1元 否则 '.repeat(10_000)}1元`), 'tokens/too-deep'],
    ['10,000 times 于', inPolicy(`定义 甲 : 金额 = 甲${' 于 甲'.repeat(10_000)}`), 'tokens/too-deep'],
    ['100 kB of bytes', noise(100_000, 256), 'tokens/not-policy'],
    ['100 kB of printed signs', noise(100_000, 127), 'tokens/not-policy'],
    ['100 kB of any character', noise(100_000, 0xffff), 'tokens/not-policy'],
    ['more than two million characters', '甲 '.repeat(1_100_000), 'tokens/file-too-large'],
    ['more tokens than any policy has', '甲.'.repeat(300_000), 'tokens/file-too-large'],
    ['a formula of 20,000 terms', inPolicy(`定义 甲 : 金额 = 1元${' + 1元'.repeat(20_000)}`), 'syntax/formula-too-long'],
    ['100 kB of one word', '甲'.repeat(100_000), 'syntax/outside'],
    ['100 kB of one digit', '9'.repeat(100_000), 'tokens/number-too-long'],
    ['100 kB of an open quote', `“${'甲'.repeat(100_000)}`, 'tokens/unclosed-quote'],
  ])('%s', (_, text, code) => expect(timed(text)).toEqual({ codes: [code], soon: true }));
});

describe('what is just within the limits is read', () => {
  it('brackets', () =>
    expect(codes(inPolicy(`定义 甲 : 金额 = ${'('.repeat(MOST_DEPTH - 1)}1元${')'.repeat(MOST_DEPTH - 1)}`))).toEqual([]));
  it('conditions', () => expect(codes(inPolicy(`定义 甲 : 布尔 = ${'非 '.repeat(MOST_DEPTH)}乙`))).toEqual([]));
  it('a formula', () => expect(codes(inPolicy(`定义 甲 : 金额 = 1元${' + 1元'.repeat(MOST_TERMS - 1)}`))).toEqual([]));
  it('a list of 20,000 values', () => expect(codes(inPolicy(`定义 甲 : 布尔 = 乙 是 丙${'、丙'.repeat(20_000)}`))).toEqual([]));
});

describe('many faults', () => {
  const many = inPolicy('定义 甲 金额\n'.repeat(5000));
  it('are told up to the limit, then that there are more', () => {
    const told = codes(many);
    expect(told).toHaveLength(MOST_FINDINGS + 1);
    expect(told.at(-1)).toBe('tokens/more');
  });
  it('are told soon', () => expect(timed(many).soon).toBe(true));
  it('of the characters inside a policy, too', () =>
    expect(codes(inPolicy('定义 甲 : 金额 = 5@\n'.repeat(500)))).toHaveLength(MOST_FINDINGS + 1));
  it('leave the rest of the policy readable', () => {
    const { tree } = parse({
      path: 'a.yice',
      text: inPolicy('定义 甲 金额\n定义 乙 : 金额 = 5元\n待遇 住院 {\n起付先 5元\n报销比例 70%\n}'),
    });
    expect(tree).toMatchObject({
      complete: false,
      items: [
        {
          items: [{ kind: 'definition', name: { text: '甲' } }, { name: { text: '乙' } }, { kind: 'benefit', lines: [{ kind: 'ratio' }] }],
        },
      ],
    });
  });
});
