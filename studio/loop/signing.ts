import { readPatientSet } from '../storage/patient-set.ts';
import { sha256Of } from '../storage/source-index.ts';
import { analysis, summaryOf } from '../store/analysis.ts';
import type { SetPatient } from '../store/patient-sets.ts';
import { recordWritten, signing, signoffPaths } from '../store/signing.ts';
import { workspace } from '../store/workspace.ts';
import type { PatientCase, SignedSet, SignoffProblem, SignoffRecord } from '../worker/protocol.ts';
import { whenComposed } from './composition.ts';
import { addFiles, ask } from './loop.ts';
import { patientToStream } from './settling.ts';

/** Holds the records of a folder against its bundle as the texts are now; the answer arrives in the signing store. */
export async function lookSigning(folder: string): Promise<void> {
  const now = workspace.getState();
  const records = signoffPaths(now, folder).flatMap((path) => now.files[path] ?? []);
  const outcome = await ask('signoff', { kind: 'signoff', folder, records: records.map(({ path, text }) => ({ path, text })) });
  // An answer about an older text would take back what was written since.
  if (!outcome.ok || workspace.getState().version !== now.version) return;
  whenComposed(() =>
    signing.setState((state) => ({
      folder,
      version: now.version,
      found: outcome.reply.signing,
      // Results of sets are those of one digest.
      sets: state.found?.digest === outcome.reply.signing?.digest ? state.sets : {},
    })),
  );
}

/** What would stand against a record if it were written now. */
export async function problemsOf(record: SignoffRecord): Promise<readonly SignoffProblem[]> {
  const text = textOf(record);
  const outcome = await ask('signoff', { kind: 'signoff', folder: record.folder, records: [{ path: '', text }] });
  return outcome.ok ? (outcome.reply.signing?.records[0]?.problems ?? [{ kind: 'changed' }]) : [{ kind: 'changed' }];
}

const textOf = (record: SignoffRecord): string => `${JSON.stringify(record, undefined, 2)}\n`;

/** Writes a record beside the texts of its folder, in the place of the one of the same digest. */
export async function writeRecord(path: string, record: SignoffRecord): Promise<void> {
  signing.setState((state) => recordWritten(state, path, record));
  await addFiles([{ path, text: textOf(record) }]);
  await lookSigning(record.folder);
}

/** Runs a set of sample patients on the text as it is; undefined when its file cannot be read. */
export async function runSet(path: string): Promise<SignedSet | undefined> {
  const text = workspace.getState().files[path]?.text;
  const read = text === undefined ? undefined : readPatientSet(text);
  if (text === undefined || !read?.ok) return undefined;
  const patients = read.set.patients.flatMap((patient) => caseOf(patient) ?? []);
  const outcome = await ask('review', { kind: 'review', patients });
  if (!outcome.ok) return undefined;
  const values = outcome.reply.reviewed.flatMap(({ visits }) =>
    // Only what the rules leave open may be signed as open: a value that waits for a missing fact stands in the way like one that differs.
    visits.flatMap((visit) => visit.values.map(({ verdict }) => (verdict === 'open' && visit.status !== 'open' ? 'differs' : verdict))),
  );
  const count = (verdict: (typeof values)[number]): number => values.filter((one) => one === verdict).length;
  const set = {
    name: read.set.title,
    sha256: await sha256Of(new TextEncoder().encode(text)),
    patients: read.set.patients.length,
    values: values.length,
    differing: count('differs'),
    open: count('open'),
  };
  whenComposed(() => signing.setState((state) => ({ sets: { ...state.sets, [path]: set } })));
  return set;
}

/** A patient of a set as the worker settles it; undefined while its policy cannot be settled. */
function caseOf(patient: SetPatient): PatientCase | undefined {
  const found = summaryOf(analysis.getState(), patient.policy);
  if (!found) return undefined;
  const { encounters, openings } = patientToStream(patient, found.summary);
  const { id, policy, knownOn, suppose, expected = {} } = patient;
  return {
    id,
    policy,
    encounters,
    openings,
    expected,
    ...(knownOn === undefined ? {} : { knownOn }),
    ...(suppose === undefined ? {} : { suppose }),
  };
}
