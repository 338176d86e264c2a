import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language, Phrase, Say, Words } from './strings.ts';
import { currentLanguage, sayIn, translator } from './strings.ts';

/** The current language; the caller renders again when it changes. */
export function useLanguage(): Language {
  useTranslation(undefined, { i18n: translator, useSuspense: false });
  return currentLanguage();
}

/** Says phrases of a view in the current language. */
export function useWords<Book extends Readonly<Record<string, Phrase>>>(words: Words<Book>): Say<Book> {
  const language = useLanguage();
  return useMemo(() => sayIn(words, language), [words, language]);
}
