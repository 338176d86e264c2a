import type { Answer, EncounterInput, NamedValue, Problem, Revision } from '../answer.ts';
import { secondsOf } from '../calendar/time.ts';
import { quoted } from '../encounter/problems.ts';
import { readFields } from '../encounter/read.ts';
import { sameValue } from '../ir/value.ts';
import { together } from '../ledger/booked.ts';
import type { Displaced, EventRecord, Ledger } from '../ledger/ledger.ts';
import { book, eventOf, latestId } from '../ledger/ledger.ts';
import type { Change } from '../ledger/replay.ts';
import { replay, standing } from '../ledger/replay.ts';
import { yuanFromFen } from '../money/fen.ts';
import { decimalText, fractionOf } from '../money/ratio.ts';
import { add, multiply, rational } from '../money/rational.ts';
import { aboutOthers, asCorrected, settleAgain } from './again.ts';
import { bookedOf, refusal } from './answer.ts';
import type { PolicyBundle } from './choose.ts';
import type { Beforehand } from './parts.ts';
import { beforehand, dropped, listNamed, madeFromItems } from './parts.ts';
import type { CompiledPolicy } from './program.ts';
import { settleReversal } from './reversal.ts';
import type { Settlement, SettleOptions } from './settle.ts';

/** Settles one event as it is, without splitting or joining. */
export type SettleOne = (encounter: EncounterInput, ledger: Ledger, options: SettleOptions, displaced?: readonly Displaced[]) => Settlement;

/** 拆单: each part is an event of its own, one after the other; the answer is what they come to together. Nothing is booked unless all are. */
export function settleParts(
  bundle: PolicyBundle,
  policy: CompiledPolicy,
  whole: EncounterInput,
  parts: readonly EncounterInput[],
  known: Beforehand,
  before: Ledger,
  options: SettleOptions,
  settleOne: SettleOne,
): Settlement {
  const heading = { event: whole.id, policy: policy.ir.id, digest: bundle.digest };
  const refused = (...problems: readonly Problem[]): Settlement => ({ answer: refusal(heading, problems), ledger: before });
  const stated = madeFromItems(policy, known).filter((input) => known.read.inputs[input] !== undefined);
  const names = stated.map((input) => policy.ir.inputs[input]?.name ?? '');
  const also = [...(options.also ?? []), ...names.slice(1)];
  let ledger = before;
  const answers: Answer[] = [];
  // What the stay states is without the visits that it takes in.
  const alone: Answer[] = [];
  for (const [index, part] of parts.entries()) {
    if (eventOf(ledger, part.id)) return refused(usedId(part.id));
    const how = { ...options, also };
    const joined = index === 0 ? joinedToFirst(bundle, policy, part, ledger, how, settleOne) : undefined;
    const done = joined ?? settleOne(part, ledger, how);
    if (done.ledger === ledger) return { answer: { ...done.answer, event: whole.id }, ledger: before };
    alone.push(joined ? settleOne(part, ledger, how).answer : done.answer);
    ledger = done.ledger;
    answers.push(done.answer);
  }
  const sum = together(answers.map(bookedOf));
  const asked = new Set([...(options.also ?? []), ...sum.postings.map(({ address }) => address)]);
  const { amounts, values } = namedInParts(answers, new Set([...asked, ...names]));
  const own = { total: together(alone.map(bookedOf)).totals?.total, amounts: namedInParts(alone, new Set(names)).amounts };
  for (const [index, input] of stated.entries()) {
    const name = names[index] ?? '';
    const given = known.read.inputs[input];
    const found = input === policy.ir.bill?.total ? own.total : own.amounts[name];
    if (typeof given === 'bigint' && found !== undefined && yuanFromFen(given) !== found)
      return refused(sumDiffers(name, yuanFromFen(given), found));
  }
  const open = answers.flatMap((one) => one.open);
  const explanations = answers.flatMap((one) => one.explanation ?? []);
  const answer: Answer = {
    ...refusal(heading, []),
    status: answers.some(({ status }) => status === 'open')
      ? 'open'
      : answers.some(({ status }) => status === 'settled')
        ? 'settled'
        : 'ineligible',
    ...(sum.totals ? { totals: sum.totals } : {}),
    ...(sum.sums ? { sums: sum.sums } : {}),
    postings: sum.postings,
    amounts,
    ...(Object.keys(values).length > 0 ? { values } : {}),
    open,
    assumed: answers.flatMap((one) => one.assumed),
    supposed: answers.flatMap((one) => one.supposed),
    ineligible: answers.flatMap((one) => one.ineligible),
    ...(answers[0]?.revisions ? { revisions: answers[0].revisions } : {}),
    ...(explanations.length > 0
      ? {
          explanation: { lines: explanations.flatMap(({ lines }) => lines), waterfall: explanations.flatMap(({ waterfall }) => waterfall) },
        }
      : {}),
  };
  const kept = aboutOthers({
    id: whole.id,
    kind: 'split',
    person: eventOf(ledger, parts[0]?.id ?? '')?.person ?? '',
    policy: policy.ir.id,
    digest: bundle.digest,
    encounter: whole,
    // The parts say what is booked.
    booked: { status: answer.status, postings: [] },
    revisions: undefined,
    displaced: parts.map(({ id }) => ({ event: id, entries: [] })),
  });
  return { answer, ledger: book(ledger, kept) };
}

