import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { BUNDLE_FORMAT } from '../../runtime/index.ts';
import { LEDGER_FORMAT } from '../../runtime/ledger/json.ts';
import { COMPILER_VERSION, LANGUAGE_VERSION } from '../5-bundle/bundle.ts';
import type { Words } from '../diagnostics/diagnostic.ts';
import { buildCommand } from './commands/build.ts';
import { checkCommand } from './commands/check.ts';
import { coverageCommand } from './commands/coverage.ts';
import { expandCommand } from './commands/expand.ts';
import { explainCommand } from './commands/explain.ts';
import { fmtCommand } from './commands/fmt.ts';
import { inspectCommand } from './commands/inspect.ts';
import { resettleCommand } from './commands/resettle.ts';
import { settleCommand } from './commands/settle.ts';
import { studioCommand } from './commands/studio.ts';
import { testCommand } from './commands/test.ts';
import { verifyCommand } from './commands/verify.ts';
import { EXIT, EXITS_EXPLAINED, type Exit, Stop } from './exits.ts';
import { chooseLang, type Lang, openTerminal } from './terminal.ts';
import { usageWords } from './usage.ts';

/** Asked for before the commands are described, because they are described in it. */
function askedLang(argv: readonly string[]): Lang | undefined {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const value = argv[at]?.startsWith('--lang=') ? argv[at]?.slice('--lang='.length) : argv[at + 1];
  return at !== -1 && (value === 'zh' || value === 'en') ? value : undefined;
}

function knownLang(value: string): string {
  if (value !== 'zh' && value !== 'en') throw new InvalidArgumentError('zh, en');
  return value;
}

const asked = askedLang(process.argv);
const lang = chooseLang(asked, process.env);
const terminal = openTerminal(lang);

/** Runs a command to its exit code; what stops it is said in one sentence. */
async function run(exit: Promise<Exit>): Promise<void> {
  try {
    process.exitCode = await exit;
  } catch (error) {
    if (error instanceof Stop) {
      terminal.say(error.words);
      process.exitCode = error.exit;
    } else {
      // Everything that can be wrong with what was given is told as a value; this is our own.
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
      process.exitCode = EXIT.fault;
    }
  }
}

/** Commander's own headings and remarks, in Chinese. */
const HEADINGS: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Global Options:': '通用选项：',
  'Commands:': '命令：',
};

/** The command that was meant, for its own --help. */
const called = (): string => {
  const name = process.argv.slice(2).find((word) => program.commands.some((one) => one.name() === word));
  return name === undefined ? 'yice' : `yice ${name}`;
};

const VERSIONS: Words = {
  zh: `医策 ${COMPILER_VERSION}（语言 ${LANGUAGE_VERSION}，规则包 ${BUNDLE_FORMAT}，账本 ${LEDGER_FORMAT}）`,
  en: `Yice ${COMPILER_VERSION} (language ${LANGUAGE_VERSION}, bundles ${BUNDLE_FORMAT}, ledgers ${LEDGER_FORMAT})`,
};

const program = new Command('yice')
  .description(
    lang === 'zh' ? '医策：医保待遇政策的检查、试算与结算' : 'Yice: check, try out and settle with medical-insurance benefit policies',
  )
  .addOption(new Option('--lang <zh|en>', lang === 'zh' ? '输出语言' : 'language of the output').argParser(knownLang))
  .helpOption('-h, --help', lang === 'zh' ? '显示用法' : 'show the usage')
  .helpCommand('help [command]', lang === 'zh' ? '显示用法' : 'show the usage')
  .version(VERSIONS[lang], '-V, --version', lang === 'zh' ? '显示版本' : 'show the versions')
  .configureHelp({
    showGlobalOptions: true,
    styleTitle: (title) => (lang === 'zh' ? (HEADINGS[title] ?? title) : title),
    // Without commander's own English remarks on defaults and choices: our descriptions say them.
    optionDescription: (option) => option.description,
    argumentDescription: (argument) => argument.description,
  })
  .addHelpText('after', `\n${EXITS_EXPLAINED[lang]}`)
  .configureOutput({ outputError: () => undefined })
  .exitOverride();

checkCommand(program, terminal, run);
fmtCommand(program, terminal, run, asked);
testCommand(program, terminal, run);
buildCommand(program, terminal, run);
settleCommand(program, terminal, run);
resettleCommand(program, terminal, run);
explainCommand(program, terminal, run);
inspectCommand(program, terminal, run);
verifyCommand(program, terminal, run);
expandCommand(program, terminal, run);
coverageCommand(program, terminal, run);
studioCommand(program, terminal, run);

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  if (error.exitCode !== 0 && error.code !== 'commander.help') terminal.say(usageWords(error, called()));
}
