import type { Command } from 'commander';
import { format } from '../../format/format.ts';
import { EXIT, type Exit } from '../exits.ts';
import { writeWhole } from '../files.ts';
import { countOf, rendered } from '../report.ts';
import type { Lang, Terminal } from '../terminal.ts';
import { type Loaded, loadWorkspaces } from '../workspace.ts';

interface FmtOptions {
  readonly check?: boolean;
  /** Turn the keywords into this language. */
  readonly keywords?: Lang;
}

/** `yice fmt`: the canonical layout, in place. */
export function fmtCommand(
  program: Command,
  terminal: Terminal,
  run: (exit: Promise<Exit>) => Promise<void>,
  asked: Lang | undefined,
): void {
  const zh = terminal.lang === 'zh';
  program
    .command('fmt')
    .description(
      zh
        ? '排版；写明 --lang 时把关键词换成那种语言，含义不变'
        : 'lay out texts; with --lang the keywords are turned into that language, the meaning stays',
    )
    .argument('[paths...]', zh ? '文件或目录；不写就是 policies' : 'files or folders; policies when absent', ['policies'])
    .option('--check', zh ? '不改文件，只列出需要排版的' : 'change nothing, list the files that are not laid out')
    .action((paths: string[], options: { check?: boolean }) =>
      run(layOut(paths, { ...(options.check ? { check: true } : {}), ...(asked ? { keywords: asked } : {}) }, terminal)),
    );
}

async function layOut(paths: readonly string[], options: FmtOptions, terminal: Terminal): Promise<Exit> {
  let exit: Exit = EXIT.ok;
  for (const loaded of await loadWorkspaces(paths)) {
    for (const file of loaded.files.filter(({ path }) => loaded.selected.has(path))) {
      if (!(await layOutFile(loaded, file, options, terminal))) exit = EXIT.findings;
    }
  }
  return exit;
}

/** Whether the file is, or now is, as it should be. A text with errors is left as it is: it may mean something else than it seems. */
async function layOutFile(
  loaded: Loaded,
  file: { readonly path: string; readonly text: string },
  options: FmtOptions,
  terminal: Terminal,
): Promise<boolean> {
  const result = format(file.text, options.keywords);
  const spoken = result.diagnostics.map((one) => ({
    ...one,
    labels: one.labels.map((label) => ({ ...label, span: { ...label.span, file: file.path } })),
  }));
  if (countOf(spoken, 'error') > 0) {
    await terminal.print(rendered(loaded, spoken, terminal));
    return false;
  }
  if (!result.changed) return true;
  await terminal.print(`${file.path}\n`);
  if (options.check) return false;
  const place = loaded.placeOf.get(file.path);
  if (place !== undefined) await writeWhole(place, result.text);
  return true;
}
