import type { Command } from 'commander';
import type { Answer } from '../../../runtime/answer.ts';
import { emptyLedger, type Ledger, type LoadedBundle, ledgerFromJson, ledgerToJson, loadBundle, settle } from '../../../runtime/index.ts';
import type { Words } from '../../diagnostics/diagnostic.ts';
import { readEncounter, type Unreadable } from '../encounter-line.ts';
import { EXIT, type Exit, Stop } from '../exits.ts';
import { holdAlone, kindOf, readBytes, readText, writeWhole } from '../files.ts';
import { type InputLine, linesOf } from '../json-lines.ts';
import type { Terminal } from '../terminal.ts';

/** One event is a page of fields; a line above this is not one. Bytes. */
const LINE_LIMIT = 1024 * 1024;

/** How often progress is shown, in lines. */
const PROGRESS_EVERY = 500;

interface SettleOptions {
  readonly bundle: string;
  readonly bundles: readonly string[];
  readonly ledger?: string;
  readonly explain: boolean;
  readonly knownOn?: string;
  readonly expectDigest?: string;
}

/** What one line of input gives: always one line of output. */
interface Outcome {
  readonly line: number;
  readonly answer?: Answer;
  /** Why no answer, or why the answer pays nothing: the first problem, with its field. */
  readonly error?: { readonly code: string; readonly field?: string; readonly zh: string; readonly en: string };
}

/** `yice settle`: JSON lines in, JSON lines out, the ledger written back at the end, whole or not at all. */
export function settleCommand(program: Command, terminal: Terminal, run: (exit: Promise<Exit>) => Promise<void>): void {
  const text = (words: Words): string => words[terminal.lang];
  program
    .command('settle')
    .description(
      text({
        zh: '逐笔结算：标准输入一行一笔 JSON，标准输出一行一个答案',
        en: 'settle events: JSON lines in on stdin, one answer a line on stdout',
      }),
    )
    .requiredOption('--bundle <file>', text({ zh: '规则包', en: 'the bundle' }))
    .option(
      '--bundles <files...>',
      text({
        zh: '以前用过的规则包：撤销、更正后重算由它们结算的事件',
        en: 'bundles used before: events that they settled are settled again by them after a reversal or a correction',
      }),
      [],
    )
    .option(
      '--ledger <file>',
      text({
        zh: '账本；没有就从空账本开始，结束时原子写回',
        en: 'the ledger; begins empty when absent, written back atomically at the end',
      }),
    )
    .option('--no-explain', text({ zh: '答案里不带解释', en: 'answers without explanation' }))
    .option('--known-on <date>', text({ zh: '知晓日：按那一天已发布的规则', en: 'the law as it was published by that day' }))
    .option('--expect-digest <digest>', text({ zh: '规则包的摘要须与此相同', en: 'the digest that the bundle must have' }))
    .action((options: SettleOptions) => run(settleStream(options, process.stdin, terminal)));
}

async function settleStream(options: SettleOptions, input: AsyncIterable<Uint8Array>, terminal: Terminal): Promise<Exit> {
  const bundle = await openBundle(options.bundle, options.expectDigest);
  const older = await openBundles(options.bundles);
  if (options.ledger === undefined) return (await settleLines(bundle, older, emptyLedger(), options, input, terminal)).exit;
  const release = await holdAlone(options.ledger);
  try {
    const before = await openLedger(options.ledger);
    const { exit, ledger } = await settleLines(bundle, older, before, options, input, terminal);
    // INVARIANT: every answer was written before the ledger that contains it. A run that ends earlier leaves the old ledger, and the
    // same lines settled again give the same answers.
    await writeWhole(options.ledger, `${JSON.stringify(ledgerToJson(ledger))}\n`);
    return exit;
  } finally {
    await release();
  }
}

/** @throws Stop when the file is no bundle that this runtime settles with */
export async function openBundle(path: string, expectDigest?: string): Promise<LoadedBundle> {
  const loaded = await loadBundle(await readBytes(path), expectDigest === undefined ? {} : { expectDigest });
  if (loaded.ok) return loaded.bundle;
  const reasons = loaded.reasons.slice(0, 5);
  throw new Stop(EXIT.files, {
    zh: `“${path}” 不能用来结算：${reasons.map((reason) => `${reason.zh} ${reason.path}`).join('；')}`,
    en: `“${path}” cannot be settled with: ${reasons.map((reason) => `${reason.en} ${reason.path}`).join('; ')}`,
  });
}

