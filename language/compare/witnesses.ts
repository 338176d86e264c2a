/** For each change alone, the smallest bill of anyone who notices it. */
import { yuanFromFen } from '../../runtime/money/fen.ts';
import { eachAlone, type Unit } from './alone.ts';
import type { Changes } from './changes.ts';
import type { Given } from './facets.ts';
import type { Ground } from './ground.ts';
import { lawOf } from './ground.ts';
import type { Outcome } from './outcome.ts';
import type { Combination } from './patients.ts';
import { pointAt } from './patients.ts';
import { firstNotice, notices } from './search.ts';
import type { LongWork } from './slices.ts';
import { sliced } from './slices.ts';
import type { Law, Trial } from './trial.ts';
import { trialOf } from './trial.ts';
import type { Trait } from './wording.ts';
import { describe } from './wording.ts';

/** The smallest patient who notices. Amounts in yuan; absent where the law gives none, and `status` says why. */
export interface Witness {
  /** What of the patient it takes; other fields do not matter. */
  readonly traits: readonly Trait[];
  /** All fields, the bill among them. */
  readonly patient: Readonly<Record<string, Given>>;
  /** Amount on the axis; absent when nothing is billed. */
  readonly bill?: string;
  readonly before: { readonly status: Outcome['status']; readonly amount?: string };
  readonly after: { readonly status: Outcome['status']; readonly amount?: string };
}

/** What was found for one change. */
export interface ChangeWitnesses {
  readonly unit: Unit;
  /** False: the change cannot hold by itself, nothing was looked for. */
  readonly alone: boolean;
  /** One for each threshold, in their order; undefined: nobody was found. */
  readonly witnesses: readonly (Witness | undefined)[];
  /** Combinations that notice at some of the bills looked at; their places among all. */
  readonly noticing: readonly string[];
}

/** Looks for the smallest patient of each change, for differences of at least each of `thresholds` (fen). */
export async function witnessesOf(
  ground: Ground,
  changes: Changes,
  thresholds: readonly number[],
  work: LongWork,
): Promise<readonly ChangeWitnesses[]> {
  const { facets, combinations, places } = ground;
  const old = lawOf(ground.before);
  const units = eachAlone(ground.before, ground.after, changes);
  const counter = sliced(work, Math.max(1, combinations.all.length * units.length));
  const earlier = remembered(old, ground);
  const found: ChangeWitnesses[] = [];
  for (const { unit, law, against } of units) {
    const before = against ? remembered(against, ground) : earlier;
    if (!law) {
      found.push({ unit, alone: false, witnesses: thresholds.map(() => undefined), noticing: [] });
      continue;
    }
    /** One for each way in which the two laws differ at the few bills: all others with it are the same to both laws. */
    const ways = new Map<string, Combination>();
    const noticing: Combination[] = [];
    for (const combination of combinations.all) {
      const a = before(combination);
      const b = trialOf(law, facets, combination);
      const pairs = places.few.map((fen) => [a.pay(fen), b.pay(fen)] as const);
      if (pairs.some(([x, y]) => notices(x, y, 1))) {
        noticing.push(combination);
        const key = pairs.map(([x, y]) => `${x} ${y}`).join('|');
        if (!ways.has(key)) ways.set(key, combination);
      }
      await counter.step();
    }
    const after = new Map([...ways.values()].map((combination) => [combination, trialOf(law, facets, combination)]));
    const witnesses = thresholds.map((threshold) => {
      let best: { readonly combination: Combination; readonly bill: number } | undefined;
      for (const [combination, trial] of after) {
        const until = best === undefined ? places.all : places.all.filter((place) => place <= (best?.bill ?? 0));
        const bill = firstNotice(before(combination).pay, trial.pay, threshold, until);
        if (bill !== undefined && (best === undefined || bill < best.bill)) best = { combination, bill };
      }
      if (!best) return undefined;
      const { combination, bill } = best;
      const own = after.get(combination) ?? before(combination);
      return witnessOf(ground, before, (other) => trialOf(law, facets, other), combination, bill, threshold, own);
    });
    found.push({ unit, alone: true, witnesses, noticing: noticing.map(String) });
  }
  return found;
}

/** Patients under a law, each settled once. */
function remembered(law: Law, { facets }: Ground): (combination: Combination) => Trial {
  const trials = new Map<Combination, Trial>();
  return (combination) => {
    const known = trials.get(combination) ?? trialOf(law, facets, combination);
    trials.set(combination, known);
    return known;
  };
}

function witnessOf(
  { facets, combinations }: Ground,
  before: (combination: Combination) => Trial,
  after: (combination: Combination) => Trial,
  combination: Combination,
  bill: number,
  threshold: number,
  own: Trial,
): Witness {
  const [a, b] = [before(combination).outcome(bill), own.outcome(bill)];
  // What matters are the facets by which somebody else would not notice, or otherwise.
  const alike = combinations.all.filter((other) => neighbours(combination, other));
  const possible = alike.filter((other) => before(other).pay(bill) !== undefined || after(other).pay(bill) !== undefined);
  const same = possible.filter((other) => notices(before(other).pay(bill), after(other).pay(bill), threshold));
  const traits = describe(facets, same, possible);
  const patient: Record<string, Given> = { ...facets.fixed };
  facets.facets.forEach(({ field }, index) => {
    const { value } = pointAt(facets, combination, index);
    if (value !== undefined) patient[field] = value;
  });
  if (facets.axis !== undefined) patient[facets.axis] = yuanFromFen(BigInt(bill));
  for (const part of facets.parts) patient[part] = '0.00';
  const side = ({ status, fen }: Outcome) => ({ status, ...(fen === undefined ? {} : { amount: yuanFromFen(fen) }) });
  return {
    traits: traits.find(({ combinations: of }) => of.includes(combination))?.traits ?? [],
    patient,
    ...(facets.axis === undefined ? {} : { bill: yuanFromFen(BigInt(bill)) }),
    before: side(a),
    after: side(b),
  };
}

/** At most one facet apart. */
const neighbours = (a: Combination, b: Combination): boolean => a.reduce((count, point, at) => count + (point === b[at] ? 0 : 1), 0) <= 1;
