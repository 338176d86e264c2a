import type { Constraint } from '../2-syntax/nodes/bill.ts';
import type { Expr, VersionModel } from '../model/types.ts';
import { expectGuard } from './guard.ts';
import type { Sourced } from './input.ts';
import type { OpenLaw } from './law.ts';
import { inside, siteAt } from './site.ts';
import { bool } from './types.ts';

/** `约束 [名] [当 guard :] condition`: a combination for which it is false does not exist. */
export function checkConstraint({ node }: Sourced<Constraint>, law: OpenLaw): VersionModel['constraints'][number] | undefined {
  const site = siteAt(law, node.name?.text ?? '约束', []);
  const condition = expectGuard(node.condition, inside(site));
  const guard = node.guard && expectGuard(node.guard, inside(site));
  if (!condition || (node.guard && !guard)) return undefined;
  const holds: Expr = guard
    ? { kind: 'any', of: [{ kind: 'not', of: guard, type: bool, span: guard.span }, condition], type: bool, span: node.span }
    : condition;
  return { ...(node.name ? { name: node.name.text } : {}), holds, span: node.span };
}
