import type { ManualPages } from '../../language/index.ts';
import { allInitials, KEYWORDS, pageInLanguages, pageName } from '../../language/index.ts';
import type { KeywordPage } from './manual-messages.ts';

/** Pages to be read from the beginning are no keyword's. */
const TEXTS = import.meta.glob<string>(
  ['/language/manual/*.md', '!/language/manual/{README,shapes,tutorial,transcribing,explanation,concepts,words,errors}.md'],
  { query: '?raw', import: 'default', eager: true },
);

let pages: ManualPages | undefined;

/** The page of each keyword, for hover. */
export function manualPages(): ManualPages {
  pages ??= new Map(
    typedKeys(KEYWORDS).flatMap((id) => {
      const text = TEXTS[`/language/manual/${pageName(id)}`];
      return text === undefined ? [] : [[id, text] as const];
    }),
  );
  return pages;
}

const typedKeys = <Key extends string>(of: Readonly<Record<Key, unknown>>): readonly Key[] => Object.keys(of) as Key[];

/** The same pages to be read one by one, by their Chinese names. */
export const keywordPages = (): readonly KeywordPage[] =>
  [...manualPages()]
    .map(([id, page]): KeywordPage => {
      const { zh, en } = KEYWORDS[id];
      return { id, name: { zh, en }, initials: allInitials(zh).join(' '), page: pageInLanguages(id, page) };
    })
    .toSorted((a, b) => (a.name.zh < b.name.zh ? -1 : 1));
