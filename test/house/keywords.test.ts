import { describe, expect, it } from 'vitest';
import { KEYWORD_IDS, KEYWORDS } from '../../language/keywords.ts';
import { codeOf, filesUnder, isCode, textOf } from './tree.ts';

const words = KEYWORD_IDS.map((id) => KEYWORDS[id]);
const repeated = (texts: readonly string[]): string[] => texts.filter((text, index) => texts.indexOf(text) !== index);

/** Words of the core's reserved list, in both languages at once. */
const RESERVED = '如果 则 否则 当 且 或 非 是 含 每 从 经 待定 暂按 任意 其他 逐项 依次于 期初'.split(' ');

/** Passes that read and write text: where a keyword spelled by hand would escape the other language. */
const READERS = ['language/1-tokens', 'language/2-syntax', 'language/format'];

/** Where a Chinese spelling stands alone for a reason. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'language/1-tokens/literals.ts': 'what may follow a unit without a space, which only Chinese does',
  'language/1-tokens/scan.ts': 'the word to write for a sign that is none',
  'language/format/layout.ts': 'Chinese glues it to its number',
};
/** Prints whole sentences in one spelling, which the formatter puts into the other; what it prints is read back in a test. */
const PRINTER = 'language/format/print/';

/** A name for people stands beside its English one. */
const BESIDE_ENGLISH = /\['[\p{Script=Han}·]+', ['"`][^'"`]*['"`]\]|zh: '[^']*'/gu;

describe('keywords', () => {
  it('have one spelling in each language, and no two share one', () => {
    expect(repeated(words.map(({ zh }) => zh))).toEqual([]);
    expect(repeated(words.map(({ en }) => en))).toEqual([]);
    expect(words.filter(({ zh, en }) => !/^[\p{Script=Han}·]+$/u.test(zh) || !/^[a-z]+(_[a-z]+)*$/.test(en))).toEqual([]);
  });

  it('reserve nineteen words and no more', () => {
    expect(
      words
        .filter(({ group }) => group === 'reserved')
        .map(({ zh }) => zh)
        .sort(),
    ).toEqual([...RESERVED].sort());
  });

  it('are spelled only in keywords.ts', () => {
    const spellings = new Set(words.map(({ zh }) => zh));
    const places = filesUnder(...READERS)
      .filter((path) => isCode(path) && !(path in EXCEPTIONS) && !path.startsWith(PRINTER))
      .flatMap((path) =>
        [
          ...codeOf(textOf(path), 'strings')
            .replace(BESIDE_ENGLISH, '')
            .matchAll(/'([\p{Script=Han}·]+)'/gu),
        ].map(([, word = '']) => ({ path, word })),
      )
      .filter(({ word }) => spellings.has(word));
    expect(places.map(({ path, word }) => `${path}: ${word}`)).toEqual([]);
  });

  it('stand in the grammar, each of them', () => {
    const grammar = textOf('language/GRAMMAR.md');
    // Names that the language gives (functions, the amounts of a benefit) are read as any other name is.
    const given = ['function', 'member', 'status'];
    expect(words.filter(({ zh, group }) => !given.includes(group) && !grammar.includes(zh)).map(({ zh }) => zh)).toEqual([]);
  });
});
