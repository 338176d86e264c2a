/**
 * The order in which a version settles, as dependence gives it: nobody wrote it down. For each payment the amounts on the way to it, those
 * that a form names and those that look at an earlier payment, and the payments that it comes after.
 */
import { children } from '../3-check/analyses/children.ts';
import type { Words } from '../diagnostics/diagnostic.ts';
import type { DefinitionModel } from '../model/definition.ts';
import type { Expr } from '../model/expression.ts';
import type { PolicyModel } from '../model/types.ts';
import type { VersionModel } from '../model/version.ts';

/** One payment of the order. */
interface SettlementStep {
  /** Addresses in the order in which they are worked out; the last is the payment. */
  readonly path: readonly string[];
  /** Payments that must be known first, nearest ones only. */
  readonly after: readonly string[];
}

const ON_THE_WAY: ReadonlySet<DefinitionModel['form']['kind']> = new Set([
  'base',
  'deductible',
  'expenseCap',
  'payable',
  'receiver',
  'guarantee',
  'due',
]);

/** The payments of a version in their order. */
function settlementOrder({ definitions, postings }: VersionModel): readonly SettlementStep[] {
  const byAddress = new Map(definitions.map((one) => [one.address, one] as const));
  const paid = new Set(definitions.filter(({ posting }) => posting).map(({ address }) => address));
  const reads = new Map(definitions.map((one) => [one.address, readsOf(one)] as const));
  const place = (address: string): number => postings.indexOf(address);
  const inOrder = definitions.filter(({ address }) => paid.has(address)).sort((a, b) => place(a.address) - place(b.address));
  return inOrder.map(({ address }): SettlementStep => {
    const way = new Set<string>();
    const after = new Set<string>();
    const queue = [address];
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      for (const read of reads.get(next) ?? []) {
        if (paid.has(read)) after.add(read);
        else if (byAddress.has(read) && !way.has(read)) {
          way.add(read);
          queue.push(read);
        }
      }
    }
    const shown = definitions.filter((one) => way.has(one.address) && (ON_THE_WAY.has(one.form.kind) || readsPaid(one, reads, paid)));
    return { path: [...shown.map((one) => one.address), address], after: [...after].sort((a, b) => place(a) - place(b)) };
  });
}

const readsPaid = (one: DefinitionModel, reads: ReadonlyMap<string, readonly string[]>, paid: ReadonlySet<string>): boolean =>
  (one.type.kind === 'money' || one.type.kind === 'fen') && (reads.get(one.address) ?? []).some((read) => paid.has(read));

/** Addresses that a definition looks at itself. */
function readsOf({ value, rounds }: DefinitionModel): readonly string[] {
  const found: string[] = [];
  const walk = (e: Expr): void => {
    if (e.kind === 'definition') found.push(e.address);
    if (e.kind === 'remaining' || e.kind === 'personal') found.push(...e.after);
    for (const child of children(e)) walk(child);
  };
  walk(value);
  for (const adjustment of rounds.flat()) {
    if (adjustment.guard) walk(adjustment.guard);
    if ('value' in adjustment && adjustment.value) walk(adjustment.value);
  }
  return [...new Set(found)];
}

/** The order as a person reads it, a line a step. */
export function orderWords(policy: PolicyModel, version: VersionModel): readonly Words[] {
  const { bill, references, entry } = policy;
  const layers = [...new Set(references.map((one) => one.policy))];
  const steps: Words[] = [];
  if (bill) steps.push({ zh: `费用 ${bill.total} = ${bill.parts.join(' + ')}`, en: `expense ${bill.total} = ${bill.parts.join(' + ')}` });
  for (const layer of layers) steps.push({ zh: `先结算 “${layer}”`, en: `“${layer}” is settled first` });
  for (const { path, after } of settlementOrder(version)) {
    const way = path.join(' → ');
    steps.push(
      after.length === 0 ? { zh: way, en: way } : { zh: `${way}（在 ${after.join('、')} 之后）`, en: `${way} (after ${after.join(', ')})` },
    );
  }
  if (entry === 'settlement')
    steps.push({ zh: '没有人付的归个人；账户不付的是现金', en: 'what nobody pays is the person’s; what no account pays is cash' });
  return steps.map(({ zh, en }, at) => ({ zh: `${at + 1}. ${zh}`, en: `${at + 1}. ${en}` }));
}
