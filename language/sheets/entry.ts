import { fold } from '../1-tokens/width.ts';
import { parse } from '../2-syntax/parse.ts';
import { isReserved, keywordOf } from '../keywords.ts';
import {
  emptyEntry,
  locked,
  noLongerOpen,
  noReason,
  notListed,
  notOfType,
  oneLine,
  type Refusal,
  stillAssumed,
  unreadable,
} from './entry-words.ts';
import { type Accepted, figureOf, type Reading, readDay, readQuantity } from './quantity-entry.ts';
import type { Allowed, CellKind } from './sheet.ts';

/** A cell that something is typed into. */
export interface Target {
  readonly kind: CellKind;
  readonly allowed: Allowed;
  /** As written until now. */
  readonly before: string;
  /** Unit of its neighbours, for a cell without a number of its own. */
  readonly beside: string;
}

export type Entry = Accepted | { readonly refused: Refusal };

const refused = (refusal: Refusal): Entry => ({ refused: refusal });
const OPENING = /^(?:待定|暂按|pending(?![a-z_])|assume(?![a-z_]))/u;

/** What a typed or pasted text will be in the file; or why it cannot stand there, and what could. */
export function readEntry(typed: string, target: Target, settles = false): Entry {
  const { allowed, kind, before } = target;
  const text = typed.trim();
  if (!allowed.editable) return refused(locked);
  if (text === '') return refused(emptyEntry);
  if (/[\n\r\u2028\u2029\u0085]/u.test(text)) return refused(oneLine);
  if (kind === 'quote') return readReason(text);
  if (OPENING.test(text)) return readOpen(text, target);
  if (kind === 'assumed' && !settles) return withinAssumed(text, target);
  const read = readTyped(text, target);
  return 'written' in read && kind === 'open' && read.note === undefined ? { ...read, note: noLongerOpen } : read;

  function withinAssumed(entry: string, { beside }: Target): Entry {
    const inner = assumedValue(before);
    if (!inner) return refused(unreadable(entry));
    const value = before.slice(inner.start, inner.end);
    const made = readTyped(entry, { kind: 'value', allowed, before: value, beside });
    if ('refused' in made) return made;
    return { ...made, written: before.slice(0, inner.start) + made.written + before.slice(inner.end), note: made.note ?? stillAssumed };
  }
}

function readTyped(text: string, target: Target): Entry {
  const { allowed, before, beside, kind } = target;
  const found = kind === 'head' ? readHead(text, target) : readLiteral(text, allowed, figureOf(before)?.unit ?? beside);
  if (found) return found;
  if (kind === 'head' || kind === 'expression' || kind === 'name' || allowed.whole || allowed.type === 'expression')
    return { written: outsideQuotes(text), plain: false };
  return refused(notOfType(text, allowed.type));
}

/** A literal of the type; undefined when it can only be a name or formula. */
function readLiteral(text: string, allowed: Allowed, unit: string): Reading {
  switch (allowed.type) {
    case 'money':
    case 'ratio':
    case 'points':
    case 'months':
    case 'days':
    case 'number':
    case 'integer': {
      const read = readQuantity(text, allowed.type, unit);
      // 30元 × 2 begins with a number and is none.
      return read && 'refused' in read && allowed.whole && /[×*÷/+]|\s-\s/u.test(fold(text)) && read.refused.choices.length === 0
        ? undefined
        : read;
    }
    case 'date':
      return readDay(text);
    case 'boolean':
      return readTruth(text);
    case 'enum':
      return readValues(text, allowed, false);
    case 'name':
    case 'set':
      return readValues(text, allowed, true);
    default:
      return undefined;
  }
}

const TRUE: ReadonlySet<string> = new Set(['真', '是', '有', '√', '✓', 'true', 'TRUE', 'True', 'yes']);
const FALSE: ReadonlySet<string> = new Set(['假', '否', '无', '没有', '×', '✗', 'false', 'FALSE', 'False', 'no']);

function readTruth(text: string): Reading {
  if (TRUE.has(text)) return { written: text === 'true' ? 'true' : '真', plain: true };
  if (FALSE.has(text)) return { written: text === 'false' ? 'false' : '假', plain: true };
  return undefined;
}

export const BARE = /^(?:[\p{Script=Han}·]+|[A-Za-z][A-Za-z0-9_]*)$/u;

/** How a value is written: bare when it can be read bare, else in quotes. */
export function spelling(name: string): string {
  const keyword = keywordOf(name);
  return BARE.test(name) && (keyword === undefined || !isReserved(keyword)) ? name : `“${name}”`;
}

