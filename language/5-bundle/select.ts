/**
 * What a build of one folder takes from the workspace: the policies declared there, the amendments, scenarios and properties about them from
 * wherever they stand, and the vocabularies and policies they inherit from, step by step, with the amendments of
 * these. An error in any of those files is an error of the build.
 */
import type { Item, TopLevel, Tree } from '../2-syntax/nodes/policy.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Model } from '../model/types.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Ingredient } from './bundle.ts';

export interface Build {
  readonly id: string;
  readonly built: Model;
  /** Policy files and cited documents of the build. */
  readonly ingredients: readonly Ingredient[];
  /** True when a file of the build has an error. */
  readonly blocked: boolean;
}

const under = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);

/** Without a folder everything is built. */
export function selectBuild(
  workspace: Workspace,
  trees: readonly Tree[],
  model: Model,
  diagnostics: readonly Diagnostic[],
  folder?: string,
): Build {
  const root = folder?.replace(/\/+$/u, '') ?? '';
  const inside = (path: string): boolean => root === '' || under(path, root);
  const items = trees.flatMap(({ file, items: tops }) => tops.map((item) => ({ file, item })));
  const policies = new Set(items.flatMap(({ file, item }) => (item.kind === 'policy' && inside(file) ? [item.name.text] : [])));
  const layers = referredBy(
    policies,
    items.map(({ item }) => item),
  );
  const inherited = inheritedBy(
    new Set([...policies, ...layers]),
    items.map(({ item }) => item),
  );
  const takes = (item: TopLevel): boolean =>
    item.kind === 'vocabulary'
      ? inherited.has(item.name.text)
      : item.kind === 'policy'
        ? policies.has(item.name.text) || layers.has(item.name.text) || inherited.has(item.name.text)
        : item.kind !== 'reconciliation' &&
          (policies.has(item.policy.text) ||
            (item.kind === 'amendment' && (inherited.has(item.policy.text) || layers.has(item.policy.text))));
  const files = new Set([
    ...trees.map(({ file }) => file).filter(inside),
    ...items.flatMap(({ file, item }) => (takes(item) ? [file] : [])),
  ]);
  const cited = new Set(items.flatMap(({ item }) => (takes(item) ? documentsOf(item) : [])));
  const about = ({ policy }: { readonly policy: string }): boolean => policies.has(policy);
  return {
    id: root || commonFolder([...files]),
    built: {
      policies: model.policies.filter(({ name }) => policies.has(name) || layers.has(name)),
      scenarios: model.scenarios.filter(about),
      properties: model.properties.filter(about),
    },
    ingredients: [
      ...workspace.files.filter(({ path }) => files.has(path)),
      ...workspace.documents.filter(({ path }) => inside(path) || cited.has(fileName(path))),
    ],
    blocked: diagnostics.some(({ severity, labels: [place] }) => severity === 'error' && place !== undefined && files.has(place.span.file)),
  };
}

/** File names are compared in the form in which accents are one character with their letter, whatever the disk keeps. */
const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1).normalize('NFC');

const documentsOf = (block: TopLevel): readonly string[] =>
  linesOf(block).flatMap((line) => (line.kind === 'document' ? [line.file.text.normalize('NFC')] : []));

/** The lines of a policy or vocabulary, or those that an amendment adds. */
function linesOf(block: TopLevel): readonly Item[] {
  if (block.kind === 'policy' || block.kind === 'vocabulary') return block.items;
  return block.kind === 'amendment' ? block.changes.flatMap((change) => (change.kind === 'insert' ? [change.item] : [])) : [];
}

/** The policies that the named ones refer to, and theirs in turn, wherever they stand. */
function referredBy(policies: ReadonlySet<string>, items: readonly TopLevel[]): ReadonlySet<string> {
  const found = new Set<string>();
  const queue = [...policies];
  for (let name = queue.pop(); name !== undefined; name = queue.pop())
    for (const item of items) {
      const own = item.kind === 'amendment' ? item.policy.text : item.kind === 'policy' ? item.name.text : undefined;
      if (own !== name) continue;
      for (const line of linesOf(item)) {
        if (line.kind !== 'refersTo' || found.has(line.from.text) || policies.has(line.from.text)) continue;
        found.add(line.from.text);
        queue.push(line.from.text);
      }
    }
  return found;
}

/** The vocabularies and policies that the named policies take names from, and theirs in turn. */
function inheritedBy(policies: ReadonlySet<string>, items: readonly TopLevel[]): ReadonlySet<string> {
  const blocks = new Map<string, TopLevel[]>();
  for (const item of items) {
    const name =
      item.kind === 'policy' || item.kind === 'vocabulary' ? item.name.text : item.kind === 'amendment' ? item.policy.text : undefined;
    if (name !== undefined) blocks.set(name, [...(blocks.get(name) ?? []), item]);
  }
  const found = new Set<string>();
  const queue = [...policies];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    for (const line of (blocks.get(name) ?? []).flatMap(linesOf)) {
      if (line.kind !== 'inherits' || found.has(line.from.text)) continue;
      found.add(line.from.text);
      queue.push(line.from.text);
    }
  }
  return found;
}

/** The folder in which all the files are; "" when there is none. */
function commonFolder(paths: readonly string[]): string {
  const folders = paths.map((path) => path.split('/').slice(0, -1));
  const [first = []] = folders;
  const length = first.findIndex((name, index) => folders.some((folder) => folder[index] !== name));
  return first.slice(0, length === -1 ? first.length : length).join('/');
}
