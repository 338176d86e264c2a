/**
 * Every number of a notice. One pass over the text with one pattern, so the time is that of its length; every run of Arabic digits belongs
 * to exactly one number. Numbers in characters count where they carry an amount (百分之七十, 二十万元), not in words (一次, 三级, 第二).
 */

import { fromDecimal, multiply, type Rational, rational } from '../../runtime/money/rational.ts';
import { HAN_DIGITS, HAN_MULTIPLES, inHan } from '../3-check/analyses/han-numbers.ts';
import type { NoticeNumber, NumberKind, Paragraph } from './notice-number.ts';
import { plainly } from './plain-text.ts';

/** The paragraphs of a text that say something, in order. */
export function paragraphsOf(text: string): readonly Paragraph[] {
  const found: Paragraph[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const lead = line.length - line.trimStart().length;
    const end = start + line.trimEnd().length;
    if (start + lead < end) found.push({ start: start + lead, end });
    start += line.length + 1;
  }
  return found;
}

const DIGITS = Object.keys(HAN_DIGITS).join('');
const HAN = `${DIGITS}${Object.keys(HAN_MULTIPLES).join('')}`;

/** Tried in this order at every place; the first that fits takes its text. */
const PATTERN = new RegExp(
  [
    String.raw`(?<document>[〔\[(【]\s*\d{4}\s*[〕\])】]\s*第?\s*\d+\s*号)`,
    String.raw`(?<day>(?:19|20)\d{2}(?:\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*[日号])?|-\d{1,2}-\d{1,2}(?!\d)|\.\d{1,2}\.\d{1,2}(?!\d)|/\d{1,2}/\d{1,2}(?!\d)))`,
    String.raw`(?<year>(?:19|20)\d{2}(?=\s*(?:年|-\s*(?:19|20)\d{2}\s*年))\s*年?(?!以上|以下)度?)`,
    '(?<hanDay>[〇零一二三四五六七八九]{4}年(?:[一二三四五六七八九十]{1,3}月(?:[一二三四五六七八九十]{1,3}日)?)?)',
    String.raw`(?<monthDay>\d{1,2}\s*月\s*\d{1,2}\s*[日号]|\d{1,2}\s*月(?:份|底|初|末)?)`,
    String.raw`(?<time>\d{1,2}:\d{2}(?::\d{2})?(?!\d))`,
    String.raw`(?<phone>0\d{2,3}\s*-\s*\d{7,8}(?!\d)|1[3-9]\d{9}(?!\d)|(?<![\d.])\d{7,8}(?!\d|\.\d|\s*[十百千万亿余多]*[元%个人户]))`,
    String.raw`(?<ordinal>第\s*\d+|(?<=^[ \t\u3000]*[((]?)\d{1,3}(?=\s*[.、．))](?!\d)))`,
    String.raw`百分之\s*(?<percent>\d+(?:\.\d+)?|[${DIGITS}十百点]+)`,
    String.raw`(?<arabic>\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?)`,
    `(?<han>(?=[万亿千百]*[${DIGITS}十])[${HAN}]+)(?=元|万元|亿元|个百分点|个月|周岁|天(?!然))|(?<tenths>[一二两三四五六七八九]成半?)(?![立员为功都本绩果年熟就套长色型品份])`,
  ].join('|'),
  'gmu',
);

/** What may stand behind the figures: multiples, "about", the unit. */
const TAIL =
  /^\s*((?:[十百千万亿](?!分之))*)(余|多|来|几)?(万|亿)?\s*(个百分点|百分点|%|‰|元|角|分(?![之钟类别期局院配支])|成(?![立员为功都本绩果])|个月|周岁|岁|小时|分钟|工作日|个工作日|天|日|年度?|次|倍|人次|人|种|类|家|件次|件|起|份|张|项|户|级|条|款|个|所|名|例|里|号|位)?/u;

const UNITS: Readonly<Record<string, readonly [NumberKind, bigint, bigint]>> = {
  个百分点: ['points', 1n, 100n],
  百分点: ['points', 1n, 100n],
  '%': ['ratio', 1n, 100n],
  '‰': ['ratio', 1n, 1000n],
  成: ['ratio', 1n, 10n],
  元: ['money', 1n, 1n],
  角: ['money', 1n, 10n],
  分: ['money', 1n, 100n],
  个月: ['months', 1n, 1n],
  年: ['months', 12n, 1n],
  年度: ['months', 12n, 1n],
  周岁: ['age', 1n, 1n],
  岁: ['age', 1n, 1n],
  天: ['days', 1n, 1n],
  日: ['days', 1n, 1n],
  工作日: ['days', 1n, 1n],
  个工作日: ['days', 1n, 1n],
};

type Found = Omit<NoticeNumber, 'index' | 'paragraph' | 'rangeTo'>;

/** Every number of a text. */
export function numbersOf(text: string): readonly NoticeNumber[] {
  const narrow = plainly(text);
  const found: Found[] = [];
  let after = 0;
  for (const match of narrow.matchAll(PATTERN)) {
    // A unit can hold what looks like the next number (万 in 3万): it is taken already.
    if (match.index < after) continue;
    const one = read(match, narrow, text);
    if (!one) continue;
    found.push(one);
    after = one.end;
  }
  return ranged(placed(found, paragraphsOf(text)), text);
}

