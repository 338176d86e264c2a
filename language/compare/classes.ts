/** Patients for whom two laws pay alike, gathered: each class has one pair of curves. */
import { yuanFromFen } from '../../runtime/money/fen.ts';
import type { Given } from './facets.ts';
import type { Ground } from './ground.ts';
import { lawOf } from './ground.ts';
import type { Kink, Share } from './kinks.ts';
import { piecesOf } from './kinks.ts';
import type { Outcome } from './outcome.ts';
import { sameOutcome } from './outcome.ts';
import type { Combination } from './patients.ts';
import { pointAt } from './patients.ts';
import type { LongWork } from './slices.ts';
import { sliced } from './slices.ts';
import type { Trial } from './trial.ts';
import { trialOf } from './trial.ts';
import type { Trait } from './wording.ts';
import { describe } from './wording.ts';

/** Yuan. */
export interface CurveVertex {
  readonly at: string;
  readonly pays: string;
}

/** What both laws pay for one bill; without the amount of a law that gives none. */
export interface ClassRow {
  readonly at: string;
  readonly before?: string;
  readonly after?: string;
  /** Later less earlier. */
  readonly difference?: string;
}

/** One law's curve for a class. */
export interface ClassCurve {
  readonly points: readonly CurveVertex[];
  readonly kinks: readonly (CurveVertex & { readonly kind: Kink['kind'] })[];
}

/** Patients who are treated alike by both laws, and differently by the one than by the other. */
export interface PatientClass {
  readonly id: string;
  readonly traits: readonly Trait[];
  /** Fields of one of them, the day among them, without the bill. */
  readonly patient: Readonly<Record<string, Given>>;
  readonly combinations: readonly Combination[];
  /** The largest difference up and down, in yuan; absent: there is none. */
  readonly most?: string;
  readonly least?: string;
  /** Without amounts on one side, there is no curve of it; `status` says why. */
  readonly before: ClassCurve | { readonly status: Outcome['status'] };
  /** At every end of a piece of either law. */
  readonly rows: readonly ClassRow[];
  readonly after: ClassCurve | { readonly status: Outcome['status'] };
}

/** What looking at every boundary patient gave. */
export interface Classes {
  readonly classes: readonly PatientClass[];
  /** Combinations looked at, and how many there are. */
  readonly looked: number;
  readonly of: number;
  /** Bills that each was looked at with. */
  readonly bills: number;
  /** Combinations for which both laws give an amount and it is the same at every bill. */
  readonly same: number;
  /** For which neither law gives an amount: refused, or open on both sides. */
  readonly neither: { readonly refused: number; readonly open: number };
  /** The field on the horizontal axis. */
  readonly axis?: string;
  /** Lists that an event of either law may have: the patients looked at have no items in them. */
  readonly lists: readonly string[];
}

const VOID: ReadonlySet<string> = new Set(['refused', 'violation', 'missing']);

/** Looks at every combination with a few bills each, and gathers those that differ. */
export async function classesOf(ground: Ground, work: LongWork): Promise<Classes> {
  const { facets, combinations, places } = ground;
  const [old, now] = [lawOf(ground.before), lawOf(ground.after)];
  const counter = sliced(work, combinations.all.length);
  const groups = new Map<string, Combination[]>();
  const possible: Combination[] = [];
  let same = 0;
  const neither = { refused: 0, open: 0 };
  for (const combination of combinations.all) {
    const [a, b] = [trialOf(old, facets, combination), trialOf(now, facets, combination)];
    const pairs = places.few.map((fen) => [a.outcome(fen), b.outcome(fen)] as const);
    if (pairs.every((pair) => pair.every(({ fen }) => fen === undefined))) {
      if (pairs.every((pair) => pair.every(({ status }) => VOID.has(status)))) neither.refused += 1;
      else {
        neither.open += 1;
        possible.push(combination);
      }
    } else {
      possible.push(combination);
      if (pairs.every(([x, y]) => sameOutcome(x, y))) same += 1;
      else {
        const key = pairs.map(([x, y]) => `${x.fen ?? x.status} ${y.fen ?? y.status}`).join('|');
        groups.set(key, [...(groups.get(key) ?? []), combination]);
      }
    }
    await counter.step();
  }
  const classes = [...groups.values()].flatMap((set) =>
    describe(facets, set, possible).map(({ traits, combinations: own }) => {
      const first = own[0] ?? [];
      return classOf(ground, traits, own, trialOf(old, facets, first), trialOf(now, facets, first));
    }),
  );
  return {
    classes: classes.sort(byWeight),
    looked: combinations.all.length,
    of: combinations.of,
    bills: places.few.length,
    same,
    neither,
    ...(facets.axis === undefined ? {} : { axis: facets.axis }),
    lists: facets.lists,
  };
}

/** Those who have curves on both sides first; as the patients come. */
const byWeight = (a: PatientClass, b: PatientClass): number =>
  Number('status' in a.before || 'status' in a.after) - Number('status' in b.before || 'status' in b.after);

function classOf(
  { facets, places, slopes }: Ground,
  traits: readonly Trait[],
  combinations: readonly Combination[],
  before: Trial,
  after: Trial,
): PatientClass {
  const first = combinations[0] ?? [];
  const patient: Record<string, Given> = { ...facets.fixed };
  facets.facets.forEach(({ field }, index) => {
    const { value } = pointAt(facets, first, index);
    if (value !== undefined) patient[field] = value;
  });
  const [old, now] = [curveOf(before, places.all, slopes), curveOf(after, places.all, slopes)];
  const bills = [...new Set([...('points' in old ? old.bills : []), ...('points' in now ? now.bills : [])])].sort((a, b) => a - b);
  const paid = bills.map((bill) => ({ bill, was: before.pay(bill), is: after.pay(bill) }));
  const gaps = paid.flatMap(({ was, is }) => (was === undefined || is === undefined ? [] : [is - was]));
  const [most, least] = [Math.max(0, ...gaps), Math.min(0, ...gaps)];
  return {
    id: traits
      .map(
        ({ field, members, from, to, since, until, value }) =>
          `${field}=${members?.join('/') ?? value ?? `${from ?? since ?? ''}-${to ?? until ?? ''}`}`,
      )
      .join(';'),
    traits,
    patient,
    combinations,
    ...(most > 0 ? { most: yuan(most) } : {}),
    ...(least < 0 ? { least: yuan(least) } : {}),
    rows: paid.map(({ bill, was, is }) => ({
      at: yuan(bill),
      ...(was === undefined ? {} : { before: yuan(was) }),
      ...(is === undefined ? {} : { after: yuan(is) }),
      ...(was === undefined || is === undefined ? {} : { difference: yuan(is - was) }),
    })),
    before: 'points' in old ? old.curve : old,
    after: 'points' in now ? now.curve : now,
  };
}

const yuan = (fen: number): string => yuanFromFen(BigInt(fen));

function curveOf(
  trial: Trial,
  places: readonly number[],
  slopes: readonly Share[],
): { readonly points: true; readonly bills: readonly number[]; readonly curve: ClassCurve } | { readonly status: Outcome['status'] } {
  const { points, kinks } = piecesOf(trial.pay, places, slopes);
  if (points.length === 0) return { status: trial.outcome(places.at(-1) ?? 0).status };
  const vertex = ({ at, pays }: { readonly at: number; readonly pays: number }): CurveVertex => ({ at: yuan(at), pays: yuan(pays) });
  return {
    points: true,
    bills: points.map(({ at }) => at),
    curve: { points: points.map(vertex), kinks: kinks.map((kink) => ({ ...vertex(kink), kind: kink.kind })) },
  };
}
