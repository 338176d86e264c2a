import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearest, shape } from '../../../language/3-check/near.ts';

const names = ['起付标准', '门诊统筹', '门诊慢性病', '报销比例', '年门诊起付', 'in_scope'];

describe('the nearest name', () => {
  it.each([
    ['起伏标准', '起付标准'],
    ['门诊统仇', '门诊统筹'],
    ['慢性病', '门诊慢性病'],
    ['门诊慢性病待遇', '门诊慢性病'],
    ['in_scop', 'in_scope'],
  ])('to %s is %s', (written, wanted) => expect(nearest(written, names)).toBe(wanted));

  it.each(['筹资', '甲', '', '统筹基金支付的全部费用之和超过上年度平均工资六倍的部分以外的其余金额全部合计数目加起来'])(
    'to “%s” is none',
    (written) => expect(nearest(written, names)).toBeUndefined(),
  );

  it('to a name of one letter, or among such names, is none', () => {
    expect(nearest('乙', ['甲', '丙', '乙类'])).toBeUndefined();
    expect(nearest('乙类', ['甲', '乙'])).toBeUndefined();
  });

  it('is never the name itself', () => {
    fc.assert(fc.property(fc.constantFrom(...names), (name) => nearest(name, names) !== name));
  });

  it('is found for one changed character of a name of three or more', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.nat(), (name, at) => {
        const letters = [...name];
        letters[at % letters.length] = '某';
        return nearest(letters.join(''), [name]) === name;
      }),
    );
  });
});

describe('names that look alike', () => {
  it.each([
    ['上日', '上曰'],
    ['自己', '自巳'],
    ['A1', 'Al'],
    ['Ａ类', 'A类'],
    ['O型', '0型'],
  ])('%s and %s', (a, b) => expect(shape(a)).toBe(shape(b)));
  it.each([
    ['在职', '退休'],
    ['一级', '二级'],
    ['起付', '起付线'],
  ])('not %s and %s', (a, b) => expect(shape(a)).not.toBe(shape(b)));
});
