/**
 * Which exception wins when two of one value hold together.
 *
 * Within a round the stages follow each other (改为 → 加/减 → 乘以 → 不低于/不高于; 免除 ends the chain), so only two exceptions of the same
 * stage can disagree. For each such pair: the same result is no conflict, nor is a pair that 优先于 orders (also through a third) or that
 * 叠加, 取高, 取低 join. Two that add or multiply by the same are one: once or twice is what nobody has said. For the rest a patient is looked for who meets both guards; if there is one the law is ambiguous for that patient.
 */
import { compare } from '../../../runtime/money/rational.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { tie } from '../../diagnostics/exceptions.ts';
import type { AdjustmentModel, Expr } from '../../model/types.ts';
import { evaluate, type Lookup } from '../constant.ts';
import { findPatient } from '../witness.ts';
import { apart, neighbours, wordsOf } from './apart.ts';
import { type Condition, conditionOf } from './condition.ts';
import { foldedLookup } from './folded.ts';

/** One exception as it competes with the others of its round. */
export type Claim = Pick<AdjustmentModel, 'name' | 'how' | 'guard' | 'value' | 'join' | 'span'> & {
  /** Names after 优先于. */
  readonly over: readonly string[];
  /** A line of a 倾斜, which cannot say 优先于 itself. */
  readonly bundled: boolean;
};

/** The exceptions of one value in one round. */
export interface Contest {
  readonly target: string;
  readonly claims: readonly Claim[];
  /** 约束, and the condition under which the value is read at all. */
  readonly given: readonly Condition[];
}

const stageOf: Readonly<Record<AdjustmentModel['how'], number>> = { set: 0, add: 1, multiply: 2, atLeast: 3, atMost: 3, waive: 4 };

/** Pairs of one round that hold together, disagree, and that nothing orders. */
export function findTies({ target, claims, given }: Contest, lookup: Lookup): readonly Diagnostic[] {
  const named = new Map<string, readonly number[]>();
  for (const [index, { name }] of claims.entries()) named.set(name, [...(named.get(name) ?? []), index]);
  const wins = closure(claims.map(({ over }, index) => over.flatMap((name) => named.get(name) ?? []).filter((at) => at !== index)));
  const guards = claims.map(({ guard }) => conditionOf(guard, lookup));
  const words = guards.map(wordsOf);
  const meeting: number[][] = claims.map(() => []);
  for (const [later, earlier] of neighbours(words).entries()) for (const at of earlier) meeting[at]?.push(later);
  return claims.flatMap((first, one) =>
    (meeting[one] ?? []).flatMap((two) => {
      const second = claims[two];
      const both = [guards[one], guards[two]].flatMap((guard) => guard ?? []);
      if (!second || stageOf[first.how] !== stageOf[second.how] || apart(words[one], words[two])) return [];
      if (wins(one, two) || wins(two, one) || joined(first, second) || agree(first, second, lookup)) return [];
      const search = findPatient({ kind: 'all', of: [...both, ...given] });
      if (search.kind === 'none') return [];
      const { patient, resting } = search.kind === 'found' ? search : { patient: {}, resting: [first.name, second.name] };
      return [
        tie({
          target,
          one: first.name,
          two: second.name,
          bundled: [first.bundled, second.bundled],
          patient,
          resting,
          alike: first.value !== undefined && second.value !== undefined && alike(first.value, second.value, lookup),
          span: second.span,
          other: first.span,
        }),
      ];
    }),
  );
}

/** Whether one wins over another, also through a third. */
function closure(beats: readonly (readonly number[])[]): (winner: number, loser: number) => boolean {
  const reach = beats.map((start) => {
    const seen = new Set<number>();
    const open = [...start];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      open.push(...(beats[next] ?? []));
    }
    return seen;
  });
  return (winner, loser) => reach[winner]?.has(loser) ?? false;
}

/** One word for both; a joined exception takes part with one that says nothing. */
const joined = (a: Claim, b: Claim): boolean => (a.join ?? b.join) !== undefined && (a.join ?? b.join) === (b.join ?? a.join);

/** The same result for every patient who meets both. */
function agree(a: Claim, b: Claim, lookup: Lookup): boolean {
  if (a.how === 'waive' && b.how === 'waive') return true;
  if (!a.value || !b.value) return false;
  if (a.how === 'add' || a.how === 'multiply') return false;
  if (a.how === b.how) return alike(a.value, b.value, lookup);
  // A floor below a cap never disagrees with it.
  const [floor, cap] = a.how === 'atLeast' ? [a.value, b.value] : [b.value, a.value];
  const low = evaluate(floor, foldedLookup(lookup));
  const high = evaluate(cap, foldedLookup(lookup));
  return (
    low.kind === 'known' &&
    high.kind === 'known' &&
    low.value.kind === 'number' &&
    high.value.kind === 'number' &&
    compare(low.value.value, high.value.value) <= 0
  );
}

/** The same value, written alike or not. */
const alike = (a: Expr, b: Expr, lookup: Lookup): boolean => meaning(a) === meaning(b) || sameConstant(a, b, lookup);

function sameConstant(a: Expr, b: Expr, lookup: Lookup): boolean {
  const x = evaluate(a, foldedLookup(lookup));
  const y = evaluate(b, foldedLookup(lookup));
  return x.kind === 'known' && y.kind === 'known' && meaning(x.value) === meaning(y.value);
}

const notMeaning: ReadonlySet<string> = new Set(['span', 'citations', 'row']);

/** The expression without the places it comes from. */
const meaning = (value: unknown): string =>
  JSON.stringify(value, (key, inner: unknown) => (notMeaning.has(key) ? undefined : typeof inner === 'bigint' ? `${inner}n` : inner));
