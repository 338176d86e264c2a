import { simulation } from '../store/simulation.ts';
import { workspace } from '../store/workspace.ts';
import type { Desk } from './schema.ts';
import { deskSchema, patientSchema } from './schema.ts';

/** Reads a desk part by part: one that another version of the application wrote otherwise is left out, the others come back. */
export function readDesk(value: unknown): Desk | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const kept: Record<string, unknown> = { places: {}, day: workspace.getInitialState().day, suppose: {} };
  const { patients: _, ...others } = deskSchema.shape;
  for (const [name, part] of Object.entries(others)) {
    const read = part.safeParse(Reflect.get(value, name));
    if (read.success && read.data !== undefined) kept[name] = read.data;
  }
  const patients: unknown = Reflect.get(value, 'patients');
  kept.patients = Array.isArray(patients) ? patients.filter((one) => patientSchema.safeParse(one).success) : [];
  return deskSchema.safeParse(kept).data;
}

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
