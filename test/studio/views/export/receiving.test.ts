import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../../../../.ci/build.mjs';
import { ROOT } from '../../../../.ci/install.mjs';
import { embedding, inspecting, settling } from '../../../../studio/views/export/receiving.ts';
import { ready, realPolicies } from '../../../kit/policy.ts';

const run = promisify(execFile);
// Beside the sources, where yice/runtime is found as an installed package is.
mkdirSync(join(ROOT, 'dist'), { recursive: true });
const folder = mkdtempSync(join(ROOT, 'dist', '.receiving-'));
const bundle = join(folder, 'b.json');
let digest = '';
beforeAll(async () => {
  ensureBuilt('runtime');
  const made = await ready(realPolicies(), '510700-绵阳市');
  digest = made.digest ?? '';
  writeFileSync(bundle, made.bytes);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const program = async (text: string): Promise<string> => {
  writeFileSync(join(folder, 'try.mjs'), text);
  return (await run(process.execPath, ['try.mjs'], { cwd: folder })).stdout;
};

describe('the program that a developer copies', () => {
  it('has ten lines and runs as it is', async () => {
    const text = embedding(basename(bundle), digest);
    expect(
      text
        .trimEnd()
        .split('\n')
        .filter((line) => line !== '').length,
    ).toBeLessThanOrEqual(10);
    const out = await program(text);
    expect(out).toContain(digest);
    expect(out).toMatch(/^settled /);
    expect(out).toContain('"format":"yice-ledger/');
  });
  it('refuses the file when a byte of it was changed', async () => {
    await expect(
      program(
        embedding(
          basename(bundle),
          digest.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
        ),
      ),
    ).rejects.toThrow(/digest differs/);
  });
});

it('the program of the first page gives what stands beside it', async () => {
  const [, text = ''] = /```ts\n([\s\S]*?)```/.exec(readFileSync(join(ROOT, 'README.md'), 'utf8')) ?? [];
  const out = await program(text.replace('m.json', basename(bundle)).replace('sha256:…', digest));
  const [, funds, personal] = /funds ([\d.]+), personal ([\d.]+)/.exec(text) ?? [];
  expect(out).toMatch(/^settled /);
  expect([funds, personal]).toEqual(['400.00', '600.00']);
  for (const part of [`funds: '${funds}'`, `personal: '${personal}'`]) expect(out).toContain(part);
});

it('the commands are pasted as they are, with nothing before them, and make the file that they read', () => {
  const lines = `${inspecting('b.json', 'sha256:1')}${settling('b.json', 'sha256:1')}`.trimEnd().split('\n');
  expect(lines.filter((line) => !line.startsWith('    ')).every((line) => line.startsWith('npx yice '))).toBe(true);
  expect(lines.findIndex((line) => line.includes('> visits.jsonl'))).toBeLessThan(
    lines.findIndex((line) => line.includes('< visits.jsonl')),
  );
});

it('the commands name the record of sign-off when there is one', () => {
  expect(inspecting('b.json', 'sha256:1')).not.toContain('--signoff');
  expect(inspecting('b.json', 'sha256:1', true)).toContain('--signoff b.signoff.json');
});
