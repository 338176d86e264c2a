import type { Claim } from './claims.ts';
import { type Notice, noticeOf, sentenceAt } from './context.ts';
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
  /** Sentences that seem to end a rule and say no number that could be written: a reader has to look at each. */
  readonly endings: readonly { readonly start: number; readonly end: number }[];
  readonly effective?: StatedDay;
  /** The day written under the notice. */
  readonly published?: StatedDay;
  /** The day that the document itself is of: what it tells was published by then. */
  readonly dated?: StatedDay;
}

/** 停止执行…的规定, 不再…, 取消…: without a number such a sentence has no row of its own. A notice that ends another notice is no rule. */
function endingsOf({ plain }: Notice): readonly { readonly start: number; readonly end: number }[] {
  return [...plain.matchAll(/[^。;!?\n]+/gu)].flatMap(({ 0: sentence, index }) => {
    const lead = /^\s*/u.exec(sentence)?.[0].length ?? 0;
    return ENDS.test(sentence) ? [{ start: index + lead, end: index + sentence.trimEnd().length }] : [];
  });
}

const ENDS = /停止(?:执行|实行|享受)|不再(?:执行|实行|享受|报销|支付|纳入|设)|取消|废止/u;

/** Reads a notice. `policy` is the version before it, `others` are the policies of the same area. */
export function readNotice(text: string, policy: PolicyValues, others: readonly PolicyValues[], shape: PolicyShape): NoticeReading {
  const { numbers, claims, proposals } = propose(text, policy, others);
  const notice = noticeOf(text);
  const benefits = newBenefits(notice, numbers, proposals, shape);
  const taken = new Map(benefits.flatMap((benefit, form) => benefit.numbers.map((number, cell) => [number, { form, cell }] as const)));
  const day = effectiveDay(text, numbers);
  const published = publicationDay(text, numbers);
  const dated = documentDay(text, numbers);
  const settled = proposals.filter(({ to }) => to.kind !== 'notARule' && to.kind !== 'elsewhere').map(({ quote }) => quote);
  return {
    paragraphs: paragraphsOf(text),
    endings: endingsOf(notice).filter(({ start, end }) => !settled.some((quote) => quote.start < end && start < quote.end)),
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
