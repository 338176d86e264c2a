/** Something that is timed: one pass does `units` units of work. */
export interface Contender {
  readonly name: string;
  readonly units: number;
  readonly pass: () => void | Promise<void>;
}

export interface Measured {
  readonly name: string;
  /** Units per second: median, least and most over the rounds. */
  readonly median: number;
  readonly least: number;
  readonly most: number;
  /** Of the first contender's rate in the same round; the median over the rounds. */
  readonly ratio: number;
}

const sorted = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

/** The middle value; of two middle ones the upper. */
export const median = (values: readonly number[]): number => sorted(values)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Units per second, over as many passes as fit into the time, one at least. */
async function rate({ pass, units }: Contender, budgetMs: number): Promise<number> {
  const begin = performance.now();
  let passes = 0;
  let now = begin;
  do {
    await pass();
    passes += 1;
    now = performance.now();
  } while (now - begin < budgetMs);
  return (passes * units * 1000) / (now - begin);
}

/** Every contender once per round, in turn, so that a slow minute of the machine falls on all of them. One round warms up. */
export async function race(contenders: readonly Contender[], rounds: number, budgetMs: number): Promise<Measured[]> {
  const rates = contenders.map((): number[] => []);
  for (let round = -1; round < rounds; round += 1) {
    for (const [index, contender] of contenders.entries()) {
      const found = await rate(contender, budgetMs);
      if (round >= 0) rates[index]?.push(found);
    }
  }
  return contenders.map(({ name }, index) => {
    const mine = rates[index] ?? [];
    const ratios = mine.map((value, round) => value / (rates[0]?.[round] ?? Number.NaN));
    return { name, median: median(mine), least: Math.min(...mine), most: Math.max(...mine), ratio: median(ratios) };
  });
}

/** A number with about three figures that count: 26.1 M, 812 k, 0.0142. */
export function short(value: number): string {
  if (value >= 1e6) return `${(value / 1e6).toPrecision(3)} M`;
  if (value >= 1e4) return `${(value / 1e3).toPrecision(3)} k`;
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
