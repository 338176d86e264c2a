import { partsOf } from '../../runtime/calendar/date.ts';
import { rational } from '../../runtime/money/rational.ts';
import { evaluate } from '../3-check/constant.ts';
import type { Expr, InputModel, Value } from '../model/types.ts';
import type { Drawn, Visit } from './encounters.ts';

/** Whether a law's condition, which speaks of fields alone, holds for a drawn visit. A field that was not drawn decides nothing: false. */
export function guardHolds(guard: Expr, visit: Visit, inputs: readonly InputModel[]): boolean {
  const decided = evaluate(guard, (name) => {
    const field = inputs.find((input) => input.name === name);
    const drawn = visit[name];
    if (!field || drawn === undefined) return undefined;
    return {
      value: { kind: 'constant', type: field.type, value: constantFrom(field, drawn), span: field.span, citations: [] },
      rounds: [],
    };
  });
  return decided.kind === 'known' && decided.value.kind === 'truth' && decided.value.value;
}

function constantFrom({ type }: InputModel, drawn: Drawn): Value {
  if (typeof drawn === 'boolean') return { kind: 'truth', value: drawn };
  if (typeof drawn === 'bigint')
    return { kind: 'number', value: type.kind === 'money' || type.kind === 'fen' ? rational(drawn, 100n) : rational(drawn) };
  if (typeof drawn === 'number') return { kind: 'date', value: partsOf(drawn) };
  if (typeof drawn !== 'string') return { kind: 'set', values: drawn };
  return type.kind === 'enum' ? { kind: 'enum', value: drawn } : { kind: 'text', value: drawn };
}
