/** Written types → types of the model. */
import type { TypeNode } from '../2-syntax/nodes/declaration.ts';
import type { Bound } from '../2-syntax/nodes/table.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { unknownEnumeration } from '../diagnostics/names.ts';
import { emptyRange, notConstant } from '../diagnostics/types.ts';
import type { Type } from '../model/types.ts';
import { readQuantity } from './literal.ts';
import type { Names } from './names.ts';
import { nearest } from './near.ts';
import { integer } from './types.ts';

/** The type a declaration states; `owner` names the enumeration that a field lists itself. */
export function typeFromNode(
  node: TypeNode,
  names: Pick<Names, 'entities'>,
  report: (diagnostic: Diagnostic) => void,
  owner = '',
): Type | undefined {
  switch (node.kind) {
    case 'plain':
      return { kind: node.of };
    case 'integer':
      return rangeOf(node, report);
    case 'enum':
    case 'set':
      return { kind: node.kind, name: owner, values: [...new Set(node.values.map((value) => value.name.text))] };
    case 'named': {
      const field = names.entities.get(node.name.text);
      const type = field?.kind === 'input' ? field.input.type : ofItems(node.name.text, names);
      if (type?.kind === 'enum' || type?.kind === 'set')
        return { kind: node.set ? 'set' : 'enum', name: owner === '' ? type.name : owner, values: type.values };
      const listed = [...names.entities.values()].filter(
        (one) => one.kind === 'input' && (one.input.type.kind === 'enum' || one.input.type.kind === 'set'),
      );
      report(
        unknownEnumeration({
          name: node.name.text,
          near: nearest(
            node.name.text,
            listed.map((one) => one.name),
          ),
          span: node.name.span,
        }),
      );
      return undefined;
    }
  }
}

/** The enumeration that a field of one list declares; two lists with such a field are told apart by nothing. */
function ofItems(name: string, { entities }: Pick<Names, 'entities'>): Type | undefined {
  const found = [...entities.values()].flatMap((entity) =>
    entity.kind === 'list' ? entity.list.fields.filter((field) => field.name === name) : [],
  );
  return found.length === 1 ? found[0]?.type : undefined;
}

/** `整数 0 以上`: the ends become inclusive, as whole numbers have a next one. */
function rangeOf(node: Extract<TypeNode, { readonly kind: 'integer' }>, report: (diagnostic: Diagnostic) => void): Type | undefined {
  const { range } = node;
  if (!range) return integer();
  if (range.kind !== 'interval') {
    report(notConstant({ place: ['整数的范围', 'The range of a whole number'], span: range.span }));
    return undefined;
  }
  const low = whole(range.low, 1n);
  const high = whole(range.high, -1n);
  if (low === false || high === false) {
    report(notConstant({ place: ['整数的范围', 'The range of a whole number'], span: range.span }));
    return undefined;
  }
  if (low !== undefined && high !== undefined && low > high) {
    report(emptyRange({ span: range.span }));
    return undefined;
  }
  return integer(low, high);
}

/** Undefined: no bound on this side; false: not a whole number. */
function whole(bound: Bound | undefined, step: bigint): bigint | undefined | false {
  if (!bound) return undefined;
  const read = bound.value.kind === 'quantity' ? readQuantity(bound.value) : undefined;
  if (read?.type.kind !== 'integer') return false;
  return bound.included ? read.value.num : read.value.num + step;
}
