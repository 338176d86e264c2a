/** 分配, entries item by item, and payers who share a sum, from policy text to the ledger. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EncounterInput, Ledger } from '../../runtime/index.ts';
import { cellsOf, emptyLedger, ledgerFromJson, ledgerToJson, settle } from '../../runtime/index.ts';
import { validate } from '../../runtime/ir/validate.ts';
import { ready } from '../kit/policy.ts';
import { vocabulary } from '../language/constructs/blocks.ts';

const policy = (lines: string): string => `政策 “甲” {
  统筹区 “990100” 甲市
  险种 职工
  入口 结算
  自 2022-01-01 起
  发布 2021-12-01
  版本日 就诊日
  归属日 就诊日
  支付舍入 四舍五入到分
  撤销后 重算
  金额上限 1000万元
  继承 “国家医保词汇” : 参保人、就诊日、身份、总额、统筹基金、救助基金、个人账户
  付方 定点医院 : 医院
  字段 本人余额 : 分额
  明细 共济人 { 字段 户主 : 文本; 字段 可用 : 布尔; 字段 余额 : 分额 }
${lines}
}`;
const loaded = async (lines: string) =>
  (await ready({ files: [vocabulary, { path: '1.yice', text: policy(lines) }], documents: [] })).loaded;

const shared = await loaded(`
  分配 分担 = 政策范围内 依次于 先付 : 100元、本人余额、逐项 甲 于 共济人 当 甲.可用 : 甲.余额 - 已累计(代付, 户主 = 甲.户主)、末位 : 5元
  累计 代付 = 合计 甲.分得 逐项 甲 于 分担.共济人 每 甲.户主、自然年(归属日)
  累计 动用 = 次数 逐项 甲 于 分担.共济人 当 甲.分得 > 0元 每 甲.户主
  累计 身份次数 = 次数 逐项 甲 于 身份 每 参保人、甲
  定义 最多 : 分额 = 最大 甲.分得 逐项 甲 于 分担.共济人
  支付 账户支付 由 个人账户 从 政策范围内 = 分担.合计`);

interface Given {
  readonly 政策范围内: string;
  readonly 本人余额?: string;
  readonly 共济人?: readonly { readonly 户主: string; readonly 可用?: boolean; readonly 余额?: string }[];
  readonly 身份?: readonly string[];
}
let serial = 0;
const visit = (given: Given): EncounterInput => ({
  id: `v${serial++}`,
  fields: { 参保人: '甲', 就诊日: '2022-05-01', 身份: [], 先行自付: 0, 超限价: 0, 全自费: 0, ...given },
});
const also = ['分担.未尽', '最多'];
const run = (given: Given, ledger: Ledger = emptyLedger(), bundle = shared) => settle(bundle, visit(given), ledger, { also });
const cells = (ledger: Ledger, accumulator: string) =>
  cellsOf(ledger).flatMap((one) => (one.accumulator === accumulator ? [[...one.keys, one.value]] : []));

const reread = (ledger: Ledger): unknown => {
  const read = ledgerFromJson(JSON.parse(JSON.stringify(ledgerToJson(ledger))));
  if (!read.ok) throw new Error('a ledger that was written is read');
  return ledgerToJson(read.ledger);
};

const yuan = (fen: number): string => (fen / 100).toFixed(2);
const fen = fc.integer({ min: -50_00, max: 900_00 });
const people = fc.array(fc.record({ 户主: fc.constantFrom('乙', '丙', '丁'), 可用: fc.boolean(), 余额: fen }), { maxLength: 12 });

describe('giving an amount out', () => {
  it('[G1, G3] what receivers are given and what is left is the amount, and nobody gets more than it can take', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000_00 }), fen, people, (amount, own, list) => {
        const distinct = list.filter(({ 户主 }, at) => list.findIndex((one) => one.户主 === 户主) === at);
        const { answer, ledger } = run({
          政策范围内: yuan(amount),
          本人余额: yuan(own),
          共济人: distinct.map(({ 余额, ...rest }) => ({ ...rest, 余额: yuan(余额) })),
        });
        expect(answer.status).toBe('settled');
        let left = amount;
        const take = (most: number): number => {
          const given = Math.max(0, Math.min(left, most));
          left -= given;
          return given;
        };
        const expected = { 先付: take(100_00), 本人余额: take(own) };
        const family = distinct.map(({ 户主, 可用, 余额 }) => [户主, 可用 ? take(余额) : 0] as const);
        const sum = family.reduce((total, [, given]) => total + given, 0);
        const last = take(5_00);
        expect(answer.amounts).toMatchObject({
          '分担.先付': yuan(expected.先付),
          '分担.本人余额': yuan(expected.本人余额),
          '分担.共济人': yuan(sum),
          '分担.末位': yuan(last),
          '分担.合计': yuan(amount - left),
          '分担.未尽': yuan(left),
          最多: yuan(Math.max(0, ...family.map(([, given]) => given))),
        });
        expect(cells(ledger, '代付')).toEqual(family.flatMap(([who, given]) => (given > 0 ? [[who, '2022', yuan(given)]] : [])));
      }),
    );
  });

  it('[G2, G8] who is not reached need not be known', () => {
    const { answer } = run({ 政策范围内: '100.00' });
    expect(answer).toMatchObject({ status: 'missing', missing: ['共济人'] });
    expect(run({ 政策范围内: '100.00', 共济人: [{ 户主: '乙' }] }).answer).toMatchObject({ status: 'settled' });
    expect(run({ 政策范围内: '100.01', 共济人: [] }).answer).toMatchObject({ status: 'missing', missing: ['本人余额'] });
    const reached = [{ 户主: '乙', 可用: true, 余额: '0.01' }, { 户主: '丙' }];
    expect(run({ 政策范围内: '110.01', 本人余额: '10.00', 共济人: reached }).answer.status).toBe('settled');
    const { answer: beyond } = run({ 政策范围内: '110.02', 本人余额: '10.00', 共济人: reached });
    expect(beyond).toMatchObject({ status: 'missing', missing: ['共济人 第2项.可用'] });
  });

  it('[G3] an open limit leaves the item and those after it open, not those before it', async () => {
    const open = await loaded(`
      参数 上限 : 分额 = 待定 “原文未写”
      分配 分担 = 政策范围内 依次于 逐项 甲 于 共济人 : 如果 甲.可用 则 甲.余额 否则 上限
      支付 账户支付 由 个人账户 从 政策范围内 = 合计 甲.分得 逐项 甲 于 分担.共济人 当 甲.户主 是 “乙”`);
    const list = [
      { 户主: '乙', 可用: true, 余额: '10' },
      { 户主: '丙', 可用: false, 余额: '10' },
    ] as const;
    expect(run({ 政策范围内: '20.00', 共济人: list }, emptyLedger(), open).answer).toMatchObject({
      status: 'settled',
      totals: { account: '10.00' },
    });
    const { answer } = run({ 政策范围内: '20.00', 共济人: list.toReversed() }, emptyLedger(), open);
    expect(answer).toMatchObject({ status: 'open', open: [{ reason: '原文未写' }] });
  });
});

const capped = await loaded(`
  分配 入限 = 政策范围内 依次于 逐项 甲 于 共济人 : 甲.余额 每 甲.户主、甲.可用 : 100元 - 已累计(年入限, 户主 = 甲.户主)
  累计 年入限 = 合计 甲.分得 逐项 甲 于 入限.共济人 每 甲.户主、自然年(归属日)
  支付 账户支付 由 个人账户 从 政策范围内 = 入限.合计`);

describe('the explanation', () => {
  it('[X2] says of each receiver what was left and what it was given, item by item, and what each payer pays', async () => {
    const list = [
      { 户主: '乙', 可用: true, 余额: '30' },
      { 户主: '丙', 可用: false, 余额: '99' },
      { 户主: '丁', 可用: true, 余额: '20' },
    ];
    const said = (zh: boolean, { answer }: ReturnType<typeof run>): readonly string[] =>
      (answer.explanation?.lines ?? []).map((line) =>
        Object.values(zh ? line.zh : line.en)
          .filter(Boolean)
          .join(' | '),
      );
    const settled = settle(shared, visit({ 政策范围内: '145', 本人余额: '0', 共济人: list }), emptyLedger(), { explain: true });
    expect(said(true, settled)).toEqual([
      '分担: 待分 145.00',
      '先付可用 100.00',
      '先付分得 100.00 | 轮到它时还有 145.00',
      '本人余额分得 0.00 | 轮到它时还有 45.00',
      '共济人分得 45.00 | 轮到它时还有 45.00, 第1项 30.00, 第3项 15.00',
      '末位分得 0.00 | 轮到它时还有 0.00',
      '分担: 共分出 145.00',
      '个人账户付 145.00',
    ]);
    expect(said(false, settled)[4]).toBe('共济人 is given 45.00 | 45.00 left when its turn comes, item 1: 30.00, item 3: 15.00');
    const bundle = await loaded(`
      支付 住院支付 由 统筹基金、定点医院 分摊 住院分担 从 政策范围内 = 政策范围内
      分配 住院分担 = 住院支付 依次于 统筹基金 : 70元、定点医院 : 住院支付`);
    expect(said(true, settle(bundle, visit({ 政策范围内: '100' }), emptyLedger(), { explain: true }))).toEqual([
      '统筹基金(70.00)、定点医院(30.00)付 100.00',
    ]);
  });
});

describe('items that share a limit', () => {
  it('[G4] those with the same keys take no more than it together, whatever each could take', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500_00 }), people, (amount, list) => {
        const { answer, ledger } = run(
          { 政策范围内: yuan(amount), 共济人: list.map(({ 余额, ...rest }) => ({ ...rest, 余额: yuan(余额) })) },
          emptyLedger(),
          capped,
        );
        let left = amount;
        const given = new Map<string, number>();
        const owners = new Map<string, number>();
        for (const { 户主, 可用, 余额 } of list) {
          const key = `${户主} ${可用}`;
          const share = Math.max(0, Math.min(left, 余额, 100_00 - (given.get(key) ?? 0)));
          given.set(key, (given.get(key) ?? 0) + share);
          owners.set(户主, (owners.get(户主) ?? 0) + share);
          left -= share;
        }
        expect(answer.amounts['入限.合计']).toBe(yuan(amount - left));
        const written = [...owners].flatMap(([who, share]) => (share > 0 ? [[who, '2022', yuan(share)]] : []));
        expect(cells(ledger, '年入限').toSorted()).toEqual(written.toSorted());
      }),
    );
  });

  it('[G4] the next event goes on where the cell stands', () => {
    const list = ['60', '60', '60'].map((余额) => ({ 户主: '乙', 可用: true, 余额 }));
    const first = run({ 政策范围内: '90', 共济人: list }, emptyLedger(), capped);
    expect(first.answer.amounts['入限.共济人']).toBe('90.00');
    expect(run({ 政策范围内: '90', 共济人: list }, first.ledger, capped).answer.amounts['入限.共济人']).toBe('10.00');
  });
});

describe('entries item by item', () => {
  const list = [
    { 户主: '乙', 可用: true, 余额: '30' },
    { 户主: '丙', 可用: true, 余额: '20' },
  ];
  it('[G5] each goes to the cell of its own keys; a member of a set has one too', () => {
    const first = run({ 政策范围内: '140.00', 本人余额: '0', 共济人: list, 身份: ['低保', '特困'] });
    expect(cells(first.ledger, '代付')).toEqual([
      ['乙', '2022', '30.00'],
      ['丙', '2022', '10.00'],
    ]);
    expect(cells(first.ledger, '身份次数')).toEqual([
      ['甲', '特困', '1'],
      ['甲', '低保', '1'],
    ]);
    const second = run({ 政策范围内: '140.00', 本人余额: '0', 共济人: list }, first.ledger);
    expect(second.answer.amounts).toMatchObject({ '分担.共济人': '10.00', '分担.末位': '5.00', '分担.未尽': '25.00' });
    expect(cells(second.ledger, '代付')).toEqual([
      ['乙', '2022', '30.00'],
      ['丙', '2022', '20.00'],
    ]);
    expect(reread(second.ledger)).toEqual(ledgerToJson(second.ledger));
  });

  it('[G5] two items with the same keys read the cell as it was before the event', () => {
    const twice = [list[0], list[0]].flatMap((one) => one ?? []);
    const { answer, ledger } = run({ 政策范围内: '200.00', 本人余额: '0', 共济人: twice });
    expect(answer.amounts['分担.共济人']).toBe('60.00');
    expect(cells(ledger, '代付')).toEqual([['乙', '2022', '60.00']]);
    expect(cells(ledger, '动用')).toEqual([['乙', '2']]);
  });

  it('[G6] a reversal gives each its own back', () => {
    const first = run({ 政策范围内: '140.00', 本人余额: '0', 共济人: list });
    const reversed = settle(shared, { id: `r${serial++}`, kind: 'reverse', of: first.answer.event, fields: {} }, first.ledger);
    expect(reversed.answer.status).toBe('settled');
    expect(cells(reversed.ledger, '代付').every(([, , value]) => Number(value) === 0)).toBe(true);
    expect(run({ 政策范围内: '150.00', 本人余额: '0', 共济人: list }, reversed.ledger).answer.amounts['分担.共济人']).toBe('50.00');
  });
});

describe('payers who share a sum', () => {
  const dividing = (first: string, last = '住院支付', payers = '统筹基金、定点医院') => `
    支付 住院支付 由 ${payers} 分摊 住院分担 从 政策范围内 = 政策范围内 × 90%
    分配 住院分担 = 住院支付 依次于 ${payers.split('、')[0]} : ${first}、${payers.split('、')[1]} : ${last}`;

  it('[G7] each pays what its receiver was given, to the fen', async () => {
    const bundle = await loaded(dividing('四舍五入到分(住院支付 × 70%)'));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 900_00 }), (amount) => {
        const { answer, ledger } = run({ 政策范围内: yuan(amount) }, emptyLedger(), bundle);
        expect(reread(ledger)).toEqual(ledgerToJson(ledger));
        const paid = Math.round((amount * 9) / 10);
        const fund = Math.round((paid * 7) / 10);
        expect(answer.postings[0]).toMatchObject({
          amount: yuan(paid),
          ...(paid > 0
            ? {
                shares: [
                  { payer: '统筹基金', amount: yuan(fund) },
                  { payer: '定点医院', amount: yuan(paid - fund) },
                ],
              }
            : {}),
        });
        expect(answer.totals).toMatchObject({ funds: yuan(fund), hospital: yuan(paid - fund), personal: yuan(amount - paid) });
      }),
      { examples: [[5], [15], [1]] },
    );
  });

  it('[G7] shares that do not add up are a violation', async () => {
    const bundle = await loaded(dividing('50元', '30元'));
    expect(run({ 政策范围内: '88.88' }, emptyLedger(), bundle).answer).toMatchObject({ status: 'settled' });
    expect(run({ 政策范围内: '88.90' }, emptyLedger(), bundle).answer).toMatchObject({
      status: 'violation',
      problems: [{ code: 'sharesDiffer', field: '住院支付' }],
    });
  });

  it('[G7] an open share leaves the sum settled', async () => {
    const bundle = await loaded(`  参数 基金份额 : 分额 = 待定 “原文未写各付多少”${dividing('基金份额', '住院支付', '统筹基金、救助基金')}
    累计 基金支出 = 合计 住院分担.统筹基金 每 参保人`);
    const { answer, ledger } = run({ 政策范围内: '100.00' }, emptyLedger(), bundle);
    expect(answer).toMatchObject({
      status: 'settled',
      open: [{ reason: '原文未写各付多少' }],
      totals: { funds: '90.00', personal: '10.00' },
    });
    expect(answer.postings[0]).not.toHaveProperty('shares');
    expect(cellsOf(ledger)).toMatchObject([{ accumulator: '基金支出', open: true }]);
  });
});

describe('a bundle that gives out what does not fit', () => {
  const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
  /** Everything inside a JSON value that has all of these keys, outermost first. */
  const having = (value: unknown, ...keys: readonly string[]): readonly Record<string, unknown>[] =>
    isRecord(value)
      ? [...(keys.every((key) => key in value) ? [value] : []), ...Object.values(value).flatMap((one) => having(one, ...keys))]
      : [];
  const text = `
    分配 分担 = 政策范围内 依次于 逐项 甲 于 共济人 当 甲.可用 : 甲.余额 每 甲.户主 : 10元 - 已累计(代付, 户主 = 甲.户主)
    累计 代付 = 合计 甲.分得 逐项 甲 于 分担.共济人 每 甲.户主
    支付 住院支付 由 统筹基金、救助基金 分摊 住院分担 从 政策范围内 = 分担.合计
    分配 住院分担 = 住院支付 依次于 统筹基金 : 5元、救助基金 : 住院支付`;

  it.each<readonly [string, readonly string[], (found: Record<string, unknown>) => void]>([
    ['an item that is not in hand', ['op', 'limit', 'out'], (one) => Object.assign(one, { out: 3 })],
    ['a list that does not exist', ['op', 'limit', 'out'], (one) => Object.assign(one, { list: 9 })],
    ['a limit at another scale', ['op', 'limit', 'out'], (one) => Object.assign(one, { limit: { of: one.limit, by: '7' } })],
    ['an amount that is a condition', ['op', 'limit', 'out'], (one) => Object.assign(one, { amount: { of: one.guard, by: '1' } })],
    ['a condition that is none', ['op', 'limit', 'out'], (one) => Object.assign(one, { guard: { op: 'item', out: 0, field: 0 } })],
    ['a key that is an amount', ['keys', 'limit'], (one) => Object.assign(one, { keys: [{ op: 'item', out: 0, field: 2 }] })],
    ['an unknown word', ['keys', 'limit'], (one) => Object.assign(one, { kezs: [] })],
    ['entries of a list that does not exist', ['accumulator', 'each'], (one) => Object.assign(one, { each: { kind: 'items', list: 9 } })],
    ['entries of an item without a list', ['accumulator', 'each'], (one) => delete one.each],
    ['a cell of items read without keys', ['op', 'accumulator', 'keys'], (one) => Object.assign(one, { keys: [] })],
    ['a share that stands before its sum', ['shares', 'payers'], (one) => Object.assign(one, { shares: [0, 0] })],
    ['a share too few', ['shares', 'payers'], (one) => Object.assign(one, { shares: [one.shares].flat().slice(1) })],
  ])('[B7] %s is refused', async (_, keys, change) => {
    const { file } = await ready({ files: [vocabulary, { path: '1.yice', text: policy(text) }], documents: [] });
    const bundle: unknown = JSON.parse(JSON.stringify(file));
    const [ir] = having(bundle, 'irVersion', 'policies');
    expect(validate(ir)).toMatchObject({ ok: true });
    const [found] = having(ir, ...keys);
    if (!found) throw new Error('there is one');
    change(found);
    expect(validate(ir)).toMatchObject({ ok: false });
  });
});
