/**
 * The ladder as a reviewer asks about it: what each policy takes from those above, what it writes in their place, and where the two have
 * drifted apart or come together. Everything published counts; an amendment whose day is open does not.
 *
 * A drift is found by walking the days on which something changes: the one above changed after this policy wrote its own; the two say the
 * same, so that the override could go; the name was stopped above.
 */
import { type CivilDate, dayText } from '../../runtime/calendar/date.ts';
import type { Citation } from '../2-syntax/nodes/declaration.ts';
import type { Inherits, Item, Tree } from '../2-syntax/nodes/policy.ts';
import type { Span } from '../2-syntax/nodes/span.ts';
import type { Composed } from '../3-check/analyses/compose.ts';
import { cutsOf, earliest } from '../3-check/analyses/days.ts';
import { declaredBy } from '../3-check/analyses/item-names.ts';
import { inheritLines, type Ladder, type Rung, rungsAbove } from '../3-check/analyses/ladder.ts';
import { readBase } from '../3-check/analyses/laws.ts';
import { ladderOfTexts, lawsAround, standing } from '../3-check/analyses/standing.ts';
import { itemText, sameItem } from './item-text.ts';

/** What a name stands for on one of the two sides. */
export interface Side {
  /** The value of a definition; of anything else its text. */
  readonly text: string;
  readonly span: Span;
  readonly citations: readonly { readonly document: string; readonly quote: string }[];
}

/** A stretch of days on which both sides stay as they are. */
export interface Stretch {
  /** "2023-01-01" */
  readonly from: string;
  /** Absent where the one above does not have the name. */
  readonly above?: Side;
  /** Absent where this policy does not have it. */
  readonly own?: Side;
}

export type Drift =
  /** Above it changed while the own one stayed. */
  | { readonly kind: 'changed'; readonly on: string; readonly before: string; readonly after: string }
  /** Both say the same from that day on. */
  | { readonly kind: 'equal'; readonly on: string }
  /** The one above no longer has it. */
  | { readonly kind: 'stopped'; readonly on: string };

export interface Override {
  readonly name: string;
  readonly from: string;
  readonly stretches: readonly Stretch[];
  readonly drifts: readonly Drift[];
}

/** A name that a policy takes. */
export interface Heirloom {
  readonly name: string;
  /** The policy in the 继承 line. */
  readonly from: string;
  /** The policy in whose text it is written, further up perhaps. */
  readonly writtenIn: string;
  readonly side: Side;
  /** The day from which the policy no longer follows it, or from which it is not there above. */
  readonly until?: string;
}

/** What a policy adjusts of a rule that it takes. */
export interface Adjusted {
  readonly name: string;
  readonly adjusts: string;
  readonly text: string;
  readonly span: Span;
}

export interface Heir {
  readonly policy: string;
  readonly span: Span;
  /** The policies it takes from, nearest first. */
  readonly above: readonly string[];
  readonly inherited: readonly Heirloom[];
  readonly overrides: readonly Override[];
  readonly adjusted: readonly Adjusted[];
}

/** The report over some texts: one entry per policy that takes names from another policy. */
export function ladderOf(trees: readonly Tree[]): readonly Heir[] {
  const ladder = ladderOfTexts(trees.flatMap(({ items }) => items));
  return [...ladder.values()].flatMap((rung) => {
    const above = rungsAbove(rung.block.name.text, ladder).filter(({ block }) => block.kind === 'policy');
    return rung.block.kind === 'policy' && above.length > 0 ? [heirOf(rung, above, ladder)] : [];
  });
}

interface Moment {
  readonly day: CivilDate;
  readonly own: Composed;
  /** Of each policy named in a 继承 line. */
  readonly above: ReadonlyMap<string, Composed>;
}

function heirOf(rung: Rung, above: readonly Rung[], ladder: Ladder): Heir {
  const lines = inheritLines(rung).filter((line) => ladder.get(line.from.text)?.block.kind === 'policy');
  const moments = daysOf(rung, ladder).map((day): Moment => {
    const sources = new Map(
      lines.flatMap((line) => ladder.get(line.from.text) ?? []).map((source) => [source.block.name.text, source] as const),
    );
    return {
      day,
      own: standing(rung, ladder, day),
      above: new Map([...sources].map(([name, source]) => [name, standing(source, ladder, day)] as const)),
    };
  });
  const owner = ownersIn([rung, ...above]);
  const name = rung.block.name.text;
  const inherited = lines.flatMap((line) => heirlooms(line, moments, owner, name));
  return {
    policy: name,
    span: rung.block.name.span,
    above: above.map(({ block }) => block.name.text),
    inherited,
    overrides: lines.flatMap((line) => line.overrides.map(({ text }) => overrideOf(text, line.from.text, moments))),
    adjusted: adjustments(moments.at(-1)?.own.items ?? [], new Set(inherited.map((one) => one.name)), owner, name),
  };
}

/** The days from which something stands differently, from the day on which the policy begins. */
function daysOf(rung: Rung, ladder: Ladder): readonly CivilDate[] {
  const base = rung.block.kind === 'policy' ? readBase(rung.block).law : undefined;
  const first = base ? earliest(base.effective) : 0;
  const start = Number.isFinite(first) ? first : 0;
  const cuts = lawsAround(rung, ladder).flatMap((law) => [...cutsOf(law.effective), ...(law.until === undefined ? [] : [law.until + 1])]);
  return [...new Set([start, ...cuts.filter((day) => day > start)])].sort((a, b) => a - b);
}

