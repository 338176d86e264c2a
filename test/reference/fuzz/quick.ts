/** The quick run: as many cases as a test can afford, and whether everything was among them. */
import { expect } from 'vitest';
import { parse } from '../../../language/2-syntax/parse.ts';
import type { KeywordId } from '../../../language/keywords.ts';
import { hits } from '../hits.ts';
import { LEAST } from './least.ts';
import { runPolicy, textOf } from './run.ts';

/** Cases of one half of the quick run. */
export const CASES = 10_000;
/** The machine repeats these numbers exactly. */
const SEED = 20_261_122;
/** Texts of so many policies are looked through for keywords. */
const TEXTS = 400;

export interface Quick {
  readonly cases: number;
  readonly paid: number;
  readonly policies: number;
  readonly refused: number;
}

/** Runs every other policy, from `first` on, until there are cases enough. */
export async function quickRun(first: number): Promise<Quick> {
  let [cases, paid, policies, refused] = [0, 0, 0, 0];
  for (let number = first; cases < CASES; number += 2) {
    const found = await runPolicy(SEED, number);
    expect(found.mismatch, `npm run fuzz -- --replay ${SEED}:${number}:${found.mismatch?.stream}`).toBeUndefined();
    cases += found.cases;
    paid += found.paid;
    policies += 1;
    if (found.unread !== undefined) refused += 1;
  }
  return { cases, paid, policies, refused };
}

/** What was come by less often than it has to be. */
export const scarce = (): readonly string[] =>
  [...LEAST].flatMap(([name, least]) => {
    const found = hits().get(name) ?? 0;
    return found < least ? [`${name}: ${found} of ${least}`] : [];
  });

/** Keywords of the drawn texts. */
export function keywordsDrawn(): ReadonlySet<KeywordId> {
  const found = new Set<KeywordId>();
  for (let number = 0; number < TEXTS; number += 1)
    for (const { keyword } of parse({ path: '1.yice', text: textOf(SEED, number) }).tokens) if (keyword !== undefined) found.add(keyword);
  return found;
}
