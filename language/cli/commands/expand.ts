import { type Command, InvalidArgumentError } from 'commander';
import { type CivilDate, dayFromText } from '../../../runtime/calendar/date.ts';
import { parse } from '../../2-syntax/parse.ts';
import { check } from '../../3-check/check.ts';
import { renderDiagnostic } from '../../diagnostics/render.ts';
import { expandedLaw, formsOf } from '../../ladder/expanded.ts';
import { EXIT, type Exit, Stop } from '../exits.ts';
import type { Terminal } from '../terminal.ts';
import { type Loaded, loadWorkspaces } from '../workspace.ts';

interface Options {
  readonly on?: CivilDate;
  readonly knownOn?: CivilDate;
  readonly policy?: string;
  readonly benefit?: string;
}

/** `yice expand`: the law as it stands on a day, each form with the core text that it stands for. */
export function expandCommand(program: Command, terminal: Terminal, run: (exit: Promise<Exit>) => Promise<void>): void {
  const zh = terminal.lang === 'zh';
  const day = (text: string): CivilDate => {
    const read = dayFromText(text);
    if (read === undefined) throw new InvalidArgumentError(zh ? '日期写作 2024-01-01' : 'a day is written 2024-01-01');
    return read;
  };
  program
    .command('expand')
    .description(
      zh
        ? '某一天的法全文：修订已计入，沿用的已写出，各注来处；待遇、起付线、限额、倾斜、保底等下面写它所代表的定义和支付，开头写结算次序'
        : 'the law on a day: amendments applied, what is inherited written out, each with where it comes from; below each form the core text, above all the order of settlement',
    )
    .argument('<path>', zh ? '政策文件或目录' : 'texts of policies')
    .option('--on <date>', zh ? '哪一天的法；不写就是最后一次变动之后' : 'the law of which day; after its last change when absent', day)
    .option(
      '--known-on <date>',
      zh ? '按哪一天所知；不写就是已发布的都算' : 'as known on which day; all that is published when absent',
      day,
    )
    .option('--policy <name>', zh ? '只看这一份政策' : 'only this policy')
    .option('--benefit <name>', zh ? '只看这一项待遇、保底、倾斜 …' : 'only this benefit, guarantee, tilt …')
    .action((path: string, options: Options) => run(expand(path, options, terminal)));
}

async function expand(path: string, options: Options, terminal: Terminal): Promise<Exit> {
  const printed: string[] = [];
  const names: string[] = [];
  const forms: string[] = [];
  for (const loaded of await loadWorkspaces([path])) {
    const trees = loaded.files.map((file) => parse(file));
    if (await unread(loaded, trees, terminal)) return EXIT.findings;
    const blocks = trees.flatMap(({ tree }) => tree.items);
    const { model } = check(loaded, trees);
    for (const block of blocks) {
      if (block.kind !== 'policy' || !loaded.selected.has(block.span.file)) continue;
      const name = block.name.text;
      names.push(name);
      if (options.policy !== undefined && options.policy.normalize('NFKC') !== name) continue;
      const law = expandedLaw(blocks, name, {
        ...(options.on === undefined ? {} : { day: options.on }),
        ...(options.knownOn === undefined ? {} : { knownOn: options.knownOn }),
        ...(options.benefit === undefined ? {} : { only: options.benefit }),
        language: terminal.lang,
        model,
      });
      if (!law) continue;
      forms.push(...formsOf(law.items).map((form) => form.name));
      if (law.found) printed.push(law.text);
    }
  }
  if (printed.length === 0) throw nothing(path, options, names, forms);
  await terminal.print(printed.join('\n'));
  return EXIT.ok;
}

/** Prints why a text cannot be read whole, if there is one. */
async function unread({ files, selected }: Loaded, trees: readonly ReturnType<typeof parse>[], terminal: Terminal): Promise<boolean> {
  const errors = trees
    .flatMap(({ diagnostics }) => diagnostics)
    .filter(({ severity, labels: [place] }) => severity === 'error' && place !== undefined && selected.has(place.span.file));
  const texts = new Map(files.map((file) => [file.path, file.text] as const));
  const options = { lang: terminal.lang, colour: terminal.colour };
  await terminal.print(errors.map((one) => `${renderDiagnostic(one, (file) => texts.get(file), options)}\n\n`).join(''));
  return errors.length > 0;
}

function nothing(path: string, { policy, benefit }: Options, names: readonly string[], forms: readonly string[]): Stop {
  if (names.length === 0)
    return new Stop(EXIT.files, {
      zh: `“${path}” 里没有政策；修订和示例不单独展开`,
      en: `there is no policy in “${path}”; amendments and scenarios are not expanded by themselves`,
    });
  const there = forms.length > 0 ? forms : names;
  const asked = forms.length > 0 ? (benefit ?? policy ?? '') : (policy ?? benefit ?? '');
  return new Stop(EXIT.usage, {
    zh: `“${path}” 里没有叫 “${asked}” 的；有：${there.join('、')}`,
    en: `there is nothing named “${asked}” in “${path}”; there is: ${there.join(', ')}`,
  });
}
