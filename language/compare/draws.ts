/** Numbers that look drawn and are always the same for the same seed. */
export interface Draws {
  /** A whole number from 0 to below `below`. */
  readonly upTo: (below: number) => number;
  readonly oneOf: <Value>(values: readonly Value[]) => Value | undefined;
}

/** A sequence of draws. */
export function drawsOf(seed: number): Draws {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  const upTo = (below: number): number => Math.floor(next() * below);
  return { upTo, oneOf: (values) => values[upTo(values.length)] };
}
