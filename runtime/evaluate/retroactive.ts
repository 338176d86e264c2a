import type { ReasonRef } from '../answer.ts';
import { readFields } from '../encounter/read.ts';
import type { Step } from '../ir/types.ts';
import type { Entry } from '../ledger/fold.ts';
import type { EventRecord, Ledger, Retroactive } from '../ledger/ledger.ts';
import { eventsFrom, followed, rebook, retroactiveOf } from '../ledger/ledger.ts';
import { values } from '../ledger/persistent-map.ts';
import { NOTHING } from '../ledger/reliance.ts';
import type { Again } from '../ledger/replay.ts';
import { fenFromYuan } from '../money/fen.ts';
import { asCorrected, policyIn } from './again.ts';
import type { PolicyBundle } from './choose.ts';
import { settledEntries } from './entries.ts';
import { listsWithGaps, withGaps } from './event.ts';
import type { CompiledPolicy, CompiledVersion } from './program.ts';
import type { Outcome } from './run.ts';
import { outcome as outcomeOf } from './run.ts';
import { State } from './state.ts';

/**
 * 期初 追溯: an accumulator that a law brings in while its period runs starts from what the earlier events give it. Before an event is settled
 * under a policy that has one, each earlier event that was settled under a law without it gets the entry that the accumulator's own line asks
 * for, read off what was booked for that event. The entries stand where their events stand in the order, so that voiding or correcting the
 * event takes them along.
 */
export function followRetroactive(policy: CompiledPolicy, digest: string, before: Ledger): Ledger {
  let ledger = before;
  for (const { accumulator, version } of policy.retroactive) {
    const law = policy.version(version);
    const upTo = retroactiveOf(ledger, policy.ir.id, accumulator)?.upTo ?? 0;
    if (upTo === ledger.nextSerial) continue;
    for (const record of eventsFrom(ledger, upTo)) {
      if (record.kind !== 'settle' || !settledIn(record, policy.ir.id) || record.voidedBy !== undefined) continue;
      if (record.entries.some((entry) => isOf(entry, accumulator, policy.ir.id, record))) continue;
      const found = entriesFromBooked(policy, law, accumulator, record, ledger);
      if (found.length > 0) ledger = rebook(ledger, record, { ...record, entries: [...record.entries, ...found] });
    }
    ledger = followed(ledger, { policy: policy.ir.id, accumulator, digest, version: law.ir.id, upTo: ledger.nextSerial });
  }
  return ledger;
}

/** The note that the event booked last wrote such accumulators itself, as its own law says. */
export function wroteItself(policy: CompiledPolicy, outcome: Outcome, before: Ledger): Ledger {
  let ledger = before;
  for (const { accumulator } of policy.retroactive) {
    const mark = retroactiveOf(ledger, policy.ir.id, accumulator);
    if (mark && declares(versionIn(outcome, policy.ir.id), accumulator)) ledger = followed(ledger, { ...mark, upTo: ledger.nextSerial });
  }
  return ledger;
}

/** Whether an event was settled under a policy, by itself or as a layer of another. */
const settledIn = ({ policy, amounts }: EventRecord, id: string): boolean =>
  policy === id || Object.keys(amounts).some((address) => address.startsWith(`${id}.`));

const isOf = ({ policy, accumulator: { name } }: Entry, accumulator: string, id: string, record: EventRecord): boolean =>
  name === accumulator && (policy ?? record.policy) === id;

/** What an event booked under the addresses of a policy, which may be a layer of the one it was settled under. */
const amountsIn = ({ policy, amounts }: EventRecord, id: string): EventRecord['amounts'] =>
  policy === id
    ? amounts
    : Object.fromEntries(
        Object.entries(amounts).flatMap(([address, yuan]) => (address.startsWith(`${id}.`) ? [[address.slice(id.length + 1), yuan]] : [])),
      );

/** The version of a layer, or of the policy itself, that an event came to. */
const versionIn = ({ version, layers }: Outcome, id: string): CompiledVersion | undefined =>
  layers.find(({ policy }) => policy.ir.id === id)?.outcome.version ?? version;

const declares = (version: CompiledVersion | undefined, accumulator: string): boolean =>
  version?.program.entries.some((rule) => rule.accumulator.name === accumulator) ?? false;

/** Entries of this kind that an event has when it is settled again under a law without the accumulator. */
export function remembered(
  bundles: readonly PolicyBundle[],
  ledger: Ledger,
  record: EventRecord,
  outcome: Outcome,
  { booked, amounts }: Pick<Again, 'booked' | 'amounts'>,
): readonly Entry[] {
  return values(ledger.retroactive).flatMap((mark: Retroactive) => {
    if (!settledIn(record, mark.policy) || record.serial >= mark.upTo) return NOTHING;
    if (declares(versionIn(outcome, mark.policy), mark.accumulator)) return NOTHING;
    const policy = policyIn(bundles, mark.digest, mark.policy);
    const own = policy?.retroactive.find(({ accumulator }) => accumulator === mark.accumulator);
    if (!policy || !own) return record.entries.filter((entry) => isOf(entry, mark.accumulator, mark.policy, record));
    return entriesFromBooked(policy, policy.version(own.version), mark.accumulator, { ...record, booked, amounts }, ledger);
  });
}

