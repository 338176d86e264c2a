/**
 * Texts and cited documents → a bundle that anybody can rebuild to the same bytes. The whole compiler in six calls; each is one folder.
 */

import type { BundleFile } from '../runtime/bundle/format.ts';
import { type ParseResult, parse, type SourceText } from './2-syntax/parse.ts';
import { type Checked, check } from './3-check/check.ts';
import { createMemory, same } from './3-check/memory.ts';
import type { Symbols } from './3-check/symbols.ts';
import { type Lowered, lower } from './4-lower/lower.ts';
import { bundleFile, type Hashed } from './5-bundle/bundle.ts';
import { canonicalJson, digestOf } from './5-bundle/canonical.ts';
import { runnable } from './5-bundle/runnable.ts';
import { selectBuild } from './5-bundle/select.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import type { CitationModel, Model } from './model/types.ts';
import type { Workspace } from './model/workspace.ts';

export interface CompileOptions {
  /** Builds only the policies of this folder (or file); the rest of the workspace may be inherited from. */
  readonly folder?: string;
  /** Leaves out policies that have errors instead of giving no bundle: for trying what is already right while the rest is written. */
  readonly despiteErrors?: boolean;
  /** Leaves out bytes and digest, which nobody asks for while a text is written. `Compiler.seal` gives them later. */
  readonly unsealed?: boolean;
}

export interface Compiled {
  /** Of the whole workspace. */
  readonly diagnostics: readonly Diagnostic[];
  /** What every name in the texts stands for. */
  readonly symbols: Symbols;
  /** Of the whole workspace; policies with errors are not in it. */
  readonly model: Model;
  /** What is quoted in the whole workspace and where it stands, also by policies that are not in the model. */
  readonly cited: readonly CitationModel[];
  /** The part of the model that is in the bundle: what scenarios and properties are run on. */
  readonly built: Model;
  /** Absent while anything that would go into the bundle has an error. */
  readonly file?: BundleFile;
  /** Exactly the bytes of the file, as text. */
  readonly bytes?: string;
  /** "sha256:…" of those bytes. */
  readonly digest?: string;
}

/** Compiles the same workspace again and again while it is written: what did not change is neither read nor checked nor lowered again. */
export interface Compiler {
  /** A file as it was read last, when its text is the same. */
  readonly parse: (file: SourceText) => ParseResult;
  /** What is found in the texts, before anything is made of them: `compile` of the same texts then does not check them again. */
  readonly check: (workspace: Workspace) => Checked;
  /** Exactly what compiling from scratch gives. */
  readonly compile: (workspace: Workspace, options?: CompileOptions) => Promise<Compiled>;
  /** Bytes and digest of a bundle that was compiled here. */
  readonly seal: (file: BundleFile) => Promise<Seal>;
}

/** Exactly the bytes of a bundle's file, as text, and "sha256:…" of them. */
export interface Seal {
  readonly bytes: string;
  readonly digest: string;
}

/** A compiler that has seen nothing yet. */
export function createCompiler(): Compiler {
  const read = new Map<string, { readonly text: string; readonly result: ParseResult }>();
  const known = createMemory();
  const memory: Memories = { lowered: new WeakMap(), written: new WeakMap(), hashed: new Map() };
  /** What was checked last and not compiled yet. */
  let waiting: { readonly from: readonly unknown[]; readonly found: Found } | undefined;
  const parseOnce = (file: SourceText): ParseResult => {
    const before = read.get(file.path);
    if (before?.text === file.text) return before.result;
    const result = parse(file);
    read.set(file.path, { text: file.text, result });
    return result;
  };
  const find = (given: Workspace): Found => {
    const workspace = inOrder(given);
    const paths = new Set(workspace.files.map(({ path }) => path));
    for (const path of read.keys()) if (!paths.has(path)) read.delete(path);
    const trees = workspace.files.map(parseOnce);
    const from = [...trees, ...workspace.documents.flatMap(({ path, text }) => [path, text])];
    const found = waiting && same(waiting.from, from) ? waiting.found : { workspace, trees, checked: check(workspace, trees, known) };
    waiting = { from, found };
    return found;
  };
  return {
    parse: parseOnce,
    check: (workspace) => find(workspace).checked,
    compile: async (workspace, options = {}) => {
      const found = find(workspace);
      waiting = undefined;
      return compileWith(found, options, memory);
    },
    seal: (file) => sealOf(file, memory),
  };
}

interface Memories {
  readonly lowered: Lowered;
  /** Policies as canonical text. */
  readonly written: WeakMap<object, string>;
  readonly hashed: Hashed;
}

/** Texts as read and checked, by path. */
interface Found {
  readonly workspace: Workspace;
  readonly trees: readonly ParseResult[];
  readonly checked: Checked;
}

/** Compiles a workspace. Nothing is thrown for bad input: what is wrong is among the diagnostics. */
export const compile = (workspace: Workspace, options: CompileOptions = {}): Promise<Compiled> =>
  createCompiler().compile(workspace, options);

async function compileWith({ workspace, trees, checked }: Found, options: CompileOptions, memory: Memories): Promise<Compiled> {
  const { model, diagnostics, symbols, cited } = checked;
  const { built, ingredients, blocked, id } = selectBuild(
    workspace,
    trees.map(({ tree }) => tree),
    model,
    diagnostics,
    options.folder,
  );
  if (built.policies.length === 0 || (blocked && !options.despiteErrors)) return { diagnostics, symbols, model, cited, built };

  const ir = lower(built, new Map(workspace.files.map(({ path, text }) => [path, text])), memory.lowered);
  const scenarios = built.scenarios.flatMap((scenario) => {
    return runnable(scenario, built.policies, ir.policies) ?? [];
  });
  const file = await bundleFile(id, ir, scenarios, ingredients, memory.hashed);
  return { diagnostics, symbols, model, cited, built, file, ...(options.unsealed ? {} : await sealOf(file, memory)) };
}

async function sealOf(file: BundleFile, { written }: Memories): Promise<Seal> {
  for (const policy of file.ir.policies) if (!written.has(policy)) written.set(policy, canonicalJson(policy));
  const bytes = canonicalJson(file, written);
  return { bytes, digest: await digestOf(bytes) };
}

/** By path: the order in which a disk lists its files must not reach the bytes. */
const inOrder = ({ files, documents }: Workspace): Workspace => ({
  files: [...files].sort(byPath),
  documents: [...documents].sort(byPath),
});

const byPath = (a: { readonly path: string }, b: { readonly path: string }): number => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);
