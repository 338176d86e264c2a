import { describe, expect, it } from 'vitest';
import { parse } from '../../../language/2-syntax/parse.ts';
import type { Diagnostic, TextEdit } from '../../../language/diagnostics/diagnostic.ts';
import { renderDiagnostic } from '../../../language/diagnostics/render.ts';
import * as syntax from '../../../language/diagnostics/syntax.ts';
import * as tokens from '../../../language/diagnostics/tokens.ts';
import { BROKEN, type Broken, fileOf } from './broken.ts';

const read = (text: string): readonly Diagnostic[] => parse({ path: 'a.yice', text }).diagnostics;
const codes = (text: string): string[] => read(text).map(({ code }) => code);
const edited = (text: string, edits: readonly TextEdit[]): string =>
  [...edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((all, { span, text: put }) => all.slice(0, span.start) + put + all.slice(span.end), text);

const all = BROKEN.map((broken) => ({ broken, title: broken.text.split('\n')[0] ?? '', text: fileOf(broken) }));

describe('each broken text is told once, by its own finding', () => {
  it.each(all)('$title', ({ broken, text }) => expect(codes(text)).toEqual(broken.codes));
});

describe('each repair that is offered leaves nothing of its finding', () => {
  const repairs = all.flatMap(({ title, text }) =>
    read(text).flatMap((one) => one.fixes.map((fix) => ({ title, text, one, fix, name: fix.title.zh }))),
  );
  // Where only the officer knows what was meant, a repair may uncover the next question: it must be another one.
  it.each(repairs)('$title: $name', ({ text, one, fix }) => {
    const after = read(edited(text, fix.edits));
    expect(
      after.filter(
        ({ code, labels }) => code === one.code && labels[0]?.span.start === one.labels[0]?.span.start && fix.edits[0]?.text !== '\n',
      ),
    ).toEqual([]);
  });
});

describe('reading goes on after a broken line', () => {
  const LAST: Readonly<Partial<Record<Broken['where'], string>>> = {
    policy: '"kind":"scheme"',
    benefit: '"kind":"base"',
    amendment: '"kind":"stop"',
    scenario: '"kind":"knownOn"',
  };
  const inside = all.filter(({ broken }) => LAST[broken.where] && !/\{\n|住院\n/.test(broken.text));
  const shape = (text: string): string =>
    JSON.stringify(parse({ path: '', text }).tree, (_, value) => (typeof value === 'bigint' ? String(value) : value));
  it.each(inside)('$title', ({ broken, text }) => expect(shape(text)).toContain(LAST[broken.where]));
});

describe('the catalogue', () => {
  const shown = new Set(BROKEN.flatMap(({ codes: of }) => of));
  /** Told by the limits, and tested with them. */
  const LIMITS = ['tokens/file-too-large', 'tokens/too-deep', 'tokens/more', 'tokens/not-policy', 'syntax/formula-too-long'];
  it('has a broken text for every finding', async () => {
    const sources = await import('node:fs').then(({ readFileSync }) =>
      ['tokens', 'syntax'].map((group) => readFileSync(new URL(`../../../language/diagnostics/${group}.ts`, import.meta.url), 'utf8')),
    );
    const known = sources.flatMap((source) => [...source.matchAll(/code: '([\w/-]+)'/g)].map(([, code]) => code ?? ''));
    expect(known.filter((code) => !shown.has(code) && !LIMITS.includes(code))).toEqual([]);
    expect(known).toHaveLength(Object.keys(syntax).length + Object.keys(tokens).length);
  });

  it('reads as it should', async () => {
    const page = all.map(({ text }) => {
      const said = read(text).flatMap((one) =>
        (['zh', 'en'] as const).map((lang) => renderDiagnostic(one, () => text, { lang, colour: false })),
      );
      return ['```yice', text.trimEnd(), '```', '```', said.join('\n\n'), '```'].join('\n');
    });
    await expect(`${page.join('\n\n')}\n`).toMatchFileSnapshot('messages.snap.md');
  });
});
