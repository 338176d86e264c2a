import type { i18n } from 'i18next';
import i18next from 'i18next';

/** The two languages of the product. */
export type Language = 'zh' | 'en';

/** One line of the product's words. `enOne` is the English form for a `count` of one. Slots are written `{{name}}`. */
export interface Phrase {
  readonly zh: string;
  readonly en: string;
  readonly enOne?: string;
}

/** Names of the slots in a phrase. */
type SlotsOf<Text extends string> = Text extends `${string}{{${infer Name}}}${infer Rest}` ? Name | SlotsOf<Rest> : never;

/** What must be given along with a key: nothing, or one value for each slot of its Chinese text. */
export type Values<P extends Phrase> = [SlotsOf<P['zh']>] extends [never]
  ? []
  : [values: Readonly<Record<SlotsOf<P['zh']>, string | number>>];

/** Says a phrase in the current language. */
export type Say<Book extends Readonly<Record<string, Phrase>>> = <Key extends keyof Book & string>(
  key: Key,
  ...values: Values<Book[Key]>
) => string;

/** A view's words under their namespace. */
export interface Words<Book extends Readonly<Record<string, Phrase>>> {
  readonly namespace: string;
  readonly book: Book;
  /** Always the same two functions, so that what is drawn with one need not be drawn again. */
  readonly said: Readonly<Record<Language, Say<Book>>>;
}

const instance: i18n = i18next.createInstance();

void instance.init({
  lng: 'zh',
  fallbackLng: false,
  defaultNS: 'common',
  ns: [],
  resources: {},
  initAsync: false,
  // React escapes what it renders; escaping here would show entities.
  interpolation: { escapeValue: false },
});

/**
 * Registers the words of a view. A key with one language only does not type-check.
 * @param namespace unique in the product; usually the folder of the view.
 */
export function defineWords<const Book extends Readonly<Record<string, Phrase>>>(namespace: string, book: Book): Words<Book> {
  const zh: Record<string, string> = {};
  const en: Record<string, string> = {};
  for (const [key, phrase] of Object.entries(book)) {
    zh[key] = phrase.zh;
    if (phrase.enOne === undefined) en[key] = phrase.en;
    else {
      en[`${key}_one`] = phrase.enOne;
      en[`${key}_other`] = phrase.en;
      zh[`${key}_other`] = phrase.zh;
    }
  }
  instance.addResourceBundle('zh', namespace, zh, true, true);
  instance.addResourceBundle('en', namespace, en, true, true);
  const speaker = (language: Language): Say<Book> => {
    const translate = instance.getFixedT(language, namespace);
    // Most phrases have no slots: they are said as they stand.
    return (key, ...values) => (values[0] === undefined ? book[key]?.[language] : undefined) ?? translate(key, { ...values[0] });
  };
  return { namespace, book, said: { zh: speaker('zh'), en: speaker('en') } };
}

/** Says phrases of `words` in `language`, outside of React (commands, live region, exported files). */
export const sayIn = <Book extends Readonly<Record<string, Phrase>>>(words: Words<Book>, language: Language): Say<Book> =>
  words.said[language];

/** Switches the product's language at once, without reload. */
export const setLanguage = (language: Language): void => {
  if (instance.language !== language) void instance.changeLanguage(language);
};

/** The language in which the product speaks now. */
export const currentLanguage = (): Language => (instance.language === 'en' ? 'en' : 'zh');

/** For the React binding only. */
export const translator = instance;
