import type { Cell, Expression, Path, Table } from '../../language/2-syntax/node.ts';
import type { Bound } from '../../language/2-syntax/nodes/table.ts';
import { unreachable } from '../../language/model/unreachable.ts';

const list = (all: readonly Expression[]): string => all.map(showExpression).join('、');
export const showPath = ({ names, keys }: Path): string =>
  names.map(({ text }) => text).join('.') + (keys.length > 0 ? `[${keys.map(({ cell }) => showCell(cell)).join(', ')}]` : '');

/** An expression with its grouping shown by brackets, for one-line tests. */
export function showExpression(e: Expression): string {
  switch (e.kind) {
    case 'quantity':
      return `${e.value.den === 1n ? e.value.num : `${e.value.num}/${e.value.den}`}${e.unit === 'none' ? '' : ` ${e.unit}`}`;
    case 'date':
      return `${e.year}-${e.month}-${e.day}`;
    case 'time':
      return e.text;
    case 'text':
      return JSON.stringify(e.value);
    case 'truth':
      return String(e.value);
    case 'reference':
      return showPath(e.path);
    case 'call':
      return `${showPath(e.callee)}(${e.args.map(({ name, value }) => (name ? `${name.text}=` : '') + showExpression(value)).join(', ')})`;
    case 'slice':
      return `${showPath(e.callee)}(${showExpression(e.from)} … ${showExpression(e.to)})`;
    case 'remaining':
      return `余(${e.parts.map(showPath).join('、')}; ${e.after.map(showPath).join('、')})`;
    case 'binary':
    case 'compare':
      return `(${showExpression(e.left)} ${e.operator} ${showExpression(e.right)})`;
    case 'is':
      return `(${showExpression(e.subject)} is ${showCell(e.cell)})`;
    case 'contains':
      return `(${showExpression(e.subject)} has ${list(e.values)})`;
    case 'and':
    case 'or':
      return `(${e.operands.map(showExpression).join(` ${e.kind} `)})`;
    case 'not':
      return `not ${showExpression(e.operand)}`;
    case 'if':
      return `(if ${showExpression(e.condition)} then ${showExpression(e.then)} else ${showExpression(e.otherwise)})`;
    case 'open':
      return `open ${JSON.stringify(e.reason.text)}${e.candidates.length > 0 ? ` of ${list(e.candidates)}` : ''}${e.notBefore ? ` from ${showExpression(e.notBefore)}` : ''}${e.notAfter ? ` till ${showExpression(e.notAfter)}` : ''}`;
    case 'assumed':
      return `(assume ${showExpression(e.value)} ${JSON.stringify(e.reason.text)})`;
    case 'asOf':
      return `(${showExpression(e.subject)} on ${showExpression(e.day)})`;
    case 'fold':
      return `(${e.how}${e.body ? ` ${showExpression(e.body)}` : ''} each ${e.item.text} in ${showExpression(e.list)}${e.guard ? ` when ${showExpression(e.guard)}` : ''})`;
    default:
      return unreachable(e);
  }
}

const end = (bound: Bound | undefined): string =>
  bound ? `${bound.included ? '=' : ''}${showExpression(bound.value)}${bound.implied ? '?' : ''}` : '∞';

/** `low‥high`, where = marks an end that is inside and ? one that 至 leaves to the reader. */
export function showCell(cell: Cell): string {
  switch (cell.kind) {
    case 'any':
    case 'other':
      return cell.kind;
    case 'values':
      return list(cell.values);
    case 'has':
      return `has ${list(cell.some)} without ${list(cell.none)}`;
    case 'interval':
      return `${end(cell.low)}‥${end(cell.high)}`;
    default:
      return unreachable(cell);
  }
}

/** Header and rows of a table, a row a line. */
export function showTable(table: Table): string[] {
  if (table.kind === 'cross') {
    return [
      `${showExpression(table.rowAxis)} ＼ ${showExpression(table.columnAxis)}: ${table.columns.map(showCell).join(' | ')}`,
      ...table.rows.map(({ head, results }) => `${showCell(head)}: ${results.map(showExpression).join(' | ')}`),
    ];
  }
  return [
    table.axes.map(showExpression).join(' | '),
    ...table.rows.map(({ heads, result }) => `${heads.map(showCell).join(' | ')} → ${showExpression(result)}`),
  ];
}
