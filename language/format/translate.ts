import type { SourceToken } from '../1-tokens/tokens.ts';
import { fold } from '../1-tokens/width.ts';
import { KEYWORDS, type KeywordLanguage, UNITS } from '../keywords.ts';

/** In which language keywords are to be spelled; without one each keyword keeps its own, and `otherwise` spells what has none. */
export interface Spelling {
  readonly language?: KeywordLanguage | undefined;
  readonly otherwise: KeywordLanguage;
}

const unitsByChinese = new Map(UNITS.map((unit) => [unit.zh, unit]));
const isLatin = (text: string): boolean => /[a-z]/i.test(text);

/** The language in which most keywords of a text are spelled. */
export function dominant(tokens: readonly SourceToken[]): KeywordLanguage {
  let english = 0;
  for (const { keyword, text } of tokens) if (keyword !== undefined) english += isLatin(text) ? 1 : -1;
  return english > 0 ? 'en' : 'zh';
}

/** The canonical spelling of a token: half-width, one sign for one meaning, keywords and units in the wanted language. */
export function spell(token: SourceToken, spelling: Spelling): string {
  const { language, otherwise } = spelling;
  switch (token.kind) {
    case 'keyword': {
      const written = fold(token.text);
      const own = token.keyword !== undefined ? KEYWORDS[token.keyword] : undefined;
      if (!own) return written;
      if (language !== undefined) return own[language];
      return written === own.zh || written === own.en ? written : own[otherwise];
    }
    case 'number':
      return spellNumber(token, spelling);
    case 'punctuation':
      return token.role === 'comma'
        ? ','
        : token.role === 'list'
          ? spellListComma(token, language ?? otherwise)
          : (token.sign ?? fold(token.text));
    case 'text':
      return token.text.startsWith('＂') ? `"${token.text.slice(1, -1)}"` : token.text;
    case 'comment':
      return `//${token.text.slice(2).trimEnd()}`;
    case 'name':
    case 'date':
      return fold(token.text);
    case 'end':
      return ';';
  }
}

/** Lists are joined by 、; English writes a comma where a comma has no other use. */
const spellListComma = (token: SourceToken, language: KeywordLanguage): string => (language === 'en' && !token.nested ? ',' : '、');

function spellNumber(token: SourceToken, { language, otherwise }: Spelling): string {
  const { number } = token;
  if (!number) return fold(token.text);
  const unit = unitsByChinese.get(number.unitWord);
  const wanted = language ?? (isLatin(token.text) ? 'en' : otherwise === 'en' && number.unitWord === '' ? 'en' : 'zh');
  if (token.role === 'event') return wanted === 'zh' ? `${number.digits}次` : number.digits;
  if (!unit) return number.digits;
  const word = unit[wanted];
  return isLatin(word) ? `${number.digits} ${word}` : number.digits + word;
}
