// Pure readings of a reviewed set: what came of each patient, and the counts that sign-off rests on.
import type { ReasonRef } from '../../runtime/answer.ts';
import type { JudgedValue, ReviewedPatient, ReviewedVisit } from '../worker/protocol.ts';
import type { PatientSet, SetPatient } from './patient-sets.ts';

/**
 * differs 不符 · returned 退给经办 · open 待定 · notice 原文没说清 · stuck 缺项、拒收、违规 · bare 没有期望 · passed 通过 · waiting 还没有算
 */
export type Outcome = 'differs' | 'returned' | 'open' | 'notice' | 'stuck' | 'bare' | 'passed' | 'waiting';

/** What came of a patient. What the rules leave open is not a difference; what the reviewer decided about a difference stands beside it. */
export function outcomeOf(patient: SetPatient, reviewed: ReviewedPatient | undefined): Outcome {
  if (!reviewed || reviewed.visits.length === 0) return 'waiting';
  const values = reviewed.visits.flatMap((visit) => visit.values);
  if (values.some(({ verdict }) => verdict === 'differs')) {
    const { disposition } = patient;
    return disposition?.kind === 'rules' ? 'returned' : disposition?.kind === 'notice' ? 'notice' : 'differs';
  }
  if (reviewed.visits.some(({ status }) => status === 'open')) return 'open';
  // A figure that nobody can compare without the rules being open: a fact is missing.
  if (values.some(({ verdict }) => verdict === 'open')) return 'stuck';
  if (values.length === 0) return reviewed.visits.some(isStuck) ? 'stuck' : 'bare';
  return 'passed';
}

const isStuck = ({ status }: ReviewedVisit): boolean => status === 'missing' || status === 'refused' || status === 'violation';

/** Names of the facts without which a patient cannot be settled, each once. */
export const missingIn = (reviewed: ReviewedPatient | undefined): readonly string[] => [
  ...new Set((reviewed?.visits ?? []).flatMap(({ status, reasons }) => (status === 'missing' ? reasons : []))),
];

/** The values that differ, each with its visit. */
export const differencesIn = (reviewed: ReviewedPatient | undefined): readonly (JudgedValue & { readonly visit: string })[] =>
  (reviewed?.visits ?? []).flatMap(({ event, values }) =>
    values.filter(({ verdict }) => verdict === 'differs').map((value) => ({ ...value, visit: event })),
  );

/** What a patient stops at or rests on, each open point once. */
export const openPointsIn = (reviewed: ReviewedPatient | undefined, which: 'open' | 'assumed'): readonly ReasonRef[] => {
  const all = (reviewed?.visits ?? []).flatMap((visit) => visit[which]);
  return all.filter((one, at) => all.findIndex((other) => other.address === one.address && other.policy === one.policy) === at);
};

/** A reviewed set in counts: what sign-off asks about. */
export interface Review {
  readonly patients: number;
  readonly compared: number;
  readonly equal: number;
  readonly passed: number;
  /** 不符, also those given back to the author: sign-off waits until there are none. */
  readonly differing: number;
  /** 待定, and what was recorded as not said by the notice. */
  readonly open: number;
  /** Those of them without their one line. */
  readonly openWithoutLine: number;
  /** Neither settled nor compared. */
  readonly unsettled: number;
  /** Each line with whom it is about, for the sheet. */
  readonly lines: readonly { readonly patient: string; readonly points: readonly ReasonRef[]; readonly line: string }[];
  /** Of the bundle that settled them. */
  readonly digest: string | undefined;
}

/** Counts a set by its results. `digest` is that of the bundle that gave them. */
export function reviewOf(set: PatientSet, results: Readonly<Record<string, ReviewedPatient>>, digest: string | undefined): Review {
  const all = set.patients.map((patient) => {
    const reviewed = results[patient.id];
    return { patient, reviewed, outcome: outcomeOf(patient, reviewed) };
  });
  const count = (...outcomes: readonly Outcome[]): number => all.filter(({ outcome }) => outcomes.includes(outcome)).length;
  const values = all.flatMap(({ reviewed }) => (reviewed?.visits ?? []).flatMap((visit) => visit.values));
  const open = all.filter(({ outcome }) => outcome === 'open' || outcome === 'notice');
  return {
    patients: all.length,
    compared: values.length,
    equal: values.filter(({ verdict }) => verdict === 'same').length,
    passed: count('passed'),
    differing: count('differs', 'returned'),
    open: open.length,
    openWithoutLine: open.filter(({ patient }) => lineOf(patient) === '').length,
    unsettled: count('stuck', 'bare', 'waiting'),
    lines: open.map(({ patient, reviewed }) => ({ patient: patient.name, points: openPointsIn(reviewed, 'open'), line: lineOf(patient) })),
    digest,
  };
}

/** The one line of a patient that is open: its own, else the reason it was recorded with. */
export const lineOf = ({ line, disposition }: SetPatient): string =>
  (line ?? (disposition?.kind === 'notice' ? disposition.reason : '')).trim();
