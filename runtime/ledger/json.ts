import type { Booked, EncounterInput, OpeningCell, PostingAnswer, ReasonRef, Revision, Totals } from '../answer.ts';
import type { Decoder, Reason } from '../ir/decode.ts';
import { dictionary, isRecord, list, oneOf, optional, Reading, record, tagged, text, whole } from '../ir/decode.ts';
import { day, irType, literal } from '../ir/decode-expr.ts';
import type { Accumulator, DayText, IrType, Literal } from '../ir/types.ts';
import { cellText, valueOfCellText } from './cell-text.ts';
import type { Entry } from './fold.ts';
import type { EventRecord, Ledger } from './ledger.ts';
import { book, emptyLedger, eventOf, withOpenings } from './ledger.ts';
import { values } from './persistent-map.ts';
import type { Reliance } from './reliance.ts';

/** The format of a ledger's JSON. Another number is another format. */
export const LEDGER_FORMAT = 'yice-ledger/1';

/** An entry in JSON: its cell, how the cell folds, and the value as text (money in yuan) or the reasons for which it is open. */
interface EntryJson {
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
  readonly encounter: EncounterInput;
  readonly knownOn?: DayText;
  readonly suppose?: Readonly<Record<string, Literal>>;
  readonly entries: readonly EntryJson[];
  readonly booked: Booked;
  readonly voidedBy?: string;
  readonly revisions?: readonly Revision[];
}

interface LedgerJson {
  readonly format: typeof LEDGER_FORMAT;
  /** In order of arrival. */
  readonly events: readonly EventJson[];
  readonly openings: readonly OpeningCell[];
}

/** The ledger as plain data: every event with its entries, in order of arrival. Cells are not written: they are folds of the entries. */
export function ledgerToJson(ledger: Ledger): unknown {
  const events = values(ledger.events).toSorted((a, b) => a.serial - b.serial);
  const json: LedgerJson = {
    format: LEDGER_FORMAT,
    events: events.map(eventJson),
    openings: values(ledger.openings),
  };
  return json;
}

const eventJson = ({
  id,
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
}: EventRecord): EventJson => ({
  id,
  kind,
  person,
  policy,
  digest,
  encounter,
  ...(knownOn === undefined ? {} : { knownOn }),
  ...(suppose === undefined ? {} : { suppose }),
  entries: entries.map(entryJson),
  booked,
  ...(voidedBy === undefined ? {} : { voidedBy }),
  ...(revisions === undefined ? {} : { revisions }),
});

const entryJson = ({ accumulator: { name, how, type }, keys, value, open, reliances }: Entry): EntryJson => ({
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
const reason: Decoder<ReasonRef> = record<ReasonRef>({ address: name, reason: text(), source });
type Relies<Kind> = Extract<Reliance, { readonly kind: Kind }>;
const reliance: Decoder<Reliance> = tagged<Reliance>('kind', {
  assumed: record<Relies<'assumed'>>({ kind: oneOf('assumed'), reason }),
  supposed: record<Relies<'supposed'>>({ kind: oneOf('supposed'), address: name, value: name }),
});
const entry: Decoder<EntryJson> = record<EntryJson>({
  accumulator: name,
  how: oneOf('sum', 'count', 'greatest', 'latest', 'set'),
  type: irType,
  keys: optional(list(name, 12)),
  value: optional(text()),
  open: optional(list(reason, 1000)),
  reliances: optional(list(reliance, 1000)),
});
const totals: Decoder<Totals> = record<Totals>({ total: name, funds: name, hospital: name, personal: name, account: name, cash: name });
const posting: Decoder<PostingAnswer> = record<PostingAnswer>({
  address: name,
  payers: list(name, 100),
  amount: name,
  parts: list(record<PostingAnswer['parts'][number]>({ part: name, amount: name }), 100),
  shareOpen: optional(reason),
  cut: optional(name),
});
const status = oneOf('settled', 'open', 'missing', 'ineligible', 'refused', 'violation');
const booked: Decoder<Booked> = record<Booked>({ status, totals: optional(totals), postings: list(posting, 1000) });
const revision: Decoder<Revision> = record<Revision>({
  event: name,
  effect: oneOf('booked', 'reported', 'unsettled'),
  before: booked,
  after: booked,
});
const fields: Decoder<Readonly<Record<string, unknown>>> = (json, at, reading) =>
  isRecord(json) ? json : reading.refuse(at, '应为对象', 'should be an object');
const encounter: Decoder<EncounterInput> = record<EncounterInput>({
  id: name,
  kind: optional(oneOf('settle', 'reverse')),
  of: optional(name),
  scheme: optional(name),
  policy: optional(name),
  fields,
});
const event: Decoder<EventJson> = record<EventJson>({
  id: name,
  kind: oneOf('settle', 'reverse'),
  person: name,
  policy: name,
  digest: name,
  encounter,
  knownOn: optional(day),
  suppose: optional(dictionary(literal)),
  entries: list(entry, 1000),
  booked,
  voidedBy: optional(name),
  revisions: optional(list(revision, 10_000)),
});
const opening: Decoder<OpeningCell> = record<OpeningCell>({
  policy: optional(name),
  accumulator: name,
  keys: list(literal, 12),
  value: name,
});
const MOST_EVENTS = 5_000_000;
const ledgerShape: Decoder<LedgerJson> = record<LedgerJson>({
  format: oneOf(LEDGER_FORMAT),
  events: list(event, MOST_EVENTS),
  openings: list(opening, MOST_EVENTS),
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
    const own: Entry[] = [];
    for (const { accumulator, how, type, keys, value: written, open = [], reliances = [] } of entries) {
      const value = written === undefined ? undefined : valueOfCellText(written, how === 'count' ? { kind: 'integer' } : type);
      if (written !== undefined && value === undefined)
        reading.refuse(at, `“${accumulator}”的值“${written}”读不出来`, `the value “${written}” of “${accumulator}” cannot be read`);
      own.push({
        accumulator: intern.accumulator({ name: accumulator, how, type, keyTypes: [] }),
        ...(keys ? { keys } : {}),
        ...(value === undefined ? {} : { value }),
        open: open.map(intern.reason),
        reliances: reliances.map(intern.reliance),
      });
    }
    const { knownOn, suppose, voidedBy, revisions } = kept;
    ledger = book(ledger, { ...kept, knownOn, suppose, voidedBy, revisions, entries: own });
  }
  return reading.reasons.length > 0 ? { ok: false, reasons: reading.reasons } : { ok: true, ledger };
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
