import type { Path } from '../../2-syntax/node.ts';
import type { Exception } from '../../2-syntax/nodes/declaration.ts';
import type { Item } from '../../2-syntax/nodes/policy.ts';
import { printPath } from './print.ts';

/** The definition that the exceptions after it adjust, and the round they are in. */
export interface Chain {
  readonly target: Path;
  readonly round: number;
  /** False when the last exception named its own target: then position no longer says anything. */
  readonly byPosition: boolean;
  /** Whether an exception stands in it yet. */
  readonly any: boolean;
}

/** The chain that an item begins: what can take exceptions right after itself. */
export function chainOf(item: Item): Chain | undefined {
  if (item.kind !== 'definition' && item.kind !== 'parameter' && item.kind !== 'posting' && item.kind !== 'due') return undefined;
  // An exception after a 表 says which of its results it adjusts.
  if (!item.name || (item.kind === 'definition' && item.among)) return undefined;
  return { target: { names: [item.name], keys: [], span: item.name.span }, round: 0, byPosition: true, any: false };
}

/** The chain an exception stands in; undefined when neither its place nor its 于 says what it changes. */
export function followedBy(chain: Chain | undefined, exception: Exception): Chain | undefined {
  const { target } = exception;
  if (!target) return chain?.byPosition ? { ...chain, any: true } : undefined;
  const same = chain !== undefined && printPath(chain.target) === printPath(target);
  return same ? { ...chain, any: true } : { target, round: 0, byPosition: false, any: true };
}

/** Every exception with the chain it stands in. */
export function chainsOf(items: readonly Item[]): ReadonlyMap<Exception, Chain | undefined> {
  const found = new Map<Exception, Chain | undefined>();
  let chain: Chain | undefined;
  for (const item of items) {
    if (item.kind === 'citation') continue;
    if (item.kind === 'again') chain = chain && { ...chain, round: chain.round + 1 };
    else if (item.kind === 'exception') {
      chain = followedBy(chain, item);
      found.set(item, chain);
    } else chain = chainOf(item);
  }
  return found;
}
