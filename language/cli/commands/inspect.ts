import type { Command } from 'commander';
import { parse } from '../../2-syntax/parse.ts';
import { visible } from '../../diagnostics/columns.ts';
import type { Heir } from '../../ladder/report.ts';
import { ladderOf } from '../../ladder/report.ts';
import { ladderLines } from '../../ladder/words.ts';
import { signoffText } from '../../signoff/record.ts';
import { contentsOf } from '../contents.ts';
import { EXIT, type Exit } from '../exits.ts';
import { kindOf } from '../files.ts';
import { inspected } from '../inspected.ts';
import { openBundle } from '../opening.ts';
import { sampleEvents } from '../sample-events.ts';
import { signedText, signoffAt } from '../signed.ts';
import type { Terminal } from '../terminal.ts';
import { loadWorkspaces } from '../workspace.ts';

/**
 * `yice inspect`: what a bundle holds, read as a back-end reads it: with the runtime alone. Of texts, what each policy takes from those above
 * it and where the two have drifted.
 */
export function inspectCommand(program: Command, terminal: Terminal, run: (exit: Promise<Exit>) => Promise<void>): void {
  const zh = terminal.lang === 'zh';
  program
    .command('inspect')
    .description(
      zh
        ? '看规则包里有什么：摘要、政策与版本、待定、所用文本；给文本或目录，看各政策沿用、覆盖上级的什么'
        : 'show what a bundle holds: digest, policies and versions, what is open, its texts; of texts, what each policy takes from above',
    )
    .argument('<path>', zh ? '规则包、签核记录，或政策文本、目录' : 'the bundle, a record of sign-off, or texts of policies')
    .option('--json', zh ? '输出 JSON，供程序读取' : 'print JSON for programs')
    .option(
      '--events',
      zh
        ? '输出规则包自带示例里的就诊，一行一笔 JSON：照着写自己的，也可以直接结算'
        : 'print the events of the bundle’s own scenarios, a JSON line each: to write one’s own after them, and to settle as they are',
    )
    .action((file: string, options: Asked) => run(inspect(file, options, terminal)));
}

interface Asked {
  readonly json?: boolean;
  readonly events?: boolean;
}

async function inspect(path: string, { json = false, events = false }: Asked, terminal: Terminal): Promise<Exit> {
  if (events) {
    const { file } = await openBundle(path);
    await terminal.print(
      sampleEvents(file)
        .map((event) => `${JSON.stringify(event)}\n`)
        .join(''),
    );
    return EXIT.ok;
  }
  if (path.endsWith('.yice') || (await kindOf(path)) === 'folder') return inspectTexts(path, json, terminal);
  if (path.endsWith('.signoff.json')) {
    const record = await signoffAt(path);
    await terminal.print(json ? signoffText(record) : signedText(record, terminal.lang));
    return EXIT.ok;
  }
  const contents = contentsOf(await openBundle(path));
  await terminal.print(json ? `${JSON.stringify(contents, undefined, 2)}\n` : inspected(contents, terminal.lang));
  return EXIT.ok;
}

/** The ladder of the policies that were asked for. */
async function inspectTexts(path: string, json: boolean, terminal: Terminal): Promise<Exit> {
  const heirs: Heir[] = [];
  for (const { files, selected } of await loadWorkspaces([path])) {
    const report = ladderOf(files.map((file) => parse(file).tree));
    heirs.push(...report.filter(({ span }) => selected.has(span.file)));
  }
  if (json) await terminal.print(`${JSON.stringify(heirs, undefined, 2)}\n`);
  else if (heirs.length === 0)
    terminal.say({ zh: `“${path}” 里没有从别的政策继承的政策`, en: `no policy in “${path}” takes from another policy` });
  else
    await terminal.print(
      `${heirs
        .map((heir) =>
          ladderLines(heir)
            .map((words) => visible(words[terminal.lang]))
            .join('\n'),
        )
        .join('\n\n')}\n`,
    );
  return EXIT.ok;
}
