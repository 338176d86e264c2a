import type { Claim } from './claims.ts';
import { noticeOf, sentenceAt } from './context.ts';
import { documentDay, effectiveDay, publicationDay, type StatedDay } from './effective.ts';
import { type NewBenefit, newBenefits } from './new-benefit.ts';
import type { NoticeNumber, Paragraph } from './notice-number.ts';
import { paragraphsOf } from './numbers.ts';
import type { Proposal } from './proposal.ts';
import { type PolicyValues, propose } from './propose.ts';
import type { PolicyShape } from './shape.ts';
import { whyWords } from './why.ts';

/** A notice read against a policy: every number with its destination, what is new, and from when it holds. */
export interface NoticeReading {
  readonly paragraphs: readonly Paragraph[];
  readonly numbers: readonly NoticeNumber[];
  readonly claims: readonly Claim[];
  /** One for each number, in order. */
  readonly proposals: readonly Proposal[];
  readonly benefits: readonly NewBenefit[];
  readonly effective?: StatedDay;
  /** The day written under the notice. */
  readonly published?: StatedDay;
  /** The day that the document itself is of: what it tells was published by then. */
  readonly dated?: StatedDay;
}

/** Reads a notice. `policy` is the version before it, `others` are the policies of the same area. */
export function readNotice(text: string, policy: PolicyValues, others: readonly PolicyValues[], shape: PolicyShape): NoticeReading {
  const { numbers, claims, proposals } = propose(text, policy, others);
  const notice = noticeOf(text);
  const benefits = newBenefits(notice, numbers, proposals, shape);
  const taken = new Map(benefits.flatMap((benefit, form) => benefit.numbers.map((number, cell) => [number, { form, cell }] as const)));
  const day = effectiveDay(text, numbers);
  const published = publicationDay(text, numbers);
  const dated = documentDay(text, numbers);
  return {
    paragraphs: paragraphsOf(text),
    numbers,
    claims,
    proposals: proposals.map((one): Proposal => {
      const place = taken.get(one.number);
      const number = numbers[one.number];
      if (!place || !number) return one;
      const to = { kind: 'new', ...place } as const;
      return { ...one, to, why: whyWords(to, number), quote: sentenceAt(notice, number) };
    }),
    benefits,
    ...(day ? { effective: day } : {}),
    ...(published ? { published } : {}),
    ...(dated ? { dated } : {}),
  };
}
