import type { Command } from 'commander';
import { digestOf, type LoadedBundle, loadBundle, type Reason } from '../../../runtime/index.ts';
import { rerunScenarios } from '../../scenarios/rerun.ts';
import { digestAsked } from '../asked.ts';
import { EXIT, type Exit } from '../exits.ts';
import { readBytes } from '../files.ts';
import { insteadOfBundle } from '../opening.ts';
import { reasonLines } from '../refusal.ts';
import { signoffAt, signoffSteps } from '../signed.ts';
import type { Terminal } from '../terminal.ts';
import { rerunText, type Step, stepText } from '../ticks.ts';

/** Where the runtime says that it does not know a feature; any other place is one of shape. */
const FEATURES_PLACE = 'features';

/** `yice verify`: is this the file that was meant, does this runtime understand it, and does it settle here as it did where it was made? */
export function verifyCommand(program: Command, terminal: Terminal, run: (exit: Promise<Exit>) => Promise<void>): void {
  const zh = terminal.lang === 'zh';
  program
    .command('verify')
    .description(
      zh
        ? '验规则包：摘要、结构、功能，再在这台机器上重跑它自带的示例'
        : 'verify a bundle: digest, shape, features, then its own scenarios run again on this machine',
    )
    .argument('<file>', zh ? '规则包' : 'the bundle')
    .option('--digest <digest>', zh ? '摘要须与此相同' : 'the digest that it must have', digestAsked)
    .option(
      '--signoff <file>',
      zh
        ? '再验签核：签的是这个包，两个人，没有不符，待定都有一句话'
        : 'then check the sign-off: of this bundle, by two people, nothing differs, a line for all that is open',
    )
    .action((file: string, options: { digest?: string; signoff?: string }) => run(verify(file, options, terminal)));
}

/** Stops at the first step that fails: what comes after would be about another file, or none. */
async function verify(path: string, options: { readonly digest?: string; readonly signoff?: string }, terminal: Terminal): Promise<Exit> {
  const { digest: expected, signoff } = options;
  const zh = terminal.lang === 'zh';
  const count = { passed: 0, failed: 0 };
  const step = async (one: Step): Promise<void> => {
    if (one.pass !== undefined) count[one.pass ? 'passed' : 'failed'] += 1;
    await terminal.print(`${stepText(one, terminal)}\n`);
  };
  const end = async (exit: Exit): Promise<Exit> => {
    await terminal.print(`${count.passed} passed, ${count.failed} failed\n`);
    return exit;
  };
  const bytes = await readBytes(path);
  const record = signoff === undefined ? undefined : await signoffAt(signoff);
  await step({ name: zh ? '字节' : 'bytes', said: bytes.byteLength.toLocaleString('en-US'), pass: true });
  const digest = await digestOf(bytes);
  const same = expected === undefined || digest === expected;
  const compared =
    expected === undefined
      ? zh
        ? '没有给出要比的，没有比；写 --digest sha256:…'
        : 'not compared: give --digest sha256:…'
      : zh
        ? '与给出的相同'
        : 'as given';
  await step({
    name: zh ? '摘要' : 'digest',
    said: same ? `${digest}  ${compared}` : digest,
    pass: expected === undefined ? undefined : same,
    under: same ? [] : [`    ${zh ? '应为' : 'expected'} ${expected}`],
  });
  if (!same) return end(EXIT.digest);
  const loaded = await loadBundle(bytes);
  const reasons = loaded.ok ? [] : loaded.reasons;
  const [shape, features] = [reasons.filter((one) => !isFeature(one)), reasons.filter(isFeature)];
  const other = insteadOfBundle(bytes);
  const under = (of: readonly Reason[]): readonly string[] =>
    other && of.length > 0 ? [`    ${zh ? '它' : 'it '}${other[terminal.lang]}`] : reasonLines(of, terminal.lang);
  await step({
    name: zh ? '结构' : 'shape',
    said: loaded.ok ? loaded.bundle.file.format : '',
    pass: shape.length === 0,
    under: under(shape),
  });
  if (shape.length > 0) return end(EXIT.bundle);
  const asked = loaded.ok ? loaded.bundle.file.features.join(zh ? '、' : ', ') : '';
  await step({
    name: zh ? '功能' : 'features',
    said: loaded.ok && asked === '' ? (zh ? '没有必须懂的' : 'none to understand') : asked,
    pass: features.length === 0,
    under: under(features),
  });
  if (!loaded.ok) return end(EXIT.bundle);
  const { passed, failed } = await rerunAll(loaded.bundle, terminal);
  count.passed += passed;
  count.failed += failed;
  if (failed > 0) return end(EXIT.scenarios);
  if (!record) return end(EXIT.ok);
  const { steps, exit } = signoffSteps(record, loaded.bundle, terminal.lang);
  for (const one of steps) await step(one);
  return end(exit);
}

const isFeature = ({ path }: Reason): boolean => path === FEATURES_PLACE;

/** A line for each scenario; where values differ, all of its values. */
async function rerunAll(bundle: LoadedBundle, terminal: Terminal): Promise<{ readonly passed: number; readonly failed: number }> {
  const count = { passed: 0, failed: 0 };
  const results = rerunScenarios(bundle);
  if (results.length === 0) terminal.say({ zh: '规则包里没有示例', en: 'there is no scenario in the bundle' });
  for (const result of results) {
    const { passed, failed, text } = rerunText(result, terminal);
    count.passed += passed;
    count.failed += failed;
    await terminal.print(`${text}\n`);
  }
  return count;
}
