import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, Explanation, ExplanationLine } from '../../../runtime/answer.ts';
import {
  adjustment,
  BOOL,
  CENTI_FEN,
  choose,
  constant,
  draft,
  FEN,
  greatest,
  INTEGER,
  integer,
  isOneOf,
  least,
  load,
  minus,
  PERCENT,
  percent,
  rounded,
  rule,
  sum,
  times,
  truth,
  yuan,
} from '../../kit/ir.ts';
import { LEVELS, outpatient, visit } from '../../kit/outpatient.ts';
import { settleAll, settleOne } from '../../kit/settling.ts';

const bundle = load(outpatient());
const explained = (answer: Answer | undefined): Explanation => answer?.explanation ?? { lines: [], waterfall: [] };
const line = (answer: Answer | undefined, address: string): ExplanationLine => {
  const found = explained(answer).lines.find((one) => one.address === address);
  if (!found) throw new Error(`no line for ${address}`);
  return found;
};
const year = settleAll(bundle, [visit(1000, { 机构等级: '三级' }), visit(500), visit(4000, { 先行自付: 140, 全自费: 180 })]).answers;
const event = (fields: object) => ({ id: 'e', fields: { 参保人: '甲', 就诊日: '2023-01-01', 范围内: 100, 范围外: 0, ...fields } });

describe('lines', () => {
  it('[X1] one per step that was used, in order of dependence', () => {
    expect(explained(year[2]).lines.map(({ address }) => address)).toEqual([
      '门诊统筹.用',
      '门诊统筹.起付标准',
      '门诊统筹.已用[年门诊起付]',
      '门诊统筹.起付',
      '门诊统筹.入段',
      '门诊统筹.报销比例',
      '门诊统筹.应付',
      '门诊统筹.支付限额',
      '门诊统筹.已用[年门诊]',
      '门诊统筹.支付',
    ]);
  });
  it('[X1] none for a benefit that does not apply', () => {
    expect(explained(settleOne(bundle, visit(1000, { 医疗类别: '普通住院' })))).toMatchObject({
      lines: [],
      waterfall: expect.arrayContaining([expect.objectContaining({ kind: 'personal', amount: '1000.00' })]),
    });
  });
  it.each([
    [
      '门诊统筹.起付',
      0,
      '起付线扣 200.00',
      '起付线 200.00 本年已扣 0.00, 本次扣 200.00',
      'Deductible 200.00, 0.00 deducted this year, 200.00 deducted now',
    ],
    [
      '门诊统筹.起付',
      1,
      '起付线本年已扣满',
      '起付线 200.00 本年已扣 200.00, 本次扣 0.00',
      'Deductible 200.00, 200.00 deducted this year, 0.00 deducted now',
    ],
    ['门诊统筹.应付', 0, '三级、在职, 按 50%', '', ''],
    [
      '门诊统筹.支付',
      1,
      '统筹基金付 300.00',
      '年限额 2,000.00, 本年已用 400.00, 没有超过',
      'Annual cap 2,000.00, 400.00 used this year; not exceeded',
    ],
    [
      '门诊统筹.支付',
      2,
      '年限额只剩 1,300.00, 截去 1,100.00',
      '年限额 2,000.00 只剩 1,300.00, 截去 1,100.00; 本年已用 700.00',
      'Annual cap 2,000.00, 700.00 used this year: 1,300.00 left, 1,100.00 cut off',
    ],
    ['门诊统筹.已用[年门诊]', 2, '本年已累计 700.00', '累计“年门诊”, 不含本次', 'Accumulator “年门诊”, without this event'],
    ['门诊统筹.报销比例', 2, '报销比例 60%', '二级、在职', '二级, 在职'],
  ] as const)('[X2] %s of visit %s speaks as its form', (address, index, title, detail, english) => {
    const { zh, en } = line(year[index], address);
    expect(zh).toEqual({ title, detail });
    expect(en.detail).toBe(english);
    expect(en.title).not.toBe('');
  });
  it.each([
    ['门诊统筹.入段', 0, '1,000.00 − 200.00 = 800.00'],
    ['门诊统筹.应付', 0, '800.00 × 50% = 400.00'],
    ['门诊统筹.支付', 2, '取小(2,400.00, 2,000.00 − 700.00) = 1,300.00'],
    ['门诊统筹.起付', 1, '取小(500.00, 200.00 − 200.00) = 0.00'],
    ['门诊统筹.报销比例', 0, ''],
    ['门诊统筹.用', 0, ''],
  ] as const)('[X3] %s of visit %s: %s', (address, index, formula) => {
    expect(line(year[index], address).formula).toBe(formula);
  });
  it('[X4] the row that a table chose, and where it stands', () => {
    const ratio = line(year[2], '门诊统筹.报销比例');
    expect(ratio).toMatchObject({
      row: '门诊比例[二级、一级、未定级、药店, 在职]',
      rowSource: { start: 104 },
      value: { kind: 'other', text: '60%' },
    });
    expect(line(year[2], '门诊统筹.应付').row).toBe(ratio.row);
    expect(line(year[2], '门诊统筹.起付').row).toBeUndefined();
  });
  it('[X6] the citations of its rule', () => {
    expect(line(year[2], '门诊统筹.支付限额').citations).toMatchObject([
      { document: '访谈', quote: '在职职工每年不超过2000元,退休职工每年不超过2500元' },
    ]);
  });
  it('each line names what it reads, its version and its place', () => {
    expect(line(year[2], '门诊统筹.支付')).toMatchObject({
      reads: ['门诊统筹.用', '门诊统筹.应付', '门诊统筹.支付限额', '门诊统筹.已用[年门诊]'],
      version: '2022-01-01+2023-01-01',
      source: { file: 'test.yice' },
    });
  });
});

