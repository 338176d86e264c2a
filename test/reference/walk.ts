/**
 * A naive settlement of streams over the checked model: definitions by name, cells as lists of entries, every answer worked out from the
 * beginning. It shares no helper with the product.
 */
import type { PolicyModel } from '../../language/model/types.ts';
import type { Entry } from './cells.ts';
import { cellName, folded } from './cells.ts';
import type { Stated, Status } from './kept.ts';
import type { Fraction } from './number.ts';
import { plus } from './number.ts';
import type { Outcome, Supposed } from './worlds.ts';
import { moneyOf, walkEvent } from './worlds.ts';
import type { Worth } from './worth.ts';
import { isNumber, textOf, Unread, ZERO } from './worth.ts';

export type { Worth } from './worth.ts';
export { Unread } from './worth.ts';

/** One event of a stream. */
export interface Event {
  readonly id: string;
  readonly kind: 'settle' | 'reverse' | 'correct';
  /** Of a reversal and a correction. */
  readonly of?: string;
  readonly stated: Stated;
  readonly knownOn?: Date;
}

/** What is said of one event, comparable as text. */
export interface Said {
  readonly status: Status;
  readonly reasons: readonly string[];
  readonly missing: readonly string[];
  readonly money: readonly string[];
  readonly revisions: readonly string[];
}

interface Booked {
  readonly event: Event;
  readonly stated: Stated;
  readonly outcome: Outcome;
  readonly reads: ReadonlySet<string>;
  readonly voided: boolean;
}

const BOOKABLE: readonly Status[] = ['settled', 'open', 'ineligible'];
/** Effects of a reversal or correction that leave an answer as it was, and are not told alike by all who may tell them. */
const REFUSED: Said = { status: 'refused', reasons: [], missing: [], money: [], revisions: [] };

const sorted = (all: readonly string[]): readonly string[] => [...new Set(all)].sort();

