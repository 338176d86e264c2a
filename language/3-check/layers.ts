/**
 * 引用: what a policy reads of earlier layers. Policies are checked in the order in which they are settled, so that a layer is known when a
 * later one names its results.
 */
import type { Amendment, Item, Policy, RefersTo } from '../2-syntax/nodes/policy.ts';
import type { Name, Path, Span } from '../2-syntax/nodes/span.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import * as say from '../diagnostics/layers.ts';
import type { AccumulatorModel, PolicyModel, ReferenceModel, Type } from '../model/types.ts';
import { addressesOf, formAddress } from './amounts.ts';
import type { Entity, Names, ReferredTo } from './names.ts';
import { addressOf, partsOfBenefit } from './names.ts';
import { nearest } from './near.ts';
import { inDependenceOrder } from './order.ts';
import type { SymbolRecorder } from './symbols.ts';
import { isNumeric, join, orZero, typeWords } from './types.ts';

/** A policy that others may refer to; without a model it has errors. */
export interface KnownLayer {
  readonly name: string;
  readonly span: Span;
  readonly model?: PolicyModel;
  /** The names of its latest version. */
  readonly names?: Names;
  /** All versions, the latest last: cells outlive the amendment that ends their accumulator. */
  readonly laws?: readonly { readonly names: Names }[];
  /** Its accumulators, which may be known before the rest of it: policies may read one another's cells. */
  readonly accumulators?: readonly AccumulatorModel[];
}

/** Every policy that is written, by name. */
export type Layers = ReadonlyMap<string, KnownLayer>;

const isReference = (item: Item): item is RefersTo => item.kind === 'refersTo';

/** The 引用 lines of a policy, in any version. */
export const referencesIn = (policy: { readonly items: readonly Item[] }, amendments: readonly Amendment[]): readonly RefersTo[] =>
  [
    ...policy.items,
    ...amendments.flatMap((one) => one.changes.flatMap((change) => (change.kind === 'insert' ? [change.item] : []))),
  ].filter(isReference);

/**
 * Policies with those they refer to before them. Those in a ring are told, and stand where they can. A line that names only accumulators asks
 * for no settlement: in a ring of such lines nobody has to be the first, and `mutual` says whose accumulators are wanted before their turn.
 */
export function inLayerOrder(
  policies: readonly Policy[],
  amendmentsOf: (policy: string) => readonly Amendment[],
  /** Policies that it takes names from, which come before it too. */
  takesFrom: (policy: string) => readonly string[],
  report: (diagnostic: Diagnostic) => void,
): { readonly order: readonly Policy[]; readonly mutual: (policy: string, from: string) => boolean } {
  const cells = new Map(policies.map((policy) => [policy.name.text, cellNames(policy, amendmentsOf(policy.name.text))] as const));
  const nodes = policies.map((policy) => {
    const lines = referencesIn(policy, amendmentsOf(policy.name.text));
    return { address: policy.name.text, span: policy.name.span, policy, lines };
  });
  type Node = (typeof nodes)[number];
  const above = ({ address }: Node): readonly string[] => takesFrom(address);
  const edge = (from: string, to: string): string => JSON.stringify([from, to]);
  const dropped = new Set<string>();
  const onlyCells = (node: Node, to: string): boolean => {
    const lines = node.lines.filter(({ from }) => from.text === to);
    const asked = lines.flatMap(({ results }) => results.map(({ path }) => addressOf(path)));
    return !above(node).includes(to) && asked.length > 0 && asked.every((name) => cells.get(to)?.has(name));
  };
  const sorted = () =>
    inDependenceOrder(nodes, (node) =>
      [...above(node), ...node.lines.map(({ from }) => from.text)].filter((to) => !dropped.has(edge(node.address, to))),
    );
  let found = sorted();
  for (let before = -1; before < dropped.size; found = sorted()) {
    before = dropped.size;
    for (const ring of found.rings)
      for (const node of ring)
        for (const { address } of ring) if (address !== node.address && onlyCells(node, address)) dropped.add(edge(node.address, address));
  }
  for (const ring of found.rings) {
    const members = new Set(ring.map((one) => one.address));
    if (!ring.some(({ lines }) => lines.some(({ from }) => members.has(from.text)))) continue;
    report(
      say.layerRing({
        ring: ring.map(({ address, span, lines }) => ({
          name: address,
          span: lines.find(({ from }) => members.has(from.text))?.from.span ?? span,
        })),
      }),
    );
  }
  const order = found.order.map((one) => one.policy);
  return {
    order: [...order, ...policies.filter((policy) => !order.includes(policy))],
    mutual: (policy, from) => dropped.has(edge(policy, from)),
  };
}

