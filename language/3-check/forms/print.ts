import type { Cell, Expression, Name, Open, Path, Table } from '../../2-syntax/node.ts';
import type { Adjustment, Posting } from '../../2-syntax/nodes/declaration.ts';
import { isReserved, type KeywordId, keywordOf } from '../../keywords.ts';
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
    case 'time':
      return e.text;
    case 'text':
      return quoted(e.value);
    case 'truth':
      return e.value ? '真' : '假';
    case 'reference':
      return printPath(e.path);
    case 'call':
      return `${printPath(e.callee)}(${e.args.map((arg) => `${arg.name ? `${printName(arg.name)} = ` : ''}${printExpression(arg.value)}`).join(', ')})`;
    case 'slice':
      return `${printPath(e.callee)}(${printExpression(e.from)} 至 ${printExpression(e.to)})`;
    case 'remaining':
      return `余(${e.parts.map(printPath).join('、')}${e.after.length > 0 ? `, 经 ${e.after.map(printPath).join('、')}` : ''})`;
    case 'binary':
      return `${inside(e.left, e)} ${e.operator} ${inside(e.right, e)}`;
    case 'compare':
      return `${inside(e.left, e)} ${e.operator} ${inside(e.right, e)}`;
    case 'is':
      return `${inside(e.subject, e)} 是 ${printCell(e.cell)}`;
    case 'contains':
      return `${inside(e.subject, e)} 含 ${e.values.map(printExpression).join('、')}`;
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
      return `${inside(e.subject, e)} 于 ${inside(e.day, e)}`;
    case 'fold':
      return printFold(e);
    default:
      return unreachable(e);
  }
}

/** A text in the marks that it allows: “ ” nest, " " hold a single “. */
export const quoted = (text: string): string => (nests(text) ? `“${text}”` : `"${text}"`);

function nests(text: string): boolean {
  let depth = 0;
  for (const one of text) {
    if (one === '“') depth += 1;
    else if (one === '”' && --depth < 0) return false;
  }
  return depth === 0;
}

/** A name as it is written wherever a name is expected. */
export const printName = (name: Name): string => (name.quoted ? quoted(name.text) : name.text);

const BARE = /^(?:[\p{Script=Han}·]+|[A-Za-z][A-Za-z0-9_]*)$/u;

/** Whether it is read as one word: Chinese and Latin letters or figures side by side are not. */
export const readsAsOne = (name: string): boolean => BARE.test(name);

/** How a name is written: bare when it can be read bare, else in quotes. */
export function spelling(name: string, asQuoted = false): string {
  const keyword = keywordOf(name);
  return !asQuoted && readsAsOne(name) && (keyword === undefined || !isReserved(keyword)) ? name : quoted(name);
}

/** Names joined by 、 */
export const printNames = (names: readonly Name[]): string => names.map(printName).join('、');

/** How tightly an expression holds together: 4 an operand, 3 a product, 2 a sum, 1 a condition, 0 what runs on to the end. */
function tightness(e: Expression): number {
  switch (e.kind) {
    case 'binary':
      return e.operator === '×' || e.operator === '÷' ? 3 : 2;
    case 'compare':
    case 'is':
    case 'contains':
    case 'not':
    case 'asOf':
      return 1;
    case 'and':
    case 'or':
    case 'if':
    case 'fold':
    case 'assumed':
      return 0;
    default:
      return 4;
  }
}

/** An operand with the brackets it needs to be read as the same tree. */
function inside(e: Expression, parent: Expression): string {
  const text = printExpression(e);
  return tightness(e) < needed(e, parent) || (parent.kind === 'asOf' && runsOn(e)) ? `(${text})` : text;
}

/** Whether a 于 behind it would be taken for the day of its last candidate or of its bound. */
const runsOn = (e: Expression): boolean =>
  e.kind === 'open' && (e.candidates.length > 0 || e.notBefore !== undefined || e.notAfter !== undefined);

