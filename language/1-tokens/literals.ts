/**
 * Numbers with their units, and dates. A number is read together with its unit, longest unit first, and what follows must end it or be one
 * of the words that close a range; otherwise the unit is not taken: ten minutes must not read as ten fen.
 */
import { monthLength } from '../../runtime/calendar/date.ts';
import { fromDecimal, multiply, type Rational, rational } from '../../runtime/money/rational.ts';
import type { Span } from '../2-syntax/nodes/span.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import * as say from '../diagnostics/tokens.ts';
import { gluedPrefix, KEYWORDS, keywordOf, UNIT_ALIASES, UNITS, type UnitWord } from '../keywords.ts';
import type { DateValue, NumberValue } from './tokens.ts';
import { fold, foldCode, isDigit, isHan, isLatin, isWordPart } from './width.ts';

/** What was read at a digit. `name` is a stretch that can only be an unquoted name, such as 2型糖尿病. */
export type Literal = { readonly end: number; readonly problem?: Diagnostic | undefined } & (
  | { readonly kind: 'number'; readonly number: NumberValue }
  | { readonly kind: 'date'; readonly date: DateValue }
  | { readonly kind: 'name' }
);

/** Where a literal stands. */
export interface Place {
  readonly file: string;
  readonly text: string;
  /** Inside the brackets of a call or of row keys, where a comma parts items. */
  readonly inCall: boolean;
}

