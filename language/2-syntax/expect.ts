/**
 * What the grammar would take next. Asked only when reading stopped, and only for the statement at hand: the walk over the grammar costs more
 * than the parse itself.
 */
import { type TokenType, tokenMatcher } from 'chevrotain';
import { Token } from '../1-tokens/tokens.ts';
import type { Grammar } from './grammar.ts';

/** Statements longer than this are not worth the walk; their message is less exact. */
const LONGEST = 160;

/** Whether the grammar takes this token where it asks for one of these. */
export const takes = (types: ReadonlySet<TokenType>, token: Token | undefined): boolean =>
  token !== undefined && [...types].some((type) => tokenMatcher(token, type));

/** The types of token that may follow `read` in a statement of `rule`; empty when that cannot be told. */
export function nextTypes(p: Grammar, rule: string, read: readonly Token[]): ReadonlySet<TokenType> {
  if (rule === '' || read.length > LONGEST) return new Set();
  const paths = p.computeContentAssist(rule, [...read]);
  return new Set(paths.map((path) => path.nextTokenType));
}

/** A token of this type that stands nowhere, to ask what would follow it. */
export const imagined = (type: TokenType): Token => new Token(type, 'punctuation', '', 0, 0);
