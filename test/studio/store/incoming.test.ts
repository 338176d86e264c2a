import { describe, expect, it } from 'vitest';
import { sorted, verdictOf } from '../../../studio/store/incoming.ts';

const here = { 'a.yice': { text: '甲' } };
const verdict = (...texts: { path: string; text: string }[]): string => verdictOf(sorted(texts, here));

describe('a workspace that comes in', () => {
  it('is asked about when a text would be replaced', () => {
    expect(verdict({ path: 'a.yice', text: '乙' }, { path: 'b.yice', text: '乙' })).toBe('ask');
  });
  it('is taken when it only adds', () => {
    expect(verdict({ path: 'a.yice', text: '甲' }, { path: 'b.yice', text: '乙' })).toBe('take');
  });
  it('is said to be here already, not passed over in silence', () => {
    expect(verdict({ path: 'a.yice', text: '甲' })).toBe('same');
  });
});
