import type { Booked, EncounterInput, OpeningCell, Revision, Yuan } from '../answer.ts';
import type { Accumulator, DayText, Literal } from '../ir/types.ts';
import { keyOfLiteral } from './cell-text.ts';
import type { Cell, Entry, Folded } from './fold.ts';
import { enter, readCell, withoutEvent } from './fold.ts';
import type { PersistentMap } from './persistent-map.ts';
import { emptyMap, get, set, sizeOf, values, without } from './persistent-map.ts';

/** settle 结算 · reverse 撤销 · correct 更正 · backPay 补差 · split: a stay whose parts are events of their own */
export type EventKind = 'settle' | 'reverse' | 'correct' | 'backPay' | 'split';

/** The entries that an event had before others took their place. */
export interface Displaced {
  readonly event: string;
  readonly entries: readonly Entry[];
}

/** An event that read a cell, and the one before it that did. INVARIANT: `serial` descends towards the older ones. */
export interface Reader {
  readonly cell: string;
  readonly event: string;
  readonly serial: number;
  readonly older: Reader | undefined;
}

/** What is kept of one event: enough to settle it again. */
export interface EventRecord {
  readonly id: string;
  /** Order of arrival, from 0. */
  readonly serial: number;
  readonly kind: EventKind;
  readonly person: string;
  readonly policy: string;
  /** Of the bundle that settled it. */
  readonly digest: string;
  /** Of the law that settled it; undefined when it was open between several. */
  readonly version: string | undefined;
  /** As it came in, with the options it was settled with. */
  readonly encounter: EncounterInput;
  readonly knownOn: DayText | undefined;
  readonly suppose: Readonly<Record<string, Literal>> | undefined;
  readonly entries: readonly Entry[];
  readonly booked: Booked;
  /** Named amounts that were worked out when it was booked, by address. */
  readonly amounts: Readonly<Record<string, Yuan>>;
  /** Names of the cells that its answer read: who changes one of them knows whom it concerns. */
  readonly reads: readonly string[];
  /** The reversal that voided it. */
  readonly voidedBy: string | undefined;
  /** Ids of the corrections of this event and of the back payments for it that stand, in order of arrival. */
  readonly changes: readonly string[];
  /** For a reversal, a correction or a back payment: what it did to other events. */
  readonly revisions: readonly Revision[] | undefined;
  /** For a back payment: the entries that its events had before it. For a stay that took in earlier visits: theirs. For one in parts: the parts. */
  readonly displaced: readonly Displaced[] | undefined;
  /** The event of the same person that arrived before it. */
  readonly previous: string | undefined;
  /** The event that arrived before it, whoever it is of. */
  readonly preceding: string | undefined;
}

/**
 * Entries by event. Cells are folds of the entries, kept beside them so that a read does not begin from the first event. Nothing in a ledger
 * changes: booking gives another ledger.
 */
export interface Ledger {
  readonly nextSerial: number;
  readonly events: PersistentMap<EventRecord>;
  readonly cells: PersistentMap<Cell>;
  /** Cell → the events that read it. May name one that no longer does. */
  readonly readers: PersistentMap<Reader>;
  /** Person → id of the event that arrived last. */
  readonly latest: PersistentMap<string>;
  /** Id of the event that arrived last of all. */
  readonly last: string | undefined;
  readonly openings: PersistentMap<OpeningCell>;
  /** How many entries have open keys; they may belong to any cell of their accumulator. */
  readonly loose: number;
  /** Accumulators with 期初 追溯 that were met, by `cellName` without keys. */
  readonly retroactive: PersistentMap<Retroactive>;
}

/** How far an accumulator with 期初 追溯 has its entries of events that were settled under a law without it. */
export interface Retroactive {
  readonly policy: string;
  readonly accumulator: string;
  /** The law that declares it. */
  readonly digest: string;
  readonly version: string;
  /** Events with this serial number or a later one have not been looked at. */
  readonly upTo: number;
}

/** A ledger before any event. */
export const emptyLedger = (): Ledger => ({
  nextSerial: 0,
  events: emptyMap(),
  cells: emptyMap(),
  readers: emptyMap(),
  latest: emptyMap(),
  last: undefined,
  openings: emptyMap(),
  loose: 0,
  retroactive: emptyMap(),
});

/** Separates the members of a cell's name; it cannot stand in a text field. */
const SEPARATOR = '\u001f';

/** The name of a cell. Absent keys name the place of entries whose keys are open. */
export const cellName = (policy: string, accumulator: string, keys: readonly string[] | undefined): string =>
  keys === undefined ? `${policy}${SEPARATOR}${accumulator}` : `${policy}${SEPARATOR}${accumulator}${SEPARATOR}${keys.join(SEPARATOR)}`;

/** The name of a cell as policy, accumulator and keys, and back. */
export const cellMembers = (cell: string): readonly string[] => cell.split(SEPARATOR);
export const cellOfMembers = (members: readonly string[]): string => members.join(SEPARATOR);

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

/** Whether an event with this id was booked. */
export const hasEvent = (ledger: Ledger, id: string): boolean => eventOf(ledger, id) !== undefined;

