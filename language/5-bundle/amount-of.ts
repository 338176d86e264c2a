import type { Answer, Yuan } from '../../runtime/answer.ts';

/**
 * The amount of an answer that an expectation names: one of its totals, a posting, or a named amount. A posting of an answer that pays
 * nothing is 0. Undefined when the answer has no such amount, as in one that is open or refused.
 */
export function amountOf(answer: Answer, address: string): Yuan | undefined {
  const total = totalOf(answer, address);
  if (total !== undefined) return total;
  const posting = answer.postings.find((one) => one.address === address);
  return posting?.amount ?? answer.amounts[address];
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
