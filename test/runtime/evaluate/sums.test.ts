import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, Ledger } from '../../../runtime/index.ts';
import { emptyLedger, ledgerFromJson, ledgerToJson, loadBundle, settle } from '../../../runtime/index.ts';
import { readyFrom } from '../../kit/policy.ts';

const policy = (entry: string, day: string, subject: string, lines: string): string => `政策 “甲市” {
  统筹区 “990100” 甲市
  险种 职工
  入口 ${entry}
  自 2020-01-01 起
  发布 2019-12-01
  版本日 ${day}
  归属日 ${day}
  主体 ${subject}
  支付舍入 四舍五入到分
  撤销后 重算
  金额上限 10亿元
  字段 ${subject} : 文本
  字段 ${day} : 日期
${lines}}
`;

const cash = await readyFrom(
  policy(
    '现金待遇',
    '申领日',
    '参保人',
    `  字段 月均工资 : 分额
  字段 在职 : 布尔
  付方 生育基金 : 基金
  付方 个人账户 : 账户
  支付 津贴 由 生育基金 = 月均工资 ÷ 30 × 98 - 100元 当 在职
  支付 划入 由 生育基金 入 个人账户 = 月均工资 × 2% 当 在职
`,
  ),
);

const contribution = await readyFrom(
  policy(
    '筹资',
    '所属月',
    '单位编号',
    `  字段 工资 : 分额
  字段 免缴 : 布尔
  字段 单位份额 : 比例
  字段 缓期未定 : 布尔
  付方 用人单位 : 单位
  付方 职工 : 个人
  累计 缓缴余额 = 合计 单位缓缴 每 单位编号
  应缴 医保费 = 工资 × 8% 当 工资 > 0元
    例外 免缴 当 免缴 : 免除
  定义 缓至 : 日期 = 如果 缓期未定 则 待定 “未写何时” 否则 2020-12-31
  支付 单位缴 由 用人单位 = 医保费 × 单位份额 当 所属月 < 2020-06-01
  缓缴 单位缓缴 由 用人单位 至 缓至 = 医保费 × 单位份额 当 所属月 ≥ 2020-06-01
  支付 职工缴 由 职工 = 医保费 × 50%
`,
  ),
);

const batch = (to: string): string =>
  policy(
    '清算',
    '清算日',
    '经办机构',
    `  字段 可分配额 : 分额
  明细 批 {
    字段 点数 : 数
    字段 已付 : 分额
  }
  付方 统筹基金 : 基金
  定义 总点数 : 数 = 合计 甲.点数 逐项 甲 于 批 当 甲.点数 > 0
  拨付 点数结算 由 统筹基金 从 可分配额 逐项 甲 于 批 = 四舍五入到分(可分配额 × 甲.点数 ÷ 总点数) 当 甲.点数 > 0 尾差归 ${to}
  拨付 扣回 由 统筹基金 逐项 甲 于 批 = 0元 - 甲.已付
`,
  );
const clearing = await readyFrom(batch('最大项'));

type Kept = { readonly answer: Answer; readonly ledger: Ledger };
const event = (at: typeof cash, id: string, fields: Readonly<Record<string, unknown>>, ledger = emptyLedger()): Kept =>
  settle(at.loaded, { id, fields }, ledger, { explain: true });
const claim = (月均工资: string, more = {}): Answer =>
  event(cash, '一', { 参保人: '甲', 申领日: '2020-03-01', 在职: true, 月均工资, ...more }).answer;
const month = (fields: Readonly<Record<string, unknown>>): Kept =>
  event(contribution, '一', { 单位编号: '甲', 所属月: '2020-03-01', 免缴: false, 缓期未定: false, 单位份额: '50%', ...fields });
const share = (at: typeof cash, 可分配额: string, points: readonly string[], 已付 = '0.00'): Answer =>
  event(at, '一', { 经办机构: '甲', 清算日: '2020-12-31', 可分配额, 批: points.map((点数) => ({ 点数, 已付 })) }).answer;
const membersOf = (answer: Answer, address: string): readonly string[] =>
  (answer.postings.find((one) => one.address === address)?.allotted?.members ?? []).map(({ amount }) => amount);

