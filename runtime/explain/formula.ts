import { Gap } from '../evaluate/gap.ts';
import { bestOf } from '../evaluate/steps/fold.ts';
import type { Expr, Term } from '../ir/types.ts';
import { yuanText } from '../ir/value.ts';
import { countedIn, withItem } from './in-hand.ts';
import { bandsReached } from './row.ts';
import type { View } from './view.ts';
import { shownReference } from './view.ts';

type Fold = Extract<Expr, { readonly op: 'fold' }>;

/** A formula with the numbers put in. `strong` is true when it needs brackets beside × or after −. */
interface Written {
  readonly text: string;
  readonly strong: boolean;
  /** False for a single number. */
  readonly formula: boolean;
}

/** "4,000.00 × 60% = 2,400.00"; empty when there is nothing but one number. */
export function formulaOf(expr: Expr, view: View): string {
  const fold = foldIn(expr);
  if (fold) {
    const items = foldWords(fold, view);
    return items === undefined ? '' : `${items}${itemFormulas(fold, view)} = ${view.shown(view.value(expr), view.typeOf(expr))}`;
  }
  const written = write(expr, view);
  if (!written.formula) return '';
  const value = view.value(expr);
  if (value instanceof Gap) return `${written.text} = ?`;
  return `${written.text} ${roundsHere(expr, view) ? '≈' : '='} ${view.shown(value, view.typeOf(expr))}`;
}

function write(expr: Expr, view: View): Written {
  switch (expr.op) {
    case 'sum':
      return writeSum(expr.terms, view);
    case 'product':
      return { text: `${factor(expr.a, view)} × ${factor(expr.b, view)}`, strong: false, formula: true };
    case 'mulDivRound': {
      const above = expr.numerators.map(({ of }) => factor(of, view)).join(' × ');
      return { text: `${above} ÷ ${factor(expr.divisor.of, view)}`, strong: false, formula: true };
    }
    case 'least':
    case 'greatest':
      return writeExtreme(expr, view);
    case 'round':
    case 'assume':
      return write(expr.of, view);
    case 'choose': {
      const holds = view.value(expr.if);
      return typeof holds === 'boolean' ? write(holds ? expr.then : expr.otherwise, view) : number(expr, view);
    }
    case 'table': {
      const chosen = view.chosen(expr);
      const result = typeof chosen === 'number' ? expr.results[chosen] : undefined;
      return result ? write(result, view) : number(expr, view);
    }
    case 'bands':
      return writeBands(expr, view);
    case 'remaining':
      return writeRemaining(expr, view);
    case 'addMonths':
      return { text: `${write(expr.day, view).text} + ${write(expr.months, view).text}个月`, strong: true, formula: true };
    case 'addDays':
      return { text: `${write(expr.day, view).text} + ${write(expr.days, view).text}天`, strong: true, formula: true };
    case 'fold': {
      const items = foldWords(expr, view);
      const { text } = number(expr, view);
      return { text: items === undefined ? text : `${text}(${items})`, strong: false, formula: true };
    }
    default:
      return number(expr, view);
  }
}

const number = (expr: Expr, view: View): Written => ({
  text: view.shown(view.value(expr), view.typeOf(expr)),
  strong: false,
  formula: false,
});

function factor(expr: Expr, view: View): string {
  const { text, strong } = write(expr, view);
  return strong ? `(${text})` : text;
}

/** The factor of a term only aligns scales, but for its sign. */
function writeSum(terms: readonly Term[], view: View): Written {
  const [only] = terms;
  if (terms.length === 1 && only && !only.by.startsWith('-')) return write(only.of, view);
  const text = terms.map(({ of, by }, index) => {
    const negative = by.startsWith('-');
    const operand = negative ? factor(of, view) : write(of, view).text;
    if (index === 0) return negative ? `−${operand}` : operand;
    return `${negative ? '−' : '+'} ${operand}`;
  });
  return { text: text.join(' '), strong: true, formula: true };
}

/** The fold that an expression is, rounded or not. */
function foldIn(expr: Expr): Fold | undefined {
  if (expr.op === 'fold') return expr;
  if (expr.op === 'round' || expr.op === 'assume') return foldIn(expr.of);
  return expr.op === 'sum' && expr.terms.length === 1 && expr.terms[0]?.by === '1' ? foldIn(expr.terms[0].of) : undefined;
}

/** "项目 3项合计"; of a greatest or least also which item it was: "身份 2项最大(低保)". Undefined when it could not be worked out. */
function foldWords(fold: Fold, view: View): string | undefined {
  const items = countedIn(fold, view);
  if (items === undefined) return undefined;
  const { policy } = view.state.of;
  const over = fold.over.kind === 'items' ? undefined : view.typeOf(fold.over.of);
  const name = fold.over.kind === 'items' ? policy.ir.lists[fold.over.list]?.name : over?.kind === 'set' ? over.name : undefined;
  const best = fold.how === 'greatest' || fold.how === 'least' ? bestOf(fold.how, items) : undefined;
  const which = best && (over ? view.shown(best.item[0] ?? '', undefined) : `第${best.number + 1}项`);
  return `${name ?? ''} ${items.length}项${FOLD_WORDS[fold.how]}${which === undefined ? '' : `(${which})`}`.trim();
}

