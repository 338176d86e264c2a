import type { Moment } from '../storage/history.ts';

/** Days with their moments, newest first, as the list shows them. */
export interface HistoryDay {
  /** "2023-05-08", of this machine's clock. */
  readonly day: string;
  readonly moments: readonly Moment[];
}

const two = (number: number): string => String(number).padStart(2, '0');

/** "2023-05-08" of a moment, by this machine's clock. */
export const dayOf = (at: number): string => {
  const date = new Date(at);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
};

/** "14:32:07" */
export const clockOf = (at: number): string => {
  const date = new Date(at);
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
};

/** Moments of one text by day, newest first. */
export function daysOf(moments: readonly Moment[], path: string | undefined): readonly HistoryDay[] {
  const days = new Map<string, Moment[]>();
  for (const moment of moments.filter((one) => one.path === path).toSorted((a, b) => b.at - a.at))
    days.set(dayOf(moment.at), [...(days.get(dayOf(moment.at)) ?? []), moment]);
  return [...days].map(([day, own]) => ({ day, moments: own }));
}

/** One line of a comparison; `number` counts from 1 in the text it stands in. */
export interface ComparedLine {
  readonly kind: 'same' | 'then' | 'now';
  readonly number: number;
  readonly text: string;
}

/** Longer stretches are compared as a whole: what was there, then what is. */
const MOST_CELLS = 4_000_000;
const AROUND = 2;

/** The lines that differ between a text as it was and as it is, each with a little around it. */
export function comparedLines(then: string, now: string): readonly ComparedLine[] {
  const [before, after] = [then.split('\n'), now.split('\n')];
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < before.length - head && tail < after.length - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const [old, fresh] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)];
  if (old.length === 0 && fresh.length === 0) return [];
  const same = (from: number, to: number): readonly ComparedLine[] =>
    after.slice(Math.max(0, from), to).map((text, at): ComparedLine => ({ kind: 'same', number: Math.max(0, from) + at + 1, text }));
  return [
    ...same(head - AROUND, head),
    ...between(old, fresh, head),
    ...same(after.length - tail, Math.min(after.length, after.length - tail + AROUND)),
  ];
}

/** Longest common lines of the two stretches, which begin `head` lines into their texts. */
function between(old: readonly string[], fresh: readonly string[], head: number): readonly ComparedLine[] {
  const whole = old.length * fresh.length > MOST_CELLS;
  const width = fresh.length + 1;
  const common = new Uint32Array(whole ? 0 : (old.length + 1) * width);
  if (!whole)
    for (let i = old.length - 1; i >= 0; i -= 1)
      for (let j = fresh.length - 1; j >= 0; j -= 1)
        common[i * width + j] =
          old[i] === fresh[j]
            ? (common[(i + 1) * width + j + 1] ?? 0) + 1
            : Math.max(common[(i + 1) * width + j] ?? 0, common[i * width + j + 1] ?? 0);
  const lines: ComparedLine[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < fresh.length) {
    const [then, now] = [old[i], fresh[j]];
    if (!whole && then !== undefined && then === now) {
      lines.push({ kind: 'same', number: head + j + 1, text: then });
      i += 1;
      j += 1;
    } else if (
      then !== undefined &&
      (now === undefined || whole || (common[(i + 1) * width + j] ?? 0) >= (common[i * width + j + 1] ?? 0))
    ) {
      lines.push({ kind: 'then', number: head + i + 1, text: then });
      i += 1;
    } else if (now !== undefined) {
      lines.push({ kind: 'now', number: head + j + 1, text: now });
      j += 1;
    }
  }
  return lines;
}
