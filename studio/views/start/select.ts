/** The policies of the workspace as the first page lists them. */
import type { AnalysisState } from '../../store/analysis.ts';
import { summaryOf } from '../../store/analysis.ts';

export interface ReadyPolicy {
  readonly name: string;
  readonly area: string;
  /** Its name, without the area that stands before it already. */
  readonly title: string;
  /** First days of its versions. */
  readonly days: readonly string[];
  readonly scenarios: number;
  readonly open: number;
  readonly errors: number;
}

/** One line a policy, in the order of the texts. */
export function readyPolicies(state: AnalysisState): readonly ReadyPolicy[] {
  return (state.analysis?.declared ?? []).map((declared) => {
    const summary = summaryOf(state, declared.name)?.summary;
    const days = (summary?.timeline ?? []).flatMap((stretch) =>
      stretch.versionId === undefined || stretch.from === undefined ? [] : [stretch.from],
    );
    const area = declared.area?.name ?? summary?.area.name ?? '';
    return {
      name: declared.name,
      area,
      title: declared.name.startsWith(area) && declared.name !== area ? declared.name.slice(area.length) : declared.name,
      days: [...new Set(days)].sort(),
      scenarios: state.scenarios.filter((scenario) => scenario.policy === declared.name).length,
      open: summary?.open.length ?? 0,
      errors: declared.errors,
    };
  });
}
