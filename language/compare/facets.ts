/**
 * What tells patients apart: every field that a rule of either side looks at, with one value for all values that no rule tells apart. Named by
 * field, so that two policies share those of the same name.
 */

import { dayFromText, dayText } from '../../runtime/calendar/date.ts';
import { addMonths } from '../../runtime/calendar/period.ts';
import type { InputField, PolicyIr } from '../../runtime/index.ts';
import { statedFields } from '../../runtime/index.ts';
import type { Asked } from './asked.ts';
import { askedOf } from './asked.ts';
import type { Side } from './side.ts';

/** A value as an event gives it. */
export type Given = string | number | boolean | readonly string[];

/** One value standing for all that no rule tells apart. */
export interface Point {
  /** Absent: the field is not given. */
  readonly value?: Given;
  /** Of an enumeration: everything it stands for. */
  readonly members?: readonly string[];
  /** Of whole numbers: from … to, without `to` and more. */
  readonly from?: number;
  readonly to?: number;
  /** Of days: the first and the last; without `since` and earlier. */
  readonly since?: string;
  readonly until?: string;
}

/** A field and the points of it that matter. */
export interface Facet {
  readonly field: string;
  readonly points: readonly Point[];
}

/** How patients of two sides are described. */
export interface Facets {
  /** In the order of the fields; the first point of each is the plainest. */
  readonly facets: readonly Facet[];
  /** Fields that are the same for everyone: the day, the person, what no rule looks at. */
  readonly fixed: Readonly<Record<string, Given>>;
  /** The amount that is varied: the first part of the bill, else the amount that the rules start from. */
  readonly axis: string | undefined;
  /** Other parts of the bill: nothing of them. */
  readonly parts: readonly string[];
  readonly lists: readonly string[];
}

/** A day well before every waiting period. */
const LONG_AGO_MONTHS = 15 * 12;
const VISIT_DAYS = ['就诊日', '结算日'];

/** The facets of two sides, for events on `day`. */
export function facetsOf(sides: readonly Side[], day: string): Facets {
  const asked = askedOf(sides);
  const stated = sides.map(({ policy, layers }) => statedFields(policy, [policy, ...layers]));
  const inputs = firstByName(stated.flatMap((one) => one.inputs));
  const persons = new Set(sides.map(({ policy }) => policy.inputs[policy.person]?.name ?? ''));
  const days = new Set([...VISIT_DAYS, ...sides.flatMap(({ policy }) => eventDays(policy))]);
  const parts = sides.flatMap(({ policy }) => (policy.bill?.parts ?? []).map((index) => policy.inputs[index]?.name ?? ''));
  const totals = new Set(sides.flatMap(({ policy }) => (policy.bill ? [policy.inputs[policy.bill.total]?.name ?? ''] : [])));
  const axis = parts[0] ?? inputs.find(({ name, type }) => type.kind === 'money' && asked.read.has(name))?.name;
  const fixed: Record<string, Given> = {};
  const facets: Facet[] = [];
  for (const field of inputs) {
    const { name } = field;
    if (persons.has(name)) fixed[name] = '甲';
    else if (field.type.kind === 'date' && days.has(name)) fixed[name] = day;
    else if (name === axis || parts.includes(name) || totals.has(name)) continue;
    else {
      const points = pointsOf(field, asked, day);
      const [first] = points;
      if (asked.read.has(name) && points.length > 1) facets.push({ field: name, points });
      else if (first?.value !== undefined) fixed[name] = first.value;
    }
  }
  return {
    facets,
    fixed,
    axis,
    parts: [...new Set(parts)].filter((name) => name !== axis),
    lists: [...new Set(stated.flatMap(({ lists }) => lists.map(({ name }) => name)))],
  };
}

const eventDays = ({ inputs, versionDay, periodDay }: PolicyIr): readonly string[] =>
  [inputs[versionDay]?.name, inputs[periodDay]?.name].filter((name) => name !== undefined);

const firstByName = (all: readonly InputField[]): readonly InputField[] =>
  all.filter(({ name }, index) => all.findIndex((one) => one.name === name) === index);

function pointsOf(field: InputField, asked: Asked, day: string): readonly Point[] {
  const points = ownPoints(field, asked, day);
  return field.optional ? [{}, ...points] : points;
}

function ownPoints({ name, type, values = [], min, max }: InputField, asked: Asked, day: string): readonly Point[] {
  switch (type.kind) {
    case 'enum':
      return alikeValues(
        values.map((one) => one.name),
        asked.tests.get(name) ?? [],
      ).map((members) => ({ value: members[0] ?? '', members }));
    case 'set': {
      const tested = [...new Set((asked.tests.get(name) ?? []).flat())].filter((one) => values.some((value) => value.name === one));
      const singles = tested.map((one) => ({ value: [one], members: [one] }));
      return [{ value: [], members: [] }, ...singles, ...(tested.length > 1 ? [{ value: tested, members: tested }] : [])];
    }
    case 'bool':
      return [{ value: false }, { value: true }];
    case 'integer':
    case 'months':
    case 'days':
      return wholeNumbers(asked.numbers.get(name) ?? [], Number(min ?? 0), max === undefined ? undefined : Number(max));
    case 'date':
      return dates(asked.months, day);
    case 'time':
      return [{ value: `${day} 12:00` }];
    case 'money':
      return [{ value: '1000.00' }];
    case 'ratio':
    case 'points':
    case 'number':
      return [{ value: '1' }];
    case 'text':
      return [{ value: '甲' }];
  }
}

/** Values that every test answers alike stand together, in the order in which they are declared. */
function alikeValues(values: readonly string[], tests: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const groups = new Map<string, string[]>();
  for (const value of values) {
    const key = tests.map((test) => (test.includes(value) ? '1' : '0')).join('');
    groups.set(key, [...(groups.get(key) ?? []), value]);
  }
  return [...groups.values()];
}

/** Stretches between the numbers that rules mention. */
function wholeNumbers(mentioned: readonly number[], min: number, max: number | undefined): readonly Point[] {
  const starts = [...new Set([min, ...mentioned.flatMap((number) => [number, number + 1])])]
    .filter((number) => number >= min && (max === undefined || number <= max))
    .sort((a, b) => a - b);
  return starts.map((from, index) => {
    const to = (starts[index + 1] ?? (max === undefined ? Number.POSITIVE_INFINITY : max + 1)) - 1;
    return { value: from, from, ...(Number.isFinite(to) ? { to } : {}) };
  });
}

/** The stretches of days between those on which a number of months that a rule mentions is just over, each such day by itself. */
function dates(months: readonly number[], day: string): readonly Point[] {
  const today = dayFromText(day) ?? 0;
  const turns = [...new Set(months.map((count) => addMonths(today, -count)))].sort((a, b) => a - b);
  const starts = turns.flatMap((over) => [over, over + 1]);
  const long = Math.min(addMonths(today, -LONG_AGO_MONTHS), (starts[0] ?? today) - 1);
  const distinct = [...new Set(starts)];
  return [long, ...distinct].map((at, index) => ({
    value: dayText(at),
    ...(index === 0 ? {} : { since: dayText(at) }),
    until: dayText((distinct[index] ?? today + 1) - 1),
  }));
}