/** The id of the event of a person that arrived last. */
export const latestId = (ledger: Ledger, person: string): string | undefined => get(ledger.latest, person);

/** An event that is to be booked. Spelled out because copying records by spreading costs more than settling one. */
export type NewEvent = Omit<EventRecord, 'serial' | 'previous' | 'preceding'>;

/** The ledger with one more event and its entries. */
export function book(
  ledger: Ledger,
  {
    id,
    kind,
    person,
    policy,
    digest,
    version,
    encounter,
    knownOn,
    suppose,
    entries,
    booked,
    amounts,
    reads,
    voidedBy,
    changes,
    revisions,
    displaced,
  }: NewEvent,
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
    version,
    encounter,
    knownOn,
    suppose,
    entries,
    booked,
    amounts,
    reads,
    voidedBy,
    changes,
    revisions,
    displaced,
    previous,
    preceding: ledger.last,
  };
  const events = set(ledger.events, id, kept);
  const latest = set(ledger.latest, person, id);
  const { cells, loose } = enterAll(ledger, kept);
  return {
    nextSerial: serial + 1,
    events,
    latest,
    last: id,
    openings: ledger.openings,
    retroactive: ledger.retroactive,
    cells,
    loose,
    readers: readAll(ledger.readers, kept, reads),
  };
}

/** The readers with an event among them for each of the cells. */
function readAll(before: Ledger['readers'], { id, serial }: EventRecord, reads: readonly string[]): Ledger['readers'] {
  let readers = before;
  for (const cell of reads) {
    const newer: Reader[] = [];
    let older = get(readers, cell);
    for (; older !== undefined && older.serial > serial; older = older.older) newer.push(older);
    const own: Reader = { cell, event: id, serial, older };
    readers = set(
      readers,
      cell,
      newer.reduceRight((below, one): Reader => ({ ...one, older: below }), own),
    );
  }
  return readers;
}

/** The cells with an event's entries in them. */
function enterAll(
  { cells: before, loose: count }: Pick<Ledger, 'cells' | 'loose'>,
  { id, serial, policy, entries }: EventRecord,
): Pick<Ledger, 'cells' | 'loose'> {
  let cells = before;
  let loose = count;
  for (const entry of entries) {
    const name = cellName(entry.policy ?? policy, entry.accumulator.name, entry.keys);
    cells = set(cells, name, enter(get(cells, name), id, serial, entry));
    if (entry.keys === undefined) loose++;
  }
  return { cells, loose };
}

/** The ledger with another record in the place of one it has: its entries leave the cells, the new ones stand where they stood. */
export function rebook(ledger: Ledger, before: EventRecord, after: EventRecord): Ledger {
  let { cells, loose } = ledger;
  for (const entry of before.entries) {
    const name = cellName(entry.policy ?? before.policy, entry.accumulator.name, entry.keys);
    const left = withoutEvent(get(cells, name), before.serial);
    cells = left ? set(cells, name, left) : without(cells, name);
    if (entry.keys === undefined) loose--;
  }
  const known = new Set(before.reads);
  const readers = readAll(
    ledger.readers,
    after,
    after.reads.filter((cell) => !known.has(cell)),
  );
  return { ...ledger, events: set(ledger.events, after.id, after), readers, ...enterAll({ cells, loose }, after) };
}

/** The ledger with another record in the place of one it has whose entries and reads are the same. */
export const annotate = (ledger: Ledger, after: EventRecord): Ledger => ({ ...ledger, events: set(ledger.events, after.id, after) });

/** The events that arrived after a serial number and read a cell, or a cell of an accumulator when the name is that of its open keys. */
export function readersAfter(ledger: Ledger, cell: string, serial: number, open: boolean): readonly Reader[] {
  const found: Reader[] = [];
  const heads = open
    ? values(ledger.readers).filter((reader) => reader.cell.startsWith(`${cell}${SEPARATOR}`))
    : [get(ledger.readers, cell)];
  for (const head of heads) for (let at = head; at !== undefined && at.serial > serial; at = at.older) found.push(at);
  return found;
}

/** The events that arrived with a serial number or later, in order of arrival. */
export function eventsFrom(ledger: Ledger, serial: number): readonly EventRecord[] {
  const found: EventRecord[] = [];
  let at = ledger.last === undefined ? undefined : eventOf(ledger, ledger.last);
  for (; at !== undefined && at.serial >= serial; at = at.preceding === undefined ? undefined : eventOf(ledger, at.preceding))
    found.push(at);
  return found.reverse();
}

/** How far an accumulator with 期初 追溯 has been followed. */
export const retroactiveOf = (ledger: Ledger, policy: string, accumulator: string): Retroactive | undefined =>
  get(ledger.retroactive, cellName(policy, accumulator, undefined));

/** The ledger with the note that an accumulator with 期初 追溯 has been followed up to an event. */
export const followed = (ledger: Ledger, mark: Retroactive): Ledger => ({
  ...ledger,
  retroactive: set(ledger.retroactive, cellName(mark.policy, mark.accumulator, undefined), mark),
});
