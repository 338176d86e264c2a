/** Two curves of one class of patients in one small drawing: before and after, what lies between, and the labels of their turning points. */
import type { Yuan } from '../../runtime/answer.ts';
import { onAxis } from '../strings/money.ts';
import type { Frame, Scale } from './curve-layout.ts';
import { scaleTo } from './curve-layout.ts';

/** What both laws pay for one bill; an amount is absent where a law gives none. */
export interface PairRow {
  readonly at: Yuan;
  readonly before?: Yuan;
  readonly after?: Yuan;
}

/** A turning point of one of the curves, with its words. */
export interface PairKink {
  readonly at: Yuan;
  readonly pays: Yuan;
  readonly side: 'before' | 'after';
  readonly text: string;
}

interface Placed {
  readonly x: number;
  readonly y: number;
}

export interface PairLayout {
  readonly x: Scale;
  readonly y: Scale;
  readonly before: string;
  readonly after: string;
  /** The area between them; empty while one has no curve. */
  readonly between: string;
  readonly kinks: readonly (PairKink & Placed & { readonly label: Placed; readonly end: boolean })[];
  readonly placeX: (yuan: number) => number;
  readonly placeY: (yuan: number) => number;
}

/** Labels need this much room, in pixels. */
const LABEL_HEIGHT = 15;
const LETTER_PX = 6.6;

/** The end of the axis for some classes together: round, with room after the last turning point. */
export function axisEnd(kinks: readonly Yuan[], whole: Yuan): number {
  const last = Math.max(0, ...kinks.map(onAxis));
  return last === 0 ? onAxis(whole) : Math.min(onAxis(whole), scaleTo(last * 1.35, 3).max);
}

/** Places both curves in a frame whose axes end at `ends`. */
export function placePair(
  rows: readonly PairRow[],
  kinks: readonly PairKink[],
  frame: Frame,
  ends: { readonly x: number; readonly y: number },
): PairLayout {
  const [x, y] = [scaleTo(ends.x, 3), scaleTo(ends.y, 3)];
  const inner = { width: frame.width - frame.left - frame.right, height: frame.height - frame.top - frame.bottom };
  const placeX = (yuan: number): number => frame.left + (yuan / x.max) * inner.width;
  const placeY = (yuan: number): number => frame.top + inner.height - (yuan / y.max) * inner.height;
  const line = (side: 'before' | 'after'): readonly Placed[] =>
    rows.flatMap((row) => {
      const pays = row[side];
      return pays === undefined ? [] : [{ x: placeX(onAxis(row.at)), y: placeY(onAxis(pays)) }];
    });
  const text = (points: readonly Placed[]): string => points.map((point) => `${point.x.toFixed(1)},${point.y.toFixed(1)}`).join(' ');
  const [before, after] = [line('before'), line('after')];
  const taken: { readonly left: number; readonly right: number; readonly y: number }[] = [];
  const inSight = kinks.filter(({ at }) => onAxis(at) <= x.max);
  // The later law's labels are placed first: they are what one looks for.
  const placed = inSight
    .toSorted((a, b) => (a.side === b.side ? 0 : a.side === 'after' ? -1 : 1))
    .flatMap((kink) => {
      const point = { x: placeX(onAxis(kink.at)), y: placeY(onAxis(kink.pays)) };
      const width = [...kink.text].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 11 : LETTER_PX), 0);
      const above = { x: point.x, y: point.y - 9 };
      const below = { x: point.x + 7, y: point.y + 16 };
      const beside = { x: point.x + 9, y: point.y - 7 };
      const choices = kink.side === 'after' ? [above, beside, below] : [below, beside, above];
      for (const choice of choices) {
        const middle = choice === above;
        const end = choice.x + (middle ? width / 2 : width) > frame.width - 2;
        const left = end ? Math.min(choice.x, frame.width - 2) - width : middle ? choice.x - width / 2 : choice.x;
        const right = left + width;
        const free =
          left >= frame.left - 6 &&
          choice.y > 10 &&
          choice.y < frame.height - frame.bottom - 1 &&
          taken.every((other) => right < other.left || left > other.right || Math.abs(choice.y - other.y) >= LABEL_HEIGHT);
        if (!free) continue;
        taken.push({ left, right, y: choice.y });
        return [{ ...kink, ...point, label: { x: left, y: choice.y }, end }];
      }
      return [{ ...kink, ...point, text: '', label: point, end: false }];
    });
  return {
    x,
    y,
    before: text(before),
    after: text(after),
    between: before.length > 1 && after.length > 1 ? text([...before, ...after.toReversed()]) : '',
    kinks: placed,
    placeX,
    placeY,
  };
}
