import { Gap } from '../evaluate/gap.ts';
import { itemsOf } from '../evaluate/steps/fold.ts';
import type { Posted } from '../evaluate/steps/post.ts';
import { fallsDue } from '../evaluate/sums.ts';
import { scaleOf } from '../ir/type-of.ts';
import type { Accumulator, CapNote, Expr, Step } from '../ir/types.ts';
import { unreachable } from '../ir/unreachable.ts';
import { yuanText } from '../ir/value.ts';
import { grouped } from '../money/fen.ts';
import type { Row } from './row.ts';
import type { View } from './view.ts';
import { shown, shownReference, shownStep } from './view.ts';

/** Over what a cell runs: a stay or visit, a period, or as long as the books go back. */
export type Span = 'visit' | 'year' | 'quarter' | 'month' | 'day' | 'ever';

/** What is to be said of one cap: its limit, what was used of it, what is left, and what it cut off. */
export interface CapFact {
  readonly span: Span;
  readonly limit: string;
  readonly used?: string;
  readonly left: string;
  readonly cut?: string;
}

/** What is to be said of one step, all numbers as they are shown. One kind per sentence. */
export type Fact =
  | { readonly kind: 'applies'; readonly benefit: string; readonly holds: boolean }
  | { readonly kind: 'base'; readonly value: string }
  | { readonly kind: 'standard' | 'limit'; readonly value: string; readonly because: readonly string[] }
  | { readonly kind: 'ratio'; readonly value: string; readonly because: readonly string[] }
  | { readonly kind: 'used'; readonly accumulator: string; readonly span: Span; readonly value: string }
  | {
      readonly kind: 'deductible';
      readonly span: Span;
      readonly standard: string;
      readonly used?: string;
      readonly base: string;
      readonly value: string;
      readonly done: boolean;
      readonly short: boolean;
    }
  | { readonly kind: 'entered'; readonly value: string; readonly cap?: CapFact }
  | { readonly kind: 'payable'; readonly ratio?: string; readonly bands?: string; readonly because: readonly string[] }
  | {
      readonly kind: 'payment';
      readonly payers: readonly string[];
      readonly value: string;
      readonly payable: string;
      readonly cap?: CapFact;
    }
  | { readonly kind: 'guarantee'; readonly floor: string; readonly paid: readonly string[]; readonly value: string }
  | { readonly kind: 'allocation'; readonly of: 'whole' | 'available' | 'sum' | 'rest'; readonly value: string }
  /** Of a list that receives: what the items got that got something, by their numbers from 1. */
  | {
      readonly kind: 'receiver';
      readonly left: string;
      readonly value: string;
      readonly items: readonly { readonly number: number; readonly value: string }[];
    }
  | { readonly kind: 'due'; readonly value: string }
  | { readonly kind: 'deferral'; readonly payers: readonly string[]; readonly value: string; readonly until?: string }
  | { readonly kind: 'into'; readonly payers: readonly string[]; readonly value: string; readonly account: string }
  | {
      readonly kind: 'allotment';
      readonly payers: readonly string[];
      readonly value: string;
      readonly items: string;
      readonly pool?: string;
      readonly remainder?: string;
      /** Number of the item that took the rest, from 1. */
      readonly taker?: string;
    }
  | { readonly kind: 'posting'; readonly payers: readonly string[]; readonly value: string }
  | { readonly kind: 'over' | 'copay' | 'computed'; readonly value: string }
  | { readonly kind: 'named'; readonly value: string; readonly because: readonly string[] };