/** Bundles that settled earlier events. @throws Stop when a file is none */
export async function openBundles(paths: readonly string[]): Promise<readonly LoadedBundle[]> {
  const bundles: LoadedBundle[] = [];
  for (const path of paths) bundles.push(await openBundle(path));
  return bundles;
}

/** An absent file is an empty ledger. @throws Stop when the file is no ledger */
export async function openLedger(path: string): Promise<Ledger> {
  if ((await kindOf(path)) === undefined) return emptyLedger();
  const notOne = (zh: string, en: string): Stop =>
    new Stop(EXIT.files, { zh: `“${path}” 不是账本：${zh}`, en: `“${path}” is no ledger: ${en}` });
  let json: unknown;
  try {
    json = JSON.parse(await readText(path));
  } catch (error) {
    if (error instanceof Stop) throw error;
    throw notOne('不是 JSON', 'it is not JSON');
  }
  const read = ledgerFromJson(json);
  if (read.ok) return read.ledger;
  const reasons = read.reasons.slice(0, 5);
  throw notOne(reasons.map((reason) => reason.zh).join('；'), reasons.map((reason) => reason.en).join('; '));
}

async function settleLines(
  bundle: LoadedBundle,
  older: readonly LoadedBundle[],
  before: Ledger,
  options: SettleOptions,
  input: AsyncIterable<Uint8Array>,
  terminal: Terminal,
): Promise<{ readonly exit: Exit; readonly ledger: Ledger }> {
  let ledger = before;
  let lines = 0;
  let refused = 0;
  for await (const line of linesOf(input, LINE_LIMIT)) {
    if (line.kind === 'line' && line.text.trim() === '') continue;
    const { outcome, after } = settleLine(bundle, older, ledger, line, options);
    ledger = after;
    lines += 1;
    if (outcome.error) refused += 1;
    await terminal.print(`${JSON.stringify(outcome)}\n`);
    if (lines % PROGRESS_EVERY === 0) terminal.progress(terminal.lang === 'zh' ? `已结算 ${lines} 行` : `${lines} lines settled`);
  }
  terminal.progress('');
  if (refused > 0) terminal.say({ zh: `共 ${lines} 行，其中 ${refused} 行被拒收`, en: `${lines} lines, ${refused} of them refused` });
  return { exit: refused > 0 ? EXIT.refused : EXIT.ok, ledger };
}

function settleLine(
  bundle: LoadedBundle,
  older: readonly LoadedBundle[],
  ledger: Ledger,
  line: InputLine,
  options: SettleOptions,
): { outcome: Outcome; after: Ledger } {
  const read = readEncounter(line, LINE_LIMIT);
  if (!read.ok) return { outcome: { line: line.number, error: read.error }, after: ledger };
  const known = options.knownOn === undefined ? {} : { knownOn: options.knownOn };
  const result = settle(bundle, read.encounter, ledger, { explain: options.explain, bundles: older, ...known });
  const error = refusalOf(result.answer);
  return { outcome: { line: line.number, ...(error ? { error } : {}), answer: result.answer }, after: result.ledger };
}

/** Why an answer counts as a refused line: its input or its policy is at fault, or its input has gaps. */
function refusalOf(answer: Answer): Unreadable | undefined {
  switch (answer.status) {
    case 'refused':
    case 'violation': {
      const [problem] = answer.problems;
      return problem ?? { code: answer.status, zh: '拒收', en: 'refused' };
    }
    case 'missing':
      return {
        code: 'missing',
        ...(answer.missing[0] === undefined ? {} : { field: answer.missing[0] }),
        zh: `缺 ${answer.missing.map((name) => `“${name}”`).join('、')}`,
        en: `missing: ${answer.missing.join(', ')}`,
      };
    case 'settled':
    case 'open':
    case 'ineligible':
      return undefined;
  }
}
