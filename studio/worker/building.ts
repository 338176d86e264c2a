import type { Workspace } from '../../language/index.ts';
import { compile } from '../../language/index.ts';
import type { BundleFile } from '../../runtime/index.ts';
import type { BuildResult, BundleSection, DocumentVersion } from './protocol.ts';

const bytesOf = (part: unknown): number => new TextEncoder().encode(JSON.stringify(part)).length;

const sectionsOf = (file: BundleFile): readonly BundleSection[] => {
  const { policies } = file.ir;
  const all = <Part>(parts: (policy: (typeof policies)[number]) => readonly Part[]): readonly Part[] => policies.flatMap(parts);
  const versions = all(({ versions: own }) => own);
  const citations = all(({ citations: own }) => own);
  const points = all(({ openPoints }) => openPoints);
  return [
    { kind: 'policies', count: policies.length, bytes: bytesOf(all(({ programs }) => programs)) },
    { kind: 'versions', count: versions.length, bytes: bytesOf(all(({ timeline }) => timeline)) },
    {
      kind: 'parameters',
      // The numbers of a policy, each counted once: its versions hold the same ones, or those and more.
      count: policies.reduce((sum, one) => sum + Math.max(0, ...one.versions.map(({ parameters }) => parameters.length)), 0),
      bytes: bytesOf(versions.map(({ parameters }) => parameters)),
    },
    { kind: 'citations', count: citations.length, bytes: bytesOf(citations) },
    { kind: 'openPoints', count: points.length, bytes: bytesOf(points) },
    { kind: 'scenarios', count: file.scenarios.length, bytes: bytesOf(file.scenarios) },
    { kind: 'manifest', count: file.manifest.files.length, bytes: bytesOf(file.manifest) },
  ];
};

/** The bundle of a folder, byte for byte what the command line builds from the same texts. */
export async function buildFolder(workspace: Workspace, folder: string, version: DocumentVersion): Promise<BuildResult> {
  const { file, bytes, digest, diagnostics } = await compile(workspace, { folder });
  if (!file || bytes === undefined || digest === undefined)
    return { ok: false, errors: diagnostics.filter(({ severity }) => severity === 'error').length };
  return {
    ok: true,
    bytes: new TextEncoder().encode(bytes),
    digest,
    features: file.features,
    contents: sectionsOf(file),
    files: file.manifest.files,
    policies: file.manifest.policies.map(({ id }) => id),
    folder,
    textVersion: version,
  };
}
