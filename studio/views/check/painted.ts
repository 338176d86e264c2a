/** A rule text cut into lines and, in them, into stretches that mean something. */
import { isUnnoticed } from '../../store/checking.ts';
import type { NudgedNumber, ReachedRule, TextRange } from '../../worker/protocol.ts';

export type Paint = 'reached' | 'noticed' | 'unreached' | 'unnoticed';

export interface PaintedStretch {
  readonly text: string;
  readonly paint?: Paint;
  /** The painted part as a whole, to be looked at. */
  readonly range?: TextRange;
}

export interface PaintedLine {
  /** From 1. */
  readonly number: number;
  readonly stretches: readonly PaintedStretch[];
  /** The gravest paint on the line. */
  readonly paint?: Paint;
}

export interface PaintedPart {
  readonly range: TextRange;
  readonly paint: Paint;
}

/** Parts as reached or not. */
export const reachPaints = (parts: readonly ReachedRule[]): readonly PaintedPart[] =>
  parts.map(({ range, scenarios }) => ({ range, paint: scenarios.length > 0 ? 'reached' : 'unreached' }));

/** Numbers of which a change goes unnoticed; the others are noticed. */
export const nudgePaints = (numbers: readonly NudgedNumber[]): readonly PaintedPart[] =>
  numbers.map(({ range, nudges }) => ({ range, paint: isUnnoticed({ nudges }) ? 'unnoticed' : 'noticed' }));

const GRAVITY: Readonly<Record<Paint, number>> = { reached: 0, noticed: 0, unreached: 1, unnoticed: 2 };

/** Lines of a text. Of parts that lie in one another the inner one is painted. */
export function paintedLines(file: string, text: string, parts: readonly PaintedPart[]): readonly PaintedLine[] {
  const own = parts.filter(({ range }) => range.file === file && range.start < range.end);
  const inner = own.toSorted((a, b) => a.range.end - a.range.start - (b.range.end - b.range.start));
  let at = 0;
  return text.split('\n').map((line, index): PaintedLine => {
    // Indentation belongs to no part.
    const begin = at;
    const start = at + (line.length - line.trimStart().length);
    const end = at + line.length;
    at = end + 1;
    const here = inner.filter(({ range }) => range.start < end && range.end > start);
    const cuts = [
      ...new Set([start, end, ...here.flatMap(({ range }) => [Math.max(start, range.start), Math.min(end, range.end)])]),
    ].toSorted((a, b) => a - b);
    const stretches: PaintedStretch[] = cuts.slice(0, -1).map((from, cut): PaintedStretch => {
      const to = cuts[cut + 1] ?? end;
      const part = here.find(({ range }) => range.start <= from && range.end >= to);
      const words = text.slice(from, to);
      return part && words.trim() !== '' ? { text: words, paint: part.paint, range: part.range } : { text: words };
    });
    if (begin < start) stretches.unshift({ text: text.slice(begin, start) });
    const gravest = stretches.flatMap(({ paint }) => paint ?? []).toSorted((a, b) => GRAVITY[b] - GRAVITY[a])[0];
    return { number: index + 1, stretches, ...(gravest === undefined ? {} : { paint: gravest }) };
  });
}

/** A file as it is called on the page: “2023-01-01-职工门诊共济”. */
export const fileNameOf = (path: string): string => (path.split('/').at(-1) ?? path).replace(/\.yice$/, '');

/** Of places that are called the same, the file that tells one from another; nothing where the name is enough. */
export const fileTelling = (
  one: { readonly file: string; readonly name: string },
  among: readonly { readonly file: string; readonly name: string }[],
): string | undefined => (among.some(({ name, file }) => name === one.name && file !== one.file) ? fileNameOf(one.file) : undefined);
