import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from '../../../language/2-syntax/parse.ts';
import { format } from '../../../language/format/format.ts';
import { sentence } from '../../kit/arbitraries/sentence.ts';
import { policyTexts } from '../../kit/arbitraries/text.ts';
import { meaning } from '../../kit/spans.ts';

const treeOf = (text: string): unknown => meaning(parse({ path: '', text }).tree);
const runs = { numRuns: Number(process.env.RUNS ?? 150) };
const holds = (law: (text: string) => void): void => {
  for (const { text } of policyTexts) law(text);
  fc.assert(fc.property(sentence, law), runs);
};

describe('layout, for every text that can be read whole', () => {
  it('changes nothing the second time', () =>
    holds((text) => {
      const { text: once } = format(text);
      expect(format(once)).toMatchObject({ text: once, changed: false });
    }));

  it('says the same as before', () =>
    holds((text) => {
      expect(treeOf(format(text).text)).toEqual(treeOf(text));
    }));

  it('says the same in the other language', () =>
    holds((text) => {
      expect(treeOf(format(text, 'en').text)).toEqual(treeOf(text));
      expect(treeOf(format(text, 'zh').text)).toEqual(treeOf(text));
    }));

  it('comes back from the other language letter for letter', () =>
    holds((text) => {
      const { text: zh } = format(text, 'zh');
      const { text: en } = format(zh, 'en');
      expect(format(en, 'zh').text).toBe(zh);
      expect(format(zh, 'en').text).toBe(en);
    }));

  it('keeps every remark', () =>
    holds((text) => {
      const remarks = (of: string): string[] =>
        parse({ path: '', text: of })
          .tokens.filter(({ kind }) => kind === 'comment')
          .map((one) => one.text.slice(2).trimEnd());
      expect(remarks(format(text, 'en').text)).toEqual(remarks(text));
    }));
});
