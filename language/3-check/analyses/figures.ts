/**
 * The numbers of a sentence and of a rule, made comparable: 1.3万元 = 13000元, 七十五% = 75% = 百分之七十五, 12个月 = 1年, 两种 = 2种.
 * A number without a unit stands for any unit (in 2000、3000元 only the last has one).
 */
import { add, equal, fromDecimal, multiply, type Rational, rational } from '../../../runtime/money/rational.ts';
import type { Expression } from '../../2-syntax/node.ts';
import { readQuantity } from '../literal.ts';
import { HAN_MULTIPLES, inHan, plainHan } from './han-numbers.ts';

export interface Figure {
  readonly value: Rational;
  /** Absent: a bare number. */
  readonly of?: 'money' | 'ratio' | 'points' | 'months' | 'days' | 'age' | 'count';
  readonly text: string;
}

const units: readonly (readonly [RegExp, NonNullable<Figure['of']>, Rational])[] = [
  [/^个百分点/u, 'points', rational(1n, 100n)],
  [/^%/u, 'ratio', rational(1n, 100n)],
  [/^‰/u, 'ratio', rational(1n, 1000n)],
  [/^元/u, 'money', rational(1n)],
  [/^角/u, 'money', rational(1n, 10n)],
  [/^分(?!之)/u, 'money', rational(1n, 100n)],
  [/^个月/u, 'months', rational(1n)],
  [/^(个?年度?)(?!月|\d)/u, 'months', rational(12n)],
  [/^(周岁|岁)/u, 'age', rational(1n)],
  [/^(天|日)/u, 'days', rational(1n)],
  [/^(次|种|类|个)/u, 'count', rational(1n)],
];

const number =
  /百分之([〇零一二三四五六七八九十百两点]+|\d+(?:\.\d+)?)|(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?|[〇零一二三四五六七八九十百千万两半]+/gu;

/** 六成, 六成五, 六成半: tenths, with hundredths where nothing else is counted by them. */
const TENTHS = /^成(?:([一二三四五六七八九半])(?![十百千万亿点个元角分天日次种类]))?/u;

/** Every number of a folded text, Arabic or Chinese, with its unit. */
export function figuresIn(sentence: string): readonly Figure[] {
  const text = plainHan(sentence);
  // Where the last number ended, with its multiple and unit: 万 of 1.3万元 and 百 of 5个百分点 are no numbers of their own.
  let read = 0;
  return [...text.matchAll(number)].flatMap((match): readonly Figure[] => {
    const [written, share] = match;
    if (match.index < read) return [];
    const asWritten = (more = ''): string => sentence.slice(match.index, match.index + written.length + more.length);
    if (share !== undefined) {
      const part = arabic(share) ?? chinese(share);
      return part ? [{ value: multiply(part, rational(1n, 100n)), of: 'ratio', text: asWritten() }] : [];
    }
    const base = arabic(written) ?? chinese(written === '一半' ? '半' : written);
    if (!base) return [];
    let rest = text.slice(match.index + written.length);
    let value = base;
    const multiple = /^[十百千万亿]+/u.exec(rest)?.[0] ?? '';
    for (const letter of multiple) value = multiply(value, rational(HAN_MULTIPLES[letter] ?? 1n));
    rest = rest.slice(multiple.length);
    const tenths = TENTHS.exec(rest);
    if (tenths) {
      const [tail, more] = tenths;
      read = match.index + written.length + multiple.length + tail.length;
      const hundredths = more === '半' ? rational(5n) : inHan(more ?? '');
      const share = multiply(add(multiply(value, rational(10n)), hundredths ?? rational(0n)), rational(1n, 100n));
      return [{ value: share, of: 'ratio', text: asWritten(multiple + tail) }];
    }
    const unit = units.find(([pattern]) => pattern.test(rest));
    const word = unit?.[0].exec(rest)?.[0] ?? '';
    read = match.index + written.length + multiple.length + word.length;
    // 减半, 一半: half of the amount. 半年 has its unit.
    if (written.endsWith('半') && !unit && multiple === '') return [{ value: rational(1n, 2n), of: 'ratio', text: asWritten() }];
    return [{ value: unit ? multiply(value, unit[2]) : value, ...(unit ? { of: unit[1] } : {}), text: asWritten(multiple + word) }];
  });
}

const arabic = (text: string): Rational | undefined => fromDecimal(text.replaceAll(',', ''));

/** 七十五, 两千, 三万, 七点五; 半 is a half. */
function chinese(text: string): Rational | undefined {
  return text === '半' ? rational(1n, 2n) : inHan(text);
}

const kinds: Readonly<Partial<Record<string, NonNullable<Figure['of']>>>> = {
  money: 'money',
  fen: 'money',
  ratio: 'ratio',
  points: 'points',
  months: 'months',
  days: 'days',
};

/** A number of a rule as a figure; undefined for bare numbers and nothing (0), which a sentence says in other words. */
export function figureOf(e: Extract<Expression, { readonly kind: 'quantity' }>): Figure | undefined {
  const read = readQuantity(e);
  const of = e.unit === 'age' ? 'age' : e.unit === 'times' ? 'count' : kinds[read?.type.kind ?? ''];
  return read && of && read.value.num !== 0n ? { value: read.value, of, text: e.text } : undefined;
}

/** Whether a sentence with these figures says the number, or says it by a rise or fall from another: 75%, 提高了5个百分点 → 70%. */
export const says = (quoted: readonly Figure[], figure: Figure): boolean =>
  quoted.some((one) => same(one, figure)) || quoted.some((one) => quoted.some((by) => one !== by && apart(one, by, figure)));

/** Whether `figure` is `one` more or less `by`; a share rises by points, every other amount by its own kind. */
function apart(one: Figure, by: Figure, figure: Figure): boolean {
  const step = figure.of === 'ratio' ? 'points' : figure.of;
  if (one.of === undefined || one.of !== figure.of || by.of !== step) return false;
  return equal(add(one.value, by.value), figure.value) || equal(add(figure.value, by.value), one.value);
}

function same(quoted: Figure, figure: Figure): boolean {
  if (quoted.of !== undefined) return quoted.of === figure.of && equal(quoted.value, figure.value);
  const scales = figure.of === 'ratio' || figure.of === 'points' ? [100n] : figure.of === 'money' ? [1n, 10_000n] : [1n];
  return scales.some((scale) =>
    figure.of === 'money'
      ? equal(multiply(quoted.value, rational(scale)), figure.value)
      : equal(quoted.value, multiply(figure.value, rational(scale))),
  );
}
