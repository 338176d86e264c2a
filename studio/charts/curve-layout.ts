/** Scales of the cost curve: round ticks that leave some room, and where a point stands in the drawing. */

import type { Yuan } from '../../runtime/answer.ts';
import { onAxis } from '../strings/money.ts';
import type { Curve, CurvePoint } from '../worker/protocol.ts';

export interface Scale {
  readonly max: number;
  readonly ticks: readonly number[];
}

/** Ticks at 1, 2 or 5 times a power of ten, about `wanted` of them, the last at or above `max`. */
export function scaleTo(max: number, wanted: number): Scale {
  if (!(max > 0)) return { max: 1, ticks: [0, 1] };
  const rough = max / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  const count = Math.ceil(max / step - 1e-9);
  return { max: step * count, ticks: Array.from({ length: count + 1 }, (_, at) => at * step) };
}

export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface PlacedCurve {
  readonly x: Scale;
  readonly y: Scale;
  /** Points of the polyline of the person's cost, "x,y x,y …". */
  readonly line: string;
  /** The same of what the funds pay. */
  readonly fundsLine: string;
  readonly placeX: (yuan: number) => number;
  readonly placeY: (yuan: number) => number;
  /** The inverse of placeX. */
  readonly readX: (pixel: number) => number;
}

/** The axis grows by so much at most for the sake of the funds. */
const ROOM_FOR_FUNDS = 1.5;

/** A tick of the vertical axis has at least about so much room, in pixels. */
const TICK_ROOM = 64;

/** Places a curve in its frame. The horizontal axis is the bill part, the vertical one what the patient pays. */
export function placeCurve(curve: Curve, frame: Frame): PlacedCurve {
  const all = [...curve.points, ...curve.kinks]
    .map((point) => ({ at: onAxis(point.at), personal: onAxis(point.personal), funds: onAxis(point.funds) }))
    .sort((a, b) => a.at - b.at);
  const x = scaleTo(Math.max(...all.map((point) => point.at)), 6);
  // The axis is the person's: what the funds pay may leave it at the top, so that it never flattens what the chart is about.
  const [personal, funds] = [Math.max(...all.map((point) => point.personal)), Math.max(...all.map((point) => point.funds))];
  const inner = { width: frame.width - frame.left - frame.right, height: frame.height - frame.top - frame.bottom };
  const most = personal > 0 ? Math.max(personal, Math.min(funds, personal * ROOM_FOR_FUNDS)) : funds;
  const y = scaleTo(most, Math.max(4, Math.round(inner.height / TICK_ROOM)));
  const placeX = (yuan: number): number => frame.left + (yuan / x.max) * inner.width;
  const placeY = (yuan: number): number => frame.top + inner.height - (yuan / y.max) * inner.height;
  return {
    x,
    y,
    line: all.map((point) => `${placeX(point.at).toFixed(1)},${placeY(point.personal).toFixed(1)}`).join(' '),
    fundsLine: all.map((point) => `${placeX(point.at).toFixed(1)},${placeY(point.funds).toFixed(1)}`).join(' '),
    placeX,
    placeY,
    readX: (pixel) => ((pixel - frame.left) / Math.max(1, inner.width)) * x.max,
  };
}

/** Where the label of a turning point stands beside it; those that would stand on another are left to the table. */
export interface PlacedLabel {
  readonly at: Yuan;
  readonly x: number;
  readonly y: number;
  /** Text runs to the left of the point, above the line. */
  readonly end: boolean;
}

/** Room that a label needs beside another on its own side, in pixels. */
const LABEL = { width: 168, height: 34 } as const;

/** Labels from the left: below the line where there is room, else above it, else none. */
export function placeLabels(points: readonly CurvePoint[], placed: PlacedCurve, frame: Frame): readonly PlacedLabel[] {
  const labels: PlacedLabel[] = [];
  const free = (one: PlacedLabel): boolean => {
    const left = one.end ? one.x - LABEL.width : one.x;
    const inside = left >= frame.left && left + LABEL.width <= frame.width && one.y - LABEL.height / 2 >= 0;
    return (
      inside &&
      labels.every((other) => {
        const from = other.end ? other.x - LABEL.width : other.x;
        return Math.abs(from - left) >= LABEL.width || Math.abs(other.y - one.y) >= LABEL.height;
      })
    );
  };
  for (const { at, personal } of points) {
    const x = placed.placeX(onAxis(at));
    const y = placed.placeY(onAxis(personal));
    const below = { at, x: x + 9, y: Math.min(y + 17, frame.height - frame.bottom - 16), end: false };
    const above = { at, x: x - 9, y: y - 18, end: true };
    const label = [below, above].find(free);
    if (label) labels.push(label);
  }
  return labels;
}
