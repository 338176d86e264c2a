/** Any item of a policy back to its lines. */
import type { Accumulator, Allocation, Definition, Due, Exception, Field, ItemList, Receiver } from '../../2-syntax/nodes/declaration.ts';
import type { Item } from '../../2-syntax/nodes/policy.ts';
import type { JoinStay, SplitStay } from '../../2-syntax/nodes/stay.ts';
import {
  printAdjustment,
  printClosed,
  printExpression,
  printList,
  printName,
  printNames,
  printPath,
  quoted,
} from '../../3-check/forms/print.ts';
import { unreachable } from '../../model/unreachable.ts';
import { benefitLines, eligibilityLines, guaranteeLines, postingText, tiltLines, waitingPeriodText } from './benefit.ts';
import { printBill, printField, printInterface, printPayer, printType } from './input.ts';
import { block, one, type PrintedLine, printCitation, printGuard, resultRows, valueLines } from './lines.ts';
import { printSetting } from './setting.ts';

/** The lines of some items in order. Definitions that were read from one 表 become that table again. */
export function itemsLines(items: readonly Item[]): readonly (readonly PrintedLine[])[] {
  const groups: Item[][] = [];
  for (const item of items) {
    const last = groups.at(-1)?.[0];
    const together =
      item.kind === 'definition' && last?.kind === 'definition' && item.among !== undefined && item.among.at === last.among?.at;
    if (together) groups.at(-1)?.push(item);
    else groups.push([item]);
  }
  return groups.map((group) => {
    const results = group.filter((item) => item.kind === 'definition');
    const [first] = group;
    return results[0]?.among ? resultsLines(results) : first ? itemLines(first) : [];
  });
}

/** The lines of one item. A result of a 表 stands alone as a definition. */
export function itemLines(item: Item): readonly PrintedLine[] {
  switch (item.kind) {
    case 'field':
      return [one(printField(item), item)];
    case 'items':
      return block(
        `明细 ${printName(item.name)}${printInterface(item.interfaceName)}`,
        item,
        item.fields.flatMap((field) => fieldLines(field, item)),
      );
    case 'computed':
      return valueLines(`算得 ${printName(item.field)} =`, item, item.citations, item.value);
    case 'bill':
      return [one(printBill(item), item)];
    case 'payer':
      return [one(printPayer(item), item)];
    case 'constraint': {
      const head = `约束${item.name ? ` ${printName(item.name)}` : ''}${printGuard(item.guard)}`;
      return [one(`${head}${item.name || item.guard ? ' :' : ''} ${printExpression(item.condition)}`, item)];
    }
    case 'parameter':
      return valueLines(`参数 ${printName(item.name)} : ${printType(item.type)} =`, item, item.citations, item.value);
    case 'definition':
      return valueLines(`定义 ${printName(item.name)}${formals(item)} : ${printType(item.type)} =`, item, item.citations, item.value);
    case 'exception':
      return [one(exceptionText(item), item)];
    case 'again':
      return [one('再', item)];
    case 'bands':
      return block(`分段 ${printName(item.name)}`, item, [
        ...item.citations.map(printCitation),
        ...item.bands.map((band) =>
          one(`${band.upTo ? `至 ${printExpression(band.upTo)}` : '以上'} : ${printExpression(band.ratio)}`, band),
        ),
      ]);
    case 'accumulator':
      return [one(accumulatorText(item), item)];
    case 'posting':
      return [one(postingText(item), item)];
    case 'due':
      return dueLines(item);
    case 'order':
      return [one(`先后 ${item.postings.map(printPath).join('、')}`, item)];
    case 'eligibility':
      return eligibilityLines(item);
    case 'waitingPeriod':
      return [one(waitingPeriodText(item), item)];
    case 'tilt':
      return tiltLines(item);
    case 'benefit':
      return benefitLines(item);
    case 'guarantee':
      return guaranteeLines(item);
    case 'allocation':
      return allocationLines(item);
    case 'splitStay':
      return [one(splitText(item), item)];
    case 'joinStay':
      return [one(joinText(item), item)];
    case 'unexpressed':
      return [one(`未能表达 ${quoted(item.sentence.text)} ${quoted(item.why.text)}`, item)];
    case 'assertion':
      return [one(`断言 ${quoted(item.name.text)} : ${printExpression(item.condition)}`, item)];
    case 'citation':
      return [printCitation(item)];
    case 'area':
    case 'scheme':
    case 'entry':
    case 'document':
    case 'effective':
    case 'published':
    case 'versionDay':
    case 'periodDay':
    case 'subject':
    case 'rounding':
    case 'onReversal':
    case 'moneyLimit':
    case 'booksOpen':
    case 'inherits':
    case 'refersTo':
      return [one(printSetting(item), item)];
    default:
      return unreachable(item);
  }
}

