import { parse } from '../2-syntax/parse.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { KeywordLanguage } from '../keywords.ts';
import { layOut } from './layout.ts';
import { linesOf } from './lines.ts';
import { dominant } from './translate.ts';

export interface Formatted {
  readonly text: string;
  readonly changed: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The canonical layout of a text, its keywords in `language` when one is given. A text that cannot be read whole comes back as it is, with
 * what stands in the way: layout never guesses at meaning.
 */
export function format(text: string, language?: KeywordLanguage): Formatted {
  const { tree, diagnostics, tokens, pairs } = parse({ path: '', text });
  if (!tree.complete) return { text, changed: false, diagnostics };
  const laid = layOut(linesOf(tokens, pairs), { language, otherwise: dominant(tokens) });
  return { text: laid, changed: laid !== text, diagnostics };
}