/** What there is to say of a step whose value is known. `row` is the number it came from, if it is one. */
export function factOf(index: number, step: Step, view: View, row: Row | undefined): Fact {
  const value = shownStep(view, index);
  const because = row?.because ?? [];
  const { form } = step.note;
  switch (form.kind) {
    case 'applies':
      return { kind: 'applies', benefit: step.address.split('.')[0] ?? step.address, holds: view.state.step(index) === true };
    case 'base':
      return { kind: 'base', value };
    case 'standard':
    case 'limit':
      return { kind: form.kind, value, because };
    case 'ratio':
      return { kind: 'ratio', value, because };
    case 'used':
      return {
        kind: 'used',
        accumulator: view.state.of.policy.ir.accumulators[form.accumulator]?.name ?? '',
        span: spanOf(form.accumulator, view),
        value,
      };
    case 'deductible': {
      const used = form.used === undefined ? undefined : shownStep(view, form.used);
      const amount = fenOf(index, view);
      const left = fenOf(form.standard, view) - (form.used === undefined ? 0n : fenOf(form.used, view));
      return {
        kind: 'deductible',
        span: form.used === undefined ? 'visit' : usedSpan(form.used, view),
        standard: shownStep(view, form.standard),
        ...(used === undefined ? {} : { used }),
        base: shownStep(view, form.base),
        value,
        done: left <= 0n,
        short: amount < left,
      };
    }
    case 'expenseCap': {
      const before = fenOf(form.base, view) - (form.deductible === undefined ? 0n : fenOf(form.deductible, view));
      const cap = bindingCap(form.limits, before, fenOf(index, view), view);
      return { kind: 'entered', value, ...(cap ? { cap } : {}) };
    }
    case 'payable': {
      const from = form.ratio === undefined ? undefined : shownStep(view, form.ratio);
      return {
        kind: 'payable',
        ...(from === undefined ? {} : { ratio: from }),
        ...(form.bands === undefined ? {} : { bands: form.bands }),
        because,
      };
    }
    case 'payment': {
      const before = fenOf(form.payable, view) - (form.deductible === undefined ? 0n : fenOf(form.deductible, view));
      const cap = bindingCap(form.limits, before, fenOf(index, view), view);
      return { kind: 'payment', payers: payersSaid(step, view), value, payable: shownStep(view, form.payable), ...(cap ? { cap } : {}) };
    }
    case 'guarantee':
      return {
        kind: 'guarantee',
        floor: shownStep(view, form.floor),
        paid: [...form.layers.map((layer) => shownReference(view, layer)), ...form.paid.map((paid) => shownStep(view, paid))],
        value,
      };
    case 'allocation':
      return { kind: 'allocation', of: form.of, value };
    case 'receiver': {
      const given = form.before.reduce((sum, one) => sum + fenOf(one, view), 0n);
      return { kind: 'receiver', left: yuan(fenOf(form.amount, view) - given), value, items: itemsGiven(step, view) };
    }
    case 'over':
    case 'copay':
    case 'computed':
      return { kind: form.kind, value };
    case 'due':
      return { kind: 'due', value };
    case 'deferral':
      return deferralFact(index, step, view, value);
    case 'allotment':
      return allotmentFact(index, step, view, value);
    case 'posting':
      return paymentFact(step, view, value);
    case 'definition':
    case 'parameter':
    case 'eligibility':
      return step.posting ? { kind: 'posting', payers: payersSaid(step, view), value } : { kind: 'named', value, because };
    default:
      return unreachable(form);
  }
}

/** A payment into somebody's hands, or into an account. */
function paymentFact(step: Step, view: View, value: string): Fact {
  const payers = payersSaid(step, view);
  const into = step.posting?.into;
  const account = into === undefined ? undefined : view.state.of.policy.ir.payers[into]?.name;
  return account === undefined ? { kind: 'posting', payers, value } : { kind: 'into', payers, value, account };
}

const postedAt = (index: number, { state }: View): Posted | undefined => state.posted.find(({ posting }) => posting.step === index);

function deferralFact(index: number, step: Step, view: View, value: string): Fact {
  const posted = postedAt(index, view);
  const until = posted && fallsDue(posted, view.state).day;
  return { kind: 'deferral', payers: payersSaid(step, view), value, ...(until === undefined ? {} : { until }) };
}

