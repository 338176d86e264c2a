/** The ledger as a list of entries, folded anew for every reading. */
import type { AccumulatorModel, Expr, PolicyModel, VersionModel } from '../../language/model/types.ts';
import { benefitYear, monthOf, previousKey, quarterOf, yearOf } from './calendar.ts';
import type { Asked } from './expression.ts';
import { evaluate } from './expression.ts';
import { hit } from './hits.ts';
import { fraction, plus } from './number.ts';
import type { Worth } from './worth.ts';
import { compared, dateOf, FAULT, Gap, gapIn, isNumber, number, textOf, Unread, ZERO } from './worth.ts';

/** One entry of one event. Without keys it may be of any cell of the accumulator; without a value the cell is open. */
export interface Entry {
  readonly policy: string;
  readonly accumulator: string;
  readonly keys: string | undefined;
  readonly value: Worth | undefined;
  readonly reasons: readonly string[];
}

export const keysOf = (keys: readonly Worth[]): string => keys.map(textOf).join(' | ');

/** What a reading of cells depends on. */
export interface Books {
  /** Entries of the events before, in order of arrival. */
  readonly entries: readonly Entry[];
  /** 已有, by accumulator and keys. */
  readonly given: ReadonlyMap<string, Worth>;
  /** Is told of each cell that is read. */
  readonly read: (cell: string) => void;
}

export const cellName = (policy: string, accumulator: string, keys: string): string => `${policy} / ${accumulator} / ${keys}`;

/** A law of the policy and what may be asked under it. */
export interface LawAsked {
  readonly version: VersionModel;
  readonly asked: () => Asked;
}

/** The parts of the timeline that end after a day, as known, the earliest first. */
export const cellsFrom = ({ timeline, versions }: PolicyModel, day: Date, knownOn: Date | undefined) =>
  timeline
    .filter(({ to, knownFrom, knownTo }) => {
      const known = knownOn ? (!knownFrom || knownOn >= dateOf(knownFrom)) && (!knownTo || knownOn < dateOf(knownTo)) : !knownTo;
      return known && (!to || day < dateOf(to));
    })
    .sort((a, b) => (a.from ? dateOf(a.from).getTime() : -Infinity) - (b.from ? dateOf(b.from).getTime() : -Infinity))
    .map(({ candidates, version, point }) => ({
      point,
      versions: (candidates.length > 0 ? [...new Set(candidates)] : version === undefined ? [] : [version]).flatMap(
        (index) => versions[index] ?? [],
      ),
    }));

