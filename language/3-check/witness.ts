/**
 * The smallest concrete patient for whom a condition holds.
 *
 * A test about one variable can change only at its constants, so a few points of each variable stand for all of its values: the constants,
 * their neighbours, and one point between each two. The search gives the variables points one by one and stops as soon as the condition
 * is decided (true, false, not yet known), so conjunctions end early. First free conditions are left unknown: a patient found then is
 * certain. Only if there is none are they tried both ways, and the answer says on which it rests. At the end every value that the
 * condition does not need is dropped.
 */
import { partsOf } from '../../runtime/calendar/date.ts';
import { add, compare, divide, equal, multiply, type Rational, rational, subtract } from '../../runtime/money/rational.ts';
import type { Type } from '../model/types.ts';
import { type Condition, isNumber, type Point, type Variable } from './analyses/condition.ts';

export type Search =
  | {
      readonly kind: 'found';
      readonly patient: Readonly<Record<string, string>> /** Conditions that could not be read and would have to hold so. */;
      readonly resting: readonly string[];
    }
  | { readonly kind: 'none' }
  /** The search was given up. */
  | { readonly kind: 'undecided' };

/** Steps that a search may still take. */
export interface Budget {
  left: number;
}

/** Steps after which a search is given up. */
const MOST_STEPS = 40_000;
/** Words of a set that are tried in all combinations. */
const MOST_WORDS = 8;

/** A patient for whom the condition holds. Questions that share a `budget` are together no longer than it allows. */
export function findPatient(condition: Condition, budget: Budget = { left: MOST_STEPS }): Search {
  const variables = variablesOf(condition);
  const free = [...freeOf(condition)];
  const certain = search(condition, variables, new Map(), new Map(), budget);
  if (certain) return found(condition, variables, certain, new Map());
  // Each free condition that decides the outcome is tried true first: a guard is more often about who it is for.
  for (const settings of settingsOf(free)) {
    const perhaps = search(condition, variables, new Map(), settings, budget);
    if (perhaps) return found(condition, variables, perhaps, settings);
  }
  return budget.left <= 0 || free.length > MOST_WORDS ? { kind: 'undecided' } : { kind: 'none' };
}

type Assignment = ReadonlyMap<string, Point>;
type Free = ReadonlyMap<string, boolean>;

/** Every test of one variable, with the points that stand for all of its values. */
interface Sampled {
  readonly variable: Variable;
  readonly points: readonly Point[];
}

/** Undefined while it depends on what has no value yet. */
export function decide(condition: Condition, points: Assignment, free: Free = new Map()): boolean | undefined {
  switch (condition.kind) {
    case 'truth':
      return condition.value;
    case 'free':
      return free.get(condition.name);
    case 'test': {
      const point = points.get(condition.variable.name);
      return point === undefined ? undefined : condition.holds(point);
    }
    case 'not': {
      const inner = decide(condition.of, points, free);
      return inner === undefined ? undefined : !inner;
    }
    case 'all':
    case 'any': {
      const settles = condition.kind === 'any';
      let open = false;
      for (const one of condition.of) {
        const inner = decide(one, points, free);
        if (inner === settles) return settles;
        if (inner === undefined) open = true;
      }
      return open ? undefined : !settles;
    }
  }
}

function search(
  condition: Condition,
  variables: readonly Sampled[],
  points: Assignment,
  free: Free,
  budget: Budget,
): Assignment | undefined {
  budget.left -= 1;
  const now = decide(condition, points, free);
  if (now === true) return points;
  const [next, ...rest] = variables;
  if (now === false || !next || budget.left <= 0) return undefined;
  for (const point of next.points) {
    const result = search(condition, rest, new Map([...points, [next.variable.name, point]]), free, budget);
    if (result) return result;
  }
  return undefined;
}

function found(condition: Condition, variables: readonly Sampled[], points: Assignment, free: Free): Search {
  let kept: Assignment = points;
  let settings: Free = free;
  for (const name of points.keys()) {
    const without = new Map([...kept].filter(([other]) => other !== name));
    if (decide(condition, without, settings) === true) kept = without;
  }
  for (const name of free.keys()) {
    const without = new Map([...settings].filter(([other]) => other !== name));
    if (decide(condition, kept, without) === true) settings = without;
  }
  const typeOf = new Map(variables.map(({ variable }) => [variable.name, variable.type]));
  return {
    kind: 'found',
    patient: Object.fromEntries([...kept].map(([name, point]) => [name, pointText(point, typeOf.get(name))])),
    resting: [...settings.keys()],
  };
}

function* settingsOf(names: readonly string[]): Iterable<Free> {
  if (names.length === 0 || names.length > MOST_WORDS) return;
  for (let bits = 2 ** names.length - 1; bits >= 0; bits -= 1)
    yield new Map(names.map((name, at) => [name, Math.floor(bits / 2 ** at) % 2 === 1]));
}