describe('a cash benefit', () => {
  it('goes to the person or into an account, and both add up to what is paid [E1]', () => {
    const { sums, totals, postings, explanation } = claim('3000.00');
    expect(sums).toEqual({ entry: 'cashBenefit', paid: '9760.00', account: '60.00', cash: '9700.00' });
    expect(totals).toBeUndefined();
    expect(postings.map(({ address, into }) => [address, into])).toEqual([
      ['津贴', undefined],
      ['划入', '个人账户'],
    ]);
    expect(explanation?.waterfall.map(({ kind, amount }) => `${kind} ${amount}`)).toEqual([
      'total 9760.00',
      'posting 9700.00',
      'posting 60.00',
      'account 60.00',
      'cash 9700.00',
    ]);
    expect(explanation?.lines.find(({ address }) => address === '划入')?.zh.title).toBe('生育基金付 60.00, 入个人账户');
  });
  it('is never negative [E1]', () => expect(claim('3.00')).toMatchObject({ status: 'violation', problems: [{ code: 'negative' }] }));
  it('pays nothing to whom it is not for', () =>
    expect(claim('3000.00', { 在职: false })).toMatchObject({ status: 'ineligible', sums: { paid: '0.00' } }));
});

describe('a contribution', () => {
  it('settles when the shares add up to what is due [E2]', () =>
    expect(month({ 工资: '1000.00' }).answer).toMatchObject({
      status: 'settled',
      sums: { entry: 'contribution', due: '80.00', now: '80.00', deferred: '0.00' },
    }));
  it('names the three sums when they do not [E2]', () => {
    const { status, problems, sums } = month({ 工资: '1000.00', 单位份额: '40%' }).answer;
    expect(status).toBe('violation');
    expect(sums).toBeUndefined();
    expect(problems).toMatchObject([
      { code: 'sharesDiffer', zh: '应缴合计 80.00 元, 而各方本期缴 72.00 元, 缓缴 0.00 元, 合起来不相等。' },
    ]);
  });
  it('keeps every fen: two halves of an odd fen do not add up [E2, E3]', () => {
    expect(month({ 工资: '1000.13' }).answer.status).toBe('violation');
    expect(month({ 工资: '1000.25' }).answer).toMatchObject({ status: 'settled', sums: { due: '80.02', now: '80.02' } });
  });
  it('refuses a negative due [E3]', () => {
    const { status } = month({ 工资: '1000.00', 单位份额: '-50%' }).answer;
    expect(['violation', 'refused']).toContain(status);
  });
  it('counts a deferred share as part of what is due, and says when it falls due [E4]', () => {
    const { answer, ledger } = month({ 工资: '1000.00', 所属月: '2020-06-01' });
    expect(answer).toMatchObject({ status: 'settled', sums: { due: '80.00', now: '40.00', deferred: '40.00' } });
    expect(answer.postings.find(({ address }) => address === '单位缓缴')).toMatchObject({
      deferred: true,
      until: '2020-12-31',
      amount: '40.00',
    });
    expect(answer.explanation?.lines.find(({ address }) => address === '单位缓缴')?.zh).toEqual({
      title: '用人单位缓缴 40.00',
      detail: '2020-12-31 前缴',
    });
    const back = ledgerFromJson(JSON.parse(JSON.stringify(ledgerToJson(ledger))));
    expect(back.ok && ledgerToJson(back.ledger)).toEqual(ledgerToJson(ledger));
  });
  it('stands while that day is open [E4]', () => {
    const { answer } = month({ 工资: '1000.00', 所属月: '2020-06-01', 缓期未定: true });
    expect(answer).toMatchObject({ status: 'settled', sums: { deferred: '40.00' }, open: [{ reason: '未写何时' }] });
    expect(answer.postings.find(({ address }) => address === '单位缓缴')?.until).toBeUndefined();
  });
  it('tells nothing due from a due of nothing [E5]', () => {
    expect(month({ 工资: '0.00' }).answer).toMatchObject({
      status: 'ineligible',
      ineligible: [{ reason: '无此应缴' }],
      sums: { due: '0.00' },
    });
    expect(month({ 工资: '1000.00', 免缴: true }).answer).toMatchObject({ status: 'settled', sums: { due: '0.00', now: '0.00' } });
  });
});

