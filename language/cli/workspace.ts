import { readdir } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Words } from '../diagnostics/diagnostic.ts';
import { EXIT, Stop } from './exits.ts';
import { kindOf, readText } from './files.ts';
import { neededBy, related, type Spoken, spokenIn } from './related.ts';

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

async function holdsJurisdictions(folder: string): Promise<boolean> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.some((entry) => entry.isDirectory() && JURISDICTION.test(entry.name));
}

/** The folder and those above it, nearest first. */
function* upwards(start: string): Generator<string> {
  let folder = start;
  for (; dirname(folder) !== folder; folder = dirname(folder)) yield folder;
  yield folder;
}

/** Jurisdictions lie at most so deep above a text: amendments/ and one more. */
const DEPTH = 4;

/** The policies root a folder is or lies in: one that holds jurisdictions. Paths are relative to it, and its folders may inherit from each other. */
export async function policiesRoot(start: string): Promise<string | undefined> {
  for (const folder of [...upwards(start)].slice(0, DEPTH)) if (await holdsJurisdictions(folder)) return folder;
  return undefined;
}

/** Where the command itself stands: the policies that came with it are at hand wherever it is called. */
const HERE = dirname(fileURLToPath(import.meta.url));

/** The policies root beside a text that lies in none: `policies` in a folder above it, else above where the command runs, else its own. */
async function rootBeside(start: string): Promise<string | undefined> {
  for (const folder of [start, process.cwd(), HERE].flatMap((place) => [...upwards(place)])) {
    const beside = join(folder, 'policies');
    if (await holdsJurisdictions(beside)) return beside;
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
 * Loads what the arguments name. In a policies root: one result, with everything under that root for inheritance. Outside of one: a result
 * for each text with those that speak of it, and with what they take from the policies root beside.
 * @throws Stop when an argument names nothing, or a text cannot be read
 */
export async function loadWorkspaces(paths: readonly string[]): Promise<Loaded[]> {
  const roots = new Map<string, string[]>();
  const apart = new Map<string, string[]>();
  for (const path of paths) {
    const place = resolve(path);
    const kind = await kindOf(place);
    if (!kind) throw new Stop(EXIT.files, absent(path, paths.length === 1));
    const folder = kind === 'folder' ? place : dirname(place);
    const root = await policiesRoot(folder);
    const [places, key] = root === undefined ? [apart, folder] : [roots, root];
    places.set(key, [...(places.get(key) ?? []), place]);
  }
  const loaded: Loaded[] = [];
  for (const [root, places] of roots) loaded.push(await loadRoot(root, places));
  for (const [folder, places] of apart) loaded.push(...(await loadApart(folder, places)));
  if (loaded.every(({ selected }) => selected.size === 0)) {
    const where = paths.join('、');
    const files = (await Promise.all(paths.map((path) => kindOf(resolve(path))))).every((kind) => kind === 'file');
    throw new Stop(
      EXIT.files,
      files
        ? { zh: `“${where}” 不是 .yice 文件`, en: `“${where}” is no .yice file` }
        : { zh: `“${where}” 里没有 .yice 文件`, en: `there is no .yice file in “${where}”` },
    );
  }
  return loaded;
}

/** Where nothing was named, `policies` was meant: in a project of somebody else there is none. */
function absent(path: string, only: boolean): Words {
  const hint = only && path === 'policies';
  return {
    zh: `没有 “${path}” 这个文件或目录${hint ? '；写明政策所在的目录' : ''}`,
    en: `there is no file or folder “${path}”${hint ? '; name the folder of the policies' : ''}`,
  };
}

interface Text {
  readonly path: string;
  readonly text: string;
  /** On disk. */
  readonly place: string;
}

async function textsOf(root: string, places: Iterable<string>): Promise<Text[]> {
  const texts: Text[] = [];
  for (const place of places) texts.push({ path: nameOf(root, place), text: await readText(place), place });
  return texts;
}

function loadedOf(root: string, texts: readonly Text[], asked: (text: Text) => boolean): Loaded {
  const [files, documents] = [texts.filter(isPolicy), texts.filter((text) => !isPolicy(text))];
  return {
    root,
    files: files.map(({ path, text }) => ({ path, text })),
    documents: documents.map(({ path, text }) => ({ path, text })),
    selected: new Set(files.filter(asked).map(({ path }) => path)),
    placeOf: new Map(texts.map(({ path, place }) => [path, place])),
  };
}

const isPolicy = ({ path }: Text): boolean => path.endsWith('.yice');

const asksFor =
  (places: readonly string[]) =>
  ({ place }: Text): boolean =>
    places.some((asked) => place === asked || place.startsWith(asked.endsWith(sep) ? asked : asked + sep));

async function loadRoot(root: string, places: readonly string[]): Promise<Loaded> {
  const named = places.filter((path) => path.endsWith('.yice'));
  return loadedOf(root, await textsOf(root, new Set([...(await textsUnder(root)), ...named])), asksFor(places));
}

/** Texts that lie in no policies root are known by the name of their folder and what comes below it. */
async function loadApart(folder: string, places: readonly string[]): Promise<Loaded[]> {
  const root = dirname(folder);
  const named = places.filter((path) => path.endsWith('.yice'));
  const own = await textsOf(root, new Set([...(await textsUnder(folder)), ...named]));
  const beside = await rootBeside(folder);
  const lent = beside === undefined ? [] : await textsOf(beside, await textsUnder(beside));
  const asked = asksFor(places);
  const spoken = lent.filter(isPolicy).map(spokenIn);
  return related(own.filter(isPolicy).map(spokenIn))
    .filter((group) => group.some(({ of }) => asked(of)))
    .map((group) => loadedOf(root, [...textsFor(group, own), ...textsFor(neededBy(group, spoken), lent)], asked));
}

/** The texts with the documents in the folders that they cite from. */
function textsFor(group: readonly Spoken<Text>[], all: readonly Text[]): readonly Text[] {
  const folders = new Set(group.map(({ of }) => topOf(of)));
  return [...group.map(({ of }) => of), ...all.filter((text) => !isPolicy(text) && folders.has(topOf(text)))];
}

const topOf = ({ path }: Text): string => path.slice(0, Math.max(0, path.indexOf('/')));

/** The folders that the selection touches, of jurisdictions or of texts that lie in none; `undefined` stands for texts beside the jurisdictions. */
export function foldersOf({ selected }: Loaded): (string | undefined)[] {
  const folders = [...selected].map((path) => (path.includes('/') ? path.slice(0, path.indexOf('/')) : undefined));
  return [...new Set(folders)];
}
