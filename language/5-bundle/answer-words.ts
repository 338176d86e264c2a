import type { Answer, Status } from '../../runtime/answer.ts';

/** The words of a status, as 期望 writes them. */
export const STATUS_WORDS: Readonly<Record<Status, string>> = {
  settled: '已结算',
  open: '待定',
  missing: '缺项',
  ineligible: '不享受',
  refused: '拒收',
  violation: '违规',
};

/** The status, with the reasons that go with it: what stands where an amount is missing. */
export function insteadOfAmount(answer: Answer): string {
  const reasons = answer.status === 'settled' ? [] : reasonsOf(answer);
  return reasons.length > 0 ? `${STATUS_WORDS[answer.status]}: ${reasons.join('; ')}` : STATUS_WORDS[answer.status];
}

/** Everything an answer gives as a reason, in the policy's own words or, for a refused event, in Chinese. */
export const reasonsOf = (answer: Answer): readonly string[] => [
  ...answer.open.map(({ reason }) => reason),
  ...answer.ineligible.flatMap(({ name, reason }) => [reason, name]).filter((text) => text !== ''),
  ...answer.missing,
  ...answer.problems.map(({ zh }) => zh),
];
