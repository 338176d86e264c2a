import type { Allotted, Booked, EncounterInput, OpeningCell, PostingAnswer, ReasonRef, Revision, Sums, Totals, Yuan } from '../answer.ts';
import type { At, Decoder, Reason } from '../ir/decode.ts';
import { dictionary, isRecord, list, oneOf, optional, Reading, record, tagged, text, whole } from '../ir/decode.ts';
import { day, irType, literal } from '../ir/decode-expr.ts';
import type { Accumulator, DayText, IrType, Literal } from '../ir/types.ts';
import { cellText, valueOfCellText } from './cell-text.ts';
import type { Entry } from './fold.ts';
import type { EventRecord, Ledger, Retroactive } from './ledger.ts';
import { book, cellMembers, cellOfMembers, emptyLedger, eventOf, eventsFrom, followed, withOpenings } from './ledger.ts';
import { values } from './persistent-map.ts';
import type { Reliance } from './reliance.ts';
import { NOTHING } from './reliance.ts';

/** The format of a ledger's JSON. Another number is another format. */
export const LEDGER_FORMAT = 'yice-ledger/2';

/** An entry in JSON: its cell, how the cell folds, and the value as text (money in yuan) or the reasons for which it is open. */
interface EntryJson {
  /** The policy whose cell it is; absent: the event's. */
  readonly policy?: string;
  readonly accumulator: string;
  readonly how: Accumulator['how'];
  readonly type: IrType;
  readonly keys?: readonly string[];
  readonly value?: string;
  readonly open?: readonly ReasonRef[];
  readonly reliances?: readonly Reliance[];
}

interface EventJson {
  readonly id: string;
  readonly kind: EventRecord['kind'];
  readonly person: string;
  readonly policy: string;
  readonly digest: string;
  readonly version?: string;
  readonly encounter: EncounterInput;
  readonly knownOn?: DayText;
  readonly suppose?: Readonly<Record<string, Literal>>;
  readonly entries: readonly EntryJson[];
  readonly booked: Booked;
  readonly amounts: Readonly<Record<string, Yuan>>;
  /** Cells as policy, accumulator, keys. */
  readonly reads: readonly (readonly string[])[];
  readonly voidedBy?: string;
  readonly changes?: readonly string[];
  readonly revisions?: readonly Revision[];
  readonly displaced?: readonly { readonly event: string; readonly entries: readonly EntryJson[] }[];
}

interface LedgerJson {
  readonly format: typeof LEDGER_FORMAT;
  /** In order of arrival. */
  readonly events: readonly EventJson[];
  readonly openings: readonly OpeningCell[];
  readonly retroactive?: readonly Retroactive[];
}

/** The ledger as plain data: every event with its entries, in order of arrival. Cells are not written: they are folds of the entries. */
export function ledgerToJson(ledger: Ledger): unknown {
  const retroactive = values(ledger.retroactive);
  const json: LedgerJson = {
    format: LEDGER_FORMAT,
    events: eventsFrom(ledger, 0).map(eventJson),
    openings: values(ledger.openings),
    ...(retroactive.length > 0 ? { retroactive } : {}),
  };
  return json;
}

const eventJson = ({
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
}: EventRecord): EventJson => ({
  id,
  kind,
  person,
  policy,
  digest,
  ...(version === undefined ? {} : { version }),
  encounter,
  ...(knownOn === undefined ? {} : { knownOn }),
  ...(suppose === undefined ? {} : { suppose }),
  entries: entries.map(entryJson),
  booked,
  amounts,
  reads: reads.map(cellMembers),
  ...(voidedBy === undefined ? {} : { voidedBy }),
  ...(changes.length > 0 ? { changes } : {}),
  ...(revisions === undefined ? {} : { revisions }),
  ...(displaced === undefined ? {} : { displaced: displaced.map((one) => ({ event: one.event, entries: one.entries.map(entryJson) })) }),
});

const entryJson = ({ policy, accumulator: { name, how, type }, keys, value, open, reliances }: Entry): EntryJson => ({
  ...(policy === undefined ? {} : { policy }),
  accumulator: name,
  how,
  type,
  ...(keys ? { keys } : {}),
  ...(value === undefined ? {} : { value: cellText(value, type) }),
  ...(open.length > 0 ? { open } : {}),
  ...(reliances.length > 0 ? { reliances } : {}),
});

