/**
 * What each name of one version stands for. There is one namespace: fields, parts, payers, parameters, definitions, bands,
 * accumulators, postings, benefits. Values of enumerations are apart from it, because they are read against the field they belong to.
 */
import type { Accumulator, Bands, Definition, ItemComputed, Parameter } from '../2-syntax/nodes/declaration.ts';
import type { Path, Span } from '../2-syntax/nodes/span.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Pair } from '../diagnostics/finding.ts';
import { lapsed } from '../diagnostics/ladder.ts';
import { notReferred } from '../diagnostics/layers.ts';
import {
  duplicateName,
  lookAlike,
  noSuchPart,
  notInherited,
  paymentItself,
  stoppedName,
  unknownName,
  wrongKind,
} from '../diagnostics/names.ts';
import type { AccumulatorModel, InputModel, ListModel, PayerModel, Type } from '../model/types.ts';
import type { CoreAllocation, CoreBenefit, CoreDefinition, CorePosting } from './forms/core.ts';
import { nearest, shape } from './near.ts';

/** What a name stands for; `span` is the name in the text. */
export type Entity = { readonly name: string; readonly span: Span } & (
  | {
      readonly kind: 'input';
      readonly input: InputModel;
      readonly of: 'field' | 'total' | 'part' /** Where each value of the enumeration is listed. */;
      readonly values?: ReadonlyMap<string, Span>;
    }
  | {
      readonly kind: 'list';
      readonly list: ListModel;
      /** Where each field is declared. */
      readonly places: ReadonlyMap<string, Span>;
      /** How fields are worked out that an item does not state. */
      readonly computed: ReadonlyMap<string, ItemComputed>;
    }
  | { readonly kind: 'payer'; readonly payer: PayerModel }
  | { readonly kind: 'definition'; readonly node: Definition }
  | { readonly kind: 'parameter'; readonly node: Parameter }
  | { readonly kind: 'function'; readonly node: Definition }
  | { readonly kind: 'made'; readonly node: CoreDefinition }
  | { readonly kind: 'posting'; readonly node: CorePosting }
  | { readonly kind: 'bands'; readonly node: Bands }
  | {
      readonly kind: 'accumulator';
      readonly node: Accumulator /** Its cells are those of another policy. */;
      readonly of?: CellsOf /** A line takes off what is in it. */;
      readonly lessened?: true;
    }
  | { readonly kind: 'benefit'; readonly node: CoreBenefit }
  | { readonly kind: 'allocation'; readonly node: CoreAllocation }
  | { readonly kind: 'reference'; readonly of: ReferredTo }
);

/** What a name of 引用 stands for in the other policy. */
export interface ReferredTo {
  readonly policy: string;
  readonly address: string;
  /** Absent: the other policy has an error of its own, and nothing about it is said here. */
  readonly type?: Type;
  /** For a payment: the parts of the bill that it takes from. */
  readonly parts?: readonly string[];
  /** The first name of the path there. */
  readonly owner?: Entity;
  /** Where 引用 names it. */
  readonly at: Span;
  /** All that the line names, to which a name can be added. */
  readonly list: Span;
}

/** An accumulator of another policy whose cells are read. */
export interface CellsOf {
  readonly policy: string;
  /** Absent: the other policy has an error of its own, and nothing about it is said here. */
  readonly model?: AccumulatorModel;
  readonly at: Span;
}

/** Where an amendment in force ends a name, and from which day. */
export interface Stopped {
  readonly span: Span;
  readonly day: string;
}

/** Names a vocabulary has and this policy did not list. */
export interface Uninherited {
  readonly vocabulary: string;
  /** The inherit line, to which a name can be added. */
  readonly list: Span;
  /** It is listed, but the block above does not have it in this version. */
  readonly lapsed?: true;
}

export interface Names {
  readonly entities: ReadonlyMap<string, Entity>;
  /** 算得: the definition that works a field out, by the field. */
  readonly computed: ReadonlyMap<string, Extract<Entity, { readonly kind: 'made' }>>;
  /** Second spellings of addresses: 住院.起付线 → 住院.起付标准. */
  readonly aliases: ReadonlyMap<string, string>;
  /** Value of an enumeration → the fields that list it. */
  readonly valueFields: ReadonlyMap<string, readonly string[]>;
  readonly uninherited: ReadonlyMap<string, Uninherited>;
  /** What amendments in force have ended. */
  readonly stopped: ReadonlyMap<string, Stopped>;
  /** Benefits with a line missing: that parts made by it are missing too is no finding of its own. */
  readonly unfinished: ReadonlySet<string>;
}

/** What a reader calls the kind of thing, zh and en. */
export function entityWords(entity: Entity): Pair {
  switch (entity.kind) {
    case 'input':
      return entity.of === 'field' ? ['字段', 'a field'] : ['费用', 'a part of the bill'];
    case 'list':
      return ['明细', 'a list'];
    case 'payer':
      return ['付方', 'a payer'];
    case 'definition':
    case 'made':
      return ['定义', 'a definition'];
    case 'parameter':
      return ['参数', 'a parameter'];
    case 'function':
      return ['带参数的定义', 'a definition with arguments'];
    case 'posting':
      return ['支付', 'a payment'];
    case 'bands':
      return ['分段', 'a set of bands'];
    case 'accumulator':
      return entity.of ? ['另一政策的累计', 'an accumulator of another policy'] : ['累计', 'an accumulator'];
    case 'benefit':
      return ['待遇', 'a benefit'];
    case 'allocation':
      return ['分配', 'an allocation'];
    case 'reference':
      return entity.of.parts ? ['引用的支付', 'a payment of another policy'] : ['引用的结果', 'a result of another policy'];
  }
}

