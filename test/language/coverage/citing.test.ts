import { describe, expect, it } from 'vitest';
import { parse } from '../../../language/2-syntax/parse.ts';
import { compile } from '../../../language/compile.ts';
import { citeAt } from '../../../language/coverage/citing.ts';
import { clausesOf } from '../../../language/coverage/clauses.ts';
import type { Noting } from '../../../language/coverage/noting.ts';
import { blockFor, leftOpen, notARule, ruleFrom, unexpressed, valuesIn } from '../../../language/coverage/noting.ts';
import { quoted } from '../../../language/coverage/quoting.ts';
import type { TextEdit } from '../../../language/diagnostics/diagnostic.ts';
import { realPolicies } from '../../kit/policy.ts';

const NOTICE = '990100-甲市/sources/通知.txt';
const TEXT = '在职职工起付标准200元,报销比例75%。全市240万人参保。对重症另行规定。';
const PATH = '990100-甲市/甲.yice';
const POLICY = `政策 “甲” {
  险种 职工
  依据 通知 = 文件 “通知.txt”
  定义 起付 : 金额 = 200元
  定义 比例甲 : 比例 =
    出处 通知 “报销比例75%”
    70%
  待遇 门诊 {
    报销比例 75%
    起付线 200元 每次
  }
}
修订 “甲” 发布 2023-01-01 自 2023-01-01 起 {
  起付 由 200元 改为 300元
}
`;
const parsed = (text: string) => [parse({ path: PATH, text }).tree];
const made = (text: string, edits: readonly TextEdit[]): string =>
  edits
    .toSorted((a, b) => b.span.start - a.span.start)
    .reduce((now, { span, text: put }) => now.slice(0, span.start) + put + now.slice(span.end), text);
const cited = (text: string, mark: string, sentence: string, document = NOTICE) => {
  const done = citeAt(parsed(text), { file: PATH, offset: text.indexOf(mark) + 1 }, document, sentence, text);
  if (!done.ok) throw new Error(done.problem.zh);
  return { ...done, text: made(text, done.edits) };
};

describe('a sentence as 出处', () => {
  it('stands above the rule, as far in as the rule', () => {
    expect(cited(POLICY, '起付 :', '起付标准200元').text).toContain('\n  出处 通知 “起付标准200元”\n  定义 起付 : 金额 = 200元');
  });
  it('joins the sentences that are there', () => {
    expect(cited(POLICY, '70%', '起付标准200元').text).toContain('    出处 通知 “报销比例75%”\n    出处 通知 “起付标准200元”\n    70%');
  });
  it('goes to the line of a benefit, and to its first line from its head', () => {
    expect(cited(POLICY, '起付线 200元', '起付标准200元').text).toContain('75%\n    出处 通知 “起付标准200元”\n    起付线');
    expect(cited(POLICY, '门诊 {', '起付标准200元').text).toContain('门诊 {\n    出处 通知 “起付标准200元”\n    报销比例 75%');
  });
  it('goes above a change of an amendment', () => {
    expect(cited(POLICY, '起付 由', '起付标准200元').text).toContain('{\n  出处 通知 “起付标准200元”\n  起付 由');
  });
  it('tells numbers that the sentence does not say', () => {
    expect(cited(POLICY, '起付 由', '起付标准200元')).toMatchObject({ differs: ['300元'], says: ['200元'] });
    expect(cited(POLICY, '起付 :', '起付标准200元').differs).toEqual([]);
  });
  it('tells a number that another sentence of the rule says, where this one gives it otherwise', () => {
    const text = POLICY.replace('“报销比例75%”', '“报销比例75%,提高了5个百分点”');
    expect(cited(text, '70%', '报销比例75%')).toMatchObject({ differs: ['70%'], says: ['75%'] });
    expect(cited(text, '70%', '全市240万人参保').differs).toEqual([]);
  });
  it('is not written twice', () => {
    const done = citeAt(parsed(POLICY), { file: PATH, offset: POLICY.indexOf('70%') }, NOTICE, '报销比例７５％', POLICY);
    expect(done).toMatchObject({ ok: false, problem: { zh: '这条规则已经引了这一句' } });
  });
  it('declares the document where the policy does not yet', () => {
    const other = cited(POLICY, '起付 :', '起付标准200元', '990100-甲市/sources/2024通知.txt').text;
    expect(other).toContain('“通知.txt”\n  依据 通知甲 = 文件 “2024通知.txt”\n');
    expect(other).toContain('出处 通知甲 “起付标准200元”');
  });
  it('needs a rule', () => {
    const at = (mark: string) => citeAt(parsed(POLICY), { file: PATH, offset: POLICY.indexOf(mark) + 1 }, NOTICE, '一', POLICY).ok;
    expect([at('险种'), at('依据'), at('政策')]).toEqual([false, false, false]);
  });
});

describe('a sentence in quotes', () => {
  it.each([
    ['起付\n标准', '“起付标准”'],
    ['“救命钱”守护', '““救命钱”守护”'],
    ['钱”守护', '"钱”守护"'],
  ])('%s', (sentence, text) => {
    expect(quoted(sentence)).toBe(text);
  });
});

