/**
 * A destination for every number of a notice. A number is compared with every value of the policy and of its neighbours: kind, line,
 * benefit, row and whom it is about; the notice's own arithmetic and sentences that the rules cite weigh most. What is near two values is
 * left to the reader.
 */
import { equal } from '../../runtime/money/rational.ts';
import { findQuote, fold } from '../3-check/analyses/folding.ts';
import type { StandingValue } from '../values/standing-value.ts';
import { type Claim, claimsOf, judge, leastFitting } from './claims.ts';
import { audienceOf, likeness, type Notice, noticeOf, roleOf, rowFit, sentenceAt } from './context.ts';
import { noRuleReason } from './no-rule.ts';
import type { NoticeNumber } from './notice-number.ts';
import { numbersOf } from './numbers.ts';
import type { Destination, Proposal } from './proposal.ts';
import { changeWords, whyWords } from './why.ts';
import { writtenLike } from './written.ts';

/** A policy with its values on the day before the notice. */
export interface PolicyValues {
  readonly policy: string;
  /** 职工, 居民, as its 险种 line says. */
  readonly scheme: string;
  readonly values: readonly StandingValue[];
}

/** A notice read against a policy. */
export interface ReadNotice {
  readonly numbers: readonly NoticeNumber[];
  readonly claims: readonly Claim[];
  /** One for each number, in order. */
  readonly proposals: readonly Proposal[];
}

interface Match {
  readonly owner: PolicyValues;
  readonly value: StandingValue;
  readonly score: number;
}

const ENOUGH = 6;

/** Reads a notice against a policy and its neighbours; every number gets exactly one proposal. */
export function propose(text: string, policy: PolicyValues, others: readonly PolicyValues[]): ReadNotice {
  const notice = noticeOf(text);
  const numbers = numbersOf(text);
  const claims = claimsOf(text, numbers);
  const cited = citedPlaces(text, [policy, ...others]);
  const stepOf = new Map<number, Claim>();
  for (const claim of claims)
    for (const index of [claim.by, claim.from])
      if (index !== undefined && claim.about !== undefined && claim.about !== index) stepOf.set(index, claim);
  const best = numbers.map((number) => {
    const found = matches(notice, number, numbers, claims, [policy, ...others], cited);
    const [first, second] = found;
    const tied = first && second && second.owner === first.owner && second.score === first.score;
    return { first, tied: tied ? found.filter(({ score, owner }) => score === first.score && owner === first.owner) : [] };
  });
  const proposals = numbers.map((number, at): Proposal => {
    const quote = sentenceAt(notice, number);
    const step = stepOf.get(number.index);
    if (step?.about !== undefined) return said(number, { kind: 'claim', of: step.about }, quote);
    const found = best[at];
    const first = found?.first;
    if (!first || first.score < ENOUGH) return said(number, fallback(notice, number, cited, policy), quote);
    if (found.tied.length > 0) return said(number, { kind: 'unclear', candidates: found.tied.map(({ value }) => value.path) }, quote);
    if (first.owner !== policy) return said(number, { kind: 'elsewhere', policy: first.owner.policy, path: first.value.path }, quote);
    return matched(notice, number, first.value, numbers, claims, quote);
  });
  return { numbers, claims, proposals: withoutRepeats(proposals, numbers, best) };
}

const said = (number: NoticeNumber, to: Destination, quote: Proposal['quote']): Proposal => ({
  number: number.index,
  to,
  why: whyWords(to, number),
  quote,
});

/** 具体执行时间另行通知: the sentence changes a value, but says that its day comes later. */
const LATER = /(?:时间|日期)[^,。;]{0,6}另(?:行|作|外|文)|另行(?:通知|公布|确定|明确)|(?:时间|日期)(?:待定|未定)/u;

