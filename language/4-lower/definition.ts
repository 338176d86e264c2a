import type { Adjustment, CapNote, Members, Note, Step } from '../../runtime/ir/types.ts';
import { leastCommonMultiple } from '../../runtime/money/rational.ts';
import type { AdjustmentModel, DefinitionModel, Expr, FormModel, PostingModel } from '../model/types.ts';
import { unreachable } from '../model/unreachable.ts';
import { round } from './arithmetic.ts';
import type { Bounds } from './bounds.ts';
import { addBounds, between, greatestBounds, joinBounds, leastBounds, multiplyBounds } from './bounds.ts';
import { lowerExpression } from './expression.ts';
import { irType } from './scales.ts';
import type { Lowered, Scope } from './scope.ts';
import { align, found } from './scope.ts';

/** One definition as a step; its address is known to the scope from then on. */
export function lowerDefinition(definition: DefinitionModel, scope: Scope): Step {
  const base = posted(definition, lowerValue(definition, scope), scope);
  const rounds = definition.rounds.map((adjustments) =>
    adjustments.map((adjustment) => ({
      adjustment,
      value: adjustment.value && lowerExpression(adjustment.value, scope),
      guard: lowerExpression(adjustment.guard, scope),
    })),
  );
  const scale = adjustedScale(base, rounds.flat());
  const value = align(base, scale);
  let { bounds } = value;
  const lowered = rounds.map((adjustments) =>
    adjustments.map(({ adjustment, value: by, guard }): Adjustment => {
      const factor = adjustment.how === 'multiply';
      const operand = by && (factor ? by : align(by, scale));
      bounds = joinBounds(bounds, adjustedBounds(bounds, adjustment.how, operand));
      return {
        name: adjustment.name,
        how: adjustment.how,
        guard: guard.expr,
        ...(operand ? { value: operand.expr } : {}),
        ...(operand && factor ? { scale: String(operand.scale) } : {}),
        ...(adjustment.join ? { join: adjustment.join } : {}),
        source: scope.source(adjustment.span),
        citations: adjustment.citations,
      };
    }),
  );
  const note: Note = { source: scope.source(definition.span), citations: definition.citations, form: lowerForm(definition.form, scope) };
  scope.steps.set(definition.address, { index: scope.steps.size, scale, bounds });
  const { posting } = definition;
  return {
    address: definition.address,
    type: irType(definition.type, scale),
    value: value.expr,
    rounds: lowered,
    ...(posting
      ? {
          posting: {
            payers: posting.payers.map((payer) => found(scope.payers, payer)),
            ...(posting.shareOpen === undefined ? {} : { shareOpen: posting.shareOpen }),
            parts: posting.parts.map((part) => found(scope.inputs, part).index),
            ...(posting.into === undefined ? {} : { into: found(scope.payers, posting.into) }),
            ...(posting.until ? { until: lowerExpression(posting.until, scope).expr } : {}),
            ...(posting.members ? { members: lowerMembers(posting.members, scope) } : {}),
          },
        }
      : {}),
    note,
  };
}

/**
 * A base that a formula takes below 0 is nothing to pay from, and no deductible is borne of it. Said only where the formula can come out
 * below 0, so that what cannot is explained as it is written.
 */
function lowerValue({ value, form }: DefinitionModel, scope: Scope): Lowered {
  const lowered = lowerExpression(value, scope);
  if ((form.kind !== 'base' && form.kind !== 'deductible') || (lowered.bounds.low !== undefined && lowered.bounds.low >= 0n))
    return lowered;
  return lowerExpression(nothingBelow(value), scope);
}

function nothingBelow(value: Expr): Expr {
  if (value.kind === 'round') return { ...value, of: nothingBelow(value.of) };
  if (value.kind !== 'choose') return value;
  const { then, otherwise } = value;
  return { ...value, then: { kind: 'greatest', of: [otherwise, then], type: then.type, span: then.span } };
}

