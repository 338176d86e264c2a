import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearest } from '../../../runtime/encounter/nearest.ts';
import { encounterReader, readFields } from '../../../runtime/encounter/read.ts';
import { BOOL, draft, PERCENT } from '../../kit/ir.ts';
import { outpatient, visit } from '../../kit/outpatient.ts';

const reader = encounterReader(outpatient());
const given = (fields: Readonly<Record<string, unknown>>) => readFields(reader, { ...visit(1000).fields, ...fields });
const value = (name: string, fields: Readonly<Record<string, unknown>>) => given(fields).inputs[reader.names.get(name) ?? -1];

describe('amounts', () => {
  it.each([
    ['1000.00', 100000n],
    ['0.5', 50n],
    [1000, 100000n],
    [0, 0n],
  ] as const)('[A2] %j yuan', (amount, fen) => {
    expect(value('政策范围内', { 政策范围内: amount })).toBe(fen);
  });

  it.each([1000.5, 0.1 + 0.2, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 60])(
    '[A2] the number %s is refused with what to write instead',
    (amount) => {
      const [problem] = given({ 政策范围内: amount }).problems;
      expect(problem).toMatchObject({ code: 'wrongType', field: '政策范围内' });
      expect(problem?.zh).toContain(`写成文本 “${amount}”`);
      expect(problem?.en).toContain(`write it as the text “${amount}”`);
    },
  );

  it.each(['1,000.00', '1000元', '约2000', '1.005', null, true, [], {}])('[A2] %j is no amount', (amount) => {
    expect(given({ 政策范围内: amount }).problems).toMatchObject([{ code: 'wrongType', field: '政策范围内' }]);
  });

  it.each(['-0.01', -5])('an expense of %s is refused', (amount) => {
    expect(given({ 政策范围内: amount }).problems).toMatchObject([{ code: 'outOfRange' }]);
  });

  it.each([{ 政策范围内: '10000000.01' }, { 政策范围内: '6000000.00', 先行自付: '6000000.00' }])(
    '[A11] %j is beyond the limit of amounts',
    (fields) => {
      expect(given(fields).problems).toMatchObject([{ code: 'outOfRange' }]);
    },
  );
});

describe('the bill', () => {
  it('[S8] a total that is not given is the sum of its parts', () => {
    expect(value('总额', { 先行自付: '1.50' })).toBe(100150n);
  });
  it('[S8] a total that differs from the sum of its parts is refused, with both sums', () => {
    const [problem] = given({ 总额: '999.99' }).problems;
    expect(problem).toMatchObject({ code: 'sumDiffers', field: '总额' });
    expect(problem?.zh).toContain('999.99');
    expect(problem?.zh).toContain('= 1000.00');
  });
  it('[S8] parts that are given may not exceed the total', () => {
    const fields = { 总额: '900.00', 先行自付: undefined };
    expect(given(fields).problems).toMatchObject([{ code: 'sumDiffers' }]);
    expect(given({ ...fields, 总额: '1200.00' }).problems).toEqual([]);
  });
});

