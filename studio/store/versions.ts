// Pure readings of a policy's timeline: on which days another version begins.
import type { PolicySummary } from '../worker/protocol.ts';

/** A first day of a version. */
export interface Edge {
  readonly day: string;
  readonly amended: boolean;
}

/** First days of a policy's versions, in order. */
export const edgesOf = ({ timeline }: PolicySummary): readonly Edge[] =>
  [
    ...new Set(
      timeline.flatMap(({ from, versionId, knownTo }) =>
        from === undefined || versionId === undefined || knownTo !== undefined ? [] : [from],
      ),
    ),
  ]
    .sort()
    .map((day, index) => ({ day, amended: index > 0 }));

/** The version of a policy that holds on a day. */
export const edgeOn = (edges: readonly Edge[], day: string): Edge | undefined => edges.findLast((edge) => edge.day <= day);
