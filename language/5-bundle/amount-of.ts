import type { Answer, NamedValue, Yuan } from '../../runtime/answer.ts';
import type { PolicyIr } from '../../runtime/ir/types.ts';

/**
 * The amount of an answer that an expectation names: one of its totals, a posting, or a named amount. Who is not entitled is paid 0 by every
 * posting of the policy, and so is everybody by a posting that the law in force does not have. Undefined when the answer has no such amount, as in one that is open or refused.
 */
export function amountOf(answer: Answer, address: string, policy: PolicyIr): Yuan | undefined {
  const total = totalOf(answer, address) ?? sumOf(answer, address) ?? allottedOf(answer, address);
  if (total !== undefined) return total;
  const amount =
    answer.postings.find((one) => (one.policy === undefined ? one.address : `${one.policy}.${one.address}`) === address)?.amount ??
    answer.amounts[address];
  if (amount !== undefined || (answer.status !== 'ineligible' && answer.status !== 'settled')) return amount;
  return policy.programs.some(({ steps }) => steps.some((step) => step.address === address && step.posting)) ? '0.00' : undefined;
}

/** An amount of an answer, or a named value of it that was asked for and is none. */
export function resultOf(answer: Answer, address: string, policy: PolicyIr): NamedValue | undefined {
  const value = amountOf(answer, address, policy);
  return value === undefined ? answer.values?.[address] : { kind: 'money', value };
}

/** What the law of an entry without a bill speaks of. An address of the policy by the same name comes first. */
function sumOf({ sums, amounts }: Answer, name: string): Yuan | undefined {
  if (!sums || amounts[name] !== undefined) return undefined;
  switch (sums.entry) {
    case 'cashBenefit':
      return { 合计: sums.paid, 账户: sums.account, 现金: sums.cash }[name];
    case 'contribution':
      return { 应缴: sums.due, 本期缴: sums.now, 缓缴: sums.deferred }[name];
    case 'clearing':
      return name === '合计' ? sums.paid : undefined;
  }
}

/** 结算额[2], 结算额.尾差. An item outside the condition of the 拨付 gets nothing. */
function allottedOf({ postings }: Answer, address: string): Yuan | undefined {
  const [, name, item] = /^(.*?)(?:\[([1-9]\d{0,4})\]|\.尾差)$/u.exec(address) ?? [];
  const allotted = postings.find((one) => one.address === name)?.allotted;
  if (!allotted) return undefined;
  return item === undefined ? allotted.remainder : (allotted.members.find((one) => one.item === Number(item))?.amount ?? '0.00');
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
