import type { EncounterInput, Problem } from '../answer.ts';
import type { DayText } from '../ir/types.ts';
import type { EventRecord, Ledger, NewEvent } from '../ledger/ledger.ts';
import { eventOf } from '../ledger/ledger.ts';
import { NOTHING } from '../ledger/reliance.ts';
import type { SettleAgain } from '../ledger/replay.ts';
import { lawOf } from '../ledger/replay.ts';
import { answerOf, bookedOf } from './answer.ts';
import type { PolicyBundle } from './choose.ts';
import type { Evaluated } from './event.ts';
import { evaluateEvent } from './event.ts';
import type { CompiledPolicy } from './program.ts';
import { remembered } from './retroactive.ts';

/** A law to settle a kept event under. */
export interface Law {
  readonly policy: CompiledPolicy;
  readonly digest: string;
  readonly knownOn: DayText | undefined;
}

/** The policy of an event in the bundle with a digest. */
export const policyIn = (bundles: readonly PolicyBundle[], digest: string, policy: string): CompiledPolicy | undefined =>
  bundles.find((bundle) => bundle.digest === digest)?.policies.find(({ ir }) => ir.id === policy);

/** Settles a kept event under the law it stands settled under, seeing only what arrived before it. */
export const settleAgain =
  (bundles: readonly PolicyBundle[]): SettleAgain =>
  (record, ledger) => {
    const { digest, knownOn } = lawOf(ledger, record);
    const policy = policyIn(bundles, digest, record.policy);
    if (!policy) return undefined;
    const { again, evaluated } = settleUnder({ policy, digest, knownOn }, record, ledger);
    return { ...again, entries: [...again.entries, ...remembered(bundles, ledger, record, evaluated.outcome, again)] };
  };

/** Settles a kept event under a law. */
export function settleUnder(
  { policy, digest, knownOn }: Law,
  record: EventRecord,
  ledger: Ledger,
  encounter = asCorrected(ledger, record),
  also: readonly string[] = NOTHING,
) {
  const { id, serial } = record;
  const used = new Set<number>();
  const evaluated = evaluateEvent(policy, encounter, {
    ledger,
    before: serial,
    knownOn,
    suppose: stillOpen(policy, record.suppose),
    also,
    used,
  });
  const heading = { event: id, policy: policy.ir.id, digest, day: evaluated.day, knownOn: evaluated.knownOn };
  const answer = answerOf(heading, policy, evaluated.outcome, undefined);
  const again = { booked: bookedOf(answer), amounts: answer.amounts, entries: evaluated.outcome.entries, reads: readsOf(evaluated) };
  return { again, answer, evaluated, used };
}

export const readsOf = ({ reads }: Evaluated): readonly string[] => (reads.size === 0 ? NOTHING : [...reads]);

/** What was supposed, without what the law has decided since. */
function stillOpen(policy: CompiledPolicy, suppose: EventRecord['suppose']): EventRecord['suppose'] {
  if (suppose === undefined) return undefined;
  const open = new Set(
    [...policy.layers, policy].flatMap(({ ir }) =>
      ir.openPoints.flatMap(({ address, type }) => (type ? [address, `${ir.id}.${address}`] : [])),
    ),
  );
  return Object.fromEntries(Object.entries(suppose).filter(([address]) => open.has(address)));
}

/** An event as it came in, with what corrections since say instead. */
export function asCorrected(ledger: Ledger, { encounter, changes, policy }: EventRecord): EncounterInput {
  let { fields } = encounter;
  for (const id of changes) {
    const change = eventOf(ledger, id);
    // A correction keeps the whole event as it is to be read.
    if (change?.kind === 'correct') fields = change.encounter.fields;
  }
  return fields === encounter.fields ? encounter : { ...encounter, policy, fields };
}

/** An event without entries of its own that says something about others. */
export const aboutOthers = (
  kept: Pick<NewEvent, 'id' | 'kind' | 'person' | 'policy' | 'digest' | 'encounter' | 'booked' | 'revisions'> &
    Partial<Pick<NewEvent, 'knownOn' | 'displaced'>>,
): NewEvent => ({
  version: undefined,
  knownOn: undefined,
  suppose: undefined,
  entries: NOTHING,
  amounts: {},
  reads: NOTHING,
  voidedBy: undefined,
  changes: NOTHING,
  displaced: undefined,
  ...kept,
});

export const noBundle = (digests: readonly string[]): Problem => ({
  code: 'noPolicy',
  zh: `后面的事件是按别的包结算的, 重算要有那个包: ${digests.join('、')}。`,
  en: `Later events were settled under another bundle, which is needed to settle them again: ${digests.join(', ')}.`,
});
