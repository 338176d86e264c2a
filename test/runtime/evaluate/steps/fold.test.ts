import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyLedger, settle } from '../../../../runtime/index.ts';
import type { Expr, IrType, PolicyIr } from '../../../../runtime/ir/types.ts';
import { validate } from '../../../../runtime/ir/validate.ts';
import { BOOL, DATE, FEN, fen, isOneOf, load, minus, PolicyDraft, sum, TEXT, textOf, truth, yuan } from '../../../kit/ir.ts';

const item = (field: number, out = 0): Expr => ({ op: 'item', out, field });
const [KIND, AMOUNT, DAY, GOOD] = [0, 1, 2, 3];
const ITEMS = [
  {
    name: '类别',
    type: { kind: 'enum' as const, name: '项目.类别' },
    values: [{ name: '药品', code: '1' }, { name: '材料' }],
    interfaceName: 'type',
  },
  { name: '金额', type: FEN, bill: true, interfaceName: 'amt' },
  { name: '发生日', type: DATE },
  { name: '合规', type: BOOL },
];

/** One posting that pays `value` from a part of 100,000 yuan; named steps beside it. */
function policy(change: (p: PolicyDraft) => Expr, computed = false): PolicyIr {
  const p = new PolicyDraft()
    .field('参保人', TEXT)
    .field('就诊日', DATE)
    .choice('身份', { 特困: undefined, 低保: undefined, 低边: undefined }, undefined, 'set')
    .bill('总额', '甲部分', '乙部分')
    .payer('统筹基金')
    .list('项目', ITEMS, 'feedetail');
  const value = change(p);
  p.step('值', FEN, value);
  p.post('支付', computed ? fen(0) : { op: 'least', of: [{ of: p.read('值'), by: '1' }] }, '统筹基金', ['甲部分']);
  p.step('支付.用', BOOL, truth(true), { form: { kind: 'applies' } });
  return p.benefit('支付', '支付.用', '支付.用').finish();
}

const run = (ir: PolicyIr, fields: Readonly<Record<string, unknown>>, also: readonly string[] = ['值']) =>
  settle(load(ir), { id: '1', fields: { 参保人: '甲', 就诊日: '2022-05-01', ...fields } }, emptyLedger(), { also }).answer;
const BILL = { 甲部分: '100000', 乙部分: 0 };
const total = policy((p) => p.over('项目', 'sum', item(AMOUNT)));

describe('reading a list', () => {
  it('[I1] by Chinese or interface name, its fields too, values by name or code', () => {
    const drugs = policy((p) => p.over('项目', 'sum', item(AMOUNT), { guard: isOneOf(item(KIND), '药品') }));
    const given = [
      { type: '1', amt: '3.10' },
      { 类别: '药品', 金额: 2 },
      { 类别: '材料', 金额: 9 },
    ];
    for (const name of ['项目', 'feedetail']) expect(run(drugs, { ...BILL, [name]: given }).amounts.值).toBe('5.10');
  });
  it('[I2] every problem is named with the number of its item', () => {
    const { status, problems } = run(total, { ...BILL, 项目: [{ 金额: 1 }, { 金额: 1.5, 单价: 2 }, 7, { 类别: '药', 金额: -1 }] });
    expect(status).toBe('refused');
    expect(problems.map(({ code, field }) => [code, field])).toEqual([
      ['wrongType', '项目 第2项.金额'],
      ['unknownField', '项目 第2项.单价'],
      ['wrongType', '项目 第3项'],
      ['unknownValue', '项目 第4项.类别'],
      ['outOfRange', '项目 第4项.金额'],
    ]);
    expect(problems[0]?.zh).toMatch(/^项目 第2项: /u);
    expect(problems[0]?.en).toMatch(/^项目, item 2: /u);
  });
  it.each([{}, '一项', 3, null])('[I2] %j is no list', (given) => {
    expect(run(total, { ...BILL, 项目: given })).toMatchObject({ status: 'refused', problems: [{ field: '项目' }] });
  });
  it('[I2] 5,000 items are read, one more is refused', () => {
    const of = (n: number) => Array.from({ length: n }, () => ({ 金额: '0.01' }));
    expect(run(total, { ...BILL, 项目: of(5000) }).amounts.值).toBe('50.00');
    expect(run(total, { ...BILL, 项目: of(5001) })).toMatchObject({ status: 'refused', problems: [{ code: 'outOfRange', field: '项目' }] });
  });
  it('[I2] under both names it is refused', () => {
    expect(run(total, { ...BILL, 项目: [], feedetail: [] }).status).toBe('refused');
  });
});

