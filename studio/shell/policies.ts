import type { AnalysisState } from '../store/analysis.ts';
import { summaryOf } from '../store/analysis.ts';
import { edgesOf, knownStretches } from './ruler.ts';

/** A policy as it is offered at the top: area, name, and the years in which its law begins or changes. */
export interface OfferedPolicy {
  readonly name: string;
  /** Without the area in front: “职工基本医疗保险”. */
  readonly short: string;
  readonly scheme: string | undefined;
  readonly edges: readonly string[];
  readonly errors: number;
  readonly open: number;
  readonly settleable: boolean;
}

export interface OfferedArea {
  readonly code: string;
  readonly name: string;
  readonly policies: readonly OfferedPolicy[];
}

/** The area's own name stands in front of most policy names and would be read twice. */
export const shortName = (policy: string, area: string | undefined): string =>
  area !== undefined && policy.startsWith(area) && policy.length > area.length ? policy.slice(area.length) : policy;

/** All policies of the workspace by area, also those that cannot be settled now. */
export function offered(state: AnalysisState): readonly OfferedArea[] {
  const areas = new Map<string, { code: string; name: string; policies: OfferedPolicy[] }>();
  for (const declared of state.analysis?.declared ?? []) {
    const found = summaryOf(state, declared.name);
    const area = declared.area ?? found?.summary.area ?? { code: '', name: declared.folder.replace(/^\d+-/, '') };
    const group = areas.get(area.code) ?? { ...area, policies: [] };
    areas.set(area.code, group);
    group.policies.push({
      name: declared.name,
      short: shortName(declared.name, area.name),
      scheme: declared.scheme ?? found?.summary.scheme,
      edges: found ? edgesOf(knownStretches(found.summary.timeline, undefined)) : [],
      errors: declared.errors,
      open: found?.summary.open.length ?? 0,
      settleable: found?.fresh === true,
    });
  }
  return [...areas.values()].toSorted((a, b) => (a.code < b.code ? -1 : 1));
}
