/** 明细, 逐项 and 算得: lists that an event carries, folds over them and over sets, and fields worked out from them. */
import type { ItemList } from '../2-syntax/nodes/declaration.ts';
import type { Expression } from '../2-syntax/nodes/expression.ts';
import type { Name, Path, Span } from '../2-syntax/nodes/span.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import * as say from '../diagnostics/items.ts';
import { KEYWORDS } from '../keywords.ts';
import type { Expr, InputModel, OverModel, Type } from '../model/types.ts';
import { checkShare } from './allocation.ts';
import { expect, infer } from './expression.ts';
import { SHARE } from './forms/allocation.ts';
import type { Sourced } from './input.ts';
import { fieldEntity } from './input.ts';
import { itemField as read } from './item-field.ts';
import type { Entity, Names } from './names.ts';
import { addressOf, entityWords, find, reportUnknown } from './names.ts';
import { nearest } from './near.ts';
import { where } from './present.ts';
import type { Site } from './site.ts';
import { inside } from './site.ts';
import type { SymbolRecorder } from './symbols.ts';
import { bool, integer, isNumeric, isOrdered, orZero, typeWords } from './types.ts';

type Fold = Extract<Expression, { readonly kind: 'fold' }>;

/** Folds inside folds; the runtime refuses more. */
const MOST_FOLDS = 4;

/** A list as an entity; a field with a finding is left out of it. */
export function listEntity(
  { node, owner }: Sourced<ItemList>,
  around: { readonly names: Pick<Names, 'entities'>; readonly report: (diagnostic: Diagnostic) => void; readonly symbols: SymbolRecorder },
): Extract<Entity, { readonly kind: 'list' }> {
  const name = node.name.text;
  const interfaceName = node.interfaceName?.text;
  const national = interfaceName === undefined ? {} : { interfaceName };
  around.symbols.declare({ kind: 'list', name, span: node.name.span, owner, ...national });
  if (node.fields.length === 0) around.report(say.noItemFields({ name, span: node.name.span }));
  const places = new Map<string, Span>();
  const fields: InputModel[] = [];
  for (const field of node.fields) {
    const own = field.name.text;
    const first = places.get(own);
    if (first) around.report(say.itemNameTaken({ name: own, span: field.name.span, first }));
    const entity = first ? undefined : fieldEntity({ node: field, owner }, around, name);
    if (entity?.kind === 'input') fields.push(entity.input);
    places.set(own, field.name.span);
  }
  const computed = new Map(node.computed.map((one) => [one.field.name.text, one] as const));
  return { kind: 'list', name, span: node.name.span, list: { name, ...national, fields, span: node.span }, places, computed };
}

/** What a fold goes over: where its items come from, and what one of them is called and has. */
interface Hand {
  readonly over: OverModel;
  /** Names by which formulas in the fold read the item. */
  readonly locals: ReadonlyMap<string, Expr>;
  /** Where the fields of the item are declared. */
  readonly places: ReadonlyMap<string, Span>;
  /** Of a list: its name. */
  readonly list?: string;
  /** Of a receiving list: what the item is given, worked out when it is read, since that may read cells that it feeds. */
  readonly share?: () => Expr | undefined;
}

const words = { sum: KEYWORDS.sum, count: KEYWORDS.count, greatest: KEYWORDS.greatest, least: KEYWORDS.least } as const;

/** `合计 式 逐项 甲 于 明细 当 条件` */
export function inferFold(e: Fold, site: Site, hint?: Type): Expr | undefined {
  const { report } = site.law;
  const word = [words[e.how].zh, words[e.how].en] as const;
  if (site.folds >= MOST_FOLDS) {
    report(say.foldsTooDeep({ most: MOST_FOLDS, span: e.span }));
    return undefined;
  }
  if ((e.how === 'count') === (e.body !== undefined)) {
    report(say.foldBody({ word, needs: e.how !== 'count', span: e.body?.span ?? e.span }));
    return undefined;
  }
  const within = withItem(e.item, e.list, site);
  if (!within) return undefined;
  const guard = e.guard && expect(e.guard, within.site, bool);
  const value = e.body && infer(e.body, e.guard ? where(guard, true, within.site) : within.site, hint);
  if ((e.guard && !guard) || (e.body && !value)) return undefined;
  const shared = { kind: 'fold', how: e.how, over: within.over, ...(guard ? { guard } : {}), span: e.span } as const;
  if (!value) return { ...shared, type: integer(0n) };
  const type = foldedType(e.how, value.type);
  if (type) return { ...shared, value, type };
  report(say.cannotFold({ word, is: typeWords(value.type), span: value.span }));
  return undefined;
}

/** The site inside a fold over a list or set, where its item has a name; undefined when that is a finding. */
export function withItem(item: Name, list: Expression, site: Site): { readonly site: Site; readonly over: OverModel } | undefined {
  const { law } = site;
  const taken = site.locals.has(item.text) || site.hands.has(item.text) || law.names.entities.has(item.text);
  if (taken) {
    law.report(say.itemNameTaken({ name: item.text, span: item.span, first: law.names.entities.get(item.text)?.span }));
    return undefined;
  }
  const hand = handOf(item, list, site);
  if (!hand) return undefined;
  law.symbols.declare({ kind: 'formal', name: item.text, span: item.span, owner: law.policy });
  return {
    over: hand.over,
    site: {
      ...inside(site),
      folds: site.folds + 1,
      locals: new Map([...site.locals, ...hand.locals]),
      formals: new Map([...site.formals, [item.text, item.span]]),
      hands: hand.list === undefined ? site.hands : new Map([...site.hands, [item.text, { ...hand, list: hand.list }]]),
    },
  };
}

