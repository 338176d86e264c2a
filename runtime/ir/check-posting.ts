/** The invariants of a posting. */
import type { At, Reading } from './decode.ts';
import type { Expr, IrType, PolicyIr, Posting } from './types.ts';

/** Who pays, from what and by whom it is shared, as the entry of the policy allows. */
export function checkPosting(
  policy: PolicyIr,
  { payers, parts, shares, shareOpen, into, until, members }: Posting,
  type: IrType,
  at: At,
  reading: Reading,
): void {
  if (type.kind !== 'money') reading.refuse(at, '支付应为金额', 'a posting should be money');
  if (payers.some((payer) => payer >= policy.payers.length)) reading.refuse(at, '付方不存在', 'a payer does not exist');
  if (parts.some((part) => !policy.bill?.parts.includes(part))) reading.refuse(at, '支付的部分不在账单里', 'a part is not in the bill');
  const place = { settlement: '结算', cashBenefit: '现金待遇', contribution: '筹资', clearing: '清算' }[policy.entry];
  if (parts.length > 0 !== (policy.entry === 'settlement'))
    reading.refuse(
      at,
      `${place}的支付${parts.length > 0 ? '不从' : '要从'}账单支付`,
      'only a settlement posts against a bill, and always does',
    );
  if (into !== undefined && (policy.entry !== 'cashBenefit' || policy.payers[into]?.of !== 'account'))
    reading.refuse(at, '只有现金待遇可以入账户', 'only a cash benefit goes into an account');
  if (until && policy.entry !== 'contribution') reading.refuse(at, '缓缴只在筹资里', 'only a contribution defers a share');
  if ((members !== undefined) !== (policy.entry === 'clearing'))
    reading.refuse(at, '清算都是拨付, 别处没有拨付', 'a clearing consists of allotments, and nothing else does');
  if (members && (members.pool === undefined) !== (members.remainder === undefined))
    reading.refuse(at, '有可分的总额就要写尾差归谁', 'a pool says who takes what rounding leaves of it');
  const paid = (of: 'person' | 'employer'): boolean => payers.some((payer) => policy.payers[payer]?.of === of);
  if (policy.entry !== 'contribution' && paid('person'))
    reading.refuse(at, '个人只付应缴的份额', 'a person only bears a share of what is due');
  if (policy.entry !== 'contribution' && policy.entry !== 'cashBenefit' && paid('employer'))
    reading.refuse(at, '单位只付应缴的份额和现金待遇', 'an employer only bears a share of what is due or pays a cash benefit');
  if (new Set(parts).size !== parts.length) reading.refuse(at, '支付的部分有重复', 'a part is listed twice');
  if (shareOpen !== undefined && shareOpen >= policy.openPoints.length) reading.refuse(at, '待定不存在', 'the open point does not exist');
  if (shares && (shareOpen !== undefined || shares.length !== payers.length))
    reading.refuse(at, '每个付方要有一份分摊', 'each payer has one share');
  if (payers.length !== 1 && shareOpen === undefined && !shares)
    reading.refuse(at, '多个付方要写明如何分摊', 'a sum for several payers says how it is shared');
  if (payers.length > 1 && payers.some((payer) => policy.payers[payer]?.of === 'account'))
    reading.refuse(at, '账户不能与别的付方合付一笔', 'an account cannot share a sum with other payers');
}

/** Formulas of a posting beside its amount. Those of a batch have its item in hand, which a fold of it around them gives. */
export function postingFormulas({
  until,
  members,
}: Posting): readonly { readonly key: string; readonly of: Expr; readonly type: IrType }[] {
  if (!members) return until ? [{ key: 'until', of: until, type: { kind: 'date' } }] : [];
  const { list, guard, value } = members;
  const of: Expr = { op: 'fold', how: 'sum', over: { kind: 'items', list }, ...(guard ? { guard } : {}), value };
  return [{ key: 'members', of, type: { kind: 'money', scale: '1' } }];
}
