/** What the review shows, as pure functions of set, results and causes. */
import type { PatientSet, SetPatient } from '../../store/patient-sets.ts';
import type { ReviewState } from '../../store/review.ts';
import type { Outcome } from '../../store/review-outcome.ts';
import { lineOf, missingIn, openPointsIn, outcomeOf } from '../../store/review-outcome.ts';
import type { FieldValue, SampleEncounter } from '../../store/simulation.ts';
import type { Cause, JudgedValue, PolicySummary, ReviewedPatient, ReviewedVisit } from '../../worker/protocol.ts';

/** One patient of the set with what came of it. */
export interface Case {
  /** From 1, as in the set. */
  readonly number: number;
  readonly patient: SetPatient;
  readonly reviewed: ReviewedPatient | undefined;
  readonly outcome: Outcome;
}

/** Cases that are the same for the same reason. */
export interface Group {
  readonly key: string;
  readonly outcome: Outcome;
  /** Of those that differ: the cause they share; absent where none was found. */
  readonly cause?: Cause;
  /** Of those that are open: where the rules stop. */
  readonly reason?: string;
  readonly cases: readonly Case[];
}

export type Line =
  | { readonly kind: 'group'; readonly group: Group }
  | { readonly kind: 'case'; readonly case: Case; readonly group: Group };

/** Every patient of a set with its outcome. */
export const casesIn = (set: PatientSet, results: ReviewState['results']): readonly Case[] =>
  set.patients.map((patient, at) => {
    const reviewed = results[patient.id];
    return { number: at + 1, patient, reviewed, outcome: outcomeOf(patient, reviewed) };
  });

const ORDER: readonly Outcome[] = ['differs', 'returned', 'open', 'notice', 'stuck', 'waiting', 'bare', 'passed'];

/** Failures first and by cause, the greatest group first; then what is open, by where the rules stop; what passed last. */
export function groupsOf(cases: readonly Case[], causes: ReviewState['groups']): readonly Group[] {
  return ORDER.flatMap((outcome): readonly Group[] => {
    const own = cases.filter((one) => one.outcome === outcome);
    if (own.length === 0) return [];
    if (outcome === 'differs' || outcome === 'returned' || outcome === 'notice') return byCause(outcome, own, causes);
    if (outcome === 'open')
      return byReason(outcome, own, (one) =>
        openPointsIn(one.reviewed, 'open')
          .map(({ reason }) => reason)
          .join('；'),
      );
    if (outcome === 'stuck') return byReason(outcome, own, (one) => missingIn(one.reviewed).join('、'));
    return [{ key: outcome, outcome, cases: own }];
  });
}

function byCause(outcome: Outcome, cases: readonly Case[], causes: ReviewState['groups']): readonly Group[] {
  const grouped = causes.flatMap(({ cause, patients }): readonly Group[] => {
    const named = new Set(patients);
    const own = cases.filter(({ patient }) => named.has(patient.id));
    return own.length > 0 ? [{ key: `${outcome} ${cause?.key ?? ''}`, outcome, cases: own, ...(cause ? { cause } : {}) }] : [];
  });
  const placed = new Set(grouped.flatMap((group) => group.cases.map(({ number }) => number)));
  const left = cases.filter(({ number }) => !placed.has(number));
  return left.length > 0 ? [...grouped, { key: `${outcome} ?`, outcome, cases: left }] : grouped;
}

function byReason(outcome: Outcome, cases: readonly Case[], reasonOf: (one: Case) => string): readonly Group[] {
  const groups = new Map<string, Case[]>();
  for (const one of cases) {
    const reason = reasonOf(one);
    groups.set(reason, [...(groups.get(reason) ?? []), one]);
  }
  return [...groups].map(([reason, own]) => ({ key: `${outcome} ${reason}`, outcome, reason, cases: own }));
}

/** What there is to do about: all but what passed. An open case with its line is done. */
export const isTodo = ({ outcome, patient }: Case): boolean =>
  outcome !== 'passed' && outcome !== 'bare' && !((outcome === 'open' || outcome === 'notice') && lineOf(patient) !== '');

/** The groups under a filter, those without a case left out. */
export function filtered(groups: readonly Group[], { filter, sample }: Pick<ReviewState, 'filter' | 'sample'>): readonly Group[] {
  const drawn = new Set(sample);
  const keeps = (one: Case): boolean =>
    filter === 'all' || (filter === 'todo' ? isTodo(one) : filter === 'passed' ? one.outcome === 'passed' : drawn.has(one.patient.id));
  return groups.map((group) => ({ ...group, cases: group.cases.filter(keeps) })).filter((group) => group.cases.length > 0);
}

