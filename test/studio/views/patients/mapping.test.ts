import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellsOf } from '../../../../studio/importers/delimited.ts';
import type { ColumnUse } from '../../../../studio/views/patients/mapping.ts';
import { fieldsWithout, readRows, usesOf } from '../../../../studio/views/patients/mapping.ts';
import type { PolicySummary } from '../../../../studio/worker/protocol.ts';
import { summary as mianyang } from '../../../kit/mianyang-answers.ts';

const summary: PolicySummary = { ...mianyang, english: { 人员类别: 'type of person' } };
const HEADER = [
  '姓名',
  '参保人',
  '就诊日',
  'MED_TYPE',
  '机构等级',
  'Type of person',
  '政策范围内',
  '期望：个人',
  '门诊统筹.支付',
  '备注',
  '医师',
];
const uses = usesOf(HEADER, summary, ['门诊统筹.支付']);
const read = (...rows: readonly (readonly string[])[]) => readRows(rows, { uses, fixed: {} }, summary);
const row = (over: Readonly<Record<number, string>> = {}): readonly string[] =>
  ['甲的第一例', '甲', '2023-03-02', '普通门诊', '三级', '在职', '1,000', '600', '400.00', '看过', '李'].map(
    (text, at) => over[at] ?? text,
  );

describe('a table from a spreadsheet', () => {
  it('is cut at tabs or commas, quotes kept together', () => {
    expect(cellsOf('a\tb\r\n"1\n2"\t"x""y"\n\n')).toEqual([
      ['a', 'b'],
      ['1\n2', 'x"y'],
    ]);
    expect(cellsOf('\uFEFFa,b\n"1,000",2')).toEqual([
      ['a', 'b'],
      ['1,000', '2'],
    ]);
  });
  it('of any cells is cut back into them', () => {
    const cell = fc.string({ maxLength: 6 }).map((text) => text.trim().replace(/[\uFEFF\r]/g, ''));
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(rows, (given) => {
        const kept = given.filter((one) => one.some((text) => text !== ''));
        const text = kept.map((one) => one.map((part) => `"${part.replaceAll('"', '""')}"`).join('\t')).join('\n');
        // The first line must show its separator.
        fc.pre(kept.length > 0 && !(kept[0] ?? []).some((part) => part.includes('\n')));
        expect(cellsOf(text)).toEqual(kept);
      }),
    );
  });
  it('has its columns named: by field, interface name, English, expectation; what nobody has stays out', () => {
    const named = (name: string): ColumnUse => ({ kind: 'field', name });
    expect(uses).toEqual([
      { kind: 'name' },
      ...['参保人', '就诊日', '医疗类别', '机构等级', '人员类别', '政策范围内'].map(named),
      { kind: 'expected', label: '个人' },
      { kind: 'expected', label: '门诊统筹.支付' },
      { kind: 'note' },
      { kind: 'none' },
    ]);
  });
  it('has its columns named as offices write them; a fund that could be one of several is asked for', () => {
    const office = usesOf(
      ['姓名', '就诊日期', '就诊类型', '医院级别', '政策范围内费用', '统筹基金支付', '个人负担', '经办人'],
      summary,
      [],
    );
    const named = (name: string): ColumnUse => ({ kind: 'field', name });
    expect(office).toEqual([
      { kind: 'name' },
      ...['就诊日', '医疗类别', '机构等级', '政策范围内'].map(named),
      { kind: 'none' },
      { kind: 'expected', label: '个人' },
      { kind: 'none' },
    ]);
  });
  it('becomes patients: neighbouring rows of one person are visits', () => {
    const { patients, problems } = read(row(), row({ 2: '2023年4月11日', 4: '二级' }), row({ 1: '乙' }));
    expect(problems).toEqual([]);
    expect(patients.map(({ name, encounters }) => [name, encounters.length])).toEqual([
      ['甲的第一例', 2],
      ['甲的第一例', 1],
    ]);
    expect(patients[0]).toMatchObject({
      note: '看过',
      encounters: [
        { id: '第1次', fields: { 政策范围内: '1000.00', 机构等级: '三级' } },
        { id: '第2次', fields: { 就诊日: '2023-04-11' } },
      ],
      expected: { 第1次: { 个人: '600.00元', '门诊统筹.支付': '400.00元' } },
    });
  });
  it('keeps cases of one person apart when they have names of their own', () => {
    expect(read(row(), row({ 0: '甲的第二例' })).patients).toHaveLength(2);
    expect(usesOf(['例', '称呼'], summary, [])).toEqual([{ kind: 'none' }, { kind: 'name' }]);
    expect(usesOf(['例'], summary, [])).toEqual([{ kind: 'name' }]);
  });
  it.each([
    [6, '约2000', 'money', '政策范围内'],
    [6, '0.001', 'tooFine', '政策范围内'],
    [6, '-5', 'negative', '政策范围内'],
    [2, '2023-13-01', 'day', '就诊日'],
    [4, '四级', 'value', '机构等级'],
    [7, '大约', 'money', '个人'],
  ])('names cell %i “%s” as %s and leaves its row out', (column, text, why, field) => {
    const found = read(row(), row({ [column]: text }));
    expect(found.problems).toMatchObject([{ row: 1, column, why, text, field }]);
    expect(found).toMatchObject({ leftOut: 1, patients: [{ encounters: { length: 1 } }] });
  });
  it('guesses nothing: fields without a column are told, and filled only when somebody says with what', () => {
    const without = fieldsWithout({ uses, fixed: {} }, summary).map(({ name }) => name);
    expect(without).toContain('全自费');
    expect(without).not.toContain('总额');
    const { patients } = readRows([row()], { uses, fixed: { 全自费: '0', 先行自付: '约' } }, summary);
    expect(patients[0]?.encounters[0]?.fields).toMatchObject({ 全自费: '0.00' });
    expect(patients[0]?.encounters[0]?.fields).not.toHaveProperty('先行自付');
  });
});
