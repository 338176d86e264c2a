import { MOST_CHARACTERS, MOST_FINDINGS, MOST_TOKENS, NOISE } from '../1-tokens/limits.ts';
import { rangeProblems } from '../1-tokens/ranges.ts';
import { scan } from '../1-tokens/scan.ts';
import { type BracketPair, statements } from '../1-tokens/statements.ts';
import type { SourceToken, Token } from '../1-tokens/tokens.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import * as say from '../diagnostics/tokens.ts';
import { KEYWORDS } from '../keywords.ts';
import { explain } from './explain.ts';
import { Grammar } from './grammar.ts';
import type { Tree } from './nodes/policy.ts';

/** A file of rules: its path relative to the policies' root, with /, and its text. */
export interface SourceText {
  readonly path: string;
  readonly text: string;
}

/** What one file says, as far as it can be read. Always there: no text makes reading stop with less. */
export interface ParseResult {
  readonly tree: Tree;
  readonly diagnostics: readonly Diagnostic[];
  /** Every token in order, comments and ends of lines among them. */
  readonly tokens: readonly SourceToken[];
  readonly pairs: readonly BracketPair[];
}

let grammar: Grammar | undefined;

/** Reads a file into its tree. The tree is complete only when nothing had to be guessed or left out. */
export function parse(source: SourceText): ParseResult {
  const { path: file, text } = source;
  const whole = { file, start: 0, end: Math.min(text.length, 1) };
  if (text.length > MOST_CHARACTERS) {
    const size = `${Math.ceil(text.length / 100_000) / 10} M`;
    return refused(file, say.fileTooLarge({ size, most: `${MOST_CHARACTERS / 1_000_000} M`, span: whole }));
  }
  const { tokens, problems } = scan(file, text);
  if (tokens.length > MOST_TOKENS) {
    return refused(file, say.fileTooLarge({ size: String(tokens.length), most: String(MOST_TOKENS), span: whole }));
  }
  const read = statements(file, tokens);
  const lexical = [...problems, ...rangeProblems(file, tokens), ...read.problems];
  const result = (items: Tree['items'], diagnostics: readonly Diagnostic[]): ParseResult => ({
    tree: { file, items, complete: diagnostics.every((one) => one.severity !== 'error') },
    diagnostics,
    tokens,
    pairs: read.pairs,
  });
  if (read.refused) return result([], read.problems.slice(-1));
  if (lexical.length >= NOISE && !tokens.some(beginsFile)) return result([], [say.notPolicy({ span: whole })]);
  grammar ??= new Grammar();
  grammar.start(file, text.length, read.stream);
  const items = grammar.fileRule() ?? [];
  return result(items, ordered(file, text, lexical, explain(grammar, read.stream, lexical)));
}

const refused = (file: string, why: Diagnostic): ParseResult => ({
  tree: { file, items: [], complete: false },
  diagnostics: [why],
  tokens: [],
  pairs: [],
});

const beginsFile = (token: Token): boolean => token.keyword !== undefined && KEYWORDS[token.keyword].group === 'file';

/** In the order of the text, at most as many as are worth reading. */
function ordered(file: string, text: string, lexical: readonly Diagnostic[], syntax: readonly Diagnostic[]): readonly Diagnostic[] {
  const at = (one: Diagnostic): number => one.labels[0]?.span.start ?? 0;
  const all = [...lexical, ...syntax].sort((a, b) => at(a) - at(b));
  if (all.length <= MOST_FINDINGS) return all;
  const span = { file, start: text.length, end: text.length };
  return [...all.slice(0, MOST_FINDINGS), say.moreFindings({ shown: MOST_FINDINGS, span })];
}
