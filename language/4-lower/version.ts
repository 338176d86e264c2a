import type { ComputedItem, EligibilityRule, Expr as IrExpr, Join, ParameterValue, Program, Split, Step } from '../../runtime/ir/types.ts';
import type { EligibilityModel, Expr, JoinModel, SplitModel, VersionModel } from '../model/types.ts';
import { lowerDefinition } from './definition.ts';
import { lowerExpression } from './expression.ts';
import { lowerOver } from './fold.ts';
import { accumulatorKey, irType, isNumeric } from './scales.ts';
import type { Scope } from './scope.ts';
import { align, found } from './scope.ts';

/** The code of one version and its values for the code's parameters. */
export interface LoweredVersion {
  readonly program: Program;
  readonly parameters: readonly ParameterValue[];
}

/** One version of a policy; `scope` is new for each. */
export function lowerVersion(version: VersionModel, scope: Scope): LoweredVersion {
  const expression = (expr: Expr): IrExpr => lowerExpression(expr, scope).expr;
  const step = (address: string): number => found(scope.steps, address).index;
  const lowered = version.definitions.map((definition) => lowerDefinition(definition, scope));
  // Shares are worked out from the posting, so they are steps only after it.
  const steps = lowered.map((one, at): Step => {
    const shares = version.definitions[at]?.posting?.shares;
    return one.posting && shares ? { ...one, posting: { ...one.posting, shares: shares.map(step) } } : one;
  });
  const eligibility = (rules: readonly EligibilityModel[]): readonly EligibilityRule[] =>
    rules.map(({ name, condition, reason, span, citations }) => ({
      name,
      condition: expression(condition),
      reason,
      source: scope.source(span),
      citations,
    }));
  const cellValue = (accumulator: string, value: Expr): IrExpr => intoCell(accumulator, value, scope);
  const program: Program = {
    steps,
    postings: version.postings.map(step),
    dues: version.dues.map(step),
    entries: version.entries.map((entry) => {
      const own: Scope = entry.each ? { ...scope, folds: 1 } : scope;
      return {
        accumulator: found(scope.accumulators, entry.accumulator).index,
        ...(entry.each ? { each: lowerOver(entry.each, scope, lowerExpression) } : {}),
        guard: lowerExpression(entry.guard, own).expr,
        value: intoCell(entry.accumulator, entry.value, own),
        ...(entry.retroactive ? { retroactive: true } : {}),
        keys: entry.keys.map((key) => lowerExpression(key, own).expr),
      };
    }),
    eligibility: eligibility(version.eligibility),
    constraints: version.constraints.map(({ name, holds, span }) => ({
      ...(name === undefined ? {} : { name }),
      holds: expression(holds),
      source: scope.source(span),
    })),
    benefits: version.benefits.map((benefit) => ({
      name: benefit.name,
      applies: step(benefit.applies),
      fits: step(benefit.fits),
      eligibility: eligibility(benefit.eligibility),
    })),
    openings: version.entries.flatMap(({ accumulator, opening }) =>
      opening ? [{ accumulator: found(scope.accumulators, accumulator).index, value: cellValue(accumulator, opening) }] : [],
    ),
    parameters: scope.parameters.specs,
    splits: version.splits.map((split) => lowerSplit(split, scope)),
    joins: version.joins.map((join) => lowerJoin(join, scope)),
    computed: version.computed.map((name) => ({ input: found(scope.inputs, name).index, step: step(name) })),
    computedItems: version.computedItems.map((one) => lowerComputedItem(one, scope)),
  };
  return { program, parameters: scope.parameters.values };
}

function lowerComputedItem({ list: name, field, value, agrees }: VersionModel['computedItems'][number], scope: Scope): ComputedItem {
  const { index, list } = found(scope.lists, name);
  const within: Scope = { ...scope, folds: 1 };
  const { expr, scale } = lowerExpression(value, within);
  return {
    list: index,
    field: list.fields.findIndex((one) => one.name === field),
    type: irType(value.type, scale),
    value: expr,
    agrees: lowerExpression(agrees, within).expr,
  };
}

function lowerSplit({ period, begins, from, to, by, guard }: SplitModel, scope: Scope): Split {
  const list = by && scope.lists.get(by.list);
  return {
    period,
    ...(begins ? { begins } : {}),
    from: found(scope.inputs, from).index,
    to: found(scope.inputs, to).index,
    ...(by && list ? { by: { list: list.index, field: list.list.fields.findIndex(({ name }) => name === by.field) } } : {}),
    ...(guard ? { guard: lowerExpression(guard, scope).expr } : {}),
  };
}

const lowerJoin = ({ earlier, stay, from, to, within, unit }: JoinModel, scope: Scope): Join => ({
  earlier: lowerExpression(earlier, scope).expr,
  stay: lowerExpression(stay, scope).expr,
  from: found(scope.inputs, from).index,
  to: found(scope.inputs, to).index,
  within: lowerExpression(within, scope).expr,
  unit,
});

/** A value at the scale in which its accumulator keeps cells. */
function intoCell(accumulator: string, value: Expr, scope: Scope): IrExpr {
  const lowered = lowerExpression(value, scope);
  if (!isNumeric(value.type)) return lowered.expr;
  const key = accumulatorKey(accumulator);
  scope.book.need(key, lowered.scale);
  return align(lowered, scope.book.scale(key)).expr;
}
