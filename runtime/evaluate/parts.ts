import type { EncounterInput, Problem } from '../answer.ts';
import type { CivilDate } from '../calendar/date.ts';
import { dayFromText, dayText } from '../calendar/date.ts';
import { benefitYear, monthOf, quarterOf, yearOf } from '../calendar/period.ts';
import { malformed } from '../encounter/problems.ts';
import { readFields } from '../encounter/read.ts';
import { isRecord } from '../ir/decode.ts';
import type { DayText, Expr, Split } from '../ir/types.ts';
import { unreachable } from '../ir/unreachable.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { NOTHING } from '../ledger/reliance.ts';
import { listsWithGaps, withGaps } from './event.ts';
import type { Result } from './gap.ts';
import { Gap, missingGap } from './gap.ts';
import { NO_LAYERS } from './layer.ts';
import type { CompiledPolicy, CompiledVersion } from './program.ts';
import { type Given, State } from './state.ts';
import { lawOn } from './version.ts';
import type { Watch } from './watch.ts';
import { watchedBy } from './watch.ts';

/** An event as far as is known before it is settled: the law of its day, and what can be asked of its fields. */
export interface Beforehand {
  readonly version: CompiledVersion;
  readonly read: ReturnType<typeof readFields>;
  readonly ask: (expr: Expr) => Result;
}

/** Undefined when it cannot be read, or there is no law on its day: settling it says so. */
export function beforehand(
  policy: CompiledPolicy,
  fields: EncounterInput['fields'],
  ledger: Ledger,
  knownOn: DayText | undefined,
  watch?: Watch,
): Beforehand | undefined {
  const read = readFields(
    policy.reader,
    fields,
    [...policy.layers, policy].map(({ reader }) => reader),
  );
  const day = read.inputs[policy.ir.versionDay];
  if (read.problems.length > 0 || typeof day !== 'number') return undefined;
  const index = lawOn(policy.timeline, day as CivilDate, knownOn === undefined ? undefined : dayFromText(knownOn))?.versions[0];
  if (index === undefined) return undefined;
  const version = policy.version(index);
  const { splits, joins } = version.program.ir;
  if (watch)
    for (const day of [...splits, ...joins].flatMap(({ from, to }) => [from, to])) watch.fields.add(policy.ir.inputs[day]?.name ?? '');
  return { version, read, ask };

  function ask(expr: Expr): Result {
    const { program, parameters } = version;
    const given: Given = {
      policy,
      inputs: withGaps(policy, read.inputs),
      lists: listsWithGaps(policy, read.lists),
      ledger,
      before: Infinity,
      supposed: undefined,
      also: NOTHING,
      relied: NOTHING,
    };
    const state = new State({
      ...given,
      ...(watch && watchedBy(watch.fields, given)),
      program,
      parameters,
      world: undefined,
      layers: NO_LAYERS,
    });
    return program.site.compile(expr)(state);
  }
}

/**
 * The parts of a stay across the turn of a period; undefined when it is settled whole; a problem when it cannot be told which is whose; a gap
 * when what says whether it is split was not given.
 */
export function partsOf(
  policy: CompiledPolicy,
  { id, scheme, fields }: EncounterInput,
  known: Beforehand,
): readonly EncounterInput[] | Problem | Gap | undefined {
  const [split] = known.version.program.ir.splits;
  if (!split) return undefined;
  const { inputs } = known.read;
  const from = inputs[split.from];
  const to = inputs[split.to];
  const bothDays = typeof from === 'number' && typeof to === 'number';
  if (bothDays && periodOf(split, from) >= periodOf(split, to)) return undefined;
  const guard = split.guard ? known.ask(split.guard) : bothDays;
  if (guard instanceof Gap && guard.missing.length > 0) return guard;
  if (guard !== true) return undefined;
  if (!bothDays)
    return missingGap(...[split.from, split.to].flatMap((day) => (inputs[day] === undefined ? (policy.ir.inputs[day]?.name ?? []) : [])));
  if (to - from > LONGEST_STAY) return malformed('一次住院超过十年, 不拆。', 'The stay lasts more than ten years and is not split.');
  const days = stretches(split, from, to);
  const items = split.by && itemsByDay(policy, split.by, fields, known, from, to);
  if (!items) return wholeOnly(policy, days);
  if ('code' in items) return items;
  const whole = undivided(policy, known);
  if (whole) return whole;
  const { inputs: declared, lists } = policy.ir;
  const list = lists[split.by?.list ?? -1]?.name ?? '';
  const own = dropped(policy, fields, [split.from, split.to, ...madeFromItems(policy, known)]);
  return days.map(
    ([first, last], index): EncounterInput => ({
      id: `${id}/${index + 1}`,
      of: id,
      ...(scheme === undefined ? {} : { scheme }),
      policy: policy.ir.id,
      fields: {
        ...Object.fromEntries(Object.entries(own).filter(([name]) => listNamed(policy, name) !== split.by?.list)),
        [declared[split.from]?.name ?? '']: dayText(first),
        [declared[split.to]?.name ?? '']: dayText(last),
        [list]: items.flatMap(({ day, item }) => (day >= first && day <= last ? [item] : [])),
      },
    }),
  );
}

