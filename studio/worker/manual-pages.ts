import type { ManualPages } from '../../language/index.ts';
import { KEYWORDS, pageName } from '../../language/index.ts';

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
