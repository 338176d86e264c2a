/**
 * What stands in a tree for what could not be read. Such a tree is not complete: it feeds outline and completion, never the compiler.
 */

import type { Token } from '../1-tokens/tokens.ts';
import { KEYWORDS } from '../keywords.ts';
import type { Grammar } from './grammar.ts';
import type { TypeNode } from './nodes/declaration.ts';
import type { Expression, Quoted } from './nodes/expression.ts';
import type { Name, Path } from './nodes/span.ts';
import type { Cell } from './nodes/table.ts';

/** The text of a name: after NFKC; a keyword used as a name goes by its Chinese spelling in both languages. */
export const textOf = (token: Token): string =>
  token.keyword !== undefined ? KEYWORDS[token.keyword].zh : token.kind === 'text' ? token.value.normalize('NFKC') : token.value;

export const nameOf = (p: Grammar, token: Token | undefined): Name => ({
  text: token ? textOf(token) : '',
  span: token ? p.spanOf(token) : p.since(p.here()),
  quoted: token?.kind === 'text',
});

/** The name of the statement being read, as far as it was read. */
export const nameSoFar = (p: Grammar): Name => nameOf(p, p.named);

export const noPath = (p: Grammar): Path => ({ names: [nameOf(p, undefined)], keys: [], span: p.since(p.here()) });
export const noExpression = (p: Grammar): Expression => ({ kind: 'reference', path: noPath(p), span: p.since(p.here()) });
export const noQuoted = (p: Grammar): Quoted => ({ text: '', span: p.since(p.here()) });
export const noType = (p: Grammar): TypeNode => ({ kind: 'named', set: false, name: nameOf(p, undefined), span: p.since(p.here()) });
export const noCell = (p: Grammar): Cell => ({ kind: 'values', values: [], span: p.since(p.here()) });
