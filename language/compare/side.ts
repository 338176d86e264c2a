/**
 * One side of a comparison: a policy as it stands on a day, pinned, so that the same patient on the same day can be settled under either side and
 * any difference comes from the law alone.
 */
import type { LoadedBundle, PolicyIr } from '../../runtime/index.ts';
import { layersOf, loadUnverified } from '../../runtime/index.ts';
import type { Program } from '../../runtime/ir/program.ts';
import type { DayText, TimelineCell, Version } from '../../runtime/ir/types.ts';

/** What is compared: a policy, the day of the law, and what of it was known on which day (absent: all that is published). */
export interface SideChoice {
  readonly policy: string;
  readonly day: DayText;
  readonly knownOn?: DayText;
}

/** A side ready to settle. */
export interface Side {
  readonly choice: SideChoice;
  readonly policy: PolicyIr;
  /** The earlier layers that are settled for the same event, in their order. */
  readonly layers: readonly PolicyIr[];
  readonly version: Version;
  readonly program: Program;
  /** The policy and its layers with this law on every day. */
  readonly bundle: LoadedBundle;
}

/** Why there is no such side. */
export type SideProblem =
  | { readonly kind: 'noPolicy' }
  /** `begins`: the first day that has a law, when the day is before it. */
  | { readonly kind: 'noLaw'; readonly begins?: DayText }
  /** It is open which version holds on the day; `reason` is the policy's own. */
  | { readonly kind: 'openLaw'; readonly reason: string };

export type SideResult = { readonly ok: true; readonly side: Side } | { readonly ok: false; readonly problem: SideProblem };

/** The law of a policy on a day. */
export function sideOf(loaded: LoadedBundle, choice: SideChoice): SideResult {
  const policy = loaded.ir.policies.find(({ id }) => id === choice.policy);
  if (!policy) return { ok: false, problem: { kind: 'noPolicy' } };
  const cell = cellOn(policy, choice);
  if (cell?.candidates && cell.candidates.length > 0) {
    const reason = policy.openPoints[cell.point ?? -1]?.reason ?? '';
    return { ok: false, problem: { kind: 'openLaw', reason } };
  }
  const index = cell?.version;
  const version = policy.versions[index ?? -1];
  const program = policy.programs[version?.program ?? -1];
  if (!version || !program) {
    const begins = policy.timeline.flatMap(({ version: of, from }) => (of === undefined || from === undefined ? [] : [from])).toSorted()[0];
    return {
      ok: false,
      problem: { kind: 'noLaw', ...(begins !== undefined && begins > choice.day ? { begins } : {}) },
    };
  }
  const layers = layersOf(policy, loaded.ir.policies);
  const pinned = [policy, ...layers].map((one) => pinOn(one, choice));
  return { ok: true, side: { choice, policy, layers, version, program, bundle: bundleOf(loaded, pinned) } };
}

/** The same side with another law of its own; its layers stay. */
export function withLaw(side: Side, version: Version, program: Program): LoadedBundle {
  const own: PolicyIr = {
    ...side.policy,
    versions: [{ ...version, program: 0 }],
    programs: [program],
    timeline: [{ version: 0 }],
  };
  return bundleOf(side.bundle, [own, ...side.bundle.ir.policies.filter(({ id }) => id !== own.id)]);
}

const bundleOf = (loaded: LoadedBundle, policies: readonly PolicyIr[]): LoadedBundle =>
  loadUnverified({ ...loaded.file, ir: { ...loaded.ir, policies }, scenarios: [] }, loaded.digest);

/** A layer that has no law on the day, or an open one, keeps its own timeline: the answer then says so itself. */
function pinOn(policy: PolicyIr, choice: SideChoice): PolicyIr {
  const version = cellOn(policy, choice)?.version;
  return version === undefined ? policy : { ...policy, timeline: [{ version }] };
}

const cellOn = ({ timeline }: PolicyIr, { day, knownOn }: SideChoice): TimelineCell | undefined =>
  timeline.find(
    ({ from, to, knownFrom, knownTo }) =>
      (from === undefined || from <= day) &&
      (to === undefined || day < to) &&
      (knownOn === undefined
        ? knownTo === undefined
        : (knownFrom === undefined || knownFrom <= knownOn) && (knownTo === undefined || knownOn < knownTo)),
  );
