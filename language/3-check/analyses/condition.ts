/**
 * Guards as boxes. A guard compares fields, named values and formulas with constants or with each other; each such test is about one
 * variable, and 且, 或, 非 join them. A formula is a variable named by its words, two values compared are one variable: how far they are
 * apart. Named 布尔 are read through to what they say. Whatever else a guard says is a free condition: it may hold or not, and a finding
 * that rests on one says so.
 */
import { dayNumber } from '../../../runtime/calendar/date.ts';
import { compare, type Rational, rational } from '../../../runtime/money/rational.ts';
import type { Span } from '../../2-syntax/node.ts';
import type { Expr, Type, Value } from '../../model/types.ts';
import { evaluate, type Lookup } from '../constant.ts';
import { bool, days, isCount, isOrdered, money, number } from '../types.ts';
import { foldedLookup } from './folded.ts';
import { wordsOf } from './wording.ts';

/** A field, a named value or a formula that guards compare. */
export interface Variable {
  /** Input name, address of a definition, or the words of a formula. */
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
  const free: Condition = { kind: 'free', name: wordsOf(guard), span: guard.span };
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
    case 'given':
      return { kind: 'test', variable: { name: wordsOf(guard), type: bool }, at: [], holds: (point) => point === true };
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
      return (
        comparison(guard.test, guard.a, guard.b, lookup) ??
        comparison(mirrored[guard.test], guard.b, guard.a, lookup) ??
        difference(guard, lookup) ??
        free
      );
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

/** Two values that both vary: one test of how far they are apart, named in one order whichever way it is written. */
function difference({ test, a, b }: Extract<Expr, { readonly kind: 'compare' }>, lookup: Lookup): Condition | undefined {
  const folded = foldedLookup(lookup);
  if (evaluate(a, folded).kind !== 'varies' || evaluate(b, folded).kind !== 'varies') return undefined;
  const [one, two] = [variableOf(a, lookup), variableOf(b, lookup)];
  if (!one || !two) return undefined;
  const swapped = one.name > two.name;
  const [first, second] = swapped ? [two, one] : [one, two];
  const by = swapped ? mirrored[test] : test;
  const zero = rational(0n);
  if (isOrdered(first.type)) {
    const type: Type = first.type.kind === 'date' ? days : first.type.kind === 'fen' ? money : isCount(first.type) ? number : first.type;
    const variable = { name: `${first.name} - ${second.name}`, type };
    return { kind: 'test', variable, at: [zero], holds: (point) => isNumber(point) && satisfies[by](compare(point, zero)) };
  }
  if (by !== '=' && by !== '≠') return undefined;
  return {
    kind: 'test',
    variable: { name: `${first.name} = ${second.name}`, type: bool },
    at: [],
    holds: (point) => (point === true) === (by === '='),
  };
}

/** The field, named value or formula that an expression is; a definition that only repeats another is that other. */
export function variableOf(e: Expr, lookup: Lookup, depth = 0): Variable | undefined {
  if (e.kind === 'input') return { name: e.name, type: e.type };
  if (e.kind === 'assumed') return variableOf(e.of, lookup, depth);
  if (e.kind === 'constant' || e.kind === 'open') return undefined;
  if (e.kind !== 'definition') return { name: wordsOf(e), type: e.type };
  const found = lookup(e.address);
  const repeats = found?.value.kind === 'input' || found?.value.kind === 'definition' || found?.value.kind === 'assumed';
  const same = found && repeats && found.rounds.length === 0 && depth < deepest ? variableOf(found.value, lookup, depth + 1) : undefined;
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
