/** A set of known patients under both laws: what each gets before and after. */
import type { BundleScenario, EncounterInput, OpeningCell } from '../../runtime/index.ts';
import { yuanFromFen } from '../../runtime/money/fen.ts';
import type { Ground } from './ground.ts';
import { lawOf } from './ground.ts';
import type { Outcome } from './outcome.ts';
import { settleAll } from './outcome.ts';
import type { Stated } from './patients.ts';

/** A patient with visits, as kept in a set or told in a scenario. */
export interface SamplePatient {
  readonly title: string;
  /** The set or file it is of. */
  readonly of: string;
  readonly encounters: readonly EncounterInput[];
  readonly openings: readonly OpeningCell[];
}

/** One patient's amounts over all visits, in yuan; absent where a law gives none, and `status` says why. */
export interface SampleResult {
  readonly title: string;
  readonly of: string;
  readonly visits: number;
  readonly before: { readonly status: Outcome['status']; readonly amount?: string };
  readonly after: { readonly status: Outcome['status']; readonly amount?: string };
  /** Yuan, later less earlier. */
  readonly difference?: string;
  readonly how: 'more' | 'less' | 'same' | 'neither';
}

/** The scenarios of a policy as patients; not those that suppose values for what is open, or that tell of several policies. */
export const scenarioPatients = (scenarios: readonly BundleScenario[], policies: readonly string[]): readonly SamplePatient[] =>
  scenarios
    .filter(
      ({ policy, suppose, events }) =>
        policies.includes(policy) &&
        Object.keys(suppose).length === 0 &&
        events.every(({ encounter }) => encounter.policy === undefined || encounter.policy === policy),
    )
    .map(({ title, events, openings }) => ({ title, of: '', encounters: events.map(({ encounter }) => encounter), openings }));

/** Those who get something else first, the largest difference before all. */
export function sampleResults(ground: Ground, patients: readonly SamplePatient[]): readonly SampleResult[] {
  const laws = [lawOf(ground.before), lawOf(ground.after)] as const;
  const results = patients.map(({ title, of, encounters, openings }) => {
    const under = ({ bundle, policy, stated }: (typeof laws)[number]): Outcome =>
      settleAll(
        bundle,
        policy,
        encounters.map((event) => ({ ...event, policy, fields: knownTo(event.fields, stated) })),
        openings,
      );
    const [before, after] = [under(laws[0]), under(laws[1])];
    const gap = before.fen === undefined || after.fen === undefined ? undefined : after.fen - before.fen;
    const side = ({ status, fen }: Outcome) => ({ status, ...(fen === undefined ? {} : { amount: yuanFromFen(fen) }) });
    const result: SampleResult = {
      title,
      of,
      visits: encounters.length,
      before: side(before),
      after: side(after),
      ...(gap === undefined ? {} : { difference: yuanFromFen(gap) }),
      how: gap === undefined ? (before.status === after.status ? 'same' : 'neither') : gap === 0n ? 'same' : gap > 0n ? 'more' : 'less',
    };
    return { result, weight: gap === undefined ? (before.status === after.status ? -1n : 0n) : gap < 0n ? -gap : gap };
  });
  const rank = ({ result, weight }: (typeof results)[number]): bigint => (result.how === 'same' ? -1n : weight);
  return results.sort((a, b) => (rank(b) > rank(a) ? 1 : rank(b) < rank(a) ? -1 : 0)).map(({ result }) => result);
}

/** Without fields that only the other policy knows. */
const knownTo = (fields: Readonly<Record<string, unknown>>, stated: Stated): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => stated.has(name)));
