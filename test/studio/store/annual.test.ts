import { describe, expect, it } from 'vitest';
import type { AnnualState } from '../../../studio/store/annual.ts';
import { counted, decided, draftOf, forgotten, undecided, withDraft } from '../../../studio/store/annual.ts';

const empty: AnnualState = { drafts: {}, past: [] };
const accept = (text: string) => ({ kind: 'accept', path: '甲.报销比例', text }) as const;

describe('the draft of a yearly change', () => {
  it('takes decisions back one by one, of its own policy only', () => {
    const one = decided(empty, '甲', { decisions: { 1: accept('70%') } });
    const two = decided(decided(one, '甲', { decisions: { 1: accept('75%') } }), '乙', { decisions: { 2: accept('80%') } });
    expect(draftOf(undecided(two, '甲'), '甲').decisions).toEqual({ 1: accept('70%') });
    expect(draftOf(undecided(undecided(two, '甲'), '甲'), '甲').decisions).toEqual({});
    expect(draftOf(undecided(two, '甲'), '乙').decisions).toEqual({ 2: accept('80%') });
    expect(undecided(empty, '甲')).toBe(empty);
  });

  it('takes a value that was typed over and accepted back to what was proposed', () => {
    const typed = withDraft(empty, '甲', { typed: { 1: '78%', 2: '60%' } });
    const back = undecided(decided(typed, '甲', { decisions: { 1: accept('78%') } }), '甲');
    expect(draftOf(back, '甲')).toMatchObject({ decisions: {}, typed: { 2: '60%' } });
    // Accepting all at once was no word on either.
    const all = undecided(decided(typed, '甲', { decisions: { 1: accept('78%'), 2: accept('60%') } }), '甲');
    expect(draftOf(all, '甲').typed).toEqual({ 1: '78%', 2: '60%' });
  });

  it('begins its decisions anew when it is about another notice, version or day, and not otherwise', () => {
    const begun = decided(withDraft(empty, '甲', { document: 'a.txt' }), '甲', { decisions: { 1: accept('70%') } });
    expect(draftOf(withDraft(begun, '甲', { step: 3 }), '甲').decisions).toEqual({ 1: accept('70%') });
    expect(draftOf(withDraft(begun, '甲', { document: 'a.txt' }), '甲').decisions).toEqual({ 1: accept('70%') });
    expect(draftOf(withDraft(begun, '甲', { document: 'b.txt' }), '甲').decisions).toEqual({});
    expect(draftOf(withDraft(begun, '甲', { effective: '2024-01-01' }), '甲').decisions).toEqual({});
  });

  it('counts the hand, and is forgotten when it is finished', () => {
    const worked = counted(counted(empty, '甲', 'clicks'), '甲', 'keys');
    expect(draftOf(worked, '甲')).toMatchObject({ clicks: 1, keys: 1 });
    expect(forgotten(worked, '甲').drafts).toEqual({});
  });
});
