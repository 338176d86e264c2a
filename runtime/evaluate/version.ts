import type { CivilDate } from '../calendar/date.ts';
import { dayFromText } from '../calendar/date.ts';
import type { DayText, TimelineCell } from '../ir/types.ts';

/** A rectangle of the two time axes as day numbers; infinite where it is unbounded. */
export interface CompiledCell {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly knownFrom: CivilDate;
  readonly knownTo: CivilDate;
  /** The versions the law may be here: one, several while an amendment's day is open, none before the policy begins. */
  readonly versions: readonly number[];
  /** Why there are several. */
  readonly point: number | undefined;
  /** Assumed days of publication that lead here when it is asked what was known. */
  readonly knownAssumes: readonly number[];
}

const dayOr = (text: DayText | undefined, otherwise: number): number => (text === undefined ? undefined : dayFromText(text)) ?? otherwise;

/** The timeline with days as numbers. */
export const compileTimeline = (cells: readonly TimelineCell[]): readonly CompiledCell[] =>
  cells.map(({ from, to, knownFrom, knownTo, version, candidates, point, knownAssumes }) => ({
    from: dayOr(from, -Infinity),
    to: dayOr(to, Infinity),
    knownFrom: dayOr(knownFrom, -Infinity),
    knownTo: dayOr(knownTo, Infinity),
    versions:
      candidates && candidates.length > 0
        ? [...new Set(candidates.map((candidate) => candidate.version))]
        : version === undefined
          ? []
          : [version],
    point,
    knownAssumes: knownAssumes ?? [],
  }));

/** The cell that holds a version day, as known on a day; without one everything that is published counts. */
export function lawOn(cells: readonly CompiledCell[], day: CivilDate, knownOn: CivilDate | undefined): CompiledCell | undefined {
  return cells.find((cell) => cell.from <= day && day < cell.to && isKnown(cell, knownOn));
}

/** Whether a part of the timeline is what was published by a day; without one everything that is published counts. */
export const isKnown = ({ knownFrom, knownTo }: CompiledCell, knownOn: CivilDate | undefined): boolean =>
  knownOn === undefined ? knownTo === Infinity : knownFrom <= knownOn && knownOn < knownTo;
