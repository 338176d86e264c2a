import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columns, visible } from '../../../language/diagnostics/columns.ts';
import type { Diagnostic } from '../../../language/diagnostics/diagnostic.ts';
import { renderDiagnostic } from '../../../language/diagnostics/render.ts';
import { frameRows, position } from '../../../language/diagnostics/source-frame.ts';

const FILE = '510700-绵阳市/职工.yice';
const span = (start: number, end: number, file = FILE) => ({ file, start, end });

const finding = (over: Partial<Diagnostic>): Diagnostic => ({
  code: 'names/unknown',
  severity: 'error',
  what: { zh: '没有叫 “起伏线” 的名称。', en: 'There is no name “起伏线”.' },
  why: { zh: '每个名称都要先写明。', en: 'Every name is declared first.' },
  remedy: { zh: '改为已有的名称。', en: 'Use a name that is declared.' },
  labels: [{ span: span(8, 11) }],
  fixes: [],
  ...over,
});

const TEXT = '待遇 住院 {\n  起伏线 430元 每次\n}\n';
const texts = (file: string): string | undefined => (file === FILE ? TEXT : undefined);
const show = (diagnostic: Diagnostic, lang: 'zh' | 'en' = 'zh'): string => renderDiagnostic(diagnostic, texts, { lang, colour: false });

describe('a finding as text', () => {
  it('shows the line, a caret as wide as Han is, why and what to do', () => {
    expect(show(finding({ labels: [{ span: span(10, 13) }] }))).toBe(
      [
        '错误：没有叫 “起伏线” 的名称。 [names/unknown]',
        '  ┌─ 510700-绵阳市/职工.yice:2:3',
        '2 │   起伏线 430元 每次',
        '  │   ^^^^^^',
        '  原因：每个名称都要先写明。',
        '  办法：改为已有的名称。',
      ].join('\n'),
    );
  });

  it('speaks English when asked', () => {
    expect(show(finding({}), 'en')).toContain('error: There is no name “起伏线”. [names/unknown]');
  });

  it('names the patient who shows it', () => {
    const witness = { 机构等级: '三级', 人员类别: '退休' };
    expect(show(finding({ witness }))).toContain('例子：机构等级 三级、人员类别 退休');
    expect(show(finding({ witness }), 'en')).toContain('patient: 机构等级 三级, 人员类别 退休');
  });

  it('shows the line as a fix leaves it', () => {
    const fixes = [{ title: { zh: '改为 “起付线”', en: 'Change to “起付线”' }, edits: [{ span: span(10, 13), text: '起付线' }] }];
    expect(show(finding({ fixes }))).toContain('  改法：改为 “起付线”\n    + 起付线 430元 每次');
  });

  it('points at the second place with dashes and its own words', () => {
    const labels = [{ span: span(10, 13) }, { span: span(3, 5), words: { zh: '在这个待遇里', en: 'inside this benefit' } }];
    expect(show(finding({ labels })).split('\n').slice(1, 6)).toEqual([
      '  ┌─ 510700-绵阳市/职工.yice:2:3',
      '1 │ 待遇 住院 {',
      '  │      ---- 在这个待遇里',
      '2 │   起伏线 430元 每次',
      '  │   ^^^^^^',
    ]);
  });

  it('names a file whose text it was not given', () => {
    expect(show(finding({ labels: [{ span: span(0, 2, '别处.yice') }] }))).toContain('┌─ 别处.yice\n');
  });

  it('paints only when asked', () => {
    expect(show(finding({}))).not.toContain('\u001b');
    expect(renderDiagnostic(finding({}), texts, { lang: 'zh', colour: true })).toContain('\u001b[1;31m');
  });

  it('lets no control character of the text reach the terminal', () => {
    const text = 'a\u001b[31m\u202eb';
    const shown = renderDiagnostic(finding({ labels: [{ span: span(0, 1) }] }), () => text, { lang: 'zh', colour: false });
    expect(shown).toContain('a␛[31m�b');
  });
});

describe('the frame', () => {
  const rows = (text: string, start: number, end: number) => frameRows(text, [{ span: span(start, end) }], true).map((row) => row.text);

  it.each([
    ['甲乙丙', 1, 2, ['甲乙丙', '  ^^']],
    ['a“乙”', 1, 4, ['a“乙”', ' ^^^^']],
    ['甲', 1, 1, ['甲', '  ^']],
    ['', 0, 0, ['', '^']],
    ['甲\r\n乙', 3, 4, ['乙', '^^']],
    ['甲\n乙\n丙', 0, 3, ['> 甲', '> 乙']],
  ])('marks %j from %i to %i', (text, start, end, expected) => {
    expect(rows(text, start, end)).toEqual(expected);
  });

  it('cuts a long line around the mark', () => {
    const [line, mark] = rows(`${'啊'.repeat(5000)}错${'啊'.repeat(5000)}`, 5000, 5001);
    expect(columns(line ?? '')).toBeLessThan(130);
    expect(columns(mark ?? '')).toBe(columns((line ?? '').slice(0, (line ?? '').indexOf('错'))) + 2);
  });

  it('cuts a finding of many lines in its middle', () => {
    expect(rows('行\n'.repeat(50), 0, 100)).toHaveLength(9);
  });

  it('puts the caret under the character it means, in any text', () => {
    const character = fc.constantFrom('a', '甲', '１', '“', ' ', '😀', '\t', 'é', '\u0301');
    fc.assert(
      fc.property(fc.array(character, { maxLength: 60 }), fc.nat(59), (parts, at) => {
        const text = parts.join('');
        const start = parts.slice(0, at).join('').length;
        const [line, mark] = rows(text, start, start + (parts[at]?.length ?? 0));
        expect((mark ?? '').indexOf('^')).toBe(columns(visible((line ?? '').slice(0, start))));
      }),
    );
  });

  it('takes any span of any text without throwing', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '甲', '\n', '\r', '\t', '\u001b', '“'), maxLength: 200 });
    fc.assert(
      fc.property(text, fc.integer({ min: -5, max: 220 }), fc.integer({ min: -5, max: 220 }), (source, start, end) => {
        for (const row of frameRows(source, [{ span: span(start, end) }, { span: span(end, start) }], true))
          expect(row.text).not.toMatch(/[\r\n\t]/);
      }),
    );
  });

  it('counts lines and columns from 1', () => {
    expect(position('甲\n乙丙', 3)).toEqual({ line: 2, column: 2 });
    expect(position('甲', 99)).toEqual({ line: 1, column: 2 });
  });
});