/** The accumulators that a policy declares in any version. */
const cellNames = ({ items }: Policy, amendments: readonly Amendment[]): ReadonlySet<string> =>
  new Set(
    [...items, ...amendments.flatMap((one) => one.changes.flatMap((change) => (change.kind === 'insert' ? [change.item] : [])))].flatMap(
      (item) => (item.kind === 'accumulator' ? [item.name.text] : []),
    ),
  );

/** What the 引用 lines of one version bring: a name for each result. */
export function referenceEntities(
  owner: string,
  items: readonly Item[],
  layers: Layers,
  report: (diagnostic: Diagnostic) => void,
  symbols: SymbolRecorder,
): readonly Entity[] {
  return items.filter(isReference).flatMap((line) => {
    const layer = layers.get(line.from.text);
    if (!layer) {
      report(say.unknownLayer({ name: line.from.text, near: nearest(line.from.text, layers.keys()), span: line.from.span }));
    } else {
      symbols.refer(line.from, { name: layer.name, span: layer.span });
      if (!layer.model && !layer.accumulators) report(say.layerUnfinished({ name: layer.name, span: line.from.span }));
    }
    const list = { ...line.span, start: line.results[0]?.path.span.start ?? line.span.start };
    return line.results.flatMap(({ path, as }): Entity[] => {
      if (as) symbols.declare({ kind: 'reference', name: as.text, span: as.span, owner });
      const cells = cellsAt(path, layer, as, report);
      if (cells) {
        const there = layer?.names?.entities.get(addressOf(path));
        if (there) symbols.referPath(path, there);
        return [cells];
      }
      const found = layer?.model ? resultOf(path, layer, layer.model, list, report) : unknownOf(path, line.from.text, list);
      if (!found) return [];
      const there = layer?.names?.entities.get(found.of.address);
      if (there) symbols.referPath(path, there, found.of.owner, found.of.type);
      const span = as?.span ?? there?.span ?? path.span;
      return [{ kind: 'reference', name: as?.text ?? addressOf(path), span, of: found.of }];
    });
  });
}

/** An accumulator of the other policy: its cells are read, and nothing of it has to be settled for this event. */
function cellsAt(
  path: Path,
  layer: KnownLayer | undefined,
  as: Name | undefined,
  report: (diagnostic: Diagnostic) => void,
): Entity | undefined {
  const alone = path.names.length === 1 && path.keys.length === 0;
  const meant = [layer, ...(layer?.laws ?? []).toReversed()].map((law) => law?.names?.entities.get(addressOf(path)));
  const entity = alone ? (meant[0] ?? meant.find((one) => one?.kind === 'accumulator')) : undefined;
  if (!layer || entity?.kind !== 'accumulator') return undefined;
  if (entity.of) {
    report(say.cellsOfAnother({ name: entity.name, policy: layer.name, owner: entity.of.policy, span: path.span }));
    return undefined;
  }
  if (entity.node.opening && entity.node.opening.kind !== 'retroactive')
    report(say.cellsWithOpening({ name: entity.name, policy: layer.name, span: path.span }));
  const model = (layer.model?.accumulators ?? layer.accumulators)?.find(({ name }) => name === entity.name);
  return {
    kind: 'accumulator',
    name: as?.text ?? entity.name,
    span: as?.span ?? entity.span,
    node: entity.node,
    of: { policy: layer.name, at: path.span, ...(model ? { model } : {}) },
  };
}

const unknownOf = (path: Path, policy: string, list: Span): { readonly of: ReferredTo } => ({
  of: { policy, address: addressOf(path), at: path.span, list },
});

