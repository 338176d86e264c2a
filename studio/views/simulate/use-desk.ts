import { useStore } from 'zustand';
import { analysis, summaryOf } from '../../store/analysis.ts';
import type { SampleEncounter, SamplePatient, SimulationState } from '../../store/simulation.ts';
import { currentEncounter, currentPatient, simulation } from '../../store/simulation.ts';
import { workspace } from '../../store/workspace.ts';
import type { PolicySummary } from '../../worker/protocol.ts';

/** What lies on the desk: a patient of the policy chosen at the top, and the visit that is looked at. */
export interface Desk {
  readonly state: SimulationState;
  readonly summary: PolicySummary;
  /** False while the text has errors and the answer is that of an earlier text. */
  readonly fresh: boolean;
  readonly patient: SamplePatient;
  readonly visit: SampleEncounter;
}

/** The desk, once the policy can be settled and a patient lies on it. */
export function useDesk(): Desk | undefined {
  const state = useStore(simulation);
  const found = useStore(analysis);
  const policy = useStore(workspace, (now) => now.policy);
  const policyFound = summaryOf(found, policy);
  const patient = currentPatient(state);
  const visit = currentEncounter(state);
  if (!policyFound || !patient || !visit || patient.policy !== policy) return undefined;
  return { state, summary: policyFound.summary, fresh: policyFound.fresh, patient, visit };
}

/** Changes the desk by a pure transition. */
export const change = (transition: (state: SimulationState) => SimulationState): void => simulation.setState(transition);
