/** What something is worth to the reference: a value, or why there is none. */
import type { CivilDay, Value } from '../../language/model/types.ts';
import type { Fraction } from './number.ts';
import { fraction, order } from './number.ts';

/** Why there is no value: what the law leaves open, what the event does not state, and whether a law was broken. */
export class Gap {
  readonly reasons: ReadonlySet<string>;
  readonly missing: ReadonlySet<string>;
  readonly fault: boolean;

  constructor(reasons: Iterable<string>, missing: Iterable<string> = [], fault = false) {
    this.reasons = new Set(reasons);
    this.missing = new Set(missing);
    this.fault = fault;
  }
}

export type Worth = Fraction | string | boolean | readonly string[] | Date | Gap;

/** One item of a list. */
export type Item = Readonly<Record<string, Worth>>;

/** By this name an item knows its place in its list. */
export const PLACE = '#';

/** Something this walker does not read. */
export class Unread extends Error {}

export const FAULT = new Gap([], [], true);
export const ZERO = fraction(0n);

export const missing = (...names: readonly string[]): Gap => new Gap([], names);

/** All gaps among these as one; undefined when there is none. */
export function gapIn(...all: readonly (Worth | undefined)[]): Gap | undefined {
  const gaps = all.filter((one): one is Gap => one instanceof Gap);
  const [first] = gaps;
  if (gaps.length < 2) return first;
  return new Gap(
    gaps.flatMap(({ reasons }) => [...reasons]),
    gaps.flatMap((one) => [...one.missing]),
    gaps.some(({ fault }) => fault),
  );
}

export const isNumber = (worth: Worth): worth is Fraction => typeof worth === 'object' && 'over' in worth;

export function number(worth: Worth): Fraction {
  if (isNumber(worth)) return worth;
  throw new Unread('a number was expected');
}

export function dayOf(worth: Worth): Date {
  if (worth instanceof Date) return worth;
  throw new Unread('a day was expected');
}

/** A set as its members; a calendar day as a moment that no time zone moves. */
export const membersOf = (worth: Worth): readonly string[] => {
  if (Array.isArray(worth)) return worth;
  throw new Unread('a set was expected');
};

export const dateOf = ({ year, month, day }: CivilDay): Date => {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date;
};

export function worthOf(value: Value): Worth {
  switch (value.kind) {
    case 'number':
      return fraction(value.value.num, value.value.den);
    case 'date':
      return dateOf(value.value);
    case 'set':
      return value.values;
    default:
      return value.value;
  }
}

/** Equal as texts, days, truths, sets or numbers. */
export function same(a: Worth, b: Worth): boolean {
  if (a instanceof Gap || b instanceof Gap) return false;
  if (isNumber(a) && isNumber(b)) return order(a, b) === 0;
  if (a instanceof Date && b instanceof Date) return a.getTime() === b.getTime();
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((one) => b.includes(one));
  return a === b;
}

/** Milliseconds of a time of day. */
export const clock = (time: Worth): number => Date.parse(`${String(time).replace(' ', 'T')}Z`);

/** By size: days, times of day, or numbers. */
export function compared(a: Worth, b: Worth): number {
  if (a instanceof Date && b instanceof Date) return a.getTime() - b.getTime();
  return typeof a === 'string' && typeof b === 'string' ? clock(a) - clock(b) : order(number(a), number(b));
}

/** A worth as a text that is the same for equal worths. */
export function textOf(worth: Worth): string {
  if (worth instanceof Gap) return `? ${[...worth.reasons].sort().join('; ')}`;
  if (worth instanceof Date) return worth.toISOString().slice(0, 10);
  if (Array.isArray(worth)) return [...worth].sort().join('、');
  if (isNumber(worth)) return worth.over % worth.under === 0n ? String(worth.over / worth.under) : reduced(worth);
  return String(worth);
}

function reduced({ over, under }: Fraction): string {
  let [a, b] = [over < 0n ? -over : over, under];
  while (b !== 0n) [a, b] = [b, a % b];
  return `${over / a}/${under / a}`;
}
