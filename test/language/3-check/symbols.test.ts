import { describe, expect, it } from 'vitest';
import { parse } from '../../../language/2-syntax/parse.ts';
import { check } from '../../../language/3-check/check.ts';
import type { Symbols } from '../../../language/3-check/symbols.ts';
import { realPolicies } from '../../kit/policy.ts';

const workspace = realPolicies();
const textOf = new Map(workspace.files.map(({ path, text }) => [path, text] as const));
const { symbols } = check(workspace, workspace.files.map(parse));
const vocabulary = '000000-国家/词汇.yice';
const employees = '510700-绵阳市/职工基本医疗保险.yice';
const amendment = '510700-绵阳市/amendments/2023-01-01-职工门诊共济.yice';
const scenarios = '510700-绵阳市/职工基本医疗保险.scenarios.yice';

const written = ({ file, start, end }: { file: string; start: number; end: number }): string => (textOf.get(file) ?? '').slice(start, end);

/** Where the name marked by ‸ in a line of the file is declared: file, and the line of the declaration. */
function goTo(all: Symbols, file: string, marked: string): string {
  const line = marked.replace('‸', '');
  const at = (textOf.get(file) ?? '').indexOf(line) + marked.indexOf('‸');
  const reference = all.references.find(({ span }) => span.file === file && span.start <= at && at < span.end);
  if (!reference) return 'nowhere';
  const text = textOf.get(reference.declared.file) ?? '';
  const from = text.lastIndexOf('\n', reference.declared.start) + 1;
  return `${reference.declared.file.split('/').at(-1)}: ${text.slice(from, text.indexOf('\n', from)).trim()}`;
}

describe('names lead to their declarations', () => {
  it.each([
    ['an inherited field, in the vocabulary', employees, '适用 医疗类‸别 是 门诊慢特病 且', /^词汇.yice: 字段 医疗类别/],
    ['a value, where it is listed', employees, '适用 医疗类别 是 门诊慢‸特病 且', /^词汇.yice: 普通门诊 “11”/],
    ['a name in 继承', employees, '医疗类别、机构等级、人员类别、总‸额', /^词汇.yice: 费用 总额/],
    ['the vocabulary', employees, '继承 “国家医‸保词汇”', /^词汇.yice: 词汇/],
    ['an accumulator', employees, '限额 支付 慢病限额 累计于 年慢‸病', /^职工基本医疗保险.yice: 累计 年慢病/],
    ['a benefit, by the first name of a path', employees, '合计 门诊慢‸性病.支付 每', /^职工基本医疗保险.yice: 待遇 门诊慢性病/],
    ['a part that a form makes, at its line', employees, '合计 门诊慢性病.支‸付 每', /^职工基本医疗保险.yice: 支付 由 统筹基金/],
    ['a cited document', employees, '出处 访‸谈 “异地就医', /^职工基本医疗保险.yice: 依据 访谈/],
    ['the policy of an amendment', amendment, '修订 “绵阳市职工‸基本医疗保险”', /^职工基本医疗保险.yice: 政策/],
    ['what an amendment changes', amendment, '慢病限‸额[2 以上]', /^职工基本医疗保险.yice: 定义 慢病限额/],
    ['what an amendment inserts', amendment, '起付线 门诊起付‸标准', /共济.yice: 新增 定义 门诊起付标准/],
    ['a field of a scenario', scenarios, '{ 人员类‸别 在职; 参保日 2015-03-01; 认定', /^词汇.yice: 字段 人员类别/],
    ['a value of a scenario', scenarios, '{ 人员类别 在‸职; 参保日 2015-03-01; 认定', /^词汇.yice: 字段 人员类别/],
    ['an expected amount', scenarios, '期望 { 门诊统筹.起‸付 200元', /共济.yice: 起付线 门诊起付标准/],
  ])('%s', (_, file, marked, wanted) => expect(goTo(symbols, file, marked)).toMatch(wanted));
});

describe('what is recorded', () => {
  it('is the name itself, never what a form wrote', () => {
    const odd = symbols.references.filter((one) => !one.name.endsWith(written(one.span).replace(/^“|”$/gu, '')) && !one.name.includes('.'));
    expect(odd.map((one) => `${one.name}: ${written(one.span)}`)).toEqual([]);
  });
  it('leads to a declaration', () => {
    const places = new Set(symbols.declarations.map(({ span }) => `${span.file} ${span.start} ${span.end}`));
    expect(
      symbols.references
        .filter(({ declared }) => !places.has(`${declared.file} ${declared.start} ${declared.end}`))
        .map(({ name }) => name),
    ).toEqual([]);
  });
  it('keeps each place once', () => {
    const places = symbols.references.map(({ span }) => `${span.file} ${span.start}`);
    expect(new Set(places).size).toBe(places.length);
  });
  it('knows the values and the interface of a field', () => {
    const field = symbols.declarations.find(({ kind, name }) => kind === 'field' && name === '医疗类别');
    expect(field).toMatchObject({ span: { file: vocabulary }, interfaceName: 'med_type', owner: '国家医保词汇' });
    expect(field?.values?.[0]).toEqual({ name: '普通门诊', code: '11' });
  });
  it('has each kind of name with its type', () => {
    const of = (name: string): string | undefined => {
      const found = symbols.declarations.find((one) => one.name === name && one.owner === '绵阳市职工基本医疗保险');
      return found && `${found.kind} ${found.type?.kind}`;
    };
    expect(['市外比例', '年门诊', '门诊统筹', '门诊统筹.支付', '门诊统筹.起付线', '待遇等待期'].map(of)).toEqual([
      'definition ratio',
      'accumulator fen',
      'benefit undefined',
      'formPart fen',
      'formPart fen',
      'eligibility months',
    ]);
  });
});
