import { describe, expect, it } from 'vitest';
import { encodingOf, textOf } from '../../../../language/cli/csv/encoding.ts';
import { Stop } from '../../../../language/cli/exits.ts';

const sourceOf = (bytes: Uint8Array, piece = 3) =>
  async function* source(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
  };
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
/** 低保,特困 and 联通 as GB18030 writes them. */
const GB = Uint8Array.of(0xb5, 0xcd, 0xb1, 0xa3, 0x2c, 0xcc, 0xd8, 0xc0, 0xa7);
/** 通: also two letters of UTF-8. */
const SHORT = Uint8Array.of(0x69, 0x64, 0x2c, 0xcd, 0xa8);

const all = async (bytes: Uint8Array): Promise<readonly [string, string]> => {
  const encoding = await encodingOf(sourceOf(bytes));
  let text = '';
  for await (const part of textOf(sourceOf(bytes), encoding)) text += part;
  return [encoding, text];
};

describe('the encoding of a table', () => {
  it.each([
    ['ASCII', utf8('id,psn_no'), 'utf-8', 'id,psn_no'],
    ['UTF-8', utf8('编号,低保'), 'utf-8', '编号,低保'],
    ['UTF-8 with a byte-order mark', utf8('\ufeff编号'), 'utf-8', '编号'],
    ['GB18030', GB, 'gb18030', '低保,特困'],
    ['GB18030 that is UTF-8 by accident', SHORT, 'gb18030', 'id,通'],
    ['UTF-8 with letters beyond ASCII beside Han', utf8('é编号'), 'utf-8', 'é编号'],
    ['nothing', utf8(''), 'utf-8', ''],
  ])('%s', async (_, bytes, encoding, text) => {
    expect(await all(bytes)).toEqual([encoding, text]);
  });

  it.each([
    ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x69, 0)],
    ['neither', Uint8Array.of(0xff, 0xff, 0xff)],
  ])('%s stops', async (_, bytes) => {
    await expect(encodingOf(sourceOf(bytes))).rejects.toBeInstanceOf(Stop);
  });
});
