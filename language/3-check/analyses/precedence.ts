/**
 * Which exception wins when two of one value hold together.
 *
 * Within a round the stages follow each other (改为 → 加/减 → 乘以 → 不低于/不高于; 免除 ends the chain), so only two exceptions of the same
 * stage can disagree. For each such pair: the same result is no conflict, nor is a pair that 优先于 orders (also through a third) or that
 * 叠加, 取高, 取低 join. For the rest a patient is looked for who meets both guards; if there is one the law is ambiguous for that patient.
 * The result also says in which order the exceptions of the round are to be tried: winners first, else as written.
 */
import { compare } from '../../../runtime/money/rational.ts';
import type { Name, Span } from '../../2-syntax/node.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { overInRing, overNothing, tie } from '../../diagnostics/exceptions.ts';
import type { AdjustmentModel, Expr } from '../../model/types.ts';
import { evaluate, type Lookup } from '../constant.ts';
import { nearest } from '../near.ts';
import { findPatient } from '../witness.ts';
import { type Condition, conditionOf } from './condition.ts';

/** One exception as it competes with the others of its round. */
export interface Claim {
  readonly name: string;
  readonly how: AdjustmentModel['how'];
  readonly guard: Expr;
  readonly value?: Expr;
  readonly join?: AdjustmentModel['join'];
  /** 优先于. */
  readonly over: readonly Name[];
  readonly span: Span;
}

/** The exceptions of one value in one round. */
export interface Contest {
  readonly target: string;
  readonly claims: readonly Claim[];
  /** 约束, and the condition under which the value is read at all. */
  readonly given: readonly Condition[];
}

/** Indexes of the claims, winners first, with what is undecided between them. */
export interface Ranking {
  readonly order: readonly number[];
  readonly diagnostics: readonly Diagnostic[];
}

const stageOf: Readonly<Record<AdjustmentModel['how'], number>> = { set: 0, add: 1, multiply: 2, atLeast: 3, atMost: 3, waive: 4 };

/** Ranks the exceptions of one round and reports pairs that nothing orders. */
export function rankExceptions({ target, claims, given }: Contest, lookup: Lookup): Ranking {
  const diagnostics: Diagnostic[] = [];
  const beats = new Map<number, Set<number>>(claims.map((_, index) => [index, new Set()]));
  for (const [index, claim] of claims.entries()) {
    for (const name of claim.over) {
      const losers = claims.flatMap((other, at) => (at !== index && other.name === name.text ? [at] : []));
      if (losers.length === 0) {
        const near = nearest(
          name.text,
          claims.map((other) => other.name),
        );
        diagnostics.push(overNothing({ name: name.text, target, near, span: name.span }));
      }
      for (const loser of losers) beats.get(index)?.add(loser);
    }
  }
  const wins = closure(beats);
  const ring = claims.findIndex((_, index) => wins(index, index));
  if (ring >= 0) {
    const names = claims.flatMap((claim, at) => (wins(ring, at) && wins(at, ring) ? [claim.name] : []));
    diagnostics.push(overInRing({ names: [...names, names[0] ?? ''], span: claims[ring]?.span ?? { file: '', start: 0, end: 0 } }));
  }
  for (const [one, first] of claims.entries()) {
    for (const [two, second] of claims.entries()) {
      if (two <= one || stageOf[first.how] !== stageOf[second.how]) continue;
      if (wins(one, two) || wins(two, one) || joined(first, second) || agree(first, second, lookup)) continue;
      const guards = [conditionOf(first.guard, lookup), conditionOf(second.guard, lookup)];
      const search = findPatient({ kind: 'all', of: [...guards, ...given] });
      if (search.kind === 'none') continue;
      diagnostics.push(
        tie({
          target,
          one: first.name,
          two: second.name,
          patient: search.kind === 'found' ? search.patient : {},
          resting: search.kind === 'found' ? search.resting : [first.name, second.name],
          span: second.span,
          other: first.span,
        }),
      );
    }
  }
  const depth = claims.map((_, index) => claims.filter((_other, at) => wins(at, index)).length);
  const order = claims.map((_, index) => index).sort((a, b) => (depth[a] ?? 0) - (depth[b] ?? 0) || a - b);
  return { order, diagnostics };
}

/** Whether one wins over another, also through a third. */
function closure(beats: ReadonlyMap<number, ReadonlySet<number>>): (winner: number, loser: number) => boolean {
  const reach = new Map<number, ReadonlySet<number>>();
  for (const start of beats.keys()) {
    const seen = new Set<number>();
    const open = [...(beats.get(start) ?? [])];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      open.push(...(beats.get(next) ?? []));
    }
    reach.set(start, seen);
  }
  return (winner, loser) => reach.get(winner)?.has(loser) ?? false;
}

/** One word for both; a joined exception takes part with one that says nothing. */
const joined = (a: Claim, b: Claim): boolean => (a.join ?? b.join) !== undefined && (a.join ?? b.join) === (b.join ?? a.join);

/** The same result for every patient who meets both. */
function agree(a: Claim, b: Claim, lookup: Lookup): boolean {
  if (a.how === 'waive' && b.how === 'waive') return true;
  if (!a.value || !b.value) return false;
  if (a.how === b.how) return meaning(a.value) === meaning(b.value) || sameConstant(a.value, b.value, lookup);
  // A floor below a cap never disagrees with it.
  const [floor, cap] = a.how === 'atLeast' ? [a.value, b.value] : [b.value, a.value];
  const low = evaluate(floor, lookup);
  const high = evaluate(cap, lookup);
  return (
    low.kind === 'known' &&
    high.kind === 'known' &&
    low.value.kind === 'number' &&
    high.value.kind === 'number' &&
    compare(low.value.value, high.value.value) <= 0
  );
}

function sameConstant(a: Expr, b: Expr, lookup: Lookup): boolean {
  const x = evaluate(a, lookup);
  const y = evaluate(b, lookup);
  return x.kind === 'known' && y.kind === 'known' && meaning(x.value) === meaning(y.value);
}

const notMeaning: ReadonlySet<string> = new Set(['span', 'citations', 'row']);

/** The expression without the places it comes from. */
const meaning = (value: unknown): string =>
  JSON.stringify(value, (key, inner: unknown) => (notMeaning.has(key) ? undefined : typeof inner === 'bigint' ? `${inner}n` : inner));
