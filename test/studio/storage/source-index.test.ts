import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { indexWith, readIndex, sha256Of } from '../../../studio/storage/source-index.ts';

describe('the list of a folder’s documents', () => {
  const entry = { file: '通知.txt', title: '通知', sha256: 'a', original: { file: '通知.orig.docx', sha256: 'b' }, opened: '2026-01-02' };
  it('is read back as it was written', () => {
    expect(readIndex(indexWith([], entry))).toEqual([entry]);
  });
  it('keeps the others, and one entry a file', () => {
    const other = { file: '旧.txt', issuer: '医保局' };
    expect(readIndex(indexWith([other, { file: '通知.txt' }], entry))).toEqual([other, entry]);
  });
  it.each([undefined, 'no list', '{}', '[{"title":1}]'])('that is none has no entries: %s', (text) => {
    expect(readIndex(text)).toEqual([]);
  });
  it('has the digest that any tool gives', async () => {
    const bytes = new TextEncoder().encode('原文');
    expect(await sha256Of(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'));
  });
});