function matched(
  notice: Notice,
  number: NoticeNumber,
  value: StandingValue,
  numbers: readonly NoticeNumber[],
  claims: readonly Claim[],
  quote: Proposal['quote'],
): Proposal {
  const least = leastFitting(claims, numbers, number.index, value.amount, number.amount);
  const claim = least?.claim;
  const text = writtenLike(number, value);
  const same = value.amount !== undefined && number.amount !== undefined && equal(value.amount, number.amount);
  const claimed = least && !same && { ...least.judged, claim: claims.indexOf(least.claim) };
  const widened = claim ? { start: Math.min(quote.start, claim.start), end: Math.max(quote.end, claim.end) } : quote;
  const later = LATER.test(notice.plain.slice(quote.start, quote.end));
  const ambiguous = claim?.ambiguous === true && claim.about === undefined;
  const to: Destination = ambiguous
    ? { kind: 'question', path: value.path, why: 'unit' }
    : same
      ? { kind: 'same', path: value.path }
      : later
        ? { kind: 'question', path: value.path, why: 'when' }
        : { kind: 'change', path: value.path };
  return {
    number: number.index,
    to,
    why: to.kind === 'change' ? changeWords(value) : whyWords(to, number),
    ...(text === undefined ? {} : { text }),
    quote: widened,
    ...(claimed ? { judged: claimed } : {}),
  };
}

/**
 * Two numbers that say the same of one value: the one that fits better stays. INVARIANT: when one sentence says several numbers of one
 * value and they fit alike, none is taken: each is for a case (旗县级75%, 苏木乡镇90%), and the value has no rows to tell them apart.
 */
function withoutRepeats(
  proposals: readonly Proposal[],
  numbers: readonly NoticeNumber[],
  best: readonly { readonly first: Match | undefined }[],
): readonly Proposal[] {
  const kept = new Map<string, Proposal>();
  const ranked = proposals
    .filter(({ to }) => to.kind === 'change' || to.kind === 'same')
    .toSorted((a, b) => (best[b.number]?.first?.score ?? 0) - (best[a.number]?.first?.score ?? 0) || a.number - b.number);
  const again = new Map<number, Destination>();
  for (const one of ranked) {
    const path = 'path' in one.to && one.to.path !== undefined ? one.to.path : '';
    const first = kept.get(path);
    if (!first) {
      kept.set(path, one);
      continue;
    }
    const [a, b] = [numbers[first.number]?.amount, numbers[one.number]?.amount];
    if (a && b && equal(a, b)) {
      again.set(one.number, { kind: 'notARule', reason: 'repeated', like: first.number });
      continue;
    }
    again.set(one.number, { kind: 'unclear', candidates: [path] });
    const alike = best[first.number]?.first?.score === best[one.number]?.first?.score;
    if (alike && first.quote.start === one.quote.start) again.set(first.number, { kind: 'unclear', candidates: [path] });
  }
  return proposals.map((one) => {
    const to = again.get(one.number);
    const number = numbers[one.number];
    return to && number ? { number: one.number, to, why: whyWords(to, number), quote: one.quote } : one;
  });
}

interface CitedPlace {
  readonly owner: PolicyValues;
  readonly value: StandingValue;
  readonly start: number;
  readonly end: number;
}

/** Where the sentences that rules cite stand in this text. */
function citedPlaces(text: string, policies: readonly PolicyValues[]): readonly CitedPlace[] {
  const source = fold(text);
  const known = new Map<string, ReturnType<typeof findQuote>>();
  return policies.flatMap((owner) =>
    owner.values.flatMap((value) =>
      value.citations.flatMap(({ quote }) => {
        if (!known.has(quote)) known.set(quote, findQuote(fold(quote), source));
        const place = known.get(quote);
        return place ? [{ owner, value, ...place }] : [];
      }),
    ),
  );
}

const KIND: Readonly<Partial<Record<NoticeNumber['kind'], readonly StandingValue['kind'][]>>> = {
  money: ['money'],
  ratio: ['ratio', 'points'],
  points: ['points'],
  months: ['months'],
  days: ['days'],
  age: ['number'],
};
const OPEN_KIND: Readonly<Partial<Record<StandingValue['role'], StandingValue['kind']>>> = {
  ratio: 'ratio',
  deductible: 'money',
  cap: 'money',
  waitingPeriod: 'months',
};