function periodOf({ period, begins }: Split, day: CivilDate): number {
  switch (period) {
    case 'year':
      return begins ? benefitYear(day, begins.month, begins.day) : yearOf(day);
    case 'quarter':
      return quarterOf(day);
    case 'month':
      return monthOf(day);
    default:
      return unreachable(period);
  }
}

/** Days. */
const LONGEST_STAY = 3660;

/** First and last days of each part. */
function stretches(split: Split, from: CivilDate, to: CivilDate): readonly (readonly [CivilDate, CivilDate])[] {
  const all: [CivilDate, CivilDate][] = [];
  let first = from;
  for (let day = from; day <= to; day++) {
    if (day < to && periodOf(split, day) === periodOf(split, day + 1)) continue;
    all.push([first, day]);
    first = day + 1;
  }
  return all;
}

interface Dated {
  readonly day: CivilDate;
  readonly item: unknown;
}

function itemsByDay(
  policy: CompiledPolicy,
  by: NonNullable<Split['by']>,
  fields: EncounterInput['fields'],
  { read }: Beforehand,
  from: CivilDate,
  to: CivilDate,
): readonly Dated[] | Problem {
  const list = policy.ir.lists[by.list];
  const given = Object.entries(fields).find(([name]) => listNamed(policy, name) === by.list)?.[1];
  const items = read.lists[by.list];
  if (!list || !Array.isArray(given) || !items)
    return malformed(
      `这次住院跨期, 要按${list?.name ?? ''}的日期拆开, 没有给出${list?.name ?? ''}。`,
      `This stay crosses a period and is split by the days of ${list?.name ?? ''}, which was not given.`,
    );
  const dated: Dated[] = [];
  for (const [index, item] of items.entries()) {
    const day = item[by.field];
    if (typeof day !== 'number' || day < from || day > to)
      return malformed(
        `${list.name}第 ${index + 1} 项的${list.fields[by.field]?.name ?? ''}没有给出, 或不在住院期间。跨期的住院按它拆开。`,
        `Item ${index + 1} of ${list.name} has no ${list.fields[by.field]?.name ?? ''}, or one outside the stay, which is split by it.`,
      );
    dated.push({ day, item: given[index] });
  }
  return dated;
}

const wholeOnly = ({ ir }: CompiledPolicy, days: readonly (readonly [CivilDate, CivilDate])[]): Problem =>
  malformed(
    `${ir.id}: 跨期的住院要分段填报: ${days.map(([first, last]) => `${dayText(first)} 至 ${dayText(last)}`).join('; ')}。`,
    `${ir.id}: a stay across a period comes in as parts: ${days.map(([first, last]) => `${dayText(first)} to ${dayText(last)}`).join('; ')}.`,
  );

/** An amount of the bill that is not worked out from items, and is not nothing: it cannot be divided between parts. */
function undivided({ ir: { bill, inputs } }: CompiledPolicy, { version, read }: Beforehand): Problem | undefined {
  const made = new Set(version.program.ir.computed.map(({ input }) => input));
  const whole = bill?.parts.find((part) => !made.has(part) && read.inputs[part] !== undefined && read.inputs[part] !== 0n);
  return whole === undefined
    ? undefined
    : malformed(
        `${inputs[whole]?.name ?? ''}不是由明细算得的, 跨期的住院不知道怎样分。`,
        `${inputs[whole]?.name ?? ''} is not worked out from items, so it cannot be divided between the parts of a stay.`,
      );
}

/** The total, and the amounts of the bill that each part works out from its own items. */
export function madeFromItems({ ir: { bill } }: CompiledPolicy, { version }: Beforehand): readonly number[] {
  const made = new Set(version.program.ir.computed.map(({ input }) => input));
  return bill ? [bill.total, ...bill.parts.filter((part) => made.has(part))] : [];
}

export const listNamed = ({ ir }: CompiledPolicy, given: string): number =>
  ir.lists.findIndex(({ name, interfaceName }) => name === given || interfaceName === given);

/** Fields without some, under whichever of their names they were given. */
export function dropped(
  { reader }: CompiledPolicy,
  fields: EncounterInput['fields'],
  indexes: readonly number[],
): EncounterInput['fields'] {
  const gone = new Set(indexes);
  return Object.fromEntries(Object.entries(isRecord(fields) ? fields : {}).filter(([name]) => !gone.has(reader.names.get(name) ?? -1)));
}
