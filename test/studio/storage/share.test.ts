import { describe, expect, it } from 'vitest';
import { textToWorkspace, withFiles, workspaceToText } from '../../../studio/storage/share.ts';
import type { WorkspaceState } from '../../../studio/store/workspace.ts';

const empty: WorkspaceState = { files: {}, version: 0, openFile: undefined, places: {}, policy: undefined, day: '2023-05-08' };
const texts = [
  { path: '510700-绵阳市/职工.yice', text: '政策 “甲” {\n}\n' },
  { path: '510700-绵阳市/sources/访谈.txt', text: '第一句。' },
];

describe('the workspace as one file', () => {
  it('comes back as it was', () => {
    expect(textToWorkspace(workspaceToText(withFiles(empty, texts)))).toEqual(texts);
  });
  it('names in either form of accents are one name', () => {
    const decomposed = 'e\u0301.yice';
    expect(
      Object.keys(withFiles(withFiles(empty, [{ path: decomposed, text: '1' }]), [{ path: decomposed.normalize('NFC'), text: '2' }]).files),
    ).toEqual(['\u00e9.yice']);
  });
  it.each(['', '{', '[]', '{"format":"other"}', '{"format":"yice-workspace/1","files":[{"path":1}]}'])('%j is none', (text) => {
    expect(textToWorkspace(text)).toBeUndefined();
  });
});
