import { describe, expect, it } from 'vitest';
import { Grammar } from '../../../language/2-syntax/grammar.ts';
import { parse } from '../../../language/2-syntax/parse.ts';
import { format } from '../../../language/format/format.ts';
import { isBuiltInName, KEYWORD_IDS, KEYWORDS, keywordOf } from '../../../language/keywords.ts';
import { blocks, inFile, productions, sentences, terminals } from '../../kit/grammar-page.ts';

// Validated: a rule that can never be reached, or reads itself first, is a mistake found here.
const rules = Object.keys(new Grammar(true).getGAstProductions());

describe('the grammar page', () => {
  it('has a production for every rule of the parser', () => expect(rules.filter((rule) => !productions.includes(rule))).toEqual([]));
  it('has no production but those of the parser', () => expect(productions.filter((one) => !rules.includes(one))).toEqual([]));
  it('has each production once', () => expect([...new Set(productions)]).toEqual(productions));
  it('spells only keywords and signs', () =>
    expect(terminals.filter((one) => /\p{Script=Han}/u.test(one) && keywordOf(one) === undefined)).toEqual([]));
  it('asks for every keyword somewhere', () => {
    const shown = new Set(terminals);
    const silent = KEYWORD_IDS.filter((id) => !isBuiltInName(id) && !id.startsWith('round') && !shown.has(KEYWORDS[id].zh));
    expect(silent).toEqual([]);
  });
  it('shows every sentence in both languages', () => expect(sentences.length * 2).toBe(blocks));
});

describe.each(sentences)('the sentence of $rule', (sentence) => {
  const zh = inFile(sentence, sentence.zh, 'zh');
  const en = inFile(sentence, sentence.en, 'en');
  it('reads in Chinese', () => expect(parse({ path: '', text: zh }).diagnostics).toEqual([]));
  it('reads in English', () => expect(parse({ path: '', text: en }).diagnostics).toEqual([]));
  it('is laid out as the formatter does', () => expect(format(zh).text).toBe(zh));
  it('becomes the English one', () => expect(format(zh, 'en').text).toBe(en));
  it('becomes the Chinese one again', () => expect(format(en, 'zh').text).toBe(zh));
});
