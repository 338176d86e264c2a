import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuote, fold, nearestSentence } from '../../../../language/3-check/analyses/folding.ts';

const text =
  '起付标准（门槛费）：实行累计计算，一年只扣一次，在职职工２００元／年。\n    三级定点医疗机构：在职职工报销50%、退休职工60%；其他不变。';
const find = (quote: string, document = text): string | undefined => {
  const place = findQuote(fold(quote), fold(document));
  return place && document.slice(place.start, place.end);
};

describe('quotes', () => {
  it.each([
    ['一年只扣一次,在职职工200元/年', '一年只扣一次，在职职工２００元／年'],
    ['200元/年。 三级定点', '２００元／年。\n    三级定点'],
    ['报销 50 %', '报销50%'],
    ['在職職工', undefined],
    ['报销五十%', undefined],
    ['', undefined],
  ])('%s', (quote, place) => {
    expect(find(quote)).toBe(place);
  });

  it('every piece of a document is found in it, however spaced', () => {
    const letters = fc.string({ unit: fc.constantFrom('付', '元', '，', '２', '2', ' ', '\n', '。'), minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(letters, fc.nat(), fc.nat(), (document, a, b) => {
        const [start, end] = [a % document.length, b % document.length].sort((x, y) => x - y);
        const quote = document.slice(start, (end ?? 0) + 1);
        fc.pre(fold(quote).text !== '');
        const place = findQuote(fold(`　${[...quote].join(' ')}`), fold(document));
        expect(place && fold(document.slice(place.start, place.end)).text).toBe(fold(quote).text);
      }),
    );
  });

  it.each([
    ['在职职工报销55%、退休职工60%', { same: '在职职工报销', here: '55%、退休职工60%', there: '50%、退休职工60%;' }],
    ['实行按年计算，一年只扣一次，在职职工200元/年', { same: '实行', here: '按年计算,一年只扣一次,', there: '累计计算,一年只扣一次,' }],
    ['完全没有写过的一句话而已', { same: '', here: '', there: '' }],
  ])('%s: the first place that differs', (quote, { same, here, there }) => {
    const difference = nearestSentence(fold(quote), fold(text), text);
    expect(difference).toMatchObject({ same: expect.stringContaining(same.slice(-4)), here, there });
    if (same === '') expect(difference.sentence).toBe('');
    else expect(text).toContain(difference.sentence);
  });
});