const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})(?![\d-])/;
const HAN = /^(\d{4})年(\d{1,2})月(\d{1,2})日/;
const SLASHED = /^(\d{4})\/(\d{1,2})\/(\d{1,2})(?![\d/])/;
const DOTTED = /^(\d{4})\.(\d{1,2})\.(\d{1,2})(?![\d.])/;
const MONTH = /^(\d{4})(?:年(\d{1,2})月(?!\d)|-(0[1-9]|1[0-2])(?![\d年月日元角分千万亿%.-]))/;
const GROUPED = /^\d{1,3}(?:,\d{3})+(?!\d)/;
const COMMA_RUN = /^\d+(?:,\d+)+/;
const DIGITS = /^\d+/;
const MANY_DOTS = /^\d+(?:\.\d+){2,}/;
const FRACTION = /^\.\d+/;
/** Words that may follow a number without a space. */
const FOLLOWERS = ['至', '以上', '以下', '以内', '以外', '起', '内'];
const LONGEST_DATE = 12;
/** ` 13:30`, to the second if need be. */
const CLOCK = /^ ([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?(?![\d:])/;
const LONGEST_CLOCK = 10;
const MOST_DIGITS = 40;
const ZERO = rational(0n);

const unitsByLength: readonly UnitWord[] = [...UNITS].sort((a, b) => b.zh.length - a.zh.length);
const unitsByEnglish: ReadonlyMap<string, UnitWord> = new Map(UNITS.map((unit) => [unit.en, unit]));

/** Reads the literal whose first digit stands at `at`. */
export function readLiteral(place: Place, at: number): Literal {
  return readDate(place, at) ?? readNumber(place, at);
}

const span = (place: Place, start: number, end: number): Span => ({ file: place.file, start, end });

const pad = (n: number): string => String(n).padStart(2, '0');

function readDate(place: Place, at: number): Literal | undefined {
  const text = fold(place.text, at, Math.min(at + LONGEST_DATE, place.text.length));
  const straight = ISO.exec(text) ?? HAN.exec(text);
  const slanted = straight ? null : (SLASHED.exec(text) ?? DOTTED.exec(text));
  const match = straight ?? slanted;
  if (!match) return readMonth(place, at, text);
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const end = at + match[0].length;
  const where = { text: match[0], span: span(place, at, end) };
  const known = month >= 1 && month <= 12;
  const last = known ? monthLength(year, month) : undefined;
  const exists = last !== undefined && day >= 1 && day <= last && year > 0;
  const problem = !exists
    ? say.noSuchDay({ ...where, year, month, last })
    : slanted
      ? say.dateForm({ ...where, better: `${match[1]}-${pad(month)}-${pad(day)}` })
      : undefined;
  const clock = straight && !problem ? CLOCK.exec(fold(place.text, end, end + LONGEST_CLOCK)) : null;
  if (clock) {
    const at = `${match[1]}-${pad(month)}-${pad(day)} ${clock[1]}:${clock[2]}${clock[3] && clock[3] !== '00' ? `:${clock[3]}` : ''}`;
    return { kind: 'date', end: end + clock[0].length, date: { year, month, day, time: at }, problem };
  }
  return { kind: 'date', end, date: { year, month, day }, problem };
}

function readMonth(place: Place, at: number, text: string): Literal | undefined {
  const match = MONTH.exec(text);
  if (!match) return undefined;
  const [year, month] = [Number(match[1]), Number(match[2] ?? match[3])];
  const end = at + match[0].length;
  const first = `${match[1]}-${pad(Math.min(Math.max(month, 1), 12))}-01`;
  const problem = say.partialDate({ text: match[0], first, span: span(place, at, end) });
  return { kind: 'date', end, date: { year, month, day: 1 }, problem };
}

interface Digits {
  readonly end: number;
  readonly digits: string;
  readonly whole: string;
  readonly grouped: boolean;
  readonly malformed: boolean;
}

function readNumber(place: Place, at: number): Literal {
  const figure = readDigits(place, at);
  const unit = readUnit(place, figure.end);
  const fault = digitProblem(place, at, figure, unit?.end ?? figure.end);
  const end = unit?.end ?? figure.end;
  const text = fold(place.text, at, end);
  const plain = figure.digits.replaceAll(',', '');
  const made = (problem: Diagnostic | undefined): Literal => ({
    kind: 'number',
    end,
    number: { value: amountOf(plain, unit?.word), unit: unit?.word.unit ?? 'none', digits: figure.digits, unitWord: unit?.word.zh ?? '' },
    problem,
  });
  if (fault) return made(fault);
  if (figure.grouped && !unit) return made(say.groupingUnclear({ text, joined: plain, span: span(place, at, end) }));
  if (!unit && figure.end < place.text.length) return runOn(place, at, figure) ?? made(undefined);
  return made(undefined);
}

function amountOf(plain: string, word: UnitWord | undefined): Rational {
  const value = fromDecimal(plain) ?? ZERO;
  return word && word.factor !== 1n ? multiply(value, rational(word.factor)) : value;
}

/** The digits at `at`, with grouping commas and a decimal part. */
function readDigits(place: Place, at: number): Digits {
  let stop = at;
  while (stop < place.text.length) {
    const code = foldCode(place.text.charCodeAt(stop));
    if (!isDigit(code) && code !== 0x2c && code !== 0x2e) break;
    stop++;
  }
  const text = fold(place.text, at, stop);
  const group = GROUPED.exec(text)?.[0];
  const run = place.inCall ? group : COMMA_RUN.exec(text)?.[0];
  const dotted = run === undefined ? MANY_DOTS.exec(text)?.[0] : undefined;
  if (dotted !== undefined) {
    return { end: at + dotted.length, digits: '0', whole: '0', grouped: false, malformed: true };
  }
  const whole = (run !== undefined ? (group ?? run) : DIGITS.exec(text)?.[0]) ?? '';
  const fraction = FRACTION.exec(text.slice(whole.length))?.[0] ?? '';
  const digits = whole + fraction;
  return { end: at + digits.length, digits, whole, grouped: run !== undefined, malformed: false };
}

function digitProblem(place: Place, at: number, figure: Digits, end: number): Diagnostic | undefined {
  const { whole } = figure;
  const where = span(place, at, end);
  const text = fold(place.text, at, end);
  const joined = text.replaceAll(',', '');
  if (figure.malformed) return say.malformedNumber({ text, span: where });
  if (whole.includes(',')) {
    const parted = whole.replaceAll(',', ', ') + text.slice(whole.length);
    if (place.inCall) return say.groupingInCall({ text, joined, parted, span: where });
    if (!GROUPED.test(whole)) return say.groupingUnclear({ text, joined, span: where });
  }
  if (whole.length > 1 && whole.startsWith('0')) {
    return say.leadingZero({ text, trimmed: joined.replace(/^0+(?=\d)/, ''), span: where });
  }
  const digits = figure.digits.length;
  return digits > MOST_DIGITS ? say.numberTooLong({ digits, span: where }) : undefined;
}

const atHan = (text: string, at: number): boolean => at < text.length && isHan(text.codePointAt(at) ?? 0);

/** The end of the run of Han that begins at `at`. */
export function hanRunEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length) {
    const point = text.codePointAt(end) ?? 0;
    if (!isHan(point)) break;
    end += point > 0xffff ? 2 : 1;
  }
  return end;
}

