import type { Cell, Expression, Name, Path, Span } from '../../2-syntax/node.ts';
import type { Citation } from '../../2-syntax/nodes/declaration.ts';
import type { Amendment, Change, Inherits, Item } from '../../2-syntax/nodes/policy.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { emptyRound, noTarget } from '../../diagnostics/exceptions.ts';
import { amendsInherited } from '../../diagnostics/ladder.ts';
import {
  alreadyThere,
  cannotHold,
  cellsKeepName,
  lineFixed,
  settingFixed,
  unknownPath,
  wrongOldValue,
} from '../../diagnostics/timeline.ts';
import { type KeywordId, keywordOf } from '../../keywords.ts';
import { unreachable } from '../../model/unreachable.ts';
import { type Chain, chainOf, chainsOf, followedBy } from '../forms/chain.ts';
import { printCell, printExpression, printPath } from '../forms/print.ts';
import { wordOf } from '../forms/words.ts';
import { nearest } from '../near.ts';
import { citationsOfChanges, quotesItself } from './change-citations.ts';
import { writtenIn } from './extend.ts';
import { declaredBy } from './item-names.ts';
import type { Place } from './place.ts';
import { placesOf } from './places.ts';
import { followMoved, rename } from './rename.ts';
import { keyText } from './rows.ts';
import { sameCell, samePath, sameValue } from './same-value.ts';
import type { EffectivePolicy } from './timeline-types.ts';

/** Items after some amendments, with where each written value comes from. */
export interface Amended {
  readonly items: readonly Item[];
  readonly provenance: EffectivePolicy['provenance'];
  readonly diagnostics: readonly Diagnostic[];
}

/** What an amendment must know of the ladder. */
export interface Heritage {
  /** An inherit line with the items that it brings in among others. */
  readonly expand: (line: Inherits, among: readonly Item[]) => readonly Item[];
  /** Whether a place is in the text of the policy or of its amendments. */
  readonly isOwn: (span: Span) => boolean;
}

/** Applies the changes of one amendment that `counts` lets through. `day` is a day on which the result is law, for the messages. */
export function amend(
  before: Amended,
  amendment: Amendment,
  day: string,
  counts: (change: Change) => boolean,
  heritage: Heritage,
): Amended {
  const citations = citationsOfChanges(amendment);
  const changes = amendment.changes.filter(counts);
  let law = before;
  for (let at = 0; at < changes.length; at += 1) {
    const change = changes[at];
    if (!change) continue;
    switch (change.kind) {
      case 'replace':
        law = replace(law, change, { amendment, citations: citations.get(change) ?? [] }, day, heritage);
        break;
      case 'insert': {
        const end = changes.findIndex((other, index) => index > at && other.kind !== 'insert');
        const group = changes.slice(at, end < 0 ? changes.length : end);
        law = insertGroup(law, group, citations, heritage);
        at += group.length - 1;
        break;
      }
      case 'extend':
        law = extend(law, change, { amendment, citations: citations.get(change) ?? [] }, day, heritage);
        break;
      case 'stop': {
        const found = findPlace(law.items, change.path, (place) => place.remove !== undefined);
        const left = found?.remove?.();
        const whole = change.path.names.length === 1 && change.path.keys.length === 0;
        // Not to follow a name any longer is the heir's to say; to change a part of it is not.
        const kept = left && (whole || law.items.every((item) => left.includes(item) || heritage.isOwn(item.span)));
        if (!left) law = report(law, noPlace(law.items, change.path, day));
        else law = kept ? { ...law, items: left } : report(law, ofAnother(change.path));
        break;
      }
      case 'rename': {
        const found = findPlace(law.items, change.path, (place) => place.remove !== undefined && place.names.length === 1);
        const name = found?.names[0];
        const kept = law.items.some((item) => item.kind === 'accumulator' && item.name.text === name);
        const declared = law.items.find((item) => declaredBy(item)[0]?.text === name);
        if (name === undefined) law = report(law, noPlace(law.items, change.path, day));
        else if (declared && !heritage.isOwn(declared.span)) law = report(law, ofAnother(change.path));
        else law = kept ? report(law, cellsKeepName({ name, span: change.path.span })) : renamed(law, name, change.to);
        break;
      }
      default:
        unreachable(change);
    }
  }
  return law;
}

