import { describe, expect, it } from 'vitest';
import { vocabulary } from '../../runtime/vocabulary.ts';
import { codeOf, filesUnder, isCode, PRODUCT, placesOf, textOf } from './tree.ts';

const files = filesUnder(...PRODUCT, 'test', '.ci').filter(isCode);

/** A name that says nothing about what is inside collects everything. */
const NO_NAME = /(^|[-./])(utils?|helpers?|common|managers?|data|misc|stuff|shared)([-./]|$)/i;
/** The studio's own words that several views say. */
const ALLOWED = new Set(['studio/strings/common.ts']);

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|page\.test|worker|d))*\.(ts|tsx|mjs)$/;
const PASCAL = /^[A-Z][A-Za-z0-9]*(\.(test|page\.test))?\.tsx$/;
const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/**
 * One word per concept; the right side is the word. Looked for in what people read and in names of code.
 */
const SYNONYMS: readonly (readonly [RegExp, string])[] = [
  [/免赔额|自付线|门槛费/, '起付线'],
  [/报销率|支付比例|赔付比例/, '报销比例'],
  [/封顶线|封顶额|最高支付限额/, '限额'],
  [/国家医保局接口|国标字段/, '接口'],
  [/就医记录|诊疗记录/, '就诊'],
  [/\breimbursement rate\b|\bpayment rate\b/i, 'ratio'],
  [/\bout-of-pocket maximum\b|\bceiling amount\b/i, 'cap'],
];

/** Files whose sentences people read. */
const SPOKEN = /^(language\/diagnostics\/|language\/cli\/|runtime\/explain\/|studio\/).*\.(ts|tsx)$/;

/** Each declared name that has an interface field, with that field. */
function interfaceNames(text: string): { readonly name: string; readonly field: string }[] {
  const declarations = text.split(/^(?=\s*(?:字段|付方|费用)\s)/m);
  return declarations.flatMap((declaration) => {
    if (/^\s*费用/.test(declaration)) {
      return [...declaration.matchAll(/([\p{Script=Han}·]+)\s+接口 “(\w+)”/gu)].map(([, name = '', field = '']) => ({ name, field }));
    }
    const name = /^\s*(?:字段|付方)\s+([\p{Script=Han}·]+)/u.exec(declaration)?.[1];
    const field = /接口 “(\w+)”/.exec(declaration)?.[1];
    return name && field ? [{ name, field }] : [];
  });
}

describe('names', () => {
  it('of files say what is inside', () => {
    const vague = files.filter((path) => NO_NAME.test(path) && !ALLOWED.has(path));
    expect(vague).toEqual([]);
  });

  it('of files are kebab-case, of components PascalCase', () => {
    expect(files.filter((path) => !KEBAB.test(nameOf(path)) && !PASCAL.test(nameOf(path)))).toEqual([]);
  });

  it('of concepts have one spelling', () => {
    const spoken = files.filter((path) => SPOKEN.test(path));
    const places = SYNONYMS.flatMap(([pattern, word]) =>
      spoken.flatMap((path) => placesOf(path, codeOf(textOf(path), 'strings'), pattern).map((place) => `${word}: ${place}`)),
    );
    expect(places).toEqual([]);
  });

  it('of the national interface are spelled alike in vocabulary.ts and in the national vocabulary', () => {
    const declared = interfaceNames(textOf('policies/000000-国家/词汇.yice'));
    const terms = Object.values(vocabulary);
    const differing = declared.filter(({ name, field }) => {
      const known = terms.filter((term) => term.field !== undefined && (term.zh === name || term.field === field));
      return known.length > 0 && !known.some((term) => term.zh === name && term.field === field);
    });
    expect(declared.length).toBeGreaterThan(10);
    expect(differing).toEqual([]);
  });

  it.each(['runtime/utils.ts', 'language/money-helpers.ts', 'runtime/data/x.ts', 'studio/common/a.ts'])('sees %s', (path) => {
    expect(NO_NAME.test(path)).toBe(true);
  });

  it.each(['language/4-lower/dataset-of.ts', 'runtime/money/fen.ts', 'language/1-tokens/commonality.ts'])('leaves %s', (path) => {
    expect(NO_NAME.test(path)).toBe(false);
  });
});
