/** The shares that a policy names: its curve has slopes that are among them. */
import type { PolicyIr } from '../../runtime/index.ts';
import { layersOf } from '../../runtime/index.ts';
import type { IrType, Literal } from '../../runtime/ir/types.ts';
import { rational } from '../../runtime/money/rational.ts';
import type { Share } from './kinks.ts';
import { visitProgram } from './walk.ts';

const known = new WeakMap<PolicyIr, readonly Share[]>();

/** Every share written in the rules of a policy and of its layers, in any version. */
export function sharesOf(policy: PolicyIr, all: readonly PolicyIr[]): readonly Share[] {
  const before = known.get(policy);
  if (before) return before;
  const found = new Map<string, Share>();
  const note = (type: IrType, value: Literal): void => {
    if (type.kind !== 'ratio' || typeof value !== 'string') return;
    const { num, den } = rational(BigInt(value), BigInt(type.scale));
    found.set(`${num}/${den}`, { num: Number(num), den: Number(den) });
  };
  for (const one of [...layersOf(policy, all), policy]) {
    for (const { program, parameters } of one.versions)
      parameters.forEach((value, index) => {
        const spec = one.programs[program]?.parameters[index];
        if (spec && value.kind !== 'open') note(spec.type, value.value);
      });
    for (const program of one.programs)
      visitProgram(program, (expr) => {
        if (expr.op === 'const') note(expr.type, expr.value);
      });
  }
  const shares = [...found.values()];
  known.set(policy, shares);
  return shares;
}
