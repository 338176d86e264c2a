/** + − × ÷ over amounts, ratios, numbers and dates. What each operator gives is one table; what is not in it has no meaning. */
import { compare as order, rational } from '../../runtime/money/rational.ts';
import type { BinaryOperator, Expression } from '../2-syntax/nodes/expression.ts';
import type { Fix } from '../diagnostics/diagnostic.ts';
import { replaceWith } from '../diagnostics/finding.ts';
import { varyingDivisor, zeroDivisor } from '../diagnostics/money.ts';
import { operands, ratioAndRatio } from '../diagnostics/types.ts';
import type { Expr, Type } from '../model/types.ts';
import { constantOf } from './constant.ts';
import { infer, reportMissingUnit } from './expression.ts';
import { isWhole, isZero, shareText, withUnit } from './literal.ts';
import type { Site } from './site.ts';
import { inside } from './site.ts';
import { date, days, fen, integer, isCount, isMoney, isSpan, money, months, number, points, ratio, typeWords } from './types.ts';

type Binary = Extract<Expression, { readonly kind: 'binary' }>;
type Whole = Type & { readonly kind: 'integer' };

/** `a ＋ b` and the like; a quotient by something that varies stands only directly inside a rounding. */
export function inferBinary(e: Binary, site: Site, hint?: Type): Expr | undefined {
  // What is rounded may be any chain of × and ÷: it is worked out in one go.
  const chain = e.operator === '×' || e.operator === '÷';
  const within = { ...inside(site), rounded: chain && site.rounded, ...(chain ? { chain: site.chain ?? e.span } : {}) };
  const pair = operandsOf(e, within, hint);
  if (!pair) return undefined;
  const { left, right } = pair;
  const { report } = site.law;
  if ((e.operator === '+' || e.operator === '-') && left.type.kind === 'ratio' && right.type.kind === 'ratio') {
    report(ratioAndRatio({ plus: e.operator === '+', span: e.span, fixes: ratioFixes(e) }));
    return undefined;
  }
  const type = resultOf(e.operator, left.type, right.type);
  if (!type) {
    const additive = e.operator === '+' || e.operator === '-';
    // 70% + 5 is missing its points; other sums are of one kind.
    const beside = left.type.kind === 'ratio' ? points : left.type;
    const sides = [
      { e: e.left, type: left.type },
      { e: e.right, type: right.type },
    ];
    // 月数 ÷ 12 is most often how many years: ÷ 12个月.
    const spans = e.operator === '÷' && isSpan(left.type) && isCount(right.type);
    const unitless =
      (spans && reportMissingUnit([{ e: e.right, type: right.type }, { type: left.type }], site)) ||
      (additive &&
        (reportMissingUnit(
          [
            { e: e.right, type: right.type },
            { e: e.left, type: beside },
          ],
          site,
        ) ||
          reportMissingUnit(sides, site)));
    if (!unitless)
      report(operands({ operator: signs[e.operator], left: typeWords(left.type), right: typeWords(right.type), span: e.span }));
    return undefined;
  }
  switch (e.operator) {
    case '+':
    case '-':
      return sumOf(e, left, right, type);
    case '×':
      return { kind: 'product', a: left, b: right, type, span: e.span };
    case '÷':
      return quotientOf(e, left, right, type, site);
  }
}

const signs: Readonly<Record<BinaryOperator, string>> = { '+': '+', '-': '-', '×': '×', '÷': '÷' };

/** A side that is 待定 takes its kind from the other, so the other is read first. */
function operandsOf(e: Binary, site: Site, hint: Type | undefined): { readonly left: Expr; readonly right: Expr } | undefined {
  const needy = (side: Expression): boolean => side.kind === 'open' || (side.kind === 'assumed' && needy(side.value));
  const additive = e.operator === '+' || e.operator === '-';
  if (needy(e.left)) {
    const right = infer(e.right, site, additive ? hint : undefined);
    const left =
      right &&
      infer(
        e.left,
        site,
        additive ? (right.type.kind === 'points' ? (hint ?? ratio) : right.type) : isMoney(right.type) ? ratio : (hint ?? money),
      );
    return left && right && { left, right };
  }
  const left = infer(e.left, site, additive ? hint : undefined);
  const right = infer(e.right, site, left && rightHint(e.operator, left.type));
  return left && right && { left, right };
}

function rightHint(operator: BinaryOperator, left: Type): Type | undefined {
  if (operator === '÷') return number;
  if (operator === '×') return isMoney(left) ? ratio : undefined;
  return left.kind === 'ratio' ? points : left.kind === 'date' ? days : left;
}

function resultOf(operator: BinaryOperator, a: Type, b: Type): Type | undefined {
  switch (operator) {
    case '+':
      return added(a, b) ?? (a.kind === 'points' && b.kind === 'ratio' ? ratio : undefined);
    case '-':
      return a.kind === 'date' && b.kind === 'date' ? days : subtracted(a, b);
    case '×':
      return multiplied(a, b) ?? multiplied(b, a);
    case '÷':
      return divided(a, b);
  }
}

function added(a: Type, b: Type): Type | undefined {
  if (a.kind === 'integer' && b.kind === 'integer') return integer(plus(a.min, b.min), plus(a.max, b.max));
  return alike(a, b);
}

function subtracted(a: Type, b: Type): Type | undefined {
  if (a.kind === 'integer' && b.kind === 'integer') return integer(plus(a.min, minus(b.max)), plus(a.max, minus(b.min)));
  return alike(a, b);
}

