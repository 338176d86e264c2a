import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ensureChromium } from './chromium.mjs';
import { closing, readReport, redTests } from './count.mjs';
import { ensureInstalled, ROOT, run, say } from './install.mjs';

/** Logic first: pages want a machine to themselves, and a red rule is worth knowing before a browser starts. */
const ROUNDS = [
  ['house', 'rules', 'unit'],
  ['page', 'browser'],
];

/** A round that takes longer hangs. */
const ROUND_LIMIT_MS = 20 * 60_000;

/** @param {string[]} projects @param {number} index @returns {import('./count.mjs').Run} */
function round(projects, index) {
  const output = join(ROOT, '.vitest', `report-${process.pid}-${index}.json`);
  const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
  const chosen = projects.flatMap((project) => ['--project', project]);
  const args = [vitest, 'run', ...chosen, '--reporter=default', '--reporter=json', `--outputFile.json=${output}`];
  const exitCode = run(process.execPath, args, { stdio: ['ignore', 1, 2], timeout: ROUND_LIMIT_MS });
  try {
    return { exitCode, report: readReport(readFileSync(output, 'utf8')) };
  } catch {
    return { exitCode, report: undefined };
  } finally {
    rmSync(output, { force: true });
  }
}

/** @type {import('./count.mjs').Run[]} */
const runs = [];
try {
  ensureInstalled();
  ensureBuilt('cli');
  ensureBuilt('studio');
  process.env.CHROME_PATH = ensureChromium();
  for (const [index, projects] of ROUNDS.entries()) runs.push(round(projects, index));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  runs.push({ exitCode: 1, report: undefined });
}
const { green, failed, line } = closing(runs);
if (!green && failed === 0) say('有一轮没有运行任何测试', 'a round ran no test');
for (const red of redTests(runs)) process.stdout.write(`\n✗ ${red}\n`);
process.stdout.write(`\n${line}\n`);
process.exitCode = green ? 0 : 1;