/** In the text of which policy, or of whose amendment, an item is. */
function ownersIn(rungs: readonly Rung[]): (span: Span) => string | undefined {
  const blocks = rungs.flatMap(({ block, amendments }) => [block, ...amendments].map(({ span }) => ({ span, name: block.name.text })));
  return (at) => blocks.find(({ span }) => span.file === at.file && span.start <= at.start && at.end <= span.end)?.name;
}

const find = (items: readonly Item[] | undefined, name: string): Item | undefined =>
  items?.find((item) => declaredBy(item)[0]?.text === name);

function sideOf(item: Item, { items, provenance }: Composed): Side {
  const before: Citation[] = [];
  for (let index = items.indexOf(item) - 1; index >= 0; index -= 1) {
    const one = items[index];
    if (one?.kind !== 'citation') break;
    before.unshift(one);
  }
  const own = 'citations' in item ? item.citations : [];
  const inner = item.kind === 'benefit' ? item.lines.filter((line) => line.kind === 'citation') : [];
  // What an amendment wrote is cited there.
  const amended = [...provenance].flatMap(([value, { citations }]) => (holds(item, value) ? citations : []));
  const anew = 'value' in item && [...provenance.keys()].some((value) => value === item.value);
  return {
    text: itemText(item),
    span: item.span,
    citations: [...(anew ? [] : [...before, ...own, ...inner]), ...amended].map(({ document: alias, quote }) => ({
      document: alias.text,
      quote: quote.text,
    })),
  };
}

/** Whether a node stands somewhere in another. */
const holds = (node: unknown, wanted: object): boolean =>
  node === wanted || (typeof node === 'object' && node !== null && Object.values(node).some((one) => holds(one, wanted)));

function heirlooms(
  line: Inherits,
  moments: readonly Moment[],
  owner: (span: Span) => string | undefined,
  self: string,
): readonly Heirloom[] {
  const replaced = new Set(line.overrides.map(({ text }) => text));
  return line.names.flatMap(({ text: name }) => {
    const taken = moments.flatMap((moment) => {
      const item = find(moment.own.items, name);
      return item && owner(item.span) !== self ? [{ moment, item }] : [];
    });
    const last = taken.at(-1);
    if (replaced.has(name) || !last) return [];
    const after = moments[moments.indexOf(last.moment) + 1];
    return [
      {
        name,
        from: line.from.text,
        writtenIn: owner(last.item.span) ?? line.from.text,
        side: sideOf(last.item, last.moment.own),
        ...(after ? { until: dayText(after.day) } : {}),
      },
    ];
  });
}

function overrideOf(name: string, from: string, moments: readonly Moment[]): Override {
  const stretches: (Stretch & { readonly items: readonly [above: Item | undefined, own: Item | undefined] })[] = [];
  const drifts: Drift[] = [];
  const same = (a: Item | undefined, b: Item | undefined): boolean => a === b || (a !== undefined && b !== undefined && sameItem(a, b));
  for (const { day, own, above } of moments) {
    const mine = find(own.items, name);
    const theirs = find(above.get(from)?.items, name);
    const last = stretches.at(-1);
    if (last && same(last.items[0], theirs) && same(last.items[1], mine)) continue;
    const on = dayText(day);
    const side = (item: Item | undefined, all: Composed | undefined): Side | undefined => item && all && sideOf(item, all);
    const [aboveSide, ownSide] = [side(theirs, above.get(from)), side(mine, own)];
    if (last && !same(last.items[0], theirs)) {
      if (!theirs && last.items[0]) drifts.push({ kind: 'stopped', on });
      else if (theirs && last.above && aboveSide && same(last.items[1], mine))
        drifts.push({ kind: 'changed', on, before: last.above.text, after: aboveSide.text });
    }
    if (theirs && mine && sameItem(theirs, mine)) drifts.push({ kind: 'equal', on });
    stretches.push({
      from: on,
      ...(aboveSide ? { above: aboveSide } : {}),
      ...(ownSide ? { own: ownSide } : {}),
      items: [theirs, mine],
    });
  }
  return { name, from, stretches: stretches.map(({ items: _, ...stretch }) => stretch), drifts };
}

/** Exceptions and tilts of the policy's own on rules that it takes. */
function adjustments(
  items: readonly Item[],
  inherited: ReadonlySet<string>,
  owner: (span: Span) => string | undefined,
  self: string,
): readonly Adjusted[] {
  return items.flatMap((item) => {
    if ((item.kind !== 'exception' && item.kind !== 'tilt') || owner(item.span) !== self) return [];
    const targets = item.kind === 'exception' ? [item.target] : item.lines.map((line) => line.target);
    const adjusts = [...new Set(targets.flatMap((path) => path?.names[0]?.text ?? []))].filter((name) => inherited.has(name));
    return adjusts.map((name) => ({ name: item.name.text, adjusts: name, text: itemText(item), span: item.span }));
  });
}
