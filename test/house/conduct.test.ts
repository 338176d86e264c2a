import { describe, expect, it } from 'vitest';
import { codeOf, filesUnder, isCode, PRODUCT, placesOf, textOf } from './tree.ts';

const files = filesUnder(...PRODUCT, 'test', '.ci').filter((path) => isCode(path));
const pages = filesUnder('.').filter(
  (path) =>
    /\.(ts|tsx|mjs|md|yice|json|html|css)$/.test(path) &&
    !/^(node_modules|dist|\.git|\.vitest)\/|^package-lock\.json$|\/sources\//.test(path),
);
const here = 'test/house/conduct.test.ts';

const in_ = (paths: readonly string[], pattern: RegExp, code: (text: string) => string): string[] =>
  paths.filter((path) => path !== here).flatMap((path) => placesOf(path, code(textOf(path)), pattern));

describe('conduct', () => {
  it('no test is skipped, focused or left to be written', () => {
    const tests = files.filter((path) => path.startsWith('test/') && path !== 'test/house/closing-line.test.ts');
    expect(in_(tests, /\b(it|test|describe|suite)\s*\.\s*(skip|only|todo|fails|skipIf|runIf)\b|\bx(it|describe)\s*\(/, codeOf)).toEqual([]);
  });

  it('no hole in the types', () => {
    // Laid-out code has no space before the colon of a type; a conditional has.
    const holes = /\S:\s*any\b|\bas\s+any\b|<any>|\bas\s+unknown\s+as\b/;
    expect(in_(files, holes, codeOf)).toEqual([]);
    expect(in_(files, /@ts-(ignore|expect-error|nocheck)/, (text) => text)).toEqual([]);
  });

  it('a lint rule is set aside only with a reason', () => {
    const bare = /biome-ignore\b(?!(-all)? [\w/]+: \w.{4,})/;
    expect(in_(files, bare, (text) => text)).toEqual([]);
  });

  it('nothing is marked to be done later', () => {
    expect(in_(files, /\b(TODO|FIXME|XXX|HACK)\b/, (text) => text)).toEqual([]);
  });

  it('pages and code speak of the product, not of the machine or the hand that made it', () => {
    const words = [
      /\/work\/(main|shared)/,
      /\/tmp\//,
      /\/(root|home\/\w+)\//,
      /registry\.npmjs|deb\.debian/,
      /\b(chat|language model|prompt|AI assistant|copilot|claude|gpt)\b/i,
      /\bthe lead\b|\bsubagent|\bcoding agent/i,
    ];
    expect(words.flatMap((pattern) => in_(pages, pattern, (text) => text))).toEqual([]);
  });
});
