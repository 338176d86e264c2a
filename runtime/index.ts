/**
 * The runtime: (bundle, event, ledger) → (answer, ledger). No dependency, no clock, no file, no text of policies. What every result means is
 * in SEMANTICS.md.
 */
import type { EncounterInput } from './answer.ts';
import type { LoadedBundle } from './bundle/load.ts';
import type { Settlement } from './evaluate/settle.ts';
import { settleEvent } from './evaluate/settle.ts';
import type { Watch } from './evaluate/watch.ts';
import { explain } from './explain/trace.ts';
import type { DayText, Literal } from './ir/types.ts';
import type { Ledger } from './ledger/ledger.ts';

export type {
  Answer,
  Booked,
  EncounterInput,
  Explanation,
  ExplanationLine,
  NamedValue,
  OpeningCell,
  PostingAnswer,
  Problem,
  ReasonRef,
  Revision,
  ShownValue,
  Status,
  Sums,
  Totals,
  WaterfallBar,
  Yuan,
} from './answer.ts';
export type { BundleExpectation, BundleFile, BundleScenario, Manifest } from './bundle/format.ts';
export { BUNDLE_FORMAT } from './bundle/format.ts';
export type { Loaded, LoadedBundle } from './bundle/load.ts';
export { loadBundle, loadUnverified } from './bundle/load.ts';
export type { OpenEffect } from './bundle/open-points.ts';
export { openPointsOf } from './bundle/open-points.ts';
export { digestOf } from './bundle/verify.ts';
export type { Amended, ChangedValue, Changes, Cited } from './evaluate/changed-law.ts';
export type { Difference, ResettleOptions } from './evaluate/resettle.ts';
export { bookDifferences, differencesOf } from './evaluate/resettle.ts';
export type { Settlement } from './evaluate/settle.ts';
export type { Watch, WatchedCell } from './evaluate/watch.ts';
export type { Reason } from './ir/decode.ts';
export { layersOf, statedFields } from './ir/layers.ts';
export type { DayText, InputField, IrType, Literal, PolicyIr, SourceRange, TimelineCell } from './ir/types.ts';
export type { CellView } from './ledger/cells.ts';
export { cellsOf } from './ledger/cells.ts';
export { ledgerFromJson, ledgerToJson } from './ledger/json.ts';
export type { Ledger } from './ledger/ledger.ts';
export { emptyLedger, hasEvent, withOpenings } from './ledger/ledger.ts';
export type { Concept, Term } from './vocabulary.ts';
export { vocabulary } from './vocabulary.ts';

/** How one event is to be settled. */
export interface SettleOptions {
  /** Law as known on this day; absent: all that is published counts. */
  readonly knownOn?: DayText;
  /** Values for what the policy leaves open or assumes, by address: a numerator in the open point's own scale, an enumeration value, a day. */
  readonly suppose?: Readonly<Record<string, Literal>>;
  /** Whether the answer explains itself; it does unless this is false. */
  readonly explain?: boolean;
  /** The policy to settle under, when the bundle has several and the event does not say. */
  readonly policy?: string;
  /** Addresses of what the answer is to name even if no payment needs it: amounts such as 共付, and values of any other type. */
  readonly also?: readonly string[];
  /** Told which fields of the event settling it reads: what is not read cannot change the answer. */
  readonly watch?: Watch;
  /** Bundles that settled earlier events, needed to settle these again after a reversal. */
  readonly bundles?: readonly LoadedBundle[];
}

/**
 * Settles one event. Pure: the ledger given stays as it is, the one returned has the event. Whatever the event holds, the result is an answer
 * with a status; nothing is thrown.
 */
export function settle(bundle: LoadedBundle, encounter: EncounterInput, ledger: Ledger, options: SettleOptions = {}): Settlement {
  const { explain: wanted = true, ...rest } = options;
  return settleEvent(bundle, encounter, ledger, wanted ? { ...rest, explainer: explain } : rest);
}