describe('forms', () => {
  it('[X5, X6] adjustments with the value before and after, and their citations', () => {
    const p = draft().choice('备案', { 已备案: undefined, 未备案: undefined });
    p.citations.push({ document: '通知', quote: '下调10%' }, { document: '通知', quote: '70%' });
    const RATIO = { kind: 'ratio', scale: '10000' } as const;
    p.step('市外比例', RATIO, constant(RATIO, '7000'), {
      citations: [1],
      rounds: [
        [
          adjustment('未备案下调', 'add', constant(RATIO, '-1000'), { guard: isOneOf(p.in('备案'), '未备案'), citations: [0] }),
          adjustment('别的', 'add', constant(RATIO, '1'), { guard: truth(false) }),
        ],
      ],
    });
    p.step('市外住院.报销比例', RATIO, p.read('市外比例'), { form: { kind: 'ratio' } });
    p.post('付', rounded(times(p.in('范围内'), p.read('市外住院.报销比例')), 10_000), '基金', ['范围内']);
    const answer = settleOne(load(p.finish()), event({ 备案: '未备案' }));
    expect(explained(answer).lines.map(({ address }) => address)).toEqual(['市外住院.报销比例', '付']);
    expect(line(answer, '市外住院.报销比例')).toMatchObject({
      value: { text: '60%' },
      adjustments: [{ name: '未备案下调', before: '70%', after: '60%' }],
      citations: [{ quote: '70%' }, { quote: '下调10%' }],
    });
    expect(line(settleOne(load(p.finish()), event({ 备案: '已备案' })), '市外住院.报销比例')).toMatchObject({
      adjustments: [],
      citations: [{ quote: '70%' }],
    });
  });

  /** A benefit with a per-visit deductible, an expense cap, bands, a per-visit cap, and a guarantee after it. */
  const rich = () => {
    const p = draft().field('次数', INTEGER);
    p.step('住院.适用', BOOL, truth(true), { form: { kind: 'applies' } }).step('住院.用', BOOL, p.read('住院.适用'), {
      form: { kind: 'applies' },
    });
    p.step('住院.基数', FEN, p.in('范围内'), { form: { kind: 'base' } });
    p.step('住院.起付标准', FEN, yuan(10), { form: { kind: 'standard' } });
    p.step('住院.起付', FEN, least(p.read('住院.基数'), p.read('住院.起付标准')), {
      form: { kind: 'deductible', base: p.stepAt('住院.基数'), standard: p.stepAt('住院.起付标准') },
    });
    p.step('住院.费用限额', FEN, yuan(80), { form: { kind: 'limit' } });
    p.step('住院.入段', FEN, least(greatest(yuan(0), minus(p.read('住院.基数'), p.read('住院.起付'))), p.read('住院.费用限额')), {
      form: {
        kind: 'expenseCap',
        base: p.stepAt('住院.基数'),
        deductible: p.stepAt('住院.起付'),
        limits: [{ limit: p.stepAt('住院.费用限额') }],
      },
    });
    p.step(
      '住院.应付',
      CENTI_FEN,
      {
        op: 'bands',
        name: '住院段',
        bounds: [yuan(50)],
        ratios: [percent(50), percent(80)],
        from: p.read('住院.起付'),
        to: sum(p.read('住院.起付'), p.read('住院.入段')),
      },
      { form: { kind: 'payable', base: p.stepAt('住院.入段'), bands: '住院段' } },
    );
    p.step('住院.支付限额', FEN, yuan(40), { form: { kind: 'limit' } });
    p.post(
      '住院.支付',
      rounded(
        {
          op: 'least',
          of: [
            { of: p.read('住院.应付'), by: '1' },
            { of: p.read('住院.支付限额'), by: '100' },
          ],
        },
        100,
      ),
      '基金',
      ['范围内'],
      { form: { kind: 'payment', payable: p.stepAt('住院.应付'), limits: [{ limit: p.stepAt('住院.支付限额') }] } },
    );
    p.benefit('住院', '住院.适用', '住院.用');
    return p;
  };
  it.each([
    ['住院.起付', 100, '起付线扣 10.00', '起付线 10.00, 本次扣 10.00', '取小(100.00, 10.00) = 10.00'],
    ['住院.起付', '4.00', '起付线扣 4.00', '起付线 10.00, 本次扣 4.00 (费用只有 4.00)', '取小(4.00, 10.00) = 4.00'],
    ['住院.入段', 100, '每次费用限额 80.00, 截去 10.00', '进入报销 80.00', '取小(100.00 − 10.00, 80.00) = 80.00'],
    ['住院.入段', 60, '进入报销 50.00', '每次费用限额 80.00, 没有超过', '取小(60.00 − 10.00, 80.00) = 50.00'],
    ['住院.应付', 100, '按分段“住院段”', '', '40.00 × 50% + 40.00 × 80% = 52.00'],
    ['住院.支付', 100, '每次限额 40.00, 截去 12.00', '基金付 40.00', '取小(52.00, 40.00) = 40.00'],
    ['住院.支付', '33.33', '基金付 11.67', '每次限额 40.00, 没有超过', '取小(11.665, 40.00) ≈ 11.67'],
  ] as const)('[X2, X3] %s at %s', (address, amount, title, detail, formula) => {
    expect(line(settleOne(load(rich().finish()), event({ 范围内: amount })), address)).toMatchObject({ zh: { title, detail }, formula });
  });
  it('[X2, X3] a guarantee, a remainder, a quotient', () => {
    const p = rich().point('补足', '由谁付未写');
    p.step('大病.基数', FEN, p.remaining(['范围内'], '住院.支付'));
    p.step('保底额', FEN, rounded(times(p.in('范围内'), percent(90)), 100));
    p.post('补足.支付', greatest(yuan(0), minus(p.read('保底额'), p.read('住院.支付'))), [], ['范围内'], {
      shareOpen: '补足',
      form: { kind: 'guarantee', floor: p.stepAt('保底额'), paid: [p.stepAt('住院.支付')], layers: [] },
    });
    p.post(
      '大病.支付',
      least(p.read('大病.基数'), {
        op: 'mulDivRound',
        numerators: [{ of: yuan(1), by: '1' }],
        divisor: { of: p.in('次数'), by: '1' },
        unit: '1',
        mode: 'halfUp',
      }),
      '基金',
      ['范围内'],
    );
    const answer = settleOne(load(p.finish()), event({ 次数: 3 }));
    expect(line(answer, '补足.支付')).toMatchObject({
      zh: { title: '保底 90.00, 补足 50.00', detail: '已付 40.00' },
      formula: '90.00 − 40.00 = 50.00',
    });
    expect(line(answer, '大病.基数').formula).toBe('100.00 − 40.00 = 60.00');
    expect(line(answer, '大病.支付')).toMatchObject({ zh: { title: '基金付 0.33' }, formula: '取小(60.00, 1.00 ÷ 3) = 0.33' });
  });
  it('[X3] a whole number that a quotient was rounded to is shown as one', () => {
    const p = draft().field('次数', INTEGER);
    const quotient = { op: 'mulDivRound', numerators: [{ of: p.in('次数'), by: '1' }], divisor: { of: integer(12), by: '1' } } as const;
    p.step('年数', INTEGER, { ...quotient, unit: '1', mode: 'down' });
    p.post('付', least(p.in('范围内'), times(p.read('年数'), yuan(1))), '基金', ['范围内']);
    expect(line(settleOne(load(p.finish()), event({ 次数: 235 })), '年数').formula).toBe('235 ÷ 12 ≈ 19');
  });
  it('[X9] what is open or missing says so, with its reasons', () => {
    const p = draft().point('比例', '原文没有比例', { type: PERCENT }).field('次数', INTEGER);
    p.step('住院.报销比例', PERCENT, p.open('比例'), { form: { kind: 'ratio' } });
    p.post('付', rounded(times(p.in('范围内'), p.read('住院.报销比例')), 100), '基金', ['范围内']);
    const open = settleOne(load(p.finish()), event({}));
    expect(line(open, '住院.报销比例')).toMatchObject({
      value: { kind: 'open', reasons: [{ reason: '原文没有比例' }] },
      zh: { title: '住院.报销比例 待定', detail: '原文没有比例' },
    });
    p.post(
      '二',
      choose({ op: 'compare', test: '=', a: { of: p.in('次数'), by: '1' }, b: { of: integer(1), by: '1' } }, yuan(1), yuan(0)),
      '基金',
      ['范围内'],
    );
    expect(line(settleOne(load(p.finish()), event({})), '二').zh.title).toContain('缺 次数');
  });
  it('[X9] an assumption stands on the lines that used it', () => {
    const p = draft().point('起付', '未写起付线');
    p.step('住院.起付标准', FEN, p.assume(yuan(10), '起付'), { form: { kind: 'standard' } }).step('别的', FEN, yuan(3));
    p.post('付', sum(p.read('住院.起付标准'), p.read('别的')), '基金', ['范围内']);
    const answer = settleOne(load(p.finish()), event({}));
    expect(explained(answer).lines.map(({ address, assumed }) => [address, assumed.length])).toEqual([
      ['住院.起付标准', 1],
      ['别的', 0],
      ['付', 1],
    ]);
  });
  it('[X9] a line that candidates decide differently is open while the rest is told', () => {
    const p = draft().point('比例', '六成还是七成', { type: PERCENT, candidates: [percent(60), percent(70)] });
    p.step('应付', CENTI_FEN, times(p.in('范围内'), p.open('比例'))).post('付', least(rounded(p.read('应付'), 100), yuan(50)), '基金', [
      '范围内',
    ]);
    const answer = settleOne(load(p.finish()), event({}));
    expect([line(answer, '应付').value.kind, line(answer, '付').value]).toEqual(['open', { kind: 'money', text: '50.00', exact: true }]);
  });
  it('[X1] 不享受 gives the rule that stands against it', () => {
    const p = rich();
    p.eligible('等待期', truth(false), '还在待遇等待期内');
    expect(explained(settleOne(load(p.finish()), event({}))).lines).toMatchObject([
      { address: '等待期', form: 'eligibility', zh: { title: '不享受: 还在待遇等待期内' } },
    ]);
    const own = draft();
    own
      .step('住院.适用', BOOL, truth(true))
      .step('住院.用', BOOL, truth(false))
      .post('住院.支付', choose(own.read('住院.用'), yuan(1), yuan(0)), '基金', ['范围内'])
      .benefit('住院', '住院.适用', '住院.用', rule('备案', truth(false), '没有备案'));
    expect(explained(settleOne(load(own.finish()), event({}))).lines).toMatchObject([{ address: '备案' }]);
  });
  it('[X1, X6] the comparison that failed is shown with its numbers and the rule’s citations', () => {
    const p = rich();
    p.citations.push({ document: '通知', quote: '等待期6个月' });
    p.program.eligibility.push({
      ...rule(
        '等待期',
        {
          op: 'compare',
          test: '≥',
          a: { of: p.in('就诊日'), by: '1' },
          b: { of: { op: 'addMonths', day: constant({ kind: 'date' }, '2022-08-10'), months: constant({ kind: 'months' }, '6') }, by: '1' },
        },
        '还在等待期',
      ),
      citations: [0],
    });
    const answer = settleOne(load(p.finish()), event({}));
    expect(explained(answer).lines).toMatchObject([
      {
        formula: '2023-01-01 ≥ 2022-08-10 + 6个月',
        zh: { detail: '资格“等待期”: 2023-01-01 ≥ 2022-08-10 + 6个月 不成立' },
        citations: [{ quote: '等待期6个月' }],
      },
    ]);
    addsUp(answer);
  });
  it('[X7] whoever is not entitled bears the bill without a deductible or a cap', () => {
    const p = rich();
    p.eligible('参保', truth(false), '没有参保');
    expect(explained(settleOne(load(p.finish()), event({}))).waterfall.map(({ kind }) => kind)).not.toContain('deductible');
  });
  it('[X1] a reader meets a condition before what it guards, however the steps are numbered', () => {
    const p = draft();
    p.step('住院.起付标准', FEN, yuan(10), { form: { kind: 'standard' } }).step('住院.适用', BOOL, truth(true), {
      form: { kind: 'applies' },
    });
    p.post('住院.支付', choose(p.read('住院.适用'), p.read('住院.起付标准'), yuan(0)), '基金', ['范围内']).benefit(
      '住院',
      '住院.适用',
      '住院.适用',
    );
    expect(explained(settleOne(load(p.finish()), event({}))).lines.map(({ address }) => address)).toEqual([
      '住院.适用',
      '住院.起付标准',
      '住院.支付',
    ]);
  });
  it('a value that is no whole fen is shown cut off, and marked', () => {
    expect(line(settleOne(load(rich().finish()), event({ 范围内: '33.33' })), '住院.应付').value).toEqual({
      kind: 'money',
      text: '11.66',
      exact: false,
    });
  });

  it.each([100, 60, '33.33', '4.00', 0])('[X7] of a rich benefit at %s', (amount) => {
    addsUp(settleOne(load(rich().finish()), event({ 范围内: amount, 范围外: '7.77' })));
  });
  it('[X7] of several layers and an account', () => {
    const p = rich().payer('账户', 'account').payer('财政', 'fiscal');
    p.post('救助', least(p.remaining(['范围内'], '住院.支付'), yuan(20)), '财政', ['范围内']);
    p.post('账', least(p.remaining(['范围内'], '住院.支付', '救助'), yuan(5)), '账户', ['范围内']);
    addsUp(settleOne(load(p.finish()), event({ 范围外: 3 })));
  });
});

