import type { Witness } from '../../../language/index.ts';
import { rewriteFile, settleBeside } from '../../loop/loop.ts';
import type { AnalysisState } from '../../store/analysis.ts';
import { summaryOf } from '../../store/analysis.ts';
import { workspace } from '../../store/workspace.ts';
import type { Sides } from './sides.ts';
import { fieldsOn, witnessScenario } from './witness-scenario.ts';

/** Where they were written, and from which letter on. */
export interface Written {
  readonly file: string;
  readonly count: number;
  readonly at: number;
}

/** Where a policy's scenarios are kept: its own file of them, or one beside its base file. */
const scenarioFileOf = (files: readonly string[]): string =>
  files.find((path) => path.endsWith('.scenarios.yice')) ?? (files[0] ?? 'policy.yice').replace(/\.yice$/, '.scenarios.yice');

/** Writes each witness as a scenario on the days of both sides, with what the text as it is gives; one step of undo. */
export async function saveWitnesses(
  named: readonly { readonly title: string; readonly witness: Witness }[],
  { before, after }: Extract<Sides, { kind: 'sides' }>,
  found: AnalysisState,
): Promise<Written | undefined> {
  const side = after.texts === 'workspace' ? after : before;
  const summary = summaryOf(found, side.policy)?.summary;
  if (!summary) return undefined;
  const days = before.policy === after.policy && before.texts === after.texts ? [before.day, after.day] : [side.day];
  const ordered = [...new Set(days)].sort();
  const blocks: string[] = [];
  for (const { title, witness } of named) {
    // One stream a day: the second visit is not to count on the first.
    const events = await Promise.all(
      ordered.map(async (day) => {
        const encounter = { id: '1', policy: summary.name, fields: { ...fieldsOn(summary, witness, day), [summary.person]: '甲' } };
        const settled = await settleBeside({ policy: summary.name, encounters: [encounter], openings: [], suppose: {} });
        return { day, answer: settled?.answers[0] };
      }),
    );
    for (const { day, answer } of events)
      if (answer) blocks.push(witnessScenario(summary, ordered.length > 1 ? `${title}（${day}）` : title, witness, [{ day, answer }]));
  }
  if (blocks.length === 0) return undefined;
  const file = scenarioFileOf(summary.files);
  const text = workspace.getState().files[file]?.text ?? '';
  const begin = text === '' || text.endsWith('\n') ? text : `${text}\n`;
  const at = begin.length + (begin === '' ? 0 : 1);
  await rewriteFile(file, `${begin}${begin === '' ? '' : '\n'}${blocks.join('\n')}`);
  return { file, count: blocks.length, at };
}