/** The end of the word of Latin letters, digits and _ that begins at `at`. */
export function wordEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && isWordPart(foldCode(text.charCodeAt(end)))) end++;
  return end;
}

function readUnit(place: Place, digitsEnd: number): { readonly word: UnitWord; readonly end: number } | undefined {
  const { text } = place;
  let at = digitsEnd;
  while (at < text.length && foldCode(text.charCodeAt(at)) === 0x20) at++;
  const code = at < text.length ? foldCode(text.charCodeAt(at)) : 0;
  if (isLatin(code)) {
    const end = wordEnd(text, at);
    const word = unitsByEnglish.get(fold(text, at, end));
    return word && !atHan(text, end) ? { word, end } : undefined;
  }
  if (code === 0x25 || code === 0x2030) {
    const word = unitsByEnglish.get(String.fromCharCode(code));
    return word && !isWordPart(foldCode(text.charCodeAt(at + 1))) ? { word, end: at + 1 } : undefined;
  }
  if (!atHan(text, at)) return undefined;
  const word = unitsByLength.find((one) => text.startsWith(one.zh, at) && ends(text, at + one.zh.length));
  return word && { word, end: at + word.zh.length };
}

const ends = (text: string, at: number): boolean => {
  if (at >= text.length) return true;
  if (atHan(text, at)) return FOLLOWERS.some((word) => text.startsWith(word, at));
  return !isWordPart(foldCode(text.charCodeAt(at)));
};

/** What to say when letters stand right behind the digits and are no unit. */
function runOn(place: Place, at: number, figure: Digits): Literal | undefined {
  const { text } = place;
  const start = figure.end;
  const han = atHan(text, start);
  if (!han && !isWordPart(foldCode(text.charCodeAt(start)))) return undefined;
  if (han && FOLLOWERS.some((word) => text.startsWith(word, start))) return undefined;
  const runEnd = han ? hanRunEnd(text, start) : wordEnd(text, start);
  const run = fold(text, start, runEnd);
  const parted = (rest: string, unit: UnitWord | undefined): Literal => {
    const end = start + (unit?.zh.length ?? 0);
    const number = fold(text, at, end);
    const problem = say.runOn({ number, rest, at: span(place, end, runEnd), span: span(place, at, runEnd) });
    const value = {
      value: amountOf(figure.digits, unit),
      unit: unit?.unit ?? 'none',
      digits: figure.digits,
      unitWord: unit?.zh ?? '',
    } as const;
    return { kind: 'number', end, number: value, problem };
  };
  if (keywordOf(run) !== undefined || long(gluedPrefix(run))) return parted(run, undefined);
  const unit = han ? unitsByLength.find((one) => run.startsWith(one.zh) && beginsWithKeyword(run.slice(one.zh.length))) : undefined;
  if (unit) return parted(run.slice(unit.zh.length), unit);
  const alias = UNIT_ALIASES[run];
  if (alias !== undefined || (han && unitsByLength.some((one) => run.startsWith(one.zh)))) {
    const where = { digits: figure.digits, unit: run, better: alias, span: span(place, at, runEnd) };
    return {
      kind: 'number',
      end: runEnd,
      number: { value: ZERO, unit: 'none', digits: figure.digits, unitWord: '' },
      problem: say.unknownUnit(where),
    };
  }
  const end = nameEnd(text, runEnd);
  return { kind: 'name', end, problem: say.nameNeedsQuotes({ text: fold(text, at, end), span: span(place, at, end) }) };
}

const long = (id: ReturnType<typeof gluedPrefix>): boolean => id !== undefined && KEYWORDS[id].zh.length > 1;

const beginsWithKeyword = (rest: string): boolean => keywordOf(rest) !== undefined || gluedPrefix(rest) !== undefined;

/** The end of a stretch of Han, letters and digits without a break. */
function nameEnd(text: string, at: number): number {
  let end = at;
  for (let next = end; ; end = next) {
    next = Math.max(hanRunEnd(text, end), wordEnd(text, end));
    if (next === end) return end;
  }
}
