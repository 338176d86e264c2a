/**
 * Looking for what was meant: two words run into one, a keyword with a wrong letter.
 */
import type { TokenType } from 'chevrotain';
import * as t from '../1-tokens/tokens.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import * as say from '../diagnostics/syntax.ts';
import * as tokens from '../diagnostics/tokens.ts';
import { gluedPrefix, gluedSuffix, KEYWORDS, type KeywordId, type KeywordLanguage, UNIT_ALIASES } from '../keywords.ts';
import type { Grammar } from './grammar.ts';

/** Short words that begin many names: taken for a keyword only where the sentence asks for it. */
const SHORT = 1;
const JOINING: ReadonlySet<string> = new Set(['reserved', 'clause', 'bound']);

interface Place {
  readonly p: Grammar;
  readonly token: t.Token | undefined;
  readonly before: t.Token | undefined;
  /** What the sentence could go on with. */
  readonly types: ReadonlySet<TokenType>;
}

/** Words that became one for want of a space, at the place where reading stopped or just before it. */
export function glued({ p, token, before, types }: Place): Diagnostic | undefined {
  const wanted = (id: KeywordId): boolean => types.has(t.typeOf(id)) || (KEYWORDS[id].zh.length > SHORT && JOINING.has(KEYWORDS[id].group));
  if (token?.kind === 'name') {
    const prefix = gluedPrefix(token.text, wanted);
    if (prefix) return split(p, token, prefix, 'start');
    const unit = before?.kind === 'number' ? noUnit(p, before, token) : undefined;
    if (unit) return unit;
  }
  if (before?.kind !== 'name') return touching(p, before, token);
  const asked = gluedPrefix(before.text, (id) => types.has(t.typeOf(id)));
  if (asked) return split(p, before, asked, 'start');
  const suffix = gluedSuffix(before.text, (id) => JOINING.has(KEYWORDS[id].group));
  if (suffix && token && token.kind !== 'punctuation' && token.kind !== 'end') return split(p, before, suffix, 'end');
  return touching(p, before, token);
}

/** The two words of a run that begins or ends with a keyword. */
export function split(p: Grammar, token: t.Token, keyword: KeywordId, side: 'start' | 'end'): Diagnostic {
  const word = KEYWORDS[keyword].zh;
  const cut = side === 'start' ? word.length : token.text.length - word.length;
  return say.gluedKeyword({
    text: token.text,
    keyword: word,
    left: token.text.slice(0, cut),
    right: token.text.slice(cut),
    span: p.spanOf(token),
  });
}

/** 10 分钟 */
function noUnit(p: Grammar, number: t.Token, token: t.Token): Diagnostic | undefined {
  if (number.number?.unit !== 'none' || number.number.unitWord !== '') return undefined;
  const span = { file: p.file, start: number.start, end: token.end };
  return tokens.unknownUnit({ digits: number.number.digits, unit: token.text, better: UNIT_ALIASES[token.text], span });
}

/** A类, 类A: letters of two scripts without a space. */
function touching(p: Grammar, before: t.Token | undefined, token: t.Token | undefined): Diagnostic | undefined {
  const wordy = (one: t.Token | undefined): boolean => one?.kind === 'name' || one?.kind === 'number';
  if (!before || !token || before.end !== token.start || !wordy(before) || !wordy(token)) return undefined;
  return tokens.nameNeedsQuotes({ text: before.text + token.text, span: { file: p.file, start: before.start, end: token.end } });
}

/** The keyword that the sentence could go on with and that differs from a word in one letter. */
export function nearest(
  token: t.Token,
  types: ReadonlySet<TokenType>,
  language: KeywordLanguage,
): { readonly keyword: KeywordId; readonly spelling: string } | undefined {
  if (token.kind !== 'name' && token.kind !== 'keyword') return undefined;
  const latin = /^[A-Za-z]/.test(token.text);
  const side = latin ? 'en' : 'zh';
  const words = [...types].map(t.keywordOfType).filter((id) => id !== undefined);
  const near = words
    .map((keyword) => ({ keyword, spelling: KEYWORDS[keyword][side] }))
    .filter(({ spelling }) => close(spelling, token.text));
  // 不低于 and 不高于 are as near to a slip as each other, and say the opposite.
  return near.length === 1 || (near.length > 1 && language === side && side === 'en') ? near[0] : undefined;
}

/** Whether a word was surely meant as a keyword. */
export function close(keyword: string, text: string): boolean {
  if (/^[a-z]/.test(keyword)) return keyword.length > 3 && distance(keyword, text) <= (keyword.length > 5 ? 2 : 1);
  return keyword.length > 1 && distance(keyword, text) <= 1;
}

/** Letters to change, add, drop or swap to make one word the other; counted up to 3. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let previous = Array.from({ length: b.length + 1 }, (_, at) => at);
  let earlier = previous;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min((previous[j] ?? 9) + 1, (row[j - 1] ?? 9) + 1, (previous[j - 1] ?? 9) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, (earlier[j - 2] ?? 9) + 1);
      row.push(least);
    }
    earlier = previous;
    previous = row;
  }
  return previous[b.length] ?? 3;
}
