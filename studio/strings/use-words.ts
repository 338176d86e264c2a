import { createContext, createElement, type ReactNode, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language, Phrase, Say, Words } from './strings.ts';
import { currentLanguage, sayIn, translator } from './strings.ts';

const Spoken = createContext<Language | undefined>(undefined);

/** Stands around the page and hears when the language changes, once for all that is drawn. */
export function Speech({ children }: { readonly children: ReactNode }) {
  useTranslation(undefined, { i18n: translator, useSuspense: false });
  return createElement(Spoken, { value: currentLanguage() }, children);
}

/** The current language; the caller renders again when it changes. */
export const useLanguage = (): Language => useContext(Spoken) ?? currentLanguage();

/** Says phrases of a view in the current language. */
export const useWords = <Book extends Readonly<Record<string, Phrase>>>(words: Words<Book>): Say<Book> => sayIn(words, useLanguage());
