import { describe, expect, it } from 'vitest';
import { bundleName } from '../../../../studio/commands/export-bundle.ts';
import { groupsOf } from '../../../../studio/strings/digests.ts';
import { kilobytes } from '../../../../studio/views/export/select.ts';

const digest = `sha256:${'7f3ac91e40d28b67'.repeat(4)}`;

describe('a bundle as it is handed over', () => {
  it('the digest is read out in sixteen groups of four', () => {
    expect([groupsOf(digest).length, groupsOf(digest)[0], groupsOf(digest).join('')]).toEqual([16, '7f3a', digest.slice(7)]);
  });
  it('the file is recognised by folder and first three groups', () => {
    expect(bundleName('510700-绵阳市', digest)).toBe('510700-绵阳市-7f3ac91e40d2.json');
  });
  it('a name that a system would not take loses its signs', () => {
    expect(bundleName('a/b:c*', digest)).toBe('abc-7f3ac91e40d2.json');
  });
  it.each([
    [900, '0.9'],
    [9_999, '10.0'],
    [86_123, '86'],
    [1_234_567, '1,235'],
  ])('%i bytes are %s kB', (bytes, shown) => {
    expect(kilobytes(bytes)).toBe(shown);
  });
});
