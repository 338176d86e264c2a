import type { Answer, Yuan } from '../../runtime/answer.ts';
import type { PolicyIr } from '../../runtime/ir/types.ts';

/**
 * The amount of an answer that an expectation names: one of its totals, a posting, or a named amount. Who is not entitled is paid 0 by every
 * posting of the policy. Undefined when the answer has no such amount, as in one that is open or refused.
 */
export function amountOf(answer: Answer, address: string, policy: PolicyIr): Yuan | undefined {
  const total = totalOf(answer, address);
  if (total !== undefined) return total;
  const amount = answer.postings.find((one) => one.address === address)?.amount ?? answer.amounts[address];
  if (amount !== undefined || answer.status !== 'ineligible') return amount;
  return policy.programs.some(({ steps }) => steps.some((step) => step.address === address && step.posting)) ? '0.00' : undefined;
}

function totalOf({ totals }: Answer, name: string): Yuan | undefined {
  switch (name) {
    case '总额':
      return totals?.total;
    case '基金':
      return totals?.funds;
    case '医院':
      return totals?.hospital;
    case '个人':
      return totals?.personal;
    case '账户':
      return totals?.account;
    case '现金':
      return totals?.cash;
    default:
      return undefined;
  }
}
