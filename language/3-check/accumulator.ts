/** 累计: whose cells, over what, and what each settled event adds to them. */

import { rational } from '../../runtime/money/rational.ts';
import type { Accumulator } from '../2-syntax/nodes/declaration.ts';
import type { Expression } from '../2-syntax/nodes/expression.ts';
import {
  feederKeys,
  feederOpens,
  feedsNothing,
  feedsOtherwise,
  keyKind,
  noBooksOpen,
  notBooked,
  openingReadsVisit,
  openingWithoutPeriod,
  sameForEach,
  valueKind,
  valueMissing,
} from '../diagnostics/accumulators.ts';
import type { Pair } from '../diagnostics/finding.ts';
import type { Expr, FormModel, OverModel, Type, VersionModel } from '../model/types.ts';
import { constantOf } from './constant.ts';
import { expect, infer } from './expression.ts';
import { SHARE } from './forms/allocation.ts';
import { withItem } from './items.ts';
import { fixed, isZero } from './literal.ts';
import type { CellsOf, Entity } from './names.ts';
import { where } from './present.ts';
import { everything } from './reads.ts';
import type { AccumulatorType, Law, Site } from './site.ts';
import { inside, siteAt } from './site.ts';
import { recordSymbols } from './symbols.ts';
import { typeFromNode } from './type-node.ts';
import { bool, fen, fits, integer, isMoney, join, money, orZero, typeWords } from './types.ts';

const words: Readonly<Record<Accumulator['how'], Pair>> = {
  sum: ['合计', '合计 (sum)'],
  count: ['次数', '次数 (count)'],
  greatest: ['最大', '最大 (greatest)'],
  latest: ['最近', '最近 (latest)'],
  set: ['集合', '集合 (set)'],
};

/** What reading the accumulator gives; undefined when its value or a key has a finding. */
export function accumulatorType(
  { node, lessened }: Extract<Entity, { readonly kind: 'accumulator' }>,
  law: Law,
  provisional: (type: AccumulatorType) => void,
): AccumulatorType | undefined {
  const site = siteOf(node, law)?.site;
  const keys = node.keys.map((key) => {
    const value = site && infer(key, site);
    if (value && !isKey(value.type)) law.report(keyKind({ is: typeWords(value.type), span: key.span }));
    return value && isKey(value.type) ? { name: keyName(key), type: value.type, value } : undefined;
  });
  if (!keys.every((key) => key !== undefined)) return undefined;
  // The value may itself read this accumulator: what its definition declares is what it finds meanwhile, or an amount, which most hold.
  const declared = node.how === 'count' ? undefined : declaredType(node, law);
  const guess = cellType(node, declared, law, lessened);
  if (declared && !guess) return undefined;
  provisional({ type: node.how === 'count' ? integer(0n) : (guess ?? fen), keys, how: node.how });
  const type = node.how === 'count' ? integer(0n) : cellType(node, valueType(node, law), law, lessened);
  return type && { type, keys, how: node.how };
}

/** An accumulator of another policy: its keys are this policy's own by the same names, where it has them; others have to be stated. */
export function accumulatorElsewhere(name: string, { keys }: Accumulator, { model }: CellsOf, law: Law): AccumulatorType | undefined {
  if (!model) return undefined;
  const quiet: Law = { ...law, report: () => undefined, symbols: recordSymbols(new Map()) };
  return {
    type: model.type,
    how: model.how,
    keys: model.keyTypes.map((type, index) => {
      const key = keys[index];
      const value = key && infer(key, inside(siteAt(quiet, name, [])));
      return { name: key ? keyName(key) : '', type, ...(value && fits(value.type, type) ? { value } : {}) };
    }),
  };
}

/** What can tell one cell from another. */
export const isKey = (type: Type): boolean => ['text', 'enum', 'integer', 'date', 'time', 'bool'].includes(type.kind);

/** Where its value, guard and keys stand: 逐项 gives them an item or a member. Undefined when there is no such list. */
function siteOf(node: Accumulator, law: Law): { readonly site: Site; readonly over?: OverModel } | undefined {
  const site = siteAt(law, node.name.text, []);
  return node.each ? withItem(node.each.item, node.each.list, site) : { site: inside(site) };
}

/** A key is called by its field or by its function: 参保人, 自然年. */
const keyName = (key: Expression): string => {
  const path = key.kind === 'reference' ? key.path : key.kind === 'call' ? key.callee : undefined;
  return path?.names.at(-1)?.text ?? '';
};

function valueType(node: Accumulator, law: Law): Type | undefined {
  if (!node.value) {
    law.report(valueMissing({ how: words[node.how], span: node.name.span }));
    return undefined;
  }
  const site = siteOf(node, law)?.site;
  return amountOfForm(node, law) ?? (site && infer(node.value, { ...site, known: 'all' })?.type);
}