function freeOf(condition: Condition): ReadonlySet<string> {
  if (condition.kind === 'free') return new Set([condition.name]);
  if (condition.kind === 'not') return freeOf(condition.of);
  return condition.kind === 'all' || condition.kind === 'any' ? new Set(condition.of.flatMap((one) => [...freeOf(one)])) : new Set();
}

function variablesOf(condition: Condition): readonly Sampled[] {
  const found = new Map<string, { readonly variable: Variable; readonly at: (Rational | string)[] }>();
  const visit = (one: Condition): void => {
    if (one.kind === 'not') visit(one.of);
    else if (one.kind === 'all' || one.kind === 'any') one.of.forEach(visit);
    else if (one.kind === 'test') {
      const known = found.get(one.variable.name) ?? { variable: one.variable, at: [] };
      known.at.push(...one.at);
      found.set(one.variable.name, known);
    }
  };
  visit(condition);
  return [...found.values()].map(({ variable, at }) => ({ variable, points: samplesOf(variable.type, at) }));
}

/** Points that tell apart all values which the tests tell apart. */
export function samplesOf(type: Type, at: readonly (Rational | string)[]): readonly Point[] {
  switch (type.kind) {
    case 'bool':
      return [true, false];
    case 'enum':
      return type.values;
    case 'set': {
      const words = type.values.filter((value) => at.includes(value)).slice(0, MOST_WORDS);
      return Array.from({ length: 2 ** words.length }, (_, bits) =>
        words.filter((_word, index) => Math.floor(bits / 2 ** index) % 2 === 1),
      );
    }
    case 'text':
      return [...new Set(at.filter((one) => typeof one === 'string')), '其他'];
    default:
      return numbersOf(
        type,
        at.filter((one): one is Rational => typeof one !== 'string'),
      );
  }
}

/** The grid on which the values of a type lie; undefined where there is none. */
const stepOf: Readonly<Partial<Record<Type['kind'], Rational>>> = {
  integer: rational(1n),
  months: rational(1n),
  days: rational(1n),
  date: rational(1n),
  fen: rational(1n, 100n),
};

function numbersOf(type: Type, constants: readonly Rational[]): readonly Rational[] {
  const low = type.kind === 'integer' ? type.min : type.kind === 'fen' ? 0n : undefined;
  const high = type.kind === 'integer' ? type.max : undefined;
  const inside = (value: Rational): boolean =>
    (low === undefined || compare(value, rational(low)) >= 0) && (high === undefined || compare(value, rational(high)) <= 0);
  const ends = [...(low === undefined ? [] : [rational(low)]), ...(high === undefined ? [] : [rational(high)])];
  const step = stepOf[type.kind];
  if (step) {
    // The values of the type lie on a grid: the grid point at or below each constant and its two neighbours are enough.
    const near = [...constants, ...ends].flatMap((value) => {
      const at = onGrid(value, step);
      return [subtract(at, step), at, add(at, step)];
    });
    return near.length === 0 ? [rational(0n)] : distinct(near.filter(inside).sort(compare));
  }
  const sorted = distinct([...constants].sort(compare));
  const [first] = sorted;
  const last = sorted.at(-1);
  if (!first || !last) return [rational(0n)];
  const between = sorted.flatMap((value, index) => {
    const next = sorted[index + 1];
    return next ? [divide(add(value, next), rational(2n))] : [];
  });
  return [subtract(first, rational(1n)), ...sorted, ...between, add(last, rational(1n))].sort(compare);
}

function onGrid(value: Rational, step: Rational): Rational {
  const steps = divide(value, step);
  const floor = steps.num / steps.den - (steps.num < 0n && steps.num % steps.den !== 0n ? 1n : 0n);
  return multiply(rational(floor), step);
}

const distinct = (sorted: readonly Rational[]): readonly Rational[] =>
  sorted.filter((value, index) => index === 0 || !equal(value, sorted[index - 1] ?? value));

/** A value as an officer would write it. */
export function pointText(point: Point, type: Type | undefined): string {
  if (typeof point === 'boolean') return point ? '真' : '假';
  if (typeof point === 'string') return point;
  if (!isNumber(point)) return point.length === 0 ? '无' : point.join('、');
  switch (type?.kind) {
    case 'money':
    case 'fen':
      return `${decimal(point)}元`;
    case 'ratio':
      return `${decimal(multiply(point, rational(100n)))}%`;
    case 'points':
      return `${decimal(multiply(point, rational(100n)))}个百分点`;
    case 'months':
      return `${decimal(point)}个月`;
    case 'days':
      return `${decimal(point)}天`;
    case 'date': {
      const { year, month, day } = partsOf(Number(point.num));
      return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    }
    default:
      return decimal(point);
  }
}

function decimal(value: Rational): string {
  const hundredths = multiply(value, rational(100n));
  if (value.den === 1n) return String(value.num);
  const cents = hundredths.num / hundredths.den;
  const sign = cents < 0n ? '-' : '';
  const digits = String(cents < 0n ? -cents : cents).padStart(3, '0');
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`.replace(/0$/u, '');
}
