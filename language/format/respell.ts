import { parse } from '../2-syntax/parse.ts';
import type { KeywordLanguage } from '../keywords.ts';
import { spell } from './translate.ts';

/**
 * The same text with its keywords and units in a language and without remarks. Line ends stay, and spaces but for those before a remark
 * and after the sign that joins a list. Unlike `format` it also takes what is no whole text.
 */
export function respell(text: string, language: KeywordLanguage): string {
  let out = '';
  let at = 0;
  for (const token of parse({ path: '', text }).tokens) {
    if (token.start < at) continue;
    out += text.slice(at, token.start);
    at = token.end;
    if (token.kind === 'comment') out = out.replace(/[ \t]+$/, '');
    else if (token.kind === 'end') out += text.slice(token.start, token.end);
    else out += spell(token, { language, otherwise: language });
    if (token.role !== 'list') continue;
    while (text[at] === ' ') at += 1;
    if (out.endsWith(',')) out += ' ';
  }
  return out + text.slice(at);
}
