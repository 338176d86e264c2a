import type { WaterfallBar } from '../answer.ts';
import type { FenTotals } from '../evaluate/conserve.ts';
import type { Posted } from '../evaluate/steps/post.ts';
import { scaleOf } from '../ir/type-of.ts';
import type { PolicyIr, Step } from '../ir/types.ts';
import { yuanFromFen } from '../money/fen.ts';
import { roundToMultiple } from '../money/rounding.ts';
import { vocabulary } from '../vocabulary.ts';
import { fenOf } from './facts.ts';
import type { View } from './view.ts';
import { viewOf } from './view.ts';

/**
 * The bill from total to cash. The bars of what the person bears (unpaid parts, deductible, expense above its cap, coinsurance, what a cap
 * cut) add up to 个人; postings by others add up to the rest; account and cash add up to 个人. Only one benefit's lines can be told apart
 * that way; where several layers pay from one part, what is left of it after all of them stands as one bar.
 */
export function waterfallOf(totals: FenTotals, posted: readonly Posted[], view: View, entitled: boolean): readonly WaterfallBar[] {
  const { policy } = view.state.of;
  const { bill } = policy.ir;
  if (!bill) return [];
  const paidParts = new Set(posted.flatMap(({ posting: { ir, owner } }) => ir.parts.map((part) => owner.inputs[part]?.name)));
  const bars: WaterfallBar[] = [bar('total', nameOf(bill.total), totals.total)];
  let known = 0n;
  let borne = 0n;
  for (const part of bill.parts) {
    const amount = view.state.input(part);
    if (typeof amount !== 'bigint') continue;
    known += amount;
    if (!paidParts.has(nameOf(part))) borne += amount;
    bars.push(bar('part', nameOf(part), amount));
  }
  if (known < totals.total) {
    bars.push(bar('part', '其余费用', totals.total - known));
    borne += totals.total - known;
  }
  const others = posted.filter(
    ({ posting, amount }) => amount !== 0n && posting.ir.payers.every((payer) => posting.owner.payers[payer]?.of !== 'account'),
  );
  const applying = entitled ? posted.filter(({ posting, amount }) => amount !== 0n || isApplied(posting)) : [];
  const [single] = applying;
  const within = single && viewWithin(single.posting.owner);
  const lines =
    applying.length === 1 && single && within ? personLines(within.state.of.program.ir.steps[single.posting.step], single, within) : [];
  const said = lines.reduce((sum, { fen }) => sum + fen, 0n);
  // What no line accounts for is the person's all the same.
  const rest = totals.personal - borne - said;
  if (rest < 0n) bars.push(bar('copay', vocabulary.copay.zh, totals.personal - borne));
  else {
    for (const { kind, fen, address } of lines) bars.push(bar(kind, labels[kind], fen, address));
    if (rest > 0n) bars.push(bar('copay', lines.length > 0 ? '其余由个人负担' : '由个人负担', rest));
  }
  for (const { posting, amount } of others) {
    const payer = posting.ir.payers.map((one) => posting.owner.payers[one]?.name ?? '').join('、');
    bars.push({
      ...bar('posting', payer || posting.address, typeof amount === 'bigint' ? amount : 0n, posting.address),
      ...(payer ? { payer } : {}),
      ...(posting.owner === policy.ir ? {} : { policy: posting.owner.id }),
    });
  }
  bars.push(bar('personal', vocabulary.personal.zh, totals.personal));
  bars.push(bar('account', vocabulary.account.zh, totals.account), bar('cash', vocabulary.cash.zh, totals.cash));
  return bars;

  function nameOf(input: number): string {
    return policy.ir.inputs[input]?.name ?? '';
  }
  /** A posting of a benefit that applies matters even when it pays nothing: its deductible may be why. */
  function isApplied({ address, owner }: Posted['posting']): boolean {
    const of = viewWithin(owner);
    const benefits = of?.state.of.program.ir.benefits ?? [];
    return benefits.some(({ name, applies }) => address.startsWith(`${name}.`) && of?.state.step(applies) === true);
  }
  /** The evaluation of the layer that a posting belongs to. */
  function viewWithin(owner: PolicyIr): View | undefined {
    if (owner === policy.ir) return view;
    const state = view.state.of.layers.get(owner.id)?.state;
    return state && viewOf(state);
  }
}

type PersonKind = 'deductible' | 'over' | 'copay' | 'capCut';

const labels: Readonly<Record<PersonKind, string>> = {
  deductible: vocabulary.deductible.zh,
  over: '超过费用限额',
  copay: vocabulary.copay.zh,
  capCut: '超过限额',
};

interface PersonLine {
  readonly kind: PersonKind;
  readonly fen: bigint;
  readonly address: string;
}

const bar = (kind: WaterfallBar['kind'], label: string, fen: bigint, address?: string): WaterfallBar => ({
  kind,
  label,
  ...(address === undefined ? {} : { address }),
  amount: yuanFromFen(fen),
});

/** What the lines of one benefit leave to the person. 基数 = 起付 + 超限 + 自付 + 截去 + 支付. */
function personLines(step: Step | undefined, { amount }: Posted, view: View): readonly PersonLine[] {
  const form = step?.note.form;
  if (!step || form?.kind !== 'payment' || typeof amount !== 'bigint') return [];
  const { program, policy } = view.state.of;
  const payable = program.ir.steps[form.payable];
  if (payable?.note.form.kind !== 'payable') return [];
  const enteredAt = payable.note.form.base;
  const entered = program.ir.steps[enteredAt]?.note.form;
  const around = entered?.kind === 'expenseCap' ? entered : undefined;
  const deductibleAt = form.deductible ?? around?.deductible ?? deductibleOf(step, view);
  const deductible = deductibleAt === undefined ? 0n : fenOf(deductibleAt, view);
  const beforeCap = around ? fenOf(around.base, view) - (around.deductible === undefined ? 0n : deductible) : fenOf(enteredAt, view);
  const over = beforeCap - fenOf(enteredAt, view);
  const due = roundedFen(form.payable, view) - (form.deductible === undefined ? 0n : deductible);
  const cut = due > amount ? due - amount : 0n;
  const copay = fenOf(enteredAt, view) - (form.deductible === undefined ? 0n : deductible) - amount - cut;
  const lines: PersonLine[] = [];
  if (deductibleAt !== undefined) lines.push({ kind: 'deductible', fen: deductible, address: addressOf(deductibleAt) });
  if (over > 0n) lines.push({ kind: 'over', fen: over, address: addressOf(enteredAt) });
  if (copay < 0n) return [];
  lines.push({ kind: 'copay', fen: copay, address: addressOf(form.payable) });
  if (cut > 0n) lines.push({ kind: 'capCut', fen: cut, address: step.address });
  return lines;

  function addressOf(index: number): string {
    return program.ir.steps[index]?.address ?? '';
  }
  function roundedFen(index: number, of: View): bigint {
    const value = of.state.step(index);
    const type = program.ir.steps[index]?.type;
    if (typeof value !== 'bigint' || !type) return 0n;
    return roundToMultiple(value, scaleOf(type) ?? 1n, BigInt(policy.ir.rounding.unit), policy.ir.rounding.mode);
  }
}

/** The deductible of the benefit that a posting belongs to. */
function deductibleOf({ address }: Step, { state }: View): number | undefined {
  const benefit = address.slice(0, address.lastIndexOf('.') + 1);
  const index = state.of.program.ir.steps.findIndex((step) => step.note.form.kind === 'deductible' && step.address.startsWith(benefit));
  return index < 0 ? undefined : index;
}
