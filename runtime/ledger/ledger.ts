import type { Booked, EncounterInput, OpeningCell, Revision } from '../answer.ts';
import type { Accumulator, DayText, Literal } from '../ir/types.ts';
import { keyOfLiteral } from './cell-text.ts';
import type { Cell, Entry, Folded } from './fold.ts';
import { enter, readCell, withoutEvent } from './fold.ts';
import type { PersistentMap } from './persistent-map.ts';
import { emptyMap, get, set, sizeOf, without } from './persistent-map.ts';

/** What is kept of one event: enough to settle it again. */
export interface EventRecord {
  readonly id: string;
  /** Order of arrival, from 0. */
  readonly serial: number;
  readonly kind: 'settle' | 'reverse';
  readonly person: string;
  readonly policy: string;
  /** Of the bundle that settled it. */
  readonly digest: string;
  /** As it came in, with the options it was settled with. */
  readonly encounter: EncounterInput;
  readonly knownOn: DayText | undefined;
  readonly suppose: Readonly<Record<string, Literal>> | undefined;
  readonly entries: readonly Entry[];
  readonly booked: Booked;
  /** The reversal that voided it. */
  readonly voidedBy: string | undefined;
  /** For a reversal: what it did to later events. */
  readonly revisions: readonly Revision[] | undefined;
  /** The event of the same person that arrived before it. */
  readonly previous: string | undefined;
}

/**
 * Entries by event. Cells are folds of the entries, kept beside them so that a read does not begin from the first event. Nothing in a ledger
 * changes: booking gives another ledger.
 */
export interface Ledger {
  readonly nextSerial: number;
  readonly events: PersistentMap<EventRecord>;
  readonly cells: PersistentMap<Cell>;
  /** Person → id of the event that arrived last. */
  readonly latest: PersistentMap<string>;
  readonly openings: PersistentMap<OpeningCell>;
  /** How many entries have open keys; they may belong to any cell of their accumulator. */
  readonly loose: number;
}

/** A ledger before any event. */
export const emptyLedger = (): Ledger => ({
  nextSerial: 0,
  events: emptyMap(),
  cells: emptyMap(),
  latest: emptyMap(),
  openings: emptyMap(),
  loose: 0,
});

/** Separates the members of a cell's name; it cannot stand in a text field. */
const SEPARATOR = '\u001f';

/** The name of a cell. Absent keys name the place of entries whose keys are open. */
export const cellName = (policy: string, accumulator: string, keys: readonly string[] | undefined): string =>
  keys === undefined ? `${policy}${SEPARATOR}${accumulator}` : `${policy}${SEPARATOR}${accumulator}${SEPARATOR}${keys.join(SEPARATOR)}`;

/** The ledger with values that cells had before the first event known here. A later value for the same cell takes its place. */
export function withOpenings(ledger: Ledger, openings: readonly OpeningCell[]): Ledger {
  let all = ledger.openings;
  for (const opening of openings)
    all = set(all, cellName(opening.policy ?? '', opening.accumulator, opening.keys.map(keyOfLiteral)), opening);
  return { ...ledger, openings: all };
}

/** The text of a cell's given opening, if one was given. */
export function openingOf(ledger: Ledger, policy: string, accumulator: string, keys: readonly string[]): string | undefined {
  if (sizeOf(ledger.openings) === 0) return undefined;
  return (get(ledger.openings, cellName(policy, accumulator, keys)) ?? get(ledger.openings, cellName('', accumulator, keys)))?.value;
}

/** A cell as it stood before the event with serial number `before`. */
export const cellBefore = (ledger: Ledger, name: string, accumulator: Accumulator, before: number): Folded =>
  readCell(get(ledger.cells, name), accumulator, before);

export const eventOf = (ledger: Ledger, id: string): EventRecord | undefined => get(ledger.events, id);

/** An event that is to be booked. Spelled out because copying records by spreading costs more than settling one. */
export type NewEvent = Omit<EventRecord, 'serial' | 'previous'>;

/** The ledger with one more event and its entries. */
export function book(
  ledger: Ledger,
  { id, kind, person, policy, digest, encounter, knownOn, suppose, entries, booked, voidedBy, revisions }: NewEvent,
): Ledger {
  const serial = ledger.nextSerial;
  const previous = get(ledger.latest, person);
  const kept: EventRecord = {
    id,
    serial,
    kind,
    person,
    policy,
    digest,
    encounter,
    knownOn,
    suppose,
    entries,
    booked,
    voidedBy,
    revisions,
    previous,
  };
  const events = set(ledger.events, id, kept);
  const latest = set(ledger.latest, person, id);
  const { cells, loose } = enterAll(ledger, kept);
  return { nextSerial: serial + 1, events, latest, openings: ledger.openings, cells, loose };
}

/** The cells with an event's entries in them. */
function enterAll(
  { cells: before, loose: count }: Pick<Ledger, 'cells' | 'loose'>,
  { id, serial, policy, entries }: EventRecord,
): Pick<Ledger, 'cells' | 'loose'> {
  let cells = before;
  let loose = count;
  for (const entry of entries) {
    const name = cellName(policy, entry.accumulator.name, entry.keys);
    cells = set(cells, name, enter(get(cells, name), id, serial, entry));
    if (entry.keys === undefined) loose++;
  }
  return { cells, loose };
}

/** The ledger with another record in the place of one it has: its entries leave the cells, the new ones stand where they stood. */
export function rebook(ledger: Ledger, before: EventRecord, after: EventRecord): Ledger {
  let { cells, loose } = ledger;
  for (const entry of before.entries) {
    const name = cellName(before.policy, entry.accumulator.name, entry.keys);
    const left = withoutEvent(get(cells, name), before.serial);
    cells = left ? set(cells, name, left) : without(cells, name);
    if (entry.keys === undefined) loose--;
  }
  return { ...ledger, events: set(ledger.events, after.id, after), ...enterAll({ cells, loose }, after) };
}

/** The events of a person that arrived after one of hers, in order of arrival. */
export function laterEvents(ledger: Ledger, record: EventRecord): readonly EventRecord[] {
  const later: EventRecord[] = [];
  const latest = get(ledger.latest, record.person);
  let at = latest === undefined ? undefined : eventOf(ledger, latest);
  while (at !== undefined && at.serial > record.serial) {
    later.push(at);
    at = at.previous === undefined ? undefined : eventOf(ledger, at.previous);
  }
  return later.reverse();
}