function matches(
  notice: Notice,
  number: NoticeNumber,
  numbers: readonly NoticeNumber[],
  claims: readonly Claim[],
  policies: readonly PolicyValues[],
  cited: readonly CitedPlace[],
): readonly Match[] {
  const kinds = KIND[number.kind];
  const amount = number.amount;
  if (!kinds || !amount) return [];
  const { start } = sentenceAt(notice, number);
  const paragraph = notice.paragraphs[number.paragraph]?.start ?? 0;
  const previous = notice.paragraphs[number.paragraph - 1];
  const around = {
    sentence: notice.plain.slice(start, number.end + 8),
    paragraph: notice.plain.slice(paragraph, number.end),
    question: previous ? notice.plain.slice(previous.start, previous.end) : '',
  };
  const role = roleOf(notice, number);
  const audience = audienceOf(notice, number);
  const claim = claims.find(({ about, by }) => about === number.index || (about === undefined && by === number.index));
  const found: Match[] = [];
  for (const owner of policies) {
    const named = nameScore(owner.policy, around.sentence);
    const heard = audience === undefined || owner.scheme === '' ? 0 : owner.scheme.includes(audience) ? 2 : -8;
    for (const value of owner.values) {
      const kind = value.kind === 'open' ? OPEN_KIND[value.role] : value.kind;
      const equals = value.amount !== undefined && equal(value.amount, amount);
      if (!kind || !kinds.includes(kind) || (!value.amendable && !equals)) continue;
      if (kind === 'points' && number.kind === 'ratio' && !claim?.ambiguous) continue;
      if (kind === 'ratio' && claim?.about === undefined && claim !== undefined) continue;
      const line = LINES.has(value.role);
      if (line && role !== undefined && role !== value.role) continue;
      const siblings = owner.values.filter((other) => other.path.split('[')[0] === value.path.split('[')[0]);
      const row = rowFit(value, siblings, notice.plain.slice(start, number.start));
      if (row < 0) continue;
      const like = Math.max(
        4 * floor(likeness(value.group.name, around.sentence)),
        3 * floor(likeness(value.group.name, around.paragraph)),
        2 * floor(likeness(value.group.name, around.question)),
      );
      const step =
        kind === 'points' && claim?.about === undefined && lettersOf(value.path.split('.').at(-1) ?? '', around.sentence) ? 3 : 0;
      const judged = claim && judge(claim, numbers, value.amount, claim.about === undefined ? undefined : amount).verdict;
      const score =
        like +
        named +
        step * (equals ? 2 : 1) +
        heard +
        (line && role === value.role ? 3 : 0) +
        row * 2 -
        (value.keys.length > 0 && row < value.keys.length ? 2 : 0) +
        (judged === 'agrees' ? 5 : 0) +
        (equals ? 2 : 0) +
        (cited.some((place) => place.value === value && place.start <= number.start && number.end <= place.end) ? 3 : 0);
      // Something of the benefit or of the policy has to be named, or the arithmetic has to fit.
      if (
        like + named + step > 0 ||
        judged === 'agrees' ||
        cited.some((place) => place.value === value && place.start <= number.start && number.end <= place.end)
      )
        found.push({ owner, value, score });
    }
  }
  return found.sort((a, b) => b.score - a.score);
}

const LINES: ReadonlySet<StandingValue['role']> = new Set<StandingValue['role']>(['deductible', 'ratio', 'cap', 'waitingPeriod']);

/** Whether nearly every letter of a name is in a sentence: 未备案下调 in 未按规定办理备案手续的, 下调. */
const lettersOf = (name: string, sentence: string): boolean =>
  name.length >= 3 && [...name].filter((letter) => sentence.includes(letter)).length / name.length >= 0.8;

/** Less than half of a name is no likeness. */
const floor = (share: number): number => (share < 0.6 ? 0 : share);

/** What of a policy's name only it has: 个人账户, 单位缴费. */
const nameScore = (policy: string, sentence: string): number => {
  const core = policy.replace(/^.*?[省市县区旗盟州]/u, '').replace(/城乡|职工|居民|基本医疗保险|医保|医疗保险|办法|政策|待遇/gu, '');
  return core.length >= 3 && sentence.includes(core.slice(0, 4)) ? 3 : 0;
};

/** Where a number goes that is near no value. */
function fallback(notice: Notice, number: NoticeNumber, cited: readonly CitedPlace[], policy: PolicyValues): Destination {
  const reason = noRuleReason(notice, number);
  const covered = cited.filter((place) => place.start <= number.start && number.end <= place.end);
  const other = covered.find(({ owner }) => owner !== policy);
  if (other && !covered.some(({ owner }) => owner === policy) && (reason === undefined || reason === 'statistic'))
    return { kind: 'elsewhere', policy: other.owner.policy };
  if (reason) return { kind: 'notARule', reason };
  return { kind: 'unclear', candidates: [] };
}
