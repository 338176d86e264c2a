import type { InHand } from './type-of-fold.ts';
import { typeOfFold } from './type-of-fold.ts';
import type { Axis, Expr, IrType, Term } from './types.ts';
import { unreachable } from './unreachable.ts';
import { isLiteral } from './value.ts';

/**
 * The type of an expression, bottom up. With `fault` every place where expressions do not fit together is named; without it the same walk
 * only says how a value is to be shown. `undefined` is the type of an open value that can be anything.
 */
export interface Surroundings {
  readonly inputs: readonly IrType[];
  /** Per list of the event: the types of its items' fields. */
  readonly lists: readonly (readonly IrType[])[];
  /** What the folds around the expression have in hand, innermost first. */
  readonly folds?: readonly InHand[];
  /** Types of the results of earlier layers. */
  readonly references: readonly IrType[];
  /** Types of the steps that may be read here: those before the expression. */
  readonly steps: readonly IrType[];
  readonly parameters: readonly IrType[];
  readonly accumulators: readonly { readonly type: IrType; readonly keyTypes: readonly IrType[] }[];
  readonly points: readonly (IrType | undefined)[];
  /** Indexes of inputs that are parts of the bill. */
  readonly parts: readonly number[];
  readonly fault?: (zh: string, en: string) => void;
  /** Accumulators that the program writes once for the event; only their cells can be read without naming the keys. */
  readonly written?: ReadonlySet<number>;
  /** The accumulator whose opening this is; only there is 上期 known. */
  readonly opens?: { readonly keyTypes: readonly IrType[] };
  /** Told of every step that is read, with the nesting depth of the reader. */
  readonly reads?: (step: number, depth: number) => void;
  /** Told of every field that is read: one that is worked out is a step too. */
  readonly readsInput?: (input: number, depth: number) => void;
}

const BOOL: IrType = { kind: 'bool' };
const DATE: IrType = { kind: 'date' };
const INTEGER: IrType = { kind: 'integer' };
const FEN: IrType = { kind: 'money', scale: '1' };

/** The scale of a number; undefined for what is not one. */
export function scaleOf(type: IrType): bigint | undefined {
  switch (type.kind) {
    case 'money':
    case 'ratio':
    case 'points':
    case 'number':
      return BigInt(type.scale);
    case 'integer':
    case 'months':
    case 'days':
      return 1n;
    default:
      return undefined;
  }
}

const family = (type: IrType): string => (scaleOf(type) !== undefined ? 'number' : type.kind === 'enum' ? 'text' : type.kind);

/** True when a value of one type can stand where the other is expected. */
export const fits = (a: IrType | undefined, b: IrType | undefined): boolean =>
  a === undefined || b === undefined || (family(a) === family(b) && scaleOf(a) === scaleOf(b));

