/** 引用: several policies settle one event in one answer. */
import { describe, expect, it } from 'vitest';
import type { Answer, EncounterInput, SettleOptions } from '../../../runtime/index.ts';
import { cellsOf, emptyLedger, ledgerFromJson, ledgerToJson, loadBundle, settle } from '../../../runtime/index.ts';
import { readyFrom } from '../../kit/policy.ts';
import { reversal, settleAll } from '../../kit/settling.ts';

const lines = (more: string): string => `
  统筹区 “990100” 甲市
  险种 职工
  入口 结算
  自 2023-01-01 起
  发布 2022-12-01
  版本日 就诊日
  归属日 就诊日
  支付舍入 四舍五入到分
  撤销后 重算
  金额上限 1000万元
  字段 参保人 : 文本
  字段 就诊日 : 日期
  费用 总额 = 范围内 + 范围外
  ${more}
`;

const basic = `
政策 “基本” {${lines('付方 统筹 : 基金')}
  字段 住院 : 布尔
  资格 参保 : 住院 或 非 住院 否则 “没有参保”
  定义 比例 : 比例 = 待定 “比例没有写”
  定义 门槛 : 分额 = 暂按 100元 待定 “门槛没有写”
  累计 年付 = 合计 支付额 每 参保人、自然年(归属日)
  支付 支付额 由 统筹 从 范围内 = 取小(取大(0元, 范围内 - 门槛) × 比例, 取大(0元, 1000元 - 已累计(年付))) 当 住院
}
修订 “基本” 发布 2023-05-01 自 2023-06-01 起 {
  门槛 由 暂按 100元 待定 “门槛没有写” 改为 200元
}`;

const second = `
政策 “大病” {${lines('付方 大病基金 : 基金')}
  引用 “基本” : 支付额、门槛
  字段 困难 : 布尔
  累计 次数 = 次数 当 大病支付 > 0元 每 参保人
  支付 大病支付 由 大病基金 从 范围内 = 余(范围内, 经 支付额) × 50% 当 困难
}`;

const third = `
政策 “账户” {${lines('付方 个账 : 账户')}
  引用 “大病” : 大病支付
  引用 “基本” : 支付额 为 基本付
  定义 剩 : 分额 = 个人
  支付 账户付 由 个账 从 范围内、范围外 = 取小(剩, 50元)
}`;

const { loaded } = await readyFrom(basic, second, third);
const known: SettleOptions = { policy: '账户', suppose: { 比例: '7000' }, explain: false };
/** 比例 is a numerator at the scale of a hundredth of a percent. */
const visit = (id: string, more: Readonly<Record<string, unknown>> = {}): EncounterInput => ({
  id,
  fields: { 参保人: '张', 就诊日: '2023-03-01', 住院: true, 困难: true, 范围内: '1100.00', 范围外: '10.00', ...more },
});
const one = (encounter: EncounterInput, options: SettleOptions = known): Answer => settle(loaded, encounter, emptyLedger(), options).answer;
const paid = ({ postings }: Answer) => postings.map(({ policy, address, amount }) => [policy, address, amount]);

