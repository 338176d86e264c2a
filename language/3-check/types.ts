/**
 * Types as the checker compares them. Two rules are not symmetric: 分额 (fen) may stand where 金额 is wanted, and 整数 where 数 is.
 * Whole numbers carry their range, because a table over 第几次 is complete only if it is known that it starts at 1.
 */
import type { Pair } from '../diagnostics/finding.ts';
import type { Type } from '../model/types.ts';

type Plain = Exclude<Type['kind'], 'integer' | 'enum' | 'set'>;

const plain = <K extends Plain>(kind: K): Type => ({ kind });

export const money = plain('money');
export const fen = plain('fen');
export const ratio = plain('ratio');
export const points = plain('points');
export const number = plain('number');
export const months = plain('months');
export const days = plain('days');
export const date = plain('date');
export const time = plain('time');
export const bool = plain('bool');
export const text = plain('text');

/** A whole number between two inclusive ends; an absent end is open. */
export const integer = (min?: bigint, max?: bigint): Type => ({
  kind: 'integer',
  ...(min === undefined ? {} : { min }),
  ...(max === undefined ? {} : { max }),
});

const plainWords: Readonly<Record<Plain | 'integer', Pair>> = {
  money: ['金额', 'an amount of money'],
  fen: ['分额', 'an amount in whole fen'],
  ratio: ['比例', 'a ratio'],
  points: ['百分点', 'percentage points'],
  number: ['数', 'a number'],
  integer: ['整数', 'a whole number'],
  months: ['月数', 'a number of months'],
  days: ['天数', 'a number of days'],
  date: ['日期', 'a date'],
  time: ['时刻', 'a time of day'],
  bool: ['布尔', 'a condition'],
  text: ['文本', 'a text'],
};

/** What a reader calls the type, zh and en. */
export function typeWords(type: Type): Pair {
  switch (type.kind) {
    case 'enum':
      return [`“${type.name}”的取值`, `a value of “${type.name}”`];
    case 'set':
      return [`“${type.name}”的集合`, `a set of “${type.name}”`];
    default:
      return plainWords[type.kind];
  }
}

/** Money or 分额. */
export const isMoney = (type: Type): boolean => type.kind === 'money' || type.kind === 'fen';

/** 数 or 整数. */
export const isCount = (type: Type): boolean => type.kind === 'number' || type.kind === 'integer';

/** 月数 or 天数. */
export const isSpan = (type: Type): boolean => type.kind === 'months' || type.kind === 'days';

/** Types with an order and arithmetic of their own. */
export const isNumeric = (type: Type): boolean =>
  isMoney(type) || isCount(type) || type.kind === 'ratio' || type.kind === 'points' || isSpan(type);

/** Types whose values can be put in order. */
export const isOrdered = (type: Type): boolean => isNumeric(type) || type.kind === 'date';

const within = (inner: Type & { kind: 'integer' }, outer: Type & { kind: 'integer' }): boolean =>
  (outer.min === undefined || (inner.min !== undefined && inner.min >= outer.min)) &&
  (outer.max === undefined || (inner.max !== undefined && inner.max <= outer.max));

/** Whether a value of type `from` may stand where `to` is wanted. */
export function fits(from: Type, to: Type): boolean {
  if (to.kind === 'money') return isMoney(from);
  if (to.kind === 'number') return isCount(from);
  if (to.kind === 'integer') return from.kind === 'integer' && within(from, to);
  if (to.kind === 'enum' || to.kind === 'set') return from.kind === to.kind && from.values.every((value) => to.values.includes(value));
  return from.kind === to.kind;
}

/** Whether the two can be compared with one another. */
export const comparable = (a: Type, b: Type): boolean =>
  (isMoney(a) && isMoney(b)) ||
  (isCount(a) && isCount(b)) ||
  (a.kind === b.kind && (a.kind !== 'enum' || b.kind !== 'enum' || a.values.some((value) => b.values.includes(value))));

const lower = (a: bigint | undefined, b: bigint | undefined): bigint | undefined =>
  a === undefined || b === undefined ? undefined : a < b ? a : b;
const upper = (a: bigint | undefined, b: bigint | undefined): bigint | undefined =>
  a === undefined || b === undefined ? undefined : a > b ? a : b;

/** The least type that holds both; undefined when there is none. */
export function join(a: Type, b: Type): Type | undefined {
  if (isMoney(a) && isMoney(b)) return a.kind === 'fen' && b.kind === 'fen' ? fen : money;
  if (a.kind === 'integer' && b.kind === 'integer') return integer(lower(a.min, b.min), upper(a.max, b.max));
  if (isCount(a) && isCount(b)) return number;
  if ((a.kind === 'enum' && b.kind === 'enum') || (a.kind === 'set' && b.kind === 'set'))
    return fits(a, b) ? b : fits(b, a) ? a : undefined;
  return a.kind === b.kind ? a : undefined;
}

/** The declared type, with what is known of the value: the range of whole numbers, or that an amount is whole fen. */
export function narrowed(declared: Type, actual: Type): Type {
  if (declared.kind === 'money' && actual.kind === 'fen') return fen;
  return declared.kind === 'integer' && actual.kind === 'integer' && within(actual, declared) ? actual : declared;
}

/** The type that a fold or a neutral 0 can also give: 0 belongs to the range. */
export const orZero = (type: Type): Type => (type.kind === 'integer' ? (join(type, integer(0n, 0n)) ?? type) : type);
