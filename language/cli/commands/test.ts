import type { Command } from 'commander';
import { type LoadedBundle, loadUnverified } from '../../../runtime/index.ts';
import { parse } from '../../2-syntax/parse.ts';
import { compile } from '../../compile.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Model, PropertyModel, ScenarioModel } from '../../model/types.ts';
import { runProperties } from '../../properties/run.ts';
import { runScenarios } from '../../scenarios/run.ts';
import { wholeNumberAsked } from '../asked.ts';
import { EXIT, type Exit } from '../exits.ts';
import { countOf, rendered, selectedOf } from '../report.ts';
import type { Terminal } from '../terminal.ts';
import { type Count, propertyText, scenarioText } from '../ticks.ts';
import { foldersOf, type Loaded, loadWorkspaces } from '../workspace.ts';

interface TestOptions {
  /** Patients drawn for each 性质. */
  readonly runs: number;
  readonly seed: number;
}

/** `yice test`: every 示例 and 性质, a tick per compared value. */
export function testCommand(program: Command, terminal: Terminal, run: (exit: Promise<Exit>) => Promise<void>): void {
  const zh = terminal.lang === 'zh';
  program
    .command('test')
    .description(zh ? '跑示例和性质，每个比较的数一个勾' : 'run scenarios and properties, a tick for each compared value')
    .argument('[paths...]', zh ? '文件或目录；不写就是 policies' : 'files or folders; policies when absent', ['policies'])
    .option(
      '--runs <number>',
      zh ? '每条性质试多少个患者；不写就是 200' : 'patients tried for each property; 200 when absent',
      wholeNumberAsked,
      200,
    )
    .option(
      '--seed <number>',
      zh
        ? '从哪个数开始抽患者，不写就是 1；同一个数抽出同样的患者'
        : 'where the drawing of patients begins, 1 when absent; the same number draws the same',
      wholeNumberAsked,
      1,
    )
    .action((paths: string[], options: TestOptions) => run(test(paths, options, terminal)));
}

async function test(paths: readonly string[], options: TestOptions, terminal: Terminal): Promise<Exit> {
  const count = { passed: 0, failed: 0 };
  for (const loaded of await loadWorkspaces(paths)) {
    for (const folder of foldersOf(loaded)) {
      const { passed, failed } = await testFolder(loaded, folder, options, terminal);
      count.passed += passed;
      count.failed += failed;
    }
  }
  if (count.passed + count.failed === 0) terminal.say({ zh: '没有示例，也没有性质', en: 'there is no scenario and no property' });
  await terminal.print(`${count.passed} passed, ${count.failed} failed\n`);
  return count.failed === 0 && count.passed > 0 ? EXIT.ok : EXIT.findings;
}

/** A text with errors counts as failed: what it would have compared is not known. */
async function testFolder(loaded: Loaded, folder: string | undefined, options: TestOptions, terminal: Terminal): Promise<Count> {
  const { diagnostics, built, file, digest } = await compile(loaded, folder === undefined ? {} : { folder });
  const mine = errorsOf(loaded, folder, diagnostics);
  // A folder of declarations alone has nothing to settle with, and nothing to try.
  if (mine.length === 0 && !holdsPolicy(loaded, folder)) return { passed: 0, failed: 0 };
  if (mine.length > 0 || file === undefined || digest === undefined) {
    const errors = mine.length > 0 ? mine : diagnostics.filter(({ severity }) => severity === 'error');
    await terminal.print(rendered(loaded, errors, terminal));
    return { passed: 0, failed: Math.max(errors.length, 1) };
  }
  return runSelected(loaded, built, loadUnverified(file, digest), options, terminal);
}

const lies = (path: string, folder: string | undefined): boolean => folder === undefined || path.startsWith(`${folder}/`);

/** Whether there is a policy to settle with: one that is only inherited from settles nothing. */
const holdsPolicy = (loaded: Loaded, folder: string | undefined): boolean =>
  loaded.files.some(
    (file) =>
      lies(file.path, folder) &&
      parse(file).tree.items.some(
        (item) => item.kind === 'policy' && !item.items.some((line) => line.kind === 'entry' && line.law === 'inheritedOnly'),
      ),
  );

function errorsOf(loaded: Loaded, folder: string | undefined, diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return selectedOf(loaded, diagnostics).filter((one) => {
    const place = one.labels[0]?.span.file;
    return countOf([one], 'error') > 0 && (place === undefined || lies(place, folder));
  });
}

async function runSelected(loaded: Loaded, model: Model, bundle: LoadedBundle, options: TestOptions, terminal: Terminal): Promise<Count> {
  // What stands in a text that was named, and what is about a policy that stands in one.
  const chosen = new Set(model.policies.filter(({ span }) => loaded.selected.has(span.file)).map(({ name }) => name));
  const only = ({ span, policy }: ScenarioModel | PropertyModel): boolean => loaded.selected.has(span.file) || chosen.has(policy);
  const count = { passed: 0, failed: 0 };
  const add = async ({ passed, failed, text }: Count & { readonly text: string }): Promise<void> => {
    count.passed += passed;
    count.failed += failed;
    await terminal.print(`${text}\n`);
  };
  for (const result of runScenarios(model, bundle, { only })) await add(scenarioText(result, terminal));
  const onProgress = ({ property, done, of }: { readonly property: string; readonly done: number; readonly of: number }): void =>
    terminal.progress(`${property} ${done}/${of}`);
  for (const result of await runProperties(model, bundle, { ...options, only, onProgress })) await add(propertyText(result, terminal));
  return count;
}