/** The type that the definition states whose value is booked. */
function declaredType({ value, each }: Accumulator, { names }: Law): Type | undefined {
  const [name, ...rest] = value?.kind === 'reference' && !each && value.path.keys.length === 0 ? value.path.names : [];
  const entity = name && rest.length === 0 ? names.entities.get(name.text) : undefined;
  return entity?.kind === 'definition' ? typeFromNode(entity.node.type, names, () => undefined) : undefined;
}

/**
 * Postings and the amounts of a 待遇 are money whatever they are worked out from. Said without working them out, because they read the very
 * cells they feed, or cells that later amounts of the same 待遇 feed: where the lines stand must not matter.
 */
function amountOfForm({ value, each }: Accumulator, { names }: Law): Type | undefined {
  const path =
    value?.kind === 'text' ? [{ text: value.value }] : value?.kind === 'reference' && value.path.keys.length === 0 ? value.path.names : [];
  const [item, field] = path;
  if (!item) return undefined;
  if (each && item.text === each.item.text) return field?.text === SHARE ? money : undefined;
  const entity = names.entities.get(path.map(({ text }) => text).join('.'));
  if (entity?.kind === 'posting') return fen;
  return entity?.kind === 'made' && AMOUNTS.has(entity.node.form.kind) ? money : undefined;
}

const AMOUNTS: ReadonlySet<FormModel['kind']> = new Set(['base', 'deductible', 'expenseCap', 'over', 'payable', 'copay', 'receiver']);

function cellType(node: Accumulator, is: Type | undefined, law: Law, lessened: true | undefined): Type | undefined {
  if (!is) return undefined;
  const span = node.value?.span ?? node.name.span;
  const refuse = (wanted: Pair): undefined => law.report(valueKind({ how: words[node.how], is: typeWords(is), wanted, span })) as undefined;
  switch (node.how) {
    case 'count':
    case 'sum':
      if (is.kind === 'integer') return integer(!lessened && is.min !== undefined && is.min >= 0n ? 0n : undefined);
      return isMoney(is)
        ? fen
        : is.kind === 'months' || is.kind === 'days'
          ? is
          : refuse(['分额、整数、月数或天数', 'whole fen, whole numbers, months or days']);
    case 'greatest':
      return isMoney(is)
        ? fen
        : ['integer', 'months', 'days'].includes(is.kind)
          ? orZero(is)
          : refuse(['分额、整数、月数或天数', 'whole fen, whole numbers, months or days']);
    case 'latest':
      return isMoney(is)
        ? fen
        : ['integer', 'months', 'days', 'date', 'time', 'enum', 'text', 'bool'].includes(is.kind)
          ? is
          : refuse(['分额、整数、日期或取值', 'whole fen, whole numbers, dates or listed values']);
    case 'set':
      return is.kind === 'enum' ? { ...is, kind: 'set' } : refuse(['枚举的取值', 'values of an enumeration']);
  }
}

/** The rule by which an event writes to the accumulator. */
export function checkEntry(node: Accumulator, law: Law, booksOpen: boolean): VersionModel['entries'][number] | undefined {
  const name = node.name.text;
  const type = law.accumulatorType(name);
  const around = type && siteOf(node, law);
  if (!around) return undefined;
  const { site, over } = around;
  const guard = node.guard ? expect(node.guard, site, bool) : fixed(bool, { kind: 'truth', value: true }, node.name.span);
  if (!guard) return undefined;
  const keys = node.also ? keysOfFeeder(node, type, site) : type.keys.flatMap((key) => key.value ?? []);
  if (!keys) return undefined;
  const read =
    node.how === 'count' || !node.value
      ? fixed(integer(1n, 1n), { kind: 'number', value: rational(1n) }, node.name.span)
      : expect(node.value, where(guard, true, site), type.type.kind === 'set' ? { ...type.type, kind: 'enum' } : entryType(type.type), [
          '累计',
          'An accumulator',
        ]);
  const value: Expr | undefined =
    read && node.minus ? { kind: 'sum', terms: [{ of: read, sign: -1 }], type: read.type, span: read.span } : read;
  if (read && node.each && node.how === 'sum' && !constantOf(read) && !everything(read).some(ofEach))
    law.report(sameForEach({ item: node.each.item.text, span: node.value?.span ?? node.span }));
  const opening = openingOf(node, type, law, booksOpen);
  const retroactive = node.opening?.kind === 'retroactive' ? (true as const) : undefined;
  const left = retroactive && value && [guard, value, ...keys].map((one) => readsLeft(one, law, new Set())).find(Boolean);
  if (left && node.opening) law.report(notBooked({ name, reads: nameOf(left), span: node.opening.span }));
  return (
    value && {
      accumulator: name,
      ...(over ? { each: over } : {}),
      guard,
      value,
      keys,
      ...(opening ? { opening } : {}),
      ...(retroactive ? { retroactive } : {}),
    }
  );
}

