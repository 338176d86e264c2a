/**
 * Guards as boxes. A guard compares fields and named values with constants; each such test is about one variable, and 且, 或, 非 join
 * them. Named 布尔 are read through to what they say. Whatever else a guard says is a free condition: it may hold or not, and a finding that
 * rests on one says so.
 */
import { dayNumber } from '../../../runtime/calendar/date.ts';
import { compare, type Rational, rational } from '../../../runtime/money/rational.ts';
import type { Span } from '../../2-syntax/node.ts';
import type { Expr, Type, Value } from '../../model/types.ts';
import { evaluate, type Lookup } from '../constant.ts';
import { foldedLookup } from './folded.ts';

/** A field, or a named value that guards compare. */
export interface Variable {
  /** Input name, or address of a definition. */
  readonly name: string;
  readonly type: Type;
}

/** One value of a variable: a number (days as day numbers), a word, or the words of a set. */
export type Point = Rational | string | readonly string[] | boolean;

export type Condition =
  | {
      readonly kind: 'test';
      readonly variable: Variable;
      /** Numbers and words at which the test can change. */
      readonly at: readonly (Rational | string)[];
      readonly holds: (point: Point) => boolean;
    }
  | { readonly kind: 'free'; readonly name: string; readonly span: Span }
  | { readonly kind: 'truth'; readonly value: boolean }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition };

export const always: Condition = { kind: 'truth', value: true };

/** A number is a fraction with big integers, a set a list. */
export const isNumber = (point: Point): point is Rational => typeof point === 'object' && 'num' in point;

type Test = Extract<Expr, { readonly kind: 'compare' }>['test'];

const satisfies: Readonly<Record<Test, (difference: number) => boolean>> = {
  '=': (d) => d === 0,
  '≠': (d) => d !== 0,
  '<': (d) => d < 0,
  '≤': (d) => d <= 0,
  '>': (d) => d > 0,
  '≥': (d) => d >= 0,
};

const mirrored: Readonly<Record<Test, Test>> = { '=': '=', '≠': '≠', '<': '>', '≤': '≥', '>': '<', '≥': '≤' };

/** How many parts of a guard are read, names read through included; the rest is free. */
const MOST_PARTS = 400;
/** How often a name may only repeat another. */
const deepest = 60;

/** The guard as a condition over variables. `lookup` gives definitions by address. */
export function conditionOf(guard: Expr, lookup: Lookup, parts = { left: MOST_PARTS }): Condition {
  const inner = (e: Expr): Condition => conditionOf(e, lookup, parts);
  const free: Condition = { kind: 'free', name: nameOf(guard), span: guard.span };
  parts.left -= 1;
  if (parts.left < 0) return free;
  const known = evaluate(guard, foldedLookup(lookup));
  if (known.kind === 'known') return known.value.kind === 'truth' ? { kind: 'truth', value: known.value.value } : free;
  switch (guard.kind) {
    case 'all':
    case 'any':
      return { kind: guard.kind, of: guard.of.map(inner) };
    case 'not':
      return { kind: 'not', of: inner(guard.of) };
    case 'assumed':
      return inner(guard.of);
    case 'choose': {
      const when = inner(guard.if);
      return {
        kind: 'any',
        of: [
          { kind: 'all', of: [when, inner(guard.then)] },
          { kind: 'all', of: [{ kind: 'not', of: when }, inner(guard.otherwise)] },
        ],
      };
    }
    case 'input':
      return { kind: 'test', variable: { name: guard.name, type: guard.type }, at: [], holds: (point) => point === true };
    case 'definition': {
      const found = lookup(guard.address);
      if (!found || found.rounds.length > 0) return free;
      const read = inner(found.value);
      // What cannot be read is known to the reader by the name it was given.
      return read.kind === 'free' ? { ...read, name: guard.address } : read;
    }
    case 'oneOf': {
      const variable = variableOf(guard.of, lookup);
      if (!variable) return free;
      return { kind: 'test', variable, at: guard.values, holds: (point) => typeof point === 'string' && guard.values.includes(point) };
    }
    case 'contains': {
      const variable = variableOf(guard.of, lookup);
      if (!variable) return free;
      return {
        kind: 'test',
        variable,
        at: guard.values,
        holds: (point) => Array.isArray(point) && guard.values.some((one) => point.includes(one)),
      };
    }
    case 'compare':
      return comparison(guard.test, guard.a, guard.b, lookup) ?? comparison(mirrored[guard.test], guard.b, guard.a, lookup) ?? free;
    default:
      return free;
  }
}

function comparison(test: Test, left: Expr, right: Expr, lookup: Lookup): Condition | undefined {
  const variable = variableOf(left, lookup);
  const constant = evaluate(right, foldedLookup(lookup));
  if (!variable || constant.kind !== 'known') return undefined;
  const bound = pointOf(constant.value);
  if (bound === undefined) return undefined;
  if (isNumber(bound)) {
    return { kind: 'test', variable, at: [bound], holds: (point) => isNumber(point) && satisfies[test](compare(point, bound)) };
  }
  if (test !== '=' && test !== '≠') return undefined;
  return {
    kind: 'test',
    variable,
    at: typeof bound === 'string' ? [bound] : [],
    holds: (point) => (point === bound) === (test === '='),
  };
}

/** The field or named value that an expression is; a definition that only repeats another is that other. */
export function variableOf(e: Expr, lookup: Lookup, depth = 0): Variable | undefined {
  if (e.kind === 'input') return { name: e.name, type: e.type };
  if (e.kind === 'assumed') return variableOf(e.of, lookup, depth);
  if (e.kind !== 'definition') return undefined;
  const found = lookup(e.address);
  const same = found && found.rounds.length === 0 && depth < deepest ? variableOf(found.value, lookup, depth + 1) : undefined;
  return same ?? { name: e.address, type: e.type };
}

/** A constant as a point; days become day numbers. */
export function pointOf(value: Value): Point | undefined {
  switch (value.kind) {
    case 'number':
      return value.value;
    case 'date':
      return rational(BigInt(dayNumber(value.value.year, value.value.month, value.value.day)));
    case 'truth':
      return value.value;
    case 'text':
    case 'enum':
      return value.value;
    case 'set':
      return value.values;
  }
}

const nameOf = (e: Expr): string => {
  switch (e.kind) {
    case 'definition':
      return e.address;
    case 'input':
      return e.name;
    default:
      return `${e.span.file}:${e.span.start}-${e.span.end}`;
  }
};
