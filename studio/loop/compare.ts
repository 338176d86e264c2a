import type { SamplePatient } from '../../language/index.ts';
import { analysis, summaryOf } from '../store/analysis.ts';
import { arrived, begun, comparison } from '../store/comparison.ts';
import { patientSetPaths } from '../store/patient-sets.ts';
import { workspace } from '../store/workspace.ts';
import type { Compared, SideAsked, TextFile } from '../worker/protocol.ts';
import { whenComposed } from './composition.ts';
import { ask } from './loop.ts';
import { patientToStream } from './settling.ts';

/** A side as the page names it: texts are those of the workspace, or those that came with the application. */
export interface SideWanted {
  readonly policy: string;
  readonly day: string;
  readonly knownOn?: string;
  readonly texts: 'workspace' | 'delivered';
}

/** Patients drawn at random besides the boundary patients, always the same ones. */
export const DRAWN = 1_000;
const SEED = 2023;

/** The policies as they came with the application; loaded when they are first compared with. */
const delivered = async (): Promise<readonly TextFile[]> => (await import('../storage/delivered.ts')).deliveredFiles();

/** The patients of the sets that stand beside the policies, those who suppose nothing for what is open. */
async function setPatients(policies: readonly string[]): Promise<readonly SamplePatient[]> {
  const state = workspace.getState();
  const paths = patientSetPaths(state);
  if (paths.length === 0) return [];
  const { readPatientSet } = await import('../storage/patient-set.ts');
  return paths.flatMap((path) => {
    const read = readPatientSet(state.files[path]?.text ?? '');
    if (!read.ok) return [];
    return read.set.patients.flatMap((patient): readonly SamplePatient[] => {
      const found = policies.includes(patient.policy) ? summaryOf(analysis.getState(), patient.policy) : undefined;
      if (!found || Object.keys(patient.suppose ?? {}).length > 0) return [];
      const { encounters, openings } = patientToStream(patient, found.summary);
      return [{ title: patient.name, of: read.set.title, encounters, openings }];
    });
  });
}

/** A side as the worker takes it. */
export const sideAsked = async ({ texts, ...side }: SideWanted): Promise<SideAsked> =>
  texts === 'workspace' ? side : { ...side, texts: await delivered() };

/** What the results of a comparison belong to. */
export const keyOf = (before: SideWanted, after: SideWanted, version: number): string => JSON.stringify([before, after, version]);

/**
 * Compares two sides, part after part; results and progress arrive in the comparison store. Parts that are already there for the same sides and
 * text are not asked for again. Returns the way to stop.
 */
export function compareSides(before: SideWanted, after: SideWanted): () => void {
  const stop = new AbortController();
  const key = keyOf(before, after, workspace.getState().version);
  const current = (): boolean => !stop.signal.aborted && comparison.getState().key === key;
  comparison.setState((state) => (state.key === key ? { ...state, running: true, stopped: undefined } : begun(state, key)));

  const part = async (wanted: Exclude<Compared['part'], 'problem'>): Promise<boolean> => {
    if (comparison.getState()[wanted]) return true;
    const body = { kind: 'compare', part: wanted, drawn: DRAWN, seed: SEED } as const;
    const patients = wanted === 'effects' ? await setPatients([before.policy, after.policy]) : [];
    const sides = { before: await sideAsked(before), after: await sideAsked(after) };
    const outcome = await ask(
      'compare',
      { ...body, ...sides, patients },
      {
        signal: stop.signal,
        onProgress: (progress) =>
          whenComposed(() => {
            if (current()) comparison.setState({ progress });
          }),
      },
    );
    if (!current() || !outcome.ok) return false;
    const { compared } = outcome.reply;
    whenComposed(() => {
      if (current()) comparison.setState((state) => ({ ...arrived(state, compared), progress: undefined }));
    });
    return compared.part === wanted;
  };
  void (async () => {
    if ((await part('changes')) && (await part('effects'))) await part('witnesses');
    if (current()) whenComposed(() => comparison.setState({ running: false, progress: undefined }));
  })();
  return () => {
    if (stop.signal.aborted) return;
    stop.abort();
    if (comparison.getState().key === key) comparison.setState({ running: false, progress: undefined });
  };
}
