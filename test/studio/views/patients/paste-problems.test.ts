import { describe, expect, it } from 'vitest';
import { cellsOf } from '../../../../studio/importers/delimited.ts';
import { readRows, usesOf } from '../../../../studio/views/patients/mapping.ts';
import { nearestValue } from '../../../../studio/views/patients/nearest.ts';
import { groupedProblems, unreadable } from '../../../../studio/views/patients/paste-problems.ts';
import { summary } from '../../../kit/mianyang-answers.ts';

const LEVELS = ['三级', '二级', '一级', '未定级', '药店'];
const KINDS = ['普通门诊', '门诊慢特病', '定点药店购药', '转外诊治住院', '普通住院'];

describe('the value that a word is nearest to', () => {
  it.each([
    ['三级甲等', LEVELS, '三级'],
    ['三甲', LEVELS, '三级'],
    ['二级乙等医院', LEVELS, '二级'],
    ['未定', LEVELS, '未定级'],
    ['住院', KINDS, '普通住院'],
    ['门诊', KINDS, '普通门诊'],
    ['慢特病', KINDS, '门诊慢特病'],
    ['慢病', KINDS, '门诊慢特病'],
    ['退休人员', ['在职', '退休'], '退休'],
    ['职工', ['在职', '退休'], '在职'],
    ['级', LEVELS, undefined],
    ['月球', KINDS, undefined],
    ['', LEVELS, undefined],
  ])('“%s”', (word, values, nearest) => expect(nearestValue(word, values)).toBe(nearest));
});

const table = (...rows: readonly string[]) => cellsOf([['参保人', '就诊日', '机构等级', '政策范围内'].join('\t'), ...rows].join('\n'));
const read = (cells: readonly (readonly string[])[], replaced = {}) =>
  readRows(cells.slice(1), { uses: usesOf(cells[0] ?? [], summary, []), fixed: {}, replaced }, summary);

describe('what cannot be read in a column', () => {
  const cells = table(
    '甲\t2023-03-02\t三级甲等\t100',
    '乙\t2023-03-02\t三级\t约100',
    '丙\t2023-03-02\t三级甲等\t100',
    '丁\t2023-03-02\t三甲\t1',
  );

  it('is said once for each word, with its rows and the value it most likely is', () => {
    const groups = groupedProblems(read(cells).problems);
    expect(groups.map(({ field, text, rows, suggestion }) => [field, text, rows, suggestion])).toEqual([
      ['机构等级', '三级甲等', [0, 2], '三级'],
      ['政策范围内', '约100', [1], undefined],
      ['机构等级', '三甲', [3], '三级'],
    ]);
  });
  it('is read with the value put in its place, in all rows', () => {
    const { patients, problems } = read(cells, { 机构等级: { 三级甲等: '三级' } });
    expect(patients.map(({ encounters }) => encounters[0]?.fields.机构等级)).toEqual(['三级', '三级']);
    expect(problems.map(({ text }) => text)).toEqual(['约100', '三甲']);
  });
  it('is read for thousands of rows', () => {
    const many = table(...Array.from({ length: 2_000 }, (_, at) => `患者${at}\t2023-03-02\t${at % 2 ? '三甲' : '三级'}\t${at}`));
    const { patients, problems } = read(many);
    expect([patients.length, groupedProblems(problems).map(({ rows }) => rows.length)]).toEqual([1_000, [1_000]]);
  });
});

describe('a text that is no table of patients', () => {
  const why = (text: string) => {
    const cells = cellsOf(text);
    return unreadable(text, cells, usesOf(cells[0] ?? [], summary, []));
  };
  it.each([
    ['', undefined],
    [' ', 'nothing'],
    ['你好', 'oneColumn'],
    ['一\n二\n三', 'oneColumn'],
    ['参保人\t就诊日\t政策范围内', 'noRows'],
    ['甲\t2023-03-02\t100\n乙\t2023-03-02\t100', 'noField'],
    ['参保人\t就诊日\n甲\t2023-03-02', undefined],
  ])('%j', (text, expected) => expect(why(text)).toBe(expected));
});
