import { describe, expect, it } from 'vitest';
import { parse } from '../../../language/2-syntax/parse.ts';
import { foldsOf } from '../../../language/services/folding.ts';
import { hoverAt } from '../../../language/services/hover.ts';
import { definitionAt, referencesAt } from '../../../language/services/navigation.ts';
import { type OutlineEntry, outlineOf } from '../../../language/services/outline.ts';
import { renameAt } from '../../../language/services/rename.ts';
import { colouring } from '../../../language/services/semantic-tokens.ts';
import { inPolicy, withCaret } from '../../kit/caret.ts';

const USED = inPolicy('  定义 甲 : 比例 = 门诊‸比例 + 5个百分点');

describe('navigation', () => {
  it('goes from a use to its declaration', () => {
    const { state, at, text } = withCaret(USED);
    const [place] = definitionAt(state, at);
    expect(place && text.slice(place.start - 3, place.end)).toBe('定义 门诊比例');
  });

  it('goes from an inherited name to the vocabulary', () => {
    const { state, at } = withCaret(inPolicy('  定义 甲 : 布尔 = 医疗‸类别 是 急诊'));
    expect(definitionAt(state, at).map((place) => place.file)).toEqual(['000000-国家/词汇.yice']);
  });

  it('lists a declaration and every use of it in order', () => {
    const { state, at, text } = withCaret(USED);
    const places = referencesAt(state, at);
    expect(places.map((place) => text.slice(place.start, place.end))).toEqual(['门诊比例', '门诊比例', '门诊比例']);
    expect(places.map((place) => place.start)).toEqual(places.map((place) => place.start).toSorted((a, b) => a - b));
  });

  it('has nowhere to go from a number', () => {
    const { state, at } = withCaret(inPolicy('  定义 甲 : 比例 = 5‸0%'));
    expect(definitionAt(state, at)).toEqual([]);
  });
});

describe('rename', () => {
  const renamed = (marked: string, to: string): string => {
    const { state, at, text } = withCaret(marked);
    return renameAt(state, at, to)
      .edits.toSorted((a, b) => b.span.start - a.span.start)
      .reduce((now, edit) => now.slice(0, edit.span.start) + edit.text + now.slice(edit.span.end), text);
  };

  it('changes every use, and the text still means the same', () => {
    const after = renamed(USED, '统筹比例');
    expect(after).not.toContain('门诊比例');
    expect(after.split('统筹比例')).toHaveLength(4);
  });

  it('puts a name in quotes that cannot stand without them', () => {
    expect(renamed(USED, '2023年比例')).toContain('定义 “2023年比例” :');
  });

  it.each([
    ['', 'empty'],
    ['a“b', 'quotes'],
    ['门诊', 'taken'],
  ])('refuses “%s” (%s)', (to) => {
    const { state, at } = withCaret(USED);
    const { edits, problem } = renameAt(state, at, to);
    expect(edits).toEqual([]);
    expect(problem?.zh).toMatch(/名称|已经有/u);
  });

  it('reaches the benefit of another policy that a scenario names through 引用', () => {
    const second = `政策 “后付” {
  统筹区 “990100” 甲市
  险种 职工
  入口 结算
  自 2023-01-01 起
  发布 2022-12-01
  版本日 就诊日
  归属日 就诊日
  支付舍入 四舍五入到分
  撤销后 重算
  金额上限 1000万元
  继承 “国家医保词汇” : 参保人、就诊日、医疗类别、总额
  引用 “甲市职工医保” : 门诊.支付
}
示例 “付了” 于 “后付” {
  就诊 2023-05-08 { 医疗类别 普通门诊 }
  期望 { 门诊.支付 0元 }
}
`;
    const after = renamed(inPolicy('', second).replace('待遇 门诊', '待遇 门‸诊'), '普门');
    expect(after).toContain('引用 “甲市职工医保” : 普门.支付');
    expect(after).toContain('期望 { 普门.支付 0元 }');
  });

  it('says what would be renamed before a name is given', () => {
    const { state, at, text } = withCaret(USED);
    const { range } = renameAt(state, at);
    expect(range && text.slice(range.start, range.end)).toBe('门诊比例');
  });
});

describe('hover', () => {
  const pages = new Map([
    ['deductible', '# 起付线 · deductible\n\n先由个人付的一段。\n\nThe first stretch.\n\n```yice\n起付线 200元 每次\n```'] as const,
  ]);
  it('shows a keyword its page, each language its own paragraph, both the example', () => {
    const { state, at } = withCaret(inPolicy('').replace('起付线 200元', '起付‸线 200元'));
    const found = hoverAt(state, at, pages);
    expect(found?.markdown.zh).toContain('先由个人付的一段。\n\n```yice');
    expect(found?.markdown.en).toContain('The first stretch.\n\n```yice');
    expect(found?.markdown.en).not.toContain('先由个人');
  });

  it('shows a name what it is and where it was said', () => {
    const { state, at } = withCaret(USED);
    expect(hoverAt(state, at, pages)?.markdown.zh).toBe('**门诊比例** 定义 · 比例\n\n```yice\n定义 门诊比例 : 比例 = 50%\n```');
  });

  it('shows a field its interface name and codes', () => {
    const { state, at } = withCaret(inPolicy('  定义 甲 : 布尔 = 人员‸类别 是 在职'));
    expect(hoverAt(state, at, pages)?.markdown.zh).toContain('psn_type · 在职 11、退休 12');
  });
});

describe('outline, folds and colours', () => {
  const file = { path: 'a.yice', text: inPolicy('  // 一\n  // 二') };
  const { tree, tokens } = parse(file);
  const flat = (entries: readonly OutlineEntry[]): readonly string[] =>
    entries.flatMap((one) => [`${one.kind} ${one.name}`, ...flat(one.children)]);

  it('lists what has a name', () => {
    expect(flat(outlineOf(tree))).toEqual(['policy 甲市职工医保', 'accumulator 年起付', 'definition 门诊比例', 'benefit 门诊']);
  });

  it('folds blocks and runs of comments', () => {
    expect(foldsOf(tokens, file.text).map((fold) => file.text.slice(fold.start, fold.end).split('\n').length)).toEqual([23, 6, 2]);
  });

  it('colours are sorted and disjoint, and tell keywords from values', () => {
    const { state, text } = withCaret(inPolicy('‸'));
    const own = state.files.get('990100-甲市/政策.yice');
    const colours = colouring(state.symbols)('990100-甲市/政策.yice', own?.tokens ?? []);
    const of = (word: string): string | undefined => colours.find((one) => text.slice(one.start, one.end) === word)?.kind;
    expect([of('待遇'), of('普通门诊'), of('200元'), of('门诊比例'), of('医疗类别')]).toEqual([
      'keyword',
      'value',
      'number',
      'declaration',
      'name',
    ]);
    expect(colours.every((one, index) => index === 0 || one.start >= (colours[index - 1]?.end ?? 0))).toBe(true);
  });
});