function needed(e: Expression, parent: Expression): number {
  switch (parent.kind) {
    case 'binary':
      return tightness(parent) + (e === parent.right ? 1 : 0);
    case 'and':
    case 'or':
      return 1;
    case 'not':
      return e.kind === 'not' ? 0 : 4;
    case 'asOf':
      return 4;
    default:
      return 2;
  }
}

/** A formula that stands before a word that it could take for its own: 当, 逐项, 每, 于. */
export const printClosed = (e: Expression): string =>
  tightness(e) === 0 && e.kind !== 'assumed' ? `(${printExpression(e)})` : printExpression(e);

/** Formulas joined by 、, of which none goes on into the next. */
export const printList = (all: readonly Expression[]): string =>
  all.map((e) => (tightness(e) < 2 || e.kind === 'open' ? `(${printExpression(e)})` : printExpression(e))).join('、');

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
  const closed = e.body && printClosed(e.body);
  const body = closed ? ` ${namesFold(closed) ? `(${closed})` : closed}` : '';
  const guard = e.guard ? ` 当 ${printExpression(e.guard)}` : '';
  return `${foldWords[e.how]}${body} 逐项 ${printName(e.item)} 于 ${printExpression(e.list)}${guard}`;
}

const FOLDS: ReadonlySet<KeywordId | undefined> = new Set(['sum', 'count', 'greatest', 'least']);

/** Whether 合计 and its like stand in a text as a name, outside its brackets: before 逐项 they would begin a fold of their own. */
function namesFold(text: string): boolean {
  let depth = 0;
  for (const [word] of text.matchAll(/“[^“”]*”|"[^"]*"|[([\])]|[\p{Script=Han}·]+|[A-Za-z]\w*/gu)) {
    if (word === '(' || word === '[') depth++;
    else if (word === ')' || word === ']') depth--;
    else if (depth === 0 && FOLDS.has(keywordOf(word))) return true;
  }
  return false;
}

/** `住院标准[三级, 2]` */
export function printPath(path: Path): string {
  const keys = path.keys.length > 0 ? `[${path.keys.map((key) => printCell(key.cell)).join(', ')}]` : '';
  return `${path.names.map(printName).join('.')}${keys}`;
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
        const ends = [printExpression(low.value), printExpression(high.value)];
        // A name would run into the word.
        const figures = [low.value, high.value].every(({ kind }) => kind === 'quantity' || kind === 'date');
        if (low.implied && high.implied) return ends.join(figures ? '至' : ' 至 ');
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
        line([`${printClosed(table.rowAxis)} ＼ ${printClosed(table.columnAxis)}`, ...table.columns.map(printCell)]),
        ...table.rows.map((row) => line([printCell(row.head), ...row.results.map(printExpression)])),
      ];
    case 'list':
      return [
        line([...table.axes.map(printClosed), '→']),
        ...table.rows.map((row) => line([...row.heads.map(printCell), printExpression(row.result)])),
      ];
    default:
      return unreachable(table);
  }
}

/** 由 付方 [分摊 d] [从 部分] [入 账户] */
export function printPosting(posting: Pick<Posting, 'by' | 'share' | 'from' | 'into'>): string {
  const share = posting.share ? ` 分摊 ${'kind' in posting.share ? printOpen(posting.share) : printPath(posting.share)}` : '';
  const from = posting.from.length > 0 ? ` 从 ${printNames(posting.from)}` : '';
  return `支付 ${printPayers(posting.by)}${share}${from}${posting.into ? ` 入 ${printName(posting.into)}` : ''}`;
}

/** 由 付方、付方, or 由 待定 “…” */
export const printPayers = (by: Posting['by']): string => `由 ${'kind' in by ? printOpen(by) : printNames(by)}`;

const adjustmentWords = { set: '改为', add: '加', subtract: '减', multiply: '乘以', atLeast: '不低于', atMost: '不高于' } as const;

/** `乘以 60%` */
export const printAdjustment = (adjustment: Adjustment): string =>
  adjustment.how === 'waive' ? '免除' : `${adjustmentWords[adjustment.how]} ${printClosed(adjustment.value)}`;
