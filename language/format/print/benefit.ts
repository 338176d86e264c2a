/** 待遇 and the forms that stand beside it. */

import type { Expression, Table } from '../../2-syntax/node.ts';
import type { Benefit, BenefitLine, Guarantee, Measure } from '../../2-syntax/nodes/benefit.ts';
import type { Eligibility, Posting, Tilt, WaitingPeriod } from '../../2-syntax/nodes/declaration.ts';
import {
  printAdjustment,
  printClosed,
  printExpression,
  printName,
  printNames,
  printPath,
  printPayers,
  printPosting,
  quoted,
} from '../../3-check/forms/print.ts';
import { unreachable } from '../../model/unreachable.ts';
import { block, one, type PrintedLine, printCitation, printGuard, tableLines } from './lines.ts';

export const benefitLines = (item: Benefit): readonly PrintedLine[] =>
  block(`待遇 ${printName(item.name)}`, item, item.lines.flatMap(benefitLine));

function measureText(measure: Measure | undefined): string {
  if (!measure) return '';
  const counted = measure.kind === 'perVisit' ? '每次' : `累计于 ${printPath(measure.accumulator)}`;
  return measure.assumed ? ` 暂按 ${counted} 待定 ${quoted(measure.assumed.text)}` : ` ${counted}`;
}

/** An amount and what it is measured against; a table stands after that. */
function amount(word: string, of: object, value: Expression | Table, measure?: Measure): readonly PrintedLine[] {
  const against = measureText(measure);
  if (value.kind === 'cross' || value.kind === 'list') return [one(`${word}${against}`, of), ...tableLines(value)];
  return [one(`${word} ${printClosed(value)}${against}`, of)];
}

/** One line of a benefit, with the table that may stand below it. */
export function benefitLine(line: BenefitLine): readonly PrintedLine[] {
  switch (line.kind) {
    case 'citation':
      return [printCitation(line)];
    case 'eligibility':
      return eligibilityLines(line);
    case 'waitingPeriod':
      return [one(waitingPeriodText(line), line)];
    case 'tilt':
      return tiltLines(line);
    case 'posting':
      return [one(postingText(line), line)];
    case 'applies':
      return [one(`适用 ${printExpression(line.condition)}`, line)];
    case 'base':
      return [one(`基数 ${printExpression(line.value)}`, line)];
    case 'deductible':
      return amount('起付线', line, line.value, line.measure);
    case 'ratio':
      return amount('报销比例', line, line.value);
    case 'byBands':
      return [one(`分段 ${printPath(line.bands)}${line.restart ? ' 扣除起付重新起算' : ''}`, line)];
    case 'cap':
      return amount(`限额${line.on === 'payment' ? ' 支付' : line.on === 'expense' ? ' 费用' : ''}`, line, line.value, line.measure);
    case 'ratioFirst':
      return [one('次序 先乘后扣', line)];
    default:
      return unreachable(line);
  }
}

const REMAINDERS = { greatest: '最大项', first: '首项', last: '末项', payer: '基金' } as const;

/** 支付, 缓缴 or 拨付. */
export function postingText(line: Posting): string {
  const name = line.name ? ` ${printName(line.name)}` : '';
  const formula = (guard: Expression | undefined): string =>
    line.value ? ` = ${guard || line.stacks || line.batch?.remainder ? printClosed(line.value) : printExpression(line.value)}` : '';
  if (line.batch) {
    const { item, list, guard, pool, remainder } = line.batch;
    const from = pool ? ` 从 ${printClosed(pool)}` : '';
    const when = remainder && guard ? ` 当 ${printClosed(guard)}` : printGuard(guard);
    const rest = remainder ? ` 尾差归 ${REMAINDERS[remainder.to]}` : '';
    return `拨付${name} ${printPayers(line.by)}${from} 逐项 ${printName(item)} 于 ${printPath(list)}${formula(guard)}${when}${rest}`;
  }
  if (line.until) return `缓缴${name} ${printPayers(line.by)} 至 ${printClosed(line.until)}${formula(line.guard)}${printGuard(line.guard)}`;
  const head = `支付${name}${printPosting(line).slice('支付'.length)}`;
  return `${head}${formula(line.guard)}${line.stacks ? ' 叠加' : ''}${printGuard(line.guard)}`;
}

/** 资格; its quotes stand between the sign and the condition. */
export function eligibilityLines(line: Eligibility): readonly PrintedLine[] {
  const head = `资格 ${printName(line.name)} :`;
  const rest = `${printClosed(line.condition)} 否则 ${quoted(line.reason.text)}`;
  return line.citations.length === 0
    ? [one(`${head} ${rest}`, line)]
    : [one(head, line), ...line.citations.map(printCitation), one(rest, line.condition)];
}

/** `等待期 8个月 自 参保日 当日起` */
export function waitingPeriodText({ name, length, since, counting }: WaitingPeriod): string {
  const day = counting ? (counting.from === 'sameDay' ? '当日起' : '次日起') : '';
  const from = counting?.assumed ? ` 暂按 ${day} 待定 ${quoted(counting.assumed.text)}` : day === '' ? '' : ` ${day}`;
  return `等待期${name ? ` ${printName(name)}` : ''} ${length.kind === 'fold' ? printClosed(length) : printExpression(length)} 自 ${printClosed(since)}${from}`;
}

export const tiltLines = (tilt: Tilt): readonly PrintedLine[] =>
  block(`倾斜 ${printName(tilt.name)} 当 ${printExpression(tilt.guard)}`, tilt, [
    ...tilt.citations.map(printCitation),
    ...tilt.lines.map((line) => one(`${printPath(line.target)} ${printAdjustment(line.adjustment)}`, line)),
  ]);

/** 保底; its quotes stand between the sign and the floor. */
export function guaranteeLines(form: Guarantee): readonly PrintedLine[] {
  const head = `保底 ${printName(form.name)} ${printPayers(form.by)} 从 ${printNames(form.from)} =`;
  const base = form.base ? ` 于 ${operand(form.base)}` : '';
  const after = form.after.length > 0 ? ` 经 ${form.after.map(printPath).join('、')}` : '';
  const rest = `${printClosed(form.floor)}${base}${after}${printGuard(form.guard)}`;
  return form.citations.length === 0
    ? [one(`${head} ${rest}`, form)]
    : [one(head, form), ...form.citations.map(printCitation), one(rest, form.floor)];
}

const operand = (e: Expression): string =>
  e.kind === 'reference' || e.kind === 'call' || e.kind === 'quantity' || e.kind === 'remaining'
    ? printExpression(e)
    : `(${printExpression(e)})`;
