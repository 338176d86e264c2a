/** Conditions: comparisons, membership, 且 或 非 and 如果. */

import type { Comparison, Expression } from '../2-syntax/nodes/expression.ts';
import type { Span } from '../2-syntax/nodes/span.ts';
import type { Bound, Cell } from '../2-syntax/nodes/table.ts';
import { cellNotHere } from '../diagnostics/cells.ts';
import { incomparable, isOrContains, mismatch, unordered } from '../diagnostics/types.ts';
import type { Expr, Type } from '../model/types.ts';
import { expect, infer, reportMissingUnit } from './expression.ts';
import { where } from './present.ts';
import type { Site } from './site.ts';
import { inside } from './site.ts';
import { bool, comparable, isOrdered, join, typeWords } from './types.ts';

type Of<K extends Expression['kind']> = Extract<Expression, { readonly kind: K }>;

/** A side that means nothing without the other: 待定, or the bare value of an enumeration. */
function needy(e: Expression, site: Site): boolean {
  if (e.kind === 'open') return true;
  if (e.kind === 'assumed') return needy(e.value, site);
  if (e.kind !== 'reference' || e.path.names.length !== 1) return false;
  const name = e.path.names[0]?.text ?? '';
  return !site.locals.has(name) && !site.law.names.entities.has(name) && site.law.names.valueFields.has(name);
}

/** Two sides of one kind; the needy one is read by the other's type. */
export function inferPair(a: Expression, b: Expression, site: Site): { readonly a: Expr; readonly b: Expr } | undefined {
  if (needy(a, site)) {
    const second = infer(b, site);
    const first = second && infer(a, site, second.type);
    return first && second && { a: first, b: second };
  }
  const first = infer(a, site);
  // The second side is read even if the first has a finding: it may have one of its own.
  const second = infer(b, site, first?.type);
  return first && second && { a: first, b: second };
}

/** `a ≥ b` */
export function inferCompare(e: Of<'compare'>, site: Site): Expr | undefined {
  const pair = inferPair(e.left, e.right, inside(site));
  return pair && compared(e.operator, pair.a, pair.b, e, site, [e.left, e.right]);
}

/** `written` are the two sides as they stand in the text; the first may be written elsewhere. */
function compared(
  test: Comparison,
  a: Expr,
  b: Expr,
  e: Expression,
  site: Site,
  written: readonly (Expression | undefined)[],
): Expr | undefined {
  const { report } = site.law;
  const { span } = e;
  if (!comparable(a.type, b.type)) {
    reportApart(a.type, b.type, span, site, written);
    return undefined;
  }
  if (test !== '=' && test !== '≠' && !isOrdered(a.type) && a.type.kind !== 'time') {
    report(unordered({ is: typeWords(a.type), operator: test, span }));
    return undefined;
  }
  if (a.type.kind === 'set') {
    report(isOrContains({ name: '', set: true, span, word: span }));
    return undefined;
  }
  const value = b.kind === 'constant' && b.assumed === undefined && b.value.kind === 'enum' ? b.value.value : undefined;
  if (value !== undefined) {
    const member: Expr = { kind: 'oneOf', of: a, values: [value], type: bool, span };
    return test === '=' ? member : { kind: 'not', of: member, type: bool, span };
  }
  return { kind: 'compare', test, a, b, type: bool, span };
}

/** Two kinds that cannot be compared; a bare figure beside an amount is only missing its unit. */
function reportApart(a: Type, b: Type, span: Span, site: Site, written: readonly (Expression | undefined)[]): void {
  const [left, right] = written;
  const sides = [
    { e: left, type: a },
    { e: right, type: b },
  ];
  if (!reportMissingUnit(sides, site)) site.law.report(incomparable({ left: typeWords(a), right: typeWords(b), span }));
}