/** The type of an expression; faults are told to `around.fault`. */
export function typeOf(expr: Expr, around: Surroundings, depth = 0): IrType | undefined {
  const of = (inner: Expr): IrType | undefined => typeOf(inner, around, depth + 1);
  const fault = (zh: string, en: string): undefined => {
    around.fault?.(zh, en);
    return undefined;
  };
  const at = <T>(all: readonly T[], index: number, zh: string, en: string): T | undefined =>
    index < all.length ? all[index] : fault(`${zh} ${index} 不存在`, `there is no ${en} ${index}`);
  const must = (inner: Expr, zh: string, en: string, ...families: readonly string[]): IrType | undefined => {
    const type = of(inner);
    return type === undefined || families.includes(family(type)) ? type : fault(`应为${zh}`, `should be ${en}`);
  };
  const number = (inner: Expr): IrType | undefined => must(inner, '数', 'a number', 'number');
  const whole = (inner: Expr): void => {
    const type = number(inner);
    if (type && scaleOf(type) !== 1n) fault('应为整数', 'should be a whole number');
  };
  const day = (inner: Expr): void => void must(inner, '日期', 'a day', 'date');
  const moment = (inner: Expr): void => void must(inner, '时刻', 'a time', 'time');
  const condition = (inner: Expr): void => void must(inner, '条件', 'a condition', 'bool');
  const same = (types: readonly (IrType | undefined)[]): IrType | undefined => {
    const first = types.find((type) => type !== undefined);
    if (types.some((type) => !fits(first, type))) return fault('两边的类型或刻度不同', 'the types or scales differ');
    return first;
  };
  const scaled = ({ of: inner, by }: Term, ordered = false): IrType | undefined => {
    const type = ordered ? must(inner, '数或日期', 'a number or a day', 'number', 'date') : number(inner);
    const factor = BigInt(by);
    if (factor === 0n) return fault('系数不能是 0', 'a factor cannot be 0');
    if (type?.kind === 'date') return factor === 1n ? type : fault('日期不能乘系数', 'a day takes no factor');
    return type && rescale(type, factor);
  };

  switch (expr.op) {
    case 'const':
      if (!isLiteral(expr.value, expr.type)) fault('值与类型不符', 'the value is not of its type');
      return expr.type;
    case 'param':
      return at(around.parameters, expr.index, '参数', 'parameter');
    case 'input':
      around.readsInput?.(expr.index, depth);
      return at(around.inputs, expr.index, '字段', 'field');
    case 'step':
      around.reads?.(expr.index, depth);
      return at(around.steps, expr.index, '它之前的步骤', 'earlier step');
    case 'sum':
      if (expr.terms.length === 0) return fault('没有加项', 'nothing is added');
      return same(expr.terms.map((term) => scaled(term)));
    case 'product': {
      const a = number(expr.a);
      const b = number(expr.b);
      return a && b && productOf(a, b);
    }
    case 'mulDivRound':
      if (expr.numerators.length === 0) fault('没有被除数', 'nothing is divided');
      return quotientOf(
        expr.numerators.map((term) => scaled(term)),
        scaled(expr.divisor),
      );
    case 'least':
    case 'greatest':
      if (expr.of.length === 0) return fault('没有可比的项', 'nothing is compared');
      return same(expr.of.map((term) => scaled(term, true)));
    case 'round': {
      const type = number(expr.of);
      if (type && scaleOf(type) !== BigInt(expr.scale)) fault('舍入的刻度不符', 'the scale that is rounded from differs');
      return type && type.kind !== 'money' ? INTEGER : FEN;
    }
    case 'compare':
      same([scaled(expr.a, true), scaled(expr.b, true)]);
      return BOOL;
    case 'same':
      same([of(expr.a), of(expr.b)]);
      return BOOL;
    case 'oneOf':
      must(expr.of, '枚举或文本', 'an enumeration or text', 'text');
      return BOOL;
    case 'contains':
      must(expr.of, '集合', 'a set', 'set');
      return BOOL;
    case 'all':
    case 'any':
      for (const operand of expr.of) condition(operand);
      return BOOL;
    case 'not':
      condition(expr.of);
      return BOOL;
    case 'given':
      of(expr.of);
      return expr.of.op === 'input' || expr.of.op === 'item' ? BOOL : fault('只有字段可有可无', 'only a field is there or not');
    case 'choose':
      condition(expr.if);
      return same([of(expr.then), of(expr.otherwise)]);
    case 'open':
      return at(around.points, expr.point, '待定', 'open point');
    case 'assume': {
      const point = at(around.points, expr.point, '待定', 'open point');
      const type = of(expr.of);
      if (!fits(point, type)) fault('暂按的值与待定的类型不同', 'what is assumed differs in type from the open point');
      return type;
    }
    case 'table': {
      let size = 1;
      for (const axis of expr.axes) size *= classesOf(axis, of, fault);
      if (expr.grid.length !== size)
        fault(`表有 ${expr.grid.length} 格, 应有 ${size} 格`, `the table has ${expr.grid.length} cells, should have ${size}`);
      if (expr.grid.some((cell) => cell >= expr.results.length)) fault('表格指向不存在的结果', 'a cell names no result');
      return same(expr.results.map(of));
    }
    case 'bands': {
      if (expr.ratios.length !== expr.bounds.length + 1) fault('分段的比例应比界多一个', 'bands need one ratio more than bounds');
      const width = same([number(expr.from), number(expr.to), ...expr.bounds.map(number)]);
      const ratio = same(expr.ratios.map(number));
      return width && ratio && (width.kind === 'money' ? rescale(width, scaleOf(ratio) ?? 1n) : productOf(width, ratio));
    }
    case 'reference':
      return at(around.references, expr.index, '引用', 'reference');
    case 'accumulated': {
      const cell = at(around.accumulators, expr.accumulator, '累计', 'accumulator');
      const keys = expr.keys.map(of);
      if (cell && keys.length === 0 && cell.keyTypes.length > 0 && around.written?.has(expr.accumulator) === false)
        fault('这个累计没有事件自己的键, 要写出键', 'no entry here has the event’s own keys, so the keys must be named');
      if (cell && keys.length > 0 && !(keys.length === cell.keyTypes.length && keys.every((key, index) => fits(key, cell.keyTypes[index]))))
        fault('累计的键不符', 'the keys differ from those of the accumulator');
      return cell?.type;
    }
    case 'previous': {
      const cell = at(around.accumulators, expr.accumulator, '累计', 'accumulator');
      const keys = around.opens?.keyTypes;
      if (!keys) fault('上期只在期初里有', 'the period before is known in an opening only');
      else if (cell && !(keys.length === cell.keyTypes.length && keys.every((key, index) => fits(key, cell.keyTypes[index]))))
        fault('上期的键不同', 'the period before has other keys');
      return cell?.type;
    }
    case 'remaining':
    case 'personal':
      if (expr.op === 'remaining' && expr.parts.some((part) => !around.parts.includes(part)))
        fault('余的部分不在账单里', 'a part is not in the bill');
      for (const part of expr.op === 'remaining' ? expr.parts : around.parts) around.readsInput?.(part, depth);
      for (const step of expr.after) {
        around.reads?.(step, depth);
        at(around.steps, step, '它之前的支付', 'earlier posting');
      }
      if (expr.op === 'remaining')
        for (const layer of expr.layers) {
          const type = at(around.references, layer, '引用', 'reference');
          if (type && !(type.kind === 'money' && type.scale === '1')) fault('余的引用应为支付', 'a rest is left by payments');
        }
      return FEN;
    case 'addMonths':
      day(expr.day);
      whole(expr.months);
      return DATE;
    case 'addDays':
      day(expr.day);
      whole(expr.days);
      return DATE;
    case 'daysBetween':
    case 'wholeMonths':
    case 'age':
      day(expr.from);
      day(expr.to);
      return expr.op === 'daysBetween' ? { kind: 'days' } : expr.op === 'age' ? INTEGER : { kind: 'months' };
    case 'hoursBetween':
    case 'secondsBetween':
      moment(expr.from);
      moment(expr.to);
      return INTEGER;
    case 'dayOf':
      moment(expr.time);
      return DATE;
    case 'yearOf':
    case 'monthOf':
    case 'quarterOf':
      day(expr.day);
      return INTEGER;
    case 'dayKey':
    case 'monthStart':
      day(expr.day);
      return DATE;
    case 'benefitYear':
      day(expr.day);
      if (expr.month > 12 || expr.dayOfMonth > 31) fault('年度起始日不存在', 'the year begins on no day');
      return INTEGER;
    case 'fold':
    case 'item':
    case 'member':
    case 'allotted':
      return typeOfFold(expr, around, depth);
    default:
      return unreachable(expr);
  }
}