const fenOf = (yuanText: string): number => Math.round(Number(yuanText) * 100);

function addsUp(answer: Answer): void {
  const bars = explained(answer).waterfall;
  const total = (...kinds: readonly string[]): number =>
    bars.filter(({ kind }) => kinds.includes(kind)).reduce((all, { amount }) => all + fenOf(amount), 0);
  const paidParts = new Set(answer.postings.flatMap(({ parts }) => parts.map(({ part }) => part)));
  const unpaid = bars
    .filter(({ kind, label }) => kind === 'part' && !paidParts.has(label))
    .reduce((all, { amount }) => all + fenOf(amount), 0);
  expect(total('part')).toBe(total('total'));
  expect(unpaid + total('deductible', 'over', 'copay', 'capCut')).toBe(total('personal'));
  expect(total('posting') + total('personal')).toBe(total('total'));
  expect(total('account', 'cash')).toBe(total('personal'));
  expect(bars.every(({ amount }) => fenOf(amount) >= 0)).toBe(true);
  expect(total('personal')).toBe(fenOf(answer.totals?.personal ?? 'NaN'));
}

describe('the waterfall', () => {
  it('[X7] of a visit that reaches the cap', () => {
    expect(explained(year[2]).waterfall.map(({ kind, amount }) => [kind, amount])).toEqual([
      ['total', '4320.00'],
      ['part', '4000.00'],
      ['part', '140.00'],
      ['part', '0.00'],
      ['part', '180.00'],
      ['deductible', '0.00'],
      ['copay', '1600.00'],
      ['capCut', '1100.00'],
      ['posting', '1300.00'],
      ['personal', '3020.00'],
      ['account', '0.00'],
      ['cash', '3020.00'],
    ]);
  });
  const amount = fc.integer({ min: 0, max: 2_000_000 }).map((fen) => (fen / 100).toFixed(2));
  const anyVisit = fc.record({
    政策范围内: amount,
    先行自付: amount,
    全自费: amount,
    机构等级: fc.constantFrom(...LEVELS),
    人员类别: fc.constantFrom('在职', '退休'),
    医疗类别: fc.constantFrom('普通门诊', '普通住院'),
  });

  it('[X7] adds up, and [X8] asking for it changes nothing else', () => {
    fc.assert(
      fc.property(fc.array(anyVisit, { minLength: 1, maxLength: 4 }), (visits) => {
        const events = visits.map((fields, index) => visit(0, fields, `v${index}`));
        const { answers } = settleAll(bundle, events);
        const plain = settleAll(bundle, events, undefined, { explain: false }).answers;
        for (const [index, answer] of answers.entries()) {
          addsUp(answer);
          const { explanation: _, ...rest } = answer;
          expect(rest).toEqual(plain[index]);
        }
      }),
      { numRuns: 60 },
    );
  });
});
