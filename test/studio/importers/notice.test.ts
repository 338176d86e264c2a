import { describe, expect, it } from 'vitest';
import type { Notice, NoticeProblem } from '../../../studio/importers/notice.ts';
import { MOST_MEGABYTES, pastedNotice, readNotice } from '../../../studio/importers/notice.ts';
import type { PdfText } from '../../kit/documents.ts';
import { docxOf, pdfOf } from '../../kit/documents.ts';

const MEANS = { encodings: 'node_modules/pdfjs-dist/cmaps/', fonts: 'node_modules/pdfjs-dist/standard_fonts/' };
const file = (name: string, bytes: Uint8Array | string) => {
  const held = Uint8Array.from(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes);
  return { name, size: held.length, arrayBuffer: async () => held.buffer };
};
const opened = async (name: string, bytes: Uint8Array | string): Promise<Notice> => {
  const read = await readNotice(file(name, bytes), MEANS);
  if (!read.ok) throw new Error(`${read.name}: ${read.problem.kind}`);
  return read.notice;
};
const refused = async (name: string, bytes: Uint8Array | string): Promise<NoticeProblem | undefined> => {
  const read = await readNotice(file(name, bytes), MEANS);
  return read.ok ? undefined : read.problem;
};

const TITLE = '关于调整门诊慢性病待遇的通知';
const SENTENCE = '门诊慢性病患者由统筹基金按75%支付,单病种每人每年最高可报销2000元。';

describe('a notice as plain text', () => {
  it('has one paragraph a line, its spaces of one kind, and its letters composed', async () => {
    const { text } = await opened('通知.txt', `\u3000\u3000第一段\u3000甲\r\n\r\n第二段\u00a0\u200b乙 \r第三段e\u0301`);
    expect(text).toBe('第一段 甲\n第二段 乙\n第三段é');
  });
  it('keeps the bytes it came as', async () => {
    const bytes = Uint8Array.of(0xef, 0xbb, 0xbf, 0x41);
    const { original, text } = await opened('a.txt', bytes);
    expect([...original]).toEqual([...bytes]);
    expect(text).toBe('A');
  });
  it('is read in the encodings of office software, and says so', async () => {
    const gb = await opened('旧.txt', Uint8Array.of(0xd2, 0xbd, 0xb1, 0xa3));
    expect([gb.text, gb.remarks]).toEqual(['医保', [{ kind: 'encoding', encoding: 'gb18030' }]]);
    const utf16 = await opened('记事本.txt', Uint8Array.of(0xff, 0xfe, 0x3b, 0x53, 0xdd, 0x4f));
    expect([utf16.text, utf16.remarks]).toEqual(['医保', [{ kind: 'encoding', encoding: 'utf-16le' }]]);
  });
  it('shows its title and day', async () => {
    const { title, date } = await opened(
      'x.txt',
      `绵医保发〔2022〕12号\n${TITLE}\n各县市区:\n${SENTENCE}\n绵阳市医疗保障局\n二〇二二年十二月三十日`,
    );
    expect([title, date]).toEqual([TITLE, '2022-12-30']);
  });
  it('without a title is called as its file is', async () => {
    expect((await opened('访谈.txt', `${SENTENCE}\n第二句。`)).title).toBe('访谈');
  });
});

describe('a notice as a Word file', () => {
  it('gives its paragraphs, and each row of a table as one', async () => {
    const rows = [
      ['机构等级', '在职', '退休'],
      ['三级', '50%', '60%'],
    ];
    const { text, title, kind } = await opened('通知.docx', docxOf(TITLE, `\u3000\u3000${SENTENCE}`, { rows }, '甲 & 乙'));
    expect(text).toBe(`${TITLE}\n${SENTENCE}\n机构等级 在职 退休\n三级 50% 60%\n甲 & 乙`);
    expect([title, kind]).toEqual([TITLE, 'docx']);
  });
  it('says when Word made numbers that are not text', async () => {
    const { remarks, text } = await opened('通知.docx', docxOf(TITLE, { numbered: '第一项' }, { numbered: '第二项' }));
    expect([remarks, text]).toEqual([[{ kind: 'numbered', count: 2 }], `${TITLE}\n第一项\n第二项`]);
  });
});

