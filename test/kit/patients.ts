/** The sets of sample patients that come with the real policies. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { PatientCase } from '../../language/causes/judge.ts';
import { readPatientSet } from '../../studio/storage/patient-set.ts';
import type { PatientSet, SetPatient } from '../../studio/store/patient-sets.ts';
import { isPatientSet } from '../../studio/store/patient-sets.ts';

const ROOT = 'policies';
const below = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? below(join(folder, entry.name)) : [join(folder, entry.name)],
  );

/** Every shipped set by its path. @throws Error with what cannot be read */
export const shippedSets = (): readonly (readonly [path: string, set: PatientSet])[] =>
  below(ROOT)
    .filter(isPatientSet)
    .map((path) => {
      const read = readPatientSet(readFileSync(path, 'utf8'));
      if (!read.ok) throw new Error(`${path}: ${read.problems.map(({ zh }) => zh).join('; ')}`);
      return [relative(ROOT, path), read.set] as const;
    });

/** A patient of a set as it is settled. */
export const caseOf = (patient: SetPatient): PatientCase => ({
  id: patient.id,
  policy: patient.policy,
  encounters: patient.encounters.map(({ id, fields, lists, reverses }) =>
    reverses === undefined
      ? { id, policy: patient.policy, fields: { ...fields, ...lists } }
      : { id, kind: 'reverse' as const, of: reverses, policy: patient.policy, fields: {} },
  ),
  openings: patient.openings,
  expected: patient.expected ?? {},
  ...(patient.knownOn === undefined ? {} : { knownOn: patient.knownOn }),
  ...(patient.suppose === undefined ? {} : { suppose: patient.suppose }),
});
