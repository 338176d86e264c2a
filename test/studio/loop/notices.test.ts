import { describe, expect, it } from 'vitest';
import { noticeName, noticePath } from '../../../studio/loop/notices.ts';

describe('where a notice is put', () => {
  it('is called as its file', () => {
    expect(noticeName({ name: '关于门诊的通知.docx', title: '别的', date: '2022-12-30' })).toBe('关于门诊的通知');
  });
  it('pasted, by its day and title, without letters that no file name takes', () => {
    expect(noticeName({ name: '', title: '关于“A/B”的通知?', date: '2022-12-30' })).toBe('2022-12-30-关于“AB”的通知');
  });
  it('stands among the sources of its folder; another text of that name gets a number, the same text does not', () => {
    const files = { '甲/sources/通知.txt': { text: '一' } };
    expect(noticePath('甲', '通知', '二', files)).toBe('甲/sources/通知 2.txt');
    expect(noticePath('甲', '通知', '一', files)).toBe('甲/sources/通知.txt');
    expect(noticePath('', '通知', '一', files)).toBe('sources/通知.txt');
  });
});
