import type { Expr, PolicyIr, Posting } from '../../ir/types.ts';
import { yuanFromFen } from '../../money/fen.ts';
import type { RoundingMode } from '../../money/rounding.ts';
import { roundToMultiple } from '../../money/rounding.ts';
import { negativePosting, overpaid } from '../faults.ts';
import { faultGap, Gap, gapsOf } from '../gap.ts';
import { paidByLayers, readReference, takenByReference } from '../layer.ts';
import type { Run, Site } from '../site.ts';
import type { State } from '../state.ts';
import type { Allotment, CompiledMembers } from './batch.ts';
import { allot } from './batch.ts';

/** A posting made ready. */
export interface CompiledPosting {
  readonly step: number;
  readonly address: string;
  /** The policy whose posting it is; payers and parts are indexes into its own. */
  readonly owner: PolicyIr;
  readonly ir: Posting;
  /** Positions of its parts in the bill. */
  readonly parts: readonly number[];
  readonly scale: bigint;
  readonly mode: RoundingMode;
  readonly unit: bigint;
  readonly mayBeNegative: boolean;
  readonly until: Run | undefined;
  readonly members: CompiledMembers | undefined;
}

/** What one posting took. */
export interface Posted {
  readonly posting: CompiledPosting;
  /** Whole fen, or why there is no amount. */
  readonly amount: bigint | Gap;
  /** 分摊: what each of its payers pays of it, in fen; absent while that is not known. */
  readonly shares?: readonly bigint[];
  /** From each of its parts, in fen. */
  readonly taken: readonly bigint[];
  /** The fen that were cut because rounding went past what was left; 0 when none. */
  readonly cut: bigint;
  readonly allotted?: Allotment;
}

/** Makes all postings up to a position, in order. */
export function postUpTo(state: State, position: number): void {
  while (state.posted.length <= position) {
    const posting = state.of.program.postings[state.posted.length];
    if (posting === undefined) return;
    const value = state.evaluate(posting.step);
    const posted = posting.members
      ? shareOut(state, posting, posting.members)
      : typeof value === 'bigint'
        ? take(state, posting, value)
        : nothing(state, posting, gapsOf(value));
    state.posted.push(posted);
    state.memo[posting.step] = posted.amount instanceof Gap ? posted.amount : posted.amount * posting.scale;
  }
}

/** A posting without an amount: what is left of its parts is as unknown as it is. */
function nothing(state: State, posting: CompiledPosting, gap: Gap): Posted {
  for (const part of posting.parts) state.rest[part] = gapsOf(gap, state.left(part));
  return { posting, amount: gap, taken: [], cut: 0n };
}

/** 拨付: what the items of the batch get is what is posted. */
function shareOut(state: State, posting: CompiledPosting, members: CompiledMembers): Posted {
  const allotted = allot(state, members, posting.unit);
  if (allotted instanceof Gap) return nothing(state, posting, allotted);
  return { posting, amount: allotted.paid, taken: [], cut: 0n, allotted };
}

/** Takes an amount from the parts in the order listed, from each at most what is left. */
function take(state: State, posting: CompiledPosting, value: bigint): Posted {
  const amount = roundToMultiple(value, posting.scale, posting.unit, posting.mode);
  if (amount < 0n && !posting.mayBeNegative)
    return nothing(state, posting, faultGap(negativePosting(posting.address, yuanFromFen(amount))));
  if (posting.parts.length === 0) return { posting, amount, taken: [], cut: 0n };
  const taken: bigint[] = [];
  let left = amount;
  for (const part of posting.parts) {
    const rest = state.left(part);
    if (typeof rest !== 'bigint') {
      // Only asked when the parts before it did not suffice.
      if (left > 0n) return nothing(state, posting, rest instanceof Gap ? rest : gapsOf());
      taken.push(0n);
      continue;
    }
    let from = left;
    if (rest < left) from = rest;
    taken.push(from);
    left -= from;
    state.rest[part] = rest - from;
  }
  // Rounding may go past what is left by less than its unit.
  if (left > posting.unit) {
    const { inputs } = state.of.policy.ir;
    const names = posting.ir.parts.map((part) => inputs[part]?.name ?? '');
    return nothing(state, posting, faultGap(overpaid(posting.address, yuanFromFen(amount), names, yuanFromFen(amount - left))));
  }
  return { posting, amount: amount - left, taken, cut: left };
}

/** 余(部分, 经 甲、乙) */
export function compileRemaining({ parts, after, layers }: Extract<Expr, { readonly op: 'remaining' }>, { policy }: Site): Run {
  const below = layers.flatMap((index) => policy.references[index] ?? []);
  return (state) => {
    const amounts = parts.map((part) => state.input(part));
    const paid = [...after.map((step) => state.step(step)), ...below.map((reference) => readReference(state, reference))];
    if (![...amounts, ...paid].every((value) => typeof value === 'bigint')) return gapsOf(...amounts, ...paid);
    let sum = 0n;
    for (const amount of amounts) sum += amount as bigint;
    for (const step of after) sum -= takenFrom(state, step, parts);
    for (const reference of below) sum -= takenByReference(state, reference, parts);
    return sum;
  };
}

/** What a posting took from some parts of the bill. */
function takenFrom(state: State, step: number, parts: readonly number[]): bigint {
  const posted = state.posted[state.of.program.steps[step]?.position ?? -1];
  let sum = 0n;
  posted?.posting.ir.parts.forEach((part, index) => {
    if (parts.includes(part)) sum += posted.taken[index] ?? 0n;
  });
  return sum;
}

/** 个人: the total minus postings, which are those by others than the person. */
export function compilePersonal({ after }: Extract<Expr, { readonly op: 'personal' }>, { policy }: Site): Run {
  const { bill } = policy.ir;
  return (state) => {
    const total = bill ? state.input(bill.total) : gapsOf();
    const paid = [paidByLayers(state), ...after.map((step) => state.step(step))];
    if (typeof total !== 'bigint' || !paid.every((value) => typeof value === 'bigint')) return gapsOf(total, ...paid);
    let sum = total - ((paid[0] as bigint | undefined) ?? 0n);
    for (const step of after) {
      const amount = state.posted[state.of.program.steps[step]?.position ?? -1]?.amount;
      if (typeof amount === 'bigint') sum -= amount;
    }
    return sum;
  };
}
