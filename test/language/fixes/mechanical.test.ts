import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from '../../../language/2-syntax/parse.ts';
import { check } from '../../../language/3-check/check.ts';
import type { Diagnostic, Fix } from '../../../language/diagnostics/diagnostic.ts';
import { withRepairs } from '../../../language/fixes/mechanical.ts';
import { listed } from '../../../language/fixes/statements.ts';
import { blocksOf, fileOf, notice, vocabulary } from '../constructs/blocks.ts';

const CONSTRUCTS = new URL('../constructs/', import.meta.url);

interface File {
  readonly path: string;
  readonly text: string;
}

const found = (file: File): { readonly plain: readonly Diagnostic[]; readonly repaired: readonly Diagnostic[] } => {
  const files = [vocabulary, file];
  const trees = files.map(parse);
  const plain = check({ files, documents: [notice] }, trees).diagnostics;
  const repaired = withRepairs(plain, (path) => {
    const at = files.findIndex((one) => one.path === path);
    const [own, read] = [files[at], trees[at]];
    return own && read ? { text: own.text, tree: read.tree } : undefined;
  });
  return { plain, repaired };
};

const made = (file: File, fix: Fix): File => ({
  ...file,
  text: fix.edits
    .toSorted((a, b) => b.span.start - a.span.start)
    .reduce((text, { span, text: put }) => text.slice(0, span.start) + put + text.slice(span.end), file.text),
});

const cases = readdirSync(CONSTRUCTS, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(new URL(`${entry.name}/refused.yice`, CONSTRUCTS)))
  .flatMap((entry) =>
    blocksOf(`${entry.name}/refused.yice`).map((block) => ({ title: `${entry.name}: ${block.title}`, file: fileOf(block) })),
  );

const helped = new Set<string>();

describe('repairs from the code alone', () => {
  it.each(cases)('help where they are offered: $title', ({ file }) => {
    const { plain, repaired } = found(file);
    for (const [index, finding] of repaired.entries()) {
      if (plain[index] === finding) continue;
      for (const fix of finding.fixes) {
        helped.add(finding.code);
        const after = made(file, fix);
        const count = (all: readonly Diagnostic[]): number => all.filter(({ code }) => code === finding.code).length;
        const left = found(after).plain;
        expect([fix.title.zh, count(left) < count(plain), after.text]).toEqual([fix.title.zh, true, after.text]);
        expect(left.filter(({ code }) => code.startsWith('syntax/') && !plain.some((old) => old.code === code))).toEqual([]);
      }
    }
  });
  it('are offered for what they are meant for', () => {
    expect(helped.size).toBeGreaterThanOrEqual(28);
  });
});

describe('a name of a list', () => {
  it.each([
    ['甲、乙、丙', 2, '甲、丙'],
    ['甲、乙', 0, '乙'],
    ['甲', 0, ''],
  ])('%s without the letter at %i', (text, start, left) => {
    const span = listed(text, { file: 'a', start, end: start + 1 });
    expect(text.slice(0, span.start) + text.slice(span.end)).toBe(left);
  });
});
