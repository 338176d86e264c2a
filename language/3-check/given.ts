/**
 * What a scenario states: literals read by the type of the field they are given to, without any computing. The same reading serves the
 * constants of 性质.
 */

import type { Rational } from '../../runtime/money/rational.ts';
import { multiply, rational } from '../../runtime/money/rational.ts';
import type { Expression, Unit } from '../2-syntax/nodes/expression.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { unknownValue } from '../diagnostics/names.ts';
import { valueOutOfRange, wrongValue } from '../diagnostics/scenarios.ts';
import type { Type, Value } from '../model/types.ts';
import { nearest } from './near.ts';
import { typeWords } from './types.ts';

/** Stands for the empty set where the field lists no such value. */
export const NOTHING = '无';

type Listed = Extract<Type, { readonly values: readonly string[] }>;

/** A value of the type, or what is wrong with it. `values` are several only for a set. */
export function readGiven(name: string, type: Type, values: readonly Expression[]): Value | Diagnostic {
  const [first] = values;
  if (!first) throw new Error('the parser gives at least one value');
  const last = values[values.length - 1] ?? first;
  const span = { ...first.span, end: last.span.end };
  if (type.kind === 'set') return readSet(name, type, values);
  if (values.length > 1) return wrong(name, type, span);
  if (type.kind === 'enum') {
    const word = nameOf(first);
    if (word === undefined) return wrong(name, type, span);
    return type.values.includes(word) ? { kind: 'enum', value: word } : unknown(name, word, type.values, first);
  }
  const value = readPlain(type, first);
  if (!value) return wrong(name, type, span);
  if (type.kind === 'integer' && value.kind === 'number' && outside(type, value.value))
    return valueOutOfRange({ name, min: type.min, max: type.max, span });
  return value;
}

/** True when reading gave a value. */
export const isValue = (read: Value | Diagnostic): read is Value => 'kind' in read;

const outside = ({ min, max }: Type & { kind: 'integer' }, { num }: Rational): boolean =>
  (min !== undefined && num < min) || (max !== undefined && num > max);

function readSet(name: string, type: Listed, values: readonly Expression[]): Value | Diagnostic {
  const words: string[] = [];
  for (const value of values) {
    const word = nameOf(value);
    if (word === undefined) return wrong(name, type, value.span);
    if (values.length === 1 && word === NOTHING && !type.values.includes(word)) return { kind: 'set', values: [] };
    if (!type.values.includes(word)) return unknown(name, word, type.values, value);
    words.push(word);
  }
  // In the order of the declaration: two spellings of one set are one value.
  return { kind: 'set', values: type.values.filter((value) => words.includes(value)) };
}

/** A name standing where a value is expected. */
export const nameOf = (expression: Expression): string | undefined => {
  if (expression.kind === 'text') return expression.value;
  if (expression.kind !== 'reference' || expression.path.keys.length > 0 || expression.path.names.length !== 1) return undefined;
  return expression.path.names[0]?.text;
};

function readPlain(type: Type, expression: Expression): Value | undefined {
  switch (expression.kind) {
    case 'date':
      return type.kind === 'date'
        ? { kind: 'date', value: { year: expression.year, month: expression.month, day: expression.day } }
        : undefined;
    case 'time':
      return type.kind === 'time' ? { kind: 'text', value: expression.text } : undefined;
    case 'truth':
      return type.kind === 'bool' ? { kind: 'truth', value: expression.value } : undefined;
    case 'text':
    case 'reference': {
      const word = nameOf(expression);
      return type.kind === 'text' && word !== undefined ? { kind: 'text', value: word } : undefined;
    }
    case 'quantity': {
      const value = inModelUnit(type, expression.value, expression.unit);
      return value && { kind: 'number', value };
    }
    default:
      return undefined;
  }
}

const hundredth = rational(1n, 100n);

/** A literal in the unit in which the model keeps the type; undefined when the unit is another's. */
function inModelUnit(type: Type, value: Rational, unit: Unit): Rational | undefined {
  const by = (factor: Rational): Rational => multiply(value, factor);
  switch (type.kind) {
    case 'money':
    case 'fen':
      return unit === 'yuan' ? value : unit === 'jiao' ? by(rational(1n, 10n)) : unit === 'fen' ? by(hundredth) : undefined;
    case 'ratio':
      return unit === 'percent' ? by(hundredth) : unit === 'permille' ? by(rational(1n, 1000n)) : undefined;
    case 'points':
      return unit === 'points' ? by(hundredth) : undefined;
    case 'months':
      return unit === 'months' ? value : unit === 'years' ? by(rational(12n)) : undefined;
    case 'days':
      return unit === 'days' ? value : undefined;
    case 'number':
      return unit === 'none' ? value : undefined;
    case 'integer':
      return value.den === 1n && (unit === 'none' || unit === 'age' || unit === 'times' || unit === 'years' || unit === 'hours')
        ? value
        : undefined;
    default:
      return undefined;
  }
}

const examples: Readonly<Record<Exclude<Type['kind'], 'enum' | 'set'>, string>> = {
  money: '1000元',
  fen: '1000元',
  ratio: '70%',
  points: '5个百分点',
  number: '1.7',
  integer: '2',
  months: '6个月',
  days: '30天',
  date: '2023-05-08',
  time: '2023-05-08 13:30',
  bool: '是',
  text: '“甲”',
};

const wrong = (name: string, type: Type, span: Expression['span']): Diagnostic =>
  wrongValue({
    name,
    wanted: typeWords(type),
    example: type.kind === 'enum' || type.kind === 'set' ? (type.values[0] ?? '') : examples[type.kind],
    span,
  });

const unknown = (field: string, name: string, values: readonly string[], { span }: Expression): Diagnostic =>
  unknownValue({ name, field, values, near: nearest(name, values), span });
