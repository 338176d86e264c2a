import type { IrType } from '../../runtime/ir/types.ts';
import type { Rational } from '../../runtime/money/rational.ts';
import { leastCommonMultiple, multiply, rational } from '../../runtime/money/rational.ts';
import type { Type } from '../model/types.ts';
import type { Bounds } from './bounds.ts';
import { anything, joinBounds } from './bounds.ts';

/**
 * What must be the same in all versions of a policy, so that a yearly change is new data under old code: the scale of every parameter,
 * open point and accumulator, and the range of values that a parameter takes. Lowering asks for more precision as it goes; a pass in
 * which nothing was asked anew is the final one.
 */
export interface Book {
  scale(key: string): bigint;
  /** Makes the key's scale a multiple of `scale`. */
  need(key: string, scale: bigint): void;
  range(key: string): Bounds;
  /** Widens the key's range to hold `range`. */
  hold(key: string, range: Bounds): void;
  /** True once after anything grew since the last call. */
  grew(): boolean;
}

/** An empty book. */
export function openBook(): Book {
  const scales = new Map<string, bigint>();
  const ranges = new Map<string, Bounds>();
  let grown = false;
  return {
    scale: (key) => scales.get(key) ?? 1n,
    need(key, scale) {
      const before = scales.get(key) ?? 1n;
      const after = leastCommonMultiple(before, scale);
      if (after !== before || !scales.has(key)) {
        scales.set(key, after);
        grown = true;
      }
    },
    range: (key) => ranges.get(key) ?? anything,
    hold(key, range) {
      const before = ranges.get(key);
      const after = before ? joinBounds(before, range) : range;
      if (!before || after.low !== before.low || after.high !== before.high) {
        ranges.set(key, after);
        grown = true;
      }
    },
    grew() {
      const result = grown;
      grown = false;
      return result;
    },
  };
}

/** Rows of one table share a scale, so that its results need no alignment: the row's key is cut off. */
export const scaleKey = (address: string, type: Type): string => `${unitOf(type)} ${address.replace(/\[.*$/u, '')}`;

/** The scale of an open point's own value. */
export const pointKey = (point: number): string => `point ${point}`;

/** The scale in which the cells of an accumulator are kept. */
export const accumulatorKey = (name: string): string => `accumulator ${name}`;

const unitOf = (type: Type): string => (type.kind === 'fen' ? 'money' : type.kind);

/** The least scale of a kind of value: percentages are kept at 100 so that 70 % reads as 70. */
export function leastScale(type: Type): bigint {
  return type.kind === 'ratio' || type.kind === 'points' ? 100n : 1n;
}

/** The scale in which a caller may state a value that the policy leaves open or assumes: hundredths of a percent, whole fen. */
export function statedScale(type: Type): bigint {
  return type.kind === 'ratio' || type.kind === 'points' || type.kind === 'number' ? 10_000n : 1n;
}

/** The scale of a field of this type: 金额 to a hundredth of a fen's hundredth as the interface has it for unit prices, 分额 in fen. */
export function fieldScale(type: Type): bigint {
  return type.kind === 'money' || type.kind === 'ratio' || type.kind === 'points' || type.kind === 'number' ? 10_000n : 1n;
}

/** True for values that are numerators with a scale. */
export const isScaled = (type: Type): boolean =>
  type.kind === 'money' || type.kind === 'fen' || type.kind === 'ratio' || type.kind === 'points' || type.kind === 'number';

/** True for everything that can be added, compared by size and counted. */
export const isNumeric = (type: Type): boolean =>
  isScaled(type) || type.kind === 'integer' || type.kind === 'months' || type.kind === 'days';

/** A number of the model (money in yuan) in the IR's unit (money in fen). */
export const inIrUnit = (value: Rational, type: Type): Rational =>
  type.kind === 'money' || type.kind === 'fen' ? multiply(value, rational(100n)) : value;

/** A model type at a scale. */
export function irType(type: Type, scale: bigint): IrType {
  switch (type.kind) {
    case 'money':
    case 'fen':
      return { kind: 'money', scale: String(scale) };
    case 'ratio':
    case 'points':
    case 'number':
      return { kind: type.kind, scale: String(scale) };
    case 'integer':
    case 'months':
    case 'days':
    case 'date':
    case 'time':
    case 'bool':
    case 'text':
      return { kind: type.kind };
    case 'enum':
    case 'set':
      return { kind: type.kind, name: type.name };
  }
}