/** Items whose formulas are written out; of more of them the first few. */
const MOST_ITEMS = 4;

/** "(30.00 × 10% + 50.00 × 20%)": what each item adds to a sum, or the formula of the greatest. Empty where an item gives a single number. */
function itemFormulas(fold: Fold, view: View): string {
  const { value, how } = fold;
  const items = value === undefined ? undefined : countedIn(fold, view);
  if (value === undefined || !items) return '';
  const best = how === 'greatest' || how === 'least' ? bestOf(how, items) : undefined;
  const told = best ? [best] : how === 'sum' ? items.slice(0, items.length > MOST_ITEMS ? MOST_ITEMS - 1 : MOST_ITEMS) : [];
  const formulas = told.map((item) => withItem(fold, item, view, (within) => write(value, within)));
  if (!formulas.some(({ formula }) => formula)) return '';
  const more = !best && told.length < items.length ? ' + …' : '';
  return `(${formulas.map(({ text }) => text).join(' + ')}${more})`;
}

const FOLD_WORDS: Readonly<Record<Fold['how'], string>> = { sum: '合计', count: '次数', greatest: '最大', least: '最小' };

/** 取大(0, x) is x where x is not below 0. */
function writeExtreme({ op, of }: Extract<Expr, { readonly op: 'least' | 'greatest' }>, view: View): Written {
  if (op === 'greatest') {
    const others = of.filter((term) => !isZero(term.of));
    const [only] = others;
    if (only && others.length === 1 && of.length === 2) {
      const value = view.value(only.of);
      if (typeof value === 'bigint' && value >= 0n) return write(only.of, view);
    }
  }
  const operands = of.map((term) => write(term.of, view).text);
  return { text: `${op === 'least' ? '取小' : '取大'}(${operands.join(', ')})`, strong: false, formula: true };
}

const isZero = (expr: Expr): boolean => expr.op === 'const' && expr.value === '0';

/** Each band that the stretch touches, as width × ratio. */
function writeBands(bands: Extract<Expr, { readonly op: 'bands' }>, view: View): Written {
  const [a, b] = [view.value(bands.from), view.value(bands.to)];
  const type = view.typeOf(bands.from);
  if (typeof a !== 'bigint' || typeof b !== 'bigint')
    return { text: `${view.shown(a, type)} 至 ${view.shown(b, type)}`, strong: true, formula: true };
  const pieces = bandsReached(bands, view).map(({ ratio, width }) => `${view.shown(width, type)} × ${write(ratio, view).text}`);
  return { text: pieces.length > 0 ? pieces.join(' + ') : '0', strong: true, formula: true };
}

function writeRemaining({ parts, after, layers }: Extract<Expr, { readonly op: 'remaining' }>, view: View): Written {
  const { policy, program } = view.state.of;
  const whole = parts.map((part) => view.shown(view.state.input(part), policy.ir.inputs[part]?.type)).join(' + ');
  const below = layers.map((index) => shownReference(view, index));
  const paid = [...below, ...after.map((step) => view.shown(view.state.step(step), program.ir.steps[step]?.type))];
  return { text: [whole, ...paid].join(' − '), strong: true, formula: paid.length > 0 };
}

/** True when the outermost operation rounds and something was rounded. */
function roundsHere(expr: Expr, view: View): boolean {
  if (expr.op === 'mulDivRound') return true;
  if (expr.op === 'choose') {
    const holds = view.value(expr.if);
    return typeof holds === 'boolean' && roundsHere(holds ? expr.then : expr.otherwise, view);
  }
  if (expr.op !== 'round') return false;
  const value = view.value(expr.of);
  const scale = BigInt(expr.scale);
  return typeof value === 'bigint' && (!yuanText(value, scale).exact || (value / scale) % BigInt(expr.unit) !== 0n);
}

/** The comparison because of which a condition does not hold, with the numbers put in: "2022-09-09 ≥ 2022-09-10". Empty when it is none. */
export function failedComparison(expr: Expr, view: View): string {
  switch (expr.op) {
    case 'compare':
      return `${write(expr.a.of, view).text} ${expr.test} ${write(expr.b.of, view).text}`;
    case 'step': {
      const step = view.state.of.program.ir.steps[expr.index];
      return step && step.rounds.length === 0 ? failedComparison(step.value, view) : '';
    }
    case 'all':
      return expr.of.filter((operand) => view.value(operand) === false).map((operand) => failedComparison(operand, view))[0] ?? '';
    case 'any': {
      const failed = expr.of.map((operand) => failedComparison(operand, view)).filter((text) => text !== '');
      return failed.length === expr.of.length ? failed.join(' 或 ') : '';
    }
    default:
      return '';
  }
}
