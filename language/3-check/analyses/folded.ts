import type { Expr } from '../../model/types.ts';
import { evaluate, type Lookup } from '../constant.ts';

/** One folded view for each lookup: it lives as long as the version it reads. */
const folded = new WeakMap<Lookup, Lookup>();

/**
 * The definitions that are constants, each worked out once. A definition that reads another twice, which reads a third twice, would
 * otherwise be worked out a number of times that doubles with every step.
 */
export function foldedLookup(lookup: Lookup): Lookup {
  const known = folded.get(lookup);
  if (known) return known;
  const values = new Map<string, ReturnType<Lookup>>();
  const view: Lookup = (address) => {
    if (values.has(address)) return values.get(address);
    // While it is worked out it counts as varying: a definition that reads itself has a finding of its own.
    values.set(address, undefined);
    const definition = lookup(address);
    const result = definition?.rounds.length === 0 ? evaluate(definition.value, view) : undefined;
    if (definition && result?.kind === 'known') values.set(address, { value: constant(definition.value, result.value), rounds: [] });
    if (definition && result?.kind === 'open')
      values.set(address, {
        value: { kind: 'open', point: -1, type: definition.value.type, span: definition.value.span, citations: [] },
        rounds: [],
      });
    return values.get(address);
  };
  folded.set(lookup, view);
  return view;
}

const constant = ({ type, span }: Expr, value: Extract<Expr, { kind: 'constant' }>['value']): Expr => ({
  kind: 'constant',
  value,
  type,
  span,
  citations: [],
});
