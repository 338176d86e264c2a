/** The notice's own arithmetic: what it says about a number and the one before it, done again. */
import { add, equal, multiply, type Rational, rational, subtract } from '../../runtime/money/rational.ts';
import type { NoticeNumber } from './notice-number.ts';
import { plainly } from './plain-text.ts';

/** 提高了5个百分点, 由70%提高到75%. Numbers by index. */
export interface Claim {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly direction: 'up' | 'down';
  /** By how much. Absent where both ends are named. */
  readonly by?: number;
  /** The end it starts from. */
  readonly from?: number;
  /** What the claim is about: the new value. Absent where the sentence names none. */
  readonly about?: number;
  /** A share that changes by “10%”: ten points or a tenth of it. */
  readonly ambiguous: boolean;
}

const UP = '提高|增加|上调|上浮|增长|上升|延长|调增|提升|扩大';
const DOWN = '降低|下降|减少|下调|下浮|缩短|调减|降|减';
const BY = new RegExp(`(${UP}|${DOWN})(?:幅度为|幅度)?了?\\s*$`, 'u');
const TO = new RegExp(`^(?:统一|逐步)?(?:(${UP}|${DOWN})|调整|变更|改|变)了?(?:至|到|为|成)\\s*$`, 'u');
const SINCE = /[(,]?\s*(?:与|比|较|同)[^,。;()]{0,10}(?:相比|年度?|上年|以前|原来|此前|现行),?\s*$/u;

/** Every such statement of a text. */
export function claimsOf(text: string, numbers: readonly NoticeNumber[]): readonly Claim[] {
  const plain = plainly(text);
  const isDown = (word: string): boolean => DOWN.split('|').includes(word);
  const found: Claim[] = [];
  for (const [at, number] of numbers.entries()) {
    if (number.amount === undefined) continue;
    const before = numbers[at - 1];
    const gap = before ? plain.slice(Math.max(before.end, number.start - 16), number.start) : '';
    const to = before && TO.exec(gap);
    const opened = before ? /[由从自]\D{0,4}$/u.test(plain.slice(Math.max(0, before.start - 5), before.start)) : false;
    if (before && to && (opened || to[1] !== undefined) && alike(before, number)) {
      const word = to[1];
      const direction = word ? (isDown(word) ? 'down' : 'up') : risen(before, number);
      found.push({ ...place(before.start, number.end, text), direction, from: before.index, about: number.index, ambiguous: false });
      continue;
    }
    const word = BY.exec(plain.slice(Math.max(0, number.start - 8), number.start));
    if (!word?.[1]) continue;
    const verb = number.start - word[0].length;
    const about = subjectOf(number, numbers.slice(0, at), plain, found);
    const start = sinceStart(plain, verb);
    found.push({
      ...place(start, number.end, text),
      direction: isDown(word[1]) ? 'down' : 'up',
      by: number.index,
      ...(about ? { about: about.index } : {}),
      ambiguous: number.kind === 'ratio' && (about === undefined || about.kind === 'ratio'),
    });
  }
  return found;
}

const place = (start: number, end: number, text: string) => ({ start, end, text: text.slice(start, end) });

const alike = (a: NoticeNumber, b: NoticeNumber): boolean => a.kind === b.kind && a.amount !== undefined;

const risen = (a: NoticeNumber, b: NoticeNumber): 'up' | 'down' =>
  a.amount && b.amount && subtract(b.amount, a.amount).num < 0n ? 'down' : 'up';

/** 与2022年相比, belongs to the claim. */
function sinceStart(plain: string, verb: number): number {
  const lead = plain.slice(Math.max(0, verb - 24), verb);
  const since = SINCE.exec(lead)?.[0].replace(/^[(,]\s*/u, '') ?? '';
  return verb - since.length;
}

/** The last number before in the same sentence that can have risen by so much, and is not itself such a step. */
function subjectOf(by: NoticeNumber, before: readonly NoticeNumber[], plain: string, claims: readonly Claim[]): NoticeNumber | undefined {
  const steps = new Set(claims.flatMap((claim) => (claim.by === undefined ? [] : [claim.by])));
  for (const one of before.toReversed()) {
    const between = plain.slice(one.end, by.start);
    if (one.paragraph !== by.paragraph || /[。;!?\n]/u.test(between) || between.length > 60) return undefined;
    const rises =
      by.kind === 'points'
        ? one.kind === 'ratio'
        : by.kind === 'ratio'
          ? one.kind === 'ratio' || one.kind === 'money'
          : one.kind === by.kind;
    if (rises && !steps.has(one.index)) return one;
  }
  return undefined;
}

/** A claim beside the value before and the value after. */
export interface Judgement {
  /** ambiguous: it agrees in neither or in both readings of “10%” · unknown: a value is missing */
  readonly verdict: 'agrees' | 'differs' | 'ambiguous' | 'unknown';
  /** The step as the values have it. */
  readonly actual?: Rational;
  /** What the step says the new value is. */
  readonly should?: Rational;
  /** The new value under each reading of a percent of a share. */
  readonly readings?: { readonly points: Rational; readonly relative: Rational };
}

/** Does the arithmetic again. `old` and `now` as fractions of one for shares, yuan for money. */
export function judge(claim: Claim, numbers: readonly NoticeNumber[], old: Rational | undefined, now: Rational | undefined): Judgement {
  const sign = claim.direction === 'up' ? rational(1n) : rational(-1n);
  const amount = (index: number | undefined): Rational | undefined => (index === undefined ? undefined : numbers[index]?.amount);
  const stepOf = (from: Rational, to: Rational): Rational => multiply(subtract(to, from), sign);
  const from = amount(claim.from);
  if (from) {
    const to = amount(claim.about);
    if (!old || !to) return { verdict: 'unknown' };
    return equal(from, old)
      ? { verdict: 'agrees', actual: stepOf(old, to) }
      : { verdict: 'differs', should: from, actual: stepOf(old, to) };
  }
  const by = amount(claim.by);
  if (!by || !old) return { verdict: 'unknown' };
  const points = add(old, multiply(by, sign));
  const relative = multiply(old, add(rational(1n), multiply(by, sign)));
  const step = now && stepOf(old, now);
  const shown = step ? { actual: step } : {};
  if (claim.ambiguous) {
    const readings = { points, relative };
    if (!now) return { verdict: 'ambiguous', readings };
    const fits = [points, relative].filter((one) => equal(one, now)).length;
    return fits === 1 ? { verdict: 'agrees', ...shown, readings } : { verdict: fits === 0 ? 'differs' : 'ambiguous', ...shown, readings };
  }
  // A percent of money is relative.
  const should = numbers[claim.by ?? -1]?.kind === 'ratio' ? relative : points;
  if (!now) return { verdict: 'unknown', should };
  if (equal(should, now)) return { verdict: 'agrees', ...shown, should };
  return { verdict: 'differs', ...shown, should };
}

/** Of the statements about a number the one that fits its values least, so that what is wrong is what is shown. */
export function leastFitting(
  claims: readonly Claim[],
  numbers: readonly NoticeNumber[],
  number: number,
  old: Rational | undefined,
  now: Rational | undefined,
): { readonly claim: Claim; readonly judged: Judgement } | undefined {
  const order: readonly Judgement['verdict'][] = ['differs', 'ambiguous', 'agrees', 'unknown'];
  return claims
    .filter(({ about, by }) => about === number || (about === undefined && by === number))
    .map((claim) => ({ claim, judged: judge(claim, numbers, old, claim.about === undefined ? undefined : now) }))
    .toSorted((a, b) => order.indexOf(a.judged.verdict) - order.indexOf(b.judged.verdict))[0];
}
