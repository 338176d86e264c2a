import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { KEYWORD_IDS, KEYWORDS, UNITS } from '../../../language/keywords.ts';

const ROOT = join(import.meta.dirname, '../../..');

/** The path and text of every file of rules under policies/. */
export const policyTexts: readonly { readonly path: string; readonly text: string }[] = readdirSync(join(ROOT, 'policies'), {
  recursive: true,
  encoding: 'utf8',
})
  .filter((path) => path.endsWith('.yice'))
  .sort()
  .map((path) => ({ path, text: readFileSync(join(ROOT, 'policies', path), 'utf8') }));

const words = KEYWORD_IDS.flatMap((id) => [KEYWORDS[id].zh, KEYWORDS[id].en]);
const units = UNITS.flatMap(({ zh, en }) => [zh, en]);
const signs = [
  '{',
  '}',
  '(',
  ')',
  '[',
  ']',
  '|',
  '→',
  '＼',
  ':',
  '：',
  '.',
  ',',
  '，',
  '、',
  ';',
  '；',
  '。',
  '+',
  '-',
  '－',
  '×',
  '*',
  '÷',
  '/',
  '=',
  '＝',
  '≠',
  '!=',
  '<',
  '≤',
  '<=',
  '>',
  '≥',
  '～',
  '—',
];
const odd = [
  '“',
  '”',
  '"',
  '‘',
  '《',
  '@',
  '#',
  '\u200b',
  '\ufeff',
  '\u3000',
  '\t',
  '\\',
  '😀',
  '\ud800',
  'é',
  '𠀀',
  '％',
  '２',
  '//',
  '// 说明',
  '\r\n',
  '\n',
];
const literals = [
  '0',
  '007',
  '1.5',
  '1.2.3',
  '12,300元',
  '1,450',
  '64%',
  '7个百分点',
  '1.3万元',
  '2 以上',
  '2023-03-15',
  '2023年3月15日',
  '2023-02-30',
  '2023/1/1',
  '5岁',
  '“原文”',
  '"text"',
  '“套“叠”引”',
];
const names = ['甲', '住院', '住院标准', '当金额', '适用医疗类别', '医疗类别是', 'x', 'in_scope', '2型', 'A类', '云·南'];

/** One piece of text, from the language's own words to what nobody should type. */
const piece = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...words) },
  { weight: 4, arbitrary: fc.constantFrom(...names) },
  { weight: 4, arbitrary: fc.constantFrom(...signs) },
  { weight: 3, arbitrary: fc.constantFrom(...literals) },
  { weight: 1, arbitrary: fc.constantFrom(...units) },
  { weight: 1, arbitrary: fc.constantFrom(...odd) },
);

/** Words of the language in any order. */
export const tokenSoup = fc
  .array(fc.tuple(piece, fc.constantFrom('', ' ', ' ', '\n', '  ')), { maxLength: 80 })
  .map((pieces) => pieces.map(([one, gap]) => one + gap).join(''));

/** The words of the soup inside the block of a policy, a benefit, an amendment or a scenario. */
export const soupInBlock = fc
  .tuple(
    fc.constantFrom('政策 “甲” {\n', '政策 “甲” {\n待遇 住院 {\n', '修订 “甲” {\n', '示例 “甲” 于 “乙” {\n期望 {\n', ''),
    tokenSoup,
    fc.constantFrom('\n}', '\n}\n}', ''),
  )
  .map(([open, soup, close]) => open + soup + close);

/** A real policy with a few of its pieces changed, dropped, doubled or moved. */
export const mutatedPolicy = fc
  .record({
    source: fc.constantFrom(...policyTexts.map(({ text }) => text)),
    cuts: fc.array(
      fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.nat(12), insert: fc.oneof(piece, fc.constant('')) }),
      { minLength: 1, maxLength: 4 },
    ),
  })
  .map(({ source, cuts }) =>
    cuts.reduce((text, { at, length, insert }) => {
      const start = Math.floor(at * text.length);
      return text.slice(0, start) + insert + text.slice(start + length);
    }, source),
  );

/** Any characters at all, lone surrogates among them. */
export const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.string({ maxLength: 300 }),
);