const unquoted = (text: string): string =>
  text
    .trim()
    .replace(/^[“"](.*)[”"]$/u, '$1')
    .normalize('NFKC');

/** Values or names out of a list, several joined by 、 or a comma. */
function readValues(text: string, { values, whole, list, type }: Allowed, several: boolean): Reading {
  if (!values) return undefined;
  const byName = new Map(values.map((value) => [value.normalize('NFKC'), value]));
  const exact = byName.get(text.normalize('NFKC'));
  if (exact !== undefined)
    return { written: type === 'enum' && !BARE.test(exact) && / /u.test(exact) ? exact : spelling(exact), plain: true };
  const parts = several || list ? text.split(/[、,，;；]/u).map(unquoted) : [unquoted(text)];
  const unknown = parts.find((part) => !byName.has(part));
  if (unknown === undefined) return { written: parts.map((part) => spelling(byName.get(part) ?? part)).join('、'), plain: true };
  // A formula may stand there, and says itself what is wrong with it.
  if (whole && /[\s(（×÷+]/u.test(text)) return undefined;
  return { refused: notListed(unknown, values, nearest(unknown, values)) };
}

/** What a row or column covers: values of its axis, a range, 任意, 其他. */
function readHead(text: string, { allowed, before }: Target): Reading {
  const folded = outsideQuotes(text);
  const word = keywordOf(folded);
  if (word === 'any' || word === 'other') return { written: folded, plain: true };
  if (allowed.type === 'set' && !/[是≥≤<>]/u.test(folded)) {
    const bare = /^(?:含|has\s)?(.*)$/u.exec(folded)?.[1]?.trim() ?? folded;
    if (/非|not\s/u.test(bare)) return undefined;
    const read = readValues(bare, allowed, true);
    // Behind 含 the word stands already before the cell.
    const has = /^(?:含|非)/u.test(before) || before === '';
    return read && 'written' in read ? { ...read, written: has ? `含 ${read.written}` : read.written } : read;
  }
  if (allowed.type === 'enum') return readValues(folded, allowed, true);
  if (allowed.type === 'boolean') return readTruth(folded);
  if (/^-?[\d,]+(?:\.\d+)?$/u.test(folded)) return readLiteral(folded, allowed, figureOf(before)?.unit ?? '');
  return undefined;
}

/** Values that are almost what was typed. */
export function nearest(text: string, values: readonly string[]): readonly string[] {
  const near = values.filter((value) => value.includes(text) || text.includes(value));
  if (near.length > 0 || text.length < 2) return near.slice(0, 4);
  return values
    .filter((value) => [...text].filter((letter) => value.includes(letter)).length * 3 >= Math.max(text.length, value.length) * 2)
    .slice(0, 4);
}

/** A reason: its quotes need not be typed. */
function readReason(text: string): Entry {
  const bare = text.replace(/^“(.*)”$/u, '$1').replace(/^"([^"]*)"$/u, '$1');
  let depth = 0;
  for (const letter of bare) {
    depth += letter === '“' ? 1 : letter === '”' ? -1 : 0;
    if (depth < 0) return refused(unreadable(text));
  }
  return depth === 0 && bare !== '' ? { written: `“${bare}”`, plain: true } : refused(bare === '' ? emptyEntry : unreadable(text));
}

function readOpen(text: string, { allowed, kind }: Target): Entry {
  if (!/[“"＂]/u.test(text)) return refused(noReason(text));
  const fits = allowed.whole || kind === 'value' || kind === 'open' || kind === 'assumed' || kind === 'empty';
  return fits ? { written: outsideQuotes(text), plain: false } : refused(notOfType(text, allowed.type));
}

/** Full-width letters and signs as the language writes them; what is quoted stays. */
export const outsideQuotes = (text: string): string =>
  text
    .split(/(“[^”]*”|"[^"]*")/u)
    .map((part, at) => (at % 2 === 1 ? part : fold(part)))
    .join('');

/** Where the value of `暂按 x 待定 “reason”` stands in it. */
function assumedValue(text: string): { readonly start: number; readonly end: number } | undefined {
  const prefix = '词汇 “甲” {\n参数 甲 : 数 = ';
  const [block] = parse({ path: '', text: `${prefix}${text}\n}` }).tree.items;
  const item = block?.kind === 'vocabulary' ? block.items[0] : undefined;
  if (item?.kind !== 'parameter' || item.value.kind !== 'assumed') return undefined;
  const { start, end } = item.value.value.span;
  return { start: start - prefix.length, end: end - prefix.length };
}
