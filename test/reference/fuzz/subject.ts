/** A policy made ready for both: text through the whole compiler, with its model for the one and its bundle for the other. */
import { compile } from '../../../language/compile.ts';
import { layersOf, withFieldsOf } from '../../../language/model/layers.ts';
import type { PolicyModel } from '../../../language/model/types.ts';
import type { Workspace } from '../../../language/model/workspace.ts';
import type { LoadedBundle } from '../../../runtime/index.ts';
import { loadUnverified } from '../../../runtime/index.ts';

export interface Subject {
  readonly policy: PolicyModel;
  readonly layers: readonly PolicyModel[];
  readonly loaded: LoadedBundle;
  /** The policy with the fields and lists that its layers read as well. */
  readonly stated: PolicyModel;
}

export interface Subjects {
  readonly subjects: readonly Subject[];
  /** What the compiler finds; empty when it compiles. */
  readonly errors: readonly string[];
}

/** Every policy of a text that settles something and that no other policy here refers to. */
export async function subjectsOf(workspace: Workspace, folder?: string): Promise<Subjects> {
  const { file, digest, built, diagnostics } = await compile(workspace, folder === undefined ? {} : { folder });
  const errors = diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ code, what, labels }) => `${code} ${labels[0]?.span.start} ${what.zh}`);
  if (!file || digest === undefined) return { subjects: [], errors: errors.length > 0 ? errors : ['nothing to settle'] };
  const loaded = loadUnverified(file, digest);
  const referred = new Set(built.policies.flatMap(({ references }) => references.map(({ policy }) => policy)));
  const subjects = built.policies
    .filter(({ name }) => !referred.has(name))
    .map((policy): Subject => {
      const layers = layersOf(policy, built.policies);
      return { policy, layers, loaded, stated: withFieldsOf(policy, layers) };
    });
  return { subjects, errors };
}

/** A text alone. */
export const subjectsIn = (text: string): Promise<Subjects> => subjectsOf({ files: [{ path: '1.yice', text }], documents: [] });
