/**
 * Expressions: syntax → typed, resolved model. `infer` finds the type from below; `hint` is the type the place would like, which gives
 * 待定 and enumeration values their meaning. `expect` then says whether the result fits. Undefined always means: already reported.
 */
import type { Expression } from '../2-syntax/nodes/expression.ts';
import type { Span } from '../2-syntax/nodes/span.ts';
import type { Pair } from '../diagnostics/finding.ts';
import { fractionOfFen, needsWholeFen } from '../diagnostics/money.ts';
import { later, mismatch, needsWhole, rangeNotKept, spanAsNumber, tooDeep } from '../diagnostics/types.ts';
import type { Expr, Type, Value } from '../model/types.ts';
import { unreachable } from '../model/unreachable.ts';
import { inferBinary } from './arithmetic.ts';
import { inferAsOf } from './as-of.ts';
import { inferSlice } from './bands.ts';
import { inferCall } from './call.ts';
import { inferFold } from './items.ts';
import { readQuantity, unitFor, withUnit } from './literal.ts';
import { inferCompare, inferContains, inferIf, inferIs, inferJunction, inferNot } from './logic.ts';
import { inferAssumed, inferOpen } from './pending.ts';
import { inferReference } from './reference.ts';
import { inferRemaining } from './remaining.ts';
import type { Site } from './site.ts';
import { bool, date, fits, isCount, isSpan, text, time, typeWords } from './types.ts';

const deepest = 200;

/** The checked expression, or undefined when it has a finding. */
export function infer(e: Expression, site: Site, hint?: Type): Expr | undefined {
  if (site.depth > deepest || site.law.budget.left <= 0) {
    site.law.report(tooDeep({ span: e.span }));
    return undefined;
  }
  site.law.budget.left -= 1;
  switch (e.kind) {
    case 'quantity': {
      const read = readQuantity(e);
      if (read) return constant(read.type, { kind: 'number', value: read.value }, e, site);
      site.law.report(later({ what: [`“${e.text}”这样的数`, `A figure such as “${e.text}”`], span: e.span }));
      return undefined;
    }
    case 'date':
      return constant(date, { kind: 'date', value: { year: e.year, month: e.month, day: e.day } }, e, site);
    case 'time':
      return constant(time, { kind: 'text', value: e.text }, e, site);
    case 'text':
      if ((hint?.kind === 'enum' || hint?.kind === 'set') && hint.values.includes(e.value))
        return constant({ kind: 'enum', name: hint.name, values: hint.values }, { kind: 'enum', value: e.value }, e, site);
      // A name that has to be quoted, such as “2型标准”. Where a text is wanted it is a text.
      if (hint?.kind !== 'text' && (site.locals.has(e.value) || site.law.names.entities.has(e.value)))
        return inferReference({ names: [{ text: e.value, span: e.span, quoted: true }], keys: [], span: e.span }, e, site, hint);
      return constant(text, { kind: 'text', value: e.value }, e, site);
    case 'truth':
      return constant(bool, { kind: 'truth', value: e.value }, e, site);
    case 'reference':
      return inferReference(e.path, e, site, hint);
    case 'call':
      return inferCall(e, site, hint);
    case 'slice':
      return inferSlice(e, site);
    case 'remaining':
      return inferRemaining(e, site);
    case 'binary':
      return inferBinary(e, site, hint);
    case 'compare':
      return inferCompare(e, site);
    case 'is':
      return inferIs(e, site);
    case 'contains':
      return inferContains(e, site);
    case 'and':
    case 'or':
      return inferJunction(e, site);
    case 'not':
      return inferNot(e, site);
    case 'if':
      return inferIf(e, site, hint);
    case 'open':
      return inferOpen(e, site, hint);
    case 'assumed':
      return inferAssumed(e, site, hint);
    case 'asOf':
      return inferAsOf(e, site, hint);
    case 'fold':
      return inferFold(e, site, hint);
    default:
      return unreachable(e);
  }
}

/** A literal: a parameter with an address where it can be amended, else part of the code. */
export function constant(type: Type, value: Value, e: Expression, site: Site): Expr {
  const cited = site.law.citedBy(e);
  const citations = cited && cited.length > 0 ? site.law.citations.ids(cited) : site.citations;
  const { amendable } = site;
  if (!amendable) return { kind: 'constant', type, value, span: e.span, citations: [] };
  return {
    kind: 'constant',
    type,
    value,
    span: e.span,
    citations,
    address: amendable.address,
    ...(amendable.row === undefined ? {} : { row: amendable.row }),
  };
}

/** The expression as a value of `wanted`; what does not fit is a finding. */
export function expect(e: Expression, site: Site, wanted: Type, place?: Pair): Expr | undefined {
  const value = infer(e, site, wanted);
  if (!value) return undefined;
  if (fits(value.type, wanted)) return value;
  reportMisfit(e, value.type, wanted, site, place);
  return undefined;
}

function reportMisfit(e: Expression, is: Type, wanted: Type, site: Site, place: Pair | undefined): void {
  const { report } = site.law;
  const span: Span = e.span;
  if (wanted.kind === 'fen' && is.kind === 'money') {
    const where = place ?? ['这里', 'This place'];
    report(e.kind === 'quantity' ? fractionOfFen({ place: where, span }) : needsWholeFen({ place: where, wrap: true, span }));
    return;
  }
  if (wanted.kind === 'integer' && is.kind === 'integer') {
    report(rangeNotKept({ declared: rangeText(wanted), span }));
    return;
  }
  if (wanted.kind === 'integer' && is.kind === 'number' && e.kind !== 'quantity') {
    report(needsWhole({ span }));
    return;
  }
  if (isCount(wanted) && isSpan(is) && e.kind !== 'quantity') {
    const unit = is.kind === 'days' ? '1天' : '1个月';
    report(spanAsNumber({ is: typeWords(is), wanted: typeWords(wanted), unit, bracket: e.kind === 'binary', span }));
    return;
  }
  const repaired = e.kind === 'quantity' ? withUnit(e, wanted) : undefined;
  report(mismatch({ is: typeWords(is), wanted: typeWords(wanted), span, fix: repaired === undefined ? undefined : { text: repaired } }));
}

/** Reports that two values do not go together as a missing unit, where one of them is a bare figure; false when neither is. */
export function reportMissingUnit(sides: readonly { readonly e?: Expression | undefined; readonly type: Type }[], site: Site): boolean {
  for (const [index, { e, type }] of sides.entries()) {
    const beside = sides[index === 0 ? 1 : 0]?.type;
    const repaired = e && beside && unitFor(e, beside);
    if (!beside || !repaired) continue;
    site.law.report(mismatch({ is: typeWords(type), wanted: typeWords(beside), span: repaired.e.span, fix: { text: repaired.text } }));
    return true;
  }
  return false;
}

/** "0 以上", "1 至 5" */
export function rangeText(type: Type & { readonly kind: 'integer' }): string {
  if (type.min !== undefined && type.max !== undefined) return `${type.min} 至 ${type.max}`;
  if (type.min !== undefined) return `${type.min} 以上`;
  return type.max === undefined ? '整数' : `${type.max} 以下`;
}
