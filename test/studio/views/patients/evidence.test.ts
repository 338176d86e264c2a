import { describe, expect, it } from 'vitest';
import { quotePieces } from '../../../../studio/views/patients/evidence.ts';

const marked = (...given: Parameters<typeof quotePieces>): string | undefined => quotePieces(...given).find((piece) => piece.marked)?.text;
const RATIOS = '三级定点医疗机构:在职职工报销50%、退休职工60%;二级及以下定点医疗机构、符合条件的定点零售药店:在职职工报销60%、退休职工70%';

describe('the part of a sentence that is marked', () => {
  it.each([
    ['the number of the row', RATIOS, '门诊比例[三级, 在职]', '50%', '在职职工报销50%、'],
    ['of two of one size, the one of the row', RATIOS, '门诊比例[二级, 在职]', '60%', '在职职工报销60%、'],
    ['not a longer number', '每年1500元,另加500元', undefined, '500.00', '另加500元'],
    ['not a share of that size', '按50%报销,最高50元', undefined, '50.00', '最高50元'],
    ['an amount in 万', '由20萬元統一,提高到30萬元', undefined, '300000.00', '提高到30萬元'],
    ['an amount with separators', '由1,000元,提高到2,000元', undefined, '2000.00', '提高到2,000元'],
    ['nothing where neither stands in it', '另行规定', '表[三级]', '50%', undefined],
  ])('%s', (_, quote, row, value, piece) => {
    expect(marked(quote, row, value)).toBe(piece);
    expect(
      quotePieces(quote, row, value)
        .map(({ text }) => text)
        .join(''),
    ).toBe(quote);
  });
});