describe('folds', () => {
  it('[I3] a sum is the sum of what counts, whatever the order', () => {
    const chosen = policy((p) => p.over('项目', 'sum', sum(item(AMOUNT), fen(1)), { guard: item(GOOD) }));
    const items = fc.array(fc.record({ fen: fc.integer({ min: 0, max: 99_999 }), good: fc.boolean() }), { maxLength: 30 });
    fc.assert(
      fc.property(items, (drawn) => {
        const given = drawn.map(({ fen: n, good }) => ({ 金额: (n / 100).toFixed(2), 合规: good }));
        const wanted = drawn.filter(({ good }) => good).reduce((all, { fen: n }) => all + n + 1, 0);
        expect(run(chosen, { ...BILL, 项目: given }).amounts.值).toBe((wanted / 100).toFixed(2));
        expect(run(chosen, { ...BILL, 项目: given.toReversed() }).amounts.值).toBe((wanted / 100).toFixed(2));
      }),
    );
  });
  it('[I3] of no item the sum and the count are 0', () => {
    expect(run(total, { ...BILL, 项目: [] }).amounts.值).toBe('0.00');
    const count = policy((p) => ({ op: 'product', a: p.over('项目', 'count'), b: fen(1), wide: false }));
    expect(run(count, { ...BILL, 项目: [] }).amounts.值).toBe('0.00');
    expect(run(count, { ...BILL, 项目: [{}, {}, {}] }).amounts.值).toBe('0.03');
  });
  const most = policy((p) => p.over('项目', 'greatest', item(AMOUNT), { none: fen(0) }));
  const fewest = policy((p) => p.over('项目', 'least', item(AMOUNT)));
  it('[I4] the greatest and the least; of no item 0 and a violation', () => {
    const 项目 = [{ 金额: 3 }, { 金额: 7 }, { 金额: 5 }];
    expect(run(most, { ...BILL, 项目 }).amounts.值).toBe('7.00');
    expect(run(fewest, { ...BILL, 项目 }).amounts.值).toBe('3.00');
    expect(run(most, { ...BILL, 项目: [] }).amounts.值).toBe('0.00');
    expect(run(fewest, { ...BILL, 项目: [] })).toMatchObject({ status: 'violation', problems: [{ code: 'impossible' }] });
  });
  it('[I4, I9] the first of several that give the same is the one that is named', () => {
    const lines = (given: unknown) => run(most, { ...BILL, 项目: given }).explanation?.lines.map(({ formula }) => formula);
    expect(lines([{ 金额: 3 }, { 金额: 7 }, { 金额: 7 }])).toContain('项目 3项最大(第2项) = 7.00');
  });
  it('[I5] a set in the order in which its values are declared', () => {
    const best = policy((p) => ({
      op: 'fold',
      how: 'greatest',
      over: { kind: 'members', of: p.in('身份') },
      value: { op: 'choose', if: isOneOf({ op: 'member', out: 0 }, '低边'), then: yuan(1), otherwise: yuan(9) },
      none: fen(0),
    }));
    const answer = run(best, { ...BILL, 身份: ['低边', '低保', '特困'] });
    expect(answer.amounts.值).toBe('9.00');
    expect(answer.explanation?.lines.map(({ formula }) => formula)).toContain('身份 3项最大(特困) = 9.00');
    expect(run(best, { ...BILL, 身份: [] }).amounts.值).toBe('0.00');
  });
  it('[I3] a fold inside a fold sees both items', () => {
    const sameDay: Expr = { op: 'same', a: item(DAY), b: item(DAY, 1) };
    const busiest = policy((p) => p.over('项目', 'greatest', p.over('项目', 'sum', item(AMOUNT), { guard: sameDay }), { none: fen(0) }));
    const on = (发生日: string, 金额: number) => ({ 发生日, 金额 });
    expect(run(busiest, { ...BILL, 项目: [on('2022-01-01', 5), on('2022-01-02', 4), on('2022-01-02', 3)] }).amounts.值).toBe('7.00');
  });
  it('[I10] too many folds inside folds are a violation, and told soon', () => {
    const cube = policy((p) => p.over('项目', 'sum', p.over('项目', 'sum', p.over('项目', 'sum', item(AMOUNT)))));
    const of = (n: number) => ({ ...BILL, 项目: Array.from({ length: n }, () => ({ 金额: '0.01' })) });
    expect(run(cube, of(50)).amounts.值).toBe('1250.00');
    expect(run(cube, of(400))).toMatchObject({ status: 'violation', problems: [{ code: 'overLimit' }] });
  });
  it('[I6] what an item lacks is named with its number, only when it is needed', () => {
    const drugs = policy((p) => p.over('项目', 'sum', item(AMOUNT), { guard: isOneOf(item(KIND), '药品') }));
    expect(run(drugs, { ...BILL, 项目: [{ 类别: '药品', 金额: 1 }, { 类别: '材料' }] }).status).toBe('settled');
    expect(run(drugs, { ...BILL, 项目: [{ 类别: '材料' }, { 类别: '药品' }, { 金额: 2 }] })).toMatchObject({
      status: 'missing',
      missing: ['项目 第2项.金额', '项目 第3项.类别'],
    });
    expect(run(drugs, BILL)).toMatchObject({ status: 'missing', missing: ['项目'] });
  });
  it('[I6] what is open for one item is open for the fold', () => {
    const open = policy((p) => {
      p.point('先付比例', '原文未写', { type: FEN });
      return p.over('项目', 'sum', { op: 'choose', if: item(GOOD), then: item(AMOUNT), otherwise: p.open('先付比例') });
    });
    expect(run(open, { ...BILL, 项目: [{ 金额: 1, 合规: true }] }).status).toBe('settled');
    expect(
      run(open, {
        ...BILL,
        项目: [
          { 金额: 1, 合规: true },
          { 金额: 1, 合规: false },
        ],
      }),
    ).toMatchObject({
      status: 'open',
      open: [{ reason: '原文未写' }],
    });
  });
});