/** The visits that led to the stay become part of its first part. */
function joinedToFirst(
  bundle: PolicyBundle,
  policy: CompiledPolicy,
  part: EncounterInput,
  ledger: Ledger,
  options: SettleOptions,
  settleOne: SettleOne,
): Settlement | undefined {
  const known = beforehand(policy, part.fields, ledger, options.knownOn);
  return known && settleJoined(bundle, policy, part, known, ledger, options, settleOne);
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** Money of the parts is added up, exactly; of anything else the whole stay has only what all parts have alike. */
function namedInParts(answers: readonly Answer[], asked: ReadonlySet<string>): Required<Pick<Answer, 'amounts' | 'values'>> {
  const amounts: Writable<Answer['amounts']> = {};
  const values: Writable<Required<Answer>['values']> = {};
  for (const address of asked) {
    const each = answers.flatMap((one): NamedValue[] => {
      const yuan = one.amounts[address];
      const value = yuan === undefined ? one.values?.[address] : ({ kind: 'money', value: yuan } as const);
      return value ? [value] : [];
    });
    const [first] = each;
    if (!first) continue;
    if (first.kind !== 'money') {
      const alike = each.length === answers.length && each.every(({ kind, value }) => kind === first.kind && sameValue(value, first.value));
      if (alike) values[address] = first;
      continue;
    }
    const sum = each.reduce((all, { value }) => add(all, fractionOf(String(value))), rational(0n));
    if (100n % sum.den === 0n) amounts[address] = yuanFromFen(multiply(sum, rational(100n)).num);
    else values[address] = { kind: 'money', value: decimalText(sum.num, sum.den) };
  }
  return { amounts, values };
}

/** 并单: earlier visits that a stay takes in are voided, and their bill and lists are added to the stay's. Undefined: it takes in none. */
export function settleJoined(
  bundle: PolicyBundle,
  policy: CompiledPolicy,
  stay: EncounterInput,
  known: Beforehand,
  before: Ledger,
  options: SettleOptions,
  settleOne: SettleOne,
): Settlement | undefined {
  const earlier = earlierVisits(policy, known, before, options.knownOn);
  if (earlier.length === 0) return undefined;
  let ledger = before;
  let fields = stay.fields;
  const revisions: Revision[] = [];
  const displaced: Displaced[] = [];
  // From the last to the first, so that none of them is settled again before it is voided.
  for (const [index, record] of earlier.toReversed().entries()) {
    // Numbered, not named after the visit: two long ids would make one that a ledger cannot have.
    const id = `${stay.id}/并单/${earlier.length - index}`;
    if (eventOf(before, id)) {
      const heading = { event: stay.id, policy: policy.ir.id, digest: bundle.digest };
      return { answer: refusal(heading, [usedId(id)]), ledger: before };
    }
    const voided = settleReversal(bundle, { id, kind: 'reverse', of: record.id, fields: {} }, ledger, options);
    if (voided.answer.status !== 'settled') return { answer: { ...voided.answer, event: stay.id }, ledger: before };
    const stood = standing(ledger, record);
    revisions.push({ event: record.id, effect: 'joined', before: stood, after: { status: 'settled', postings: [] } });
    displaced.unshift({ event: id, entries: record.entries });
    fields = added(policy, fields, asCorrected(before, record).fields, before, options.knownOn);
    ledger = voided.ledger;
  }
  const done = settleOne({ ...stay, fields }, ledger, options, displaced);
  if (done.ledger === ledger) return { answer: done.answer, ledger: before };
  // What all of them change together, each event told once.
  const voided = earlier.map((record): Change => [record, { ...record, entries: [], voidedBy: stay.id }]);
  const others = replay(before, voided, policy.ir.onReversal, settleAgain([bundle, ...(options.bundles ?? [])]));
  return { answer: { ...done.answer, revisions: [...revisions, ...others.revisions] }, ledger: done.ledger };
}

/** The person's events that a 并单 of the stay's law names and that arrived with a serial number below `before`, in order of arrival. */
export function earlierVisits(
  policy: CompiledPolicy,
  stay: Beforehand,
  ledger: Ledger,
  knownOn: SettleOptions['knownOn'],
  before = Infinity,
): readonly EventRecord[] {
  const { joins } = stay.version.program.ir;
  const fitting = joins.filter((join) => stay.ask(join.stay) === true);
  const person = stay.read.inputs[policy.ir.person];
  if (fitting.length === 0 || typeof person !== 'string') return [];
  const found: EventRecord[] = [];
  for (
    let record = latestOf(ledger, person);
    record;
    record = record.previous === undefined ? undefined : eventOf(ledger, record.previous)
  ) {
    if (record.serial >= before || record.kind !== 'settle' || record.voidedBy !== undefined || record.policy !== policy.ir.id) continue;
    if (record.displaced !== undefined || eventOf(ledger, record.encounter.of ?? '')?.kind === 'split') continue;
    const visit = beforehand(policy, asCorrected(ledger, record).fields, ledger, knownOn);
    const joined = fitting.some(({ earlier, from, to, within, unit }) => {
      const start = visit?.read.inputs[from];
      const end = stay.read.inputs[to];
      const most = stay.ask(within);
      if (!visit || typeof most !== 'bigint') return false;
      const apart = secondsApart(start, end);
      return apart !== undefined && apart >= 0 && BigInt(apart) <= most * SECONDS[unit] && visit.ask(earlier) === true;
    });
    if (joined) found.push(record);
  }
  return found.reverse();
}

const SECONDS = { days: 86_400n, hours: 3600n } as const;

/** Between two days, or two times. */
function secondsApart(from: unknown, to: unknown): number | undefined {
  if (typeof from === 'number' && typeof to === 'number') return (to - from) * 86_400;
  return typeof from === 'string' && typeof to === 'string' ? secondsOf(to) - secondsOf(from) : undefined;
}

/** The stay's fields with the bill, stated or worked out, and the lists of a visit added to them; of all else the stay's own hold. */
function added(
  policy: CompiledPolicy,
  stay: EncounterInput['fields'],
  visit: EncounterInput['fields'],
  ledger: Ledger,
  knownOn: SettleOptions['knownOn'],
): EncounterInput['fields'] {
  const { bill, inputs, lists } = policy.ir;
  const readers = [...policy.layers, policy].map(({ reader }) => reader);
  const a = readFields(policy.reader, stay, readers).inputs;
  const seen = beforehand(policy, visit, ledger, knownOn);
  const amounts = bill ? [bill.total, ...bill.parts].filter((part) => given(policy, stay, part)) : [];
  const sums = amounts.flatMap((part): (readonly [string, string])[] => {
    const [x, y] = [a[part], seen?.ask({ op: 'input', index: part })];
    return typeof x === 'bigint' ? [[inputs[part]?.name ?? '', yuanFromFen(x + (typeof y === 'bigint' ? y : 0n))]] : [];
  });
  const merged = Object.fromEntries(
    Object.entries(dropped(policy, stay, amounts)).map(([name, value]) => {
      const list = listNamed(policy, name);
      const more = list < 0 ? undefined : Object.entries(visit).find(([other]) => listNamed(policy, other) === list)?.[1];
      return [name, Array.isArray(value) && Array.isArray(more) ? [...more, ...value] : value];
    }),
  );
  const onlyThere = Object.entries(visit).filter(
    ([name]) => lists[listNamed(policy, name)] && !Object.keys(stay).some((own) => listNamed(policy, own) === listNamed(policy, name)),
  );
  return { ...merged, ...Object.fromEntries(onlyThere), ...Object.fromEntries(sums) };
}

const given = ({ reader }: CompiledPolicy, fields: EncounterInput['fields'], input: number): boolean =>
  Object.keys(fields).some((name) => reader.names.get(name) === input);

export const latestOf = (ledger: Ledger, person: string): EventRecord | undefined => {
  const id = latestId(ledger, person);
  return id === undefined ? undefined : eventOf(ledger, id);
};

const usedId = (id: string): Problem => ({
  code: 'duplicateEvent',
  zh: `台账里已有编号“${quoted(id)}”的事件, 住院拆单、并单要用它。`,
  en: `The ledger already has an event “${quoted(id)}”, which this stay needs for its parts or for what it takes in.`,
});

const sumDiffers = (name: string, whole: string, parts: string): Problem => ({
  code: 'sumDiffers',
  field: name,
  zh: `${name}给的是 ${whole} 元, 拆开的各段加起来是 ${parts} 元。`,
  en: `${name} was given as ${whole} yuan; the parts of the stay add up to ${parts}.`,
});
