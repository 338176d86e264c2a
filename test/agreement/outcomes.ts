import { compile, runScenarios, type Workspace } from '../../language/index.ts';
import { loadBundle } from '../../runtime/index.ts';

/** What one jurisdiction comes to in one host: the digest of its bundle, and every answer of its scenarios, explained. */
export interface Outcome {
  readonly folder: string;
  readonly digest: string;
  readonly answers: readonly unknown[];
}

/** The folders of the policies root that hold a policy. */
export const FOLDERS = ['510700-绵阳市'];

/** Compiles, loads the bytes as a back-end would, and settles every scenario. The answers are plain JSON, to be compared across hosts. */
export async function outcomesOf(workspace: Workspace): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const folder of FOLDERS) {
    const { bytes, digest, built } = await compile(workspace, { folder });
    if (bytes === undefined || digest === undefined) throw new Error(`${folder} does not compile`);
    const loaded = await loadBundle(new TextEncoder().encode(bytes), { expectDigest: digest });
    if (!loaded.ok) throw new Error(loaded.reasons.map(({ en, path }) => `${path} ${en}`).join('; '));
    const results = runScenarios(built, loaded.bundle, { explain: true });
    const answers = results.flatMap(({ title, events }) => events.map(({ answer }) => ({ title, answer })));
    outcomes.push({ folder, digest, answers: JSON.parse(JSON.stringify(answers)) });
  }
  return outcomes;
}
