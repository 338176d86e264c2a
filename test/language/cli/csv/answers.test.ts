import { describe, expect, it } from 'vitest';
import { answerTable } from '../../../../language/cli/csv/answers.ts';
import type { EncounterInput } from '../../../../runtime/index.ts';
import { emptyLedger, settle } from '../../../../runtime/index.ts';
import { outpatient, policyText, readyFrom } from '../../../kit/policy.ts';

const national = (text: string): string =>
  text
    .replace(
      '费用 总额 = 政策范围内 + 全自费',
      '费用 总额 接口 “medfee_sumamt” = 政策范围内 接口 “inscp_scp_amt” + 全自费 接口 “fulamt_ownpay_amt”',
    )
    .replace('付方 统筹基金 : 基金', '付方 统筹基金 : 基金 接口 “hifp_pay”')
    .replace('付方 大病基金 : 基金', '付方 大病基金 : 基金 接口 “hifmi_pay”\n付方 个人账户 : 账户 接口 “acct_pay”');
const { loaded } = await readyFrom(
  national(policyText(`${outpatient()}\n支付 补助 由 统筹基金、大病基金 分摊 待定 “未写各付多少” 从 全自费 = 全自费 × 10%`)),
);

const visit = (fields: Readonly<Record<string, unknown>>): EncounterInput => ({
  id: 'e1',
  fields: { 参保人: '甲', 就诊日: '2023-05-08', 医疗类别: '11', 人员类别: '在职', inscp_scp_amt: '1000.00', 全自费: 0, ...fields },
});

function tell(encounter: EncounterInput): Readonly<Record<string, string>> {
  const table = answerTable(loaded, 'zh');
  const { answer } = settle(loaded, encounter, emptyLedger(), {});
  const cells = (row: string): readonly string[] => row.trimEnd().split(',');
  const [problem] = answer.problems;
  const row = cells(table.row({ at: 2, encounter, answer, ...(problem ? { error: problem } : {}) }));
  return Object.fromEntries(cells(table.header).map((name, at) => [name, row[at] ?? '']));
}

describe('answers as rows', () => {
  it('under the names of the national interface', () => {
    expect(tell(visit({}))).toMatchObject({
      id: 'e1',
      row: '2',
      status: '已结算',
      medfee_sumamt: '1000.00',
      inscp_scp_amt: '1000.00',
      fulamt_ownpay_amt: '0.00',
      act_pay_dedc: '200.00',
      hifp_pay: '480.00',
      hifmi_pay: '0.00',
      fund_pay_sumamt: '480.00',
      psn_part_amt: '520.00',
      acct_pay: '0.00',
      psn_cash_pay: '520.00',
    });
  });

  it('what is open has no amount, and says why', () => {
    const row = tell(visit({ 全自费: '100.00' }));
    expect(row).toMatchObject({ status: '已结算', fund_pay_sumamt: '490.00', hifp_pay: '', hifmi_pay: '' });
    expect(row['reason']).toContain('未写各付多少');
  });

  it('what is refused has no amount at all', () => {
    expect(tell(visit({ 医疗类别: '99' }))).toMatchObject({ status: '拒收', fund_pay_sumamt: '', psn_part_amt: '', inscp_scp_amt: '' });
  });

  it('a text that looks like a formula stays a text, and quotes are doubled', () => {
    const { answer } = settle(loaded, { ...visit({}), id: '=1+1,"x"' }, emptyLedger(), {});
    expect(answerTable(loaded, 'zh').row({ at: 2, answer })).toMatch(/^"'=1\+1,""x""",2,/u);
  });
});
