import { dayFromText } from '../calendar/date.ts';
import type { Decoder } from './decode.ts';
import { list, nameText, oneOf, optional, record, tagged, textLike, truth, whole } from './decode.ts';
import type { Axis, Digits, Expr, IrType, Literal, Over, Term } from './types.ts';

const MOST_DEPTH = 120;
/** Longer numerators are no amounts; they would only cost time. */
const MOST_DIGITS = 60;

const isDigits = (value: string): boolean => value.length <= MOST_DIGITS && /^-?(?:0|[1-9]\d*)$/.test(value) && value !== '-0';

export const digits: Decoder<Digits> = textLike(isDigits, '整数文本', 'a whole number as text');
export const positiveDigits: Decoder<Digits> = textLike(
  (value) => isDigits(value) && !value.startsWith('-') && value !== '0',
  '正整数文本',
  'a positive whole number as text',
);
export const day: Decoder<string> = textLike(
  (value) => dayFromText(value) !== undefined,
  '日期, 如 2023-01-01',
  'a day such as 2023-01-01',
);
export const index: Decoder<number> = whole(0);
const name: Decoder<string> = nameText;
export const mode = oneOf('halfUp', 'down', 'up');

const scaled: Decoder<IrType> = record<Extract<IrType, { scale: Digits }>>({
  kind: oneOf('money', 'ratio', 'points', 'number'),
  scale: positiveDigits,
});
const plain: Decoder<IrType> = record<Extract<IrType, { kind: 'integer' | 'months' | 'days' | 'date' | 'time' | 'bool' | 'text' }>>({
  kind: oneOf('integer', 'months', 'days', 'date', 'time', 'bool', 'text'),
});
const listed: Decoder<IrType> = record<Extract<IrType, { kind: 'enum' | 'set' }>>({ kind: oneOf('enum', 'set'), name });

export const irType: Decoder<IrType> = tagged<IrType>('kind', {
  money: scaled,
  ratio: scaled,
  points: scaled,
  number: scaled,
  integer: plain,
  months: plain,
  days: plain,
  date: plain,
  time: plain,
  bool: plain,
  text: plain,
  enum: listed,
  set: listed,
});

const names = list(name, 2000);
export const literal: Decoder<Literal> = (json, at, reading) =>
  typeof json === 'string' ? name(json, at, reading) : typeof json === 'boolean' ? json : names(json, at, reading);

/** An expression inside another; the depth is counted so that neither reading nor evaluating runs out of stack. */
export const expr: Decoder<Expr> = (json, at, reading) => {
  if (reading.depth >= MOST_DEPTH)
    return reading.refuse(at, `式子套了 ${MOST_DEPTH} 层以上`, `the formula is nested deeper than ${MOST_DEPTH}`);
  reading.depth++;
  const value = exprCases(json, at, reading);
  reading.depth--;
  return value;
};

const exprs = list(expr, 5000);
/** A catalogue has a row for each code. */
const MOST_ROWS = 20_000;
const term: Decoder<Term> = record<Term>({ of: expr, by: digits });
const terms = list(term, 5000);

type Of<Op extends Expr['op']> = Extract<Expr, { readonly op: Op }>;

const axis: Decoder<Axis> = tagged<Axis>('kind', {
  values: record<Extract<Axis, { kind: 'values' }>>({
    kind: oneOf('values'),
    of: expr,
    classes: list(names, MOST_ROWS),
    rest: optional(truth),
  }),
  truth: record<Extract<Axis, { kind: 'truth' }>>({ kind: oneOf('truth'), of: expr }),
  cuts: record<Extract<Axis, { kind: 'cuts' }>>({
    kind: oneOf('cuts'),
    of: expr,
    cuts: list(record<{ readonly at: Expr; readonly closed: boolean }>({ at: expr, closed: truth }), 5000),
  }),
});

export const over: Decoder<Over> = tagged<Over>('kind', {
  items: record<Extract<Over, { kind: 'items' }>>({ kind: oneOf('items'), list: index }),
  members: record<Extract<Over, { kind: 'members' }>>({ kind: oneOf('members'), of: expr }),
});

const together: Decoder<NonNullable<Of<'allotted'>['together']>> = record<NonNullable<Of<'allotted'>['together']>>({
  keys: list(expr, 12),
  limit: term,
});
const extreme: Decoder<Expr> = record<Of<'least' | 'greatest'>>({ op: oneOf('least', 'greatest'), of: terms });
const junction: Decoder<Expr> = record<Of<'all' | 'any'>>({ op: oneOf('all', 'any'), of: exprs });
const between: Decoder<Expr> = record<Of<'daysBetween' | 'wholeMonths' | 'age'>>({
  op: oneOf('daysBetween', 'wholeMonths', 'age'),
  from: expr,
  to: expr,
});
const betweenTimes: Decoder<Expr> = record<Of<'hoursBetween' | 'secondsBetween'>>({
  op: oneOf('hoursBetween', 'secondsBetween'),
  from: expr,
  to: expr,
});
const keyOfDay: Decoder<Expr> = record<Of<'yearOf' | 'monthOf' | 'quarterOf' | 'dayKey' | 'monthStart'>>({
  op: oneOf('yearOf', 'monthOf', 'quarterOf', 'dayKey', 'monthStart'),
  day: expr,
});