function read(match: RegExpExecArray, narrow: string, text: string): Found | undefined {
  const { groups = {}, index: start } = match;
  const whole = match[0];
  const plain = (kind: NumberKind, extra: Partial<Found> = {}): Found => ({
    start,
    end: start + whole.length,
    text: text.slice(start, start + whole.length),
    kind,
    unit: '',
    about: false,
    ...extra,
  });
  if (groups.document) return plain('document');
  if (groups.day) {
    const [year = '', month = '', day] = whole.match(/\d+/gu) ?? [];
    return plain('date', day === undefined ? {} : { day: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` });
  }
  if (groups.year || groups.hanDay || groups.monthDay) return plain('date');
  if (groups.time) return plain('time');
  if (groups.phone) return plain('phone');
  if (groups.ordinal) return plain('ordinal');
  if (groups.percent !== undefined) {
    const share = fromDecimal(groups.percent) ?? inHan(groups.percent);
    const tail = /^个?百分点/u.exec(narrow.slice(start + whole.length, start + whole.length + 4))?.[0] ?? '';
    const end = start + whole.length + tail.length;
    return plain('ratio', {
      end,
      text: text.slice(start, end),
      ...(tail === '' ? {} : { kind: 'points' as const }),
      ...(share ? { amount: multiply(share, rational(1n, 100n)) } : {}),
      unit: '%',
    });
  }
  if (groups.tenths) {
    const share = inHan(whole.replace(/成半?$/u, ''));
    return plain('ratio', {
      unit: '成',
      ...(share ? { amount: multiply(whole.endsWith('半') ? plusHalf(share) : share, rational(1n, 10n)) } : {}),
    });
  }
  const base = fromDecimal(whole.replaceAll(',', '')) ?? inHan(whole);
  // A row of figures too long to be an amount is still a number of the text.
  return base ? measured(base, start, start + whole.length, narrow, text) : groups.arabic === undefined ? undefined : plain('plain');
}

const plusHalf = (value: Rational): Rational => rational(value.num * 2n + value.den, value.den * 2n);

/** Figures with what stands behind them. */
function measured(base: Rational, start: number, figuresEnd: number, narrow: string, text: string): Found {
  const [tail = '', multiple = '', about = '', more = '', unit = ''] = TAIL.exec(narrow.slice(figuresEnd, figuresEnd + 16)) ?? [];
  // Spaces before nothing are no part of it.
  const length = multiple + about + more + unit === '' ? 0 : tail.length;
  let value = base;
  for (const letter of multiple + more) value = multiply(value, rational(HAN_MULTIPLES[letter] ?? 1n));
  const known = UNITS[unit];
  const end = figuresEnd + length;
  const near =
    about !== '' ||
    /^(左右|上下)/u.test(narrow.slice(end, end + 2)) ||
    /(?:近|约|(?<!不得?)超过?|逾)$/u.test(narrow.slice(Math.max(0, start - 4), start));
  return {
    start,
    end,
    text: text.slice(start, end),
    kind: known ? known[0] : unit === '' ? 'plain' : 'count',
    amount: known ? multiply(value, rational(known[1], known[2])) : value,
    unit,
    about: near,
  };
}

function placed(found: readonly Found[], paragraphs: readonly Paragraph[]): readonly NoticeNumber[] {
  let paragraph = 0;
  return found.map((one, index) => {
    while (paragraph + 1 < paragraphs.length && (paragraphs[paragraph]?.end ?? 0) <= one.start) paragraph += 1;
    return { ...one, index, paragraph };
  });
}

/** A bare number before 至, 、 or — and a number with a unit has that unit: 2000、3000元, 5-10万元. */
function ranged(numbers: readonly NoticeNumber[], text: string): readonly NoticeNumber[] {
  return numbers.map((one, at) => {
    const next = numbers[at + 1];
    if (!next || next.paragraph !== one.paragraph) return one;
    const between = text.slice(one.end, next.start);
    const range = /^\s*(至|到|[-–—~～－])\s*$/u.test(between);
    if (!range && !/^\s*[、/或和及]\s*$/u.test(between)) return one;
    const borrows = one.kind === 'plain' && next.kind !== 'plain' && (next.kind === 'date' || next.amount !== undefined);
    const same = one.kind === next.kind || borrows;
    const borrowed = borrows ? { kind: next.kind, unit: next.unit, ...(next.amount ? { amount: scaledLike(one, next) } : {}) } : {};
    return { ...one, ...borrowed, ...(range && same ? { rangeTo: next.index } : {}) };
  });
}

function scaledLike(one: NoticeNumber, next: NoticeNumber): Rational {
  const bare = one.amount ?? rational(0n);
  const letters = /[十百千万亿]+/u.exec(next.text.replace(/^[\d.,]+/u, ''))?.[0] ?? '';
  let value = bare;
  for (const letter of letters) value = multiply(value, rational(HAN_MULTIPLES[letter] ?? 1n));
  const known = UNITS[next.unit];
  return known ? multiply(value, rational(known[1], known[2])) : value;
}
