import type { DayText } from '../../runtime/ir/types.ts';
import type { TimelineStretch } from '../worker/protocol.ts';

/**
 * The version ruler as numbers: days are counted from 1970-01-01, places are shares of its width. Nothing here settles anything; it is
 * a drawing of dates.
 */
const DAY_MS = 86_400_000;

export const dayToNumber = (day: DayText): number => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
export const numberToDay = (number: number): DayText => new Date(Math.round(number) * DAY_MS).toISOString().slice(0, 10);

export interface Scale {
  readonly from: number;
  readonly to: number;
}

/** One version as drawn. */
export interface RulerStretch {
  /** Absent: open to that side, or no law before. */
  readonly from: DayText | undefined;
  readonly to: DayText | undefined;
  readonly left: number;
  readonly width: number;
  readonly kind: 'none' | 'base' | 'amended' | 'open';
  readonly year: string;
}

const BEFORE_DAYS = 75;
const AFTER_DAYS = 560;

/** The cells of the timeline that hold for what is known on `knownOn`, or for all that is known. */
export const knownStretches = (timeline: readonly TimelineStretch[], knownOn: DayText | undefined): readonly TimelineStretch[] =>
  timeline
    .filter(({ knownFrom, knownTo }) =>
      knownOn === undefined
        ? knownTo === undefined
        : (knownFrom === undefined || knownFrom <= knownOn) && (knownTo === undefined || knownOn < knownTo),
    )
    .toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));

/** Days where the law changes, in order. */
export const edgesOf = (stretches: readonly TimelineStretch[]): readonly DayText[] =>
  [...new Set(stretches.flatMap(({ from }) => (from === undefined ? [] : [from])))].toSorted();

/** Wide enough for all versions and the chosen day, with room before the first and after the last. */
export function scaleOf(edges: readonly DayText[], day: DayText): Scale {
  const first = dayToNumber(edges[0] ?? day);
  const last = dayToNumber(edges.at(-1) ?? day);
  const chosen = dayToNumber(day);
  return { from: Math.min(first - BEFORE_DAYS, chosen - 20), to: Math.max(last + AFTER_DAYS, chosen + 60) };
}

export const shareOf = (scale: Scale, day: DayText): number => (dayToNumber(day) - scale.from) / (scale.to - scale.from);

/** The stretches as they lie on the ruler. */
export const drawn = (stretches: readonly TimelineStretch[], scale: Scale): readonly RulerStretch[] => {
  let lawYet = false;
  return stretches.map((stretch) => {
    const left = stretch.from === undefined ? 0 : Math.max(0, shareOf(scale, stretch.from));
    const right = stretch.to === undefined ? 1 : Math.min(1, shareOf(scale, stretch.to));
    const kind = stretch.openReason !== undefined ? 'open' : stretch.versionId === undefined ? 'none' : lawYet ? 'amended' : 'base';
    lawYet ||= stretch.versionId !== undefined;
    return { from: stretch.from, to: stretch.to, left, width: Math.max(0, right - left), kind, year: (stretch.from ?? '').slice(0, 4) };
  });
};

/** The day under a place of the ruler; within `reach` (a share of the width) of an edge it is the edge itself. */
export function dayAt(
  scale: Scale,
  share: number,
  edges: readonly DayText[],
  reach: number,
): { readonly day: DayText; readonly edge: boolean } {
  const near = edges.find((edge) => Math.abs(shareOf(scale, edge) - share) <= reach);
  if (near !== undefined) return { day: near, edge: true };
  return { day: numberToDay(scale.from + Math.min(1, Math.max(0, share)) * (scale.to - scale.from)), edge: false };
}

/** The day `key` moves to: a day, a month with Shift, the next edge with Page keys, the ends with Home and End. */
export function dayByKey(key: string, shift: boolean, day: DayText, edges: readonly DayText[], scale: Scale): DayText | undefined {
  const step = shift ? 30 : 1;
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return numberToDay(dayToNumber(day) + step);
    case 'ArrowLeft':
    case 'ArrowDown':
      return numberToDay(dayToNumber(day) - step);
    case 'PageUp':
      return edges.find((edge) => edge > day) ?? day;
    case 'PageDown':
      return edges.filter((edge) => edge < day).at(-1) ?? day;
    case 'Home':
      return edges[0] ?? numberToDay(scale.from);
    case 'End':
      return edges.at(-1) ?? day;
    default:
      return undefined;
  }
}
