/** Patients under one law: settled once for each bill, and remembered. */
import type { LoadedBundle } from '../../runtime/index.ts';
import type { Facets } from './facets.ts';
import type { Outcome } from './outcome.ts';
import { settleAlone } from './outcome.ts';
import type { Combination, Stated } from './patients.ts';
import { billed, factsOf } from './patients.ts';
import type { PayAt } from './search.ts';

/** A law, and what its events may state. */
export interface Law {
  readonly bundle: LoadedBundle;
  readonly policy: string;
  readonly stated: Stated;
}

/** A patient under a law. */
export interface Trial {
  readonly outcome: (fen: number) => Outcome;
  /** The amount that is compared, in fen. */
  readonly pay: PayAt;
}

/** A patient under a law; bills are settled when they are asked for. */
export function trialOf(law: Law, facets: Facets, combination: Combination): Trial {
  const facts = factsOf(facets, combination, law.stated);
  const known = new Map<number, Outcome>();
  const outcome = (fen: number): Outcome => {
    const before = known.get(fen);
    if (before) return before;
    const now = settleAlone(law.bundle, law.policy, billed(facts, facets, law.stated, fen));
    known.set(fen, now);
    return now;
  };
  return {
    outcome,
    pay: (fen) => {
      const { fen: amount } = outcome(fen);
      return amount === undefined ? undefined : Number(amount);
    },
  };
}
