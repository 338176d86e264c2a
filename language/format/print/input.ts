/** What an event carries: types, fields, the bill, payers. */

import type { Cell, Quoted } from '../../2-syntax/node.ts';
import type { Bill, BillPart, Payer } from '../../2-syntax/nodes/bill.ts';
import type { CodeTable, EnumValue, Field, TypeNode } from '../../2-syntax/nodes/declaration.ts';
import { printCell, printExpression, printName, quoted } from '../../3-check/forms/print.ts';
import { unreachable } from '../../model/unreachable.ts';

const PLAIN = {
  money: '金额',
  fen: '分额',
  ratio: '比例',
  points: '百分点',
  number: '数',
  date: '日期',
  time: '时刻',
  months: '月数',
  days: '天数',
  bool: '布尔',
  text: '文本',
} as const satisfies Record<Extract<TypeNode, { kind: 'plain' }>['of'], string>;

const PAYERS = {
  fund: '基金',
  account: '账户',
  fiscal: '财政',
  hospital: '医院',
  commercial: '商保',
  person: '个人',
  employer: '单位',
} as const satisfies Record<Payer['of'], string>;

/** `整数 0 以上`, `枚举 { 甲 “1”、乙 }` */
export function printType(type: TypeNode): string {
  switch (type.kind) {
    case 'plain':
      return PLAIN[type.of];
    case 'integer':
      return type.range ? `整数 ${printRange(type.range)}` : '整数';
    case 'enum':
    case 'set':
      return `${type.kind === 'set' ? '集合' : '枚举'} { ${printValues(type.values)} }`;
    case 'named':
      return type.set ? `集合 ${printName(type.name)}` : printName(type.name);
    default:
      return unreachable(type);
  }
}

/** `甲 “1”、乙` */
export const printValues = (values: readonly EnumValue[]): string =>
  values.map(({ name, code }) => `${printName(name)}${code ? ` ${quoted(code.text)}` : ''}`).join('、');

const national = (name: Quoted | undefined): string => (name ? ` 接口 ${quoted(name.text)}` : '');

/** ` 接口 “feedetail”`, or nothing. */
export const printInterface = national;

/** `字段 医疗类别 : 枚举 { … } 可无 于 就诊日 接口 “med_type”` */
export const printField = ({ name, type, optional, asOf, interfaceName, tables }: Field): string =>
  `字段 ${printName(name)} : ${printType(type)}${optional ? ' 可无' : ''}${asOf ? ` 于 ${printName(asOf)}` : ''}${national(interfaceName)}${(tables ?? []).map(printTable).join('')}`;

const printTable = ({ interfaceName, version, values }: CodeTable): string =>
  `${national(interfaceName)} 版本 ${quoted(version.text)} { ${printValues(values)} }`;

const part = ({ name, interfaceName }: BillPart): string => `${printName(name)}${national(interfaceName)}`;

/** `费用 总额 = 甲 + 乙` */
export const printBill = ({ total, parts }: Bill): string => `费用 ${part(total)} = ${parts.map(part).join(' + ')}`;

/** `付方 统筹基金 : 基金 接口 “hifp_pay”` */
export const printPayer = ({ name, of, interfaceName }: Payer): string =>
  `付方 ${printName(name)} : ${PAYERS[of]}${national(interfaceName)}`;

/** A range behind the word of its type: a bound that is no figure has its word before it, as it could be the next thing otherwise. */
function printRange(range: Cell): string {
  if (range.kind !== 'interval' || (range.low && range.high)) return printCell(range);
  const { low, high } = range;
  if (low && low.value.kind !== 'quantity') return `${low.included ? '不低于' : '超过'} ${printExpression(low.value)}`;
  if (high && high.value.kind !== 'quantity') return `${high.included ? '不超过' : '不满'} ${printExpression(high.value)}`;
  return printCell(range);
}
