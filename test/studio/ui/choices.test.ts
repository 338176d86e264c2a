import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitting, inHand, named, taken } from '../../../studio/ui/choices.ts';

const VALUES = ['普通门诊', '门诊慢特病', '定点药店购药', '普通住院'];
const INITIALS: Readonly<Record<string, string>> = { 普通门诊: 'ptmz', 门诊慢特病: 'mzmtb', 定点药店购药: 'ddydgy', 普通住院: 'ptzy' };
const initials = (value: string) => INITIALS[value];
const one = { values: VALUES, initials };
const several = { ...one, several: true };

describe('values to choose from', () => {
  it('are narrowed by how they begin, by pinyin initials, and by what they hold', () => {
    expect(fitting(one, '门诊')).toEqual(['门诊慢特病', '普通门诊']);
    expect(fitting(one, 'pt')).toEqual(['普通门诊', '普通住院']);
    expect(fitting(one, 'ＭＺＭ')).toEqual(['门诊慢特病']);
    expect(fitting(one, '待定 “没写”')).toEqual([]);
  });

  it('are all there for a value that is complete, and for what comes behind it', () => {
    expect(fitting(one, '普通住院')).toEqual(VALUES);
    expect(fitting(several, '普通住院、')).toEqual(VALUES);
    expect(fitting(several, '普通住院、mz')).toEqual(['门诊慢特病', '普通门诊']);
    expect(named(several, '普通住院、 门诊慢特病')).toEqual(['门诊慢特病', '普通住院']);
  });

  it('are taken in place of what is being typed; of several, put in and taken out', () => {
    expect(taken(one, 'pt', '普通住院')).toBe('普通住院');
    expect(taken(several, '普通住院、mz', '门诊慢特病')).toBe('普通住院、门诊慢特病');
    expect(taken(several, '普通住院', '普通门诊')).toBe('普通住院、普通门诊');
    expect(taken(several, '普通住院、普通门诊', '普通住院')).toBe('普通门诊');
  });

  it('put in and taken out again leave the text', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...VALUES)), fc.constantFrom(...VALUES), (there, value) => {
        const text = there.filter((other) => other !== value).join('、');
        const more = taken(several, text, value);
        expect(named(several, more)).toContain(value);
        expect(inHand(several, more)).toBe('');
        expect(taken(several, more, value)).toBe(text);
      }),
    );
  });
});