describe('a sentence set aside', () => {
  const sentence = { document: NOTICE, sentence: '全市240万人参保' };
  const changed = (noting: Noting, text = POLICY) => ({ path: PATH, text: made(text, noting.edits) });
  const states = (texts: readonly { path: string; text: string }[]) =>
    clausesOf(
      texts.map((one) => parse(one).tree),
      { path: NOTICE, text: TEXT },
    ).clauses.map((clause) => `${TEXT.slice(clause.start, clause.start + 4)} ${clause.state}`);

  it('begins undone', () => {
    expect(states([{ path: PATH, text: POLICY }])).toEqual(['在职职工 undone', '全市24 undone']);
  });
  it('as 非规则 begins a 核对 block in a file of its own, then fills it', () => {
    const first = notARule(parsed(POLICY), '990100-甲市', sentence, '统计');
    expect(first.file).toEqual({ path: '990100-甲市/核对.yice', text: '核对 “通知.txt” {\n  非规则 “全市240万人参保” “统计”\n}\n' });
    const file = first.file ?? { path: '', text: '' };
    const second = notARule([parse(file).tree], '990100-甲市', { document: NOTICE, sentence: '另行规定' }, '说明');
    expect(made(file.text, second.edits)).toBe('核对 “通知.txt” {\n  非规则 “全市240万人参保” “统计”\n  非规则 “另行规定” “说明”\n}\n');
    expect(states([{ path: PATH, text: POLICY }, file])).toEqual(['在职职工 undone', '全市24 notARule']);
  });
  it('as 未能表达 stands in the policy', () => {
    const block = blockFor(parsed(POLICY), '甲');
    if (!block) throw new Error('no block');
    expect(states([changed(unexpressed(parsed(POLICY), block, sentence, '没有构造'))])).toEqual(['在职职工 undone', '全市24 unexpressed']);
  });
  it('as 待定 is a parameter with the sentence', () => {
    const block = blockFor(parsed(POLICY), '甲');
    if (!block) throw new Error('no block');
    const noting = leftOpen(parsed(POLICY), block, { document: NOTICE, sentence: '对重症另行规定' }, '未写数');
    expect(states([changed(noting)])).toEqual(['在职职工 undone', '全市24 undone', '对重症另 pending']);
  });
  it('as the beginning of a rule has one definition a number', () => {
    const block = blockFor(parsed(POLICY), '甲');
    if (!block) throw new Error('no block');
    const noting = ruleFrom(parsed(POLICY), block, { document: NOTICE, sentence: '在职职工起付标准200元,报销比例75%' });
    expect(changed(noting).text).toContain(
      '定义 新规则 : 金额 =\n    出处 通知 “在职职工起付标准200元,报销比例75%”\n    200元\n  定义 新规则乙 : 比例 =',
    );
    expect(states([changed(noting)])).toEqual(['在职职工 rule', '全市24 undone']);
  });
});

describe('numbers of a sentence', () => {
  it.each([
    ['提高了5个百分点', ['百分点 5个百分点']],
    ['2023年1月1日起单病种1.3万元', ['金额 13000元']],
    ['从1年缩短至6个月', ['月数 12个月', '月数 6个月']],
    ['三成', ['比例 30%']],
    ['两种及以上', []],
  ])('%s', (sentence, values) => {
    expect(valuesIn(sentence).map(({ type, text }) => `${type} ${text}`)).toEqual(values);
  });
});

describe('on the real policies', () => {
  it('what is written compiles, and its sentence is found', async () => {
    const { files, documents } = realPolicies();
    const trees = files.map((file) => parse(file).tree);
    const document = documents.find(({ path }) => path.includes('游仙区'));
    const block = blockFor(trees, '绵阳市职工基本医疗保险');
    if (!document || !block) throw new Error('the policies have moved');
    const sentence = '职工医保待遇等待期从1年缩短至6个月';
    for (const noting of [
      ruleFrom(trees, block, { document: document.path, sentence }),
      leftOpen(trees, block, { document: document.path, sentence }, '未写'),
      unexpressed(trees, block, { document: document.path, sentence }, '未写'),
    ]) {
      const changed = files.map((file) => (file.path === block.span.file ? { ...file, text: made(file.text, noting.edits) } : file));
      const { diagnostics } = await compile({ files: changed, documents }, {});
      expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ code, what }) => `${code} ${what.zh}`)).toEqual([]);
      expect(diagnostics.filter(({ code }) => code.startsWith('citations/'))).toEqual([]);
    }
  });
  it('every clause of the interview has a state, and the counts add up', () => {
    const { files, documents } = realPolicies();
    const document = documents.find(({ path }) => path.includes('游仙区'));
    if (!document) throw new Error('the policies have moved');
    const { clauses } = clausesOf(
      files.map((file) => parse(file).tree),
      document,
    );
    expect(clauses.filter(({ state }) => state === 'undone')).toEqual([]);
    expect(new Set(clauses.map(({ state }) => state))).toEqual(new Set(['rule', 'pending', 'notARule']));
  });
});