function resultOf(
  path: Path,
  { name, names }: KnownLayer,
  model: PolicyModel,
  list: Span,
  report: (diagnostic: Diagnostic) => void,
): { readonly of: ReferredTo } | undefined {
  const written = addressOf(path);
  const known = addressesOf(model);
  const address = known.has(written) ? written : formAddress(written, known);
  if (address === undefined) {
    report(say.unknownResult({ name: written, policy: name, near: nearResult(written, model, names), span: path.span }));
    return undefined;
  }
  const all = model.versions.flatMap(({ definitions }) => definitions.filter((one) => one.address === address));
  const type = all.map((one) => one.type).reduce<Type | undefined>((a, b) => a && join(a, b), all[0]?.type);
  if (!type || !(isNumeric(type) || type.kind === 'bool')) {
    report(say.notReferable({ name: written, is: type ? typeWords(type) : ['几种不同的类型', 'of several types'], span: path.span }));
    return undefined;
  }
  const parts = all.some((one) => one.posting) ? [...new Set(all.flatMap((one) => one.posting?.parts ?? []))] : undefined;
  const owner = names?.entities.get(path.names[0]?.text ?? '');
  return {
    of: { policy: name, address, type: orZero(type), at: path.span, list, ...(parts ? { parts } : {}), ...(owner ? { owner } : {}) },
  };
}

function nearResult(written: string, model: PolicyModel, names: Names | undefined): string | undefined {
  const [first = ''] = written.split('.');
  const parts = names ? partsOfBenefit(names, first) : [];
  return nearest(written, parts.length > 0 ? parts.map((part) => `${first}.${part}`) : addressesOf(model).keys());
}

/** The references of all versions, each name once. */
export const unionOfReferences = (versions: readonly { readonly entities: ReadonlyMap<string, Entity> }[]): readonly ReferenceModel[] => [
  ...new Map(
    versions.flatMap(({ entities }) =>
      [...entities.values()].flatMap((entity) =>
        entity.kind === 'reference' && entity.of.type
          ? [[entity.name, { name: entity.name, policy: entity.of.policy, address: entity.of.address, type: entity.of.type }] as const]
          : [],
      ),
    ),
  ).values(),
];

/** What must agree between a policy and each layer below it: the entry, the bill, and the fields that both have. */
export function checkAgreement(
  own: {
    readonly entry: PolicyModel['entry'] | undefined;
    readonly bill: PolicyModel['bill'] | undefined;
    readonly inputs: PolicyModel['inputs'];
  },
  lines: readonly RefersTo[],
  layers: Layers,
  report: (diagnostic: Diagnostic) => void,
): void {
  const told = new Set<string>();
  for (const { from, results } of lines) {
    if (results.every(({ path }) => isCells(path, layers.get(from.text)))) continue;
    for (const layer of below(from.text, layers)) {
      if (told.has(layer.name)) continue;
      told.add(layer.name);
      if ((own.entry !== undefined && own.entry !== 'settlement') || layer.entry !== 'settlement')
        report(say.layerEntry({ policy: layer.name, span: from.span }));
      else if (billText(own.bill, true) !== billText(layer.bill, true))
        report(say.billDiffers({ policy: layer.name, own: billText(own.bill), other: billText(layer.bill), span: from.span }));
      for (const input of own.inputs) {
        const other = layer.inputs.find(({ name }) => name === input.name);
        if (other && !sameKind(input.type, other.type))
          report(say.fieldDiffers({ field: input.name, policy: layer.name, span: from.span, other: other.span }));
      }
    }
  }
}

/** Whether a path names an accumulator of the other policy. */
const isCells = (path: Path, layer: KnownLayer | undefined): boolean => layer?.names?.entities.get(addressOf(path))?.kind === 'accumulator';

/** A policy and all that it stands on. */
export function below(name: string, layers: Layers): readonly PolicyModel[] {
  const found = new Map<string, PolicyModel>();
  const rest = [name];
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    const model = layers.get(next)?.model;
    if (!model || found.has(next)) continue;
    found.set(next, model);
    rest.push(...model.references.map(({ policy }) => policy));
  }
  return [...found.values()];
}

const billText = (bill: PolicyModel['bill'] | undefined, sorted = false): string =>
  bill ? `${bill.total} = ${(sorted ? [...bill.parts].sort() : bill.parts).join(' + ')}` : '';

const sameKind = (a: Type, b: Type): boolean =>
  a.kind === b.kind &&
  ((a.kind !== 'enum' && a.kind !== 'set') ||
    ((b.kind === 'enum' || b.kind === 'set') && [...a.values].sort().join('、') === [...b.values].sort().join('、')));
