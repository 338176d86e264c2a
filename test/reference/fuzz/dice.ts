/** Random choices that a seed repeats exactly, on every machine. */
export class Dice {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
    for (let at = 0; at < 4; at += 1) this.below(2);
  }

  /** A whole number from 0 to below `n`. */
  below(n: number): number {
    this.state = (this.state + 0x9e3779b9) >>> 0;
    let z = this.state;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return ((z ^ (z >>> 15)) >>> 0) % n;
  }

  between(low: number, high: number): number {
    return low + this.below(high - low + 1);
  }

  /** True once in `n`. */
  once(n: number): boolean {
    return this.below(n) === 0;
  }

  pick<T>(all: readonly T[]): T {
    if (all.length === 0) throw new RangeError('nothing to choose from');
    return all[this.below(all.length)] as T;
  }

  /** Some of them, in their order. */
  some<T>(all: readonly T[], least = 0): readonly T[] {
    const found = all.filter(() => this.once(2));
    return found.length >= least ? found : all.slice(0, least);
  }
}

/** A seed of its own for the n-th of something that has a seed. */
export const seedOf = (seed: number, n: number): number => new Dice((seed ^ Math.imul(n + 1, 0x85ebca6b)) >>> 0).below(2 ** 31);
