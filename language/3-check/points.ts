/**
 * The registry of what the law leaves open: one entry for each 待定 and 暂按 in the text, whichever version reads it.
 * An address is that of the rule which has the point; a second point of the same rule gets a number, so that 设 can name either.
 */
import type { Span } from '../2-syntax/nodes/span.ts';
import type { OpenPoint, OpenPointId } from '../model/types.ts';

export interface PointRegistry {
  /** The point at this place; the first to ask says what it is. */
  at(point: OpenPoint): OpenPointId;
  readonly points: () => readonly OpenPoint[];
}

const key = (span: Span): string => `${span.file}\u0000${span.start}\u0000${span.end}`;

/** An empty registry. One per policy: ids are indexes into its points. */
export function openRegistry(): PointRegistry {
  const points: OpenPoint[] = [];
  const ids = new Map<string, OpenPointId>();
  return {
    at(point) {
      const known = ids.get(key(point.span));
      if (known !== undefined) return known;
      ids.set(key(point.span), points.length);
      points.push(point);
      return points.length - 1;
    },
    points: () => points,
  };
}

/** Gives each point of one version an address that no other point of that version has. */
export function distinctAddresses(): (address: string, span: Span) => string {
  const taken = new Map<string, string[]>();
  return (address, span) => {
    const places = taken.get(address) ?? [];
    taken.set(address, places);
    const place = key(span);
    if (!places.includes(place)) places.push(place);
    const index = places.indexOf(place);
    return index === 0 ? address : `${address}·${index + 1}`;
  };
}
