import { describe, expect, it } from 'vitest';
import type { WorkspaceState } from '../../../studio/store/workspace.ts';
import { chosen, policyFiles, withoutFile, withText } from '../../../studio/store/workspace.ts';

const empty: WorkspaceState = { files: {}, version: 4, openFile: undefined, places: {}, policy: '甲', day: '2023-05-08' };
const one = withText(empty, 'a.yice', '政策');

describe('the workspace', () => {
  it('a new text begins a file and another version', () => {
    expect([one.version, one.files['a.yice']]).toEqual([5, { path: 'a.yice', text: '政策' }]);
  });
  it('the same text again is no change at all', () => {
    expect(withText(one, 'a.yice', '政策')).toBe(one);
  });
  it('a changed text keeps what was delivered', () => {
    const delivered = { ...empty, files: { 'a.yice': { path: 'a.yice', text: '旧', delivered: '旧' } } };
    expect(withText(delivered, 'a.yice', '新').files['a.yice']).toEqual({ path: 'a.yice', text: '新', delivered: '旧' });
  });
  it('a file that goes is no longer the open one', () => {
    const gone = withoutFile({ ...one, openFile: 'a.yice' }, 'a.yice');
    expect([gone.openFile, gone.files, gone.version]).toEqual([undefined, {}, 6]);
  });
  it('a file that is not there changes nothing', () => {
    expect(withoutFile(one, 'b.yice')).toBe(one);
  });
  it('choosing a day keeps the policy, choosing a policy keeps the day', () => {
    expect([chosen(one, { day: '2022-01-01' }).policy, chosen(one, { policy: '乙' }).day]).toEqual(['甲', '2023-05-08']);
  });
  it('policy texts are listed in order, documents are not among them', () => {
    const more = withText(withText(withText(one, 'c.yice', ''), 'b.txt', ''), 'b.yice', '');
    expect(policyFiles(more)).toEqual(['a.yice', 'b.yice', 'c.yice']);
  });
});
