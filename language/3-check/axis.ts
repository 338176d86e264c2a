/**
 * One axis of a table cut into classes: values that no cell tells apart are one class. An enumeration is grouped by which cells list a
 * value; numbers and days are cut at every end of a cell, so that each class lies wholly inside or outside each cell.
 */

import { dayNumber } from '../../runtime/calendar/date.ts';
import type { Rational } from '../../runtime/money/rational.ts';
import { compare, equal, rational } from '../../runtime/money/rational.ts';
import type { Expression } from '../2-syntax/nodes/expression.ts';
import type { Bound, Cell } from '../2-syntax/nodes/table.ts';
import { cellMisfit, endsUnclear, otherEmpty, setCell } from '../diagnostics/cells.ts';
import type { AxisModel, Expr, Value } from '../model/types.ts';
import { constantOf } from './constant.ts';
import { expect, infer } from './expression.ts';
import { printCell, printExpression } from './forms/print.ts';
import { memberOf } from './logic.ts';
import type { Site } from './site.ts';
import { inside } from './site.ts';
import { bool, typeWords } from './types.ts';

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
  | { readonly kind: 'members'; readonly some: readonly string[]; readonly none: readonly string[] }
  | { readonly kind: 'stretches'; readonly stretches: readonly Stretch[] };

/**
 * Checks the header and the cells below (or beside) it. A set gives one axis for each group of words that a cell names: it contains one of
 * them or none.
 */
export function checkAxis(header: Expression, cells: readonly Cell[], site: Site): readonly CheckedAxis[] | undefined {
  const { report } = site.law;
  const of = infer(header, inside(site));
  if (!of) return undefined;
  const name = printExpression(header);
  const contents = cells.map((cell) => contentOf(cell, of, name, site));
  if (!contents.every((content) => content !== undefined)) return undefined;
  if (of.type.kind === 'set') return memberships(of, contents);
  const axis =
    of.type.kind === 'enum' || of.type.kind === 'text'
      ? listed(of, of.type.kind === 'enum' ? of.type.values : undefined, contents)
      : of.type.kind === 'bool'
        ? truths(of, contents)
        : cut(of, contents);
  const { covers } = axis;
  for (const [index, cell] of cells.entries())
    if (contents[index]?.kind === 'other' && covers[index]?.length === 0) report(otherEmpty({ axis: name, span: cell.span }));
  return [axis];
}

/** One axis for each group of words; 其他 contains none of those that a cell asks for. */
function memberships(of: Expr, contents: readonly Content[]): readonly CheckedAxis[] {
  const groups = new Map<string, Extract<Expr, { readonly kind: 'contains' }>>();
  const keyOf = (words: readonly string[]): string => [...words].sort().join();
  for (const content of contents)
    if (content.kind === 'members')
      for (const words of [content.some, content.none])
        if (words.length > 0) groups.set(keyOf(words), { kind: 'contains', of, values: words, type: bool, span: of.span });
  return [...groups].map(([key, asked]) => {
    const covers = contents.map((content) => {
      if (content.kind === 'other') return [0];
      if (content.kind !== 'members') return [0, 1];
      return key === keyOf(content.some) ? [1] : key === keyOf(content.none) ? [0] : [0, 1];
    });
    return { model: { kind: 'truth', of: asked }, covers };
  });
}

function contentOf(cell: Cell, of: Expr, axis: string, site: Site): Content | undefined {
  const { report } = site.law;
  switch (cell.kind) {
    case 'any':
    case 'other':
      return { kind: cell.kind };
    case 'has': {
      const words = [cell.some, cell.none].map((values) => (values.length > 0 ? memberOf(of, values, cell.span, site) : undefined));
      const [some = [], none = []] = words.map((one) => (one?.kind === 'contains' ? one.values : []));
      if ((cell.some.length > 0 && some.length === 0) || (cell.none.length > 0 && none.length === 0)) return undefined;
      return { kind: 'members', some, none };
    }
    case 'values': {
      if (of.type.kind === 'set') {
        report(setCell({ axis, cell: printCell(cell), span: cell.span }));
        return undefined;
      }
      const values = cell.values.map((value) =>
        of.type.kind === 'enum' || of.type.kind === 'bool' || of.type.kind === 'text'
          ? expect(value, inside(site), of.type)
          : figure(value, of, axis, site),
      );
      if (!values.every((value) => value !== undefined)) return undefined;
      const known = values.map((value) => constantOf(value));
      if (of.type.kind === 'enum') return { kind: 'names', names: known.flatMap((value) => (value?.kind === 'enum' ? [value.value] : [])) };
      if (of.type.kind === 'text') {
        const fixed = known.flatMap((value) => (value?.kind === 'text' ? [value.value] : []));
        if (fixed.length === values.length) return { kind: 'names', names: fixed };
        report(cellMisfit({ axis, wanted: typeWords(of.type), span: cell.span }));
        return undefined;
      }
      if (of.type.kind === 'bool')
        return { kind: 'names', names: known.flatMap((value) => (value?.kind === 'truth' ? [String(value.value)] : [])) };
      return {
        kind: 'stretches',
        stretches: known.flatMap((value) => {
          const at = value && placeOf(value);
          return at ? [{ low: { at, included: true }, high: { at, included: true } }] : [];
        }),
      };
    }
    case 'interval': {
      if (of.type.kind === 'set') {
        report(setCell({ axis, cell: printCell(cell), span: cell.span }));
        return undefined;
      }
      if (of.type.kind === 'enum' || of.type.kind === 'bool' || of.type.kind === 'text') {
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

const isWhole = (of: Expr): boolean =>
  of.type.kind === 'integer' || of.type.kind === 'months' || of.type.kind === 'days' || of.type.kind === 'date';

/** Where a constant lies on its axis: a number, or the number of a day. */
function placeOf(value: Value): Rational | undefined {
  if (value.kind === 'number') return value.value;
  return value.kind === 'date' ? rational(BigInt(dayNumber(value.value.year, value.value.month, value.value.day))) : undefined;
}

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
  const at = known && placeOf(known);
  return at ? { at, included: bound.included } : false;
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

/** Without `values` the words that cells name are all that is listed, and one more class holds the rest. A catalogue has thousands. */
function listed(of: Expr, values: readonly string[] | undefined, contents: readonly Content[]): CheckedAxis {
  const cellsOf = new Map<string, number[]>((values ?? []).map((value) => [value, []] as const));
  for (const [index, content] of contents.entries())
    if (content.kind === 'names')
      for (const name of new Set(content.names)) {
        const known = cellsOf.get(name);
        if (known) known.push(index);
        else if (!values) cellsOf.set(name, [index]);
      }
  const groups = new Map<string, string[]>();
  const covered = contents.map((): number[] => []);
  for (const [value, cells] of cellsOf) {
    const key = cells.join();
    const group = groups.get(key);
    if (group) group.push(value);
    else {
      for (const cell of cells) covered[cell]?.push(groups.size);
      groups.set(key, [value]);
    }
  }
  const classes = [...groups.values()];
  const count = classes.length + (values ? 0 : 1);
  return { model: { kind: 'values', of, classes, ...(values ? {} : { rest: true }) }, covers: withComplement(contents, count, covered) };
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
