import { join } from 'node:path';
import { loadWorkspaces } from '../../language/cli/workspace.ts';
import { compile, createCompiler } from '../../language/index.ts';
import type { Workspace } from '../../language/model/workspace.ts';
import { GROWING } from './growing.ts';
import { largeText } from './large-text.ts';
import { median } from './measure.ts';

const RUNS = 9;
const LARGE_BYTES = 100_000;
const GROWTH = [1, 2, 4, 8];

/** Milliseconds of the processor in each run, whatever else the machine does; the first also warms up. */
async function timed(
  runs: number,
  task: (run: number) => Promise<void>,
): Promise<{ readonly first: number; readonly median: number; readonly least: number }> {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const begin = process.cpuUsage();
    await task(run);
    const { user, system } = process.cpuUsage(begin);
    times.push((user + system) / 1000);
  }
  return { first: times[0] ?? 0, median: median(times.slice(1)), least: Math.min(...times.slice(1)) };
}

const bytesOf = (texts: readonly { readonly text: string }[]): number => texts.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);

async function loaded(folder: string): Promise<Workspace> {
  const [found] = await loadWorkspaces([folder]);
  if (!found) throw new Error(folder);
  return found;
}

/** @throws when a generated text is not right: the measure would be of something else */
async function refuseErrors(workspace: Workspace, of: string): Promise<void> {
  const error = (await compile(workspace)).diagnostics.find(({ severity }) => severity === 'error');
  if (error) throw new Error(`${of}: ${error.what.zh}`);
}

/** A text with one number changed, another in each run, as in typing. */
const edited = (workspace: Workspace, path: string, run: number): Workspace => ({
  ...workspace,
  files: workspace.files.map((one) => (one.path === path ? { ...one, text: one.text.replace(/ \d+元/u, ` ${300 + run}元`) } : one)),
});

/** From texts to diagnostics, names and the bytes of a bundle: from scratch, after an edit, and how the time grows with the text. */
export async function benchChecking(policies: string, folder: string, print: (line: string) => void): Promise<void> {
  print('\ncompile: texts to diagnostics, names, bundle bytes and digest (the first run, then the median)');
  const own = await loaded(join(policies, folder));
  const small = await timed(RUNS, async () => void (await compile(own, { folder })));
  print(`  ${folder} and what it inherits (${bytesOf(own.files)} bytes): ${small.first.toFixed(0)} ms, then ${small.median.toFixed(1)} ms`);

  const all = await loaded(policies);
  const whole = await timed(RUNS, async () => void (await compile(all)));
  print(
    `  all policies (${all.files.length} files, ${bytesOf(all.files)} bytes): ${whole.first.toFixed(0)} ms, then ${whole.median.toFixed(1)} ms`,
  );
  const touched = all.files.find(({ path, text }) => path.startsWith(folder) && / \d+元/u.test(text))?.path ?? '';
  await edits(all, touched, whole.median, print);

  const vocabulary = all.files.filter(({ path }) => path.startsWith('000000'));
  const path = '990900-大市/职工.yice';
  const large = { documents: [], files: [...vocabulary, { path, text: largeText(LARGE_BYTES) }] };
  await refuseErrors(large, 'the large text');
  const big = await timed(RUNS, async () => void (await compile(large)));
  print(`  a generated text of ${bytesOf(large.files.slice(-1))} bytes: ${big.first.toFixed(0)} ms, then ${big.median.toFixed(1)} ms`);
  await edits(large, path, big.median, print);

  print(`\ngrowth: compiling one construct written ${GROWTH.join(', ')} times as often; time for as much text, of that for the first`);
  for (const { name, first, texts } of GROWING) {
    const perByte: number[] = [];
    for (const many of GROWTH) {
      const files = texts(first * many);
      const workspace = { documents: [], files: [...vocabulary, ...files] };
      await refuseErrors(workspace, name);
      // What the vocabulary costs is not this text's.
      const { least } = await timed(6, async () => void (await compile(workspace)));
      perByte.push(least / bytesOf(files));
    }
    print(`  ${perByte.map((one) => (one / (perByte[0] ?? 1)).toFixed(2).padStart(5)).join('')}  ${name}`);
  }
}

async function edits(workspace: Workspace, path: string, scratch: number, print: (line: string) => void): Promise<void> {
  const compiler = createCompiler();
  await compiler.compile(workspace);
  const after = await timed(RUNS + 3, async (run) => void (await compiler.compile(edited(workspace, path, run))));
  print(`    after an edit, by one that remembers: ${after.median.toFixed(1)} ms, ${(after.median / scratch).toFixed(2)} of from scratch`);
}
