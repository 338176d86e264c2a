import type { Answer, EncounterInput, Explanation, Problem } from '../answer.ts';
import { malformed, quoted } from '../encounter/problems.ts';
import { isRecord } from '../ir/decode.ts';
import type { DayText, Literal } from '../ir/types.ts';
import type { Displaced, Ledger } from '../ledger/ledger.ts';
import { book, eventOf } from '../ledger/ledger.ts';
import { NOTHING } from '../ledger/reliance.ts';
import { readsOf } from './again.ts';
import type { Heading } from './answer.ts';
import { answerOf, bookedOf, refusal } from './answer.ts';
import type { PolicyBundle } from './choose.ts';
import { choosePolicy } from './choose.ts';
import { settleCorrection } from './correction.ts';
import { evaluateEvent } from './event.ts';
import { Gap } from './gap.ts';
import { beforehand, partsOf } from './parts.ts';
import type { CompiledPolicy } from './program.ts';
import { settleBackPay } from './resettle.ts';
import { followRetroactive, wroteItself } from './retroactive.ts';
import { settleReversal } from './reversal.ts';
import type { Outcome } from './run.ts';
import type { SettleOne } from './stays.ts';
import { settleJoined, settleParts } from './stays.ts';
import type { Watch } from './watch.ts';

export interface SettleOptions {
  /** Law as known on this day; absent: all that is published counts. */
  readonly knownOn?: DayText;
  /** Values for what the policy leaves open or assumes, by address: numerators in the open point's own scale. */
  readonly suppose?: Readonly<Record<string, Literal>>;
  /** The policy to settle under, when neither the event nor its scheme says it. */
  readonly policy?: string;
  /** Addresses of amounts that the answer is to name even if no payment needs them. */
  readonly also?: readonly string[];
  /** Bundles that settled earlier events, for settling these again after a reversal. */
  readonly bundles?: readonly PolicyBundle[];
  /** Told which fields of the event are read. */
  readonly watch?: Watch | undefined;
  /** Makes the explanation when the answer is asked for it; without it there is none. */
  readonly explainer?: (policy: CompiledPolicy, outcome: Outcome) => Explanation;
}

/** What settling gives: the answer, and the ledger after it. */
export interface Settlement {
  readonly answer: Answer;
  readonly ledger: Ledger;
}

/** Settles one event against a ledger. Nothing it is given changes, and nothing it is given makes it throw. */
export function settleEvent(bundle: PolicyBundle, encounter: EncounterInput, ledger: Ledger, options: SettleOptions): Settlement {
  const shape = readShape(encounter);
  const heading: Heading = {
    event: isRecord(encounter) && typeof encounter.id === 'string' ? encounter.id : '',
    policy: '',
    digest: bundle.digest,
  };
  const refused = (...problems: readonly Problem[]): Settlement => ({ answer: refusal(heading, problems), ledger });
  if (shape) return refused(shape);
  if (eventOf(ledger, encounter.id)) return refused(duplicate(encounter.id));
  if (encounter.kind === 'reverse') return settleReversal(bundle, encounter, ledger, options);
  if (encounter.kind === 'correct') return settleCorrection(bundle, encounter, ledger, options);
  if (encounter.kind === 'backPay') return settleBackPay(bundle, encounter, ledger, options);
  const policy = choosePolicy(bundle, encounter, options.policy);
  if ('code' in policy) return refused(policy);

  const settleOne: SettleOne = (one, before, how, displaced) => settleAsItIs(bundle, policy, one, before, how, displaced);
  const known = policy.rewrites ? beforehand(policy, encounter.fields, ledger, options.knownOn, options.watch) : undefined;
  if (!known) return settleOne(encounter, ledger, options);
  const parts = partsOf(policy, encounter, known);
  if (parts instanceof Gap) {
    const heading = { event: encounter.id, policy: policy.ir.id, digest: bundle.digest };
    return { answer: { ...refusal(heading, []), status: 'missing', missing: parts.missing }, ledger };
  }
  if (parts && 'code' in parts) return refused(parts);
  if (parts) return settleParts(bundle, policy, encounter, parts, known, ledger, options, settleOne);
  return settleJoined(bundle, policy, encounter, known, ledger, options, settleOne) ?? settleOne(encounter, ledger, options);
}