/** Reads cells for one event of a policy. */
export function reader(
  { name, accumulators, booksOpen }: PolicyModel,
  version: VersionModel,
  books: Books,
  asked: () => Asked,
  lawsFrom: (day: Date) => readonly { readonly laws: readonly LawAsked[]; readonly reason: Gap }[],
) {
  const openings = new Map<string, Worth | undefined>();
  const before: (readonly Worth[])[] = [];

  const cell = (accumulator: string, keys: readonly Worth[]): Worth => {
    const declared = accumulators.find((one) => one.name === accumulator);
    if (!declared) throw new Unread(`no accumulator ${accumulator}`);
    const at = keysOf(keys);
    const { policy: owner, name: named } = declared.of ?? { policy: name, name: accumulator };
    books.read(cellName(owner, named, at));
    hit(`accumulator ${declared.how}`);
    const own = books.entries.filter((one) => one.policy === owner && one.accumulator === named);
    for (const mine of [own.filter((one) => one.keys === undefined), own.filter((one) => one.keys === at)]) {
      const reasons = mine.flatMap((one) => one.reasons);
      if (reasons.length > 0) return new Gap(reasons);
    }
    const values = own.flatMap((one) => (one.keys === at && one.value !== undefined ? [one.value] : []));
    const opening = books.given.get(`${accumulator} / ${at}`) ?? opened(declared, keys, at);
    if (opening instanceof Gap) return opening;
    return folded(declared, opening === undefined ? values : [opening, ...values]);
  };

  /** 期初: from the cells one period earlier, back to the period in which the books open. */
  const opened = (declared: AccumulatorModel, keys: readonly Worth[], at: string): Worth | undefined => {
    const rule = version.entries.find((one) => one.accumulator === declared.name && one.opening);
    if (!rule?.opening) return undefined;
    const known = `${declared.name} / ${at}`;
    if (openings.has(known)) return openings.get(known);
    const place = rule.keys.findIndex((key) => periodOf(key) !== undefined);
    const period = rule.keys[place];
    const kind = period && periodOf(period);
    const key = keys[place];
    if (!period || !kind || !key || !isNumber(key) || !booksOpen) throw new Unread('an opening without a period');
    const own = Number(key.over / key.under);
    if (own < keyOf(period, dateOf(booksOpen))) return undefined;
    const previous = keys.with(place, fraction(BigInt(previousKey(kind, own))));
    before.push(previous);
    hit('opening');
    const value = openedUnder(declared.name, firstDay(period, own));
    before.pop();
    openings.set(known, value);
    return value;
  };

  const opens = (law: VersionModel, accumulator: string): Expr | undefined =>
    law.entries.find((one) => one.accumulator === accumulator && one.opening)?.opening;

  /** Under the law of the first day of the period; before the accumulator was there, the first that opens it. */
  const openedUnder = (accumulator: string, day: Date): Worth => {
    const found = lawsFrom(day).find(({ laws }) => laws.length > 0 && laws.every((law) => opens(law.version, accumulator)));
    const own = found?.laws.find((law) => law.version === version);
    const laws = !found || own ? [{ version, asked }] : found.laws;
    const worths = laws.flatMap((law) => {
      const opening = opens(law.version, accumulator);
      return opening ? [evaluate(opening, { ...law.asked(), previous })] : [];
    });
    const [first] = worths;
    if (worths.length > 1) hit('opening under several laws');
    if (laws[0]?.version !== version) hit('opening under an earlier law');
    if (first === undefined) throw new Unread('an opening without law');
    const agree = worths.every((one) => !(one instanceof Gap) && !(first instanceof Gap) && textOf(one) === textOf(first));
    return worths.length === 1 || agree ? first : (found?.reason ?? first);
  };
  const previous = (accumulator: string): Worth => {
    const keys = before.at(-1);
    return keys ? cell(accumulator, keys) : FAULT;
  };

  return {
    cell: (accumulator: string, keys: readonly Worth[] | undefined): Worth => {
      const rule = version.entries.find((one) => one.accumulator === accumulator);
      const of = keys ?? rule?.keys.map((key) => evaluate(key, asked())) ?? [];
      return gapIn(...of) ?? cell(accumulator, of);
    },
    previous,
  };
}

const COUNTED = ['sum', 'count', 'greatest'];

/** What entries fold to. */
export function folded({ how, type }: AccumulatorModel, values: readonly Worth[]): Worth {
  const members = (): Worth => [...new Set(values.flatMap((value) => (Array.isArray(value) ? value : [String(value)])))];
  if (how === 'set') return members();
  const [first, ...others] = values;
  if (first === undefined) return COUNTED.includes(how) && !['date', 'bool', 'text', 'enum'].includes(type.kind) ? ZERO : FAULT;
  if (how === 'latest') return values.at(-1) ?? first;
  if (how === 'greatest') return others.reduce((best, one) => (compared(one, best) > 0 ? one : best), first);
  return values.map(number).reduce(plus, ZERO);
}

function periodOf({ kind }: Expr): 'year' | 'month' | 'quarter' | undefined {
  if (kind === 'yearOf' || kind === 'benefitYear') return 'year';
  return kind === 'monthOf' ? 'month' : kind === 'quarterOf' ? 'quarter' : undefined;
}

/** The first day of the period of a key. */
function firstDay(period: Expr, key: number): Date {
  const at = (year: number, month: number, day: number): Date => {
    const date = new Date(0);
    date.setUTCFullYear(year, month - 1, day);
    return date;
  };
  if (period.kind === 'benefitYear') return at(key, period.month, period.dayOfMonth);
  if (period.kind === 'monthOf') return at(Math.floor(key / 100), key % 100, 1);
  return period.kind === 'quarterOf' ? at(Math.floor(key / 10), (key % 10) * 3 - 2, 1) : at(key, 1, 1);
}

function keyOf(period: Expr, day: Date): number {
  if (period.kind === 'benefitYear') return benefitYear(day, period.month, period.dayOfMonth);
  return period.kind === 'monthOf' ? monthOf(day) : period.kind === 'quarterOf' ? quarterOf(day) : yearOf(day);
}