const report = (law: Amended, ...found: readonly Diagnostic[]): Amended => ({ ...law, diagnostics: [...law.diagnostics, ...found] });

type Source = EffectivePolicy['provenance'] extends ReadonlyMap<Expression, infer From> ? From : never;

function replace(law: Amended, change: Extract<Change, { kind: 'replace' }>, source: Source, day: string, heritage: Heritage): Amended {
  const found = findPlace(law.items, change.path, (place) => place.put !== undefined);
  if (!found?.put || !found.value) return report(law, noPlace(law.items, change.path, day));
  if (!heritage.isOwn(found.value.span)) return report(law, ofAnother(change.path));
  if (!sameValue(found.value, change.old)) return report(law, wrong(change.path, change.old, found.value, day));
  return { ...law, items: found.put(change.new), provenance: new Map([...law.provenance, [change.new, source]]) };
}

/** Lines put into a rule; each figure they write is said to come from the amendment. */
function extend(law: Amended, change: Extract<Change, { kind: 'extend' }>, source: Source, day: string, heritage: Heritage): Amended {
  const found = findPlace(law.items, change.path, (place) => place.extend !== undefined);
  if (!found?.extend) return report(law, noPlace(law.items, change.path, day));
  const items = found.extend(change.lines);
  if (!items) return report(law, cannotHold({ path: printPath(change.path), span: change.span }));
  const replaced = law.items.find((item) => !items.includes(item));
  // Values of its own beside those of the interface are an area's to add.
  const local = change.lines.every((line) => line.kind === 'values');
  if (replaced && !local && !heritage.isOwn(replaced.span)) return report(law, ofAnother(change.path));
  const provenance = new Map([...law.provenance, ...writtenIn(change.lines).map((one) => [one, source] as const)]);
  return { ...law, items, provenance };
}

function renamed(law: Amended, from: string, to: Name): Amended {
  const { items, moved } = rename(law.items, from, to);
  return { ...law, items, provenance: new Map([...law.provenance].map(([node, source]) => [followMoved(node, moved), source])) };
}

/** The place a path names, by the meaning of its keys and in either order of two. */
export function findPlace(items: readonly Item[], path: Path, wanted: (place: Place) => boolean): Place | undefined {
  const keys = path.keys.map((key) => key.cell);
  const match = (place: Place, order: typeof keys): boolean =>
    place.keys.length === order.length && place.keys.every((key, at) => order[at] !== undefined && sameCell(key, order[at]));
  const named = placesOf(items).filter((place) => wanted(place) && sameNames(place, path));
  return (
    named.find((place) => match(place, keys)) ?? (keys.length === 2 ? named.find((place) => match(place, [...keys].reverse())) : undefined)
  );
}

const sameNames = (place: Place, path: Path): boolean =>
  place.names.length === path.names.length && place.names.every((name, at) => wordOf(name) === wordOf(path.names[at]?.text ?? ''));

function noPlace(items: readonly Item[], path: Path, day: string): Diagnostic {
  const [word, ...more] = path.names;
  const fixed = word && more.length === 0 && path.keys.length === 0 ? keywordOf(word.text) : undefined;
  if (word && fixed && OF_THE_WHOLE.has(fixed)) return settingFixed({ line: word.text, span: path.span });
  const places = placesOf(items);
  const rows = places.filter((place) => place.keys.length === path.keys.length && sameNames(place, path));
  // A wrong key is nearer to a row with the same other keys than to anything else.
  const score = (place: Place): number => place.keys.reduce((sum, cell, at) => sum + keyScore(cell, path.keys[at]?.cell), 0);
  const row = path.keys.length > 0 ? [...rows].sort((a, b) => score(b) - score(a))[0] : undefined;
  const likeIt = places.filter((place) => place.names.length === path.names.length).map(placeText);
  return unknownPath({ path: printPath(path), near: row ? placeText(row) : nearest(printPath(path), likeIt), day, span: path.span });
}

const placeText = (place: Place): string => `${place.names.join('.')}${place.keys.length > 0 ? keyText(place.keys) : ''}`;

/** 2 for the same cell, 1 for a part of it as far as the words show: 2 in 2 以上, 二级 in 二级、一级. */
const keyScore = (cell: Cell, key: Cell | undefined): number =>
  key === undefined ? 0 : sameCell(cell, key) ? 2 : printCell(cell).includes(printCell(key)) ? 1 : 0;

