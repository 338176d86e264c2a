import type { EncounterInput } from '../answer.ts';
import type { CivilDate } from '../calendar/date.ts';
import { dayFromText } from '../calendar/date.ts';
import type { ReadItem } from '../encounter/items.ts';
import { itemPlace, wrongType } from '../encounter/problems.ts';
import type { ReadEncounter } from '../encounter/read.ts';
import { readFields } from '../encounter/read.ts';
import type { DayText, Literal } from '../ir/types.ts';
import type { Value } from '../ir/value.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { distinct } from '../ledger/reliance.ts';
import type { Gap, Result } from './gap.ts';
import { missingGap } from './gap.ts';
import type { Layer } from './layers.ts';
import type { CompiledPolicy } from './program.ts';
import type { Outcome } from './run.ts';
import { outcome } from './run.ts';
import type { Item } from './state.ts';
import { readSupposed, supposedPerLayer } from './suppose.ts';
import { lawOn } from './version.ts';
import type { Watch } from './watch.ts';
import { settleInWorlds } from './worlds.ts';

/** What settling one event under its policy depends on besides the event. */
export interface Against {
  readonly ledger: Ledger;
  /** Entries with this serial number or a later one are not seen. */
  readonly before: number;
  readonly knownOn: DayText | undefined;
  readonly suppose: Readonly<Record<string, Literal>> | undefined;
  readonly also: readonly string[];
  /** Gets the index of each parameter of the policy that is read; absent: nobody asks. */
  readonly used?: Set<number> | undefined;
  /** Told which fields are read; absent: nobody asks. */
  readonly watch?: Watch | undefined;
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

/** Settles one event under its policy and the layers that it refers to, from untrusted fields to outcome. */
export function evaluateEvent(policy: CompiledPolicy, { fields }: EncounterInput, against: Against): Evaluated {
  const policies = [...policy.layers, policy];
  const readers = policies.map((one) => one.reader);
  const read = policies.map((one) => readFields(one.reader, fields, readers));
  const own = read.at(-1) as ReadEncounter;
  const problems = read.flatMap((one) => one.problems);
  const who = own.inputs[policy.ir.person];
  const day = own.inputs[policy.ir.versionDay];
  const knownOn = against.knownOn === undefined ? undefined : dayFromText(String(against.knownOn));
  const reads = new Set<string>();
  const evaluated = (result: Outcome): Evaluated => ({
    reads,
    outcome: result,
    person: typeof who === 'string' ? who : '',
    day: typeof day === 'number' ? day : undefined,
    knownOn,
  });
  if (against.knownOn !== undefined && knownOn === undefined)
    problems.push(wrongType('知晓日', against.knownOn, '日期, 如 “2023-05-31”', 'a day, such as “2023-05-31”'));
  const stated = against.suppose && supposedPerLayer(policies, against.suppose);
  for (const { ir } of against.watch ? policies : [])
    for (const index of [ir.person, ir.versionDay, ...(ir.bill ? [ir.bill.total, ...ir.bill.parts] : [])])
      against.watch?.fields.add(ir.inputs[index]?.name ?? '');
  const suppositions = policies.map((one, at) => stated?.[at] && readSupposed(one, stated[at]));
  for (const supposition of suppositions) if (supposition) problems.push(...supposition.problems);
  if (problems.length > 0) return evaluated(outcome('refused', { problems: distinct(problems, (a, b) => a.zh === b.zh) }));

  const needed = policies.flatMap(({ ir }, at) =>
    [ir.person, ir.versionDay].flatMap((field) => (read[at]?.inputs[field] === undefined ? [ir.inputs[field]?.name ?? ''] : [])),
  );
  if (needed.length > 0) return evaluated(outcome('missing', { missing: [...new Set(needed)] }));
  return evaluated(
    settleInWorlds(
      policies.map((one, at): Layer => {
        const { inputs, lists } = read[at] as ReadEncounter;
        const law = lawOn(one.timeline, inputs[one.ir.versionDay] as CivilDate, knownOn);
        return {
          law: law && law.versions.length > 0 ? law : undefined,
          given: {
            policy: one,
            inputs: withGaps(one, inputs),
            lists: listsWithGaps(one, lists),
            ledger: against.ledger,
            before: against.before,
            supposed: suppositions[at]?.values,
            also: alsoIn(one, policy, against.also),
            reads,
            used: one === policy ? against.used : undefined,
            watch: against.watch,
            knownOn,
            relied: knownOn === undefined || !law ? [] : law.knownAssumes.flatMap((point) => one.assumptions[point] ?? []),
          },
        };
      }),
    ),
  );
}

/** The amounts that a layer is to work out: of the policy that was asked by their own names, of others as it names or refers to them. */
function alsoIn(layer: CompiledPolicy, asked: CompiledPolicy, also: readonly string[]): readonly string[] {
  if (layer === asked || also.length === 0) return also;
  const prefix = `${layer.ir.id}.`;
  return [
    ...also.flatMap((address) => (address.startsWith(prefix) ? [address.slice(prefix.length)] : [])),
    ...asked.references.flatMap(({ ir, layer: of }) => (of === layer && also.includes(ir.name) ? [ir.address] : [])),
  ];
}

/** The fields, with a gap for each that was not given; for a total, the parts that would give it. */
export function withGaps(
  { ir: { bill, inputs: fields }, missingGaps }: CompiledPolicy,
  read: readonly (Value | undefined)[],
): readonly Result[] {
  const inputs = read.map((value, index): Result => value ?? (missingGaps[index] as Gap));
  if (bill && read[bill.total] === undefined)
    inputs[bill.total] = missingGap(...bill.parts.filter((part) => read[part] === undefined).map((part) => fields[part]?.name ?? ''));
  return inputs;
}

/** The lists, with a gap for each that was not given, and for each field that an item does not give. */
export const listsWithGaps = (
  { ir }: CompiledPolicy,
  read: readonly (readonly ReadItem[] | undefined)[],
): readonly (readonly Item[] | Gap)[] =>
  ir.lists.map(
    ({ name, fields }, index) =>
      read[index]?.map((item, at) =>
        item.map((value, field): Result => value ?? missingGap(itemPlace(name, at + 1, fields[field]?.name ?? ''))),
      ) ?? missingGap(name),
  );
