/**
 * A naive settlement of streams over the checked model: definitions by name, cells as lists of entries, every answer worked out from the
 * beginning. It shares no helper with the product.
 */
import type { PolicyModel } from '../../language/model/types.ts';
import type { Booked, Event } from './books.ts';
import { BOOKABLE, Changed, sorted } from './books.ts';
import type { Entry } from './cells.ts';
import { cellName, folded } from './cells.ts';
import { hit } from './hits.ts';
import { Stays } from './intake.ts';
import type { Stated, Status } from './kept.ts';
import type { Fraction } from './number.ts';
import { plus } from './number.ts';
import { remembered } from './retroactive.ts';
import { joined, partsOf } from './stays.ts';
import { summed } from './totals.ts';
import type { Outcome, Supposed } from './worlds.ts';
import { moneyOf, walkEvent } from './worlds.ts';
import type { Worth } from './worth.ts';
import { Gap, gapIn, isNumber, textOf, Unread, ZERO } from './worth.ts';

export type { Event } from './books.ts';
export type { Worth } from './worth.ts';
export { Unread } from './worth.ts';

/** What is said of one event, comparable as text. */
export interface Said {
  readonly status: Status;
  readonly reasons: readonly string[];
  readonly missing: readonly string[];
  readonly money: readonly string[];
  readonly revisions: readonly string[];
}

const REFUSED: Said = { status: 'refused', reasons: [], missing: [], money: [], revisions: [] };

/** Settles events of one policy one after another. */
export class Walk {
  readonly policy: PolicyModel;
  readonly layers: readonly PolicyModel[];
  private booked: Booked[] = [];
  private readonly supposed: Supposed;
  private readonly given: ReadonlyMap<string, Worth>;
  private readonly ids = new Set<string>();
  private readonly stays: Stays;
  /** The outcome of the event settled last. */
  last: Outcome | undefined;

  constructor(
    policy: PolicyModel,
    layers: readonly PolicyModel[] = [],
    supposed: Supposed = new Map(),
    given: ReadonlyMap<string, Worth> = new Map(),
  ) {
    this.policy = policy;
    this.layers = [...layers, policy];
    this.supposed = supposed;
    this.given = given;
    this.stays = new Stays(policy, this.layers, given);
    if (layers.some(({ versions }) => versions.some(({ entries }) => entries.some(({ retroactive }) => retroactive))))
      throw new Unread('期初 追溯 of an earlier layer');
  }

  /** What is said of an event; the books go on from there. */
  settle(event: Event): Said {
    this.last = undefined;
    if (this.ids.has(event.id)) return REFUSED;
    if (event.kind === 'reverse') return this.reverse(event);
    if (event.kind === 'correct') return this.correct(event);
    const made = this.arrive(event);
    if (BOOKABLE.includes(made.status)) this.ids.add(event.id);
    return made;
  }

  /** Every cell that was written, as text. */
  cells(): readonly string[] {
    const entries = this.entriesOf(this.booked);
    const names = new Map(
      entries.flatMap((one) => (one.keys === undefined ? [] : [[cellName(one.policy, one.accumulator, one.keys), one]])),
    );
    return [...names].map(([name, { policy, accumulator, keys }]) => {
      const own = entries.filter((one) => one.policy === policy && one.accumulator === accumulator && one.keys === keys);
      const declared = this.layers.find((one) => one.name === policy)?.accumulators.find((one) => one.name === accumulator);
      if (!declared) throw new Unread(accumulator);
      const opening = this.given.get(`${accumulator} / ${keys}`);
      const values = [...(opening === undefined ? [] : [opening]), ...own.flatMap(({ value }) => (value === undefined ? [] : [value]))];
      const open = own.some(({ reasons }) => reasons.length > 0);
      return `${name} = ${open ? '?' : textOf(folded(declared, values))}`;
    });
  }

  /** Numbers that the cells hold now. */
  held(): readonly Fraction[] {
    const sums = new Map<string, Fraction>();
    for (const { accumulator, keys, value } of this.entriesOf(this.booked))
      if (value !== undefined && isNumber(value))
        sums.set(`${accumulator} ${keys}`, plus(sums.get(`${accumulator} ${keys}`) ?? ZERO, value));
    return [...sums.values()];
  }

