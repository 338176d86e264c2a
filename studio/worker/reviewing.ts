import type { CauseGroup, JudgedEvent, PatientCase, PatientCauses } from '../../language/index.ts';
import { causeGroups, causesOf, judged } from '../../language/index.ts';
import type { Answer, LoadedBundle } from '../../runtime/index.ts';
import type { ReviewedPatient, ReviewedVisit } from './protocol.ts';

/** Settles so many patients before messages are let in. */
const SLICE = 40;

export interface Pace {
  /** Says how far it is, lets messages in, and gives whether to go on. */
  readonly step: (done: number, total: number) => Promise<boolean>;
}

/** Settles and compares patient after patient; those that came before it was stopped are kept. */
export async function reviewPatients(
  bundleOf: (policy: string) => LoadedBundle | undefined,
  patients: readonly PatientCase[],
  { step }: Pace,
): Promise<readonly ReviewedPatient[]> {
  const reviewed: ReviewedPatient[] = [];
  for (const [at, patient] of patients.entries()) {
    const bundle = bundleOf(patient.policy);
    reviewed.push({ id: patient.id, visits: bundle ? [...judged(bundle, patient)].map(visitOf) : [] });
    if (at % SLICE === SLICE - 1 && !(await step(at + 1, patients.length))) break;
  }
  return reviewed;
}

/** Why patients differ, policy after policy, as each may be settled by another text. */
export async function findCauses(
  bundleOf: (policy: string) => LoadedBundle | undefined,
  patients: readonly PatientCase[],
  { step }: Pace,
): Promise<{ readonly causes: readonly PatientCauses[]; readonly groups: readonly CauseGroup[]; readonly complete: boolean }> {
  const policies = [...new Set(patients.map(({ policy }) => policy))];
  const causes: PatientCauses[] = [];
  let stopped = false;
  for (const [at, policy] of policies.entries()) {
    const bundle = bundleOf(policy);
    const own = patients.filter((patient) => patient.policy === policy);
    if (!bundle || stopped) continue;
    const found = await causesOf(bundle, own, {
      // Each policy is one part of the way, however many changes it has to try.
      onProgress: async (done, total) => {
        stopped = !(await step(Math.round((at + done / total) * WAY), policies.length * WAY));
      },
      cancelled: () => stopped,
    });
    causes.push(...found);
  }
  return { causes, groups: causeGroups(causes), complete: !stopped };
}

const WAY = 100;

function visitOf({ answer, values }: JudgedEvent): ReviewedVisit {
  return {
    event: answer.event,
    status: answer.status,
    values,
    amounts: { ...answer.amounts, ...postingsOf(answer), ...totalsOf(answer) },
    open: answer.open,
    assumed: answer.assumed,
    reasons: [
      ...answer.open.map(({ reason }) => reason),
      ...answer.ineligible.map(({ reason, name }) => reason || name),
      ...answer.missing,
      ...answer.problems.map(({ zh }) => zh),
    ],
  };
}

const postingsOf = ({ postings }: Answer): ReviewedVisit['amounts'] =>
  Object.fromEntries(postings.map(({ policy, address, amount }) => [policy === undefined ? address : `${policy}.${address}`, amount]));

const totalsOf = ({ totals, sums }: Answer): ReviewedVisit['amounts'] => {
  if (totals) {
    const { total, funds, hospital, personal, account, cash } = totals;
    return { 总额: total, 基金: funds, 医院: hospital, 个人: personal, 账户: account, 现金: cash };
  }
  switch (sums?.entry) {
    case 'cashBenefit':
      return { 合计: sums.paid, 账户: sums.account, 现金: sums.cash };
    case 'contribution':
      return { 应缴: sums.due, 本期缴: sums.now, 缓缴: sums.deferred };
    case 'clearing':
      return { 合计: sums.paid };
    default:
      return {};
  }
};