/** `x 是 A、B`, `x 是 2 以上`, `x 不超过 3元` */
export function inferIs(e: Of<'is'>, site: Site): Expr | undefined {
  const subject = infer(e.subject, inside(site));
  if (!subject) return undefined;
  if (subject.type.kind === 'set') {
    const between = { file: e.span.file, start: e.subject.span.end, end: e.cell.span.start };
    site.law.report(
      isOrContains({
        name: '',
        set: true,
        word: between,
        span: e.span,
        fix: { title: { zh: '改为 含', en: 'Write 含' }, edits: [{ span: between, text: ' 含 ' }] },
      }),
    );
    return undefined;
  }
  return inCell(subject, e.cell, e, site);
}

/** The condition that a value lies in a cell. */
export function inCell(subject: Expr, cell: Cell, e: { readonly span: Expression['span'] }, site: Site): Expr | undefined {
  const { span } = e;
  const within = inside(site);
  switch (cell.kind) {
    case 'any':
    case 'other':
      site.law.report(cellNotHere({ word: cell.kind === 'any' ? '任意' : '其他', span: cell.span }));
      return undefined;
    case 'has': {
      const groups = [cell.some, cell.none].map((values) => (values.length > 0 ? memberOf(subject, values, span, site) : undefined));
      const [some, none] = groups;
      if ((cell.some.length > 0 && !some) || (cell.none.length > 0 && !none)) return undefined;
      const tests: Expr[] = [...(some ? [some] : []), ...(none ? [{ kind: 'not', of: none, type: bool, span } as const] : [])];
      return tests.length === 1 ? tests[0] : { kind: 'all', of: tests, type: bool, span };
    }
    case 'values': {
      const values = cell.values.map((value) => equalsOne(subject, value, within));
      if (!values.every((value) => value !== undefined)) return undefined;
      const names = values.flatMap((value) =>
        value.kind === 'constant' && value.assumed === undefined && value.value.kind === 'enum' ? [value.value.value] : [],
      );
      if (subject.type.kind === 'enum' && names.length === values.length)
        return { kind: 'oneOf', of: subject, values: names, type: bool, span };
      const tests = values.map((value): Expr => ({ kind: 'compare', test: '=', a: subject, b: value, type: bool, span: value.span }));
      return tests.length === 1 ? tests[0] : { kind: 'any', of: tests, type: bool, span };
    }
    case 'interval': {
      const low = bound(subject, cell.low, '≥', '>', within);
      const high = bound(subject, cell.high, '≤', '<', within);
      if (low === false || high === false) return undefined;
      const tests = [low, high].filter((test) => test !== undefined);
      return tests.length === 1 ? tests[0] : { kind: 'all', of: tests, type: bool, span };
    }
  }
}

function equalsOne(subject: Expr, value: Expression, site: Site): Expr | undefined {
  const found = infer(value, site, subject.type);
  if (!found) return undefined;
  if (comparable(subject.type, found.type)) return found;
  reportApart(subject.type, found.type, value.span, site, [undefined, value]);
  return undefined;
}

/** Undefined: no bound on this side; false: a bound with a finding. */
function bound(subject: Expr, at: Bound | undefined, closed: Comparison, open: Comparison, site: Site): Expr | undefined | false {
  if (!at) return undefined;
  const value = infer(at.value, site, subject.type);
  if (!value) return false;
  return compared(at.included ? closed : open, subject, value, at.value, site, [undefined, at.value]) ?? false;
}

/** `身份 含 低保、特困` */
export function inferContains(e: Of<'contains'>, site: Site): Expr | undefined {
  const { report } = site.law;
  const subject = infer(e.subject, inside(site));
  if (!subject) return undefined;
  if (subject.type.kind !== 'set') {
    const first = e.values[0];
    const between = { file: e.span.file, start: e.subject.span.end, end: first?.span.start ?? e.span.end };
    if (subject.type.kind === 'enum')
      report(
        isOrContains({
          name: '',
          set: false,
          word: between,
          span: e.span,
          fix: { title: { zh: '改为 是', en: 'Write 是' }, edits: [{ span: between, text: ' 是 ' }] },
        }),
      );
    else report(mismatch({ is: typeWords(subject.type), wanted: ['集合', 'a set'], span: e.subject.span }));
    return undefined;
  }
  return memberOf(subject, e.values, e.span, site);
}

