import type { Diagnostic, FileState } from '../../language/index.ts';
import { withRepairs } from '../../language/index.ts';

export type Repaired = (findings: readonly Diagnostic[], files: ReadonlyMap<string, FileState>) => readonly Diagnostic[];

/** Findings with the repairs that their codes have. For the findings asked about last they are the same objects, which are not sent twice. */
export function createRepaired(): Repaired {
  let last: { readonly findings: readonly Diagnostic[]; readonly made: readonly Diagnostic[] } | undefined;
  return (findings, files) => {
    if (last?.findings !== findings) last = { findings, made: withRepairs(findings, (path) => files.get(path)) };
    return last.made;
  };
}
