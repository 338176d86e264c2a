import type { Command } from 'commander';
import type { Policy } from '../../2-syntax/nodes/policy.ts';
import { parse } from '../../2-syntax/parse.ts';
import { expandItems } from '../../3-check/forms/expand.ts';
import { renderDiagnostic } from '../../diagnostics/render.ts';
import { EXIT, type Exit, Stop } from '../exits.ts';
import { expanded, formsOf } from '../expanded.ts';
import { readText } from '../files.ts';
import { countOf } from '../report.ts';
import type { Terminal } from '../terminal.ts';

/** `yice expand`: each form of a policy with the core text that it stands for. */
export function expandCommand(program: Command, terminal: Terminal, run: (exit: Promise<Exit>) => Promise<void>): void {
  const zh = terminal.lang === 'zh';
  program
    .command('expand')
    .description(
      zh
        ? '把待遇、起付线、限额、倾斜、保底、分配、等待期展开成它们所代表的定义和支付'
        : 'show benefits, deductibles, caps, tilts, guarantees, allocations and waiting periods with the definitions and payments they stand for',
    )
    .argument('<file>', zh ? '政策文件' : 'the file of a policy')
    .option('--benefit <name>', zh ? '只看这一项' : 'only this one')
    .action((file: string, options: { benefit?: string }) => run(expand(file, options.benefit, terminal)));
}

async function expand(path: string, name: string | undefined, terminal: Terminal): Promise<Exit> {
  const text = await readText(path);
  const { tree, diagnostics } = parse({ path, text });
  const policies = tree.items.filter((item): item is Policy => item.kind === 'policy');
  const found = [...diagnostics, ...policies.flatMap(({ items }) => expandItems(items).diagnostics)];
  if (countOf(found, 'error') > 0) {
    const errors = found.filter(({ severity }) => severity === 'error');
    const options = { lang: terminal.lang, colour: terminal.colour };
    await terminal.print(errors.map((one) => `${renderDiagnostic(one, () => text, options)}\n\n`).join(''));
    return EXIT.findings;
  }
  if (policies.length === 0) {
    throw new Stop(EXIT.files, {
      zh: `“${path}” 里没有政策；修订和示例不单独展开`,
      en: `there is no policy in “${path}”; amendments and scenarios are not expanded by themselves`,
    });
  }
  const chosen = policies.flatMap((policy) => {
    if (name === undefined) return [expanded(policy, text, terminal.lang)];
    const forms = formsOf(policy).filter((form) => form.name === name.normalize('NFKC'));
    return forms.map(({ item }) => expanded(policy, text, terminal.lang, item));
  });
  if (chosen.length === 0) {
    const names = policies.flatMap(formsOf).map((form) => form.name);
    throw new Stop(EXIT.usage, {
      zh: `“${path}” 里没有叫 “${name}” 的；有：${names.join('、')}`,
      en: `there is nothing named “${name}” in “${path}”; there is: ${names.join(', ')}`,
    });
  }
  await terminal.print(chosen.join('\n'));
  return EXIT.ok;
}