/** A field of an item, or how it is worked out. */
function fieldLines(field: Field, { computed }: ItemList): readonly PrintedLine[] {
  const made = computed.find((other) => other.field === field || other.field.name.text === field.name.text);
  return made
    ? valueLines(printField(made.field).replace(/^字段/u, '算得').concat(' ='), made, made.citations, made.value)
    : [one(printField(field), field)];
}

const formals = ({ formals: all }: Definition): string =>
  all.length === 0 ? '' : `(${all.map(({ name, type }) => `${printName(name)} : ${printType(type)}`).join(', ')})`;

function resultsLines(results: readonly Definition[]): readonly PrintedLine[] {
  const [first] = results;
  if (!first) return [];
  const tables = results.flatMap(({ value }) => (value.kind === 'list' ? [value] : []));
  const columns = results.map(({ name, type }) => `${printName(name)} : ${printType(type)}`);
  return [
    one(`表 ${plainOrQuoted(first.among?.table ?? '')}${formals(first)} =`, results),
    ...first.citations.map(printCitation),
    ...resultRows(tables[0]?.axes ?? [], columns, tables),
  ];
}

/** A name of which only the text is known. */
const plainOrQuoted = (text: string): string => (/^(?:[\p{Script=Han}·]+|[A-Za-z]\w*)$/u.test(text) ? text : quoted(text));

/** Behind a table the condition stands on a line of its own. */
function dueLines(item: Due): readonly PrintedLine[] {
  const { citations, value, guard } = item;
  const head = `应缴 ${printName(item.name)} =`;
  if (!guard) return valueLines(head, item, citations, value);
  if (value.kind !== 'cross' && value.kind !== 'list' && citations.length === 0)
    return [one(`${head} ${printClosed(value)}${printGuard(guard)}`, item)];
  return [...valueLines(head, item, citations, value), one(`当 ${printExpression(guard)}`, guard)];
}

const JOINS = { both: '叠加', highest: '取高', lowest: '取低' } as const;

function exceptionText(item: Exception): string {
  const target = item.target ? ` 于 ${printPath(item.target)}` : '';
  const over = item.over.length > 0 ? ` 优先于 ${printNames(item.over)}` : '';
  const join = item.join ? ` ${JOINS[item.join]}` : '';
  return `例外 ${printName(item.name)}${target}${printGuard(item.guard)} : ${printAdjustment(item.adjustment)}${over}${join}`;
}

const HOW = { sum: '合计', count: '次数', greatest: '最大', latest: '最近', set: '集合' } as const;

function accumulatorText(item: Accumulator): string {
  const value = item.value ? ` ${printClosed(item.value)}` : '';
  const each = item.each ? ` 逐项 ${printName(item.each.item)} 于 ${printExpression(item.each.list)}` : '';
  const guard = item.guard ? ` 当 ${printClosed(item.guard)}` : '';
  const opening = item.opening ? ` 期初 ${item.opening.kind === 'retroactive' ? '追溯' : printExpression(item.opening)}` : '';
  const how = item.minus ? '减' : HOW[item.how];
  return `累计 ${printName(item.name)}${item.also ? ' 另' : ''} = ${how}${value}${each}${guard} 每 ${printList(item.keys)}${opening}`;
}

function allocationLines(item: Allocation): readonly PrintedLine[] {
  const receivers = item.receivers.map(receiverText).join('、');
  const head = `分配 ${printName(item.name)} =`;
  const rest = `${printClosed(item.amount)} 依次于 ${receivers}`;
  return item.citations.length === 0
    ? [one(`${head} ${rest}`, item)]
    : [one(head, item), ...item.citations.map(printCitation), one(rest, item.amount)];
}

function receiverText(receiver: Receiver): string {
  if (receiver.kind === 'one') return `${printPath(receiver.path)}${receiver.limit ? ` : ${printList([receiver.limit])}` : ''}`;
  const { name, item, list, guard, limit, together } = receiver;
  const own = limit ? ` : ${printList([limit])}` : '';
  const all = together ? ` 每 ${printList(together.keys)} : ${printList([together.limit])}` : '';
  const when = guard ? ` 当 ${printClosed(guard)}` : '';
  return `${name ? `${printPath(name)} : ` : ''}逐项 ${printName(item)} 于 ${printPath(list)}${when}${own}${all}`;
}

const PERIODS = { year: '年末', quarter: '季末', month: '月末' } as const;

const splitText = ({ period, begins, from, to, by, guard }: SplitStay): string =>
  `拆单 于 ${begins ? `医保年度(${begins.map(printExpression).join(', ')})` : PERIODS[period]} 自 ${printPath(from)} 至 ${printPath(to)}${by ? ` 按 ${printPath(by)}` : ''}${printGuard(guard)}`;

const joinText = ({ earlier, stay, from, to, within }: JoinStay): string =>
  `并单 当 ${printClosed(earlier)} 并入 ${printClosed(stay)} 自 ${printPath(from)} 至 ${printPath(to)} ${printClosed(within)} 以内`;
