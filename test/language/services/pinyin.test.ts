import { describe, expect, it } from 'vitest';
import { allInitials, searchText } from '../../../language/services/pinyin.ts';

describe('names by their initials', () => {
  it.each([
    ['单行支付', 'dxzf'],
    ['门诊特殊重症', 'mztszz'],
    ['重大疾病', 'zdjb'],
    ['长期护理', 'cqhl'],
    ['调剂金', 'tjj'],
    ['先行自付', 'xxzf'],
    ['给付', 'jf'],
    ['省内异地', 'snyd'],
  ])('%s is found as %s', (name, typed) => {
    expect(allInitials(name)).toContain(typed);
    expect(searchText(name).split(' ')).toContain(typed);
  });
  it('are few, and only one where nothing is ambiguous', () => {
    expect(allInitials('门诊统筹')).toEqual(['mztc']);
    expect(allInitials('行重长调降给省参系会').length).toBeLessThanOrEqual(8);
    expect(allInitials('M1重症')[0]).toBe('m1zz');
  });
});
