/**
 * What a guard may say: comparisons of one field or named value with constants, joined by 且 或 非. Then gaps and ties can be decided by
 * box arithmetic; anything else has to be named first as a 布尔.
 */

import type { Expression } from '../2-syntax/nodes/expression.ts';
import { guardShape } from '../diagnostics/types.ts';
import type { Expr } from '../model/types.ts';
import { expect } from './expression.ts';
import type { Site } from './site.ts';
import { bool } from './types.ts';

/** A condition of the simple shape; undefined when it has a finding. */
export function expectGuard(e: Expression, site: Site): Expr | undefined {
  const guard = expect(e, site, bool);
  if (!guard) return undefined;
  const odd = oddPart(guard);
  if (!odd) return guard;
  site.law.report(guardShape({ span: odd.span }));
  return undefined;
}

/** The first part that is neither a named value against a constant nor a junction of such. */
export function oddPart(guard: Expr): Expr | undefined {
  switch (guard.kind) {
    case 'all':
    case 'any':
      return guard.of.map(oddPart).find((part) => part !== undefined);
    case 'not':
      return oddPart(guard.of);
    case 'oneOf':
    case 'contains':
      return named(guard.of) ? undefined : guard;
    case 'compare':
      return (named(guard.a) && fixed(guard.b)) || (fixed(guard.a) && named(guard.b)) ? undefined : guard;
    case 'constant':
    case 'open':
    case 'input':
    case 'definition':
      return undefined;
    case 'assumed':
      return oddPart(guard.of);
    default:
      return guard;
  }
}

const named = (e: Expr): boolean => e.kind === 'input' || e.kind === 'definition';
const fixed = (e: Expr): boolean => e.kind === 'constant' || e.kind === 'open' || (e.kind === 'assumed' && fixed(e.of));
