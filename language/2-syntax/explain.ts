import type { Token } from '../1-tokens/tokens.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import * as say from '../diagnostics/syntax.ts';
import type { Grammar } from './grammar.ts';

export function explain(p: Grammar, stream: readonly Token[], lexical: readonly Diagnostic[]): Diagnostic[] {
  const all = [...p.reported];
  for (const one of p.troubles) {
    const found = one.at ? `“${one.at.text}”` : '文末';
    all.push(say.trailing({ found: [found, found], span: p.spanOf(one.at) }));
  }
  return all;
}
