/**
 * The constructs, as data: each folder holds texts that are accepted and texts that are refused, and what is said of the refused ones in both
 * languages stands beside them in refused.snap.md. A further case needs no code.
 */
import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from '../../../language/2-syntax/parse.ts';
import type { Checked } from '../../../language/3-check/check.ts';
import { check } from '../../../language/3-check/check.ts';
import { lower } from '../../../language/4-lower/lower.ts';
import type { Diagnostic, Fix } from '../../../language/diagnostics/diagnostic.ts';
import { renderDiagnostic } from '../../../language/diagnostics/render.ts';
import { validate } from '../../../runtime/ir/validate.ts';
import { spansIn } from '../../kit/spans.ts';
import type { Block } from './blocks.ts';
import { blocksOf, fileOf, notice, vocabulary } from './blocks.ts';

const here = new URL('.', import.meta.url);
const folders = readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const constructs = folders.map((entry) => entry.name).sort();
const blocks = (construct: string, file: string): readonly Block[] =>
  existsSync(new URL(`${construct}/${file}`, here)) ? blocksOf(`${construct}/${file}`) : [];

interface File {
  readonly path: string;
  readonly text: string;
}

const checked = (file: File): Checked => {
  const files = [vocabulary, file];
  return check({ files, documents: [notice] }, files.map(parse));
};
const findings = (file: File): readonly Diagnostic[] => checked(file).diagnostics.filter((one) => one.severity !== 'hint');

const said = (block: Block, file: File, found: readonly Diagnostic[]): string => {
  const textOf = (path: string): string | undefined => [vocabulary, file].find((one) => one.path === path)?.text;
  const rendered = found.flatMap((one) => (['zh', 'en'] as const).map((lang) => renderDiagnostic(one, textOf, { lang, colour: false })));
  return [`## ${block.title}`, '```yice', block.text, '```', '```', rendered.join('\n\n'), '```'].join('\n');
};

const repaired = (file: File, fix: Fix): File => {
  const edits = fix.edits.filter((edit) => edit.span.file === file.path);
  const text = [...edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((all, edit) => all.slice(0, edit.span.start) + edit.text + all.slice(edit.span.end), file.text);
  return { ...file, text };
};

describe.each(constructs)('%s', (construct) => {
  it.each(blocks(construct, 'accepted.yice'))('accepts $title', (block) => {
    const file = fileOf(block);
    const textOf = (path: string): string | undefined => [vocabulary, file].find((one) => one.path === path)?.text;
    expect(findings(file).map((one) => renderDiagnostic(one, textOf, { lang: 'zh', colour: false }))).toEqual([]);
    const ir = lower(checked(file).model, new Map([vocabulary, file].map(({ path, text }) => [path, text])));
    expect(validate(JSON.parse(JSON.stringify(ir)))).toMatchObject({ ok: true });
  });

  const refused = blocks(construct, 'refused.yice').map((block) => ({ block, title: block.title, file: fileOf(block) }));
  it.each(refused)('refuses $title', ({ block, file }) => {
    expect([...new Set(findings(file).map((one) => one.code))].sort()).toEqual([...block.codes].sort());
    const { diagnostics, symbols } = checked(file);
    const lengths = new Map([vocabulary, file].map(({ path, text }) => [path, text.length]));
    expect(
      spansIn([diagnostics, symbols]).filter(({ file: path, start, end }) => start < 0 || start > end || end > (lengths.get(path) ?? -1)),
    ).toEqual([]);
  });

  it.each(refused)('offers repairs that help: $title', ({ file }) => {
    const before = findings(file);
    for (const [code, fix] of before.flatMap((one) => one.fixes.map((fix) => [one.code, fix] as const))) {
      if (fix.edits.some((edit) => edit.span.file !== file.path)) continue;
      const count = (all: readonly Diagnostic[]): number => all.filter((one) => one.code === code).length;
      const after = repaired(file, fix);
      expect(findings(after).filter((one) => one.code.startsWith('syntax/') && !before.some((old) => old.code === one.code))).toEqual([]);
      expect({ fix: fix.title.zh, left: count(findings(after)) < count(before), text: after.text }).toEqual({
        fix: fix.title.zh,
        left: true,
        text: after.text,
      });
    }
  });

  if (refused.length > 0)
    it('says so', async () => {
      const pages = refused.map(({ block, file }) => said(block, file, findings(file)));
      await expect(`# ${construct}\n\n${pages.join('\n\n')}\n`).toMatchFileSnapshot(`${construct}/refused.snap.md`);
    });
});
