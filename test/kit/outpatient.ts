/** 职工门诊统筹 as IR by hand: nothing before 2023, then a deductible of the year, a ratio by level and person, a cap of the year. */
import type { EncounterInput } from '../../runtime/answer.ts';
import type { Expr, PolicyIr, Program, Step } from '../../runtime/ir/types.ts';
import {
  BOOL,
  CENTI_FEN,
  choose,
  DATE,
  FEN,
  greatest,
  INTEGER,
  isOneOf,
  least,
  minus,
  PERCENT,
  PolicyDraft,
  rounded,
  TEXT,
  times,
  truth,
  yearOf,
  yuan,
} from './ir.ts';

export const LEVELS = ['三级', '二级', '一级', '未定级', '药店'] as const;

/** The policy; `change` may alter it before it is finished. */
export function outpatient(more: Partial<PolicyIr> = {}): PolicyIr {
  const p = new PolicyDraft()
    .field('参保人', TEXT, { interfaceName: 'psn_no' })
    .field('就诊日', DATE)
    .choice('医疗类别', { 普通门诊: '11', 普通住院: '21', 定点药店购药: '41' }, 'med_type')
    .choice('机构等级', Object.fromEntries(LEVELS.map((level) => [level, undefined])), 'hosp_lv')
    .choice('人员类别', { 在职: '11', 退休: '12' }, 'psn_type')
    .bill('总额', '政策范围内', '先行自付', '超限价', '全自费')
    .payer('统筹基金');
  p.citations.push({ document: '访谈', quote: '在职职工每年不超过2000元,退休职工每年不超过2500元' });
  const keys = [TEXT, INTEGER];
  p.accumulator('年门诊起付', 'sum', FEN, keys).accumulator('年门诊', 'sum', FEN, keys);
  const period = [p.in('参保人'), yearOf(p.in('就诊日'))];
  const byPerson = (name: string, employed: string, retired: string): Expr => ({
    op: 'table',
    axes: [{ kind: 'values', of: p.in('人员类别'), classes: [['在职'], ['退休']] }],
    grid: [0, 1],
    results: [p.param(`${name}[在职]`, FEN, { known: employed }, '在职'), p.param(`${name}[退休]`, FEN, { known: retired }, '退休')],
  });

  p.step('门诊统筹.适用', BOOL, isOneOf(p.in('医疗类别'), '普通门诊', '定点药店购药'), { form: { kind: 'applies' } });
  p.step('门诊统筹.用', BOOL, p.read('门诊统筹.适用'), { form: { kind: 'applies' } });
  const whenUsed = (value: Expr, nothing: Expr = yuan(0)): Expr => choose(p.read('门诊统筹.用'), value, nothing);
  p.step('门诊统筹.基数', FEN, whenUsed(p.in('政策范围内')), { form: { kind: 'base' } });
  p.step('门诊统筹.起付标准', FEN, byPerson('门诊起付标准', '20000', '15000'), { form: { kind: 'standard' } });
  p.step('门诊统筹.已用[年门诊起付]', FEN, p.used('年门诊起付', ...period), { form: { kind: 'used', accumulator: 0 } });
  p.step(
    '门诊统筹.起付',
    FEN,
    whenUsed(least(p.read('门诊统筹.基数'), greatest(yuan(0), minus(p.read('门诊统筹.起付标准'), p.read('门诊统筹.已用[年门诊起付]'))))),
    {
      form: {
        kind: 'deductible',
        base: p.stepAt('门诊统筹.基数'),
        standard: p.stepAt('门诊统筹.起付标准'),
        used: p.stepAt('门诊统筹.已用[年门诊起付]'),
      },
    },
  );
  p.step('门诊统筹.入段', FEN, minus(p.read('门诊统筹.基数'), p.read('门诊统筹.起付')), {
    form: { kind: 'expenseCap', base: p.stepAt('门诊统筹.基数'), deductible: p.stepAt('门诊统筹.起付'), limits: [] },
  });
  p.step(
    '门诊统筹.报销比例',
    PERCENT,
    {
      op: 'table',
      axes: [
        { kind: 'values', of: p.in('机构等级'), classes: [['三级'], ['二级', '一级', '未定级', '药店']] },
        { kind: 'values', of: p.in('人员类别'), classes: [['在职'], ['退休']] },
      ],
      grid: [0, 1, 2, 3],
      results: [
        p.param('门诊比例[三级, 在职]', PERCENT, { known: '50' }),
        p.param('门诊比例[三级, 退休]', PERCENT, { known: '60' }),
        p.param('门诊比例[二级、一级、未定级、药店, 在职]', PERCENT, { known: '60' }),
        p.param('门诊比例[二级、一级、未定级、药店, 退休]', PERCENT, { known: '70' }),
      ],
    },
    { form: { kind: 'ratio' } },
  );
  p.step(
    '门诊统筹.应付',
    CENTI_FEN,
    whenUsed(times(p.read('门诊统筹.入段'), p.read('门诊统筹.报销比例')), { op: 'const', type: CENTI_FEN, value: '0' }),
    {
      form: { kind: 'payable', base: p.stepAt('门诊统筹.入段'), ratio: p.stepAt('门诊统筹.报销比例') },
    },
  );
  p.step('门诊统筹.支付限额', FEN, byPerson('门诊限额', '200000', '250000'), { form: { kind: 'limit' }, citations: [0] });
  p.step('门诊统筹.已用[年门诊]', FEN, p.used('年门诊', ...period), { form: { kind: 'used', accumulator: 1 } });
  p.post(
    '门诊统筹.支付',
    whenUsed(
      rounded(
        {
          op: 'least',
          of: [
            { of: p.read('门诊统筹.应付'), by: '1' },
            { of: greatest(yuan(0), minus(p.read('门诊统筹.支付限额'), p.read('门诊统筹.已用[年门诊]'))), by: '100' },
          ],
        },
        100,
      ),
    ),
    '统筹基金',
    ['政策范围内'],
    {
      form: {
        kind: 'payment',
        payable: p.stepAt('门诊统筹.应付'),
        limits: [{ limit: p.stepAt('门诊统筹.支付限额'), used: p.stepAt('门诊统筹.已用[年门诊]') }],
      },
    },
  );
  p.step('门诊统筹.共付', FEN, minus(p.read('门诊统筹.入段'), p.read('门诊统筹.支付')), { form: { kind: 'copay' } });
  p.entry('年门诊起付', p.read('门诊统筹.起付'), period).entry('年门诊', p.read('门诊统筹.支付'), period);
  p.benefit('门诊统筹', '门诊统筹.适用', '门诊统筹.用');

  const code = p.code();
  const before: Program = {
    ...code,
    steps: [{ ...(code.steps[0] as Step), address: '门诊慢性病.用', value: truth(false) }],
    postings: [],
    entries: [],
    parameters: [],
    benefits: [{ name: '门诊慢性病', fits: 0, applies: 0, eligibility: [] }],
  };
  return p.finish({
    id: '绵阳市职工基本医疗保险',
    programs: [code, before],
    versions: [p.version('2022-01-01+2023-01-01', 0), { id: '2022-01-01', program: 1, parameters: [], amendments: [], assumes: [] }],
    timeline: [
      { from: '2022-01-01', to: '2023-01-01', version: 1 },
      { from: '2023-01-01', version: 0 },
    ],
    ...more,
  });
}

let count = 0;

/** A visit of 甲, in yuan, to be changed where a test needs it. */
export const visit = (scope: number | string, fields: Readonly<Record<string, unknown>> = {}, id = `e${++count}`): EncounterInput => ({
  id,
  fields: {
    参保人: '甲',
    就诊日: '2023-03-02',
    医疗类别: '普通门诊',
    机构等级: '二级',
    人员类别: '在职',
    政策范围内: scope,
    先行自付: 0,
    超限价: 0,
    全自费: 0,
    ...fields,
  },
});
