/** Whether a record of sign-off holds for a bundle: it is about these very bytes, by two people, and leaves nothing unsaid. */
import type { SignedPoint, SignoffRecord } from './record.ts';

/** What the bundle itself says, to hold the record against. */
export interface SignoffFacts {
  readonly digest: string;
  /** What it leaves open or assumes; what touches no amount needs no line. */
  readonly open: readonly Pick<SignedPoint, 'policy' | 'address' | 'how'>[];
  /** Values of its own scenarios that differ when they are run again. */
  readonly differing: number;
}

/** Why a record does not hold, one for each reason. */
export type SignoffProblem =
  /** It is about another bundle: the texts have changed since. Nothing else is worth saying then. */
  | { readonly kind: 'changed' }
  | { readonly kind: 'noAuthor' | 'noReviewer' | 'samePerson' }
  /** The reviewer gave it back. */
  | { readonly kind: 'returned'; readonly by: string; readonly reason: string }
  /** Values differ: of the scenarios, or of a set of patients by its name. */
  | { readonly kind: 'differing'; readonly values: number; readonly set?: string }
  /** Something open without a line. */
  | { readonly kind: 'noLine'; readonly policy: string; readonly address: string };

/** Names as they are compared: one person is not two for a space, a width of letters or their case. */
export const sameName = (a: string, b: string): boolean => compared(a) === compared(b);
const compared = (name: string): string => name.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();

/** Everything that stands against a record; nothing when the bundle is signed off. A record without a reviewer waits for one. */
export function signoffProblems(record: SignoffRecord, facts: SignoffFacts): readonly SignoffProblem[] {
  const { author, reviewer, open, scenarios, sets } = record;
  if (record.digest !== facts.digest) return [{ kind: 'changed' }];
  const problems: SignoffProblem[] = [];
  if (record.returned) problems.push({ kind: 'returned', by: record.returned.name, reason: record.returned.reason });
  if (compared(author.name) === '') problems.push({ kind: 'noAuthor' });
  if (reviewer === undefined || compared(reviewer.name) === '') problems.push({ kind: 'noReviewer' });
  else if (sameName(author.name, reviewer.name)) problems.push({ kind: 'samePerson' });
  const differing = Math.max(scenarios.differing, facts.differing);
  if (differing > 0) problems.push({ kind: 'differing', values: differing });
  for (const set of sets) if (set.differing > 0) problems.push({ kind: 'differing', values: set.differing, set: set.name });
  for (const { policy, address } of facts.open) {
    const line = open.find((one) => one.policy === policy && one.address === address)?.line ?? '';
    if (line.trim() === '') problems.push({ kind: 'noLine', policy, address });
  }
  return problems;
}