const line = (text: string, y: number, x = 72, size = 16): PdfText => ({ text, x, y, size });
/** 27 letters of 16 points reach from 72 to the right edge at 504. */
const FULL = '一二三四五六七八九十一二三四五六七八九十一二三四五六七';

describe('a notice as a PDF', () => {
  it('joins lines into paragraphs, over the end of a page too', async () => {
    const pages = [
      [
        line('关于调整门诊慢性病', 780, 196, 22),
        line('待遇的通知', 750, 240, 22),
        line(FULL.slice(2), 700, 104),
        line(`${FULL.slice(0, 5)}。`, 676),
        line(FULL.slice(2), 652, 104),
      ],
      [line('八九十。', 780), line('二、报销比例', 756, 104), line(FULL.slice(2), 732, 104), line(SENTENCE.slice(0, 20), 708)],
    ];
    expect((await opened('通知.pdf', pdfOf(pages))).text.split('\n')).toEqual([
      TITLE,
      `${FULL.slice(2)}${FULL.slice(0, 5)}。`,
      `${FULL.slice(2)}八九十。`,
      '二、报销比例',
      `${FULL.slice(2)}${SENTENCE.slice(0, 20)}`,
    ]);
  });
  it('leaves out page numbers and what stands above every page', async () => {
    const page = (number: number) => [
      line('绵阳市医疗保障局文件', 810, 200, 12),
      line(`第${number}段说的是起付标准和报销比例。`, 700, 104),
      line(`— ${number} —`, 40, 280, 12),
    ];
    expect((await opened('通知.pdf', pdfOf([page(1), page(2), page(3)]))).text).toBe(
      '第1段说的是起付标准和报销比例。\n第2段说的是起付标准和报销比例。\n第3段说的是起付标准和报销比例。',
    );
  });
  it('without a text layer is told to be a scan', async () => {
    expect(await refused('扫描.pdf', pdfOf([[], [line('1', 40)]]))).toEqual({ kind: 'scanned', pages: 2 });
  });
  it('with some pages that are pictures says how many', async () => {
    expect((await opened('通知.pdf', pdfOf([[line(SENTENCE, 700)], []]))).remarks).toEqual([{ kind: 'barePages', count: 1 }]);
  });
  it('behind a password is told so', async () => {
    expect(await refused('密.pdf', pdfOf([[line(SENTENCE, 700)]], { locked: true }))).toEqual({ kind: 'encrypted' });
  });
});

describe('a file that is no notice', () => {
  const ole = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1);
  it.each<readonly [string, Uint8Array | string, string]>([
    ['旧.doc', ole, 'oldWord'],
    ['旧.wps', ole, 'oldWord'],
    ['密.docx', ole, 'encrypted'],
    ['富文本.doc', '{\\rtf1\\ansi', 'oldWord'],
    ['表.xlsx', Uint8Array.of(0x50, 0x4b, 0x03, 0x04), 'notWord'],
    ['坏.docx', Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0, 0), 'damaged'],
    ['坏.pdf', '%PDF-1.7\nnothing', 'damaged'],
    ['图.png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47), 'picture'],
    ['程序.txt', Uint8Array.of(0, 1, 2, 3, 255), 'notText'],
    ['空.txt', '', 'empty'],
    ['空白.txt', ' \n\u3000\n', 'empty'],
  ])('%s is told apart', async (name, bytes, kind) => {
    expect((await refused(name, bytes))?.kind).toBe(kind);
  });
  it('of too many bytes is not even read', async () => {
    const huge = { name: '大.pdf', size: (MOST_MEGABYTES + 1) * 1024 * 1024, arrayBuffer: () => Promise.reject(new Error('read')) };
    expect(await readNotice(huge, MEANS)).toMatchObject({ ok: false, problem: { kind: 'tooLarge', megabytes: MOST_MEGABYTES + 1 } });
  });
});

describe('pasted text', () => {
  it('is a notice of its own words', () => {
    expect(pastedNotice(`${TITLE}\n\n ${SENTENCE}`)).toMatchObject({
      ok: true,
      notice: { title: TITLE, text: `${TITLE}\n${SENTENCE}`, kind: 'pasted' },
    });
  });
  it('of nothing is told', () => {
    expect(pastedNotice('  ')).toMatchObject({ ok: false, problem: { kind: 'empty' } });
  });
});
