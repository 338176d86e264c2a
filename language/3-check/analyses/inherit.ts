/**
 * What 继承 takes from a block: the items of the names it lists, as they stand there. A name comes with the 出处 lines before it and with
 * every 例外 that adjusts it, wherever that stands; a field with the 算得 that works it out. Nodes keep the span and file of the text they were written in, so that what is said of
 * them leads there. What a taken item reads must be taken, overridden or declared by the heir too: nothing comes along unseen.
 */
import type { Inherits, Item } from '../../2-syntax/nodes/policy.ts';
import type { Name, Span } from '../../2-syntax/nodes/span.ts';
import { chainsOf } from '../forms/chain.ts';
import { declaredBy, enumerated, namesRead } from './item-names.ts';

/** What a vocabulary or policy has to give at one time. */
export interface Offer {
  /** Its items, with what it takes itself. */
  readonly items: readonly Item[];
  /** Every name that can be listed, with where it is declared. */
  readonly names: ReadonlyMap<string, Span>;
  /** Parts of the bill, which come with its total: part → total. */
  readonly parts: ReadonlyMap<string, string>;
}

/** A name that must be listed too, and the listed name because of which. */
export interface Lack {
  readonly name: string;
  readonly by: string;
  /** `reads`: `by` is worked out with it; `adjusts`: it changes `by`. */
  readonly how: 'reads' | 'adjusts';
}

export interface Taken {
  readonly items: readonly Item[];
  readonly lacks: readonly Lack[];
  /** Listed names that are not there at this time. */
  readonly absent: readonly Name[];
}

/** What items have to give. */
export function offerOf(items: readonly Item[]): Offer {
  const names = new Map<string, Span>();
  const parts = new Map<string, string>();
  for (const item of items) {
    const [name, ...more] = declaredBy(item);
    if (!name) continue;
    if (!names.has(name.text)) names.set(name.text, name.span);
    for (const part of more) parts.set(part.text, name.text);
  }
  return { items, names, parts };
}

/** Takes what a line lists; `declared` are the names the heir has otherwise. What is lacking is taken too, so that one finding is enough. */
export function take(line: Inherits, given: Offer, declared: ReadonlySet<string>): Taken {
  const offer = restate(line, given);
  const replaced = new Set(line.overrides.map(({ text }) => text));
  const absent = line.names.filter(({ text }) => !offer.names.has(text));
  const wanted = new Set(line.names.map(({ text }) => text).filter((name) => offer.names.has(name) && !replaced.has(name)));
  const owners = belongings(offer);
  const values = enumerated(offer.items);
  const lacks: Lack[] = [];
  const has = (name: string): boolean => wanted.has(name) || replaced.has(name) || declared.has(name);
  const queue = [...wanted];
  for (let by = queue.shift(); by !== undefined; by = queue.shift()) {
    for (const { name, how } of neededBy(by, offer, owners, values, has)) {
      lacks.push({ name, by, how });
      wanted.add(name);
      queue.push(name);
    }
  }
  return { items: taken(line, offer.items, owners, wanted, has), lacks, absent };
}

/** Fields that hold as of another day here. */
function restate({ restated }: Inherits, offer: Offer): Offer {
  if (restated.length === 0) return offer;
  const items = offer.items.map((item) => {
    const other = item.kind === 'field' && restated.find(({ field }) => field.text === item.name.text);
    return other ? { ...item, asOf: other.asOf } : item;
  });
  return { ...offer, items };
}

/** Listed names with 于 that are no fields. */
export const restatedInVain = ({ restated }: Inherits, { items, names }: Offer): readonly Name[] =>
  restated
    .map(({ field }) => field)
    .filter(({ text }) => names.has(text) && !items.some((item) => item.kind === 'field' && item.name.text === text));

/** The name that each item goes with. */
function belongings({ items, parts }: Offer): ReadonlyMap<Item, string> {
  const chains = chainsOf(items);
  const found = new Map<Item, string>();
  let waiting: Item[] = [];
  let current: string | undefined;
  for (const item of items) {
    if (item.kind === 'citation') {
      waiting.push(item);
      continue;
    }
    // How a field or a part of the bill is worked out goes with it.
    if (item.kind === 'computed') current = parts.get(item.field.text) ?? item.field.text;
    else if (item.kind === 'exception') current = chains.get(item)?.target.names[0]?.text ?? current;
    else if (item.kind !== 'again') current = declaredBy(item)[0]?.text;
    if (current !== undefined) for (const one of [...waiting, item]) found.set(one, current);
    waiting = [];
  }
  return found;
}

function neededBy(
  name: string,
  offer: Offer,
  owners: ReadonlyMap<Item, string>,
  values: ReadonlySet<string>,
  has: (name: string) => boolean,
): readonly { readonly name: string; readonly how: Lack['how'] }[] {
  const own = offer.items.filter((item) => owners.get(item) === name);
  const reads = own
    .flatMap((item) => namesRead(item, values))
    .filter((one) => !has(one))
    .map((one) => offer.parts.get(one) ?? one);
  const tilts = offer.items.flatMap((item) =>
    item.kind === 'tilt' && item.lines.some((line) => line.target.names[0]?.text === name) ? [item.name.text] : [],
  );
  const known = (one: string): boolean => !has(one) && offer.names.has(one);
  return [
    ...[...new Set(reads)].filter(known).map((one) => ({ name: one, how: 'reads' as const })),
    ...tilts.filter(known).map((one) => ({ name: one, how: 'adjusts' as const })),
  ];
}

/** In the order of the text. Where something between was left out, the line keeps an exception from joining the chain before it. */
function taken(
  line: Inherits,
  items: readonly Item[],
  owners: ReadonlyMap<Item, string>,
  wanted: ReadonlySet<string>,
  has: (name: string) => boolean,
): readonly Item[] {
  const found: Item[] = [];
  let gap = false;
  for (const item of items) {
    const kept = item.kind === 'order' ? order(item, has) : wanted.has(owners.get(item) ?? '') ? item : undefined;
    if (!kept) {
      gap = true;
      continue;
    }
    if (gap && (kept.kind === 'exception' || kept.kind === 'citation')) found.push(line);
    found.push(kept);
    gap = false;
  }
  return found;
}

/** 先后 of those payments that the heir has. */
function order(item: Extract<Item, { readonly kind: 'order' }>, has: (name: string) => boolean): Item | undefined {
  const postings = item.postings.filter((path) => has(path.names[0]?.text ?? ''));
  if (postings.length < 2) return undefined;
  return postings.length === item.postings.length ? item : { ...item, postings };
}