/** Settles one event under its policy. */
function settleAsItIs(
  bundle: PolicyBundle,
  policy: CompiledPolicy,
  encounter: EncounterInput,
  ledger: Ledger,
  options: SettleOptions,
  displaced: readonly Displaced[] | undefined,
): Settlement {
  const { suppose, also = NOTHING } = options;
  const known = [...policy.layers, policy].reduce((now, one) => followRetroactive(one, bundle.digest, now), ledger);
  const evaluated = evaluateEvent(policy, encounter, {
    ledger: known,
    before: Infinity,
    knownOn: options.knownOn,
    suppose,
    also,
    watch: options.watch,
  });
  const { outcome, person, day, knownOn } = evaluated;
  const under: Heading = { event: encounter.id, policy: policy.ir.id, digest: bundle.digest, day, knownOn };
  const { explainer } = options;
  const answer = answerOf(under, policy, outcome, explainer && (() => explainer(policy, outcome)));
  if (!isRemembered(answer)) return { answer, ledger };
  const kept = book(known, {
    id: encounter.id,
    kind: 'settle',
    person,
    policy: policy.ir.id,
    digest: bundle.digest,
    version: outcome.version?.ir.id,
    encounter,
    knownOn: options.knownOn,
    suppose,
    entries: outcome.entries,
    booked: bookedOf(answer),
    amounts: answer.amounts,
    reads: readsOf(evaluated),
    voidedBy: undefined,
    changes: NOTHING,
    revisions: undefined,
    displaced,
  });
  return {
    answer,
    ledger: [...policy.layers, policy].reduce((now, one) => (one.retroactive.length === 0 ? now : wroteItself(one, outcome, now)), kept),
  };
}

/** What is refused, incomplete or in violation leaves no trace, so that it can be given again. */
const isRemembered = ({ status }: Answer): boolean => status === 'settled' || status === 'open' || status === 'ineligible';

const LONGEST_ID = 200;

/** As much as a name in a ledger's JSON may have: an event that is booked can always be read back. */
const LONGEST_REFERENCE = 400;
const REFERENCES = ['of', 'scheme', 'policy'] as const;
const ENTRIES: ReadonlySet<string> = new Set(['id', 'kind', 'fields', ...REFERENCES]);

const isShortText = (given: unknown): boolean => typeof given === 'string' && given.length <= LONGEST_REFERENCE;

/** Whether an untrusted event can be told apart from others and read at all. */
function readShape(encounter: unknown): Problem | undefined {
  if (!isRecord(encounter)) return malformed('事件不是一个对象。', 'The event is not an object.');
  const { id, kind, of } = encounter;
  const unknown = Object.keys(encounter).find((key) => !ENTRIES.has(key));
  if (unknown !== undefined)
    return malformed(
      `事件没有“${quoted(unknown)}”这一项; 就诊的各项写在 fields 里。`,
      `An event has no entry “${quoted(unknown)}”; its fields stand in fields.`,
    );
  const long = REFERENCES.find((key) => encounter[key] !== undefined && !isShortText(encounter[key]));
  if (long !== undefined)
    return malformed(
      `${long} 应为不超过 ${LONGEST_REFERENCE} 字的文本。`,
      `${long} should be a text of at most ${LONGEST_REFERENCE} characters.`,
    );
  if (typeof id !== 'string' || id === '' || id.length > LONGEST_ID)
    return malformed(`事件要有编号 id: 1 至 ${LONGEST_ID} 字的文本。`, `The event needs an id: a text of 1 to ${LONGEST_ID} characters.`);
  if (kind !== undefined && kind !== 'settle' && kind !== 'reverse' && kind !== 'correct' && kind !== 'backPay')
    return malformed(`没有“${quoted(kind)}”这种事件。`, `There is no event of kind “${quoted(kind)}”.`);
  if ((kind === 'reverse' || kind === 'correct') && typeof of !== 'string')
    return kind === 'reverse'
      ? malformed('撤销要写明撤销哪个事件 (of)。', 'A reversal names the event it voids (of).')
      : malformed('更正要写明更正哪个事件 (of)。', 'A correction names the event it corrects (of).');
  if (kind === 'correct' && !isRecord(encounter.fields))
    return malformed('更正要写明改哪些项 (fields)。', 'A correction states what it changes (fields).');
  return undefined;
}

const duplicate = (id: string): Problem => ({
  code: 'duplicateEvent',
  zh: `台账里已有编号“${quoted(id)}”的事件。一个编号只用一次。`,
  en: `The ledger already has an event “${quoted(id)}”. An id is used once.`,
});
