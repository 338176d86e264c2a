import { emptyLedger, type LoadedBundle, settle } from '../../runtime/index.ts';
import type { Claim, Paid } from './claims.ts';

/** The policy that is raced; its folder has others for the same scheme. */
export const POLICY = '绵阳市职工基本医疗保险';

/** Yuan as text, as a settlement system sends it. */
const yuan = (fen: number): string => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
const fen = (text: string | undefined): number => Number((text ?? '').replace('.', ''));

/** The claims as events of the policy, made before the clock runs. */
export const encountersOf = (claims: readonly Claim[]) =>
  claims.map((claim, index) => ({
    id: `E${index}`,
    scheme: '职工',
    fields: {
      参保人: claim.person,
      就诊日: '2023-05-08',
      参保日: '2015-03-01',
      人员类别: claim.retired ? '退休' : '在职',
      医疗类别: claim.level === '药店' ? '定点药店购药' : '普通门诊',
      机构等级: claim.level,
      认定病种数: 0,
      异地备案: '已备案',
      政策范围内: yuan(claim.inScopeFen),
      先行自付: '0.00',
      超限价: '0.00',
      全自费: '0.00',
    },
  }));

/** Settles the events one after another from an empty ledger. @throws when one is not settled */
export function settleByYice(bundle: LoadedBundle, encounters: ReturnType<typeof encountersOf>, explain: boolean, into?: Paid[]): void {
  let ledger = emptyLedger();
  for (const encounter of encounters) {
    const result = settle(bundle, encounter, ledger, { explain, policy: POLICY });
    ledger = result.ledger;
    const { answer } = result;
    // An explanation is made when it is read.
    if (explain && answer.explanation?.lines.length === 0) throw new Error(`${encounter.id}: nothing to explain`);
    if (answer.status !== 'settled') throw new Error(`${encounter.id}: ${answer.status} ${JSON.stringify(answer.problems)}`);
    into?.push({ deductibleFen: fen(answer.amounts['门诊统筹.起付']), fundFen: fen(answer.amounts['门诊统筹.支付']) });
  }
}
