import { simulation } from '../store/simulation.ts';
import { workspace } from '../store/workspace.ts';
import type { Desk } from './schema.ts';

/** Puts back where one was: open file, carets, policy and day, sample patients. */
export function restoreDesk(desk: Desk | undefined): void {
  if (!desk) return;
  const { openFile, places, policy, day, patients, patientId, encounterId, knownOn, suppose } = desk;
  workspace.setState((state) => ({
    openFile: openFile !== undefined && openFile in state.files ? openFile : undefined,
    places,
    policy,
    day,
  }));
  simulation.setState({ patients, patientId, encounterId, knownOn, suppose });
}