/** 拨付: each amount is rounded by the policy's own rule, and so is what there is to share out. */
function lowerMembers({ list, guard, value, pool, remainder }: NonNullable<PostingModel['members']>, scope: Scope): Members {
  // The batch is the only fold around them.
  const within: Scope = { ...scope, folds: 1 };
  return {
    list: found(scope.lists, list).index,
    ...(guard ? { guard: lowerExpression(guard, within).expr } : {}),
    value: align(lowerExpression(value, within), 1n).expr,
    ...(pool === undefined ? {} : { pool: found(scope.steps, pool).index }),
    ...(remainder === undefined ? {} : { remainder }),
  };
}

/** A posting's amount is rounded by the policy's own rule, which whole fen need only if the rule keeps less than fen. */
function posted(definition: DefinitionModel, value: Lowered, { policy }: Scope): Lowered {
  if (!definition.posting || (value.scale === 1n && policy.rounding.unit === 'fen')) return value;
  return round(value, policy.rounding.mode, policy.rounding.unit);
}

/**
 * A scale that holds the value, everything added to it, and every factor that may come to multiply it, so that dividing by a factor's
 * scale never leaves a remainder.
 */
function adjustedScale(
  base: Lowered,
  adjustments: readonly { readonly adjustment: AdjustmentModel; readonly value?: Lowered | undefined }[],
): bigint {
  let terms = base.scale;
  let factors = 1n;
  for (const { adjustment, value } of adjustments) {
    if (!value) continue;
    if (adjustment.how === 'multiply') factors *= value.scale;
    else terms = leastCommonMultiple(terms, value.scale);
  }
  return terms * factors;
}

function adjustedBounds(before: Bounds, how: AdjustmentModel['how'], operand: Lowered | undefined): Bounds {
  if (how === 'waive' || !operand) return between(0n, 0n);
  switch (how) {
    case 'set':
      return operand.bounds;
    case 'add':
      return addBounds(before, operand.bounds);
    case 'multiply':
      return multiplyBounds(before, operand.bounds);
    case 'atLeast':
      return greatestBounds(before, operand.bounds);
    case 'atMost':
      return leastBounds(before, operand.bounds);
    default:
      return unreachable(how);
  }
}

function lowerForm(form: FormModel, scope: Scope): Note['form'] {
  const step = (address: string): number => found(scope.steps, address).index;
  const used = (address: string | undefined): { readonly used?: number } => (address === undefined ? {} : { used: step(address) });
  const deductible = (address: string | undefined): { readonly deductible?: number } =>
    address === undefined ? {} : { deductible: step(address) };
  const caps = (limits: readonly { readonly limit: string; readonly used?: string }[]): readonly CapNote[] =>
    limits.map((cap) => ({ limit: step(cap.limit), ...used(cap.used) }));
  switch (form.kind) {
    case 'definition':
    case 'parameter':
    case 'posting':
    case 'applies':
    case 'base':
    case 'ratio':
    case 'standard':
    case 'limit':
    case 'eligibility':
    case 'over':
    case 'copay':
    case 'computed':
    case 'due':
    case 'deferral':
    case 'allotment':
      return { kind: form.kind };
    case 'deductible':
      return { kind: 'deductible', base: step(form.base), standard: step(form.standard), ...used(form.used) };
    case 'expenseCap':
      return { kind: 'expenseCap', base: step(form.base), ...deductible(form.deductible), limits: caps(form.limits) };
    case 'payable':
      return {
        kind: 'payable',
        base: step(form.base),
        ...(form.ratio === undefined ? {} : { ratio: step(form.ratio) }),
        ...(form.bands === undefined ? {} : { bands: form.bands }),
      };
    case 'payment':
      return { kind: 'payment', payable: step(form.payable), limits: caps(form.limits), ...deductible(form.deductible) };
    case 'guarantee':
      return {
        kind: 'guarantee',
        floor: step(form.floor),
        paid: form.paid.filter((paid) => !scope.references.has(paid)).map(step),
        layers: form.paid.flatMap((paid) => scope.references.get(paid)?.index ?? []),
      };
    case 'allocation':
      return form;
    case 'receiver':
      return { kind: 'receiver', amount: step(form.amount), before: form.before.map(step) };
    case 'used':
      return { kind: 'used', accumulator: found(scope.accumulators, form.accumulator).index };
    default:
      return unreachable(form);
  }
}
