/**
 * 可无: which optional fields are known to be there. Such a field is read only where a 有 before it holds: behind 且, in 则, in what a 当
 * guards. What is known is known of the text, not of an event, so no visit can meet a value that is not there.
 */
import type { Expression } from '../2-syntax/nodes/expression.ts';
import type { Span } from '../2-syntax/nodes/span.ts';
import { alwaysThere, mayBeAbsent } from '../diagnostics/inputs.ts';
import type { Expr } from '../model/types.ts';
import { printExpression } from './forms/print.ts';
import type { Law, Site } from './site.ts';
import { bool } from './types.ts';

/** How far named conditions are read through. */
const deepest = 20;

/** What tells one optional field from another: its name, or the item in hand and the name. */
const keyOf = (e: Expr): string | undefined =>
  e.kind === 'input' ? e.name : e.kind === 'item' ? `${e.level}.${e.list}.${e.field}` : undefined;

/** Whether an expression is a field that an event may leave out; one that is worked out when it is absent never is. */
function isOptional(e: Expr, { names }: Law): boolean {
  if (e.kind === 'input') {
    const entity = names.entities.get(e.name);
    return entity?.kind === 'input' && entity.input.optional === true && !names.computed.has(e.name);
  }
  if (e.kind !== 'item') return false;
  const entity = names.entities.get(e.list);
  return entity?.kind === 'list' && entity.list.fields.some(({ name, optional }) => name === e.field && optional === true);
}

/** Whether an event states a field, which must be an optional one. */
export function askedFor(of: Expr, written: Expression, span: Span, law: Law): Expr | undefined {
  if (isOptional(of, law)) return { kind: 'given', of, type: bool, span };
  law.report(alwaysThere({ text: printExpression(written), field: of.kind === 'input' || of.kind === 'item', span: written.span }));
  return undefined;
}

/** The field as it is read here; one that may be absent is a finding. */
export function present(e: Expr, site: Site): Expr | undefined {
  if (site.known === 'all' || !isOptional(e, site.law) || site.known.has(keyOf(e) ?? '')) return e;
  const name = e.kind === 'input' ? e.name : e.kind === 'item' ? e.field : '';
  site.law.report(mayBeAbsent({ name, span: e.span }));
  return undefined;
}

/** The site where a condition is known to hold, or not to. */
export function where(condition: Expr | undefined, holds: boolean, site: Site): Site {
  // A condition with a finding says nothing; that what follows it reads too much is no finding of its own.
  if (!condition) return { ...site, known: 'all' };
  const learned = learn(condition, holds, site.law, 0);
  return learned.length === 0 || site.known === 'all' ? site : { ...site, known: new Set([...site.known, ...learned]) };
}

function learn(condition: Expr, holds: boolean, law: Law, depth: number): readonly string[] {
  if (depth > deepest) return [];
  const inner = (e: Expr, so: boolean): readonly string[] => learn(e, so, law, depth + 1);
  switch (condition.kind) {
    case 'given':
      return holds ? [keyOf(condition.of) ?? ''] : [];
    case 'not':
      return inner(condition.of, !holds);
    case 'all':
      return holds ? condition.of.flatMap((one) => inner(one, true)) : [];
    case 'any':
      return holds ? [] : condition.of.flatMap((one) => inner(one, false));
    case 'definition': {
      const model = law.modelOf(condition.address);
      return model && model.rounds.length === 0 ? inner(model.value, holds) : [];
    }
    default:
      return [];
  }
}
