import type { Command } from 'commander';
import { parse } from '../../2-syntax/parse.ts';
import { coverageOf } from '../../coverage/coverage.ts';
import { coverageJson, covered, gapsIn } from '../covered.ts';
import { EXIT, type Exit } from '../exits.ts';
import type { Terminal } from '../terminal.ts';
import { foldersOf, loadWorkspaces } from '../workspace.ts';

/** `yice coverage`: clauses without rules and rules without clauses. */
export function coverageCommand(program: Command, terminal: Terminal, run: (exit: Promise<Exit>) => Promise<void>): void {
  const zh = terminal.lang === 'zh';
  program
    .command('coverage')
    .description(
      zh
        ? '原文与规则两头对账：没有规则的句子，没有出处的规则'
        : 'hold documents and rules against each other: clauses without rules, rules without clauses',
    )
    .argument('[paths...]', zh ? '文件或目录；不写就是 policies' : 'files or folders; policies when absent', ['policies'])
    .option('--json', zh ? '输出 JSON，供程序读取' : 'print JSON for programs')
    .action((paths: string[], options: { json?: boolean }) => run(coverage(paths, options.json === true, terminal)));
}

async function coverage(paths: readonly string[], json: boolean, terminal: Terminal): Promise<Exit> {
  let gaps = 0;
  for (const loaded of await loadWorkspaces(paths)) {
    const folders = foldersOf(loaded);
    const within = ({ path }: { readonly path: string }): boolean =>
      folders.some((folder) => folder === undefined || path.startsWith(`${folder}/`));
    // A province's rule may rest on a document that lies with one of its cities: every policy at hand may quote these documents.
    const all = coverageOf(loaded.files.map(parse), loaded.documents.filter(within));
    const found = { ...all, uncited: all.uncited.filter(({ span }) => within({ path: span.file })) };
    const texts = new Map([...loaded.files, ...loaded.documents].map(({ path, text }) => [path, text]));
    await terminal.print(json ? `${JSON.stringify(coverageJson(found), undefined, 2)}\n` : covered(found, texts, terminal.lang));
    gaps += gapsIn(found);
  }
  return gaps > 0 ? EXIT.findings : EXIT.ok;
}
