import type { ReasonRef } from '../answer.ts';
import { readFields } from '../encounter/read.ts';
import { fenFromYuan } from '../money/fen.ts';
import type { Step } from '../ir/types.ts';
import type { Entry } from '../ledger/fold.ts';
import type { EventRecord, Ledger, Retroactive } from '../ledger/ledger.ts';
import { eventsFrom, followed, rebook, retroactiveOf } from '../ledger/ledger.ts';
import { values } from '../ledger/persistent-map.ts';
import { NOTHING } from '../ledger/reliance.ts';
import type { Again } from '../ledger/replay.ts';
import { asCorrected, policyIn } from './again.ts';
import type { PolicyBundle } from './choose.ts';
import { settledEntries } from './entries.ts';
import { listsWithGaps, withGaps } from './event.ts';
import { NO_LAYERS } from './layer.ts';
import type { CompiledPolicy, CompiledVersion } from './program.ts';
import type { Outcome } from './run.ts';
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
      if (record.kind !== 'settle' || record.policy !== policy.ir.id || record.voidedBy !== undefined) continue;
      if (record.entries.some((entry) => entry.accumulator.name === accumulator)) continue;
      const found = entriesFromBooked(policy, law, accumulator, record, ledger);
      if (found.length > 0) ledger = rebook(ledger, record, { ...record, entries: [...record.entries, ...found] });
    }
    ledger = followed(ledger, { policy: policy.ir.id, accumulator, digest, version: law.ir.id, upTo: ledger.nextSerial });
  }
  return ledger;
}

/** The note that the event booked last wrote such accumulators itself, as its own law says. */
export function wroteItself(policy: CompiledPolicy, { version }: Outcome, before: Ledger): Ledger {
  let ledger = before;
  for (const { accumulator } of policy.retroactive) {
    const mark = retroactiveOf(ledger, policy.ir.id, accumulator);
    if (mark && declares(version, accumulator)) ledger = followed(ledger, { ...mark, upTo: ledger.nextSerial });
  }
  return ledger;
}

const declares = (version: CompiledVersion | undefined, accumulator: string): boolean =>
  version?.program.entries.some((rule) => rule.accumulator.name === accumulator) ?? false;

/** Entries of this kind that an event has when it is settled again under a law without the accumulator. */
export function remembered(
  bundles: readonly PolicyBundle[],
  ledger: Ledger,
  record: EventRecord,
  { version }: Outcome,
  { booked, amounts }: Pick<Again, 'booked' | 'amounts'>,
): readonly Entry[] {
  return values(ledger.retroactive).flatMap((mark: Retroactive) => {
    if (mark.policy !== record.policy || record.serial >= mark.upTo || declares(version, mark.accumulator)) return NOTHING;
    const policy = policyIn(bundles, mark.digest, mark.policy);
    const own = policy?.retroactive.find(({ accumulator }) => accumulator === mark.accumulator);
    if (!policy || !own) return record.entries.filter(({ accumulator }) => accumulator.name === mark.accumulator);
    return entriesFromBooked(policy, policy.version(own.version), mark.accumulator, { ...record, booked, amounts }, ledger);
  });
}

function entriesFromBooked(
  policy: CompiledPolicy,
  { program, parameters, ir }: CompiledVersion,
  accumulator: string,
  record: EventRecord,
  ledger: Ledger,
): readonly Entry[] {
  const { booked, amounts, serial, id } = record;
  const rules = program.entries.filter((rule) => rule.accumulator.name === accumulator);
  const unknown = (open: readonly ReasonRef[]): readonly Entry[] =>
    rules.map((rule) => ({ accumulator: rule.accumulator, open, reliances: NOTHING }));
  const source = ir.amendments.at(-1)?.source ?? { file: '', start: 0, end: 0, line: 1 };
  const because = (reason: string): readonly ReasonRef[] => [{ address: accumulator, reason, source }];
  if (booked.status === 'open') {
    const reasons = record.entries.flatMap(({ open }) => open);
    return unknown(reasons.length > 0 ? reasons : because(`事件“${id}”待定, 追溯不到`));
  }
  if (booked.status !== 'settled') return NOTHING;
  const read = readFields(policy.reader, asCorrected(ledger, record).fields);
  if (read.problems.length > 0) return unknown(because(`事件“${id}”的字段按新的政策读不出来, 追溯不到`));
  const inputs = withGaps(policy, read.inputs);
  const state = new State({
    policy,
    inputs,
    lists: listsWithGaps(policy, read.lists),
    layers: NO_LAYERS,
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
  if (!gap) return entries;
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
