import type { Answer, NamedValue, Yuan } from '../../runtime/answer.ts';
import type { PolicyIr } from '../../runtime/ir/types.ts';
import { fenFromYuan, yuanFromFen } from '../../runtime/money/fen.ts';

/**
 * The amount of an answer that an expectation names: one of its totals, a posting, or a named amount. Who is not entitled is paid 0 by every
 * posting of the policy and of its layers, and so is everybody by a posting that the law in force does not have. Undefined when the answer has
 * no such amount, as in one that is open or refused. `all`: the policies of the bundle, among which its layers are.
 */
export function amountOf(answer: Answer, address: string, policy: PolicyIr, all: readonly PolicyIr[] = []): Yuan | undefined {
  const total = totalOf(answer, address) ?? sumOf(answer, address) ?? allottedOf(answer, address);
  if (total !== undefined) return total;
  const paid = payment(address, policy, all);
  const amount = sumOfPayment(answer, paid.policy === policy ? undefined : paid.policy.id, paid.address) ?? answer.amounts[address];
  if (amount !== undefined || (answer.status !== 'ineligible' && answer.status !== 'settled')) return amount;
  return paid.policy.programs.some(({ steps }) => steps.some((step) => step.address === paid.address && step.posting)) ? '0.00' : undefined;
}

/** An amount of an answer, or a named value of it that was asked for and is none. */
export function resultOf(answer: Answer, address: string, policy: PolicyIr, all: readonly PolicyIr[] = []): NamedValue | undefined {
  const value = amountOf(answer, address, policy, all);
  return value === undefined ? answer.values?.[address] : { kind: 'money', value };
}

/** A payment may stand in several lines: what one fell due for on one day and now falls due for on another. */
function sumOfPayment({ postings }: Answer, policy: string | undefined, address: string): Yuan | undefined {
  const lines = postings.filter((one) => one.policy === policy && one.address === address);
  if (lines.length < 2) return lines[0]?.amount;
  return yuanFromFen(lines.reduce((sum, { amount }) => sum + (fenFromYuan(amount) ?? 0n), 0n));
}

/** The policy whose payment an address would be: what 引用 names is a layer's, and so is what begins with a layer's name. */
function payment(address: string, policy: PolicyIr, all: readonly PolicyIr[]): { readonly policy: PolicyIr; readonly address: string } {
  const referred = policy.references.find(({ name }) => name === address);
  const layer = all.find(({ id }) => (referred ? id === referred.policy : address.startsWith(`${id}.`) && id !== policy.id));
  if (!layer) return { policy, address };
  return { policy: layer, address: referred?.address ?? address.slice(layer.id.length + 1) };
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
