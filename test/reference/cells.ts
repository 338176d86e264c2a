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

/** Reads cells for one event of a policy. */
export function reader({ name, accumulators, booksOpen }: PolicyModel, version: VersionModel, books: Books, asked: () => Asked) {
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
    const value = evaluate(rule.opening, asked());
    before.pop();
    openings.set(known, value);
    return value;
  };

  return {
    cell: (accumulator: string, keys: readonly Worth[] | undefined): Worth => {
      const rule = version.entries.find((one) => one.accumulator === accumulator);
      const of = keys ?? rule?.keys.map((key) => evaluate(key, asked())) ?? [];
      return gapIn(...of) ?? cell(accumulator, of);
    },
    previous: (accumulator: string): Worth => {
      const keys = before.at(-1);
      return keys ? cell(accumulator, keys) : FAULT;
    },
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

function keyOf(period: Expr, day: Date): number {
  if (period.kind === 'benefitYear') return benefitYear(day, period.month, period.dayOfMonth);
  return period.kind === 'monthOf' ? monthOf(day) : period.kind === 'quarterOf' ? quarterOf(day) : yearOf(day);
}