const ofAnother = (path: Path): Diagnostic => amendsInherited({ path: printPath(path), name: path.names[0]?.text ?? '', span: path.span });

const wrong = (path: Path, old: Expression, actual: Expression, day: string): Diagnostic =>
  wrongOldValue({
    path: printPath(path),
    old: printExpression(old),
    actual: printExpression(actual),
    day,
    span: old.span,
    source: actual.span,
  });

const inChain = (item: Item | undefined): boolean => item?.kind === 'exception' || item?.kind === 'again' || item?.kind === 'citation';

/**
 * Added items go to the end, in their order. An exception gets its target written out, because its place among all items says nothing;
 * and if exceptions would join a chain that happens to be last, the group goes between two items that are in none.
 */
function insertGroup(
  law: Amended,
  group: readonly Change[],
  citations: ReadonlyMap<Change, readonly Citation[]>,
  heritage: Heritage,
): Amended {
  const added: Item[] = [];
  const diagnostics: Diagnostic[] = [];
  let chain: Chain | undefined;
  for (const change of group) {
    if (change.kind !== 'insert') continue;
    const { item } = change;
    const name = nameOf(item);
    const twin = name && twinOf([...law.items, ...added], item, chain);
    if (item.kind === 'exception') chain = followedBy(chain, item);
    else if (item.kind === 'again') chain = chain && { ...chain, round: chain.round + 1 };
    else chain = chainOf(item);
    if (item.kind === 'inherits') added.push(...heritage.expand(item, law.items));
    else if (FIXED.has(item.kind)) diagnostics.push(lineFixed({ span: item.span }));
    else if (name && twin) diagnostics.push(alreadyThere({ name: name.text, span: name.span, first: twin }));
    else if (item.kind === 'again' && !chain) diagnostics.push(emptyRound({ line: change.span, span: item.span }));
    else if (item.kind === 'exception' && !chain) diagnostics.push(noTarget({ name: item.name.text, at: item.name.span, span: item.span }));
    else {
      if (!quotesItself(item)) added.push(...(citations.get(change) ?? []));
      added.push(item.kind === 'exception' && chain ? { ...item, target: item.target ?? chain.target } : item);
    }
  }
  return { ...report(law, ...diagnostics), items: placed(law.items, added) };
}

function placed(items: readonly Item[], added: readonly Item[]): readonly Item[] {
  const between =
    inChain(items.at(-1)) && inChain(added[0]) ? items.findIndex((item, at) => at > 0 && !inChain(item) && !inChain(items[at - 1])) : -1;
  const at = between < 0 ? items.length : between;
  return [...items.slice(0, at), ...added, ...items.slice(at)];
}

/** Lines of the policy as a whole, which no version changes. */
const FIXED: ReadonlySet<Item['kind']> = new Set<Item['kind']>([
  'area',
  'scheme',
  'entry',
  'effective',
  'published',
  'versionDay',
  'periodDay',
  'rounding',
  'onReversal',
  'moneyLimit',
  'booksOpen',
]);

/** The words that these lines begin with. */
const OF_THE_WHOLE: ReadonlySet<KeywordId> = new Set<KeywordId>([
  'area',
  'scheme',
  'entry',
  'versionDay',
  'periodDay',
  'subject',
  'paymentRounding',
  'onReversal',
  'moneyLimit',
  'booksOpen',
]);

/** The name an item declares. */
export function nameOf(item: Item): { readonly text: string; readonly span: Span } | undefined {
  if ('name' in item && item.kind !== 'area' && item.name && 'text' in item.name) return item.name;
  if (item.kind === 'waitingPeriod') return { text: '等待期', span: item.span };
  return undefined;
}

/** Where the name of a new item is declared already; exceptions are named within their target. */
function twinOf(items: readonly Item[], item: Item, chain: Chain | undefined): Span | undefined {
  const name = nameOf(item)?.text;
  if (item.kind === 'assertion') return undefined;
  if (item.kind !== 'exception')
    return items.find((other) => !inChain(other) && other.kind !== 'assertion' && nameOf(other)?.text === name)?.span;
  const target = followedBy(chain, item)?.target;
  const chains = chainsOf(items);
  return items.find((other) => {
    const at = other.kind === 'exception' && other.name.text === name ? chains.get(other)?.target : undefined;
    return at !== undefined && target !== undefined && samePath(at, target);
  })?.span;
}
