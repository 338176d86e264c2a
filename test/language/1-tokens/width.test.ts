import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, isHan } from '../../../language/1-tokens/width.ts';

describe('width', () => {
  it.each([
    ['（）｛｝［］【】', '(){}[][]'],
    ['，；：％＝＜＞｜＼．', ',;:%=<>|\\.'],
    ['。', ';'],
    ['＋－−×＊', '+--××'],
    ['～—–', '~~~'],
    ['０１９ＡＺａｚ＿', '019AZaz_'],
    ['\u3000\u00a0\t', '   '],
    ['、“”≥≤·', '、“”≥≤·'],
    ['起付线', '起付线'],
  ])('%s folds to %s', (from, to) => expect(fold(from)).toBe(to));

  it('never moves an offset', () => fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => fold(text).length === text.length)));
  it('folds what is folded to itself', () =>
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => fold(fold(text)) === fold(text))));

  it.each([
    ['一', true],
    ['〇', true],
    ['々', true],
    ['·', true],
    ['𠀀', true],
    ['a', false],
    ['１', false],
    ['、', false],
    ['あ', false],
  ])('%s is Han: %s', (one, han) => expect(isHan(one.codePointAt(0) ?? 0)).toBe(han));
});