const name = text(400);
const source = record<ReasonRef['source']>({ file: name, start: whole(), end: whole(), line: whole() });
const reason: Decoder<ReasonRef> = record<ReasonRef>({ policy: optional(name), address: name, reason: text(), source });
type Relies<Kind> = Extract<Reliance, { readonly kind: Kind }>;
const reliance: Decoder<Reliance> = tagged<Reliance>('kind', {
  assumed: record<Relies<'assumed'>>({ kind: oneOf('assumed'), reason }),
  supposed: record<Relies<'supposed'>>({ kind: oneOf('supposed'), address: name, value: name }),
});
const entry: Decoder<EntryJson> = record<EntryJson>({
  policy: optional(name),
  accumulator: name,
  how: oneOf('sum', 'count', 'greatest', 'latest', 'set'),
  type: irType,
  keys: optional(list(name, 12)),
  value: optional(text()),
  open: optional(list(reason, 1000)),
  reliances: optional(list(reliance, 1000)),
});
const isTrue: Decoder<true> = (json, at, reading) => (json === true ? true : reading.refuse(at, '应为真', 'should be true'));
const totals: Decoder<Totals> = record<Totals>({ total: name, funds: name, hospital: name, personal: name, account: name, cash: name });
const posting: Decoder<PostingAnswer> = record<PostingAnswer>({
  policy: optional(name),
  address: name,
  payers: list(name, 100),
  amount: name,
  parts: list(record<PostingAnswer['parts'][number]>({ part: name, amount: name }), 100),
  shares: optional(list(record<{ readonly payer: string; readonly amount: string }>({ payer: name, amount: name }), 100)),
  shareOpen: optional(reason),
  cut: optional(name),
  into: optional(name),
  deferred: optional(isTrue),
  until: optional(day),
  allotted: optional(
    record<Allotted>({
      members: list(record<Allotted['members'][number]>({ item: whole(1), amount: name }), 5000),
      pool: optional(name),
      remainder: optional(name),
      taker: optional(whole(1)),
    }),
  ),
});
type SumsOf<Entry extends Sums['entry']> = Extract<Sums, { readonly entry: Entry }>;
const sums: Decoder<Sums> = tagged<Sums>('entry', {
  cashBenefit: record<SumsOf<'cashBenefit'>>({ entry: oneOf('cashBenefit'), paid: name, account: name, cash: name }),
  contribution: record<SumsOf<'contribution'>>({
    entry: oneOf('contribution'),
    due: name,
    now: name,
    deferred: name,
    dues: list(record<SumsOf<'contribution'>['dues'][number]>({ address: name, amount: name }), 1000),
    payers: list(record<SumsOf<'contribution'>['payers'][number]>({ payer: name, now: name, deferred: name }), 1000),
  }),
  clearing: record<SumsOf<'clearing'>>({ entry: oneOf('clearing'), paid: name }),
});
const status = oneOf('settled', 'open', 'missing', 'ineligible', 'refused', 'violation');
const booked: Decoder<Booked> = record<Booked>({ status, totals: optional(totals), sums: optional(sums), postings: list(posting, 1000) });
const revision: Decoder<Revision> = record<Revision>({
  event: name,
  effect: oneOf('booked', 'reported', 'unsettled', 'corrected', 'backPaid', 'joined'),
  before: booked,
  after: booked,
});
const fields: Decoder<Readonly<Record<string, unknown>>> = (json, at, reading) =>
  isRecord(json) ? json : reading.refuse(at, '应为对象', 'should be an object');
