/**
 * Quantities of the rules as a person types them, in the runtime's own notation: an integer numerator at a scale, a value by name, a day, a truth.
 * Points move by shifting digits; nothing passes through a binary fraction.
 */
import type { IrType, Literal } from '../../runtime/ir/types.ts';
import { readDay } from './days.ts';
import { grouped, readMoney } from './money.ts';
import type { Language } from './strings.ts';

/** The value meant, or why there is none. */
export type ReadQuantity = { readonly kind: 'literal'; readonly literal: Literal } | { readonly kind: 'empty' | 'unreadable' | 'tooFine' };

const halfWidth = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0)).replace(/[\u3000\s]/g, '');

/** digits × 10^-places × scale as an integer, or undefined when it is not one. */
const atScale = (text: string, places: number, scale: string): string | undefined => {
  const match = /^(-?)(\d{1,15})(?:\.(\d{1,12}))?$/.exec(text);
  if (!match) return undefined;
  const fraction = match[3] ?? '';
  const numerator = BigInt(`${match[2] ?? ''}${fraction}`) * BigInt(scale);
  const divisor = 10n ** BigInt(places + fraction.length);
  return numerator % divisor === 0n ? `${match[1] ?? ''}${numerator / divisor}` : undefined;
};

/** Reads what is typed for a value of `type`: "60%", "1,000元", "3", "2022-05-01". */
export function readQuantity(typed: string, type: IrType): ReadQuantity {
  const text = halfWidth(typed);
  if (text === '') return { kind: 'empty' };
  const literal = (value: Literal | undefined): ReadQuantity =>
    value === undefined ? { kind: 'unreadable' } : { kind: 'literal', literal: value };
  const number = (digits: string, places: number, scale: string): ReadQuantity => {
    if (!/^-?\d{1,15}(\.\d{1,12})?$/.test(digits)) return { kind: 'unreadable' };
    const at = atScale(digits, places, scale);
    return at === undefined ? { kind: 'tooFine' } : { kind: 'literal', literal: at };
  };
  switch (type.kind) {
    case 'ratio':
      return number(text.replace(/%$/, ''), 2, type.scale);
    case 'points':
      return number(text.replace(/(%|个百分点|pp)$/, ''), 2, type.scale);
    case 'number':
      return number(text, 0, type.scale);
    case 'money': {
      const read = readMoney(text);
      return read.kind === 'amount'
        ? number(read.yuan.replace('.', '').replace(/^(-?)0+(?=\d)/, '$1'), 0, type.scale)
        : { kind: read.kind === 'tooFine' ? 'tooFine' : 'unreadable' };
    }
    case 'integer':
    case 'months':
    case 'days':
      return literal(/^-?\d{1,9}(个月|天)?$/.test(text) ? text.replace(/(个月|天)$/, '') : undefined);
    case 'date':
      return literal(readDay(text));
    case 'bool':
    case 'time':
    case 'text':
    case 'enum':
    case 'set':
      return literal(typed.trim());
  }
}

/** numerator ÷ scale × 10^places with its point, trimmed. */
const shown = (digits: string, scale: string, places: number): string => {
  const negative = digits.startsWith('-');
  const numerator = BigInt(negative ? digits.slice(1) : digits) * 10n ** BigInt(places);
  const whole = numerator / BigInt(scale);
  const rest = ((numerator % BigInt(scale)) * 1_000_000n) / BigInt(scale);
  const fraction = rest.toString().padStart(6, '0').replace(/0+$/, '');
  return `${negative ? '\u2212' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
};

/** A value in the words of the rules: "60%", "5个百分点", "1000元". */
export function showQuantity(literal: Literal, type: IrType): string {
  if (typeof literal === 'boolean') return literal ? '是' : '否';
  if (typeof literal !== 'string') return literal.join('、');
  switch (type.kind) {
    case 'ratio':
      return `${shown(literal, type.scale, 2)}%`;
    case 'points':
      return `${shown(literal, type.scale, 2)}个百分点`;
    case 'number':
      return shown(literal, type.scale, 0);
    case 'money':
      return `${shown(literal, `${type.scale}00`, 0)}元`;
    case 'months':
      return `${literal}个月`;
    case 'days':
      return `${literal}天`;
    case 'integer':
    case 'date':
    case 'time':
    case 'bool':
    case 'text':
    case 'enum':
    case 'set':
      return literal;
  }
}

/** How a value of the type is written, for a field that waits for one. */
export function exampleOf(type: IrType): string {
  switch (type.kind) {
    case 'ratio':
      return '70%';
    case 'points':
      return '10个百分点';
    case 'money':
      return '1000元';
    case 'number':
      return '1.5';
    case 'integer':
      return '2';
    case 'months':
      return '6个月';
    case 'days':
      return '30天';
    case 'date':
      return '2023-01-01';
    case 'time':
      return '2023-01-01 13:30';
    case 'bool':
    case 'text':
    case 'enum':
    case 'set':
      return '';
  }
}

const ENGLISH: readonly (readonly [RegExp, string])[] = [
  [/取小\(/g, 'min('],
  [/取大\(/g, 'max('],
  [/(\d)个百分点/g, '$1 points'],
  [/(\d)个月/g, '$1 months'],
  [/(\d)天/g, '$1 days'],
  [/ 至 /g, ' to '],
  [/(\d+)项合计/g, '$1 items, in all'],
  [/(\d+)项次数/g, '$1 items counted'],
  [/(\d+)项最大/g, 'largest of $1 items'],
  [/(\d+)项最小/g, 'smallest of $1 items'],
  [/第(\d+)项/g, 'item $1'],
];

/** A formula in the language of the page; names stay as the policy has them. */
export const spokenFormula = (formula: string, language: Language): string =>
  language === 'zh' ? formula : ENGLISH.reduce((text, [word, english]) => text.replace(word, english), formula);

const MONEY = /^(\u2212?)(\d+)(\.\d+)?元$/u;

/** A quantity of the rules as the page writes it: amounts with separators, units in the language of the page. */
export function quantityText(value: Literal, type: IrType, language: Language, unit = true): string {
  const shown = showQuantity(value, type);
  const money = MONEY.exec(shown);
  if (money) {
    const [, sign = '', whole = '', rest = ''] = money;
    return `${sign}${grouped(whole)}${rest}${unit ? (language === 'zh' ? ' 元' : ' yuan') : ''}`;
  }
  const spaced = shown.replace(/(\d)(个百分点|个月|天)/u, '$1 $2');
  return language === 'zh' ? spaced : spaced.replace('个百分点', 'points').replace('个月', 'months').replace('天', 'days');
}

/** "慢病限额[1]" under 门诊慢性病 is "慢病限额，1"; "门诊慢性病.报销比例" is "报销比例". */
export function ruleName({ address, group }: { readonly address: string; readonly group: string }): string {
  const own = address.startsWith(`${group}.`) ? address.slice(group.length + 1) : address;
  return own.replace(/\[([^\]]*)\]/gu, ' · $1');
}
