import { monthLength } from '../../runtime/calendar/date.ts';
import { fold } from '../1-tokens/width.ts';
import type { Words } from '../diagnostics/diagnostic.ts';
import { UNIT_ALIASES, UNITS, type UnitWord } from '../keywords.ts';
import { noSuchDay, notOfType, periodNote, type Refusal, readAs, twoReadings } from './entry-words.ts';
import type { AllowedType } from './sheet.ts';

/** A text as it will stand in the file. `plain`: certainly one literal of the language. */
export interface Accepted {
  readonly written: string;
  readonly plain: boolean;
  readonly note?: Words;
}

/** Refused, accepted, or `undefined` when the text is no literal of this type at all. */
export type Reading = Accepted | { readonly refused: Refusal } | undefined;

const refused = (refusal: Refusal): Reading => ({ refused: refusal });
const plain = (written: string, note?: Words): Accepted => ({ written, plain: true, ...(note ? { note } : {}) });

const units = new Map<string, UnitWord>(UNITS.flatMap((unit) => [[unit.zh, unit] as const, [unit.en, unit] as const]));
const unitOf = (word: string): UnitWord | undefined => units.get(word) ?? units.get(UNIT_ALIASES[word] ?? '');

const FIGURE = /^([¥$]?)(-?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s*(.*)$/u;
const PERIOD = /^(?:\/|每)(?:人|户|例)?(?:[/·])?(?:每)?(?:年度|年|季度|季|月|天|日|次|例|人)?$/u;
const LEADING_PERIOD = /^(每(?:人|户)?每?(?:年度|年|季度|季|月|天|日|次))(.+)$/u;
const MOST_DIGITS = 40;

/** What is there now, or in the neighbourhood: its unit goes for a number without one. */
export interface Figure {
  readonly digits: string;
  readonly unit: string;
}

export function figureOf(text: string): Figure | undefined {
  const match = FIGURE.exec(fold(text).trim());
  return match ? { digits: `${match[2]}${(match[3] ?? '').replaceAll(',', '')}${match[4] ?? ''}`, unit: match[5] ?? '' } : undefined;
}

const spelled = (digits: string, unit: string): string => (/^[a-z_]/iu.test(unit) ? `${digits} ${unit}` : digits + unit);

/** A number with what stands for its unit, as people write it. `beside` is the unit of the cell until now, or of its neighbours. */
export function readQuantity(typed: string, type: AllowedType, beside: string): Reading {
  // 每年2000元 says what 2000元/年 says.
  const folded = type === 'money' ? fold(typed).trim().replace(LEADING_PERIOD, '$2$1') : fold(typed).trim();
  const match = FIGURE.exec(folded);
  if (!match) return type === 'months' && /^半年$/u.test(folded) ? plain('6个月', readAs(typed, '6个月')) : undefined;
  const [, , sign = '', whole = '', fraction = '', rest = ''] = match;
  const digits = `${sign}${whole.replaceAll(',', '').replace(/^0+(?=\d)/u, '')}${fraction}`;
  if (digits.length > MOST_DIGITS) return refused(notOfType(typed, type));
  const word = rest.replace(/\s+/gu, '').replace(/^(?:人民币|RMB)/iu, '');
  switch (type) {
    case 'money':
      return readMoney(typed, digits, word, beside);
    case 'ratio':
      return readRatio(typed, digits, word, beside);
    case 'points':
      return readPoints(typed, digits, word, beside);
    case 'months':
      return readCount(typed, digits, word, beside || '个月', type, ['months', 'years']);
    case 'days':
      return readCount(typed, digits, word, beside || '天', type, ['days']);
    case 'number':
    case 'integer':
      if (type === 'integer' && fraction !== '' && !/^\.0*$/u.test(fraction)) return refused(notOfType(typed, type));
      return readCount(typed, type === 'integer' ? digits.replace(/\.0*$/u, '') : digits, word, beside, type, [
        'none',
        'times',
        'age',
        'hours',
        'fold',
        'years',
        'days',
        'months',
      ]);
    default:
      return undefined;
  }
}

const isMoney = (unit: UnitWord | undefined): boolean => unit?.unit === 'yuan' || unit?.unit === 'jiao' || unit?.unit === 'fen';

function readMoney(typed: string, digits: string, word: string, beside: string): Reading {
  const [, unitWord = '', period = ''] = /^(.*?)((?:\/|每).*)?$/u.exec(word) ?? [];
  if (period !== '' && !PERIOD.test(period)) return refused(notOfType(typed, 'money'));
  const made = (written: string): Reading => plain(written, period === '' ? undefined : periodNote(period, written));
  const coin = unitWord === '元整' ? '元' : unitWord;
  if (coin === '') {
    const unit = unitOf(beside);
    if (beside === '' || unit?.zh === '元') return made(spelled(digits, beside || '元'));
    if (digits === '0') return made(spelled(digits, beside));
    return refused(twoReadings(typed, [spelled(digits, beside), spelled(digits, /^[a-z]/u.test(beside) ? 'yuan' : '元')]));
  }
  const unit = unitOf(coin);
  // 20万 in a cell of money is 20万元.
  if (unit?.unit === 'none') return made(`${digits}${unit.zh}元`);
  if (!unit || !isMoney(unit)) return refused(notOfType(typed, 'money'));
  return made(spelled(digits, /^[a-z]/u.test(coin) ? unit.en : unit.zh));
}

/** 5成 and 8折 are tenths. */
function readRatio(typed: string, digits: string, word: string, beside: string): Reading {
  if (word === '%' || word === '‰') return plain(digits + word);
  if (word === '成' || word === '折') {
    const written = `${tenTimes(digits)}%`;
    return plain(written, readAs(typed, written));
  }
  if (word === '') {
    if (/^-?0+(?:\.0*)?$/u.test(digits)) return plain('0%');
    const whole = `${digits}%`;
    const share = `${tenTimes(tenTimes(digits))}%`;
    if (beside === '‰') return refused(twoReadings(typed, [`${digits}‰`, whole]));
    // A spreadsheet gives 75% as 0.75.
    if (/^-?0\./u.test(digits) || /^-?1(?:\.0*)?$/u.test(digits)) return refused(twoReadings(typed, [share, whole]));
    return plain(whole);
  }
  return refused(notOfType(typed, 'ratio', unitOf(word)?.unit === 'points' ? [`${digits}%`] : []));
}

function readPoints(typed: string, digits: string, word: string, beside: string): Reading {
  const unit = unitOf(word);
  if (word === '' || unit?.unit === 'points')
    return plain(spelled(digits, word === '' ? beside || '个百分点' : unit === units.get(word) ? word : '个百分点'));
  return refused(notOfType(typed, 'points', word === '%' ? [`${digits}个百分点`] : []));
}

function readCount(
  typed: string,
  digits: string,
  word: string,
  beside: string,
  type: AllowedType,
  takes: readonly UnitWord['unit'][],
): Reading {
  if (word === '') return plain(spelled(digits, beside));
  const unit = unitOf(word);
  if (!unit || !takes.includes(unit.unit) || (unit.unit === 'none' && type === 'integer')) return refused(notOfType(typed, type));
  return plain(spelled(digits, /^[a-z]/u.test(word) ? unit.en : unit.zh));
}

/** Moves the point one place to the right, on the text itself. */
function tenTimes(digits: string): string {
  const [whole = '', fraction = ''] = digits.split('.');
  const moved = `${whole}${fraction.slice(0, 1) || '0'}`.replace(/^(-?)0+(?=\d)/u, '$1');
  const rest = fraction.slice(1).replace(/0+$/u, '');
  return rest === '' ? moved : `${moved}.${rest}`;
}

const DAY = /^(\d{4})(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?$/u;
const MONTH = /^(\d{4})(?:-|\/|\.|年)(\d{1,2})月?$/u;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/u;
const pad = (part: string): string => part.padStart(2, '0');

/** A day as notices and spreadsheets write it. */
export function readDay(typed: string): Reading {
  const folded = fold(typed).replace(/\s+/gu, '');
  const match = DAY.exec(folded) ?? COMPACT.exec(folded);
  if (match) {
    const [, year = '', month = '', day = ''] = match;
    const exists = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= monthLength(Number(year), Number(month));
    if (!exists || Number(year) < 1) return refused(noSuchDay(typed));
    // The language's own two ways stay as written.
    return plain(/^\d{4}年/u.test(folded) ? `${year}年${month}月${day}日` : `${year}-${pad(month)}-${pad(day)}`);
  }
  const partial = MONTH.exec(folded);
  if (partial) return refused(twoReadings(typed, daysOf(partial[1] ?? '', partial[2] ?? '')));
  return /^\d/u.test(folded) ? refused(notOfType(typed, 'date')) : undefined;
}

const daysOf = (year: string, month: string): readonly string[] =>
  Number(month) < 1 || Number(month) > 12
    ? []
    : [`${year}-${pad(month)}-01`, `${year}-${pad(month)}-${monthLength(Number(year), Number(month))}`];
