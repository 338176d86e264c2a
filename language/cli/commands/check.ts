import type { Command } from 'commander';
import { compile } from '../../compile.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { EXIT, type Exit } from '../exits.ts';
import { countOf, rendered, selectedOf, summary, toJson } from '../report.ts';
import type { Terminal } from '../terminal.ts';
import { type Loaded, loadWorkspaces } from '../workspace.ts';

/** `yice check`: findings with their place in the source. */
export function checkCommand(program: Command, terminal: Terminal, run: (exit: Promise<Exit>) => Promise<void>): void {
  const zh = terminal.lang === 'zh';
  program
    .command('check')
    .description(
      zh
        ? '检查政策：缺口、重叠、冲突、写错的旧值、对不上的原文'
        : 'check policies: gaps, overlaps, conflicts, wrong old values, quotes not found',
    )
    .argument('[paths...]', zh ? '文件或目录；不写就是 policies' : 'files or folders; policies when absent', ['policies'])
    .option('--json', zh ? '输出 JSON，供程序读取' : 'print JSON for programs')
    .action((paths: string[], options: { json?: boolean }) => run(check(paths, options.json === true, terminal)));
}

async function check(paths: readonly string[], json: boolean, terminal: Terminal): Promise<Exit> {
  const found: { readonly loaded: Loaded; readonly diagnostics: readonly Diagnostic[] }[] = [];
  for (const loaded of await loadWorkspaces(paths)) {
    const { diagnostics } = await compile(loaded);
    found.push({ loaded, diagnostics: selectedOf(loaded, diagnostics) });
  }
  const all = found.flatMap(({ diagnostics }) => diagnostics);
  const files = found.reduce((sum, { loaded }) => sum + loaded.selected.size, 0);
  if (json) {
    const diagnostics = found.flatMap((one) => one.diagnostics.map((diagnostic) => toJson(one.loaded, diagnostic)));
    const counts = { errors: countOf(all, 'error'), warnings: countOf(all, 'warning'), hints: countOf(all, 'hint') };
    await terminal.print(`${JSON.stringify({ files, ...counts, diagnostics }, undefined, 2)}\n`);
  } else {
    for (const { loaded, diagnostics } of found) await terminal.print(rendered(loaded, diagnostics, terminal));
    await terminal.print(`${summary(all, files)[terminal.lang]}\n`);
  }
  return countOf(all, 'error') > 0 ? EXIT.findings : EXIT.ok;
}
