/**
 * 例外: adjustments of one definition, round by round. Inside a round the stage decides (改为, 加减, 乘以, 不低于/不高于), and inside a
 * stage what 优先于 says; an exception that outranks another stands before it in the list.
 */

import type { Expression } from '../2-syntax/nodes/expression.ts';
import type { Span } from '../2-syntax/nodes/span.ts';
import type { Cell } from '../2-syntax/nodes/table.ts';
import { adjustKind, noSuchRow, outranksItself, outranksUnknown, rowKeys } from '../diagnostics/adjustments.ts';
import { needsWholeFen } from '../diagnostics/money.ts';
import { mismatch } from '../diagnostics/types.ts';
import type { AdjustmentModel, Expr, Type } from '../model/types.ts';
import { sameCell } from './analyses/same-value.ts';
import { expect, infer } from './expression.ts';
import type { CoreException } from './forms/core.ts';
import { printCell, printExpression } from './forms/print.ts';
import { expectGuard } from './guard.ts';
import { fixed } from './literal.ts';
import { inCell } from './logic.ts';
import { nearest } from './near.ts';
import { inDependenceOrder } from './order.ts';
import { where } from './present.ts';
import type { Law, Site } from './site.ts';
import { siteAt } from './site.ts';
import { bool, integer, isCount, isMoney, isNumeric, points, ratio, typeWords } from './types.ts';

/** The definition that exceptions adjust. */
export interface Target {
  readonly address: string;
  readonly type: Type;
  /** Headers and cells of its table, when the value is one, for exceptions that name a row. */
  readonly axes: readonly { readonly header: Expression; readonly cells: readonly Cell[] }[];
}

/** The rounds of one definition; a line with a finding is left out. */
export function checkRounds(exceptions: readonly CoreException[], target: Target, law: Law): readonly (readonly AdjustmentModel[])[] {
  const rounds = Math.max(-1, ...exceptions.map((one) => one.round)) + 1;
  return Array.from({ length: rounds }, (_, round) => {
    const lines = ranked(
      exceptions.filter((one) => one.round === round),
      law,
    );
    const claims = lines.flatMap((line) => {
      const adjustment = checkAdjustment(line, target, law);
      return adjustment ? [{ adjustment, over: line.over.map((name) => name.text), bundled: line.bundle !== undefined }] : [];
    });
    const known = lines.every((line) => line.over.every((name) => lines.some((other) => other.name === name.text)));
    // An order that names nobody has a finding of its own; which wins is asked once it is repaired.
    if (claims.length > 1 && known)
      law.contests.push({
        target: target.address,
        claims: claims.map(({ adjustment, over, bundled }) => ({ ...adjustment, over, bundled })),
      });
    return claims.map(({ adjustment }) => adjustment);
  }).filter((round) => round.length > 0);
}

/** What outranks another comes first; otherwise the order of the text stays. */
function ranked(lines: readonly CoreException[], law: Law): readonly CoreException[] {
  const nodes = lines.map((line) => ({ line, address: line.name, span: line.span }));
  const names = lines.map((line) => line.name);
  for (const line of lines)
    for (const name of line.over) {
      if (names.includes(name.text)) continue;
      law.report(outranksUnknown({ name: name.text, near: nearest(name.text, names), span: name.span }));
    }
  const above = (name: string): readonly string[] =>
    lines.filter((line) => line.over.some((one) => one.text === name)).map((line) => line.name);
  const { order, rings } = inDependenceOrder(nodes, (node) => above(node.line.name));
  for (const ring of rings) {
    const [first] = ring;
    if (first) law.report(outranksItself({ names: ring.map((one) => one.address), span: first.span }));
  }
  return order.map((node) => node.line);
}

function checkAdjustment(line: CoreException, target: Target, law: Law): AdjustmentModel | undefined {
  const address = line.bundle ? `${line.bundle.name}.${target.address}` : `${target.address}.${line.name}`;
  const citations = law.citations.ids(line.citations);
  const site = siteAt(law, address, citations);
  const own = line.guard ? expectGuard(line.guard, site) : fixed(bool, { kind: 'truth', value: true }, line.span);
  const inRow = rowGuards(line, target, site);
  if (!own || !inRow) return undefined;
  const guard: Expr = inRow.length === 0 ? own : { kind: 'all', of: [...inRow, own], type: bool, span: line.span };
  const shared = { name: line.name, guard, span: line.span, citations, ...(line.join ? { join: line.join } : {}) };
  const { adjustment } = line;
  if (adjustment.how === 'waive') {
    if (isNumeric(target.type)) return { ...shared, how: 'waive' };
    law.report(adjustKind({ how: ['免除', 'be waived'], is: typeWords(target.type), span: adjustment.span }));
    return undefined;
  }
  const value = checkValue(adjustment.how, adjustment.value, where(guard, true, { ...site, amendable: { address } }), target.type);
  if (!value) return undefined;
  if (adjustment.how !== 'subtract') return { ...shared, how: adjustment.how, value };
  return { ...shared, how: 'add', value: { kind: 'sum', terms: [{ of: value, sign: -1 }], type: value.type, span: value.span } };
}

