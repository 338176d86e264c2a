import type { Changes } from '../../language/index.ts';
import { edgesOf } from '../store/versions.ts';
import { workspace } from '../store/workspace.ts';
import type { PolicySummary, TextFile } from '../worker/protocol.ts';
import type { SideWanted } from './compare.ts';
import { sideAsked } from './compare.ts';
import { ask } from './loop.ts';

/** What is not the same in two laws of one policy. */
export interface ChangedValues {
  readonly policy: string;
  /** former: the version before the last one · delivered: the texts that came with the application, on the same day. */
  readonly against: 'former' | 'delivered';
  /** First day of the earlier version; of both when the texts are compared. */
  readonly before: string;
  readonly after: string;
  readonly changes: Changes;
}

const isRule = ({ path }: TextFile): boolean => path.endsWith('.yice');

/** Whether a rule of the workspace is written otherwise than it was delivered. */
async function differFromDelivered(): Promise<boolean> {
  const { deliveredFiles } = await import('../storage/delivered.ts');
  const before = new Map(deliveredFiles().map(({ path, text }) => [path, text]));
  return Object.values(workspace.getState().files).some((file) => isRule(file) && before.get(file.path) !== file.text);
}

/** What changed in each policy between its last two versions, and between the texts as delivered and as they are. Nothing where nothing did. */
export async function changedValues(policies: readonly PolicySummary[]): Promise<readonly ChangedValues[]> {
  const found: ChangedValues[] = [];
  const drafted = await differFromDelivered();
  for (const summary of policies) {
    const { name: policy } = summary;
    const edges = edgesOf(summary).map(({ day }) => day);
    const [before, after] = [edges.at(-2), edges.at(-1)];
    if (after === undefined) continue;
    const now: SideWanted = { policy, day: after, texts: 'workspace' };
    const pairs: readonly (Pick<ChangedValues, 'against' | 'before'> & { readonly side: SideWanted })[] = [
      ...(before === undefined ? [] : [{ against: 'former' as const, before, side: { ...now, day: before } }]),
      ...(drafted ? [{ against: 'delivered' as const, before: after, side: { ...now, texts: 'delivered' as const } }] : []),
    ];
    for (const { side, ...pair } of pairs) {
      const sides = { before: await sideAsked(side), after: await sideAsked(now) };
      const outcome = await ask('compare', { kind: 'compare', part: 'changes', drawn: 0, seed: 0, patients: [], ...sides });
      if (!outcome.ok || outcome.reply.compared.part !== 'changes') continue;
      const { changes } = outcome.reply.compared;
      if (changes.values.length + changes.structure.length > 0) found.push({ policy, ...pair, after, changes });
    }
  }
  return found;
}