/** Every op has its decoder; a new op does not type-check until it has one. */
const cases: { readonly [Op in Expr['op']]: Decoder<Expr> } = {
  const: record<Of<'const'>>({ op: oneOf('const'), type: irType, value: literal }),
  param: record<Of<'param'>>({ op: oneOf('param'), index }),
  input: record<Of<'input'>>({ op: oneOf('input'), index }),
  step: record<Of<'step'>>({ op: oneOf('step'), index }),
  reference: record<Of<'reference'>>({ op: oneOf('reference'), index }),
  sum: record<Of<'sum'>>({ op: oneOf('sum'), terms, wide: truth }),
  product: record<Of<'product'>>({ op: oneOf('product'), a: expr, b: expr, wide: truth }),
  mulDivRound: record<Of<'mulDivRound'>>({ op: oneOf('mulDivRound'), numerators: terms, divisor: term, unit: positiveDigits, mode }),
  least: extreme,
  greatest: extreme,
  round: record<Of<'round'>>({ op: oneOf('round'), of: expr, scale: positiveDigits, unit: positiveDigits, mode }),
  compare: record<Of<'compare'>>({ op: oneOf('compare'), test: oneOf('=', '≠', '<', '≤', '>', '≥'), a: term, b: term }),
  same: record<Of<'same'>>({ op: oneOf('same'), a: expr, b: expr }),
  oneOf: record<Of<'oneOf'>>({ op: oneOf('oneOf'), of: expr, values: names }),
  contains: record<Of<'contains'>>({ op: oneOf('contains'), of: expr, values: names }),
  all: junction,
  any: junction,
  not: record<Of<'not'>>({ op: oneOf('not'), of: expr }),
  choose: record<Of<'choose'>>({ op: oneOf('choose'), if: expr, then: expr, otherwise: expr }),
  open: record<Of<'open'>>({ op: oneOf('open'), point: index }),
  assume: record<Of<'assume'>>({ op: oneOf('assume'), of: expr, point: index }),
  table: record<Of<'table'>>({ op: oneOf('table'), axes: list(axis, 12), grid: list(whole(-1), 100_000), results: list(expr, MOST_ROWS) }),
  bands: record<Of<'bands'>>({ op: oneOf('bands'), name, bounds: exprs, ratios: exprs, from: expr, to: expr }),
  accumulated: record<Of<'accumulated'>>({ op: oneOf('accumulated'), accumulator: index, keys: exprs }),
  previous: record<Of<'previous'>>({ op: oneOf('previous'), accumulator: index }),
  remaining: record<Of<'remaining'>>({
    op: oneOf('remaining'),
    parts: list(index, 100),
    after: list(index, 1000),
    layers: list(index, 1000),
  }),
  personal: record<Of<'personal'>>({ op: oneOf('personal'), after: list(index, 1000) }),
  addMonths: record<Of<'addMonths'>>({ op: oneOf('addMonths'), day: expr, months: expr }),
  addDays: record<Of<'addDays'>>({ op: oneOf('addDays'), day: expr, days: expr }),
  daysBetween: between,
  wholeMonths: between,
  hoursBetween: betweenTimes,
  secondsBetween: betweenTimes,
  dayOf: record<Of<'dayOf'>>({ op: oneOf('dayOf'), time: expr }),
  age: between,
  yearOf: keyOfDay,
  monthOf: keyOfDay,
  quarterOf: keyOfDay,
  dayKey: keyOfDay,
  monthStart: keyOfDay,
  benefitYear: record<Of<'benefitYear'>>({ op: oneOf('benefitYear'), day: expr, month: whole(1), dayOfMonth: whole(1) }),
  fold: record<Of<'fold'>>({
    op: oneOf('fold'),
    how: oneOf('sum', 'count', 'greatest', 'least'),
    over,
    guard: optional(expr),
    value: optional(expr),
    none: optional(expr),
  }),
  item: record<Of<'item'>>({ op: oneOf('item'), out: index, field: index }),
  allotted: record<Of<'allotted'>>({
    op: oneOf('allotted'),
    list: index,
    amount: term,
    limit: term,
    together: optional(together),
    guard: optional(expr),
    out: index,
  }),
  given: record<Of<'given'>>({ op: oneOf('given'), of: expr }),
  member: record<Of<'member'>>({ op: oneOf('member'), out: index }),
};

const exprCases = tagged<Expr>('op', cases);
