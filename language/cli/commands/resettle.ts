import type { Command } from 'commander';
import type { Difference, Ledger, LoadedBundle } from '../../../runtime/index.ts';
import { bookDifferences, differencesOf, hasEvent, ledgerToJson } from '../../../runtime/index.ts';
import type { Words } from '../../diagnostics/diagnostic.ts';
import { dayAsked, digestAsked } from '../asked.ts';
import { EXIT, type Exit, Stop } from '../exits.ts';
import { kindOf, writeWhole } from '../files.ts';
import { openBundle, openBundles, openLedger } from '../opening.ts';
import { byPerson, resettledJson, resettledText, totalsText } from '../resettled.ts';
import type { Terminal } from '../terminal.ts';

/** How often progress is shown and a stop is looked for, in events. */
const PROGRESS_EVERY = 500;

interface ResettleOptions {
  readonly bundle: string;
  readonly bundles: readonly string[];
  readonly ledger: string;
  readonly knownOn?: string;
  readonly digest?: string;
  readonly book?: string;
  readonly id: string;
  readonly json: boolean;
}

/** `yice resettle`: what a law known later changes for events that are booked, and booking the differences. */
export function resettleCommand(program: Command, terminal: Terminal, run: (exit: Promise<Exit>) => Promise<void>): void {
  const text = (words: Words): string => words[terminal.lang];
  program
    .command('resettle')
    .description(
      text({
        zh: '追溯补差：账本里已记账的每一笔，按新的规则包重算，逐人列出应补应退和依据',
        en: 'back payment: settles every booked event again under the new bundle and lists per person what is owed or overpaid, and why',
      }),
    )
    .requiredOption('--bundle <file>', text({ zh: '新的规则包', en: 'the new bundle' }))
    .requiredOption('--ledger <file>', text({ zh: '账本', en: 'the ledger' }))
    .option(
      '--bundles <files...>',
      text({
        zh: '原来结算用的规则包：列出改了哪些数，并把撤销后不重算留下的差别除外',
        en: 'the bundles that settled the events: tells which values changed, and leaves out what a reversal let stand',
      }),
      [],
    )
    .option(
      '--known-on <date>',
      text({ zh: '知晓日：按那一天已发布的规则', en: 'the law as it was published by that day' }),
      dayAsked(terminal.lang),
    )
    .option('--digest <digest>', text({ zh: '新规则包的摘要须与此相同', en: 'the digest that the new bundle must have' }), digestAsked)
    .option(
      '--book <file>',
      text({ zh: '把补差记入新账本，写到这个文件', en: 'books the differences into a new ledger, written to this file' }),
    )
    .option('--id <text>', text({ zh: '补差事件编号的开头', en: 'how the ids of the back payments begin' }), '补差')
    .option('--json', text({ zh: '输出 JSON：每人一行，最后一行是合计', en: 'JSON: a line per person, the totals last' }), false)
    .action((options: ResettleOptions) => run(resettle(options, terminal)));
}

async function resettle(options: ResettleOptions, terminal: Terminal): Promise<Exit> {
  const bundle = await openBundle(options.bundle, options.digest);
  const bundles = await openBundles(options.bundles);
  if ((await kindOf(options.ledger)) === undefined)
    throw new Stop(EXIT.files, { zh: `没有账本 “${options.ledger}”`, en: `there is no ledger “${options.ledger}”` });
  const ledger = await openLedger(options.ledger);
  const differences = await collect(bundle, bundles, ledger, options, terminal);
  const people = byPerson(differences);
  for (const person of people)
    await terminal.print(options.json ? `${JSON.stringify(resettledJson(person))}\n` : resettledText(person, terminal.lang));
  await terminal.print(totalsText(people, options.json, terminal.lang));
  if (options.book !== undefined)
    await writeWhole(options.book, `${JSON.stringify(ledgerToJson(booked(bundle, ledger, differences, options)))}\n`);
  return EXIT.ok;
}

async function collect(
  bundle: LoadedBundle,
  bundles: readonly LoadedBundle[],
  ledger: Ledger,
  { knownOn }: ResettleOptions,
  terminal: Terminal,
): Promise<readonly Difference[]> {
  const found: Difference[] = [];
  let looked = 0;
  for (const difference of differencesOf(bundle, ledger, { bundles, knownOn })) {
    looked += 1;
    if (difference) found.push(difference);
    if (looked % PROGRESS_EVERY !== 0) continue;
    terminal.progress(terminal.lang === 'zh' ? `已看 ${looked} 笔，有差别 ${found.length} 笔` : `${looked} events, ${found.length} differ`);
    // Lets a stop that was asked for take effect: nothing is written before the end.
    await new Promise((resume) => setImmediate(resume));
  }
  terminal.progress('');
  return found;
}

/** One back payment a person, each under an id that the ledger does not have. */
function booked(bundle: LoadedBundle, before: Ledger, differences: readonly Difference[], { id, knownOn }: ResettleOptions): Ledger {
  let ledger = before;
  let number = 1;
  for (const { own } of byPerson(differences)) {
    const due = own.filter(({ effect }) => effect === 'due');
    if (due.length === 0) continue;
    while (hasEvent(ledger, `${id}-${number}`)) number += 1;
    ledger = bookDifferences(bundle, ledger, due, { id: `${id}-${number}`, knownOn });
  }
  return ledger;
}
