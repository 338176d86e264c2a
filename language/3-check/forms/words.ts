import { KEYWORDS, keywordOf } from '../../keywords.ts';

/** A keyword standing as a name, in the spelling of the addresses: `deductible` → 起付线. Any other name is itself. */
export function wordOf(name: string): string {
  const id = keywordOf(name);
  return id === undefined ? name : KEYWORDS[id].zh;
}
