import type { Cell, Expression, Open, Path, Table } from '../../2-syntax/node.ts';
import type { Adjustment, Posting } from '../../2-syntax/nodes/declaration.ts';
import { unreachable } from '../../model/unreachable.ts';

/**
 * Syntax back to one line of Chinese text: for hover, for the core text of a form, for the value a repair writes. It keeps the meaning,
 * not the layout.
 */
export function printExpression(e: Expression): string {
  switch (e.kind) {
    case 'quantity':
      return e.text;
    case 'date':
      return `${e.year}-${String(e.month).padStart(2, '0')}-${String(e.day).padStart(2, '0')}`;
    case 'text':
      return quoted(e.value);
    case 'truth':
      return e.value ? '真' : '假';
    case 'reference':
      return printPath(e.path);
    case 'call':
      return `${printPath(e.callee)}(${e.args.map((arg) => `${arg.name ? `${arg.name.text} = ` : ''}${printExpression(arg.value)}`).join(', ')})`;
    case 'slice':
      return `${printPath(e.callee)}(${printExpression(e.from)} 至 ${printExpression(e.to)})`;
    case 'remaining':
      return `余(${e.parts.map(printPath).join('、')}${e.after.length > 0 ? `, 经 ${e.after.map(printPath).join('、')}` : ''})`;
    case 'binary':
      return `${inside(e.left, e)} ${e.operator} ${inside(e.right, e)}`;
    case 'compare':
      return `${printExpression(e.left)} ${e.operator} ${printExpression(e.right)}`;
    case 'is':
      return `${printExpression(e.subject)} 是 ${printCell(e.cell)}`;
    case 'contains':
      return `${printExpression(e.subject)} 含 ${e.values.map(printExpression).join('、')}`;
    case 'and':
    case 'or':
      return e.operands.map((operand) => inside(operand, e)).join(e.kind === 'and' ? ' 且 ' : ' 或 ');
    case 'not':
      return `非 ${inside(e.operand, e)}`;
    case 'if':
      return `如果 ${printExpression(e.condition)} 则 ${printExpression(e.then)} 否则 ${printExpression(e.otherwise)}`;
    case 'open':
      return printOpen(e);
    case 'assumed':
      return `暂按 ${printExpression(e.value)} 待定 ${quoted(e.reason.text)}`;
    case 'asOf':
      return `${printExpression(e.subject)} 于 ${printExpression(e.day)}`;
    case 'fold':
      return printFold(e);
    default:
      return unreachable(e);
  }
}

const quoted = (text: string): string => `“${text}”`;

const loose: ReadonlySet<Expression['kind']> = new Set(['and', 'or', 'if', 'compare', 'is', 'contains', 'assumed', 'asOf']);

/** An operand with the brackets it needs. */
function inside(e: Expression, parent: Expression): string {
  const text = printExpression(e);
  if (parent.kind === 'binary') {
    const additive = e.kind === 'binary' && (e.operator === '+' || e.operator === '-');
    const tight = parent.operator === '×' || parent.operator === '÷' || (parent.operator === '-' && e === parent.right);
    return (additive && tight) || loose.has(e.kind) ? `(${text})` : text;
  }
  const mixed =
    (parent.kind === 'and' && e.kind === 'or') ||
    (parent.kind === 'or' && e.kind === 'and') ||
    (parent.kind === 'not' && e.kind !== 'reference');
  return mixed || e.kind === 'if' ? `(${text})` : text;
}

function printOpen(e: Open): string {
  return [
    `待定 ${quoted(e.reason.text)}`,
    ...(e.candidates.length > 0 ? [`候选 ${e.candidates.map(printExpression).join('、')}`] : []),
    ...(e.notBefore ? [`不早于 ${printExpression(e.notBefore)}`] : []),
    ...(e.notAfter ? [`不晚于 ${printExpression(e.notAfter)}`] : []),
  ].join(' ');
}

const foldWords = { sum: '合计', count: '次数', greatest: '最大', least: '最小' } as const;

function printFold(e: Extract<Expression, { kind: 'fold' }>): string {
  const body = e.body ? ` ${printExpression(e.body)}` : '';
  const guard = e.guard ? ` 当 ${printExpression(e.guard)}` : '';
  return `${foldWords[e.how]}${body} 逐项 ${e.item.text} 于 ${printExpression(e.list)}${guard}`;
}

/** `住院标准[三级, 2]` */
export function printPath(path: Path): string {
  const keys = path.keys.length > 0 ? `[${path.keys.map((key) => printCell(key.cell)).join(', ')}]` : '';
  return `${path.names.map((name) => (name.quoted ? quoted(name.text) : name.text)).join('.')}${keys}`;
}

/** A cell as in a table header: `三级、二级`, `2 以上`, `不满 500元`. */
export function printCell(cell: Cell): string {
  switch (cell.kind) {
    case 'values':
      return cell.values.map(printExpression).join('、');
    case 'has': {
      const words = (values: readonly Expression[]): string => `含 ${values.map(printExpression).join('、')}`;
      return [...(cell.some.length > 0 ? [words(cell.some)] : []), ...(cell.none.length > 0 ? [`非 ${words(cell.none)}`] : [])].join(' ');
    }
    case 'any':
      return '任意';
    case 'other':
      return '其他';
    case 'interval': {
      const { low, high } = cell;
      if (low && high) {
        const both = `${printExpression(low.value)}至${printExpression(high.value)}`;
        if (low.implied && high.implied) return both;
        return `${low.included ? '[' : '('}${printExpression(low.value)} 至 ${printExpression(high.value)}${high.included ? ']' : ')'}`;
      }
      if (low) return low.included ? `${printExpression(low.value)} 以上` : `超过 ${printExpression(low.value)}`;
      if (high?.implied) return `至 ${printExpression(high.value)}`;
      if (high) return high.included ? `${printExpression(high.value)} 以下` : `不满 ${printExpression(high.value)}`;
      return '任意';
    }
    default:
      return unreachable(cell);
  }
}

/** A table as its lines, the first with the axes. */
export function printTable(table: Table): readonly string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  switch (table.kind) {
    case 'cross':
      return [
        line([`${printExpression(table.rowAxis)} ＼ ${printExpression(table.columnAxis)}`, ...table.columns.map(printCell)]),
        ...table.rows.map((row) => line([printCell(row.head), ...row.results.map(printExpression)])),
      ];
    case 'list':
      return [
        line([...table.axes.map(printExpression), '→']),
        ...table.rows.map((row) => line([...row.heads.map(printCell), printExpression(row.result)])),
      ];
    default:
      return unreachable(table);
  }
}

/** 由 付方 从 部分 */
export function printPosting(posting: Pick<Posting, 'by' | 'share' | 'from'>): string {
  const by = 'kind' in posting.by ? printOpen(posting.by) : posting.by.map((name) => name.text).join('、');
  const share = posting.share ? ` 分摊 ${'kind' in posting.share ? printOpen(posting.share) : printPath(posting.share)}` : '';
  return `支付 由 ${by}${share} 从 ${posting.from.map((name) => name.text).join('、')}`;
}

const adjustmentWords = { set: '改为', add: '加', subtract: '减', multiply: '乘以', atLeast: '不低于', atMost: '不高于' } as const;

/** `乘以 60%` */
export const printAdjustment = (adjustment: Adjustment): string =>
  adjustment.how === 'waive' ? '免除' : `${adjustmentWords[adjustment.how]} ${printExpression(adjustment.value)}`;