describe('names', () => {
  it('[S9] the interface name does as well as the Chinese name', () => {
    const { 医疗类别: _, ...rest } = visit(1000).fields;
    expect(readFields(reader, { ...rest, med_type: '普通门诊' })).toEqual(given({}));
  });
  it('[S9] both names with the same value are one', () => {
    expect(given({ med_type: '11' }).problems).toEqual([]);
  });
  it('[S9] both names with different values are refused', () => {
    expect(given({ med_type: '21' }).problems).toMatchObject([{ code: 'wrongType', field: '医疗类别' }]);
  });
  it('[S10] a value goes by its national code', () => {
    expect(value('人员类别', { 人员类别: '12' })).toBe('退休');
  });
  it.each([
    ['医疗类型', '医疗类别'],
    ['med_typ', 'med_type'],
    ['就珍日', '就诊日'],
  ])('[S10] the field %s is unknown; %s is near', (wrong, near) => {
    const [problem] = given({ [wrong]: 'x' }).problems;
    expect(problem).toMatchObject({ code: 'unknownField', field: wrong });
    expect(problem?.zh).toContain(near);
  });
  it.each([
    ['普通门珍', '普通门诊'],
    ['11 ', '可用'],
    [11, '可用'],
    ['', '可用'],
    [null, '可用'],
    ['toString', '可用'],
  ])('[S10] the value %j is unknown', (wrong, said) => {
    const [problem] = given({ 医疗类别: wrong }).problems;
    expect(problem).toMatchObject({ code: 'unknownValue', field: '医疗类别' });
    expect(problem?.zh).toContain(said);
  });
  it('finds the nearest name, or none', () => {
    expect(nearest('三甲', ['三级', '二级'])).toBe('三级');
    expect(nearest('完全不同的名字', ['三级', '二级'])).toBeUndefined();
  });
});

describe('other types', () => {
  const p = draft()
    .field('比例', PERCENT)
    .field('系数', { kind: 'number', scale: '10000' })
    .field('病种数', { kind: 'integer' }, { min: '0', max: '9' })
    .field('已备案', BOOL)
    .choice('身份', { 低保: 'D', 特困: undefined }, 'idet_type', 'set');
  const types = encounterReader(p.finish());
  const read = (name: string, one: unknown) => {
    const result = readFields(types, { [name]: one });
    return result.problems[0]?.code ?? result.inputs[types.names.get(name) ?? -1];
  };
  it.each([
    ['比例', '70%', 70n],
    ['比例', '0.7', 70n],
    ['比例', 0.7, 'wrongType'],
    ['比例', '70.5%', 'wrongType'],
    ['系数', '1.5', 15000n],
    ['系数', 2, 20000n],
    ['系数', 1.5, 'wrongType'],
    ['病种数', 3, 3n],
    ['病种数', '3', 3n],
    ['病种数', -1, 'outOfRange'],
    ['病种数', 10, 'outOfRange'],
    ['病种数', 1.5, 'wrongType'],
    ['病种数', '三', 'wrongType'],
    ['已备案', true, true],
    ['已备案', '是', true],
    ['已备案', '否', false],
    ['已备案', 'yes', 'wrongType'],
    ['身份', ['特困', 'D'], ['低保', '特困']],
    ['身份', [], []],
    ['身份', ['孤儿'], 'unknownValue'],
    ['身份', '低保', 'wrongType'],
    ['就诊日', '2023-02-29', 'wrongType'],
    ['就诊日', 20230301, 'wrongType'],
    ['参保人', '', 'wrongType'],
    ['参保人', 'a\u001fb', 'wrongType'],
    ['参保人', '甲'.repeat(201), 'wrongType'],
    ['参保人', 7, 'wrongType'],
  ] as const)('%s: %j', (name, one, result) => {
    expect(read(name, one)).toEqual(result);
  });
});

describe('whatever is given', () => {
  it('[S11] every problem is named at once', () => {
    const { problems } = given({ 就诊日: '昨天', 医疗类别: '住院', 政策范围内: 1.5, 外星字段: 1 });
    expect(problems.map(({ code }) => code).sort()).toEqual(['unknownField', 'unknownValue', 'wrongType', 'wrongType']);
  });
  it('[S11] a field that is not given is no problem yet', () => {
    expect(readFields(reader, {}).problems).toEqual([]);
  });
  it('[S11] anything at all gives problems in both languages or values, never an error', () => {
    const names = [...reader.names.keys(), '__proto__', 'constructor', 'x'];
    const anyFields = fc.oneof(fc.anything(), fc.dictionary(fc.constantFrom(...names), fc.anything()));
    fc.assert(
      fc.property(anyFields, (fields) => {
        for (const { zh, en } of readFields(reader, fields).problems) expect(zh && en).toBeTruthy();
      }),
      { numRuns: 500 },
    );
  });
});
