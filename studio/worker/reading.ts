import type { Compiled, Compiler, FileState, ServiceState, Workspace } from '../../language/index.ts';
import { createCompiler } from '../../language/index.ts';
import type { LoadedBundle } from '../../runtime/index.ts';
import { loadUnverified } from '../../runtime/index.ts';
import type { DocumentVersion, TextFile } from './protocol.ts';

/** The texts as last told, and what is known of them. */
export interface Reading {
  readonly version: DocumentVersion;
  readonly workspace: Workspace;
  readonly files: ReadonlyMap<string, FileState>;
  readonly compiled: Compiled;
  /** Absent while no policy at all can be settled. Its digest is a name of this text and no more: `digest` gives the true one. */
  readonly loaded: LoadedBundle | undefined;
  readonly digest: () => Promise<string | undefined>;
}

/** The texts of the workspace; files are read again only when they changed. */
export interface Texts {
  take(files: readonly TextFile[], documents: readonly TextFile[], removed: readonly string[]): void;
  workspace(instead?: readonly TextFile[]): Workspace;
  /** As the editor's services see them: the newest text, the names of the last check. */
  state(symbols: ServiceState['symbols']): ServiceState;
  files(): ReadonlyMap<string, FileState>;
  /** The newest text of a file of rules. */
  text(path: string): string | undefined;
  /** What was read and checked of them is not read and checked again. */
  readonly compiler: Compiler;
}

export function createTexts(): Texts {
  const compiler = createCompiler();
  const rules = new Map<string, string>();
  const documents = new Map<string, string>();
  const read = new Map<string, FileState>();
  const files = (): ReadonlyMap<string, FileState> => {
    for (const [path, text] of rules) {
      if (read.get(path)?.text === text) continue;
      const { tree, tokens } = compiler.parse({ path, text });
      read.set(path, { path, text, tree, tokens });
    }
    return read;
  };
  const asList = (texts: ReadonlyMap<string, string>): readonly TextFile[] => [...texts].map(([path, text]) => ({ path, text }));
  return {
    take: (changed, sources, removed) => {
      for (const path of removed) {
        rules.delete(path);
        documents.delete(path);
        read.delete(path);
      }
      for (const { path, text } of changed) rules.set(path, text);
      for (const { path, text } of sources) documents.set(path, text);
    },
    workspace: (instead = []) => {
      const tried = new Map(rules);
      for (const { path, text } of instead) tried.set(path, text);
      return { files: asList(tried).toSorted((a, b) => (a.path < b.path ? -1 : 1)), documents: asList(documents) };
    },
    state: (symbols) => ({ files: files(), symbols }),
    files,
    text: (path) => rules.get(path),
    compiler,
  };
}

/** Checks and lowers everything that is open; what has an error is left out of the bundle, the rest can be settled. */
export async function readTexts(
  compiler: Compiler,
  workspace: Workspace,
  files: ReadonlyMap<string, FileState>,
  version: DocumentVersion,
): Promise<Reading> {
  const compiled = await compiler.compile(workspace, { despiteErrors: true, unsealed: true });
  const { file } = compiled;
  readings += 1;
  const loaded = file && loadUnverified(file, `text:${readings}`);
  let digest: Promise<string | undefined> | undefined;
  return {
    version,
    workspace,
    files,
    compiled,
    loaded,
    digest: () => {
      digest ??= file ? compiler.seal(file).then((seal) => seal.digest) : Promise.resolve(undefined);
      return digest;
    },
  };
}

/** No two readings go by one name. */
let readings = 0;