  /** Ids of events that are not voided. */
  standing(): ReadonlySet<string> {
    return new Set(this.booked.filter(({ voided }) => !voided).map(({ event, partOf }) => partOf ?? event.id));
  }

  private work(event: Event, stated: Stated, before: readonly Booked[]): Booked {
    const reads = new Set<string>();
    const books = { entries: this.entriesOf(before), given: this.given, read: (cell: string): void => void reads.add(cell) };
    const outcome = walkEvent(this.layers, stated, books, event.knownOn, this.supposed);
    const entries = [...outcome.entries, ...remembered(this.policy, outcome, stated)];
    return { event, stated, outcome: { ...outcome, entries }, reads, voided: false };
  }

  private readonly entriesOf = (booked: readonly Booked[]): readonly Entry[] =>
    booked.flatMap(({ outcome, voided }) => (voided ? [] : outcome.entries));

  /** An event that comes in: alone, or as a stay that takes visits in or is settled in parts. */
  private arrive(event: Event): Said {
    const { stated, knownOn } = event;
    const own = this.stays.lookInto(stated, knownOn);
    const parts = own ? partsOf(own.version, this.policy, own.asked, stated) : 'whole';
    // A stay in parts takes visits into the first of them, as the law of that part says.
    const first = parts instanceof Gap || typeof parts === 'string' ? own && { ...own, stated } : this.firstOf(parts, knownOn);
    const taken = first ? this.stays.fitting(first, first.stated, knownOn, this.booked) : [];
    const gap = gapIn(...[parts, taken].filter((one) => one instanceof Gap));
    if (gap) return { ...REFUSED, status: gap.missing.size > 0 ? 'missing' : 'open', missing: sorted([...gap.missing]) };
    if (parts === 'refused') return REFUSED;
    const places = taken instanceof Gap ? [] : taken;
    const visits = places.flatMap((at) => this.booked[at] ?? []);
    const before = this.booked;
    const voided = this.follow(new Map(visits.map((visit) => [before.indexOf(visit), { ...visit, voided: true }])));
    const revisions = [...voided, ...visits.map(({ event: { id } }) => `${id} joined`)];
    if (visits.length > 0) hit('join stay');
    const [start = stated, ...others] = parts instanceof Gap || parts === 'whole' ? [stated] : parts;
    const each = [
      joined(
        start,
        visits.map((one) => this.stays.seen(one)),
        this.policy,
      ),
      ...others,
    ];
    const split = each.length > 1;
    const made: Booked[] = [];
    for (const [at, part] of each.entries()) {
      const about = split ? { ...event, id: `${event.id}/${at + 1}` } : event;
      const one = this.work(about, part, [...this.booked, ...made]);
      this.last = one.outcome;
      if (!BOOKABLE.includes(one.outcome.status)) {
        this.booked = before;
        return said(one.outcome);
      }
      made.push({ ...one, ...(split ? { partOf: event.id } : {}), ...(at === 0 && places.length > 0 ? { took: places } : {}) });
    }
    if (split) this.last = undefined;
    if (split && !this.stays.agree(stated, [start, ...others], knownOn)) {
      this.booked = before;
      return REFUSED;
    }
    this.booked = [...this.booked, ...made];
    return { ...said(together(made)), revisions: sorted(revisions) };
  }

  private firstOf([stated]: readonly Stated[], knownOn: Date | undefined) {
    const own = stated && this.stays.lookInto(stated, knownOn);
    return own && { ...own, stated };
  }