describe('one event under several policies', () => {
  it('[R1, R3, R5] settles each layer once, earlier ones first, over one bill', () => {
    const answer = one(visit('1'));
    expect(answer.status).toBe('settled');
    expect(paid(answer)).toEqual([
      ['基本', '支付额', '700.00'],
      ['大病', '大病支付', '200.00'],
      [undefined, '账户付', '50.00'],
    ]);
    expect(answer.totals).toEqual({
      total: '1110.00',
      funds: '900.00',
      hospital: '0.00',
      personal: '210.00',
      account: '50.00',
      cash: '160.00',
    });
    expect(answer.amounts).toMatchObject({ 剩: '210.00', 基本付: '700.00', '基本.支付额': '700.00', '大病.大病支付': '200.00' });
    expect(answer.layers?.map(({ policy, status }) => [policy, status])).toEqual([
      ['基本', 'settled'],
      ['大病', 'settled'],
    ]);
  });

  it('[R2] sees an amendment of a lower layer, on its own day', () => {
    expect(paid(one(visit('1', { 就诊日: '2023-05-31' })))[0]).toEqual(['基本', '支付额', '700.00']);
    expect(paid(one(visit('1', { 就诊日: '2023-06-01' })))[0]).toEqual(['基本', '支付额', '630.00']);
  });

  it('[R1, R3] settles layers that do not know each other in the order of the references, over what is left', async () => {
    const beside = (part: string): string => `
政策 “旁层” {${lines('付方 商保 : 商保')}
  支付 旁付 由 商保 从 范围内 = 范围内 × ${part}
}`;
    const top = `
政策 “账户” {${lines('付方 个账 : 账户')}
  引用 “大病” : 大病支付
  引用 “旁层” : 旁付
  支付 账户付 由 个账 从 范围内、范围外 = 取小(个人, 50元)
}`;
    const settled = async (part: string): Promise<Answer> =>
      settle((await readyFrom(basic, second, beside(part), top)).loaded, visit('1'), emptyLedger(), known).answer;
    expect(paid(await settled('10%')).map(([policy]) => policy)).toEqual(['基本', '大病', '旁层', undefined]);
    expect(await settled('20%')).toMatchObject({ status: 'violation', problems: [{ code: 'overpaid', field: '旁付' }], postings: [] });
  });

  it('[R4] counts a layer without law as nothing, and the layers above go on', async () => {
    const late = await readyFrom(basic.replaceAll('自 2023-01-01 起', '自 2024-01-01 起').replace(/修订[^}]*\}/u, ''), second, third);
    const { answer } = settle(late.loaded, visit('1'), emptyLedger(), { policy: '账户' });
    expect(paid(answer)).toEqual([
      ['大病', '大病支付', '550.00'],
      [undefined, '账户付', '50.00'],
    ]);
    expect(answer.ineligible).toContainEqual({ name: '政策', reason: '该日没有此政策', policy: '基本' });
  });

  it('[R6] is open with the reasons of every layer, and pays nothing', () => {
    const { answer, ledger } = settle(loaded, visit('1'), emptyLedger(), { policy: '账户' });
    expect(answer).toMatchObject({ status: 'open', postings: [] });
    expect(answer.open).toEqual([expect.objectContaining({ policy: '基本', address: '比例', reason: '比例没有写' })]);
    expect(answer.totals).toBeUndefined();
    expect(cellsOf(ledger).map(({ policy, accumulator, open }) => [policy, accumulator, open])).toEqual([
      ['基本', '年付', true],
      ['大病', '次数', true],
    ]);
  });

  it('[R6] lacks a field that any layer needs, and is refused for a field that none knows', () => {
    const { 困难: _, ...fields } = visit('1').fields;
    expect(one({ id: '1', fields })).toMatchObject({ status: 'missing', missing: ['困难'] });
    expect(one(visit('1', { 困苦: true }))).toMatchObject({ status: 'refused', problems: [{ code: 'unknownField' }] });
  });

  it('[R8] each layer reads its own fields', () => {
    expect(one(visit('1', { 住院: false, 困难: false }))).toMatchObject({ status: 'settled', totals: { funds: '0.00', account: '50.00' } });
  });

  it('[O6] lists the assumption of a lower layer that the answer used', () => {
    expect(one(visit('1')).assumed).toEqual([expect.objectContaining({ policy: '基本', address: '门槛' })]);
  });

  it('[R10] supposes by the bare name of one layer, or after the name of its policy', () => {
    expect(one(visit('1'), { ...known, suppose: { '基本.比例': '5000' } }).totals?.funds).toBe('800.00');
    expect(one(visit('1'), { ...known, suppose: { 没有: '1' } }).status).toBe('refused');
  });

  it('[R11] takes the last layer when nobody names the policy', () => {
    expect(settle(loaded, visit('1'), emptyLedger(), { suppose: { 比例: '7000' } }).answer.policy).toBe('账户');
  });

  it('[R7] writes each layer into cells of its own, and voids and settles again the whole event', () => {
    const events = [visit('1'), visit('2'), reversal('1')];
    const { answers, ledger } = settleAll(loaded, events, emptyLedger(), known);
    expect(answers.map(paid)).toMatchObject([
      [
        ['基本', '支付额', '700.00'],
        ['大病', '大病支付', '200.00'],
        [undefined, '账户付', '50.00'],
      ],
      [
        ['基本', '支付额', '300.00'],
        ['大病', '大病支付', '400.00'],
        [undefined, '账户付', '50.00'],
      ],
      [
        ['基本', '支付额', '-700.00'],
        ['大病', '大病支付', '-200.00'],
        [undefined, '账户付', '-50.00'],
      ],
    ]);
    expect(answers[2]?.revisions?.map(({ event, effect, after }) => [event, effect, after.totals?.funds])).toEqual([
      ['2', 'booked', '900.00'],
    ]);
    const cells = cellsOf(ledger).map(({ policy, accumulator, value }) => [policy, accumulator, value]);
    expect(cells).toEqual([
      ['基本', '年付', '700.00'],
      ['大病', '次数', '1'],
    ]);
    const read = ledgerFromJson(JSON.parse(JSON.stringify(ledgerToJson(ledger))));
    if (!read.ok) throw new Error(JSON.stringify(read.reasons));
    expect(cellsOf(read.ledger).map(({ policy, accumulator, value }) => [policy, accumulator, value])).toEqual(cells);
    const again = settle(loaded, visit('3'), read.ledger, known).answer;
    expect(again).toEqual(settle(loaded, visit('3'), ledger, known).answer);
  });

  it('[R12] explains each layer under its policy, and the waterfall adds up', () => {
    const { explanation, totals } = one(visit('1'), { ...known, explain: true });
    const places = explanation?.lines.map(({ policy, address }) => `${policy ?? '账户'} ${address}`) ?? [];
    expect(places.filter((_, at) => ['支付额', '大病支付', '账户付'].some((name) => places[at]?.endsWith(name)))).toEqual([
      '基本 支付额',
      '大病 大病支付',
      '账户 账户付',
    ]);
    const bars = explanation?.waterfall ?? [];
    const sum = (kinds: readonly string[]): number =>
      bars.filter(({ kind }) => kinds.includes(kind)).reduce((all, { amount }) => all + Math.round(Number(amount) * 100), 0);
    expect(sum(['posting']) + sum(['personal'])).toBe(Math.round(Number(totals?.total) * 100));
    expect(bars.filter(({ kind }) => kind === 'posting').map(({ policy, payer }) => [policy, payer])).toEqual([
      ['基本', '统筹'],
      ['大病', '大病基金'],
    ]);
  });
});

