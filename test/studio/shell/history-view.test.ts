import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparedLines, daysOf } from '../../../studio/shell/history-view.ts';

describe('what a text was', () => {
  it('shows the lines that differ, with a little around them', () => {
    const then = ['一', '二', '三', '四', '五', '六'].join('\n');
    const now = ['一', '二', '三', '肆', '五', '六'].join('\n');
    expect(comparedLines(then, now).map(({ kind, number, text }) => `${kind} ${number} ${text}`)).toEqual([
      'same 2 二',
      'same 3 三',
      'then 4 四',
      'now 4 肆',
      'same 5 五',
      'same 6 六',
    ]);
    expect(comparedLines(then, then)).toEqual([]);
  });

  it('of any two texts tells all that went and all that came, in order', () => {
    const text = fc.array(fc.constantFrom('甲', '乙', '丙', ''), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(text, text, (then, now) => {
        const lines = comparedLines(then.join('\n'), now.join('\n'));
        const gone = new Set(lines.filter(({ kind }) => kind === 'then').map(({ number }) => number));
        const came = new Set(lines.filter(({ kind }) => kind === 'now').map(({ number }) => number));
        expect(then.filter((_, at) => !gone.has(at + 1))).toEqual(now.filter((_, at) => !came.has(at + 1)));
        for (const { kind, number, text: line } of lines) expect((kind === 'then' ? then : now)[number - 1]).toBe(line);
      }),
    );
  });

  it('lists the moments of one text by day, newest first', () => {
    const at = (text: string): number => new Date(text).getTime();
    const moments = ['2023-05-07T23:59:59', '2023-05-08T00:00:01', '2023-05-08T09:00:00'].map((text) => ({ path: 'a', at: at(text) }));
    expect(daysOf([...moments, { path: 'b', at: 0 }], 'a').map(({ day, moments: own }) => [day, own.length])).toEqual([
      ['2023-05-08', 2],
      ['2023-05-07', 1],
    ]);
  });
});