  private reverse(event: Event): Said {
    const places = [...this.booked.keys()].filter((at) => {
      const one = this.booked[at];
      return one && (one.partOf ?? one.event.id) === event.of && !one.voided;
    });
    const own = places.flatMap((at) => this.booked[at] ?? []);
    if (own.length === 0) return REFUSED;
    const back = own.flatMap(({ took = [] }) => took);
    const restored = back.flatMap((at) => this.booked[at] ?? []);
    const changes = new Map<number, Booked>([
      ...own.map((one) => [this.booked.indexOf(one), { ...one, voided: true }] as const),
      ...restored.map((one) => [this.booked.indexOf(one), { ...one, voided: false }] as const),
    ]);
    const revisions = this.follow(changes);
    this.ids.add(event.id);
    const all = [
      ...own.map(({ outcome }) => ({ ...outcome, back: true })),
      ...restored.map(({ outcome }) => ({ ...outcome, back: false })),
    ];
    return { ...REFUSED, status: 'settled', money: moneyOf(summed(all)), revisions };
  }

  private correct(event: Event): Said {
    const at = this.booked.findIndex(({ event: { id } }) => id === event.of);
    const own = this.booked[at];
    if (!own || own.voided || own.partOf !== undefined || own.took !== undefined) return REFUSED;
    const stated = {
      fields: { ...own.stated.fields, ...event.stated.fields },
      lists: { ...own.stated.lists, ...event.stated.lists },
    };
    if (this.stays.changed(this.booked, at, stated)) return REFUSED;
    const made = this.work(own.event, stated, this.booked.slice(0, at));
    this.last = made.outcome;
    if (!BOOKABLE.includes(made.outcome.status)) return said(made.outcome);
    if (textOf(stated.fields[this.policy.subject] ?? '') !== textOf(own.stated.fields[this.policy.subject] ?? '')) return REFUSED;
    if (this.stays.takenLater(this.booked, at, stated)) return REFUSED;
    const revisions = this.follow(new Map([[at, made]]));
    this.ids.add(event.id);
    return { ...said(made.outcome), revisions: [`${own.event.id} corrected`, ...revisions].sort() };
  }

  /** Puts events in the place of what they were; later ones that read what changed are settled again, or said to differ. */
  private follow(changes: ReadonlyMap<number, Booked>): readonly string[] {
    const { onReversal } = this.policy;
    const changed = new Changed();
    const work = [...this.booked];
    const standing = [...work];
    const revisions: string[] = [];
    for (const [at, one] of work.entries()) {
      const made = changes.get(at);
      if (made) {
        changed.note(one, made);
        work[at] = made;
        standing[at] = made;
        // What a visit that stands again had read may have changed since it became part of a stay.
        if (!one.voided || made.voided || onReversal !== 'recompute') continue;
      }
      if (!made && (one.voided || !changed.touches(one))) continue;
      const before = made ?? one;
      const again = { ...before, ...this.work(one.event, one.stated, work.slice(0, at)) };
      if (!BOOKABLE.includes(again.outcome.status)) {
        revisions.push(`${one.event.id} unsettled`);
        continue;
      }
      changed.note(before, again);
      work[at] = again;
      const [was, is] = [before, again].map(({ outcome }) => `${outcome.status} ${moneyOf(outcome).join(', ')}`);
      if (was !== is) revisions.push(`${one.event.id} ${onReversal === 'recompute' ? 'booked' : 'reported'} ${is}`);
    }
    this.booked = onReversal === 'recompute' ? work : standing;
    return revisions.sort();
  }
}

/** The parts of a stay as one. */
function together(made: readonly Booked[]): Outcome {
  const [first, ...others] = made.map(({ outcome }) => outcome);
  if (!first) throw new Unread('a stay of no part');
  if (others.length === 0) return first;
  const all = [first, ...others];
  const status = (['open', 'settled', 'ineligible'] as const).find((one) => all.some((outcome) => outcome.status === one)) ?? first.status;
  return { ...first, status, reasons: all.flatMap(({ reasons }) => reasons), ...summed(all.map((one) => ({ ...one, back: false }))) };
}

const said = (outcome: Outcome): Said => ({
  status: outcome.status,
  reasons: outcome.status === 'open' || outcome.status === 'settled' ? sorted(outcome.reasons) : [],
  missing: outcome.status === 'missing' ? sorted(outcome.missing) : [],
  money: outcome.status === 'settled' || outcome.status === 'ineligible' ? moneyOf(outcome) : [],
  revisions: [],
});
