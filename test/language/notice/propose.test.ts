import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PolicyValues } from '../../../language/index.ts';
import { parse, readNotice, shapeOf, valuesOf } from '../../../language/index.ts';
import { realPolicies } from '../../kit/policy.ts';

const { files, documents } = realPolicies();
const blocks = files.flatMap((file) => parse(file).tree.items);
const on = '2024-01-01';
const policies = blocks.flatMap((block) => (block.kind === 'policy' ? [block] : []));
const valued = policies.map((block) => ({
  folder: block.span.file.split('/')[0] ?? '',
  policy: block.name.text,
  scheme: shapeOf(blocks, block.name.text, on)?.scheme ?? '',
  values: valuesOf(blocks, block.name.text, { on }),
}));
const read = (text: string, own: PolicyValues, others: readonly PolicyValues[]) => {
  const shape = shapeOf(blocks, own.policy, on);
  if (!shape) throw new Error(own.policy);
  return readNotice(text, own, others, shape);
};
const employees = valued.find(({ policy }) => policy === '绵阳市职工基本医疗保险');
const residents = valued.find(({ policy }) => policy === '通辽市城乡居民基本医疗保险');
if (!employees || !residents) throw new Error('no policy');

describe('the numbers of any notice', () => {
  const folders = valued.map((one) => ({ ...one, text: documents.find(({ path }) => path.startsWith(one.folder))?.text }));
  it.each(folders.flatMap((one) => (one.text === undefined ? [] : [[one.policy, one, one.text] as const])))(
    'against %s have one destination each',
    (_, own, text) => {
      const others = valued.filter((one) => one.folder === own.folder && one !== own);
      const { numbers, proposals } = read(text, own, others);
      expect(proposals.map(({ number }) => number)).toEqual(numbers.map(({ index }) => index));
      expect(proposals.every(({ why }) => why.zh !== '' && why.en !== '')).toBe(true);
    },
  );

  it('of a notice of another year are matched by benefit, line and row, not by what was quoted before', () => {
    const { numbers, proposals } = read(
      '自2024年1月1日起,职工门诊慢性病报销比例由75%提高到80%,单病种每人每年最高可报销2500元,两种及以上最高可报销3600元。',
      employees,
      [],
    );
    const to = (printed: string) => proposals[numbers.find(({ text }) => text === printed)?.index ?? -1]?.to;
    expect(to('80%')).toEqual({ kind: 'change', path: '门诊慢性病.报销比例' });
    expect(to('75%')).toMatchObject({ kind: 'claim' });
    expect(to('2500元')).toEqual({ kind: 'change', path: '慢病限额[1]' });
    expect(to('3600元')).toEqual({ kind: 'change', path: '慢病限额[2 以上]' });
  });

  it('of the residents are no change of the employees', () => {
    const { proposals } = read('居民门诊慢性病单病种每人每年最高可报销1200元。', employees, []);
    expect(proposals[0]?.to.kind).not.toBe('change');
  });

  it('that one sentence says of one value for different cases are all asked, none is taken for everybody', () => {
    const { numbers, proposals } = read(
      '市内住院报销比例:旗县级定点医疗机构75%,苏木乡镇定点医疗机构90%,盟市级以上定点医疗机构65%。',
      residents,
      [],
    );
    expect(numbers.map(({ index, text }) => [text, proposals[index]?.to])).toEqual(
      ['75%', '90%', '65%'].map((text) => [text, { kind: 'unclear', candidates: ['市内比例'] }]),
    );
  });

  it('of a new benefit are its share and its cap; no deductible is a deductible of 0, and grades that no number speaks of are left empty', () => {
    const { benefits } = read(
      '新增门诊统筹:参保人员在苏木乡镇定点医疗机构门诊就医,不设起付线,政策范围内费用按50%报销,年度最高支付限额200元。',
      residents,
      [],
    );
    const cells = [{ text: '50%', number: 0 }, { text: '' }];
    const groups = [['苏木乡镇'], ['盟市级以上', '旗县级']];
    expect(benefits[0]?.parts).toMatchObject([
      { role: 'deductible', axes: [], cells: [{ text: '0元' }] },
      { role: 'ratio', axes: [{ field: '机构层级', groups }], cells },
      { role: 'cap', axes: [{ field: '机构层级', groups }], cells: [{ text: '200元', number: 1 }, { text: '' }], yearly: true },
    ]);
  });

  it('say nothing of a rule that a sentence ends without one: it is told of, and not where a number has a row', () => {
    const text = '一、停止执行建档立卡贫困人口再次住院取消起付线的规定。\n二、年度最高支付限额由30万元提高到35万元,取消原限额。';
    expect(read(text, residents, []).endings.map(({ start, end }) => text.slice(start, end))).toEqual([
      '一、停止执行建档立卡贫困人口再次住院取消起付线的规定',
    ]);
  });

  it('never throws and leaves none out, whatever stands there', () => {
    const piece = fc.constantFrom(
      '职工',
      '居民',
      '门诊慢性病',
      '报销比例',
      '起付线',
      '最高',
      '由',
      '提高到',
      '提高了',
      '下调',
      '75%',
      '10%',
      '2000元',
      '6个月',
      '三级',
      '退休',
      '，',
      '。',
      '\n',
      '2024年1月1日起',
      '单病种',
      '门诊统筹',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const { numbers, proposals } = read(pieces.join(''), employees, []);
        expect(proposals).toHaveLength(numbers.length);
      }),
      { numRuns: 60 },
    );
  });
});
