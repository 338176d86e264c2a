import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadWorkspaces } from '../../language/cli/workspace.ts';
import { compile, createCompiler } from '../../language/index.ts';
import type { Workspace } from '../../language/model/workspace.ts';

const policies = join(fileURLToPath(new URL('../..', import.meta.url)), 'policies');

/** What people do to a text: a digit changed, a line gone, doubled or moved to the end of its block, something half written, all taken back. */
const editOf = fc.record({
  file: fc.nat(),
  at: fc.nat(),
  how: fc.constantFrom('digit', 'gone', 'twice', 'half', 'comment', 'back', 'swap'),
});
type Edit = typeof editOf extends fc.Arbitrary<infer T> ? T : never;

function edited({ files, documents }: Workspace, { file, at, how }: Edit, first: Workspace): Workspace {
  const index = file % files.length;
  const changed = (text: string): string => {
    const lines = text.split('\n');
    const here = at % lines.length;
    const line = lines[here] ?? '';
    switch (how) {
      case 'digit':
        return lines
          .with(
            here,
            line.replace(/\d/u, (digit) => String((Number(digit) + 1) % 10)),
          )
          .join('\n');
      case 'gone':
        return lines.toSpliced(here, 1).join('\n');
      case 'twice':
        return lines.toSpliced(here, 0, line).join('\n');
      case 'half':
        return lines.with(here, line.slice(0, line.length / 2)).join('\n');
      case 'comment':
        return lines.toSpliced(here, 0, '// …').join('\n');
      case 'swap':
        return lines
          .toSpliced(here, 1)
          .toSpliced(Math.max(0, here - 1), 0, line)
          .join('\n');
      case 'back':
        return first.files[index]?.text ?? text;
    }
  };
  return { files: files.map((one, which) => (which === index ? { ...one, text: changed(one.text) } : one)), documents };
}

describe('compiling again after an edit', () => {
  it('finds, means and builds what compiling from scratch does', { timeout: 120_000 }, async () => {
    const [loaded] = await loadWorkspaces([join(policies, '510700-绵阳市')]);
    if (!loaded) throw new Error('no policies');
    await fc.assert(
      fc.asyncProperty(fc.array(editOf, { minLength: 1, maxLength: 4 }), async (edits) => {
        const compiler = createCompiler();
        let workspace: Workspace = loaded;
        await compiler.compile(workspace, { despiteErrors: true });
        for (const edit of edits) {
          workspace = edited(workspace, edit, loaded);
          const early = edit.at % 2 === 0 ? compiler.check(workspace) : undefined;
          const again = await compiler.compile(workspace, { despiteErrors: true });
          expect(again).toEqual(await compile(workspace, { despiteErrors: true }));
          if (early) expect(again.diagnostics).toBe(early.diagnostics);
        }
      }),
      { numRuns: 8 },
    );
  });

  it('reads and checks only what the edit reaches', async () => {
    const [loaded] = await loadWorkspaces([policies]);
    if (!loaded) throw new Error('no policies');
    const compiler = createCompiler();
    const before = await compiler.compile(loaded);
    const [touched] = loaded.files.filter(({ text }) => text.startsWith('政策 “'));
    const files = loaded.files.map((one) => (one === touched ? { ...one, text: `${one.text}\n// …\n` } : one));
    const after = await compiler.compile({ ...loaded, files });
    const kept = after.model.policies.filter((policy) => before.model.policies.includes(policy));
    expect(kept.length).toBeGreaterThan(0);
    expect(after.model.policies.filter((policy) => !kept.includes(policy)).length).toBeLessThan(after.model.policies.length / 2);
    expect((await compiler.compile(loaded)).digest).toBe(before.digest);
  });

  it('where policies read one another’s running totals, an error in one is told in both, and gone with it', async () => {
    const path = join(import.meta.dirname, 'scenarios/combinations/年中换险种.yice');
    const [loaded] = await loadWorkspaces([path]);
    if (!loaded) throw new Error('no policies');
    const compiler = createCompiler();
    const before = await compiler.compile(loaded, { despiteErrors: true });
    expect(before.diagnostics).toEqual([]);
    const at = loaded.files.findIndex((one) => path.endsWith(one.path.split('/').at(-1) ?? path));
    for (const [from, to] of [
      ['报销比例 60%', '报销比例 60元'],
      ['居民起付 = 合计', '居民起初 = 合计'],
      ['每 参保人、自然年(归属日)\n  累计 居民年付', '每 参保人\n  累计 居民年付'],
    ] as const) {
      const files = loaded.files.map((one, index) => (index === at ? { ...one, text: one.text.replace(from, to) } : one));
      expect(files[at]?.text).not.toBe(loaded.files[at]?.text);
      const again = await compiler.compile({ ...loaded, files }, { despiteErrors: true });
      expect(again).toEqual(await compile({ ...loaded, files }, { despiteErrors: true }));
      if (again.diagnostics.some(({ severity }) => severity === 'error')) expect(again.model.policies).toEqual([]);
    }
    expect(await compiler.compile(loaded, { despiteErrors: true })).toEqual(before);
  });
});