describe('law that is open between few possibilities', () => {
  const candidates = basic.replace('待定 “比例没有写”', '待定 “比例没有写” 候选 60%、70%');

  it('[R9] is decided where every combination gives the same', async () => {
    const ready = await readyFrom(candidates, second, third);
    const settled = (more: Readonly<Record<string, unknown>>) =>
      settle(ready.loaded, visit('1', more), emptyLedger(), { policy: '账户' }).answer;
    expect(settled({ 范围内: '100.00' })).toMatchObject({ status: 'settled', open: [] });
    expect(settled({})).toMatchObject({ status: 'open', open: [{ policy: '基本', reason: '比例没有写' }] });
  });

  it('[R9] tries every combination over the layers', async () => {
    const two = second
      .replace('× 50%', '× 比例二')
      .replace('  字段 困难', '  定义 比例二 : 比例 = 待定 “第二层没有写” 候选 50%、100%\n  字段 困难');
    const ready = await readyFrom(candidates, two, third);
    const { answer } = settle(ready.loaded, visit('1'), emptyLedger(), { policy: '账户' });
    expect(answer.open.map(({ policy, reason }) => [policy, reason])).toEqual([
      ['基本', '比例没有写'],
      ['大病', '第二层没有写'],
    ]);
  });
});

describe('a bundle', () => {
  it('[B5] is refused when its references do not fit', async () => {
    const ready = await readyFrom(basic, second, third);
    const broken = async (change: (text: string) => string): Promise<readonly string[]> => {
      const read = await loadBundle(new TextEncoder().encode(change(ready.bytes)));
      return read.ok ? [] : read.reasons.map(({ zh }) => zh);
    };
    expect(await broken((text) => text)).toEqual([]);
    expect(await broken((text) => text.replace('"policy":"基本","type"', '"policy":"没有","type"'))).not.toEqual([]);
    expect(
      await broken((text) =>
        text.replaceAll('"address":"大病支付","name":"大病支付","policy":"大病"', '"address":"账户付","name":"大病支付","policy":"账户"'),
      ),
    ).toContain('引用成了环');
  });
});