/**
 * The entries with which an event stands again that had been voided for a while: as it stood, and with those of accumulators that began
 * meanwhile and passed it over.
 */
export function standingAgain(bundles: readonly PolicyBundle[], ledger: Ledger, record: EventRecord): readonly Entry[] {
  const missed = values(ledger.retroactive).flatMap((mark: Retroactive) => {
    if (!settledIn(record, mark.policy) || record.serial >= mark.upTo) return NOTHING;
    if (record.entries.some((entry) => isOf(entry, mark.accumulator, mark.policy, record))) return NOTHING;
    if (record.policy === mark.policy && declares(versionOf(bundles, record), mark.accumulator)) return NOTHING;
    const policy = policyIn(bundles, mark.digest, mark.policy);
    const own = policy?.retroactive.find(({ accumulator }) => accumulator === mark.accumulator);
    return policy && own ? entriesFromBooked(policy, policy.version(own.version), mark.accumulator, record, ledger) : NOTHING;
  });
  return missed.length === 0 ? record.entries : [...record.entries, ...missed];
}

/** The version an event was settled under. */
function versionOf(bundles: readonly PolicyBundle[], { digest, policy: id, version }: EventRecord): CompiledVersion | undefined {
  const policy = policyIn(bundles, digest, id);
  const at = policy?.ir.versions.findIndex((one) => one.id === version) ?? -1;
  return at < 0 ? undefined : policy?.version(at);
}

function entriesFromBooked(
  policy: CompiledPolicy,
  { program, parameters, ir }: CompiledVersion,
  accumulator: string,
  record: EventRecord,
  ledger: Ledger,
): readonly Entry[] {
  const { booked, serial, id } = record;
  const amounts = amountsIn(record, policy.ir.id);
  const owner = record.policy === policy.ir.id ? {} : { policy: policy.ir.id };
  const rules = program.entries.filter((rule) => rule.accumulator.name === accumulator);
  const unknown = (open: readonly ReasonRef[]): readonly Entry[] =>
    rules.map((rule) => ({ accumulator: rule.accumulator, ...owner, open, reliances: NOTHING }));
  const source = ir.amendments.at(-1)?.source ?? { file: '', start: 0, end: 0, line: 1 };
  const because = (reason: string): readonly ReasonRef[] => [{ address: accumulator, reason, source }];
  if (booked.status === 'open') {
    const reasons = record.entries.flatMap(({ open }) => open);
    return unknown(reasons.length > 0 ? reasons : because(`事件“${id}”待定, 追溯不到`));
  }
  if (booked.status !== 'settled') return NOTHING;
  const read = readFields(policy.reader, asCorrected(ledger, record).fields);
  // Other layers of the event have fields of their own.
  if (read.problems.some(({ code }) => code !== 'unknownField')) return unknown(because(`事件“${id}”的字段按新的政策读不出来, 追溯不到`));
  const inputs = withGaps(policy, read.inputs);
  const state = new State({
    policy,
    inputs,
    lists: listsWithGaps(policy, read.lists),
    layers: new Map(
      policy.layers.map(({ ir: layer }) => [
        layer.id,
        outcomeOf('open', { open: because(`事件“${id}”没有记下“${layer.id}”的这个结果, 追溯不到`) }),
      ]),
    ),
    ledger,
    before: serial,
    supposed: undefined,
    also: NOTHING,
    relied: NOTHING,
    program,
    parameters,
    world: undefined,
  });
  for (const [index, { ir: step }] of program.steps.entries()) {
    const known = bookedValue(step, amounts);
    if (known !== undefined) state.memo[index] = known;
  }
  const { entries, gap } = settledEntries(state, rules);
  if (!gap) return entries.map((entry) => ({ ...entry, ...owner }));
  const { missing } = gap;
  return unknown([
    ...gap.open,
    ...because(missing.length > 0 ? `事件“${id}”没有${missing.join('、')}, 追溯不到` : `事件“${id}”算不出, 追溯不到`),
  ]);
}

/** What an event has booked under an address. A payment, or an amount of a 待遇, that it has not booked was nothing. */
function bookedValue({ address, type, posting, note }: Step, amounts: EventRecord['amounts']): bigint | undefined {
  if (type.kind !== 'money') return undefined;
  const yuan = amounts[address];
  if (yuan !== undefined) return (fenFromYuan(yuan) ?? 0n) * BigInt(type.scale);
  if (posting) return 0n;
  switch (note.form.kind) {
    case 'deductible':
    case 'expenseCap':
    case 'over':
    case 'copay':
    case 'payable':
    case 'payment':
    case 'guarantee':
      return 0n;
    default:
      return undefined;
  }
}
