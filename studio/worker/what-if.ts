import type { CauseKind } from '../../language/index.ts';
import { changesWorthTrying, neutralised, neutralsOf } from '../../language/index.ts';
import type { Answer, BundleScenario, EncounterInput, LoadedBundle, PolicyIr } from '../../runtime/index.ts';
import { emptyLedger, settle, withOpenings } from '../../runtime/index.ts';
import type { Change, Changed, Example, Stream, WhatIfQuestion } from './protocol.ts';
import { optionsOf, settleWatched } from './streams.ts';

/** So many are handed on, those that change the most first. */
const MOST = 40;
/** Of one field, before the others have had their turn. */
const EACH = 2;

const fen = (yuan: string): bigint => BigInt(yuan.replace('.', ''));

/** What the answer comes to: what the funds pay of a bill, else what is paid or due. */
const worth = ({ totals, sums }: Pick<Answer, 'totals' | 'sums'>): bigint =>
  totals ? fen(totals.funds) : sums ? fen(sums.entry === 'contribution' ? sums.due : sums.paid) : 0n;

const absolute = (value: bigint): bigint => (value < 0n ? -value : value);

/** The last encounter of a stream with one circumstance changed at a time: what changes the most first, what changes nothing last. */
export function whatIf(bundle: LoadedBundle, question: Stream & WhatIfQuestion): readonly Changed[] {
  const policy = bundle.ir.policies.find(({ id }) => id === question.policy);
  const given = question.encounters.at(-1);
  if (!policy || !given || (given.kind !== undefined && given.kind !== 'settle')) return [];
  const last = { ...given, fields: withoutTotal(policy, given.fields) };
  const earlier = question.encounters.slice(0, -1);
  const settleAll = (encounters: readonly EncounterInput[], final: EncounterInput, law: LoadedBundle = bundle): Answer => {
    let ledger = withOpenings(emptyLedger(), question.openings);
    for (const one of encounters) ({ ledger } = settle(law, one, ledger, { ...optionsOf(question), explain: false }));
    return settle(law, final, ledger, { ...optionsOf(question), explain: false }).answer;
  };
  let before = withOpenings(emptyLedger(), question.openings);
  for (const one of earlier) before = settle(bundle, one, before, { ...optionsOf(question), explain: false }).ledger;
  const { answer: now, heeds } = settleWatched(bundle, last, before, question);
  const personal = new Set(question.personal);
  const person = policy.inputs[policy.person]?.name ?? '';

  const tried = (change: Exclude<Change, { readonly kind: 'rule' }>): Answer => {
    switch (change.kind) {
      case 'alone':
        return settleAll([], last);
      case 'day': {
        const days = new Set(question.days);
        const was = last.fields[question.days[0] ?? ''];
        const fields = Object.entries(last.fields).map(([name, value]) => [name, days.has(name) && value === was ? change.day : value]);
        return settleAll(
          earlier.filter((one) => String(one.fields[question.days[0] ?? ''] ?? '') <= change.day),
          { ...last, fields: Object.fromEntries(fields) },
        );
      }
      case 'value':
      case 'boundary': {
        const changed = (one: EncounterInput): EncounterInput =>
          one.kind === undefined && one.fields[person] === last.fields[person]
            ? { ...one, fields: { ...one.fields, [change.field]: change.value } }
            : one;
        return settleAll(change.person ? earlier.map(changed) : earlier, changed(last));
      }
    }
  };
  const changes: Exclude<Change, { readonly kind: 'rule' }>[] = [
    ...(earlier.length > 0 ? [{ kind: 'alone' } as const] : []),
    ...changesWorthTrying(policy, bundle.ir.policies, last.fields, new Set(heeds?.fields)).map(
      ({ kind, field, value }): Exclude<Change, { readonly kind: 'rule' }> =>
        kind === 'day' ? { kind, day: String(value) } : { kind, field, value, person: personal.has(field) },
    ),
  ];
  const same = (answer: Answer): boolean =>
    answer.status === now.status && JSON.stringify([answer.totals, answer.sums]) === JSON.stringify([now.totals, now.sums]);
  const rules = neutralBundles(bundle, policy, now).map(({ law, change }) => ({ change, answer: settleAll(earlier, last, law) }));
  return [...changes.map((change): Tried => ({ change, answer: tried(change) })), ...rules.filter(({ answer }) => !same(answer))]
    .filter(({ answer }) => answer.status !== 'refused' && answer.status !== 'missing')
    .map(({ change, answer }) => ({
      by: absolute(worth(answer) - worth(now)),
      row: {
        change,
        status: answer.status,
        ...(answer.totals ? { totals: answer.totals } : {}),
        ...(answer.sums ? { sums: answer.sums } : {}),
        same: same(answer),
      },
    }))
    .sort((a, b) => Number(a.row.same) - Number(b.row.same) || (a.by > b.by ? -1 : a.by < b.by ? 1 : 0))
    .map((one, _, all) => ({
      ...one,
      turn: turnOf(
        one.row,
        all.map(({ row }) => row),
        policy,
      ),
    }))
    .sort((a, b) => Number(a.row.same) - Number(b.row.same) || a.turn - b.turn)
    .slice(0, MOST)
    .map(({ row }) => row);
}

