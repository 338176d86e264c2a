/**
 * Texts and cited documents → a bundle that anybody can rebuild to the same bytes. The whole compiler in six calls; each is one folder.
 */

import type { BundleFile } from '../runtime/bundle/format.ts';
import { parse } from './2-syntax/parse.ts';
import { check } from './3-check/check.ts';
import type { Symbols } from './3-check/symbols.ts';
import { lower } from './4-lower/lower.ts';
import { bundleFile } from './5-bundle/bundle.ts';
import { canonicalJson, digestOf } from './5-bundle/canonical.ts';
import { runnable } from './5-bundle/runnable.ts';
import { selectBuild } from './5-bundle/select.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import type { Model } from './model/types.ts';
import type { Workspace } from './model/workspace.ts';

export interface CompileOptions {
  /** Builds only the policies of this folder (or file); the rest of the workspace may be inherited from. */
  readonly folder?: string;
  /** Leaves out policies that have errors instead of giving no bundle: for trying what is already right while the rest is written. */
  readonly despiteErrors?: boolean;
}

export interface Compiled {
  /** Of the whole workspace. */
  readonly diagnostics: readonly Diagnostic[];
  /** What every name in the texts stands for. */
  readonly symbols: Symbols;
  /** Of the whole workspace; policies with errors are not in it. */
  readonly model: Model;
  /** The part of the model that is in the bundle: what scenarios and properties are run on. */
  readonly built: Model;
  /** Absent while anything that would go into the bundle has an error. */
  readonly file?: BundleFile;
  /** Exactly the bytes of the file, as text. */
  readonly bytes?: string;
  /** "sha256:…" of those bytes. */
  readonly digest?: string;
}

/** Compiles a workspace. Nothing is thrown for bad input: what is wrong is among the diagnostics. */
export async function compile(given: Workspace, options: CompileOptions = {}): Promise<Compiled> {
  const workspace = inOrder(given);
  const trees = workspace.files.map(parse);
  const { model, diagnostics, symbols } = check(workspace, trees);
  const { built, ingredients, blocked, id } = selectBuild(
    workspace,
    trees.map(({ tree }) => tree),
    model,
    diagnostics,
    options.folder,
  );
  if (built.policies.length === 0 || (blocked && !options.despiteErrors)) return { diagnostics, symbols, model, built };

  const ir = lower(built, new Map(workspace.files.map(({ path, text }) => [path, text])));
  const scenarios = built.scenarios.flatMap((scenario) => {
    return runnable(scenario, built.policies, ir.policies) ?? [];
  });
  const file = await bundleFile(id, ir, scenarios, ingredients);
  const bytes = canonicalJson(file);
  return { diagnostics, symbols, model, built, file, bytes, digest: await digestOf(bytes) };
}

/** By path: the order in which a disk lists its files must not reach the bytes. */
const inOrder = ({ files, documents }: Workspace): Workspace => ({
  files: [...files].sort(byPath),
  documents: [...documents].sort(byPath),
});

const byPath = (a: { readonly path: string }, b: { readonly path: string }): number => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);
