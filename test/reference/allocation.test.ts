/** The product and the naive walker give out the same, fen by fen, over streams of random visits of people who pay for one another. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Value } from '../../language/model/types.ts';
import { emptyLedger, settle } from '../../runtime/index.ts';
import { ready } from '../kit/policy.ts';
import { vocabulary } from '../language/constructs/blocks.ts';
import { walk } from './walk.ts';

const TEXT = `政策 “甲” {
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
  继承 “国家医保词汇” : 参保人、就诊日、总额、统筹基金、个人账户
  明细 共济人 { 字段 户主 : 文本; 字段 可用 : 布尔; 字段 余额 : 分额 }
  累计 年统筹 = 合计 统筹支付 每 参保人、自然年(归属日)
  累计 自用 = 合计 分担.本人 每 参保人、自然年(归属日)
  累计 代付 = 合计 甲.分得 逐项 甲 于 分担.共济人 每 甲.户主、自然年(归属日)
  累计 动用 = 次数 逐项 甲 于 分担.共济人 当 甲.分得 > 0元 每 甲.户主
  支付 统筹支付 由 统筹基金 从 政策范围内 = 取小(政策范围内 × 33.3%, 200元 - 已累计(年统筹))
  分配 分担 = 余(政策范围内, 经 统筹支付) + 先行自付 依次于
    本人 : 60元 - 已累计(自用) - 已累计(代付, 户主 = 参保人)、
    逐项 甲 于 共济人 当 甲.可用 且 甲.户主 ≠ 参保人 : 四舍五入到分(甲.余额 × 33.3%) 每 甲.户主 : 70元 - 已累计(代付, 户主 = 甲.户主) - 已累计(自用, 参保人 = 甲.户主)、
    末位 : 取大(0元, 3元 - 分担.共济人 × 0.1)
  累计 分文 = 合计 四舍五入到分(分担.合计) 每 参保人
  支付 账户支付 由 个人账户 从 政策范围内、先行自付 = 分担.合计 + 已累计(动用, 户主 = 参保人) × 0.01元
}`
  .replaceAll('、\n    ', '、')
  .replaceAll('依次于\n    ', '依次于 ');

const { loaded, model } = await ready({ files: [vocabulary, { path: '1.yice', text: TEXT }], documents: [] });

const fen = (most: number): fc.Arbitrary<number> => fc.integer({ min: 0, max: most });
const who = fc.constantFrom('甲', '乙', '丙');
const event = fc.record({
  参保人: who,
  年: fc.constantFrom(2022, 2023),
  政策范围内: fen(300_00),
  先行自付: fen(20_00),
  共济人: fc.array(fc.record({ 户主: who, 可用: fc.boolean(), 余额: fc.integer({ min: -5_00, max: 150_00 }) }), { maxLength: 5 }),
});

const yuan = (amount: number): string => (amount / 100).toFixed(2);
const money = (amount: number): Value => ({ kind: 'number', value: { num: BigInt(amount), den: 100n } });
const text = (value: string): Value => ({ kind: 'text', value });

it('every visit of every stream comes out alike', () => {
  const policy = model.policies.find(({ name }) => name === '甲');
  if (!policy) throw new Error('it was compiled');
  let compared = 0;
  fc.assert(
    fc.property(fc.array(event, { minLength: 1, maxLength: 8 }), (events) => {
      const said = walk(
        policy,
        events.map(({ 年, 共济人, ...one }) => ({
          参保人: text(one.参保人),
          就诊日: { kind: 'date', value: { year: 年, month: 5, day: 1 } },
          政策范围内: money(one.政策范围内),
          先行自付: money(one.先行自付),
          超限价: money(0),
          全自费: money(0),
        })),
        new Map(),
        events.map(({ 共济人 }) => ({
          共济人: 共济人.map(({ 户主, 可用, 余额 }) => ({ 户主: text(户主), 可用: { kind: 'truth', value: 可用 }, 余额: money(余额) })),
        })),
      );
      let ledger = emptyLedger();
      for (const [at, walked] of said.entries()) {
        const drawn = events[at];
        if (!drawn) continue;
        const { 年, 共济人, ...one } = drawn;
        const fields = {
          参保人: one.参保人,
          就诊日: `${年}-05-01`,
          政策范围内: yuan(one.政策范围内),
          先行自付: yuan(one.先行自付),
          超限价: 0,
          全自费: 0,
          共济人: 共济人.map(({ 余额, ...item }) => ({ ...item, 余额: yuan(余额) })),
        };
        const settled = settle(loaded, { id: String(at), fields }, ledger, { explain: false });
        ledger = settled.ledger;
        const { status, postings, totals } = settled.answer;
        expect(status).toBe(walked.status);
        if (walked.status !== 'settled') continue;
        compared += 1;
        expect(Object.fromEntries(postings.map(({ address, amount }) => [address, BigInt(amount.replace('.', ''))]))).toEqual(
          walked.postings,
        );
        expect(BigInt((totals?.personal ?? '').replace('.', ''))).toBe(walked.personal);
      }
    }),
    { numRuns: 300 },
  );
  expect(compared).toBeGreaterThan(600);
});