function alike(a: Type, b: Type): Type | undefined {
  if (isMoney(a) && isMoney(b)) return a.kind === 'fen' && b.kind === 'fen' ? fen : money;
  if (isCount(a) && isCount(b)) return number;
  if (a.kind === 'ratio' && b.kind === 'points') return ratio;
  if (a.kind === 'date' && (b.kind === 'months' || b.kind === 'days')) return date;
  return a.kind === b.kind && (a.kind === 'points' || a.kind === 'months' || a.kind === 'days') ? a : undefined;
}

const plus = (a: bigint | undefined, b: bigint | undefined): bigint | undefined => (a === undefined || b === undefined ? undefined : a + b);
const minus = (a: bigint | undefined): bigint | undefined => (a === undefined ? undefined : -a);

function multiplied(a: Type, b: Type): Type | undefined {
  if (a.kind === 'integer' && b.kind === 'integer') return corners(a, b);
  // So much for each day or month.
  if (isMoney(a)) return b.kind === 'integer' || isSpan(b) ? a : isCount(b) || b.kind === 'ratio' ? money : undefined;
  if (a.kind === 'ratio') return b.kind === 'ratio' || isCount(b) ? ratio : undefined;
  if (a.kind === 'points') return isCount(b) || isSpan(b) ? points : undefined;
  if (isCount(a) && isCount(b)) return number;
  return (
    (a.kind === 'months' && b.kind === 'integer' ? months : undefined) ?? (a.kind === 'days' && b.kind === 'integer' ? days : undefined)
  );
}

function corners(a: Whole, b: Whole): Type {
  if (a.min === undefined || b.min === undefined || a.max === undefined || b.max === undefined)
    return a.min !== undefined && b.min !== undefined && a.min >= 0n && b.min >= 0n ? integer(a.min * b.min) : integer();
  const products = [a.min * b.min, a.min * b.max, a.max * b.min, a.max * b.max];
  const ascending = products.sort((x, y) => (x < y ? -1 : 1));
  return integer(ascending[0], ascending.at(-1));
}

function divided(a: Type, b: Type): Type | undefined {
  if (isMoney(a) && isMoney(b)) return number;
  if (isSpan(a) && a.kind === b.kind) return number;
  if (isMoney(a) && isSpan(b)) return money;
  // The amount of which so much is that share: 70% 付了 2万元, 费用是 2万元 ÷ 70%.
  if (isMoney(a) && b.kind === 'ratio') return money;
  if (a.kind === 'ratio' && b.kind === 'ratio') return number;
  if (!isCount(b)) return undefined;
  if (isMoney(a)) return money;
  if (a.kind === 'ratio' || a.kind === 'points') return a;
  return isCount(a) ? number : undefined;
}

function sumOf(e: Binary, left: Expr, right: Expr, type: Type): Expr {
  const { span } = e;
  const add = e.operator === '+';
  if (left.type.kind === 'date') {
    if (right.type.kind === 'date') return { kind: 'daysBetween', from: right, to: left, type, span };
    const by: Expr = add ? right : { kind: 'sum', terms: [{ of: right, sign: -1 }], type: right.type, span: right.span };
    return right.type.kind === 'months'
      ? { kind: 'addMonths', day: left, months: by, type, span }
      : { kind: 'addDays', day: left, days: by, type, span };
  }
  const first = left.kind === 'sum' ? left.terms : [{ of: left, sign: 1 as const }];
  return { kind: 'sum', terms: [...first, { of: right, sign: add ? 1 : -1 }], type, span };
}

/** INVARIANT: a quotient by a value not known when compiling stands in a chain of × and ÷ directly under a rounding, so that it rounds in one go. */
function quotientOf(e: Binary, a: Expr, b: Expr, type: Type, site: Site): Expr | undefined {
  const { report } = site.law;
  const known = constantOf(b);
  if (known && isZero(known)) {
    report(zeroDivisor({ span: e.right.span }));
    return undefined;
  }
  if (!known && !site.rounded) {
    report(varyingDivisor({ span: e.span, ...(isMoney(type) ? { chain: site.chain ?? e.span } : {}) }));
    return undefined;
  }
  // So many single days or months come out whole.
  const single = isSpan(a.type) && known?.kind === 'number' && order(known.value, rational(1n)) === 0;
  return { kind: 'quotient', a, b, type: single ? integer() : type, span: e.span };
}

/** The two readings of 70% − 10%, and 余率 for 100% − x. */
function ratioFixes(e: Binary): readonly Fix[] {
  const fixes: Fix[] = [];
  if (e.operator === '-' && isWhole(e.left) && e.right.kind === 'reference') {
    const name = e.right.path.names.map((one) => one.text).join('.');
    fixes.push(replaceWith(e.span, `余率(${name})`, [`写成 余率(${name})`, `Write 余率(${name})`]));
  }
  const asPoints = e.right.kind === 'quantity' && order(e.right.value, rational(0n)) >= 0 ? withUnit(e.right, points) : undefined;
  if (asPoints !== undefined) fixes.push(replaceWith(e.right.span, asPoints, [`按百分点: ${asPoints}`, `As points: ${asPoints}`]));
  const share = shareText(e.right, e.operator === '+');
  if (share !== undefined) {
    const between = { file: e.span.file, start: e.left.span.end, end: e.right.span.end };
    fixes.push(replaceWith(between, ` × ${share}`, [`按相对值: × ${share}`, `As a share: × ${share}`]));
  }
  return fixes;
}
