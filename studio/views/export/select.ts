import type { AnalysisState } from '../../store/analysis.ts';
import type { OpenSummary, PolicySummary } from '../../worker/protocol.ts';

/** Thousands of bytes, one decimal below ten. */
export const kilobytes = (bytes: number): string =>
  bytes < 10_000 ? (bytes / 1000).toFixed(1) : Math.round(bytes / 1000).toLocaleString('en-US');

/** One folder gives one bundle: what it is about. */
export interface BundleScope {
  readonly folder: string;
  readonly area: string;
  readonly policies: readonly PolicySummary[];
  readonly open: readonly (OpenSummary & { readonly policy: string })[];
  readonly errors: number;
  readonly from: string | undefined;
}

/** The folder of the chosen policy as it stands. */
export function scopeOf(state: AnalysisState, policy: string | undefined): BundleScope | undefined {
  const folder = state.analysis?.declared.find((one) => one.name === policy)?.folder;
  if (folder === undefined) return undefined;
  const policies = (state.analysis?.policies ?? []).filter((one) => one.folder === folder);
  const errors = (state.analysis?.diagnostics ?? []).filter((finding) => finding.severity === 'error').length;
  return {
    folder,
    area: policies[0]?.area.name ?? folder.replace(/^\d+-/, ''),
    policies,
    open: policies.flatMap((one) => ownPoints(one, policies).map((point) => ({ ...point, policy: one.name }))),
    errors,
    from: policies
      .flatMap((one) =>
        one.timeline.flatMap((stretch) => (stretch.from !== undefined && stretch.versionId !== undefined ? [stretch.from] : [])),
      )
      .toSorted()[0],
  };
}

/** What a policy itself leaves open: what belongs to a policy that it refers to is listed there. */
export const ownPoints = (policy: PolicySummary, all: readonly PolicySummary[]): readonly OpenSummary[] =>
  policy.open.filter(({ address }) => !all.some(({ name }) => name !== policy.name && address.startsWith(`${name}.`)));
