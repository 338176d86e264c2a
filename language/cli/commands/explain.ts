import type { Command } from 'commander';
import { emptyLedger, settle } from '../../../runtime/index.ts';
import { dayAsked, digestAsked } from '../asked.ts';
import { readEncounter } from '../encounter-line.ts';
import { EXIT, type Exit, Stop } from '../exits.ts';
import { explained } from '../explained.ts';
import { readBytes, textIn } from '../files.ts';
import { openBundle, openLedger } from '../opening.ts';
import type { Terminal } from '../terminal.ts';

interface ExplainOptions {
  readonly bundle: string;
  readonly ledger?: string;
  readonly knownOn?: string;
  readonly digest?: string;
}

/** Texts of a few events; a stream of them is for `settle`. Bytes. */
const INPUT_LIMIT = 1024 * 1024;

/** `yice explain`: an answer as readable text. The ledger is read and left as it is. */
export function explainCommand(program: Command, terminal: Terminal, run: (exit: Promise<Exit>) => Promise<void>): void {
  const zh = terminal.lang === 'zh';
  program
    .command('explain')
    .description(zh ? '把结算讲成人话：每一分钱由谁付，为什么' : 'tell a settlement in words: who pays every fen, and why')
    .argument('[file]', zh ? '一笔就诊的 JSON（或一行一笔）；不写就读标准输入' : 'an event as JSON (or one a line); stdin when absent')
    .requiredOption('--bundle <file>', zh ? '规则包' : 'the bundle')
    .option('--ledger <file>', zh ? '账本，只读' : 'the ledger, read only')
    .option('--known-on <date>', zh ? '知晓日：按那一天已发布的规则' : 'the law as it was published by that day', dayAsked(terminal.lang))
    .option('--digest <digest>', zh ? '规则包的摘要须与此相同' : 'the digest that the bundle must have', digestAsked)
    .action((file: string | undefined, options: ExplainOptions) => run(explain(file, options, terminal)));
}

async function explain(file: string | undefined, options: ExplainOptions, terminal: Terminal): Promise<Exit> {
  const bundle = await openBundle(options.bundle, options.digest);
  let ledger = options.ledger === undefined ? emptyLedger() : await openLedger(options.ledger);
  const known = options.knownOn === undefined ? {} : { knownOn: options.knownOn };
  let exit: Exit = EXIT.ok;
  for (const { number, text } of eventsOf(file === undefined ? await readStdin() : await readShort(file))) {
    const read = readEncounter({ kind: 'line', number, text }, INPUT_LIMIT);
    if (!read.ok) {
      const field = read.error.field === undefined ? '' : ` [${read.error.field}]`;
      throw new Stop(EXIT.files, { zh: `第 ${number} 行：${read.error.zh}${field}`, en: `line ${number}: ${read.error.en}${field}` });
    }
    const result = settle(bundle, read.encounter, ledger, known);
    ledger = result.ledger;
    await terminal.print(`${explained(result.answer, terminal.lang)}\n`);
    if (result.answer.status === 'refused' || result.answer.status === 'violation' || result.answer.status === 'missing')
      exit = EXIT.refused;
  }
  return exit;
}

/** One JSON value over several lines, or one a line. */
function eventsOf(text: string): { readonly number: number; readonly text: string }[] {
  try {
    JSON.parse(text);
    return [{ number: 1, text }];
  } catch {
    const lines = text.split('\n').map((line, index) => ({ number: index + 1, text: line }));
    return lines.filter((line) => line.text.trim() !== '');
  }
}

/** @throws Stop when the file is longer than a few events */
async function readShort(path: string): Promise<string> {
  const bytes = await readBytes(path);
  if (bytes.byteLength > INPUT_LIMIT)
    throw new Stop(EXIT.files, {
      zh: `“${path}” 超过 1 MB；整批就诊用 yice settle 结算`,
      en: `“${path}” is longer than 1 MB; a whole batch is for yice settle`,
    });
  return textIn(path, bytes);
}

async function readStdin(): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of process.stdin) {
    parts.push(part);
    size += part.length;
    if (size > INPUT_LIMIT)
      throw new Stop(EXIT.files, {
        zh: '标准输入超过 1 MB；整批就诊用 yice settle 结算',
        en: 'stdin is longer than 1 MB; a whole batch is for yice settle',
      });
  }
  return Buffer.concat(parts).toString('utf8');
}
