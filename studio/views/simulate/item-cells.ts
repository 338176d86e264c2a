/** The items of a visit as cells of a grid: what stands in each, and what a typed text means there. */
import type { InputField } from '../../../runtime/ir/types.ts';
import type { FieldValue } from '../../store/simulation.ts';
import { moneyText, readMoney } from '../../strings/money.ts';
import type { Say } from '../../strings/strings.ts';
import type { simulateWords } from './strings.ts';

type SaySimulate = Say<(typeof simulateWords)['book']>;

/** What a text means in a cell: a value, nothing, or a problem in words. */
export type CellReading = { readonly value: FieldValue | undefined } | { readonly problem: string };

/** A value as it stands in its cell. */
export function cellText(value: FieldValue | undefined, field: InputField, say: SaySimulate): string {
  if (value === undefined) return '';
  if (typeof value === 'boolean') return say(value ? 'yes' : 'no');
  if (field.type.kind === 'money' && typeof value === 'string') return moneyText(value);
  return typeof value === 'object' ? value.join('、') : String(value);
}

const TRUE = new Set(['是', '真', 'yes', 'true', '1', '√', '✓']);
const FALSE = new Set(['否', '假', 'no', 'false', '0', '×']);

/** Reads a typed or pasted text; either width, and a choice also by its code or its pinyin initials. */
export function readCell(typed: string, field: InputField, initials: Readonly<Record<string, string>>, say: SaySimulate): CellReading {
  const text = typed
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ')
    .trim();
  if (text === '') return { value: undefined };
  const unreadable: CellReading = { problem: say('cellUnreadable', { text, field: field.name }) };
  const choice = (name: string): string | undefined =>
    (field.values ?? []).find((one) => one.name === name || one.code === name)?.name ??
    only((field.values ?? []).filter((one) => initials[one.name] === name.toLowerCase()))?.name;
  switch (field.type.kind) {
    case 'enum': {
      const value = choice(text);
      return value === undefined ? unreadable : { value };
    }
    case 'set': {
      const values = text === '无' ? [] : text.split(/[、,;\s]+/).map(choice);
      return values.every((one) => one !== undefined) ? { value: values } : unreadable;
    }
    case 'bool':
      return TRUE.has(text.toLowerCase()) ? { value: true } : FALSE.has(text.toLowerCase()) ? { value: false } : unreadable;
    case 'money': {
      const read = readMoney(text);
      return read.kind === 'amount' ? { value: read.yuan } : unreadable;
    }
    case 'date': {
      const [, year = '', month = '', day = ''] = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?$/.exec(text) ?? [];
      return year === '' ? unreadable : { value: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` };
    }
    case 'integer':
    case 'months':
    case 'days': {
      const value = Number(text);
      if (!/^-?\d{1,9}$/.test(text)) return unreadable;
      if (field.min !== undefined && value < Number(field.min)) return { problem: say('cellAtLeast', { min: field.min }) };
      if (field.max !== undefined && value > Number(field.max)) return { problem: say('cellAtMost', { max: field.max }) };
      return { value };
    }
    default:
      return { value: text };
  }
}

const only = <One>(all: readonly One[]): One | undefined => (all.length === 1 ? all[0] : undefined);
