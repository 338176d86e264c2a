import { describe, expect, it } from 'vitest';
import { DOORS, NEVER, ROOMS, typeReach } from './rooms.ts';
import { codeOf, filesUnder, type Import, importsOf, isCode, PRODUCT, textOf } from './tree.ts';

const inside = (path: string, place: string): boolean => (place.endsWith('/') ? path.startsWith(place) : path === place);
const roomOf = (path: string) => ROOMS.find((room) => inside(path, room.place));
const packageOf = (from: string): string =>
  from
    .split('/')
    .slice(0, from.startsWith('@') ? 2 : 1)
    .join('/');
const isPackage = (from: string): boolean => !/^(runtime|language|studio|policies|test)\//.test(from) && !from.startsWith('node:');
/** Styles, pictures and texts hold no code. */
const isAsset = (from: string): boolean => /\.(css|svg|png|woff2|md|txt|yice|json)$/.test(from);

/** What is wrong with one import, or nothing. */
function fault(path: string, { from, types }: Import): string | undefined {
  const room = roomOf(path);
  if (!room) return 'stands in no room of test/house/rooms.ts';
  if (from.startsWith('node:')) return path.startsWith('language/cli/') ? undefined : `imports ${from}`;
  if (isPackage(from)) {
    const doors = DOORS[packageOf(from)];
    if (path.startsWith('runtime/')) return `runtime has no dependency: ${from}`;
    if (!doors) return `${from} has no door in test/house/rooms.ts`;
    return doors.some((door) => inside(path, door)) ? undefined : `${from} has its door in ${doors.join(', ')}`;
  }
  if (types) return typeReach(path).some((place) => inside(from, place)) ? undefined : `types of ${from}`;
  const never = NEVER.find((rule) => inside(path, rule.place) && rule.of.some((place) => inside(from, place)));
  if (never) return `never ${from}`;
  if (isAsset(from)) return undefined;
  const ownView = /^studio\/views\/[^/]+\//.exec(path)?.[0];
  const own = ownView ?? room.place;
  if (inside(from, own) || room.may.some((place) => inside(from, place))) return undefined;
  return `${room.place} may not import ${from}`;
}

const files = filesUnder(...PRODUCT).filter(isCode);

describe('import directions', () => {
  it('every file stands in a room and imports only what its room may', () => {
    const faults = files.flatMap((path) => {
      const homeless = roomOf(path) ? [] : [`${path}: stands in no room of test/house/rooms.ts`];
      const wrong = importsOf(path, textOf(path)).flatMap((one) => fault(path, one) ?? []);
      return [...homeless, ...wrong.map((what) => `${path}: ${what}`)];
    });
    expect(faults).toEqual([]);
  });

  it('every room is lived in', () => {
    // Rooms of the plan that later work moves into.
    const later = ['language/compare/', 'language/coverage/', 'language/fixes/', 'studio/importers/', 'studio/exporters/'];
    const empty = ROOMS.filter((room) => !later.includes(room.place) && !files.some((path) => roomOf(path) === room));
    expect(empty.map((room) => room.place)).toEqual([]);
  });

  it('only the two public surfaces are folder indexes', () => {
    expect(files.filter((path) => /(^|\/)index\.tsx?$/.test(path)).sort()).toEqual(['language/index.ts', 'runtime/index.ts']);
  });

  it.each([
    ['runtime/money/fen.ts', { from: 'runtime/ir/types.ts', types: false }],
    ['runtime/ir/validate.ts', { from: 'language/index.ts', types: true }],
    ['runtime/evaluate/evaluate.ts', { from: 'chevrotain', types: false }],
    ['language/4-lower/table.ts', { from: 'language/2-syntax/visit.ts', types: false }],
    ['language/3-check/check.ts', { from: 'node:fs', types: false }],
    ['language/diagnostics/names.ts', { from: 'language/3-check/names.ts', types: false }],
    ['language/index.ts', { from: 'language/cli/main.ts', types: false }],
    ['studio/views/write/Write.tsx', { from: 'studio/views/simulate/select.ts', types: false }],
    ['studio/views/write/Write.tsx', { from: 'monaco-editor/editor', types: false }],
    ['studio/store/analysis.ts', { from: 'react', types: false }],
    ['language/elsewhere/thing.ts', { from: 'runtime/index.ts', types: false }],
  ])('sees that %s may not import %j', (path, one) => {
    expect(fault(path, one)).toBeDefined();
  });
});

describe('reading imports', () => {
  it.each([
    ["import { a } from './b.ts';", [{ from: 'runtime/x/b.ts', types: false }]],
    ["import type { a } from '../b.ts';", [{ from: 'runtime/b.ts', types: true }]],
    ["import {\n  type A,\n  type B,\n} from './b.ts';", [{ from: 'runtime/x/b.ts', types: true }]],
    ["import { type A, b } from './b.ts';", [{ from: 'runtime/x/b.ts', types: false }]],
    ["export * from './b.ts';", [{ from: 'runtime/x/b.ts', types: false }]],
    ["export type { A } from './b.ts';", [{ from: 'runtime/x/b.ts', types: true }]],
    ["import './b.css';", [{ from: 'runtime/x/b.css', types: false }]],
    ["const view = () => import('./b.ts');", [{ from: 'runtime/x/b.ts', types: false }]],
    ["new Worker(new URL('./b.worker.ts', import.meta.url))", [{ from: 'runtime/x/b.worker.ts', types: false }]],
    ["import Worker from './b.ts?worker';", [{ from: 'runtime/x/b.ts', types: false }]],
    ["import a from 'chevrotain';", [{ from: 'chevrotain', types: false }]],
    ["// import { a } from './b.ts';", []],
    ["/*\nimport { a } from './b.ts';\n*/", []],
  ])('%j', (text, imports) => {
    expect(importsOf('runtime/x/a.ts', text)).toEqual(imports);
  });

  it.each([
    ["a('fetch(') + fetch(b)", 'a( ) + fetch(b)'],
    ['x // new Date(\ny', 'x y'],
    ['/* fetch( */z', ' z'],
    ["s.replace(/fetch\\(|'/g, a)", 's.replace( , a)'],
    ['`a \x24{fetch(b)} c`', ' \x24{fetch(b)} '],
    ["'it\\'s' + b", ' + b'],
  ])('tells code from text in %j', (text, code) => {
    expect(codeOf(text)).toHaveLength(text.length);
    expect(codeOf(text).replace(/\s+/g, ' ')).toBe(code);
  });
});
