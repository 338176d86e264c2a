import { basename } from 'node:path';
import type { Command } from 'commander';
import { compile } from '../../compile.ts';
import { EXIT, type Exit, Stop } from '../exits.ts';
import { kindOf, writeWhole } from '../files.ts';
import { countOf, rendered } from '../report.ts';
import type { Terminal } from '../terminal.ts';
import { foldersOf, loadWorkspaces } from '../workspace.ts';

/** `yice build`: one jurisdiction to one bundle. Any error refuses it. */
export function buildCommand(program: Command, terminal: Terminal, run: (exit: Promise<Exit>) => Promise<void>): void {
  const zh = terminal.lang === 'zh';
  program
    .command('build')
    .description(zh ? '把一个统筹区的目录构建成规则包，打印摘要' : 'build a jurisdiction’s folder into a bundle and print its digest')
    .argument('<path>', zh ? '统筹区的目录，或单个政策文件' : 'the folder of a jurisdiction, or one policy file')
    .requiredOption('-o, --output <file>', zh ? '写到哪个文件' : 'the file to write')
    .action((path: string, options: { output: string }) => run(build(path, options.output, terminal)));
}

async function build(path: string, output: string, terminal: Terminal): Promise<Exit> {
  const [loaded, ...apart] = await loadWorkspaces([path]);
  if (!loaded) return EXIT.files;
  if (apart.length > 0) {
    throw new Stop(EXIT.usage, {
      zh: `“${path}” 里有 ${apart.length + 1} 组互不相干的政策；一个规则包只装一组，指明其中一个文件`,
      en: `“${path}” holds ${apart.length + 1} groups of policies that have nothing to do with each other; a bundle holds one: name a file of it`,
    });
  }
  const [folder, ...others] = (await kindOf(path)) === 'file' ? [...loaded.selected] : foldersOf(loaded);
  if (others.length > 0) {
    throw new Stop(EXIT.usage, {
      zh: `“${path}” 里有几个统筹区；一个规则包只装一个，指明 ${basename(loaded.root)}/ 下的一个目录`,
      en: `“${path}” holds several jurisdictions; a bundle holds one: name one folder of ${basename(loaded.root)}/`,
    });
  }
  const result = await compile(loaded, folder === undefined ? {} : { folder });
  const { diagnostics, bytes, digest, file } = result;
  if (result.built.policies.length === 0 && countOf(diagnostics, 'error') === 0) {
    throw new Stop(EXIT.usage, {
      zh: `“${path}” 里没有可以结算的政策；词汇和只供继承的政策随继承它们的政策装包`,
      en: `there is no policy in “${path}” under which anything is settled; vocabularies and policies to inherit from go into the bundles of those that take from them`,
    });
  }
  if (bytes === undefined || digest === undefined || file === undefined || countOf(diagnostics, 'error') > 0) {
    const text = rendered(loaded, diagnostics, terminal);
    process.stderr.write(text);
    terminal.say({ zh: '有错误，没有写出规则包', en: 'there are errors; no bundle was written' });
    return EXIT.findings;
  }
  await writeWhole(output, bytes);
  await terminal.print(`${digest}  ${output}\n`);
  return EXIT.ok;
}
