/** One case of a law: settled, and read. */

import { dayFromText } from '../../runtime/calendar/date.ts';
import type { Answer, EncounterInput, Ledger, LoadedBundle, PolicyIr, Status } from '../../runtime/index.ts';
import { emptyLedger, settle } from '../../runtime/index.ts';
import { fractionOf } from '../../runtime/money/ratio.ts';
import type { Rational } from '../../runtime/money/rational.ts';
import { rational } from '../../runtime/money/rational.ts';
import { resultOf } from '../5-bundle/amount-of.ts';
import { valueWords } from '../5-bundle/value-words.ts';
import type { InputModel, PropertyModel } from '../model/types.ts';
import type { Visit } from './encounters.ts';
import { given, givenItems, shown, shownItems } from './encounters.ts';
import { guardHolds } from './guard.ts';
import type { Case, LawTrial } from './laws.ts';

/** Why a case decided nothing: the status of the answer, an amount that was not worked out, or a patient whom the law is not about. */
export type Skip = Exclude<Status, 'settled'> | 'absent' | 'outside';

/** The smallest patient found for whom the law does not hold. */
export interface Counterexample {
  /** What happened before, then each alternative: field → value, as text. */
  readonly history: readonly PatientVisit[];
  readonly alternatives: readonly (readonly (PatientVisit & { readonly amount: string })[])[];
  /** All of it as one patient: earlier visits by number, then what is compared, "甲 → 乙" where the alternatives differ, "甲 + 乙" for the parts of a split. */
  readonly rows: readonly { readonly name: string; readonly value: string }[];
}

export interface PatientVisit {
  readonly fields: Readonly<Record<string, string>>;
  /** The same, as `settle` takes it. */
  readonly encounter: EncounterInput;
}

/** One law on one policy. */
export interface Subject {
  readonly property: PropertyModel;
  readonly policy: PolicyIr;
  readonly inputs: readonly InputModel[];
  readonly loaded: LoadedBundle;
}

/** What a case says of the law. */
export type Outcome = { readonly kind: 'holds' | 'broken' } | { readonly kind: 'skipped'; readonly why: Skip };

/** Settles a case and judges it. */
export function judge(drawn: Case, subject: Subject, trial: LawTrial): Outcome {
  const { inputs } = subject;
  const { guard, law } = subject.property;
  if (guard && !drawn.alternatives.flat().every((visit) => guardHolds(guard, visit, inputs))) return { kind: 'skipped', why: 'outside' };
  const { alternatives } = settleCase(drawn, subject);
  // Where nobody is entitled there is nothing to compare; one who is entitled against one who is not is a comparison.
  if (alternatives.flat().every(({ status }) => status === 'ineligible')) return { kind: 'skipped', why: 'ineligible' };
  const read = alternatives.map((answers) => answers.map((answer) => subjectOf(answer, law.subject, subject.policy)));
  const skip = read.flat().find((amount) => typeof amount === 'string');
  // A bound is about each visit alone; the other laws compare visits, all of which must be readable.
  if (law.kind === 'bounded') {
    const amounts = read.map((one) => one.filter((amount) => typeof amount !== 'string'));
    if (skip !== undefined && amounts.flat().length === 0) return { kind: 'skipped', why: skip };
    return { kind: trial.holds(amounts) ? 'holds' : 'broken' };
  }
  if (skip !== undefined) return { kind: 'skipped', why: skip };
  return { kind: trial.holds(read.map((one) => one.filter((amount) => typeof amount !== 'string'))) ? 'holds' : 'broken' };
}

/** The subject as a number: yuan of money, days as their numbers; or why there is none. */
function subjectOf(answer: Answer, subject: string, policy: PolicyIr): Rational | Skip {
  const result = resultOf(answer, subject, policy);
  if (typeof result?.value === 'string')
    return result.kind === 'date' ? rational(BigInt(dayFromText(result.value) ?? 0)) : fractionOf(result.value);
  return answer.status === 'settled' ? 'absent' : answer.status;
}

/** The subject in words, or why there is none. */
function subjectWords(answer: Answer | undefined, subject: string, policy: PolicyIr): string {
  const result = answer && resultOf(answer, subject, policy);
  if (result) return valueWords(result);
  return !answer || answer.status === 'settled' ? 'absent' : answer.status;
}