describe('fields that are worked out', () => {
  const computed = policy((p) => {
    p.worksOut('乙部分', p.over('项目', 'sum', item(AMOUNT), { guard: isOneOf(item(KIND), '材料') }));
    p.worksOut('甲部分', minus(p.over('项目', 'sum', item(AMOUNT)), p.in('乙部分')));
    return p.in('甲部分');
  });
  const 项目 = [
    { 类别: '药品', 金额: 30 },
    { 类别: '材料', 金额: 12.5 * 2 },
  ];
  it('[I7, I8] not given they are worked out, and the total with them', () => {
    const answer = run(computed, { 项目 });
    expect(answer).toMatchObject({ status: 'settled', totals: { total: '55.00' }, amounts: { 甲部分: '30.00', 乙部分: '25.00' } });
    expect(answer.explanation?.lines.map(({ zh }) => zh.title)).toContain('甲部分算得 30.00');
  });
  it('[I7] given they must agree', () => {
    expect(run(computed, { 项目, 甲部分: 30 }).status).toBe('settled');
    const refused = run(computed, { 项目, 甲部分: '30.01' });
    expect(refused).toMatchObject({ status: 'refused', problems: [{ code: 'sumDiffers', field: '甲部分' }] });
    expect(refused.problems[0]?.zh).toContain('30.01');
    expect(refused.problems[0]?.zh).toContain('30.00');
  });
  it('[I7] given without items there is nothing to agree with', () => {
    expect(run(computed, { 甲部分: 30, 乙部分: 25 })).toMatchObject({ status: 'settled', totals: { total: '55.00' } });
  });
  it('[I7] neither given nor worked out is missing, with what is lacking', () => {
    expect(run(computed, {})).toMatchObject({ status: 'missing' });
    expect(run(computed, {}).missing.toSorted()).toEqual(['乙部分', '甲部分', '项目']);
  });
  it('[I11] an item that states what is worked out otherwise refuses the event, by its number', () => {
    const worked = policy((p) => {
      const type: IrType = { kind: 'money', scale: '1' };
      const agrees: Expr = { op: 'compare', test: '=', a: { of: item(AMOUNT), by: '1' }, b: { of: yuan(7), by: '1' } };
      p.program.computedItems.push({ list: 0, field: AMOUNT, type, value: yuan(7), agrees });
      return fen(0);
    });
    const bill = { 甲部分: 0, 乙部分: 0 };
    expect(run(worked, { ...bill, 项目: [{ 金额: 7 }, {}] }).status).toBe('settled');
    const refused = run(worked, { ...bill, 项目: [{ 金额: 7 }, { 金额: 8 }] });
    expect(refused).toMatchObject({ status: 'refused', problems: [{ code: 'sumDiffers', field: '项目 第2项.金额' }] });
    expect(refused.problems[0]?.zh).toContain('算得 7.00');
  });
  it('[I7] a part of the bill that comes out negative refuses the event', () => {
    const left = policy((p) => {
      p.worksOut('甲部分', minus(p.over('项目', 'sum', item(AMOUNT)), p.in('乙部分')));
      return fen(0);
    });
    expect(run(left, { 项目, 乙部分: 55 }).status).toBe('settled');
    expect(run(left, { 项目, 乙部分: '55.01' })).toMatchObject({ status: 'refused', problems: [{ code: 'outOfRange', field: '甲部分' }] });
  });
  it('[I8] a total that is given must be the sum of the parts that are worked out', () => {
    expect(run(computed, { 项目, 总额: 55 }).status).toBe('settled');
    expect(run(computed, { 项目, 总额: 56 })).toMatchObject({ status: 'refused', problems: [{ code: 'sumDiffers', field: '总额' }] });
  });
});

