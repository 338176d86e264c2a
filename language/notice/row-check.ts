/** A value that is about to be changed: how far it moves, and whether the notice's own arithmetic agrees. */
import { multiply, type Rational, rational, subtract } from '../../runtime/money/rational.ts';
import type { Words } from '../diagnostics/diagnostic.ts';
import type { StandingValue } from '../values/standing-value.ts';
import { type Claim, type Judgement, judge } from './claims.ts';
import type { NoticeNumber } from './notice-number.ts';
import { numbersOf } from './numbers.ts';
import { decimalText, written } from './written.ts';

/** What is said beside a new value. */
export interface RowCheck {
  /** +5 个百分点, −100 元. */
  readonly difference?: Words;
  readonly verdict: Judgement['verdict'] | 'none';
  /** What the notice says it should be, as the rules write it. */
  readonly should?: string;
  /** The step as the notice words it. */
  readonly claim?: string;
  /** The step as it is. */
  readonly actual?: Words;
}

/** The amount of a value as typed; undefined when it is not one number. */
export function amountIn(text: string): Rational | undefined {
  const [one, ...more] = numbersOf(text);
  return more.length === 0 ? one?.amount : undefined;
}

/** Looks at one row again. */
export function checkRow(value: StandingValue, text: string, claim: Claim | undefined, numbers: readonly NoticeNumber[]): RowCheck {
  const now = amountIn(text);
  const moved = now && value.amount ? subtract(now, value.amount) : undefined;
  const kind = value.kind === 'ratio' ? 'points' : value.kind;
  const difference = moved && stepWords(kind, moved);
  if (!claim) return { ...(difference ? { difference } : {}), verdict: 'none' };
  const judged = judge(claim, numbers, value.amount, now);
  const should = judged.should && written(value.kind, judged.should);
  const actual = judged.actual && stepWords(kind, judged.actual);
  return {
    ...(difference ? { difference } : {}),
    verdict: judged.verdict,
    ...(should === undefined ? {} : { should }),
    ...(actual ? { actual } : {}),
    claim: claim.text,
  };
}

/** A step with its sign. */
function stepWords(kind: string, step: Rational): Words | undefined {
  const size: Rational = step.num < 0n ? { num: -step.num, den: step.den } : step;
  const sign = step.num < 0n ? '−' : step.num === 0n ? '' : '+';
  const figure = decimalText(kind === 'points' ? multiply(size, rational(100n)) : size);
  const text = figure ?? decimalText(rational((size.num * 10_000n) / size.den, 10_000n)) ?? '';
  const grouped = text.replace(/^\d+/u, (whole) => whole.replace(/\B(?=(\d{3})+$)/gu, ','));
  const units: Readonly<Record<string, Words>> = {
    money: { zh: '元', en: 'yuan' },
    points: { zh: '个百分点', en: 'points' },
    months: { zh: '个月', en: 'months' },
    days: { zh: '天', en: 'days' },
  };
  const unit = units[kind];
  return unit
    ? { zh: `${sign}${grouped} ${unit.zh}`, en: `${sign}${grouped} ${unit.en}` }
    : { zh: `${sign}${grouped}`, en: `${sign}${grouped}` };
}