/** Money divided by no money is money; anything else is rounded to a whole number. */
function quotientOf(above: readonly (IrType | undefined)[], below: IrType | undefined): IrType {
  return above.some((type) => type?.kind === 'money') && below?.kind !== 'money' ? FEN : INTEGER;
}

function productOf(a: IrType, b: IrType): IrType {
  const scale = String((scaleOf(a) ?? 1n) * (scaleOf(b) ?? 1n));
  const kind = [a, b].some((type) => type.kind === 'money') ? 'money' : a.kind === 'ratio' || b.kind === 'ratio' ? 'ratio' : 'number';
  return { kind, scale };
}

/** The type after its numerator is multiplied with a factor known when compiling. */
export function rescale(type: IrType, factor: bigint): IrType {
  const scale = String((scaleOf(type) ?? 1n) * (factor < 0n ? -factor : factor));
  if (type.kind === 'money' || type.kind === 'ratio' || type.kind === 'points') return { kind: type.kind, scale };
  return scale === '1' ? type : { kind: 'number', scale };
}

function classesOf(axis: Axis, of: (expr: Expr) => IrType | undefined, fault: (zh: string, en: string) => undefined): number {
  const type = of(axis.of);
  switch (axis.kind) {
    case 'values':
      if (type && family(type) !== 'text') fault('表头应为枚举或文本', 'the axis should be an enumeration or text');
      return axis.classes.length + (axis.rest ? 1 : 0);
    case 'truth':
      if (type && type.kind !== 'bool') fault('表头应为布尔', 'the axis should be a condition');
      return 2;
    case 'cuts':
      for (const { at } of axis.cuts) if (!fits(of(at), type)) fault('表头的界与它的类型不同', 'a cut differs in type from its axis');
      return axis.cuts.length + 1;
    default:
      return unreachable(axis);
  }
}
