import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from '../../../language/2-syntax/parse.ts';
import { format } from '../../../language/format/format.ts';
import { anyText, mutatedPolicy, soupInBlock, tokenSoup } from '../../kit/arbitraries/text.ts';
import { faultOf } from '../../kit/spans.ts';

const TEXTS = [
  ['any characters', anyText],
  ['words in any order', tokenSoup],
  ['words in any order inside a block', soupInBlock],
  ['a policy with pieces changed', mutatedPolicy],
] as const;

describe.each(TEXTS)('%s', (_, texts) => {
  it('are read without a throw, every span inside the text, complete exactly when nothing is wrong', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(faultOf(text, parse({ path: 'a.yice', text }))).toBeUndefined();
      }),
      { numRuns: Number(process.env.RUNS ?? 300) },
    );
  });

  it('come back unchanged from the formatter when they cannot be read whole', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { complete } = parse({ path: '', text }).tree;
        const laid = format(text);
        if (!complete) expect(laid).toMatchObject({ text, changed: false });
        else
          expect(format(laid.text)).toMatchObject({
            text: laid.text,
            changed: false,
            diagnostics: laid.diagnostics.map(() => expect.anything()),
          });
      }),
      { numRuns: Number(process.env.RUNS ?? 200) },
    );
  });
});
