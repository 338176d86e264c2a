import type { Analysis } from '../worker/protocol.ts';

/** Kinds of named things that are counted as rules of a policy. */
const RULES: ReadonlySet<string> = new Set([
  'benefit',
  'definition',
  'parameter',
  'exception',
  'bands',
  'posting',
  'eligibility',
  'waitingPeriod',
  'tilt',
  'guarantee',
  'allocation',
  'accumulator',
]);

/** How many rules a policy has, amendments included. */
export const rulesOf = (analysis: Analysis | undefined, policy: string | undefined): number =>
  analysis?.symbols.filter((symbol) => symbol.policy === policy && RULES.has(symbol.kind)).length ?? 0;
