import type { Cause } from './cause.ts';
import { CAUSE_KINDS } from './cause.ts';
import type { PatientCauses } from './causes.ts';

/** Patients grouped by what explains most of them: each belongs to one group, and a group names the others that would explain it. */
export interface CauseGroup {
  /** Absent: no single change explains these. */
  readonly cause?: Cause;
  readonly patients: readonly string[];
}

/** Greatest group first; among causes of equal reach the most definite one. */
export function causeGroups(all: readonly PatientCauses[]): readonly CauseGroup[] {
  const groups: CauseGroup[] = [];
  let left = all.filter(({ causes }) => causes.length > 0);
  while (left.length > 0) {
    const reach = new Map<string, { readonly cause: Cause; readonly patients: string[] }>();
    for (const { id, causes } of left)
      for (const cause of causes) {
        const group = reach.get(cause.key) ?? { cause, patients: [] };
        group.patients.push(id);
        reach.set(cause.key, group);
      }
    const [best] = [...reach.values()].toSorted(
      (a, b) => b.patients.length - a.patients.length || CAUSE_KINDS.indexOf(a.cause.kind) - CAUSE_KINDS.indexOf(b.cause.kind),
    );
    if (!best) break;
    groups.push(best);
    const taken = new Set(best.patients);
    left = left.filter(({ id }) => !taken.has(id));
  }
  const unexplained = all.filter(({ causes }) => causes.length === 0).map(({ id }) => id);
  return unexplained.length > 0 ? [...groups, { patients: unexplained }] : groups;
}