describe('a clearing', () => {
  it('gives each item an amount rounded by itself, negative ones too [E6]', () => {
    const answer = share(clearing, '100.00', ['1', '1'], '70.00');
    expect(membersOf(answer, '扣回')).toEqual(['-70.00', '-70.00']);
    expect(answer.sums).toEqual({ entry: 'clearing', paid: '-40.00' });
  });
  it('brings the amounts to the pool [E7]', async () => {
    const three = async (to: string): Promise<readonly string[]> =>
      membersOf(share(await readyFrom(batch(to)), '100.00', ['1', '2', '3', '3', '2', '1']), '点数结算');
    expect(await three('最大项')).toEqual(['8.33', '16.67', '25.00', '25.00', '16.67', '8.33']);
    expect(membersOf(share(clearing, '100.00', ['1', '1', '1']), '点数结算')).toEqual(['33.34', '33.33', '33.33']);
    expect(membersOf(share(await readyFrom(batch('末项')), '100.00', ['1', '1', '1']), '点数结算')).toEqual(['33.33', '33.33', '33.34']);
    const kept = share(await readyFrom(batch('基金')), '100.00', ['1', '1', '1']);
    expect(membersOf(kept, '点数结算')).toEqual(['33.33', '33.33', '33.33']);
    expect(kept.postings[0]?.allotted).toMatchObject({ pool: '100.00', remainder: '0.01' });
  });
  it('is the pool whatever the points [E7]', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 99_999_999 }),
        fc.array(fc.integer({ min: 1, max: 999 }), { minLength: 1, maxLength: 40 }),
        (fen, points) => {
          const pool = `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
          const answer = share(clearing, pool, points.map(String));
          expect(answer.postings.find(({ address }) => address === '点数结算')?.amount).toBe(pool);
          const sum = membersOf(answer, '点数结算').reduce((all, one) => all + BigInt(one.replace('.', '')), 0n);
          expect(sum).toBe(BigInt(fen));
        },
      ),
      { numRuns: 60 },
    ));
  it('misses its pool by no more than rounding can [E8]', async () => {
    const half = await readyFrom(batch('最大项').replace('可分配额 × 甲.点数 ÷ 总点数', '可分配额 × 甲.点数 ÷ 总点数 × 50%'));
    expect(share(half, '100.00', ['1', '1'])).toMatchObject({
      status: 'violation',
      problems: [{ code: 'poolDiffers', field: '点数结算' }],
    });
  });
  it('passes over items outside its condition [E9]', () => {
    const answer = share(clearing, '100.00', ['0', '1', '2']);
    expect(answer.postings.find(({ address }) => address === '点数结算')?.allotted?.members).toEqual([
      { item: 2, amount: '33.33' },
      { item: 3, amount: '66.67' },
    ]);
  });
  it('is one event of its own: settlements have no name for it, and its batch is only read [E10]', () => {
    const before = emptyLedger();
    expect(Object.isFrozen(before) || ledgerToJson(before)).toBeTruthy();
    const { ledger } = event(
      clearing,
      '一',
      { 经办机构: '甲', 清算日: '2020-12-31', 可分配额: '1.00', 批: [{ 点数: '1', 已付: '0.00' }] },
      before,
    );
    expect(ledgerToJson(before)).toEqual(ledgerToJson(emptyLedger()));
    expect(JSON.stringify(ledgerToJson(ledger))).toContain('点数结算');
  });
  it('is voided amount by amount [E11]', () => {
    const first = event(clearing, '一', { 经办机构: '甲', 清算日: '2020-12-31', 可分配额: '100.00', 批: [{ 点数: '1', 已付: '3.00' }] });
    const { answer } = settle(clearing.loaded, { id: '二', kind: 'reverse', of: '一', fields: {} }, first.ledger, {});
    expect(answer.sums).toEqual({ entry: 'clearing', paid: '-97.00' });
    expect(membersOf(answer, '点数结算')).toEqual(['-100.00']);
  });
  it('stands in the order of its subject [E12]', () => {
    const paid = month({ 工资: '1000.00', 所属月: '2020-06-01' });
    const other = settle(
      contribution.loaded,
      { id: '二', fields: { 单位编号: '乙', 所属月: '2020-06-01', 免缴: false, 缓期未定: false, 单位份额: '50%', 工资: '500.00' } },
      paid.ledger,
      {},
    );
    expect(other.answer.status).toBe('settled');
    expect(JSON.stringify(ledgerToJson(other.ledger))).toContain('"person":"乙"');
  });
});

describe('bundles of these entries', () => {
  it.each([
    ['cash', cash],
    ['contribution', contribution],
    ['clearing', clearing],
  ] as const)('%s loads from its bytes', async (_, { bytes, digest }) => {
    expect(await loadBundle(new TextEncoder().encode(bytes), digest === undefined ? {} : { expectDigest: digest })).toMatchObject({
      ok: true,
    });
  });
});
