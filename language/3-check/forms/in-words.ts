/** What an item stands for where no core text says it: stays that are split or joined, and the values that 其他 covers. */
import type { Cell, Expression } from '../../2-syntax/node.ts';
import type { Field } from '../../2-syntax/nodes/declaration.ts';
import type { Item } from '../../2-syntax/nodes/policy.ts';
import type { Table } from '../../2-syntax/nodes/table.ts';
import type { Words } from '../../diagnostics/diagnostic.ts';
import { isTable } from './measure.ts';
import { printExpression, printPath } from './print.ts';

const PERIODS = {
  year: { zh: '年末', en: 'the end of a year' },
  quarter: { zh: '季末', en: 'the end of a quarter' },
  month: { zh: '月末', en: 'the end of a month' },
} as const satisfies Record<string, Words>;

/** Sentences about an item of a policy; `items` are all of it. */
export function inWords(item: Item, items: readonly Item[]): readonly Words[] {
  switch (item.kind) {
    case 'splitStay': {
      const { period, from, to, by } = item;
      const share: Words = by
        ? { zh: `各项按 ${printPath(by)} 归入一段`, en: `each item goes to the part that ${printPath(by)} falls in` }
        : { zh: '没有写按哪一天分，跨期的不受理', en: 'no day divides the items, so a stay that crosses is refused' };
      return [
        {
          zh: `${printPath(from)} 至 ${printPath(to)} 跨过${PERIODS[period].zh}的，分成几段逐段结算；${share.zh}`,
          en: `a stay from ${printPath(from)} to ${printPath(to)} that crosses ${PERIODS[period].en} is settled in parts; ${share.en}`,
        },
      ];
    }
    case 'joinStay': {
      const [earlier, stay, within] = [printExpression(item.earlier), printExpression(item.stay), printExpression(item.within)];
      const [from, to] = [printPath(item.from), printPath(item.to)];
      return [
        {
          zh: `${earlier} 的一次，其 ${from} 到住院（${stay}）的 ${to} 在 ${within} 以内的，作废原来的结算，费用并入这次住院一起结算`,
          en: `a visit for which ${earlier}, whose ${from} is within ${within} of the ${to} of a stay for which ${stay}: its own settlement is voided and its expense is settled with the stay`,
        },
      ];
    }
    case 'definition':
    case 'parameter':
    case 'due':
    case 'computed':
      return isTable(item.value) ? restOf(item.value, items) : [];
    case 'benefit':
      return item.lines.flatMap((line) => ('value' in line && line.value && isTable(line.value) ? restOf(line.value, items) : []));
    default:
      return [];
  }
}

/** For each axis over listed values that says 其他: which values these are. */
function restOf(table: Table, items: readonly Item[]): readonly Words[] {
  const columns: readonly (readonly [Expression, readonly Cell[]])[] =
    table.kind === 'cross'
      ? [
          [table.rowAxis, table.rows.map(({ head }) => head)],
          [table.columnAxis, table.columns],
        ]
      : table.axes.map((axis, at) => [axis, table.rows.flatMap(({ heads }) => heads[at] ?? [])] as const);
  return columns.flatMap(([axis, cells]) => {
    const listed = cells.some(({ kind }) => kind === 'other') ? valuesOf(axis, items) : [];
    const named = new Set(cells.flatMap((cell) => (cell.kind === 'values' ? cell.values.flatMap(nameOf) : [])));
    const rest = listed.filter((value) => !named.has(value)).join('、');
    const subject = printExpression(axis);
    return rest === '' ? [] : [{ zh: `${subject} 的其他：${rest}`, en: `other ${subject}: ${rest}` }];
  });
}

const nameOf = (e: Expression): readonly string[] =>
  e.kind === 'text' ? [e.value] : e.kind === 'reference' && e.path.names.length === 1 ? e.path.names.map(({ text }) => text) : [];

function valuesOf(axis: Expression, items: readonly Item[]): readonly string[] {
  const [name] = nameOf(axis);
  const field = name === undefined ? undefined : fieldNamed(name, items);
  const type = field?.type.kind === 'named' && !field.type.set ? fieldNamed(field.type.name.text, items)?.type : field?.type;
  return type?.kind === 'enum' ? type.values.map((value) => value.name.text) : [];
}

const fieldNamed = (name: string, items: readonly Item[]): Field | undefined =>
  items.find((item): item is Field => item.kind === 'field' && item.name.text === name);
