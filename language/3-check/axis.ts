/**
 * One axis of a table cut into classes: values that no cell tells apart are one class. An enumeration is grouped by which cells list a
 * value; numbers are cut at every end of a cell, so that each class lies wholly inside or outside each cell.
 */

import type { Rational } from '../../runtime/money/rational.ts';
import { compare, equal, rational } from '../../runtime/money/rational.ts';
import type { Expression } from '../2-syntax/nodes/expression.ts';
import type { Bound, Cell } from '../2-syntax/nodes/table.ts';
import { axisKind, cellMisfit, endsUnclear, otherEmpty } from '../diagnostics/cells.ts';
import type { AxisModel, Expr } from '../model/types.ts';
import { constantOf } from './constant.ts';
import { expect, infer } from './expression.ts';
import { printExpression } from './forms/print.ts';
import type { Site } from './site.ts';
import { inside } from './site.ts';
import { typeWords } from './types.ts';

export interface CheckedAxis {
  readonly model: AxisModel;
  /** For each cell, the classes it covers; empty for a cell with a finding. */
  readonly covers: readonly (readonly number[])[];
}

/** Values of an axis that lie between two ends. */
interface Stretch {
  readonly low?: { readonly at: Rational; readonly included: boolean };
  readonly high?: { readonly at: Rational; readonly included: boolean };
}

type Content =
  | { readonly kind: 'any' | 'other' }
  | { readonly kind: 'names'; readonly names: readonly string[] }
  | { readonly kind: 'stretches'; readonly stretches: readonly Stretch[] };

/** Checks the header and the cells below (or beside) it. */
export function checkAxis(header: Expression, cells: readonly Cell[], site: Site): CheckedAxis | undefined {
  const { report } = site.law;
  const of = infer(header, inside(site));
  if (!of) return undefined;
  const name = printExpression(header);
  if (of.type.kind === 'set' || of.type.kind === 'text' || of.type.kind === 'date') {
    report(axisKind({ axis: name, is: typeWords(of.type), set: of.type.kind === 'set', span: header.span }));
    return undefined;
  }
  const contents = cells.map((cell) => contentOf(cell, of, name, site));
  if (!contents.every((content) => content !== undefined)) return undefined;
  const axis =
    of.type.kind === 'enum' ? listed(of, of.type.values, contents) : of.type.kind === 'bool' ? truths(of, contents) : cut(of, contents);
  const { covers } = axis;
  for (const [index, cell] of cells.entries())
    if (contents[index]?.kind === 'other' && covers[index]?.length === 0) report(otherEmpty({ axis: name, span: cell.span }));
  return axis;
}

function contentOf(cell: Cell, of: Expr, axis: string, site: Site): Content | undefined {
  const { report } = site.law;
  switch (cell.kind) {
    case 'any':
    case 'other':
      return { kind: cell.kind };
    case 'values': {
      const values = cell.values.map((value) =>
        of.type.kind === 'enum' || of.type.kind === 'bool' ? expect(value, inside(site), of.type) : figure(value, of, axis, site),
      );
      if (!values.every((value) => value !== undefined)) return undefined;
      const known = values.map((value) => constantOf(value));
      if (of.type.kind === 'enum') return { kind: 'names', names: known.flatMap((value) => (value?.kind === 'enum' ? [value.value] : [])) };
      if (of.type.kind === 'bool')
        return { kind: 'names', names: known.flatMap((value) => (value?.kind === 'truth' ? [String(value.value)] : [])) };
      return {
        kind: 'stretches',
        stretches: known.flatMap((value) =>
          value?.kind === 'number' ? [{ low: { at: value.value, included: true }, high: { at: value.value, included: true } }] : [],
        ),
      };
    }
    case 'interval': {
      if (of.type.kind === 'enum' || of.type.kind === 'bool') {
        report(cellMisfit({ axis, wanted: typeWords(of.type), span: cell.span }));
        return undefined;
      }
      const { low, high } = cell;
      if (low && high && (low.implied || high.implied) && !isWhole(of)) {
        report(endsUnclear({ low: printExpression(low.value), high: printExpression(high.value), span: cell.span }));
        return undefined;
      }
      const from = end(low, of, axis, site);
      const to = end(high, of, axis, site);
      if (from === false || to === false) return undefined;
      return { kind: 'stretches', stretches: [{ ...(from ? { low: from } : {}), ...(to ? { high: to } : {}) }] };
    }
  }
}

const isWhole = (of: Expr): boolean => of.type.kind === 'integer' || of.type.kind === 'months' || of.type.kind === 'days';

function figure(value: Expression, of: Expr, axis: string, site: Site): Expr | undefined {
  const wanted = of.type.kind === 'integer' ? { kind: 'integer' as const } : of.type.kind === 'fen' ? { kind: 'money' as const } : of.type;
  const found = expect(value, inside(site), wanted);
  if (!found) return undefined;
  if (found.kind === 'constant' && found.assumed === undefined) return found;
  site.law.report(cellMisfit({ axis, wanted: typeWords(of.type), span: value.span }));
  return undefined;
}

