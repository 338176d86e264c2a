import type { LongWork, SideResult } from '../../language/index.ts';
import {
  changesOf,
  classesOf,
  createCompiler,
  drawnOf,
  groundOf,
  measureOf,
  sampleResults,
  scenarioPatients,
  sideOf,
  witnessesOf,
} from '../../language/index.ts';
import type { LoadedBundle } from '../../runtime/index.ts';
import type { Compared, CompareRequest, SideAsked } from './compare-messages.ts';
import type { TextFile } from './places.ts';
import type { Reading } from './reading.ts';
import { readTexts } from './reading.ts';

/** A fen, a yuan, a hundred yuan. */
const THRESHOLDS = [1, 100, 10_000];

/** Compares what is asked; `own` gives the workspace as it was last settleable for a policy. */
export interface Comparing {
  compare(request: CompareRequest, own: (policy: string) => Promise<Reading | undefined>, work: LongWork): Promise<Compared | undefined>;
}

/** Other texts than the workspace's are compiled by a compiler of their own, which remembers them. */
export function createComparing(): Comparing {
  const others = createCompiler();

  const loadedFor = async (side: SideAsked, own: (policy: string) => Promise<Reading | undefined>): Promise<LoadedBundle | undefined> => {
    const { texts, instead } = side;
    const reading = texts ? undefined : await own(side.policy);
    if (instead && reading) {
      const put = (file: TextFile): TextFile => instead.find(({ path }) => path === file.path) ?? file;
      const { files, documents } = reading.workspace;
      return (await readTexts(others, { files: files.map(put), documents }, new Map(), 0)).loaded;
    }
    if (!texts) return reading?.loaded;
    const isRule = ({ path }: { readonly path: string }): boolean => path.endsWith('.yice');
    const workspace = { files: texts.filter(isRule), documents: texts.filter((one) => !isRule(one)) };
    return (await readTexts(others, workspace, new Map(), 0)).loaded;
  };
  const chosen = (loaded: LoadedBundle, { policy, day, knownOn }: SideAsked): SideResult =>
    sideOf(loaded, { policy, day, ...(knownOn === undefined ? {} : { knownOn }) });

  return {
    compare: async (request, own, work) => {
      const [old, now] = [await loadedFor(request.before, own), await loadedFor(request.after, own)];
      if (!old || !now) return undefined;
      const [before, after] = [chosen(old, request.before), chosen(now, request.after)];
      if (!before.ok) return { part: 'problem', side: 'before', problem: before.problem };
      if (!after.ok) return { part: 'problem', side: 'after', problem: after.problem };
      const changes = changesOf(before.side, after.side);
      if (request.part === 'changes') {
        const versions = { before: before.side.version.id, after: after.side.version.id };
        return { part: 'changes', changes, versions, measure: measureOf(after.side.policy.entry) };
      }
      const ground = groundOf(before.side, after.side);
      if (request.part === 'witnesses') return { part: 'witnesses', changes: await witnessesOf(ground, changes, THRESHOLDS, work) };
      const classes = await classesOf(ground, work);
      const drawn = await drawnOf(ground, request.drawn, request.seed, work);
      const names = [request.before.policy, request.after.policy];
      const told = [...scenarioPatients(old.file.scenarios, names), ...scenarioPatients(now.file.scenarios, names)];
      const distinct = told.filter(({ title }, index) => told.findIndex((one) => one.title === title) === index);
      return { part: 'effects', classes, drawn, samples: sampleResults(ground, [...request.patients, ...distinct]) };
    },
  };
}
