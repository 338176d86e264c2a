/**
 * The small changes that a set of scenarios should notice: each number of a policy's own rules a little more and a little less, each
 * comparison with its boundary on the other side. Found from the tokens, so that each is exactly one place of the text.
 */

import { dayFromText, dayText } from '../../runtime/calendar/date.ts';
import { decimalText } from '../../runtime/money/ratio.ts';
import type { Rational } from '../../runtime/money/rational.ts';
import { add, compare, rational } from '../../runtime/money/rational.ts';
import type { SourceToken } from '../1-tokens/tokens.ts';
import type { Item, Span, TopLevel, Tree } from '../2-syntax/node.ts';
import { unreachable } from '../model/unreachable.ts';

/** One number or comparison of the rules. */
export interface NudgedPlace {
  readonly span: Span;
  /** As written: "2000元", "≥". */
  readonly written: string;
  /** Names of the rule it stands in, outermost first: 门诊慢性病, 报销比例. */
  readonly owner: string;
  /** What to write there instead, the coarsest change first: once one goes unnoticed, a finer one need not be tried. */
  readonly instead: readonly (readonly string[])[];
}

/** A file as it was read. */
export interface ReadFile {
  readonly path: string;
  readonly tree: Tree;
  readonly tokens: readonly SourceToken[];
}

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly owner: string;
}

/** Lines that state no rule: declarations of what an event may hold, names of documents, bounds of the arithmetic. */
const NO_RULE = new Set<Item['kind']>(['document', 'area', 'field', 'items', 'moneyLimit', 'citation', 'unexpressed', 'assertion']);

/** Every place of a policy and its amendments that can be nudged, in the order of the files and of the text. */
export function nudgesOf(files: readonly ReadFile[], policy: string): readonly NudgedPlace[] {
  return files.flatMap(({ path, tree, tokens }) => {
    const stretches = tree.items.flatMap((top) => stretchesOf(top, policy));
    if (stretches.length === 0) return [];
    return tokens.flatMap((token): NudgedPlace[] => {
      const within = stretches.find(({ start, end }) => start <= token.start && token.end <= end);
      const instead = within && insteadOf(token);
      if (!instead || instead.length === 0) return [];
      const span = { file: path, start: token.start, end: token.end };
      return [{ span, written: token.text, owner: within.owner, instead }];
    });
  });
}

function stretchesOf(top: TopLevel, policy: string): readonly Stretch[] {
  if (top.kind === 'policy' && top.name.text === policy) return top.items.flatMap(stretchOf);
  if (top.kind !== 'amendment' || top.policy.text !== policy) return [];
  const days = [top.effective, top.until].flatMap((day) => (day ? [{ ...day.span, owner: '' }] : []));
  const changes = top.changes.flatMap((change): readonly Stretch[] => {
    switch (change.kind) {
      // The old number is held against the law before by the checker itself.
      case 'replace':
        return [{ ...change.new.span, owner: change.path.names.map(({ text }) => text).join('.') }];
      case 'insert':
        return stretchOf(change.item);
      case 'extend':
        return change.lines.map((line) => ({ ...line.span, owner: change.path.names.map(({ text }) => text).join('.') }));
      case 'stop':
      case 'rename':
        return [];
      default:
        return unreachable(change);
    }
  });
  return [...days, ...changes];
}

function stretchOf(item: Item): readonly Stretch[] {
  if (NO_RULE.has(item.kind)) return [];
  const owner = 'name' in item && item.name !== undefined && item.kind !== 'area' ? item.name.text : '';
  return [{ start: item.span.start, end: item.span.end, owner }];
}

function insteadOf(token: SourceToken): readonly (readonly string[])[] {
  if (token.kind === 'number') return token.role === 'event' || !token.number ? [] : numbersInstead(token.number);
  if (token.kind === 'date') return daysInstead(token.text);
  const flipped = FLIPPED.get(token.sign ?? (token.kind === 'keyword' && !token.asName ? (token.keyword ?? '') : ''));
  return flipped === undefined ? [] : [[flipped]];
}

const FLIPPED: ReadonlyMap<string, string> = new Map([
  ['≥', '>'],
  ['>', '≥'],
  ['≤', '<'],
  ['<', '≤'],
]);

/** By unit: what is written after the digits, and by how much. A change that the unit cannot express is none. */
function numbersInstead({ value, unit }: NonNullable<SourceToken['number']>): readonly (readonly string[])[] {
  const by = (num: bigint, den: bigint, after: string): readonly string[] =>
    [rational(num, den), rational(-num, den)].flatMap((step) => {
      const next = add(value, step);
      return compare(next, NOUGHT) < 0 ? [] : [`${digitsOf(next)}${after}`];
    });
  switch (unit) {
    case 'yuan':
      return [by(1n, 1n, '元'), by(1n, 100n, '元')];
    case 'jiao':
      return [by(1n, 1n, '角')];
    case 'fen':
      return [by(1n, 1n, '分')];
    case 'percent':
      return [by(1n, 1n, '%')];
    case 'permille':
      return [by(1n, 1n, '‰')];
    case 'points':
      return [by(1n, 1n, '个百分点')];
    case 'months':
      return [by(1n, 1n, '个月')];
    case 'years':
      return [by(1n, 1n, '年')];
    case 'days':
      return [by(1n, 1n, '天')];
    case 'age':
      return [by(1n, 1n, '周岁')];
    case 'times':
      return [by(1n, 1n, '次')];
    case 'hours':
      return [by(1n, 1n, '小时')];
    case 'fold':
      return [by(1n, 10n, '倍')];
    case 'none':
      return [by(1n, 1n, '')];
  }
}

const NOUGHT = rational(0n);
const digitsOf = ({ num, den }: Rational): string => decimalText(num, den);

function daysInstead(written: string): readonly (readonly string[])[] {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(written) ? dayFromText(written) : undefined;
  return day === undefined ? [] : [[dayText(day + 1), dayText(day - 1)]];
}
