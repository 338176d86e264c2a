/**
 * What was found when these texts were checked before. A policy is checked again only when something that it follows from is another than it
 * was: its text and amendments, the blocks above it, the documents, the results it refers to. These are compared one by one as the
 * same objects or the same words, so trees must be kept as long as their texts stay the same.
 */
import type { Quotation } from './analyses/quotation.ts';
import type { CheckedPolicy } from './policy.ts';
import type { CheckedScenario } from './scenario.ts';
import type { Symbols } from './symbols.ts';

/** A policy as checked, with what its names stand for. */
export interface Known {
  readonly checked: CheckedPolicy;
  readonly symbols: Symbols;
}

/** What was found of this block from the same things before, else what `look` finds. */
export type Recall<Found> = (block: object, from: readonly unknown[], look: () => Found) => Found;

export interface Memory {
  /** The policy of this name as it was checked from the same things, else as `look` finds it. */
  policy(name: string, from: readonly unknown[], look: () => Known): Known;
  readonly scenario: Recall<CheckedScenario>;
  /** What a scenario quotes. */
  readonly quotes: Recall<Pick<Quotation, 'cited' | 'diagnostics'>>;
  /** What the names of a block outside the policies stand for. */
  readonly mentions: Recall<Symbols>;
  /** Forgets what the check that ends here did not ask for. */
  settle(): void;
}

interface Kept {
  readonly from: readonly unknown[];
  readonly known: Known;
  /** Reading a guard of a property may add to the points of the model, which then is not what checking alone gives. */
  readonly points: number | undefined;
}

/** A memory of nothing. */
export function createMemory(): Memory {
  let before = new Map<string, Kept>();
  let now = new Map<string, Kept>();
  return {
    scenario: recall(),
    quotes: recall(),
    mentions: recall(),
    policy(name, from, look) {
      const kept = before.get(name);
      if (kept && same(kept.from, from) && kept.known.checked.model?.points.length === kept.points) {
        now.set(name, kept);
        return kept.known;
      }
      const known = look();
      now.set(name, { from, known, points: known.checked.model?.points.length });
      return known;
    },
    settle() {
      before = now;
      now = new Map();
    },
  };
}

/** The same things in the same order. */
export const same = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((one, at) => Object.is(one, b[at]));

/** Blocks live as long as their text stays the same, and so does what was found of them. */
function recall<Found>(): Recall<Found> {
  const kept = new WeakMap<object, { readonly from: readonly unknown[]; readonly found: Found }>();
  return (block, from, look) => {
    const known = kept.get(block);
    if (known && same(known.from, from)) return known.found;
    const found = look();
    kept.set(block, { from, found });
    return found;
  };
}
