import type { Expression, Name, Path } from '../../2-syntax/node.ts';
import type { Item } from '../../2-syntax/nodes/policy.ts';

/**
 * 改名: the declaration and every path that begins with it. A node in which nothing changes stays the same object, so that what is known
 * by object (where a value comes from) stays known; `moved` says which object became which.
 */
export function rename(
  items: readonly Item[],
  from: string,
  to: Name,
): { readonly items: readonly Item[]; readonly moved: ReadonlyMap<object, object> } {
  const moved = new Map<object, object>();
  const name = (old: Name): Name => (old.text === from ? { ...to, span: old.span } : old);
  const rewrite = <Node>(node: Node): Node => {
    if (Array.isArray(node)) {
      const next: unknown[] = node.map(rewrite);
      return next.every((one, at) => one === node[at]) ? node : (next as Node);
    }
    if (typeof node !== 'object' || node === null) return node;
    const entries = Object.entries(node).map(([key, value]): [string, unknown] => [key, key === 'span' ? value : rewrite(value)]);
    const own: [string, unknown][] = isPath(node)
      ? entries.map(([key, value]) => (key === 'names' ? [key, renameFirst(node, name)] : [key, value]))
      : entries;
    if (own.every(([key, value]) => value === Reflect.get(node, key))) return node;
    const next = Object.fromEntries(own) as Node;
    moved.set(node, next as object);
    return next;
  };
  const declared = items.map((item) => rewrite(declaration(item, name)));
  return { items: declared, moved };
}

const isPath = (node: object): node is Path => 'names' in node && 'keys' in node && 'span' in node && !('kind' in node);

function renameFirst(path: Path, name: (old: Name) => Name): readonly Name[] {
  const [first, ...rest] = path.names;
  if (!first) return path.names;
  const next = name(first);
  return next === first ? path.names : [next, ...rest];
}

/** The names that are not paths: the declaration itself, and what a posting and a field list by name. */
function declaration(item: Item, name: (old: Name) => Name): Item {
  switch (item.kind) {
    case 'posting':
      return {
        ...item,
        ...(item.name ? { name: name(item.name) } : {}),
        by: 'kind' in item.by ? item.by : item.by.map(name),
        from: item.from.map(name),
        ...(item.into ? { into: name(item.into) } : {}),
      };
    case 'field':
      return { ...item, name: name(item.name), ...(item.asOf ? { asOf: name(item.asOf) } : {}) };
    case 'definition': {
      const table = item.among && name({ text: item.among.table, span: item.among.at, quoted: false }).text;
      const among = item.among && table !== undefined && table !== item.among.table ? { ...item.among, table } : item.among;
      return { ...item, name: name(item.name), ...(among ? { among } : {}) };
    }
    case 'parameter':
    case 'bands':
    case 'accumulator':
    case 'benefit':
    case 'guarantee':
    case 'allocation':
    case 'due':
    case 'eligibility':
    case 'tilt':
    case 'payer':
    case 'items':
      return { ...item, name: name(item.name) };
    case 'computed':
      return { ...item, field: name(item.field) };
    case 'waitingPeriod':
      return item.name ? { ...item, name: name(item.name) } : item;
    default:
      return item;
  }
}

/** Where an expression went after renames. */
export const followMoved = (e: Expression, moved: ReadonlyMap<object, object>): Expression => {
  const next = moved.get(e);
  return next === undefined ? e : (next as Expression);
};
