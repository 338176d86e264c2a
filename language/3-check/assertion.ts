/** 断言: conditions over the policy's own numbers, worked out exactly in every version. */
import type { Assertion } from '../2-syntax/nodes/declaration.ts';
import { assertionFalse, assertionOpen, assertionVaries } from '../diagnostics/assertions.ts';
import type { Expr } from '../model/types.ts';
import { foldedLookup } from './analyses/folded.ts';
import type { Lookup } from './constant.ts';
import { evaluate } from './constant.ts';
import { expect } from './expression.ts';
import { shown } from './shown.ts';
import type { Law } from './site.ts';
import { inside, siteAt } from './site.ts';
import { bool } from './types.ts';

/** Reports an assertion that does not hold, or cannot be decided. */
export function checkAssertion(node: Assertion, law: Law, lookup: Lookup, version: string): void {
  const condition = expect(node.condition, inside(siteAt(law, node.name.text, [])), bool);
  if (!condition) return;
  const result = evaluate(condition, foldedLookup(lookup));
  const name = node.name.text;
  if (result.kind === 'varies') law.report(assertionVaries({ name, span: node.condition.span }));
  else if (result.kind === 'open') law.report(assertionOpen({ name, span: node.condition.span }));
  else if (result.kind === 'known' && result.value.kind === 'truth' && !result.value.value)
    law.report(assertionFalse({ name, version, sides: sidesOf(condition, lookup), span: node.condition.span }));
}

/** What the two sides of a comparison came to, for the message. */
function sidesOf(condition: Expr, lookup: Lookup): readonly string[] {
  if (condition.kind !== 'compare') return [];
  return [condition.a, condition.b].flatMap((side) => {
    const result = evaluate(side, foldedLookup(lookup));
    return result.kind === 'known' ? [shown(result.value, side.type)] : [];
  });
}