const ofEach = ({ kind }: Expr): boolean => kind === 'item' || kind === 'member';

/** The keys of a line that feeds cells declared by another: as many, of the same kinds, in the same order. */
function keysOfFeeder(node: Accumulator, { keys }: AccumulatorType, site: Site): readonly Expr[] | undefined {
  const { report } = site.law;
  if (node.keys.length !== keys.length) {
    report(feederKeys({ name: node.name.text, wanted: keys.length, given: node.keys.length, span: node.span }));
    return undefined;
  }
  const own = node.keys.map((key, index) => {
    const wanted = keys[index]?.type;
    return wanted && expect(key, inside(site), wanted, ['键', 'A key']);
  });
  return own.every((key) => key !== undefined) ? own : undefined;
}

/** 另 needs an accumulator of this policy that it feeds, that gathers in the same way and says alone how a cell begins. */
export function checkFeeder(node: Accumulator, { names, symbols, report }: Law): boolean {
  const entity = names.entities.get(node.name.text);
  if (entity?.kind !== 'accumulator' || entity.of) {
    report(
      feedsNothing({
        name: node.name.text,
        ...(entity && 'of' in entity && entity.kind === 'accumulator' && entity.of ? { owner: entity.of.policy } : {}),
        span: node.name.span,
      }),
    );
    return false;
  }
  symbols.refer(node.name, entity);
  const { how } = entity.node;
  if (how !== node.how) report(feedsOtherwise({ name: node.name.text, how: words[how], span: node.span, first: entity.node.span }));
  else if (node.opening) report(feederOpens({ name: node.name.text, span: node.opening.span, first: entity.node.span }));
  return how === node.how && !node.opening;
}

const entryType = (type: Type): Type => (type.kind === 'integer' ? integer() : type);

/** 期初 is worked out for periods without events too, so it may read only other cells, parameters and fixed figures. */
function openingOf(node: Accumulator, type: AccumulatorType, law: Law, booksOpen: boolean): Expr | undefined {
  const { opening } = node;
  if (!opening) return undefined;
  if (opening.kind === 'retroactive') return undefined;
  const site = { ...siteAt(law, `${node.name.text}.期初`, [], { address: `${node.name.text}.期初` }), opening: true };
  const value = expect(opening, site, entryType(type.type), ['期初', 'An opening value']);
  if (!value) return undefined;
  const visit = readsVisit(value, law, new Set());
  if (visit) {
    law.report(openingReadsVisit({ name: nameOf(visit), span: opening.span }));
    return undefined;
  }
  // A cell begins with 0 by itself; only 最近 has nothing before its first entry.
  if (node.how !== 'latest' && value.kind === 'constant' && isZero(value.value)) return undefined;
  if (!type.keys.some(({ value: key }) => key && PERIODS.has(key.kind))) {
    law.report(openingWithoutPeriod({ name: node.name.text, span: opening.span }));
    return undefined;
  }
  if (!booksOpen) law.report(noBooksOpen({ span: opening.span }));
  return fits(value.type, entryType(type.type)) && join(value.type, type.type) ? value : undefined;
}

const PERIODS: ReadonlySet<Expr['kind']> = new Set(['yearOf', 'monthOf', 'quarterOf', 'dayKey', 'benefitYear']);

type OfVisit = Extract<Expr, { readonly kind: 'input' | 'remaining' | 'personal' | 'accumulated' }>;

const nameOf = (e: OfVisit): string =>
  e.kind === 'input' ? e.name : e.kind === 'accumulated' ? `已累计(${e.accumulator})` : e.kind === 'remaining' ? '余' : '个人';

/** What an expression reads of the bill that no payment booked, through the definitions that are worked out anew for an earlier visit. */
function readsLeft(e: Expr, law: Law, seen: Set<string>): OfVisit | undefined {
  for (const part of everything(e)) {
    if (part.kind === 'remaining' || part.kind === 'personal') return part;
    if (part.kind !== 'definition' || seen.has(part.address)) continue;
    seen.add(part.address);
    const model = law.modelOf(part.address);
    if (!model || model.posting || AMOUNTS.has(model.form.kind)) continue;
    const found = readsLeft(model.value, law, seen);
    if (found) return found;
  }
  return undefined;
}

function readsVisit(e: Expr, law: Law, seen: Set<string>): OfVisit | undefined {
  for (const part of everything(e)) {
    if (part.kind === 'input' || part.kind === 'remaining' || part.kind === 'personal' || part.kind === 'accumulated') return part;
    if (part.kind !== 'definition' || seen.has(part.address)) continue;
    seen.add(part.address);
    const model = law.modelOf(part.address);
    const found = model && readsVisit(model.value, law, seen);
    if (found) return found;
  }
  return undefined;
}
