/**
 * Which of many conditions cannot hold together because of the values of one variable alone. A patient is looked for only where that does not
 * settle it.
 */
import { samplesOf } from '../witness.ts';
import { type Condition, isNumber, type Point } from './condition.ts';

/** For each variable that a condition names, the only values with which it can hold; a variable with endlessly many is not in it. */
export type Words = ReadonlyMap<string, ReadonlySet<string>>;

/** Of the tests that all have to hold. */
export function wordsOf(condition: Condition): Words {
  const found = new Map<string, ReadonlySet<string>>();
  const visit = (one: Condition): void => {
    if (one.kind === 'all') one.of.forEach(visit);
    const values = one.kind === 'test' ? onlyValues(one) : undefined;
    if (one.kind !== 'test' || !values) return;
    const known = found.get(one.variable.name);
    found.set(one.variable.name, new Set(values.filter((value) => known?.has(value) ?? true)));
  };
  visit(condition);
  return found;
}

/** A test that holds between its constants or beside them holds for endlessly many values. */
function onlyValues({ variable, at, holds }: Extract<Condition, { readonly kind: 'test' }>): readonly string[] | undefined {
  const { kind } = variable.type;
  if (kind === 'set') return undefined;
  const holding = samplesOf(variable.type, at).filter(holds).map(pointKey);
  if (kind === 'enum' || kind === 'bool') return holding;
  const named = new Set(at.map(pointKey));
  return holding.every((value) => named.has(value)) ? holding : undefined;
}

const pointKey = (point: Point): string => (isNumber(point) ? `${point.num}/${point.den}` : String(point));

/** Whether no value of some variable goes with both: most benefits are told apart by the type of care or the disease alone. */
export function apart(a: Words | undefined, b: Words | undefined): boolean {
  if (!a || !b) return false;
  for (const [name, allowed] of a) {
    const others = b.get(name);
    if (others && ![...allowed].some((value) => others.has(value))) return true;
  }
  return false;
}

/**
 * For each of the conditions those before it that it is not told apart from by one variable, the one that most of them name: so that many
 * benefits, each for its own patients, are not compared two by two.
 */
export function neighbours(all: readonly Words[]): readonly (readonly number[])[] {
  const naming = new Map<string, number>();
  for (const words of all) for (const name of words.keys()) naming.set(name, (naming.get(name) ?? 0) + 1);
  const values = new Map<string, Set<string>>();
  for (const words of all)
    for (const [name, some] of words) for (const one of some) values.set(name, (values.get(name) ?? new Set()).add(one));
  const weight = (name: string): number => (naming.get(name) ?? 0) * (values.get(name)?.size ?? 0);
  const key = [...naming.keys()].reduce<string | undefined>(
    (best, name) => (best && weight(best) >= weight(name) ? best : name),
    undefined,
  );
  const anyones: number[] = [];
  const byValue = new Map<string, number[]>();
  return all.map((words, index) => {
    const own = key === undefined ? undefined : words.get(key);
    const before = own
      ? [...new Set([...anyones, ...[...own].flatMap((value) => byValue.get(value) ?? [])])].sort((a, b) => a - b)
      : Array.from({ length: index }, (_, at) => at);
    if (!own) anyones.push(index);
    for (const value of own ?? []) byValue.set(value, [...(byValue.get(value) ?? []), index]);
    return before;
  });
}
