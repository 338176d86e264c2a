import { scaleOf } from '../../runtime/ir/type-of.ts';
import type { PolicyIr } from '../../runtime/ir/types.ts';
import { leastCommonMultiple } from '../../runtime/money/rational.ts';
import type { ReferenceModel } from '../model/types.ts';
import { anything, between, within } from './bounds.ts';
import type { Scope } from './scope.ts';

/** Results of earlier layers, each at a scale that holds it in every version of its policy. */
export function lowerReferences(references: readonly ReferenceModel[], layers: ReadonlyMap<string, PolicyIr>): Scope['references'] {
  return new Map(
    references.map(({ name, policy, address, type }, index) => {
      const layer = layers.get(policy);
      const steps = (layer?.programs ?? []).flatMap((program) => program.steps.filter((step) => step.address === address));
      const scale = steps.reduce((all, step) => leastCommonMultiple(all, scaleOf(step.type) ?? 1n), 1n);
      const limit = BigInt(layer?.moneyLimit ?? '0') * scale;
      const money = type.kind === 'money' || type.kind === 'fen';
      const bounds = !money ? anything : steps.some((step) => step.posting) ? between(0n, limit) : within(limit);
      return [name, { index, scale, bounds }];
    }),
  );
}