/** Undefined: open on this side; false: an end with a finding. */
function end(bound: Bound | undefined, of: Expr, axis: string, site: Site): Stretch['low'] | undefined | false {
  if (!bound) return undefined;
  const value = figure(bound.value, of, axis, site);
  const known = value && constantOf(value);
  return known?.kind === 'number' ? { at: known.value, included: bound.included } : false;
}

/** The classes of 其他: those that no other cell covers. */
function withComplement(
  contents: readonly Content[],
  classes: number,
  covered: readonly (readonly number[])[],
): readonly (readonly number[])[] {
  const all = Array.from({ length: classes }, (_, index) => index);
  const listed = new Set(
    contents.flatMap((content, index) => (content.kind === 'any' || content.kind === 'other' ? [] : (covered[index] ?? []))),
  );
  return contents.map((content, index) => {
    if (content.kind === 'any') return all;
    return content.kind === 'other' ? all.filter((one) => !listed.has(one)) : (covered[index] ?? []);
  });
}

function listed(of: Expr, values: readonly string[], contents: readonly Content[]): CheckedAxis {
  const groups = new Map<string, string[]>();
  for (const value of values) {
    const key = contents.map((content) => (content.kind === 'names' && content.names.includes(value) ? '1' : '0')).join('');
    groups.set(key, [...(groups.get(key) ?? []), value]);
  }
  const classes = [...groups.values()];
  const covered = contents.map((content) =>
    content.kind === 'names' ? classes.flatMap((one, index) => (one.some((value) => content.names.includes(value)) ? [index] : [])) : [],
  );
  return { model: { kind: 'values', of, classes }, covers: withComplement(contents, classes.length, covered) };
}

function truths(of: Expr, contents: readonly Content[]): CheckedAxis {
  const covered = contents.map((content) => (content.kind === 'names' ? content.names.map((name) => (name === 'true' ? 1 : 0)) : []));
  return { model: { kind: 'truth', of }, covers: withComplement(contents, 2, covered) };
}

interface Cut {
  readonly at: Rational;
  /** The cut itself belongs to the class below it. */
  readonly closed: boolean;
}

function cut(of: Expr, contents: readonly Content[]): CheckedAxis {
  const whole = isWhole(of);
  const stretches = contents.map((content) =>
    content.kind === 'stretches' ? content.stretches.map((one) => (whole ? stepped(one) : one)) : [],
  );
  const inRange = ({ at }: Cut): boolean =>
    of.type.kind !== 'integer' ||
    ((of.type.min === undefined || compare(at, rational(of.type.min)) > 0) &&
      (of.type.max === undefined || compare(at, rational(of.type.max)) <= 0));
  const ends = stretches
    .flat()
    .flatMap(({ low, high }): readonly Cut[] => [
      ...(low ? [{ at: low.at, closed: !low.included }] : []),
      ...(high ? [{ at: high.at, closed: high.included }] : []),
    ]);
  const cuts = ends
    .filter(inRange)
    .sort((a, b) => compare(a.at, b.at) || Number(a.closed) - Number(b.closed))
    .filter((one, index, all) => index === 0 || !equal(one.at, all[index - 1]?.at ?? one.at) || one.closed !== all[index - 1]?.closed);
  const { min, max } = of.type.kind === 'integer' ? of.type : {};
  const lowest: Cut | undefined = min === undefined ? undefined : { at: rational(min), closed: false };
  const beyond: Cut | undefined = max === undefined ? undefined : { at: rational(max + 1n), closed: false };
  const classes = Array.from({ length: cuts.length + 1 }, (_, index) => index);
  const covered = stretches.map((list) =>
    classes.filter((index) => list.some((one) => holds(one, cuts[index - 1] ?? lowest, cuts[index] ?? beyond))),
  );
  return { model: { kind: 'cuts', of, cuts }, covers: withComplement(contents, cuts.length + 1, covered) };
}

/** For whole numbers every end is written as the first value of the class above it. */
function stepped({ low, high }: Stretch): Stretch {
  const next = (at: Rational): Rational => rational(at.num / at.den + 1n);
  return {
    ...(low ? { low: low.included ? low : { at: next(low.at), included: true } } : {}),
    ...(high ? { high: high.included ? { at: next(high.at), included: false } : { at: high.at, included: false } } : {}),
  };
}

/** Whether the class between two cuts lies inside the stretch; cuts stand at every end, so inside and outside are the only cases. */
function holds({ low, high }: Stretch, below: Cut | undefined, above: Cut | undefined): boolean {
  const startsAfter =
    !low || (below !== undefined && (compare(below.at, low.at) > 0 || (equal(below.at, low.at) && (below.closed || low.included))));
  const endsBefore =
    !high || (above !== undefined && (compare(above.at, high.at) < 0 || (equal(above.at, high.at) && (!above.closed || high.included))));
  return startsAfter && endsBefore;
}
