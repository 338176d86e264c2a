import type { Problem } from '../answer.ts';
import { nearest } from '../encounter/nearest.ts';
import { quoted, wrongType } from '../encounter/problems.ts';
import { isLiteral } from '../ir/type-of.ts';
import type { Literal } from '../ir/types.ts';
import { shownText, valueOfLiteral } from '../ir/value.ts';
import type { CompiledPolicy } from './program.ts';
import type { Supposed } from './state.ts';

/** Values that a caller states for what the policy leaves open or assumes, by open point. */
export interface Supposition {
  readonly values: ReadonlyMap<number, Supposed>;
  readonly problems: readonly Problem[];
}

/** Reads values by address. Nothing but an open or assumed value can be supposed. */
export function readSupposed({ ir }: CompiledPolicy, given: Readonly<Record<string, Literal>>): Supposition {
  const values = new Map<number, Supposed>();
  const problems: Problem[] = [];
  for (const [address, literal] of Object.entries(given)) {
    let known = false;
    for (const [point, { address: own, type }] of ir.openPoints.entries()) {
      if (own !== address || !type) continue;
      known = true;
      if (!isLiteral(literal, type)) {
        problems.push(wrongType(address, literal, '该值的类型', 'a value of its type'));
        continue;
      }
      const value = valueOfLiteral(literal, type);
      values.set(point, { value, reliances: [{ kind: 'supposed', address, value: shownText(value, type) }] });
    }
    if (!known)
      problems.push(
        notOpen(
          address,
          nearest(
            address,
            ir.openPoints.flatMap((point) => (point.type ? [point.address] : [])),
          ),
        ),
      );
  }
  return { values, problems };
}

const notOpen = (address: string, near: string | undefined): Problem => ({
  code: 'unknownField',
  field: quoted(address),
  zh: `“${quoted(address)}”不是政策待定或暂按的值, 不能另设。${near ? `最接近的是“${near}”。` : ''}`,
  en: `“${quoted(address)}” is neither open nor assumed in the policy, so nothing can be supposed for it. ${near ? `The nearest is “${near}”.` : ''}`.trim(),
});
