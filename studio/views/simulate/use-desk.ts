import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useLater } from '../../loop/use-later.ts';
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

const whole = (state: SimulationState): SimulationState => state;

function deskOf(state: SimulationState, policy: string | undefined, summary: PolicySummary | undefined, fresh: boolean): Desk | undefined {
  const patient = currentPatient(state);
  const visit = currentEncounter(state);
  return summary && patient && visit && patient.policy === policy ? { state, summary, fresh, patient, visit } : undefined;
}

/** The desk, once the policy can be settled and a patient lies on it. */
export function useDesk(): Desk | undefined {
  const state = useStore(simulation);
  const policy = useStore(workspace, (now) => now.policy);
  const summary = useStore(analysis, (now) => summaryOf(now, policy)?.summary);
  const fresh = useStore(analysis, (now) => summaryOf(now, policy)?.fresh === true);
  return useMemo(() => deskOf(state, policy, summary, fresh), [state, policy, summary, fresh]);
}

/** The same for what explains a result: it is drawn after the result. */
export function useDeskLater(): Desk | undefined {
  const state = useLater(simulation, whole);
  const policy = useLater(workspace, (now) => now.policy);
  const summary = useLater(analysis, (now) => summaryOf(now, policy)?.summary);
  const fresh = useLater(analysis, (now) => summaryOf(now, policy)?.fresh === true);
  return useMemo(() => deskOf(state, policy, summary, fresh), [state, policy, summary, fresh]);
}

/** The same for what is typed into: at once what was entered, and what came of it after the result. */
export function useDeskAtHand(desk: Desk | undefined): Desk | undefined {
  const settlement = useLater(simulation, (now) => now.settlement);
  const settledPatient = useLater(simulation, (now) => now.settledPatient);
  const { patients, patientId, encounterId, knownOn, suppose } = desk?.state ?? simulation.getState();
  const { summary, fresh } = desk ?? {};
  const policy = desk?.patient.policy;
  return useMemo(() => {
    const entered = { patients, patientId, encounterId, knownOn, suppose, settlement, settledPatient };
    return deskOf({ ...simulation.getState(), ...entered }, policy, summary, fresh === true);
  }, [patients, patientId, encounterId, knownOn, suppose, settlement, settledPatient, policy, summary, fresh]);
}

/** Changes the desk by a pure transition. */
export const change = (transition: (state: SimulationState) => SimulationState): void => simulation.setState(transition);
