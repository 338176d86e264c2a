import { describe, expect, it } from 'vitest';
import { parse } from '../../../language/2-syntax/parse.ts';

const name = (text: string) => ({ text });
const path = (...names: string[]) => ({ names: names.map(name) });
const ref = (...names: string[]) => ({ kind: 'reference', path: path(...names) });
const read = (text: string) => {
  const { tree, diagnostics } = parse({ path: 'a.yice', text });
  expect(diagnostics).toEqual([]);
  return tree.items[0];
};

describe('amendments', () => {
  it.each<[string, object]>([
    ['修订 “甲” { }', { policy: name('甲'), supersedes: false, changes: [] }],
    [
      '修订 “甲” 发布 2023-01-01 自 2023-02-01 起 至 2023-12-31 并取代 { }',
      { published: { month: 1 }, effective: { month: 2 }, until: { month: 12 }, supersedes: true },
    ],
    [
      '修订 “甲” { 甲[三级, 1] 由 910元 改为 860元 }',
      { changes: [{ kind: 'replace', path: { keys: [{}, {}] }, old: { text: '910元' }, new: { text: '860元' } }] },
    ],
    ['修订 “甲” { 新增 定义 乙 : 数 = 1 }', { changes: [{ kind: 'insert', item: { kind: 'definition' } }] }],
    ['修订 “甲” { 停止 乙.丙 }', { changes: [{ kind: 'stop', path: path('乙', '丙') }] }],
    ['修订 “甲” { 改名 乙 为 丙 }', { changes: [{ kind: 'rename', path: path('乙'), to: name('丙') }] }],
    ['修订 “甲” { 限额.x 由 1元 改为 2元 }', { changes: [{ kind: 'replace', path: path('限额', 'x') }] }],
  ])('%s', (text, is) => expect(read(text)).toMatchObject({ kind: 'amendment', ...is }));

  it('give each 出处 to the changes after it, up to the next', () =>
    expect(read('修订 “甲” {\n停止 一\n出处 甲 “a”\n出处 甲 “b”\n停止 二\n停止 三\n出处 甲 “c”\n停止 四\n}')).toMatchObject({
      citations: [{ quote: name('a') }, { quote: name('b') }, { quote: name('c') }],
      changes: [[], ['a', 'b'], ['a', 'b'], ['c']].map((quotes) => ({ citations: quotes.map((one) => ({ quote: name(one) })) })),
    }));
});

describe('scenarios', () => {
  it.each<[string, object]>([
    ['知晓日 2023-01-01', { kind: 'knownOn', day: { year: 2023 } }],
    ['设 住院.比例 = 60%', { kind: 'suppose', path: path('住院', '比例'), value: { unit: 'percent' } }],
    ['已有 年门诊(2023, 三级) = 1300元', { kind: 'opening', accumulator: path('年门诊'), keys: [{ text: '2023' }, ref('三级')] }],
    [
      '参保人 甲 { 身份 特困、低保; 已备案 真 }',
      { kind: 'person', name: name('甲'), given: [{ values: [ref('特困'), ref('低保')] }, { values: [{ kind: 'truth', value: true }] }] },
    ],
    ['参保人 {\n人员类别 在职\n}', { kind: 'person', given: [{ path: path('人员类别') }] }],
    ['就诊 2023-05-08 { 政策范围内 1000元 }', { kind: 'encounter', day: { day: 8 }, given: [{ path: path('政策范围内') }] }],
    ['撤销 第2次', { kind: 'reverse', event: 2 }],
    ['reverse event 2', { kind: 'reverse', event: 2 }],
    [
      '期望 { 个人 600元 原文 599元 有误 “少算” }',
      { kind: 'expect', given: [{ source: { value: { text: '599元' }, why: name('少算') } }] },
    ],
    [
      '期望 { 状态 待定; 原因 “一”; 原因 “二” }',
      { kind: 'expect', given: [], status: { value: name('待定') }, reasons: [name('一'), name('二')] },
    ],
    ['expect { status pending }', { kind: 'expect', status: { value: name('待定') } }],
    ['expect { status not_entitled }', { kind: 'expect', status: { value: name('不享受') } }],
  ])('%s', (text, is) =>
    expect(read(`示例 “题” 于 “甲” {\n${text}\n}`)).toMatchObject({ kind: 'scenario', title: name('题'), policy: name('甲'), lines: [is] }),
  );
});

describe('properties', () => {
  it.each<[string, object]>([
    ['有界 甲 在 0元 至 5元', { kind: 'bounded', low: { text: '0元' }, high: { text: '5元' } }],
    ['有界 甲 在 0元 以上', { kind: 'bounded', low: { text: '0元' } }],
    ['有界 甲 在 5元 以下', { kind: 'bounded', high: { text: '5元' } }],
    ['单调 随 甲, 乙 不增加', { kind: 'monotone', along: path('甲'), subject: ref('乙'), direction: 'down' }],
    [
      '比较 甲 由 乙 到 丙，丁 不减少',
      { kind: 'compared', field: path('甲'), from: ref('乙'), to: ref('丙'), subject: ref('丁'), direction: 'up' },
    ],
    ['拆合不变 按 甲, 乙', { kind: 'splitting', along: path('甲'), subject: ref('乙') }],
  ])('%s', (text, is) => expect(read(`性质 “题” 于 “甲” 当 x : ${text}`)).toMatchObject({ kind: 'property', guard: ref('x'), law: is }));
});

describe('spans', () => {
  const text = '政策 “甲” {\n  定义 “乙” : 金额 = 5元 + 取大(1元, 2元)\n}\n';
  it('of a policy reach from its keyword to its brace', () =>
    expect(read(text)).toMatchObject({ span: { file: 'a.yice', start: 0, end: text.length - 1 }, name: { span: { start: 3, end: 6 } } }));
  it('of an expression cover what was written', () => {
    const policy = read(text);
    const item = policy?.kind === 'policy' ? policy.items[0] : undefined;
    const { start = 0, end = 0 } = item?.kind === 'definition' ? item.value.span : {};
    expect(text.slice(start, end)).toBe('5元 + 取大(1元, 2元)');
  });
  it('are those of the original text, whatever its width', () =>
    expect(parse({ path: '', text: '政策　“甲”　｛｝' }).tree.items[0]?.span).toMatchObject({ start: 0, end: 9 }));
});

describe('what an editor is told', () => {
  const { tokens } = parse({ path: '', text: '政策 “甲” {\n  定义 支付 : 数 = 住院.支付 // 说明\n}' });
  const kinds = tokens.filter(({ kind }) => kind !== 'end').map((one) => `${one.text}:${one.asName ? 'name' : one.kind}`);
  it('which keywords are names', () =>
    expect(kinds).toEqual([
      '政策:keyword',
      '“甲”:text',
      '{:punctuation',
      '定义:keyword',
      '支付:name',
      '::punctuation',
      '数:keyword',
      '=:punctuation',
      '住院:name',
      '.:punctuation',
      '支付:name',
      '// 说明:comment',
      '}:punctuation',
    ]));
});
