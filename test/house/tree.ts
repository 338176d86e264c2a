import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Paths of all files under the folders (or the files themselves), relative to the root with /, sorted. */
export function filesUnder(...places: readonly string[]): string[] {
  const found: string[] = [];
  for (const place of places) {
    for (const entry of readdirSync(join(ROOT, place), { withFileTypes: true, recursive: true })) {
      if (entry.isFile()) found.push(join(entry.parentPath, entry.name).slice(ROOT.length).replaceAll('\\', '/'));
    }
  }
  return found.sort();
}

export const textOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

export const isCode = (path: string): boolean => /\.(ts|tsx|mjs)$/.test(path);

/** The folders whose code is the product. */
export const PRODUCT = ['runtime', 'language', 'studio'] as const;

/** A plain text in quotes, a comment, or a regular expression where one can stand: what is not code. */
const NOT_CODE =
  /(?<comment>\/\/[^\n]*|\/\*[\s\S]*?\*\/)|(?<quoted>'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*")|(?<regex>(?<=[=(,:[!&|?{};\n]\s*)\/(?![/*])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n])+\/[a-z]*)|(?<template>`(?:\\[\s\S]|[^`\\])*`)/g;

const blank = (text: string): string => text.replace(/[^\n]/g, ' ');

/** The text with comments blanked out, and texts in quotes too unless asked to keep them (`quoted`: not the templates). Lines and columns stay. */
export function codeOf(text: string, keep: 'strings' | 'quoted' | 'nothing' = 'nothing'): string {
  return text.replace(NOT_CODE, (whole, ...rest) => {
    const groups: unknown = rest.at(-1);
    const isComment = typeof groups === 'object' && groups !== null && 'comment' in groups && groups.comment !== undefined;
    if (isComment) return blank(whole);
    if (keep === 'strings') return whole;
    const isTemplate = typeof groups === 'object' && groups !== null && 'template' in groups && groups.template !== undefined;
    if (keep === 'quoted' && !isTemplate) return whole;
    // What stands in ${ } of a template is code.
    return isTemplate ? whole.replace(/\$\{[^}]*\}|[^\n]/g, (part) => (part.length > 1 ? part : ' ')) : blank(whole);
  });
}

/** Places where a pattern stands, as "path:line  the line". */
export function placesOf(path: string, text: string, pattern: RegExp): string[] {
  const places: string[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (pattern.test(line)) places.push(`${path}:${index + 1}  ${line.trim().slice(0, 120)}`);
  }
  return places;
}

/** One import: the path of the file it names, or the package; `types` when nothing of it remains at run time. */
export interface Import {
  readonly from: string;
  readonly types: boolean;
}

const STATIC = /^\s*(?:import|export)\s+(?<typed>type\s)?(?<names>[^'";]*?)\s*from\s*['"](?<from>[^'"]+)['"]/gm;
const BARE = /^\s*import\s*['"](?<from>[^'"]+)['"]/gm;
const DYNAMIC = /\b(?:import\(|new\s+URL\()\s*['"](?<from>[^'"]+)['"]/g;

const isTypes = (names: string): boolean =>
  /^\{[\s\S]*\}$/.test(names) &&
  names
    .slice(1, -1)
    .split(',')
    .every((name) => name.trim() === '' || name.trim().startsWith('type '));

/** What a file imports, relative paths resolved against the root, a query such as ?raw cut off. */
export function importsOf(path: string, text: string): Import[] {
  const code = codeOf(text, 'quoted');
  const found: Import[] = [];
  const note = (from: string | undefined, types: boolean): void => {
    if (from) found.push({ from: resolved(path, from.replace(/\?.*$/, '')), types });
  };
  for (const match of code.matchAll(STATIC))
    note(match.groups?.from, match.groups?.typed !== undefined || isTypes(match.groups?.names ?? ''));
  for (const match of code.matchAll(BARE)) note(match.groups?.from, false);
  for (const match of code.matchAll(DYNAMIC)) note(match.groups?.from, false);
  return found;
}

function resolved(path: string, from: string): string {
  if (!from.startsWith('.')) return from;
  return new URL(from, `file:///${path}`).pathname.slice(1);
}