/** Collects entities; a second one by the same name, or one that looks like another, is a finding. */
export function nameTable(report: (diagnostic: Diagnostic) => void): {
  readonly add: (entity: Entity) => void;
  readonly entities: Map<string, Entity>;
} {
  const entities = new Map<string, Entity>();
  const shapes = new Map<string, Entity>();
  return {
    entities,
    add(entity) {
      const known = entities.get(entity.name);
      if (known) {
        if (known.span.file !== entity.span.file || known.span.start !== entity.span.start)
          report(duplicateName({ name: entity.name, span: entity.span, first: known.span }));
        return;
      }
      entities.set(entity.name, entity);
      if (entity.kind === 'made') return;
      const looks = shape(entity.name);
      const twin = shapes.get(looks);
      if (twin) report(lookAlike({ name: entity.name, other: twin.name, span: entity.span, first: twin.span }));
      else shapes.set(looks, entity);
    },
  };
}

/** Names joined by dots; row keys are not part of it. */
export const addressOf = (path: Path): string => path.names.map((name) => name.text).join('.');

/** The entity at a path, second spellings included. */
export function find(names: Names, address: string): Entity | undefined {
  const alias = names.aliases.get(address);
  return names.entities.get(address) ?? (alias === undefined ? undefined : names.entities.get(alias));
}

const inner = '.舍入前';

/** Addresses that can be written after "benefit.". */
export const partsOfBenefit = (names: Names, benefit: string): readonly string[] => [
  ...[...names.entities.keys()]
    .filter((name) => name.startsWith(`${benefit}.`) && !name.endsWith(inner))
    .map((name) => name.slice(benefit.length + 1)),
  ...[...names.aliases.keys()]
    .filter((name) => name.startsWith(`${benefit}.`) && !name.includes('['))
    .map((name) => name.slice(benefit.length + 1)),
];

/** Why a path means nothing: an unknown part of something known, a name left out of 继承, or a name nobody declares. */
export function reportUnknown(
  names: Names,
  path: Path,
  report: (diagnostic: Diagnostic) => void,
  accept: (entity: Entity) => boolean = () => true,
): void {
  const address = addressOf(path);
  const [first, ...rest] = path.names;
  if (!first) return;
  const whole = names.entities.get(first.text);
  const vocabulary = names.uninherited.get(first.text);
  const stopped = names.stopped.get(address) ?? (whole ? undefined : names.stopped.get(first.text));
  if (stopped && !vocabulary) {
    report(stoppedName({ name: names.stopped.has(address) ? address : first.text, day: stopped.day, at: stopped.span, span: path.span }));
    return;
  }
  if (whole && rest.length > 0) {
    if (names.unfinished.has(whole.name)) return;
    const parts = partsOfBenefit(names, first.text);
    const part = rest.map((name) => name.text).join('.');
    const last = rest.at(-1) ?? first;
    if (whole.kind === 'posting' && part === '支付') {
      report(paymentItself({ name: whole.name, span: path.span }));
      return;
    }
    const span = { ...last.span, start: rest[0]?.span.start ?? last.span.start };
    report(noSuchPart({ whole: first.text, part, parts, near: nearest(part, parts), span }));
    return;
  }
  if (!whole && vocabulary?.lapsed) {
    report(lapsed({ name: first.text, from: vocabulary.vocabulary, list: vocabulary.list, span: first.span }));
    return;
  }
  if (!whole && vocabulary && rest.length === 0) {
    report(notInherited({ name: first.text, vocabulary: vocabulary.vocabulary, list: vocabulary.list, span: first.span }));
    return;
  }
  const beside = [...names.entities.values()].find((entity) => entity.kind === 'reference' && entity.name.startsWith(`${first.text}.`));
  if (!whole && rest.length > 0 && beside?.kind === 'reference') {
    report(notReferred({ name: address, policy: beside.of.policy, list: beside.of.list, span: path.span }));
    return;
  }
  const candidates = [...names.entities.values()].filter(accept).map((entity) => entity.name);
  if (rest.length === 0) {
    const wide = nearest(address, candidates) ?? nearest(address, names.entities.keys());
    report(unknownName({ name: address, near: wide, span: path.span }));
    return;
  }
  const owners = [...names.entities.values()]
    .filter(({ kind }) => kind === 'benefit' || kind === 'allocation')
    .map((entity) => entity.name);
  report(unknownName({ name: first.text, near: nearest(first.text, owners), span: first.span }));
}

/** The entity of a wanted kind at a path; anything else is a finding. */
export function expectEntity<K extends Entity['kind']>(
  names: Names,
  path: Path,
  kinds: readonly K[],
  wanted: Pair,
  report: (diagnostic: Diagnostic) => void,
  also: (entity: Extract<Entity, { readonly kind: K }>) => boolean = () => true,
): Extract<Entity, { readonly kind: K }> | undefined {
  const is = (entity: Entity): entity is Extract<Entity, { readonly kind: K }> => kinds.some((kind) => kind === entity.kind);
  const accept = (entity: Entity): boolean => is(entity) && also(entity);
  const entity = find(names, addressOf(path));
  if (!entity) {
    reportUnknown(names, path, report, accept);
    return undefined;
  }
  if (is(entity) && also(entity)) return entity;
  const candidates = [...names.entities.values()].filter(accept).map((one) => one.name);
  const near = candidates.length === 1 ? candidates[0] : nearest(entity.name, candidates);
  report(wrongKind({ name: entity.name, is: entityWords(entity), wanted, near, span: path.span, declared: entity.span }));
  return undefined;
}
