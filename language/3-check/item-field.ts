/** A field of the item in hand as it is read: one that may be absent, and one that is worked out when it is. */
import type { ItemComputed } from '../2-syntax/nodes/declaration.ts';
import { recursion } from '../diagnostics/types.ts';
import type { Expr, VersionModel } from '../model/types.ts';
import type { Entity } from './names.ts';
import { present } from './present.ts';
import type { Law, Site } from './site.ts';
import { siteAt } from './site.ts';
import { bool } from './types.ts';
import { readValue } from './value.ts';

type List = Extract<Entity, { readonly kind: 'list' }>;

/** The field, or what works it out where the item does not state it. */
export function itemField(item: Expr, site: Site): Expr | undefined {
  if (item.kind !== 'item') return item;
  const list = site.law.names.entities.get(item.list);
  const node = list?.kind === 'list' ? list.computed.get(item.field) : undefined;
  // 有 asks whether it was stated.
  if (list?.kind !== 'list' || !node || site.known === 'all') return present(item, site);
  const address = `${item.list}.${item.field}`;
  if (site.calls.includes(address)) {
    site.law.report(recursion({ name: address, span: item.span }));
    return undefined;
  }
  const otherwise = readValue(node.value, { ...within(site, list, item.level, node), copy: true }, item.type);
  if (!otherwise) return undefined;
  const stated: Expr = { kind: 'given', of: item, type: bool, span: item.span };
  return { kind: 'choose', if: stated, then: item, otherwise, type: item.type, span: item.span };
}

/** Where a field is worked out: the item's fields go by their own names. */
function within(site: Site, { list }: List, level: number, node: ItemComputed): Site {
  const { law } = site;
  const address = `${list.name}.${node.field.name.text}`;
  return {
    ...site,
    at: address,
    amendable: { address },
    citations: law.citations.ids(node.citations),
    locals: new Map(
      list.fields.map(({ name, type }) => [name, { kind: 'item', level, list: list.name, field: name, type, span: node.field.span }]),
    ),
    formals: new Map(),
    hands: new Map(),
    known: new Set(),
    bare: true,
    calls: [...site.calls, address],
    depth: site.depth + 1,
  };
}

/** Every field of items that is worked out, where it is declared; undefined for one with a finding. */
export function computedItems(law: Law): readonly (VersionModel['computedItems'][number] | undefined)[] {
  const lists = [...law.names.entities.values()].filter((one) => one.kind === 'list');
  return lists.flatMap((list) =>
    [...list.computed].map(([field, node]) => {
      const type = list.list.fields.find(({ name }) => name === field)?.type;
      const site = { ...siteAt(law, list.name, []), folds: 1 };
      const value = type && readValue(node.value, within(site, list, 0, node), type);
      if (!type || !value) return undefined;
      const { span } = node.field;
      const stated: Expr = { kind: 'item', level: 0, list: list.name, field, type, span };
      return { list: list.name, field, value, agrees: { kind: 'compare', test: '=', a: stated, b: value, type: bool, span } };
    }),
  );
}
