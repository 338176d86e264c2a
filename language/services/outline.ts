import type { Item, Name, Span, TopLevel, Tree } from '../2-syntax/node.ts';

export interface OutlineEntry {
  readonly name: string;
  /** The kind of node, as in the syntax tree. */
  readonly kind: string;
  readonly range: Span;
  readonly nameRange: Span;
  readonly children: readonly OutlineEntry[];
}

/** What a file holds, for an outline: top levels and, in them, everything with a name. */
export const outlineOf = (tree: Tree): readonly OutlineEntry[] => tree.items.map(topLevel);

function topLevel(node: TopLevel): OutlineEntry {
  switch (node.kind) {
    case 'vocabulary':
    case 'policy':
      return entry(node.kind, node.name, node.span, node.items.flatMap(item));
    case 'amendment':
      return entry(
        node.kind,
        node.policy,
        node.span,
        node.changes.flatMap((change) => (change.kind === 'insert' ? item(change.item) : [])),
      );
    case 'scenario':
    case 'property':
      return entry(node.kind, node.title, node.span, []);
    case 'reconciliation':
      return entry(node.kind, node.document, node.span, []);
  }
}

function item(node: Item): readonly OutlineEntry[] {
  if (!('name' in node) || node.name === undefined || node.kind === 'area') return [];
  const inner =
    node.kind === 'benefit'
      ? node.lines.flatMap((line) => ('name' in line && line.name !== undefined ? [entry(line.kind, line.name, line.span, [])] : []))
      : [];
  return [entry(node.kind, node.name, node.span, inner)];
}

const entry = (kind: string, name: Pick<Name, 'text' | 'span'>, range: Span, children: readonly OutlineEntry[]): OutlineEntry => ({
  name: name.text,
  kind,
  range,
  nameRange: name.span,
  children,
});
