import { describe, expect, it } from 'vitest';
import { scan } from '../../../language/1-tokens/scan.ts';
import { statements } from '../../../language/1-tokens/statements.ts';

const read = (text: string) => statements('', scan('', text).tokens);
/** The stream the parser reads, ends of statements as ¶. */
const stream = (text: string): string =>
  read(text)
    .stream.map((one) => (one.kind === 'end' ? '¶' : one.text))
    .join(' ');
const codes = (text: string): string[] => read(text).problems.map(({ code }) => code);

describe('a line is a statement', () => {
  it.each([
    ['甲\n乙', '甲 ¶ 乙'],
    ['甲；乙。丙', '甲 ¶ 乙 ¶ 丙'],
    ['甲\n\n\n乙', '甲 ¶ 乙'],
    ['甲; \n乙', '甲 ¶ 乙'],
    ['\n甲', '甲'],
    ['{\n甲\n}', '{ 甲 ¶ }'],
    ['甲 // 说明\n乙', '甲 ¶ 乙'],
  ])('%j', (text, is) => expect(stream(text)).toBe(is));
});

describe('a line goes on', () => {
  it.each([
    ['inside ( )', '(甲\n乙)', '( 甲 乙 )'],
    ['inside [ ]', '甲[1,\n2]', '甲 [ 1 , 2 ]'],
    ['after an operator', '甲 +\n乙', '甲 + 乙'],
    ['after a word that joins', '甲 且\n乙', '甲 且 乙'],
    ['after :', '甲 :\n乙', '甲 : 乙'],
    ['after 、', '甲、\n乙', '甲 、 乙'],
    ['after =', '甲 =\n乙', '甲 = 乙'],
    ['before an operator', '甲\n+ 乙', '甲 + 乙'],
    ['before 且', '甲\n且 乙', '甲 且 乙'],
    ['over a remark', '甲 = // 说明\n乙', '甲 = 乙'],
  ])('%s', (_, text, is) => expect(stream(text)).toBe(is));
  it('but ends before the rows of a table, which are lines', () => expect(stream('甲\n| 一 |\n| 二 |')).toBe('甲 ¶ | 一 | ¶ | 二 |'));
});

describe('brackets', () => {
  it('are paired', () =>
    expect(
      read('{ (甲[1]) }')
        .pairs.map(({ open, close }) => [open, close])
        .sort((a, b) => Number(a[0]) - Number(b[0])),
    ).toEqual([
      [0, 9],
      [2, 7],
      [4, 6],
    ]));
  it('of an interval pair across kinds', () =>
    expect([codes('[0元 至 100元)'), read('[0元 至 100元)').pairs]).toEqual([[], [{ open: 0, close: 10 }]]));
  it('that stay open end before the next statement', () =>
    expect([stream('(甲\n定义 乙'), codes('(甲\n定义 乙')]).toEqual(['( 甲 ¶ 定义 乙', ['tokens/unclosed-bracket']]));
  it('that stay open end before a block closes', () => expect(codes('{ (甲 }')).toEqual(['tokens/unclosed-bracket']));
  it('too many are left out', () => expect([stream('甲)'), codes('甲)')]).toEqual(['甲', ['tokens/stray-bracket']]));
});

describe('words settled by their statement', () => {
  const kindOf = (text: string, word: string): string | undefined => read(text).stream.find((one) => one.text === word)?.tokenType.name;
  it.each([
    ['合计 甲 逐项 乙 于 丙', '合计', 'keyword:sum'],
    ['合计 + 甲', '合计', 'Name'],
    ['f(合计, 乙 逐项 甲 于 丙)', '合计', 'Name'],
    ['住院.次数', '次数', 'Name'],
    ['累计 甲 = 次数 每 乙', '次数', 'keyword:count'],
    ['余(甲)', '余', 'keyword:remaining'],
    ['余 + 甲', '余', 'Name'],
  ])('%s: %s is %s', (text, word, kind) => expect(kindOf(text, word)).toBe(kind));
});
