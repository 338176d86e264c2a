import { describe, expect, it } from 'vitest';
import { readTexts } from '../../../studio/importers/texts.ts';

const file = (name: string, bytes: Uint8Array | string) => ({
  name,
  arrayBuffer: async () => Uint8Array.from(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes).buffer,
});
const read = (...files: Parameters<typeof readTexts>[0]) => readTexts(files, '510700-绵阳市');

describe('files that are brought in', () => {
  it('rules go into the folder, documents into its sources', async () => {
    expect((await read(file('补充.yice', '政策'), file('通知.txt', '第一句'))).texts).toEqual([
      { path: '510700-绵阳市/补充.yice', text: '政策' },
      { path: '510700-绵阳市/sources/通知.txt', text: '第一句' },
    ]);
  });
  it('the encoding of older office software is read', async () => {
    expect((await read(file('旧.txt', Uint8Array.of(0xd2, 0xbd, 0xb1, 0xa3)))).texts[0]?.text).toBe('医保');
  });
  it('line ends of any system become one', async () => {
    expect((await read(file('a.yice', '一\r\n二\r三'))).texts[0]?.text).toBe('一\n二\n三');
  });
  it('what is not ours is named', async () => {
    expect((await read(file('图.png', Uint8Array.of(0x89, 0x50)), file('其他.json', '{}'))).unread).toEqual(['图.png', '其他.json']);
  });
});