/** Groups as rows of the grid: a heading, then its cases. */
export const linesOf = (groups: readonly Group[]): readonly Line[] =>
  groups.flatMap((group) => [
    { kind: 'group' as const, group },
    ...group.cases.map((one) => ({ kind: 'case' as const, case: one, group })),
  ]);

/** The visit that a row is about: the first that differs, else the last one that is no reversal. */
export function visitOf({ patient, reviewed }: Case): {
  readonly visit: SampleEncounter | undefined;
  readonly came: ReviewedVisit | undefined;
} {
  const came = reviewed?.visits.find(({ values }) => values.some(({ verdict }) => verdict === 'differs'));
  const own = patient.encounters.filter(({ reverses }) => reverses === undefined);
  const visit = own.find(({ id }) => id === came?.event) ?? own.at(-1);
  return { visit, came: came ?? reviewed?.visits.find(({ event }) => event === visit?.id) };
}

/** What a column shows: a fact, or a value that is compared. */
export type ReviewColumn =
  | { readonly kind: 'number' | 'name' | 'day' }
  | { readonly kind: 'fact' | 'money'; readonly field: string }
  | { readonly kind: 'compared'; readonly label: string };

const MOST_FACTS = 3;
const MOST_COMPARED = 5;

/** The columns that matter for a set: facts in which its patients differ, the first figure of the bill, and what is compared most. */
export function columnsOf(set: PatientSet, summaries: readonly PolicySummary[]): readonly ReviewColumn[] {
  const visits = set.patients.flatMap(({ encounters }) => encounters.filter(({ reverses }) => reverses === undefined));
  const inputs = summaries.flatMap((summary) => summary.inputs);
  const names = [...new Set(inputs.map(({ name }) => name))];
  const facts = names.filter((name) => {
    const type = inputs.find((field) => field.name === name)?.type.kind;
    if (type !== 'enum' && type !== 'bool' && type !== 'integer') return false;
    const told = visits.flatMap(({ fields }) => (fields[name] === undefined ? [] : [String(fields[name])]));
    return new Set(told).size > 1 && told.length * 3 >= visits.length;
  });
  const money = [...new Set(summaries.flatMap(({ bill }) => bill?.parts[0] ?? []))].slice(0, 1);
  const counted = new Map<string, number>();
  for (const { expected = {} } of set.patients)
    for (const label of new Set(Object.values(expected).flatMap((one) => Object.keys(one))))
      if (label !== '原因') counted.set(label, (counted.get(label) ?? 0) + 1);
  const compared = [...counted].toSorted((a, b) => b[1] - a[1]).slice(0, MOST_COMPARED);
  // What is paid, and next to it what is left to the person: these two are looked at first.
  const [paid, ...others] = compared.map(([label]) => label).filter((label) => label !== '个人');
  const person = counted.has('个人') ? ['个人'] : [];
  const labels = paid === undefined ? person : [paid, ...person, ...others];
  return [
    { kind: 'number' },
    { kind: 'name' },
    ...facts.slice(0, MOST_FACTS).map((field) => ({ kind: 'fact' as const, field })),
    { kind: 'day' },
    ...money.map((field) => ({ kind: 'money' as const, field })),
    ...labels.map((label) => ({ kind: 'compared' as const, label })),
  ];
}

/** Whether a label is of the status, which is a word. */
export const isStatus = (label: string): boolean => label === '状态';

/** The value of a label in the row's visit. */
export const valueIn = (came: ReviewedVisit | undefined, label: string): JudgedValue | undefined =>
  came?.values.find((value) => value.label === label);

/** A fact as a person reads it. */
export const factText = (value: FieldValue | undefined, yes: string, no: string): string =>
  value === undefined ? '' : typeof value === 'boolean' ? (value ? yes : no) : typeof value === 'object' ? value.join('、') : String(value);

/** "1300.00元" → "1300.00"; undefined for what is no amount in whole fen. */
export const yuanIn = (text: string): string | undefined => /^(-?\d+\.\d{2})元$/.exec(expectedYuan(text))?.[1];

/** An expected amount with its two decimals, however it was written. */
function expectedYuan(text: string): string {
  const found = /^(-?[\d,]+)(?:\.(\d{1,2}))?元?$/.exec(text.trim());
  return found ? `${(found[1] ?? '').replaceAll(',', '')}.${(found[2] ?? '').padEnd(2, '0')}元` : text;
}
