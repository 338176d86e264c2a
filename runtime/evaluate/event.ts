import type { EncounterInput, Problem } from '../answer.ts';
import type { CivilDate } from '../calendar/date.ts';
import { dayFromText } from '../calendar/date.ts';
import type { ReadItem } from '../encounter/items.ts';
import { itemPlace, wrongType } from '../encounter/problems.ts';
import { readFields } from '../encounter/read.ts';
import type { DayText, Literal } from '../ir/types.ts';
import type { Value } from '../ir/value.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { bear } from './conserve.ts';
import type { Refusal } from './eligible.ts';
import type { Gap, Result } from './gap.ts';
import { missingGap } from './gap.ts';
import type { CompiledPolicy } from './program.ts';
import type { Outcome } from './run.ts';
import { outcome } from './run.ts';
import { readSupposed } from './suppose.ts';
import { lawOn } from './version.ts';
import type { Item } from './state.ts';
import { settleInWorlds } from './worlds.ts';

/** What settling one event under its policy depends on besides the event. */
export interface Against {
  readonly ledger: Ledger;
  /** Entries with this serial number or a later one are not seen. */
  readonly before: number;
  readonly knownOn: DayText | undefined;
  readonly suppose: Readonly<Record<string, Literal>> | undefined;
  readonly also: readonly string[];
}

/** An outcome with the days it was settled under. */
export interface Evaluated {
  readonly outcome: Outcome;
  readonly person: string;
  readonly day: CivilDate | undefined;
  readonly knownOn: CivilDate | undefined;
  /** Names of the cells that were read. */
  readonly reads: ReadonlySet<string>;
}

export const NO_LAW: Refusal = { name: '政策', reason: '该日没有此政策' };

/** Settles one event under its policy, from untrusted fields to outcome. */
export function evaluateEvent(policy: CompiledPolicy, { fields }: EncounterInput, against: Against): Evaluated {
  const read = readFields(policy.reader, fields);
  const problems: Problem[] = [...read.problems];
  const who = read.inputs[policy.ir.person];
  const day = read.inputs[policy.ir.versionDay];
  const knownOn = against.knownOn === undefined ? undefined : dayFromText(String(against.knownOn));
  const reads = new Set<string>();
  const evaluated = (result: Outcome): Evaluated => ({
    outcome: result,
    reads,
    person: typeof who === 'string' ? who : '',
    day: typeof day === 'number' ? day : undefined,
    knownOn,
  });
  if (against.knownOn !== undefined && knownOn === undefined)
    problems.push(wrongType('知晓日', against.knownOn, '日期, 如 “2023-05-31”', 'a day, such as “2023-05-31”'));
  const supposition = against.suppose && readSupposed(policy, against.suppose);
  if (supposition) problems.push(...supposition.problems);
  if (problems.length > 0) return evaluated(outcome('refused', { problems }));

  if (typeof day !== 'number' || who === undefined) {
    const needed = new Set([policy.ir.person, policy.ir.versionDay]);
    return evaluated(outcome('missing', { missing: [...needed].filter((field) => read.inputs[field] === undefined).map((field) => policy.ir.inputs[field]?.name ?? '') }));
  }
  const inputs = withGaps(policy, read.inputs);
  const law = lawOn(policy.timeline, day, knownOn);
  if (!law || law.versions.length === 0) return evaluated(withoutLaw(policy, inputs));
  return evaluated(
    settleInWorlds(policy, law, {
      policy,
      inputs,
      lists: listsWithGaps(policy, read.lists),
      ledger: against.ledger,
      before: against.before,
      reads,
      supposed: supposition?.values,
      also: against.also,
      relied: knownOn === undefined ? [] : law.knownAssumes.flatMap((point) => policy.assumptions[point] ?? []),
    }),
  );
}

/** The fields, with a gap for each that was not given; for a total, the parts that would give it. */
export function withGaps({ ir: { bill, inputs: fields }, missingGaps }: CompiledPolicy, read: readonly (Value | undefined)[]): readonly Result[] {
  const inputs = read.map((value, index): Result => value ?? (missingGaps[index] as Gap));
  if (bill && read[bill.total] === undefined) inputs[bill.total] = missingGap(...bill.parts.filter((part) => read[part] === undefined).map((part) => fields[part]?.name ?? ''));
  return inputs;
}

/** The lists, with a gap for each that was not given, and for each field that an item does not give. */
export const listsWithGaps = ({ ir }: CompiledPolicy, read: readonly (readonly ReadItem[] | undefined)[]): readonly (readonly Item[] | Gap)[] =>
  ir.lists.map(
    ({ name, fields }, index) =>
      read[index]?.map((item, at) =>
        item.map((value, field): Result => value ?? missingGap(itemPlace(name, at + 1, fields[field]?.name ?? ''))),
      ) ?? missingGap(name),
  );

/** On a day without law nobody is entitled under the policy, and the bill is the person's. */
function withoutLaw({ ir }: CompiledPolicy, inputs: readonly Result[]): Outcome {
  const total = ir.bill ? inputs[ir.bill.total] : undefined;
  if (ir.bill && typeof total !== 'bigint') return outcome('missing', { missing: (total as Gap).missing });
  return outcome('ineligible', { ineligible: [NO_LAW], totals: typeof total === 'bigint' ? bear(total, [], ir) : undefined });
}