function handOf(item: Name, list: Expression, site: Site): Hand | undefined {
  const { law } = site;
  const entity = list.kind === 'reference' && !site.locals.has(addressOf(list.path)) ? find(law.names, addressOf(list.path)) : undefined;
  if (list.kind === 'reference' && entity?.kind === 'list') {
    law.symbols.referPath(list.path, entity);
    return itemsHand(item, entity, site, list.span);
  }
  if (list.kind === 'reference' && entity?.kind === 'made' && entity.node.allots) {
    law.symbols.referPath(list.path, entity, law.names.entities.get(list.path.names[0]?.text ?? ''));
    return receivingHand(item, entity, site, list.span);
  }
  if (list.kind === 'reference' && !entity && !site.locals.has(addressOf(list.path))) {
    reportUnknown(law.names, list.path, law.report, isIterable);
    return undefined;
  }
  const callable = entity?.kind === 'function' || entity?.kind === 'bands' || entity?.kind === 'accumulator' || entity?.kind === 'payer';
  const set = callable || entity?.kind === 'benefit' ? undefined : infer(list, inside(site));
  if (set?.type.kind === 'set') {
    const type: Type = { kind: 'enum', name: set.type.name, values: set.type.values };
    const member: Expr = { kind: 'member', level: site.folds, type, span: list.span };
    return { over: { kind: 'members', of: set }, locals: new Map([[item.text, member]]), places: new Map() };
  }
  if (!set && !entity) return undefined;
  const iterable = [...law.names.entities.values()].filter(isIterable).map(({ name }) => name);
  const near = entity && nearest(entity.name, iterable);
  if (set || callable || entity?.kind === 'benefit')
    law.report(
      say.notAList({ is: set ? typeWords(set.type) : entity ? entityWords(entity) : ['别的', 'something else'], near, span: list.span }),
    );
  return undefined;
}

const isIterable = (entity: Entity): boolean => entity.kind === 'list' || (entity.kind === 'input' && entity.input.type.kind === 'set');

function itemsHand(item: Name, { list, places }: Extract<Entity, { readonly kind: 'list' }>, site: Site, span: Span): Hand {
  return {
    over: { kind: 'items', list: list.name },
    locals: new Map(
      list.fields.map(({ name, type }) => [
        `${item.text}.${name}`,
        { kind: 'item', level: site.folds, list: list.name, field: name, type, span },
      ]),
    ),
    places,
    list: list.name,
  };
}

/** The items of a list that receives an allocation: beside their fields they have what they were given. */
function receivingHand(item: Name, { name, node }: Extract<Entity, { readonly kind: 'made' }>, site: Site, span: Span): Hand | undefined {
  const { allots } = node;
  const entity = allots && find(site.law.names, addressOf(allots.list));
  if (!allots) return undefined;
  if (entity?.kind !== 'list') {
    const lists = [...site.law.names.entities.values()].flatMap((one) => (one.kind === 'list' ? [one.name] : []));
    if (entity) site.law.report(say.notAList({ is: entityWords(entity), near: nearest(entity.name, lists), span: allots.list.span }));
    else reportUnknown(site.law.names, allots.list, site.law.report, (one) => one.kind === 'list');
    return undefined;
  }
  return {
    ...itemsHand(item, entity, site, span),
    places: new Map([...entity.places, [SHARE, node.span]]),
    share: () => {
      const share = checkShare(allots, entity.name, name, site.law);
      return share && { ...share, level: site.folds };
    },
  };
}

/** A path that begins with an item in hand: the field it names. Undefined when it does not; reported when it has none such. */
export function itemField(path: Path, span: Span, site: Site): { readonly value: Expr | undefined } | undefined {
  const [item, field] = path.names;
  const hand = item && site.hands.get(item.text);
  if (!item || !hand) return undefined;
  const fields = [...hand.places.keys()];
  if (!field) {
    site.law.report(say.wholeItem({ item: item.text, list: hand.list, fields, span }));
    return { value: undefined };
  }
  const plain = path.names.length === 2 && path.keys.length === 0;
  if (plain && hand.share && field.text === SHARE) {
    const share = hand.share();
    return { value: share && { ...share, span } };
  }
  const value = plain ? site.locals.get(`${item.text}.${field.text}`) : undefined;
  const place = hand.places.get(field.text);
  if (!value || !place) {
    site.law.report(
      say.unknownItemField({
        name: path.names
          .slice(1)
          .map((name) => name.text)
          .join('.'),
        item: item.text,
        list: hand.list,
        fields,
        near: nearest(field.text, fields),
        span: field.span,
      }),
    );
    return { value: undefined };
  }
  const declared = site.formals.get(item.text);
  if (declared) site.law.symbols.refer(item, { name: item.text, span: declared });
  site.law.symbols.refer(field, { name: `${hand.list}.${field.text}`, span: place }, value.type);
  return { value: read({ ...value, span }, site) };
}

/** The type of a fold over values of a type; undefined when they cannot be folded so. */
function foldedType(how: Fold['how'], type: Type): Type | undefined {
  if (how === 'sum') {
    if (!isNumeric(type) || type.kind === 'ratio' || type.kind === 'points') return undefined;
    return type.kind === 'integer' ? integer(type.min !== undefined && type.min >= 0n ? 0n : undefined) : type;
  }
  if (!isOrdered(type)) return undefined;
  return how === 'greatest' ? orZero(type) : type;
}