interface Tried {
  readonly change: Change;
  readonly answer: Answer;
}

/** Rules that a person asks about: what if this one were not there? */
const RULES: ReadonlySet<CauseKind> = new Set(['cap', 'expenseCap', 'deductible', 'floor', 'exception', 'used']);
const MOST_RULES = 10;

interface NeutralBundle {
  readonly law: LoadedBundle;
  readonly change: Change;
}

const neutralBundle = new WeakMap<LoadedBundle, Map<string, LoadedBundle | undefined>>();

/** The law without one of the rules that spoke in an answer. */
function neutralBundles(bundle: LoadedBundle, policy: PolicyIr, { explanation }: Answer): readonly NeutralBundle[] {
  const spoke = new Set(explanation?.lines.flatMap(({ address, adjustments }) => [address, ...adjustments.map(({ name }) => name)]));
  const made = neutralBundle.get(bundle) ?? new Map<string, LoadedBundle | undefined>();
  neutralBundle.set(bundle, made);
  return neutralsOf(policy, bundle.ir.policies)
    .filter(({ kind, address }) => RULES.has(kind) && spoke.has(address))
    .slice(0, MOST_RULES)
    .flatMap((neutral) => {
      const key = `${policy.id} ${neutral.key}`;
      if (!made.has(key)) made.set(key, neutralised(bundle, policy, neutral));
      const law = made.get(key);
      return law ? [{ law, change: { kind: 'rule' as const, what: neutral.kind, address: neutral.address } }] : [];
    });
}

/** One of each field first, so that no long list crowds out the others; another 医疗类别 is another benefit altogether, and comes last. */
function turnOf({ change }: Changed, all: readonly Changed[], { inputs }: PolicyIr): number {
  if (change.kind !== 'value' && change.kind !== 'boundary') return 0;
  const own = all.filter((one) => (one.change.kind === 'value' || one.change.kind === 'boundary') && one.change.field === change.field);
  const another = inputs.some(({ name, interfaceName }) => name === change.field && interfaceName === 'med_type');
  return Math.floor(own.findIndex((one) => one.change === change) / EACH) + (another ? MOST : 0);
}

/** Where all parts are given the total follows from them, whichever of them is changed. */
function withoutTotal({ inputs, bill }: PolicyIr, fields: EncounterInput['fields']): EncounterInput['fields'] {
  if (!bill?.parts.every((part) => fields[inputs[part]?.name ?? ''] !== undefined)) return fields;
  const { [inputs[bill.total]?.name ?? '']: _total, ...others } = fields;
  return others;
}

/** The scenarios of a policy as streams to begin with: those that suppose nothing and whose last visit is paid for come first. */
export function examplesOf(bundle: LoadedBundle, policy: string): readonly Example[] {
  // A form shows visits under one policy, each settled by the law of its own day.
  const fits = ({ encounter }: BundleScenario['events'][number]): boolean =>
    encounter.kind !== 'backPay' && (encounter.policy ?? policy) === policy;
  const own = bundle.file.scenarios.filter((one) => one.policy === policy && one.events.every(fits));
  const ranked = own.map((one) => {
    let ledger = withOpenings(emptyLedger(), one.openings);
    let answer: Answer | undefined;
    for (const { encounter, suppose = one.suppose } of one.events) {
      const options = { policy, suppose, explain: false, ...(one.knownOn === undefined ? {} : { knownOn: one.knownOn }) };
      ({ answer, ledger } = settle(bundle, encounter, ledger, options));
    }
    const paid = answer?.status === 'settled' && worth(answer) > 0n;
    const plain = Object.keys(one.suppose).length === 0 && one.knownOn === undefined;
    return { one, rank: (plain ? 0 : 3) + (paid ? 0 : answer?.status === 'settled' ? 1 : 2) };
  });
  return ranked
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ one: { title, events, openings, knownOn, suppose } }) => ({
      title,
      encounters: events.map(({ encounter }) => encounter),
      openings,
      ...(knownOn === undefined ? {} : { knownOn }),
      suppose,
    }));
}
