import type { Command } from 'commander';
import { type LoadedBundle, loadBundle } from '../../../runtime/index.ts';
import { contentsOf } from '../contents.ts';
import { EXIT, type Exit, Stop } from '../exits.ts';
import { readBytes } from '../files.ts';
import { inspected } from '../inspected.ts';
import { reasonLines } from '../refusal.ts';
import type { Terminal } from '../terminal.ts';

/** `yice inspect`: what a bundle holds, read as a back-end reads it: with the runtime alone. */
export function inspectCommand(program: Command, terminal: Terminal, run: (exit: Promise<Exit>) => Promise<void>): void {
  const zh = terminal.lang === 'zh';
  program
    .command('inspect')
    .description(
      zh
        ? '看规则包里有什么：摘要、政策与版本、待定、所用文本'
        : 'show what a bundle holds: digest, policies and versions, what is open, its texts',
    )
    .argument('<file>', zh ? '规则包' : 'the bundle')
    .option('--json', zh ? '输出 JSON，供程序读取' : 'print JSON for programs')
    .action((file: string, options: { json?: boolean }) => run(inspect(file, options.json === true, terminal)));
}

async function inspect(path: string, json: boolean, terminal: Terminal): Promise<Exit> {
  const contents = contentsOf(await readBundle(path));
  await terminal.print(json ? `${JSON.stringify(contents, undefined, 2)}\n` : inspected(contents, terminal.lang));
  return EXIT.ok;
}

/** @throws Stop with every reason when the file is no bundle */
async function readBundle(path: string): Promise<LoadedBundle> {
  const loaded = await loadBundle(await readBytes(path));
  if (loaded.ok) return loaded.bundle;
  throw new Stop(EXIT.files, {
    zh: [`“${path}” 不是规则包`, ...reasonLines(loaded.reasons, 'zh')].join('\n'),
    en: [`“${path}” is no bundle`, ...reasonLines(loaded.reasons, 'en')].join('\n'),
  });
}
