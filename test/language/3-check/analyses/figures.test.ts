import { describe, expect, it } from 'vitest';
import type { Expression, Unit } from '../../../../language/2-syntax/node.ts';
import { figureOf, figuresIn, says } from '../../../../language/3-check/analyses/figures.ts';
import { fromDecimal, multiply, rational } from '../../../../runtime/money/rational.ts';

const span = { file: 'x.yice', start: 0, end: 1 };
const quantity = (value: string, unit: Unit, factor = 1n): Extract<Expression, { kind: 'quantity' }> => ({
  kind: 'quantity',
  value: multiply(fromDecimal(value) ?? rational(0n), rational(factor)),
  unit,
  text: value,
  span,
});

describe('numbers of a sentence', () => {
  it.each<readonly [string, ReturnType<typeof quantity>, boolean]>([
    ['由统筹基金按75%支付', quantity('75', 'percent'), true],
    ['由统筹基金按75%支付', quantity('70', 'percent'), false],
    ['支付百分之七十五', quantity('75', 'percent'), true],
    ['按七十五%支付', quantity('75', 'percent'), true],
    ['报销七成', quantity('70', 'percent'), true],
    ['报销六成五', quantity('65', 'percent'), true],
    ['报销六成五', quantity('60', 'percent'), false],
    ['报销七成半', quantity('75', 'percent'), true],
    ['付三成五个月', quantity('30', 'percent'), true],
    ['付三成五个月', quantity('5', 'months'), true],
    ['按百分之七点五支付', quantity('7.5', 'percent'), true],
    ['按百分之七点五支付', quantity('7', 'percent'), false],
    ['最低壹佰贰拾元', quantity('120', 'yuan'), true],
    ['最高可报销2,000元', quantity('2000', 'yuan'), true],
    ['最高1.3万元', quantity('13000', 'yuan'), true],
    ['最高十三万元', quantity('13', 'yuan', 10_000n), true],
    ['最高两千五百元', quantity('2500', 'yuan'), true],
    ['2000、3000元', quantity('2000', 'yuan'), true],
    ['2.3至3.7万元', quantity('23000', 'yuan'), true],
    ['从1年缩短至6个月', quantity('12', 'months'), true],
    ['从1年缩短至6个月', quantity('1', 'years'), true],
    ['从1年缩短至6个月', quantity('6', 'months'), true],
    ['等待半年', quantity('6', 'months'), true],
    ['减半征收5个月', quantity('50', 'percent'), true],
    ['付一半', quantity('50', 'percent'), true],
    ['付一半', quantity('25', 'percent'), false],
    ['提高5个百分点', quantity('5', 'points'), true],
    ['下调10%', quantity('10', 'points'), false],
    ['2022年提高到1000元', quantity('2022', 'yuan'), false],
    ['年满70周岁', quantity('70', 'age'), true],
    ['年满70周岁', quantity('70', 'yuan'), false],
    ['15天以内', quantity('15', 'days'), true],
    ['按75%支付(提高了5个百分点)', quantity('70', 'percent'), true],
    ['按75%支付(提高了5个百分点)', quantity('65', 'percent'), false],
    ['2000元(提高了1000元)', quantity('1000', 'yuan'), true],
    ['3000元(提高了1500元),限额2万元', quantity('500', 'yuan'), false],
  ])('%s', (sentence, rule, said) => {
    const figure = figureOf(rule);
    expect(figure && says(figuresIn(sentence), figure)).toBe(said);
  });

  it('asks nothing about 0 and about bare numbers', () => {
    expect([figureOf(quantity('0', 'yuan')), figureOf(quantity('2', 'none'))]).toEqual([undefined, undefined]);
  });
});

describe('figures of a sentence', () => {
  it.each([
    ['提高了5个百分点', ['5个百分点']],
    ['限额1.3万元', ['1.3万元']],
    ['两千元或三成', ['两千元', '三成']],
    ['满十二个月', ['十二个月']],
  ])('%s: each is read once', (text, figures) => {
    expect(figuresIn(text).map((figure) => figure.text)).toEqual(figures);
  });
});
