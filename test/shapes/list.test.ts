/** The list of shapes in the manual against the examples on disk. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const FOLDER = 'test/shapes';
const PAGE = 'language/manual/shapes.md';
/** Rule shapes and variations of order. */
const SHAPES = [...Array.from({ length: 50 }, (_, index) => `${index + 1}`), ...Array.from({ length: 12 }, (_, index) => `V${index + 1}`)];

const page = readFileSync(PAGE, 'utf8');
const rows = new Map(
  [...page.matchAll(/^\| (V?\d+) \|.*$/gmu)].map(([row, shape = '']) => [
    shape,
    [...row.matchAll(/\]\(([^)]+)\)/gu)].map(([, link = '']) => link),
  ]),
);
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.yice'));

/** `03-…`, `V2-…`, `30-31-…`: the shapes that a file shows. */
const shapesOf = (name: string): readonly string[] =>
  (/^V?\d+(?:[-、]V?\d+)*/u.exec(name)?.[0] ?? '').split(/[-、]/u).map((shape) => shape.replace(/^(V?)0+/u, '$1'));

describe('the list of shapes', () => {
  it('has each of the 62 once', () => {
    expect([...rows.keys()]).toEqual(SHAPES);
  });

  it('links to files that are there', () => {
    expect([...rows.values()].flat().filter((link) => !existsSync(join('language/manual', link)))).toEqual([]);
  });

  it('links to every example, from each shape that it shows', () => {
    const listed = (shape: string): readonly string[] => (rows.get(shape) ?? []).map((link) => basename(link));
    const known = (name: string): readonly string[] => shapesOf(name).filter((shape) => rows.has(shape));
    expect(files.filter((name) => !page.includes(`/${name})`) || known(name).some((shape) => !listed(shape).includes(name)))).toEqual([]);
  });

  const shown = SHAPES.filter((shape) => (rows.get(shape) ?? []).length > 0);
  it(`has an example of every shape: ${shown.length} of ${SHAPES.length}`, () => {
    expect(SHAPES.filter((shape) => !shown.includes(shape))).toEqual([]);
  });
});
