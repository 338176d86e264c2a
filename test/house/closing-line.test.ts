import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { closing, readReport, redTests } from '../../.ci/count.mjs';

const VITEST = fileURLToPath(new URL('../../node_modules/vitest/vitest.mjs', import.meta.url));
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Runs the real runner over the given files, as npm test does, and counts. */
function runOver(files: Readonly<Record<string, string>>) {
  const root = mkdtempSync(join(tmpdir(), 'yice-count-'));
  folders.push(root);
  for (const [path, text] of Object.entries({ ...files, 'vitest.config.mjs': 'export default { test: { globals: true } };' })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const output = join(root, 'report.json');
  const args = [VITEST, 'run', '--root', root, '--reporter=json', `--outputFile.json=${output}`];
  const { status } = spawnSync(process.execPath, args, { stdio: 'ignore', env: { ...process.env, CI: 'true' } });
  let report: ReturnType<typeof readReport>;
  try {
    report = readReport(readFileSync(output, 'utf8'));
  } catch {
    report = undefined;
  }
  return { report, exitCode: status ?? 128 };
}

const GREEN = "it('a', () => {}); it('b', () => {});";
const RED = "it('c', () => { throw new Error('no'); });";
const SKIPPED = "it.skip('d', () => {}); it.todo('e');";
const UNLOADABLE = "import './absent.mjs'; it('f', () => {});";
const HOOK = "beforeAll(() => { throw new Error('no'); }); it('g', () => {});";
const UNHANDLED = "it('h', () => { Promise.reject(new Error('late')); });";

describe('the closing line over real runs', () => {
  it.each([
    ['green', { 'a.test.js': GREEN }, '2 passed, 0 failed, 0 skipped', true],
    ['green with a skipped test', { 'a.test.js': GREEN + SKIPPED }, '2 passed, 0 failed, 2 skipped', true],
    ['red', { 'a.test.js': GREEN + RED }, '2 passed, 1 failed, 0 skipped', false],
    ['a file that cannot load', { 'a.test.js': GREEN, 'b.test.js': UNLOADABLE }, '2 passed, 1 failed, 0 skipped', false],
    ['a set-up that throws', { 'a.test.js': GREEN, 'b.test.js': HOOK }, /^2 passed, 1 failed/, false],
    ['an error outside any test', { 'a.test.js': GREEN + UNHANDLED }, '3 passed, 1 failed, 0 skipped', false],
    ['nothing but skipped tests', { 'a.test.js': SKIPPED }, '0 passed, 0 failed, 2 skipped', false],
    ['no test', {}, '0 passed, 0 failed, 0 skipped', false],
  ] as const)('%s', (_case, files, line, green) => {
    const counted = closing([runOver(files)]);
    expect(counted.line).toMatch(line);
    expect(counted.green).toBe(green);
  });
});

describe('the red tests', () => {
  it('are named with their file and what they said, the green ones are not', () => {
    const named = redTests([runOver({ 'a.test.js': GREEN, 'b.test.js': RED, 'c.test.js': UNLOADABLE })]);
    expect(named).toHaveLength(2);
    expect(named.find((red) => red.includes('b.test.js'))).toMatch(/b\.test\.js › c\n {4}Error: no/);
    expect(named.find((red) => red.includes('c.test.js'))).toContain('absent.mjs');
  });
});

describe('the closing line over reports', () => {
  const file = (status: string, ...results: string[]) => ({ status, assertionResults: results.map((result) => ({ status: result })) });
  const green = { exitCode: 0, report: { success: true, testResults: [file('passed', 'passed', 'passed')] } };

  it.each([
    ['no run', [], '0 passed, 0 failed, 0 skipped', false],
    ['two green runs', [green, green], '4 passed, 0 failed, 0 skipped', true],
    ['a run without a report', [green, { exitCode: 0, report: undefined }], '2 passed, 1 failed, 0 skipped', false],
    ['a runner that was stopped', [green, { exitCode: 128, report: green.report }], '4 passed, 1 failed, 0 skipped', false],
    [
      'a report that says it is red',
      [{ exitCode: 0, report: { ...green.report, success: false } }],
      '2 passed, 1 failed, 0 skipped',
      false,
    ],
    [
      'a second run in which nothing ran',
      [green, { exitCode: 0, report: { success: true, testResults: [] } }],
      '2 passed, 0 failed, 0 skipped',
      false,
    ],
    [
      'a state never seen before',
      [{ exitCode: 0, report: { success: true, testResults: [file('passed', 'odd')] } }],
      '0 passed, 1 failed, 0 skipped',
      false,
    ],
  ])('%s', (_case, runs, line, isGreen) => {
    expect(closing(runs)).toMatchObject({ line, green: isGreen });
  });

  it.each(['', '{', 'null', '[]', '{"success":true}', '{"success":true,"testResults":[{}]}'])('%j is no report', (text) => {
    expect(readReport(text)).toBeUndefined();
  });
});