const sharedValues = (set: { readonly values: readonly string[] }, one: { readonly values: readonly string[] }): readonly string[] =>
  set.values.filter((value) => one.values.includes(value));

/** 认定病种 含 病种: for each value there is, that this event's is the value and that the set has it. */
const isAndHas = (subject: Expr, found: Expr, value: string, span: Span): Expr => ({
  kind: 'all',
  of: [
    { kind: 'oneOf', of: found, values: [value], type: bool, span },
    { kind: 'contains', of: subject, values: [value], type: bool, span },
  ],
  type: bool,
  span,
});

/** That a set contains any of the values; undefined when it is no set, or one of them none of its values. */
export function memberOf(subject: Expr, words: readonly Expression[], span: Span, site: Site): Expr | undefined {
  const { report } = site.law;
  if (subject.type.kind !== 'set') {
    report(mismatch({ is: typeWords(subject.type), wanted: ['集合', 'a set'], span }));
    return undefined;
  }
  const values: string[] = [];
  const varying: Expr[] = [];
  for (const value of words) {
    const found = infer(value, inside(site), subject.type);
    if (!found) return undefined;
    const shared = found.type.kind === 'enum' ? sharedValues(subject.type, found.type) : [];
    if (found.kind !== 'constant' && shared.length > 0) {
      varying.push(...shared.map((one) => isAndHas(subject, found, one, span)));
      continue;
    }
    if (found.kind !== 'constant' || found.value.kind !== 'enum') {
      report(mismatch({ is: typeWords(found.type), wanted: typeWords({ ...subject.type, kind: 'enum' }), span: value.span }));
      return undefined;
    }
    values.push(found.value.value);
  }
  const fixedOnes: readonly Expr[] = values.length > 0 ? [{ kind: 'contains', of: subject, values, type: bool, span }] : [];
  const [only, ...more] = [...fixedOnes, ...varying];
  return only && more.length === 0 ? only : { kind: 'any', of: [...fixedOnes, ...varying], type: bool, span };
}

/** `a 且 b`, `a 或 b` */
export function inferJunction(e: Of<'and' | 'or'>, site: Site): Expr | undefined {
  let within = inside(site);
  const operands = e.operands.map((operand) => {
    const one = expect(operand, within, bool);
    within = where(one, e.kind === 'and', within);
    return one;
  });
  if (!operands.every((operand) => operand !== undefined)) return undefined;
  return { kind: e.kind === 'and' ? 'all' : 'any', of: operands, type: bool, span: e.span };
}

/** `非 a` */
export function inferNot(e: Of<'not'>, site: Site): Expr | undefined {
  const of = expect(e.operand, inside(site), bool);
  return of && { kind: 'not', of, type: bool, span: e.span };
}

/** `如果 c 则 a 否则 b` */
export function inferIf(e: Of<'if'>, site: Site, hint?: Type): Expr | undefined {
  const within = inside(site);
  const condition = expect(e.condition, within, bool);
  const thenFirst = !needy(e.then, site) || hint !== undefined;
  const [yes, no] = [where(condition, true, within), where(condition, false, within)];
  const first = thenFirst ? infer(e.then, yes, hint) : infer(e.otherwise, no, hint);
  const second = thenFirst ? infer(e.otherwise, no, hint ?? first?.type) : infer(e.then, yes, hint ?? first?.type);
  if (!condition || !first || !second) return undefined;
  const [then, otherwise] = thenFirst ? [first, second] : [second, first];
  const type = join(then.type, otherwise.type);
  if (type) return { kind: 'choose', if: condition, then, otherwise, type, span: e.span };
  site.law.report(mismatch({ is: typeWords(otherwise.type), wanted: typeWords(then.type), span: e.otherwise.span }));
  return undefined;
}
