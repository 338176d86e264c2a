import { describe, expect, it } from 'vitest';
import { scan } from '../../../language/1-tokens/scan.ts';

/** Kinds and texts of a text's tokens, as `kind:text`. */
const tokens = (text: string): string =>
  scan('', text)
    .tokens.map((one) => `${one.kind}:${one.text}`)
    .join(' ');
const texts = (text: string): string[] => scan('', text).tokens.map((one) => one.text);
const codes = (text: string): string[] => scan('', text).problems.map(({ code }) => code);

describe('words split as they read', () => {
  it.each([
    ['起付线430元', ['起付线', '430元']],
    ['不超过3.7万元', ['不超过', '3.7万元']],
    ['2.3万元至3.7万元', ['2.3万元', '至', '3.7万元']],
    ['满5年', ['满', '5年']],
    ['2以上', ['2', '以上']],
    ['住院.支付', ['住院', '.', '支付']],
    ['tier_1级', ['tier_1', '级']],
    ['爱新觉罗·溥仪', ['爱新觉罗·溥仪']],
    ['2023-01-01起', ['2023-01-01', '起']],
    ['a<=b', ['a', '<=', 'b']],
    ['（甲＋乙）', ['（', '甲', '＋', '乙', '）']],
    ['甲//乙\n丙', ['甲', '//乙', '\n', '丙']],
    ['甲\r\n乙', ['甲', '\r\n', '乙']],
    ['1——3', ['1', '——', '3']],
    ['\ufeff甲', ['甲']],
  ])('%s', (text, parts) => expect([texts(text), codes(text)]).toEqual([parts, []]));

  it('knows keywords in both languages', () =>
    expect(tokens('当 when 当金额 whenever')).toBe('keyword:当 keyword:when name:当金额 name:whenever'));
  it('knows full-width Latin keywords', () => expect(tokens('ｗｈｅｎ')).toBe('keyword:ｗｈｅｎ'));
});

describe('quoted texts', () => {
  it.each([
    ['“原文”', '原文'],
    ['“外“内”外”', '外“内”外'],
    ['"原 “ 文"', '原 “ 文'],
    ['“a // b （，）”', 'a // b （，）'],
    ['“”', ''],
  ])('%s', (text, content) =>
    expect([scan('', text).tokens.map(({ kind, value }) => [kind, value]), codes(text)]).toEqual([[['text', content]], []]),
  );

  it.each([
    ['“没有合上', 'tokens/unclosed-quote'],
    ['"没有合上', 'tokens/unclosed-quote'],
    ['“方向错“', 'tokens/quote-mismatch'],
    ['”方向错”', 'tokens/quote-mismatch'],
    ['“混用"', 'tokens/quote-mismatch'],
    ['"混用”', 'tokens/quote-mismatch'],
    ['‘单引号’', 'tokens/wrong-quotes'],
    ['「直角」', 'tokens/wrong-quotes'],
    ['《书名》', 'tokens/wrong-quotes'],
    ['甲”', 'tokens/stray-quote'],
  ])('%s', (text, code) => expect(codes(text)).toEqual([code]));

  it('end on their line', () => expect(texts('“没有合上 {\n甲')).toEqual(['“没有合上', '{', '\n', '甲']));
});

describe('characters outside the language', () => {
  it.each([
    ['@', 'tokens/bad-character'],
    ['》', 'tokens/bad-character'],
    ['😀', 'tokens/bad-character'],
    ['\u200b', 'tokens/invisible-character'],
    ['\u202e', 'tokens/invisible-character'],
    ['甲\ufeff', 'tokens/invisible-character'],
  ])('%j', (text, code) => expect(codes(text)).toEqual([code]));
  it.each([
    ['甲∶乙', ':'],
    ['甲﹐乙', ','],
    ['甲•乙', '·'],
    ['3‐2', '-'],
    ['甲 ＆ 乙', '且'],
    ['！甲', '非'],
  ])('%s: %s is meant', (text, better) => expect(scan('', text).problems[0]?.fixes[0]?.edits[0]?.text).toBe(better));
  it('are one finding when they repeat', () => expect(codes('@@@@')).toEqual(['tokens/bad-character']));
});
