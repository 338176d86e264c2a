/** Who lies on the desk first: somebody for whom the policy does something. */
import type { Answer } from '../../../runtime/answer.ts';
import { settleBeside, simulating } from '../../loop/loop.ts';
import { patientToStream } from '../../loop/settling.ts';
import type { SamplePatient } from '../../store/simulation.ts';
import { patientAdded, patientShown, simulation } from '../../store/simulation.ts';
import { workspace } from '../../store/workspace.ts';
import { isZero } from '../../strings/money.ts';
import type { PolicySummary } from '../../worker/protocol.ts';
import { exampleToPatient, newPatient } from './samples.ts';

const pays = ({ status, totals, sums }: Answer): boolean =>
  status === 'settled' &&
  (totals ? !isZero(totals.funds) : sums !== undefined && !isZero(sums.entry === 'contribution' ? sums.due : sums.paid));

/** The plain patient where the policy pays something for it; else the first 示例 of the policy, without what it supposes. */
async function firstPatient(patients: readonly SamplePatient[], summary: PolicySummary): Promise<SamplePatient> {
  const plain = newPatient(patients, summary, workspace.getState().day);
  const settlement = await settleBeside(patientToStream(plain, summary));
  const answer = settlement?.answers.at(-1);
  if (answer && pays(answer)) return plain;
  const [example] = await simulating().examples(summary.name);
  return example ? exampleToPatient(example, patients, summary) : plain;
}

/** Puts a patient of the policy on the desk: one that is known, else the first. */
export async function layOut(summary: PolicySummary): Promise<void> {
  const known = simulation.getState().patients.find((patient) => patient.policy === summary.name);
  const first = known ?? (await firstPatient(simulation.getState().patients, summary));
  if (workspace.getState().policy !== summary.name) return;
  simulation.setState((state) =>
    state.patients.some(({ policy }) => policy === summary.name) ? patientShown(state, (known ?? first).id) : patientAdded(state, first),
  );
}
