import { describe, expect, it } from 'vitest';
import { askedOf } from '../../../../studio/views/simulate/asked.ts';
import { formOf } from '../../../../studio/views/simulate/form.ts';
import { summary } from '../../../kit/mianyang-answers.ts';

const form = formOf(summary);
const heeds = { fields: ['就诊日', '医疗类别'], checked: ['机构等级'], broken: [], cells: [] };
const names = (fields: readonly { readonly name: string }[]): readonly string[] => fields.map(({ name }) => name);

describe('what is asked', () => {
  it('is what the answer rests on; the rest is folded, and nothing is lost', () => {
    const asked = askedOf(form, summary, heeds, undefined, undefined);
    expect(names(asked.visit)).toContain('医疗类别');
    expect(names(asked.idle)).toContain('机构等级');
    expect([...asked.person, ...asked.visit, ...asked.idle].length).toBe(form.person.length + form.visit.length);
    expect(asked.bill).toEqual(form.bill);
  });
  it('a field that a broken 约束 reads, or that the hand is on, is not folded', () => {
    expect(names(askedOf(form, summary, { ...heeds, broken: ['机构等级'] }, undefined, undefined).visit)).toContain('机构等级');
    expect(names(askedOf(form, summary, heeds, undefined, '机构等级').visit)).toContain('机构等级');
  });
  it('is everything while nothing is known', () => {
    expect(askedOf(form, summary, undefined, undefined, undefined).idle).toEqual([]);
  });
});
