/**
 * Single changes to an event that are worth trying: the other values of a list, the numbers at which some rule of the policy turns, the days
 * on which another version holds or a waiting period ends. Only fields that the answer rests on are changed: no other can make a difference.
 */
import type { CivilDate } from '../../runtime/calendar/date.ts';
import { dayFromText, dayText } from '../../runtime/calendar/date.ts';
import { addMonths } from '../../runtime/calendar/period.ts';
import { layersOf, statedFields } from '../../runtime/index.ts';
import type { InputField, PolicyIr } from '../../runtime/ir/types.ts';
import { fenFromYuan, yuanFromFen } from '../../runtime/money/fen.ts';
import type { Interest } from './interest.ts';
import { interestOf } from './interest.ts';

/** A field with another value. `boundary`: a number or day at which some rule turns; `day`: the event itself on another day. */
export interface SingleChange {
  readonly kind: 'value' | 'boundary' | 'day';
  readonly field: string;
  readonly value: string | number | boolean | readonly string[];
}

type Fields = Readonly<Record<string, unknown>>;

/** Of one list of values. */
const MOST_VALUES = 16;

/** Everything worth trying, field by field in the order of the policy. `heeds` are the fields that the answer rests on. */
export function changesWorthTrying(
  policy: PolicyIr,
  all: readonly PolicyIr[],
  fields: Fields,
  heeds: ReadonlySet<string>,
): readonly SingleChange[] {
  const { inputs } = statedFields(policy, all);
  const [versionDay, periodDay, person] = [policy.versionDay, policy.periodDay, policy.person].map((at) => policy.inputs[at]?.name);
  const day = dayIn(fields[versionDay ?? '']);
  const interest = interests(policy, all);
  const total = policy.inputs[policy.bill?.total ?? -1]?.name;
  const found = inputs
    .filter(({ name }) => heeds.has(name) && name !== person && name !== total)
    .flatMap((field): readonly SingleChange[] => {
      if (field.name === versionDay) return day === undefined ? [] : daysAround(policy, day).map((value) => change('day', field, value));
      return field.name === periodDay ? [] : others(field, fields[field.name], day, interest);
    });
  return found;
}

const change = (kind: SingleChange['kind'], { name }: InputField, value: SingleChange['value']): SingleChange => ({
  kind,
  field: name,
  value,
});

const dayIn = (value: unknown): CivilDate | undefined => (typeof value === 'string' ? dayFromText(value) : undefined);

function others(field: InputField, now: unknown, day: CivilDate | undefined, interest: Interest): readonly SingleChange[] {
  const names = (field.values ?? []).map(({ name }) => name);
  switch (field.type.kind) {
    case 'enum':
      return names
        .filter((name) => name !== now)
        .slice(0, MOST_VALUES)
        .map((name) => change('value', field, name));
    case 'set': {
      const held = Array.isArray(now) ? now.map(String) : [];
      return names
        .slice(0, MOST_VALUES)
        .map((name) => change('value', field, held.includes(name) ? held.filter((one) => one !== name) : [...held, name]));
    }
    case 'bool':
      return typeof now === 'boolean' ? [change('value', field, !now)] : [true, false].map((value) => change('value', field, value));
    case 'integer':
    case 'months':
    case 'days':
      return typeof now === 'number' ? wholeNumbers(field, now, interest).map((value) => change('boundary', field, value)) : [];
    case 'money': {
      const fen = typeof now === 'string' ? fenFromYuan(now) : undefined;
      if (fen === undefined) return [];
      return around(interest.fen, fen).map((one) => change('boundary', field, yuanFromFen(one)));
    }
    case 'date': {
      const own = dayIn(now);
      if (own === undefined || day === undefined || own > day) return [];
      const ends = interest.months.flatMap((months) => [addMonths(day, -months), addMonths(day, -months) + 1]);
      return around(
        ends.toSorted((a, b) => a - b),
        own,
      ).map((one) => change('boundary', field, dayText(one)));
    }
    default:
      return [];
  }
}

/** The nearest boundary on either side. */
function around<Of extends bigint | number>(sorted: readonly Of[], now: Of): readonly Of[] {
  const below = sorted.findLast((one) => one < now);
  const above = sorted.find((one) => one > now);
  return [below, above].filter((one) => one !== undefined);
}

function wholeNumbers({ min, max }: InputField, now: number, { integers }: Interest): readonly number[] {
  const low = Number(min ?? '0');
  const high = max === undefined ? undefined : Number(max);
  if (high !== undefined && high - low <= 4)
    return Array.from({ length: high - low + 1 }, (_, at) => low + at).filter((one) => one !== now);
  const near = [...integers.flatMap((one) => [Number(one) - 1, Number(one), Number(one) + 1])]
    .filter((one) => one >= low && (high === undefined || one <= high))
    .sort((a, b) => a - b);
  return around(near, now);
}

/** The last day of the version before the one that holds on `day`, and the first of the next. */
function daysAround({ timeline }: PolicyIr, day: CivilDate): readonly string[] {
  const edges = timeline.flatMap(({ from }) => (from === undefined ? [] : (dayFromText(from) ?? []))).toSorted((a, b) => a - b);
  const began = edges.findLast((edge) => edge <= day);
  const next = edges.find((edge) => edge > day);
  return [...(began === undefined ? [] : [dayText(began - 1)]), ...(next === undefined ? [] : [dayText(next)])];
}

const known = new WeakMap<PolicyIr, Interest>();

/** What is worth trying for everything that the policy and its layers pay. */
export function interests(policy: PolicyIr, all: readonly PolicyIr[]): Interest {
  const before = known.get(policy);
  if (before) return before;
  const each = [...layersOf(policy, all), policy].flatMap((one) =>
    [...new Set(one.programs.flatMap(({ steps }) => steps.flatMap(({ address, posting }) => (posting ? [address] : []))))].map((address) =>
      interestOf(one, address),
    ),
  );
  const numbers = (of: (one: Interest) => readonly number[]): readonly number[] => [...new Set(each.flatMap(of))].sort((a, b) => a - b);
  const whole = (of: (one: Interest) => readonly bigint[]): readonly bigint[] =>
    [...new Set(each.flatMap(of))].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const found: Interest = {
    fen: whole(({ fen }) => fen),
    integers: whole(({ integers }) => integers),
    months: numbers(({ months }) => months),
    days: numbers(({ days }) => days),
    values: new Map(),
  };
  known.set(policy, found);
  return found;
}
