import type { BundleFile, DayText, LoadedBundle, OpenEffect, PolicyIr, SourceRange, TimelineCell } from '../../runtime/index.ts';
import { openPointsOf } from '../../runtime/index.ts';

/** Days on which a version is the law: `from` and `knownFrom` included, `to` and `knownTo` not; absent = unbounded. */
export interface Days {
  readonly from?: DayText;
  readonly to?: DayText;
  /** For a caller who asks what was known on a day. */
  readonly knownFrom?: DayText;
  readonly knownTo?: DayText;
}

/** What one policy of a bundle holds. */
export interface PolicyContents {
  readonly name: string;
  readonly area: { readonly code: string; readonly name: string };
  /** Absent while the law leaves it open. */
  readonly scheme?: string;
  readonly entry: PolicyIr['entry'];
  readonly versions: readonly { readonly id: string; readonly parameters: number; readonly days: readonly Days[] }[];
  /** Days on which it is open which version is the law, and why. */
  readonly undecided: readonly (Days & { readonly versions: readonly string[]; readonly reason?: string })[];
  /** Of the version that has most. */
  readonly parameters: number;
  readonly citations: number;
  readonly scenarios: number;
  readonly open: readonly {
    readonly address: string;
    readonly reason: string;
    readonly effect: OpenEffect;
    readonly source: SourceRange;
  }[];
  readonly unexpressed: PolicyIr['unexpressed'];
  /** Policies that it refers to, with what it reads of each. */
  readonly references: readonly { readonly policy: string; readonly names: readonly string[] }[];
}

/** What a bundle holds, for a person and for programs. */
export interface Contents {
  readonly digest: string;
  /** The same in groups of four, as it is read out. */
  readonly groups: readonly string[];
  readonly format: string;
  readonly features: readonly string[];
  readonly id: string;
  readonly area: { readonly code: string; readonly name: string };
  readonly language: string;
  readonly compiler: string;
  readonly effective: BundleFile['manifest']['effective'];
  readonly scenarios: number;
  readonly policies: readonly PolicyContents[];
  readonly files: BundleFile['manifest']['files'];
}

/** What stands in a bundle, and nothing that is not in it. */
export function contentsOf({ file, digest }: LoadedBundle): Contents {
  const { id, area, language, compiler, effective, files } = file.manifest;
  return {
    digest,
    groups: digest.replace(/^sha256:/, '').match(/.{1,4}/g) ?? [],
    format: file.format,
    features: file.features,
    id,
    area,
    language,
    compiler,
    effective,
    scenarios: file.scenarios.length,
    policies: file.ir.policies.map((policy) => policyOf(policy, file)),
    files,
  };
}

function policyOf(policy: PolicyIr, { scenarios }: BundleFile): PolicyContents {
  const { id, area, scheme, entry, versions, timeline, openPoints, citations, unexpressed } = policy;
  const counts = versions.map(({ parameters }) => parameters.length);
  return {
    name: id,
    area,
    ...(scheme === undefined ? {} : { scheme }),
    entry,
    versions: versions.map((version, index) => ({
      id: version.id,
      parameters: version.parameters.length,
      days: timeline.filter((cell) => cell.version === index).map(daysOf),
    })),
    undecided: timeline.flatMap((cell) => {
      const candidates = cell.candidates ?? [];
      if (cell.version !== undefined || candidates.length === 0) return [];
      const reason = cell.point === undefined ? undefined : openPoints[cell.point]?.reason;
      return [
        {
          ...daysOf(cell),
          versions: candidates.map(({ version }) => versions[version]?.id ?? ''),
          ...(reason === undefined ? {} : { reason }),
        },
      ];
    }),
    parameters: Math.max(0, ...counts),
    citations: citations.length,
    references: [...new Set(policy.references.map((one) => one.policy))].map((of) => ({
      policy: of,
      names: policy.references
        .filter((one) => one.policy === of)
        .map(({ name, address }) => (name === address ? address : `${address} 为 ${name}`)),
    })),
    scenarios: scenarios.filter((scenario) => scenario.policy === id).length,
    open: openPointsOf(policy).map(({ point: { address, reason, source }, effect }) => ({ address, reason, effect, source })),
    unexpressed,
  };
}

const daysOf = ({ from, to, knownFrom, knownTo }: TimelineCell): Days => ({
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
  ...(knownFrom === undefined ? {} : { knownFrom }),
  ...(knownTo === undefined ? {} : { knownTo }),
});