/** Keys after the target narrow the exception to rows: 例外 名 于 住院标准[三级, 1]. Each names a cell of the table by its meaning. */
function rowGuards(line: CoreException, target: Target, site: Site): readonly Expr[] | undefined {
  const { keys } = line.target;
  if (keys.length === 0 || (target.axes.length === 0 && target.address.includes('['))) return [];
  if (keys.length !== target.axes.length) {
    site.law.report(
      rowKeys({ name: target.address, headers: target.axes.map(({ header }) => printExpression(header)), span: line.target.span }),
    );
    return undefined;
  }
  const guards = keys.map(({ cell, span }, index) => {
    const { header, cells } = target.axes[index] ?? { cells: [] };
    if (cell.kind === 'any') return [];
    if (!cells.some((one) => sameCell(one, cell))) {
      site.law.report(noSuchRow({ name: target.address, cells: [...new Set(cells.map(printCell))], span }));
      return undefined;
    }
    const subject = header && infer(header, site);
    const guard = subject && (cell.kind === 'other' ? inNone(subject, cells, span, site) : inCell(subject, cell, { span }, site));
    return guard && [guard];
  });
  return guards.every((guard) => guard !== undefined) ? guards.flat() : undefined;
}

/** 其他: none of the cells that are listed. */
function inNone(subject: Expr, cells: readonly Cell[], span: Span, site: Site): Expr | undefined {
  const listed = cells.filter((cell) => cell.kind !== 'other' && cell.kind !== 'any').map((cell) => inCell(subject, cell, { span }, site));
  if (!listed.every((guard) => guard !== undefined)) return undefined;
  return { kind: 'not', of: { kind: 'any', of: listed, type: bool, span }, type: bool, span };
}

type How = Exclude<AdjustmentModel['how'], 'waive'> | 'subtract';

function checkValue(how: How, value: Expression, site: Site, type: Type): Expr | undefined {
  const { report } = site.law;
  switch (how) {
    case 'set':
      return expect(value, site, type.kind === 'integer' ? integer() : type);
    case 'atLeast':
    case 'atMost':
      if (isNumeric(type)) return expect(value, site, type.kind === 'integer' ? integer() : type);
      report(
        adjustKind({
          how: how === 'atLeast' ? ['不低于', 'have a lower limit'] : ['不高于', 'have an upper limit'],
          is: typeWords(type),
          span: value.span,
        }),
      );
      return undefined;
    case 'add':
    case 'subtract':
      if (isNumeric(type)) return expect(value, site, type.kind === 'ratio' ? points : type.kind === 'integer' ? integer() : type);
      report(
        adjustKind({ how: how === 'add' ? ['加', 'be added to'] : ['减', 'be subtracted from'], is: typeWords(type), span: value.span }),
      );
      return undefined;
    case 'multiply':
      return factor(value, site, type);
  }
}

function factor(value: Expression, site: Site, type: Type): Expr | undefined {
  const { report } = site.law;
  if (!isNumeric(type)) {
    report(adjustKind({ how: ['乘以', 'be multiplied'], is: typeWords(type), span: value.span }));
    return undefined;
  }
  if (type.kind === 'integer' || type.kind === 'months' || type.kind === 'days') return expect(value, site, integer());
  const by = infer(value, site, ratio);
  if (!by) return undefined;
  if (by.type.kind !== 'ratio' && !isCount(by.type)) {
    report(mismatch({ is: typeWords(by.type), wanted: ['比例或数', 'a ratio or a number'], span: value.span, fix: undefined }));
    return undefined;
  }
  if (isMoney(type) && type.kind === 'fen' && by.type.kind !== 'integer') {
    report(needsWholeFen({ place: ['分额', 'An amount in whole fen'], wrap: false, span: value.span }));
    return undefined;
  }
  return by;
}
