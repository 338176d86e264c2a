/** Patients drawn at random, with one to three visits: a check on what the boundary patients say. */
import { dayFromText, dayText } from '../../runtime/calendar/date.ts';
import type { EncounterInput } from '../../runtime/index.ts';
import { yuanFromFen } from '../../runtime/money/fen.ts';
import { drawsOf } from './draws.ts';
import type { Ground } from './ground.ts';
import { lawOf } from './ground.ts';
import { sameOutcome, settleAll } from './outcome.ts';
import { billed, factsOf, type Stated } from './patients.ts';
import type { LongWork } from './slices.ts';
import { sliced } from './slices.ts';

/** How drawn patients fare: more, less or the same under the later law; `neither`: a law gives no amount for them. */
export interface Drawn {
  readonly drawn: number;
  readonly seed: number;
  readonly more: number;
  readonly less: number;
  readonly same: number;
  readonly neither: number;
  /** The one who loses most, in yuan. */
  readonly worst?: { readonly before: string; readonly after: string; readonly visits: readonly Readonly<Record<string, unknown>>[] };
}

const MOST_VISITS = 3;

/** Settles `count` drawn patients under both laws. The same seed draws the same patients. */
export async function drawnOf(ground: Ground, count: number, seed: number, work: LongWork): Promise<Drawn> {
  const { facets, places } = ground;
  const draws = drawsOf(seed);
  const counter = sliced(work, count);
  const laws = [lawOf(ground.before), lawOf(ground.after)] as const;
  const tally = { more: 0, less: 0, same: 0, neither: 0 };
  let worst: { readonly by: bigint; readonly found: NonNullable<Drawn['worst']> } | undefined;
  const end = places.all.at(-1) ?? 0;
  for (let index = 0; index < count; index += 1) {
    const combination = facets.facets.map(({ points }) => draws.upTo(points.length));
    const visits = Array.from({ length: 1 + draws.upTo(MOST_VISITS) }, (_, at) => ({
      at,
      fen: draws.upTo(2) === 0 ? (draws.oneOf(places.all) ?? 0) : draws.upTo(end) + 1,
      parts: facets.parts.map((part) => [part, yuanFromFen(BigInt(draws.upTo(4) === 0 ? draws.upTo(100_000) : 0))] as const),
    }));
    const events = (stated: Stated, policy: string): readonly EncounterInput[] =>
      visits.map(({ at, fen, parts }) => {
        const facts = factsOf(facets, combination, stated);
        const others = Object.fromEntries(parts.filter(([part]) => stated.has(part)));
        return { id: String(at), policy, fields: { ...billed({ ...facts, ...others }, facets, stated, fen), ...later(facts, ground, at) } };
      });
    const [a, b] = laws.map((law) => settleAll(law.bundle, law.policy, events(law.stated, law.policy)));
    if (a?.fen === undefined || b?.fen === undefined) tally.neither += 1;
    else if (sameOutcome(a, b)) tally.same += 1;
    else if (b.fen > a.fen) tally.more += 1;
    else {
      tally.less += 1;
      const by = a.fen - b.fen;
      if (!worst || by > worst.by) {
        const [, law] = laws;
        const found = {
          before: yuanFromFen(a.fen),
          after: yuanFromFen(b.fen),
          visits: events(law.stated, law.policy).map(({ fields }) => fields),
        };
        worst = { by, found };
      }
    }
    await counter.step();
  }
  return { drawn: count, seed, ...tally, ...(worst ? { worst: worst.found } : {}) };
}

/** A visit some days after the first. */
function later(facts: Readonly<Record<string, unknown>>, { after }: Ground, at: number): Readonly<Record<string, unknown>> {
  const { policy, choice } = after;
  const day = dayFromText(choice.day) ?? 0;
  const days = [policy.versionDay, policy.periodDay].map((index) => policy.inputs[index]?.name ?? '');
  return Object.fromEntries(days.filter((name) => name in facts).map((name) => [name, dayText(day + at)]));
}