describe('a bundle with folds is read only when they fit', () => {
  const reasons = (ir: PolicyIr): readonly string[] => {
    const read = validate(JSON.parse(JSON.stringify({ irVersion: 1, policies: [ir] })));
    return read.ok ? [] : read.reasons.map(({ zh }) => zh);
  };
  it('[B7] accepts the policies above', () => {
    expect(reasons(total)).toEqual([]);
  });
  it.each([
    ['an item outside a fold', () => policy(() => item(AMOUNT)), '这里没有明细的一项'],
    ['a member where an item is in hand', () => policy((p) => p.over('项目', 'sum', { op: 'member', out: 0 })), '这里没有集合的一员'],
    ['a field that items lack', () => policy((p) => p.over('项目', 'sum', item(9))), '明细的字段 9 不存在'],
    ['a sum of days', () => policy((p) => p.over('项目', 'sum', item(DAY))), '应为数'],
    ['a fold without a value', () => policy((p) => p.over('项目', 'sum')), '缺少逐项的式子'],
    ['a count with one', () => policy((p) => p.over('项目', 'count', item(AMOUNT))), '次数不带式子'],
    ['a list that is not there', () => policy(() => ({ op: 'fold', how: 'count', over: { kind: 'items', list: 4 } })), '明细 4 不存在'],
    ['a set that is none', () => policy(() => ({ op: 'fold', how: 'count', over: { kind: 'members', of: textOf('甲') } })), '应为集合'],
  ] as const)('[B7] refuses %s', (_, ir, reason) => {
    expect(reasons(ir())).toContain(reason);
  });
  it('[B5] refuses a field that is worked out after it is read', () => {
    const late = policy((p) => {
      p.step('早', FEN, p.in('甲部分'));
      p.worksOut('甲部分', fen(1));
      return fen(0);
    });
    expect(reasons(late)).toContain('算得的字段在算出之前就被读取');
  });
  it('[B6] refuses folds nested deeper than four', () => {
    const deep = policy((p) => {
      let value = item(AMOUNT);
      for (let level = 0; level < 5; level++) value = p.over('项目', 'sum', value);
      return value;
    });
    expect(reasons(deep)).toContain('逐项套了 4 层以上');
  });
});
