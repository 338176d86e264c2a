import type { Compiler, Workspace } from '../../language/index.ts';
import { pointsToSign, readSignoff, rerunScenarios, signoffPath, signoffProblems } from '../../language/index.ts';
import { loadUnverified } from '../../runtime/index.ts';
import type { SignoffReply, SignoffRequest } from './protocol.ts';

/** The bundle of a folder with what has to be known to sign it, and each record held against it. */
export async function signingOf(compiler: Compiler, workspace: Workspace, { folder, records }: SignoffRequest): Promise<SignoffReply> {
  const { file, digest } = await compiler.compile(workspace, { folder });
  if (!file || digest === undefined) return { kind: 'signoff' };
  const loaded = loadUnverified(file, digest);
  const results = rerunScenarios(loaded);
  const differing = results.reduce((sum, { failed }) => sum + failed, 0);
  const values = results.reduce((sum, { passed, failed }) => sum + passed + failed, 0);
  const points = pointsToSign(loaded);
  const { language, compiler: tool } = file.manifest;
  return {
    kind: 'signoff',
    signing: {
      folder,
      digest,
      language,
      tool,
      path: signoffPath({ folder, digest }),
      points,
      scenarios: { count: results.length, values, differing },
      records: records.map(({ path, text }) => {
        const read = readSignoff(text);
        return read.ok
          ? { path, record: read.record, problems: signoffProblems(read.record, { digest, open: points, differing }) }
          : { path, problems: [{ kind: 'changed' }] };
      }),
    },
  };
}
