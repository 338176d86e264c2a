import { type Command, Option } from 'commander';
import type { Answer } from '../../../runtime/answer.ts';
import { emptyLedger, type Ledger, type LoadedBundle, ledgerToJson, settle } from '../../../runtime/index.ts';
import type { Words } from '../../diagnostics/diagnostic.ts';
import { dayAsked, digestAsked } from '../asked.ts';
import { type AnswerTable, answerTable } from '../csv/answers.ts';
import type { Unreadable } from '../encounter-line.ts';
import { type Given, givenIn } from '../events-given.ts';
import { EXIT, type Exit } from '../exits.ts';
import { type Draft, draftOf, holdAlone, writeWhole } from '../files.ts';
import { openBundle, openBundles, openLedger } from '../opening.ts';
import type { Terminal } from '../terminal.ts';

/** How often progress is shown, in lines. */
const PROGRESS_EVERY = 500;

interface SettleOptions {
  readonly bundle: string;
  readonly bundles: readonly string[];
  readonly ledger?: string;
  readonly explain: boolean;
  readonly knownOn?: string;
  readonly digest?: string;
  /** How --digest was first called. */
  readonly expectDigest?: string;
  readonly csv: boolean;
  readonly ignore: readonly string[];
  readonly outCsv?: string;
}

/** What one event of the input gives: always one line of output. */
interface Outcome {
  readonly line?: number;
  /** Of a CSV file: as a spreadsheet counts. */
  readonly row?: number;
  readonly answer?: Answer;
  /** Why no answer, or why the answer pays nothing: the first problem, with its field. */
  readonly error?: { readonly code: string; readonly field?: string; readonly zh: string; readonly en: string };
}

/** `yice settle`: JSON lines or CSV in, JSON lines out, the ledger written back at the end, whole or not at all. */
export function settleCommand(program: Command, terminal: Terminal, run: (exit: Promise<Exit>) => Promise<void>): void {
  const text = (words: Words): string => words[terminal.lang];
  program
    .command('settle')
    .description(
      text({
        zh: '逐笔结算：一行一笔 JSON，或一张 CSV 表；标准输出一行一个答案',
        en: 'settle events: JSON lines or a CSV table in, one answer a line on stdout',
      }),
    )
    .argument(
      '[file]',
      text({
        zh: '要结算的文件，.csv 是表，其余是一行一笔 JSON；不写就读标准输入',
        en: 'the events: .csv is a table, else JSON lines; stdin when absent',
      }),
    )
    .option('--csv', text({ zh: '文件或标准输入是 CSV 表', en: 'the file, or stdin, is a CSV table' }), false)
    .option('--ignore <headers...>', text({ zh: '表里不用的列', en: 'columns of the table to pass over' }), [])
    .option(
      '--out-csv <file>',
      text({
        zh: '另写一张 CSV 表：一笔一行，列名是国家接口字段',
        en: 'also writes a CSV table: a row an event, under national field names',
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
    .option(
      '--known-on <date>',
      text({ zh: '知晓日：按那一天已发布的规则', en: 'the law as it was published by that day' }),
      dayAsked(terminal.lang),
    )
    .option('--digest <digest>', text({ zh: '规则包的摘要须与此相同', en: 'the digest that the bundle must have' }), digestAsked)
    .addOption(new Option('--expect-digest <digest>').argParser(digestAsked).hideHelp())
    .action((file: string | undefined, options: SettleOptions) => run(settleStream(file, options, terminal)));
}

async function settleStream(file: string | undefined, options: SettleOptions, terminal: Terminal): Promise<Exit> {
  const bundle = await openBundle(options.bundle, options.digest ?? options.expectDigest);
  const older = await openBundles(options.bundles);
  const input = await givenIn(file, options, bundle, terminal);
  const table = options.outCsv === undefined ? undefined : answerTable(bundle, terminal.lang);
  const draft = options.outCsv === undefined ? undefined : await draftOf(options.outCsv);
  const release = options.ledger === undefined ? undefined : await holdAlone(options.ledger).catch(abandoning(draft));
  try {
    const before = options.ledger === undefined ? emptyLedger() : await openLedger(options.ledger);
    const { exit, ledger } = await settleAll({ bundle, older, options, table, draft, terminal }, before, input);
    await draft?.finish();
    // INVARIANT: every answer was written before the ledger that contains it. A run that ends earlier leaves the old ledger, and the
    // same events settled again give the same answers.
    if (options.ledger !== undefined) await writeWhole(options.ledger, `${JSON.stringify(ledgerToJson(ledger))}\n`);
    return exit;
  } finally {
    await draft?.abandon();
    await release?.();
  }
}

const abandoning =
  (draft: Draft | undefined) =>
  async (error: unknown): Promise<never> => {
    await draft?.abandon();
    throw error;
  };

/** What every event of a run is settled with, and where its answer goes. */
interface Work {
  readonly bundle: LoadedBundle;
  readonly older: readonly LoadedBundle[];
  readonly options: SettleOptions;
  readonly table: AnswerTable | undefined;
  readonly draft: Draft | undefined;
  readonly terminal: Terminal;
}

/** Says in a byte-order mark that the table is UTF-8: without it spreadsheets in China take it for GB18030. */
const MARK = '\ufeff';

async function settleAll(
  work: Work,
  before: Ledger,
  input: AsyncIterable<Given>,
): Promise<{ readonly exit: Exit; readonly ledger: Ledger }> {
  const { table, draft, terminal } = work;
  let ledger = before;
  let events = 0;
  let refused = 0;
  if (table) await draft?.write(MARK + table.header);
  for await (const given of input) {
    const { outcome, after } = settleGiven(work, ledger, given);
    ledger = after;
    events += 1;
    if (outcome.error) refused += 1;
    const { read, at } = given;
    if (table) await draft?.write(table.row({ at, encounter: read.ok ? read.encounter : undefined, ...outcome }));
    await terminal.print(`${JSON.stringify(outcome)}\n`);
    if (events % PROGRESS_EVERY === 0) terminal.progress(terminal.lang === 'zh' ? `已结算 ${events} 笔` : `${events} events settled`);
  }
  terminal.progress('');
  if (events === 0) terminal.say({ zh: '没有读到一笔就诊', en: 'no event was read' });
  if (refused > 0) terminal.say({ zh: `共 ${events} 笔，其中 ${refused} 笔被拒收`, en: `${events} events, ${refused} of them refused` });
  return { exit: refused > 0 ? EXIT.refused : EXIT.ok, ledger };
}

function settleGiven({ bundle, older, options }: Work, ledger: Ledger, given: Given): { outcome: Outcome; after: Ledger } {
  const { read, at, unit, told } = given;
  const place = { [unit]: at };
  if (!read.ok) return { outcome: { ...place, error: read.error }, after: ledger };
  const known = options.knownOn === undefined ? {} : { knownOn: options.knownOn };
  const result = settle(bundle, read.encounter, ledger, { explain: options.explain, bundles: older, ...known });
  const error = refusalOf(result.answer);
  return { outcome: { ...place, ...(error ? { error: told(error) } : {}), answer: result.answer }, after: result.ledger };
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
