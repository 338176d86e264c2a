import type { Problem } from '../answer.ts';
import { nearest } from '../encounter/nearest.ts';
import { quoted, wrongType } from '../encounter/problems.ts';
import type { Literal } from '../ir/types.ts';
import { isLiteral, shownText, valueOfLiteral } from '../ir/value.ts';
import type { CompiledPolicy } from './program.ts';
import type { Supposed } from './state.ts';

/** Values that a caller states for what the policy leaves open or assumes, by open point. */
export interface Supposition {
  readonly values: ReadonlyMap<number, Supposed>;
  readonly problems: readonly Problem[];
}

/**
 * The values that a caller states, per layer of an event. An address after the name of a policy is that policy's; else it is the asked
 * policy's, or that of the one earlier layer that has it.
 */
export function supposedPerLayer(
  layers: readonly CompiledPolicy[],
  given: Readonly<Record<string, Literal>>,
): readonly Readonly<Record<string, Literal>>[] {
  const own = layers.length - 1;
  const sorted = layers.map((): Record<string, Literal> => ({}));
  const put = (layer: number, address: string, value: Literal): void => {
    const values = sorted[layer];
    if (values) values[address] = value;
  };
  for (const [address, value] of Object.entries(given)) {
    const having = layers.flatMap(({ ir }, layer) =>
      ir.openPoints.some((point) => point.type && point.address === address) ? [layer] : [],
    );
    const named = layers.findIndex(({ ir }) => address.startsWith(`${ir.id}.`));
    if (having.includes(own) || (named < 0 && having.length !== 1)) put(own, address, value);
    else if (having.length === 1) put(having[0] as number, address, value);
    else put(named, address.slice((layers[named] as CompiledPolicy).ir.id.length + 1), value);
  }
  return sorted;
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
