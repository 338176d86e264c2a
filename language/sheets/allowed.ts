import type { TypeNode } from '../2-syntax/nodes/declaration.ts';
import type { Expression, Unit } from '../2-syntax/nodes/expression.ts';
import type { Allowed, AllowedType } from './sheet.ts';

/** Shared, so that a sheet of many cells lists each once. */
const kinds = new Map<string, Allowed>();

/** What may be written where a value of this type stands. `whole`: anything that is of the type, a formula too. */
export function typed(type: AllowedType, whole = false): Allowed {
  const key = `${type}${whole ? '*' : ''}`;
  const found = kinds.get(key);
  if (found) return found;
  const unit = UNIT_OF[type];
  const made: Allowed = { type, editable: true, ...(unit === undefined ? {} : { unit }), ...(whole ? { whole } : {}) };
  kinds.set(key, made);
  return made;
}

/** One of these words. */
export const oneOf = (values: readonly string[], whole = false): Allowed => ({
  type: 'enum',
  editable: true,
  values,
  ...(whole ? { whole } : {}),
});

/** Names among these; without any, every name. */
export const namesOf = (values: readonly string[]): Allowed => ({ type: 'name', editable: true, ...(values.length > 0 ? { values } : {}) });

/** What only the text changes. */
export const FIXED: Allowed = { type: 'text', editable: false };

const UNIT_OF: Partial<Record<AllowedType, string>> = { money: '元', ratio: '%', points: '个百分点', months: '个月', days: '天' };

/** By the declared type; a name stands for the field of that name. */
export function allowedFor(type: TypeNode, named: (name: string) => Allowed | undefined, whole = false): Allowed {
  switch (type.kind) {
    case 'plain':
      return typed(type.of === 'fen' ? 'money' : type.of === 'bool' ? 'boolean' : type.of, whole);
    case 'integer':
      return typed('integer', whole);
    case 'enum':
    case 'set':
      return { type: type.kind, editable: true, values: type.values.map(({ name }) => name.text), ...(whole ? { whole } : {}) };
    case 'named': {
      const found = named(type.name.text);
      if (!found) return typed('expression', whole);
      return { ...found, ...(type.set ? { type: 'set' as const } : {}), ...(whole ? { whole } : {}) };
    }
  }
}

const BY_UNIT: Readonly<Record<Unit, AllowedType>> = {
  none: 'number',
  yuan: 'money',
  jiao: 'money',
  fen: 'money',
  percent: 'ratio',
  permille: 'ratio',
  points: 'points',
  months: 'months',
  years: 'months',
  days: 'days',
  age: 'number',
  times: 'number',
  hours: 'number',
  fold: 'number',
};

/** By the literal that stands there now. */
export function allowedAs(literal: Expression): Allowed | undefined {
  switch (literal.kind) {
    case 'quantity':
      return typed(BY_UNIT[literal.unit]);
    case 'date':
      return typed('date');
    case 'time':
      return typed('time');
    case 'truth':
      return typed('boolean');
    case 'text':
      return typed('text');
    default:
      return undefined;
  }
}