function allotmentFact(index: number, step: Step, view: View, value: string): Fact {
  const allotted = postedAt(index, view)?.allotted;
  const { members = [], pool, remainder, taker } = allotted ?? {};
  return {
    kind: 'allotment',
    payers: payersSaid(step, view),
    value,
    items: String(members.length),
    ...(pool === undefined ? {} : { pool: yuan(pool) }),
    ...(remainder === undefined || remainder === 0n ? {} : { remainder: yuan(remainder) }),
    ...(taker === undefined ? {} : { taker: String(taker + 1) }),
  };
}

/** More than these are not listed. */
const MOST_LISTED = 8;

/** What the items of a receiving list were given, without those that got nothing; none when there are too many to read. */
function itemsGiven({ value, type }: Step, { state }: View): readonly { readonly number: number; readonly value: string }[] {
  if (value.op !== 'fold' || value.value?.op !== 'allotted') return [];
  const items = itemsOf(value, state.of.program.site)(state);
  if (items instanceof Gap) return [];
  const given = items.filter((one) => one.value !== 0n);
  if (given.length > MOST_LISTED) return [];
  return given.map((one) => ({ number: one.number + 1, value: shown(one.value, type) }));
}

/** Payers by name, each with its share where several share the sum. */
function payersSaid(step: Step, view: View): readonly string[] {
  const { posted, of } = view.state;
  const shares = posted.find(({ posting }) => of.program.ir.steps[posting.step] === step)?.shares;
  return payersOf(step, view).map((name, at) => (shares ? `${name}(${yuan(shares[at] ?? 0n)})` : name));
}

export const payersOf = ({ posting }: Step, { state }: View): readonly string[] =>
  (posting?.payers ?? []).map((payer) => state.of.policy.ir.payers[payer]?.name ?? '');

/** A step's money in fen, cut off below the fen; 0 when it has none. */
export function fenOf(index: number, { state }: View): bigint {
  const value = state.step(index);
  const type = state.of.program.ir.steps[index]?.type;
  return typeof value === 'bigint' && type ? value / (scaleOf(type) ?? 1n) : 0n;
}

/** The cap that cut, and how much; without a cut the tightest, which is what is worth telling. */
function bindingCap(limits: readonly CapNote[], before: bigint, after: bigint, view: View): CapFact | undefined {
  const facts = limits.map(({ limit, used }) => {
    const spent = used === undefined ? 0n : fenOf(used, view);
    const rest = fenOf(limit, view) - spent;
    return { limit, used, left: rest > 0n ? rest : 0n };
  });
  const [tightest] = facts.toSorted((a, b) => (a.left < b.left ? -1 : a.left > b.left ? 1 : 0));
  if (!tightest) return undefined;
  const { limit, used, left } = tightest;
  const cut = before > after && after === left ? before - after : undefined;
  return {
    span: used === undefined ? 'visit' : usedSpan(used, view),
    limit: shownStep(view, limit),
    ...(used === undefined ? {} : { used: shownStep(view, used) }),
    left: yuan(left),
    ...(cut === undefined ? {} : { cut: yuan(cut) }),
  };
}

const yuan = (fen: bigint): string => grouped(yuanText(fen, 1n).text);

/** The span of the accumulator behind a step that says what was used. */
function usedSpan(step: number, view: View): Span {
  const form = view.state.of.program.ir.steps[step]?.note.form;
  return form?.kind === 'used' ? spanOf(form.accumulator, view) : 'ever';
}

/** The period among an accumulator's keys. */
function spanOf(accumulator: number, { state }: View): Span {
  const declared: Accumulator | undefined = state.of.policy.ir.accumulators[accumulator];
  const keys: readonly Expr[] = declared
    ? (state.of.program.ir.entries.find((entry) => entry.accumulator === accumulator)?.keys ?? [])
    : [];
  for (const key of keys) {
    if (key.op === 'yearOf' || key.op === 'benefitYear') return 'year';
    if (key.op === 'quarterOf') return 'quarter';
    if (key.op === 'monthOf') return 'month';
    if (key.op === 'dayKey') return 'day';
  }
  return 'ever';
}
