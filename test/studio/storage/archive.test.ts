import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { packArchive, unpackArchive } from '../../../studio/storage/archive.ts';

const texts = [
  { path: '510700-绵阳市/职工.yice', text: '政策 “甲” {\n}\n' },
  { path: '510700-绵阳市/sources/访谈.txt', text: '第一句。' },
];
const originals = [['510700-绵阳市/sources/访谈.docx', Uint8Array.of(0x50, 0x4b, 0, 255)]] as const;

describe('the workspace as a zip', () => {
  it('comes back as it was, and the same workspace packs to the same bytes', () => {
    const packed = packArchive({ texts, originals });
    expect(unpackArchive(packed)).toEqual({ texts, originals });
    expect(packArchive({ texts, originals })).toEqual(packed);
  });

  it('of any texts comes back as it was', () => {
    const name = fc.stringMatching(/^[一-龥a-z0-9]{1,8}$/u);
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(name, fc.string({ unit: 'grapheme' })), { minLength: 1, selector: ([one]) => one }), (drawn) => {
        const all = drawn.map(([one, text]) => ({ path: `510700-甲市/${one}.yice`, text: text.replace(/\r\n?/gu, '\n') }));
        const unpacked = unpackArchive(packArchive({ texts: all, originals: [] }));
        expect(typeof unpacked === 'string' ? unpacked : new Map(unpacked.texts.map(({ path, text }) => [path, text]))).toEqual(
          new Map(all.map(({ path, text }) => [path, text])),
        );
      }),
    );
  });

  it('is taken without the folder a system packs around it', () => {
    const packed = zipSync({ 'policies/510700-绵阳市/职工.yice': strToU8('政策'), 'policies/510700-绵阳市/a.png': strToU8('x') });
    expect(unpackArchive(packed)).toEqual({ texts: [{ path: '510700-绵阳市/职工.yice', text: '政策' }], originals: [] });
  });

  it('leaves out what would land elsewhere', () => {
    const packed = zipSync({ '../外.yice': strToU8('x'), '.隐/a.yice': strToU8('x'), '510700-甲市/内.yice': strToU8('政策') });
    expect(unpackArchive(packed)).toEqual({ texts: [{ path: '510700-甲市/内.yice', text: '政策' }], originals: [] });
  });

  it.each([
    ['no zip', new Uint8Array([1, 2, 3]), 'none'],
    ['nothing', new Uint8Array(0), 'none'],
    ['half a zip', packArchive({ texts, originals }).slice(0, 60), 'none'],
    ['a zip of pictures', zipSync({ 'a.png': strToU8('x') }), 'empty'],
  ])('says so of %s', (_, bytes, problem) => expect(unpackArchive(bytes)).toBe(problem));
});
