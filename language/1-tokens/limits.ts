/**
 * What is read at most. Counted before parsing, so that no text can make the parser slow or exhaust its stack.
 */
export const MOST_CHARACTERS = 2_000_000;
export const MOST_TOKENS = 400_000;
/** Brackets and conditions inside one another. The parser's own stack holds several times as many. */
export const MOST_DEPTH = 200;
/** Terms of one sum or product. */
export const MOST_TERMS = 500;
/** Findings of one file that are shown; a last one says that there are more. */
export const MOST_FINDINGS = 100;
/** Faults of the characters alone that make a file without any policy in it noise. */
export const NOISE = 20;