function settleCase(drawn: Case, { property, policy, loaded }: Subject): { readonly alternatives: readonly (readonly Answer[])[] } {
  const run = (visits: readonly Visit[], from: Ledger, first: number): { readonly answers: readonly Answer[]; readonly ledger: Ledger } => {
    let ledger = from;
    const answers = visits.map((visit, index) => {
      const settled = settle(loaded, encounterOf(visit, policy, first + index), ledger, {
        policy: policy.id,
        explain: false,
        also: [property.law.subject],
      });
      ledger = settled.ledger;
      return settled.answer;
    });
    return { answers, ledger };
  };
  const before = run(drawn.history, emptyLedger(), 0);
  return { alternatives: drawn.alternatives.map((visits) => run(visits, before.ledger, drawn.history.length).answers) };
}

function encounterOf(visit: Visit, policy: PolicyIr, index: number): EncounterInput {
  const fields = policy.inputs.flatMap((field) => {
    const value = visit[field.name];
    return value === undefined ? [] : [[field.name, given(field, value)] as const];
  });
  return { id: `第${index + 1}次`, policy: policy.id, fields: { ...Object.fromEntries(fields), ...givenItems(visit, policy) } };
}

/** The case in words, with the subject's amount at each compared visit. */
export function patient(shrunk: Case, subject: Subject, trial: LawTrial): Counterexample {
  const { property, policy } = subject;
  const drawn = withoutIdle(shrunk, (smaller) => judge(smaller, subject, trial).kind === 'broken');
  const { alternatives } = settleCase(drawn, subject);
  const visitOf = (visit: Visit, index: number): PatientVisit => ({
    fields: {
      ...Object.fromEntries(
        policy.inputs.flatMap((field) => {
          const value = visit[field.name];
          return value === undefined ? [] : [[field.name, shown(field, value)] as const];
        }),
      ),
      ...shownItems(visit, policy),
    },
    encounter: encounterOf(visit, policy, index),
  });
  const history = drawn.history.map(visitOf);
  const compared = drawn.alternatives.map((visits, which) =>
    visits.map((visit, index) => {
      const answer = alternatives[which]?.[index];
      return { ...visitOf(visit, drawn.history.length + index), amount: subjectWords(answer, property.law.subject, policy) };
    }),
  );
  return { history, alternatives: compared, rows: rowsOf(history, compared, property.law) };
}

/** Leaves out visits one at a time for as long as the law stays broken; shrinking alone keeps some that have nothing to do with it. */
function withoutIdle(drawn: Case, stillBroken: (smaller: Case) => boolean): Case {
  const [stream = [], ...others] = drawn.alternatives;
  // A bound speaks of each visit of one stream: what stands before its last visit is history like any other.
  let smallest: Case = others.length > 0 ? drawn : { history: [], alternatives: [stream] };
  const visits = (): readonly Visit[] => (others.length > 0 ? smallest.history : (smallest.alternatives[0] ?? []));
  for (let index = visits().length - 1; index >= 0; index -= 1) {
    const left = visits().filter((_, at) => at !== index);
    const smaller: Case = others.length > 0 ? { ...smallest, history: left } : { history: [], alternatives: [left] };
    if (left.length + others.length > 0 && stillBroken(smaller)) smallest = smaller;
  }
  return others.length > 0 ? smallest : { history: visits().slice(0, -1), alternatives: [visits().slice(-1)] };
}

function rowsOf(
  history: readonly PatientVisit[],
  compared: Counterexample['alternatives'],
  law: PropertyModel['law'],
): Counterexample['rows'] {
  // What is split and what it gives are shown part by part, even when the parts are equal.
  const parts: readonly string[] = law.kind === 'splitting' ? [law.along, law.subject] : [law.subject];
  const before = history.flatMap(({ fields }, index) =>
    Object.entries(fields).map(([name, value]) => ({ name: `第${index + 1}次 ${name}`, value })),
  );
  const row = (
    name: string,
    of: (visit: Counterexample['alternatives'][number][number]) => string | undefined,
  ): { readonly name: string; readonly value: string } => {
    const each = compared.map((visits) => {
      const values = visits.map(of).filter((value) => value !== undefined);
      return new Set(values).size === 1 && !parts.includes(name) ? (values[0] ?? '') : values.join(' + ');
    });
    return { name, value: new Set(each).size === 1 ? (each[0] ?? '') : each.join(' → ') };
  };
  const names = [...new Set(compared.flat().flatMap(({ fields }) => Object.keys(fields)))];
  return [...before, ...names.map((name) => row(name, ({ fields }) => fields[name])), row(law.subject, ({ amount }) => amount)];
}