const encounter: Decoder<EncounterInput> = record<EncounterInput>({
  id: name,
  kind: optional(oneOf('settle', 'reverse', 'correct', 'backPay')),
  of: optional(name),
  scheme: optional(name),
  policy: optional(name),
  fields,
});
const MOST_EVENTS = 5_000_000;
const event: Decoder<EventJson> = record<EventJson>({
  id: name,
  kind: oneOf('settle', 'reverse', 'correct', 'backPay', 'split'),
  person: name,
  policy: name,
  digest: name,
  version: optional(name),
  encounter,
  knownOn: optional(day),
  suppose: optional(dictionary(literal)),
  entries: list(entry, 1000),
  booked,
  amounts: dictionary(name),
  reads: list(list(name, 14), 10_000),
  voidedBy: optional(name),
  changes: optional(list(name, 10_000)),
  revisions: optional(list(revision, MOST_EVENTS)),
  displaced: optional(list(record<NonNullable<EventJson['displaced']>[number]>({ event: name, entries: list(entry, 1000) }), MOST_EVENTS)),
});
const retroactive: Decoder<Retroactive> = record<Retroactive>({
  policy: name,
  accumulator: name,
  digest: name,
  version: name,
  upTo: whole(),
});
const opening: Decoder<OpeningCell> = record<OpeningCell>({
  policy: optional(name),
  accumulator: name,
  keys: list(literal, 12),
  value: name,
});
const ledgerShape: Decoder<LedgerJson> = record<LedgerJson>({
  format: oneOf(LEDGER_FORMAT),
  events: list(event, MOST_EVENTS),
  openings: list(opening, MOST_EVENTS),
  retroactive: optional(list(retroactive, 1000)),
});

/** Untrusted JSON to a ledger, or every reason why it is none. Never throws. */
export function ledgerFromJson(
  json: unknown,
): { readonly ok: true; readonly ledger: Ledger } | { readonly ok: false; readonly reasons: readonly Reason[] } {
  const reading = new Reading();
  const read = ledgerShape(json, { key: 'ledger' }, reading);
  if (!read) return { ok: false, reasons: reading.reasons };
  let ledger = withOpenings(emptyLedger(), read.openings);
  const intern = interner();
  for (const [index, { entries, ...kept }] of read.events.entries()) {
    const at = { key: index, up: { key: 'events', up: { key: 'ledger' } } };
    if (eventOf(ledger, kept.id)) reading.refuse(at, `编号“${kept.id}”用了两次`, `the id “${kept.id}” is used twice`);
    const entriesOf = (written: readonly EntryJson[]): readonly Entry[] => readEntries(written, at, intern, reading);
    const { version, knownOn, suppose, voidedBy, changes = NOTHING, revisions, displaced } = kept;
    ledger = book(ledger, {
      ...kept,
      version,
      knownOn,
      suppose,
      reads: kept.reads.map(cellOfMembers),
      voidedBy,
      changes,
      revisions,
      displaced: displaced?.map((one) => ({ event: one.event, entries: entriesOf(one.entries) })),
      entries: entriesOf(entries),
    });
  }
  for (const mark of read.retroactive ?? []) ledger = followed(ledger, mark);
  return reading.reasons.length > 0 ? { ok: false, reasons: reading.reasons } : { ok: true, ledger };
}

function readEntries(entries: readonly EntryJson[], at: At, intern: ReturnType<typeof interner>, reading: Reading): readonly Entry[] {
  const own: Entry[] = [];
  for (const { policy, accumulator, how, type, keys, value: written, open = [], reliances = [] } of entries) {
    const value = written === undefined ? undefined : valueOfCellText(written, how === 'count' ? { kind: 'integer' } : type);
    if (written !== undefined && value === undefined)
      reading.refuse(at, `“${accumulator}”的值“${written}”读不出来`, `the value “${written}” of “${accumulator}” cannot be read`);
    own.push({
      ...(policy === undefined ? {} : { policy }),
      accumulator: intern.accumulator({ name: accumulator, how, type, keyTypes: [] }),
      ...(keys ? { keys } : {}),
      ...(value === undefined ? {} : { value }),
      open: open.map(intern.reason),
      reliances: reliances.map(intern.reliance),
    });
  }
  return own;
}

/** Equal data becomes one object, so that cells fold by identity. */
function interner() {
  const known = new Map<string, unknown>();
  const one = <T>(kind: string, value: T): T => {
    const key = kind + JSON.stringify(value);
    if (!known.has(key)) known.set(key, value);
    return known.get(key) as T;
  };
  return {
    accumulator: (value: Accumulator): Accumulator => one('a', value),
    reason: (value: ReasonRef): ReasonRef => one('r', value),
    reliance: (value: Reliance): Reliance => one('l', value),
  };
}