/** Settles events of one policy one after another. */
export class Walk {
  readonly policy: PolicyModel;
  readonly layers: readonly PolicyModel[];
  private booked: Booked[] = [];
  private readonly supposed: Supposed;
  private readonly given: ReadonlyMap<string, Worth>;
  private readonly ids = new Set<string>();
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
    const unread = this.layers.flatMap(({ versions }) => versions).find(({ splits, joins }) => splits.length > 0 || joins.length > 0);
    if (unread) throw new Unread('拆单, 并单');
    if (this.layers.some(({ versions }) => versions.some(({ entries }) => entries.some(({ retroactive }) => retroactive))))
      throw new Unread('期初 追溯');
  }

  /** What is said of an event; the books go on from there. */
  settle(event: Event): Said {
    this.last = undefined;
    if (this.ids.has(event.id)) return REFUSED;
    if (event.kind === 'reverse') return this.reverse(event);
    if (event.kind === 'correct') return this.correct(event);
    const made = this.work(event, event.stated, this.booked);
    this.last = made.outcome;
    if (BOOKABLE.includes(made.outcome.status)) {
      this.booked.push(made);
      this.ids.add(event.id);
    }
    return said(made.outcome);
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
    return new Set(this.booked.filter(({ voided }) => !voided).map(({ event }) => event.id));
  }

  private work(event: Event, stated: Stated, before: readonly Booked[]): Booked {
    const reads = new Set<string>();
    const books = { entries: this.entriesOf(before), given: this.given, read: (cell: string): void => void reads.add(cell) };
    const outcome = walkEvent(this.layers, stated, books, event.knownOn, this.supposed);
    return { event, stated, outcome, reads, voided: false };
  }

  private readonly entriesOf = (booked: readonly Booked[]): readonly Entry[] =>
    booked.flatMap(({ outcome, voided }) => (voided ? [] : outcome.entries));

  private reverse(event: Event): Said {
    const at = this.booked.findIndex(({ event: { id } }) => id === event.of);
    const own = this.booked[at];
    if (!own || own.voided) return REFUSED;
    const revisions = this.follow(at, { ...own, voided: true });
    this.ids.add(event.id);
    return { status: 'settled', reasons: [], missing: [], money: moneyOf(own.outcome).map(negated), revisions };
  }

  private correct(event: Event): Said {
    const at = this.booked.findIndex(({ event: { id } }) => id === event.of);
    const own = this.booked[at];
    if (!own || own.voided) return REFUSED;
    const stated = {
      fields: { ...own.stated.fields, ...event.stated.fields },
      lists: { ...own.stated.lists, ...event.stated.lists },
    };
    const made = this.work(own.event, stated, this.booked.slice(0, at));
    this.last = made.outcome;
    if (!BOOKABLE.includes(made.outcome.status)) return said(made.outcome);
    if (textOf(stated.fields[this.policy.subject] ?? '') !== textOf(own.stated.fields[this.policy.subject] ?? '')) return REFUSED;
    const revisions = this.follow(at, made);
    this.ids.add(event.id);
    return { ...said(made.outcome), revisions: [`${own.event.id} corrected`, ...revisions].sort() };
  }

  /** Puts an event in the place of what it was; later ones that read what changed are settled again, or said to differ. */
  private follow(at: number, made: Booked): readonly string[] {
    const { onReversal } = this.policy;
    const changed = new Set<string>();
    const loose = new Set<string>();
    const note = (was: Booked | undefined, is: Booked): void => {
      const [before, after] = [was && !was.voided ? was.outcome.entries : [], is.voided ? [] : is.outcome.entries];
      const texts = (all: readonly Entry[]): Map<string, string> => {
        const cells = new Map<string, string>();
        for (const { policy, accumulator, keys, value, reasons } of all) {
          const cell = keys === undefined ? `${policy} / ${accumulator}` : cellName(policy, accumulator, keys);
          const text = `${value === undefined ? '?' : textOf(value)} ${sorted(reasons).join(';')}`;
          cells.set(cell, [...(cells.get(cell)?.split('\n') ?? []), text].sort().join('\n'));
          if (keys === undefined) loose.add(cell);
        }
        return cells;
      };
      const [a, b] = [texts(before), texts(after)];
      for (const cell of [...a.keys(), ...b.keys()]) if (a.get(cell) !== b.get(cell)) changed.add(cell);
    };
    const work = [...this.booked];
    note(work[at], made);
    work[at] = made;
    const standing = [...work];
    const revisions: string[] = [];
    for (let next = at + 1; next < work.length; next += 1) {
      const one = work[next];
      if (!one || one.voided) continue;
      const touched = [...one.reads].some(
        (cell) => changed.has(cell) || [...loose].some((of) => changed.has(of) && cell.startsWith(`${of} / `)),
      );
      if (!touched) continue;
      const again = this.work(one.event, one.stated, work.slice(0, next));
      if (!BOOKABLE.includes(again.outcome.status)) {
        revisions.push(`${one.event.id} unsettled`);
        continue;
      }
      note(one, again);
      work[next] = again;
      const [was, is] = [one, again].map(({ outcome }) => `${outcome.status} ${moneyOf(outcome).join(', ')}`);
      if (was !== is) revisions.push(`${one.event.id} ${onReversal === 'recompute' ? 'booked' : 'reported'} ${is}`);
    }
    this.booked = onReversal === 'recompute' ? work : standing;
    return revisions.sort();
  }
}

/** A line of money with the sign of every amount turned. */
const negated = (line: string): string =>
  line.replaceAll(/ (-?)(\d+)(?= |$)/gu, (_, sign: string, fen: string) => ` ${sign === '' && fen !== '0' ? '-' : ''}${fen}`);

const said = (outcome: Outcome): Said => ({
  status: outcome.status,
  reasons: outcome.status === 'open' || outcome.status === 'settled' ? sorted(outcome.reasons) : [],
  missing: outcome.status === 'missing' ? sorted(outcome.missing) : [],
  money: outcome.status === 'settled' || outcome.status === 'ineligible' ? moneyOf(outcome) : [],
  revisions: [],
});
