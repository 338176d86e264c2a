import { readdir } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { EXIT, Stop } from './exits.ts';
import { kindOf, readText } from './files.ts';

/** Texts under one root, as the compiler takes them, and which of them were asked for. */
export interface Loaded {
  /** Absolute. */
  readonly root: string;
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly documents: readonly { readonly path: string; readonly text: string }[];
  /** Paths (as in `files`) that the arguments name. */
  readonly selected: ReadonlySet<string>;
  /** Where a path of `files` or `documents` lies on disk. */
  readonly placeOf: ReadonlyMap<string, string>;
}

/** A jurisdiction's folder: six digits and a name. */
const JURISDICTION = /^\d{6}-/;

/** A folder that holds jurisdictions is a policies root: paths are relative to it, and its folders may inherit from each other. */
async function rootOf(start: string): Promise<string | undefined> {
  for (let folder = start, depth = 0; depth < 4; depth += 1) {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    if (entries.some((entry) => entry.isDirectory() && JURISDICTION.test(entry.name))) return folder;
    const above = dirname(folder);
    if (above === folder) return undefined;
    folder = above;
  }
  return undefined;
}

/** Every policy text and cited document under a folder, absolute, in an order that no language of the host changes. */
async function textsUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) found.push(...(await textsUnder(path)));
    else if (entry.name.endsWith('.yice') || isDocument(path)) found.push(path);
  }
  return found;
}

const isDocument = (path: string): boolean => path.endsWith('.txt') && dirname(path).endsWith(`${sep}sources`);

/** A path inside the root as the compiler knows it: relative, with /, composed (a Mac decomposes names). */
const nameOf = (root: string, path: string): string => relative(root, path).split(sep).join('/').normalize('NFC');

/**
 * Loads what the arguments name, one result per root, with everything else under that root for inheritance.
 * @throws Stop when an argument names nothing, or a text cannot be read
 */
export async function loadWorkspaces(paths: readonly string[]): Promise<Loaded[]> {
  const roots = new Map<string, string[]>();
  for (const path of paths) {
    const place = resolve(path);
    const kind = await kindOf(place);
    if (!kind) throw new Stop(EXIT.files, { zh: `没有 “${path}” 这个文件或目录`, en: `there is no file or folder “${path}”` });
    const folder = kind === 'folder' ? place : dirname(place);
    const root = (await rootOf(folder)) ?? folder;
    roots.set(root, [...(roots.get(root) ?? []), place]);
  }
  const loaded: Loaded[] = [];
  for (const [root, places] of roots) loaded.push(await loadRoot(root, places));
  if (loaded.every(({ selected }) => selected.size === 0)) {
    const where = paths.join('、');
    throw new Stop(EXIT.files, { zh: `“${where}” 里没有 .yice 文件`, en: `there is no .yice file in “${where}”` });
  }
  return loaded;
}

async function loadRoot(root: string, places: readonly string[]): Promise<Loaded> {
  const files: { path: string; text: string }[] = [];
  const documents: { path: string; text: string }[] = [];
  const selected = new Set<string>();
  const placeOf = new Map<string, string>();
  const asked = (path: string): boolean =>
    places.some((place) => path === place || path.startsWith(place.endsWith(sep) ? place : place + sep));
  for (const place of new Set([...(await textsUnder(root)), ...places.filter((path) => path.endsWith('.yice'))])) {
    const path = nameOf(root, place);
    placeOf.set(path, place);
    const text = await readText(place);
    if (!place.endsWith('.yice')) documents.push({ path, text });
    else {
      files.push({ path, text });
      if (asked(place)) selected.add(path);
    }
  }
  return { root, files, documents, selected, placeOf };
}

/** The jurisdictions' folders that the selection touches; `undefined` stands for texts that lie in none. */
export function foldersOf({ selected }: Loaded): (string | undefined)[] {
  const folders = [...selected].map((path) => (path.includes('/') ? path.slice(0, path.indexOf('/')) : undefined));
  return [...new Set(folders)];
}
