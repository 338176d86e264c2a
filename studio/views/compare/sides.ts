/** Which two laws are compared, from the choice and from what is chosen at the top. */
import type { SideWanted } from '../../loop/compare.ts';
import type { AnalysisState } from '../../store/analysis.ts';
import { summaryOf } from '../../store/analysis.ts';
import type { ComparisonState, SideName } from '../../store/comparison.ts';
import { edgesOf } from '../../store/versions.ts';
import { shiftDay } from '../../strings/days.ts';
import type { PolicySummary } from '../../worker/protocol.ts';

/** The two sides, or why there are none. */
export type Sides =
  | { readonly kind: 'sides'; readonly before: SideWanted; readonly after: SideWanted }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'oneVersion'; readonly policy: string; readonly day: string }
  | { readonly kind: 'noOther' };

/** Policies that can be compared with another area's: of the same kind, elsewhere; those of the same scheme first. */
export function othersOf(state: AnalysisState, policy: string): readonly PolicySummary[] {
  const own = summaryOf(state, policy)?.summary;
  const rank = (one: PolicySummary): number =>
    (one.scheme === own?.scheme ? 0 : 2) + (own !== undefined && kindOf(one) === kindOf(own) ? 0 : 1);
  return (state.analysis?.policies ?? [])
    .filter((one) => one.name !== policy && one.entry === own?.entry && one.area.code !== own.area.code)
    .toSorted((a, b) => rank(a) - rank(b));
}

/** "城乡居民基本医疗保险": what the policy is called without its area. */
const kindOf = ({ name, area }: PolicySummary): string => (name.startsWith(area.name) ? name.slice(area.name.length) : name);

/** The two sides. */
export function sidesOf(choice: ComparisonState, state: AnalysisState, policy: string | undefined, day: string): Sides {
  const own = summaryOf(state, policy)?.summary;
  if (!own || policy === undefined) return { kind: 'nothing' };
  const edges = edgesOf(own);
  const first = edges[0]?.day ?? day;
  const on = (one: PolicySummary): string => {
    const begins = edgesOf(one)[0]?.day;
    return begins !== undefined && begins > day ? begins : day;
  };
  const found = ((): readonly [SideWanted, SideWanted] | Exclude<Sides, { kind: 'sides' }> => {
    if (choice.mode === 'draft') {
      const at = on(own);
      return [
        { policy, day: at, texts: 'delivered' },
        { policy, day: at, texts: 'workspace' },
      ];
    }
    if (choice.mode === 'areas') {
      const others = othersOf(state, policy);
      const other = (state.analysis?.policies ?? []).find(({ name }) => name === choice.other && name !== policy) ?? others[0];
      if (!other) return { kind: 'noOther' };
      return [
        { policy, day: on(own), texts: 'workspace' },
        { policy: other.name, day: on(other), texts: 'workspace' },
      ];
    }
    const at = edges.findLastIndex((edge) => edge.day <= day);
    const edge = edges[Math.min(Math.max(at, 1), edges.length - 1)];
    const wished = choice.before.day !== undefined || choice.after.day !== undefined || choice.before.knownOn !== undefined;
    if (edges.length < 2 && !wished) return { kind: 'oneVersion', policy, day: first };
    const later = edge?.day ?? day;
    return [
      { policy, day: later > first ? shiftDay(later, -1) : later, texts: 'workspace' },
      { policy, day: later, texts: 'workspace' },
    ];
  })();
  if ('kind' in found) return found;
  const [a, b] = found;
  const [before, after] = [
    { ...a, ...choice.before },
    { ...b, ...choice.after },
  ];
  return choice.swapped ? { kind: 'sides', before: after, after: before } : { kind: 'sides', before, after };
}

/** The side of the choice that stands at a place on the page. */
export const wishedSide = (choice: ComparisonState, place: SideName): SideName =>
  choice.swapped ? (place === 'before' ? 'after' : 'before') : place;
