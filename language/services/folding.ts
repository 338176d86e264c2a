import type { SourceToken } from '../1-tokens/tokens.ts';

export interface Fold {
  readonly start: number;
  readonly end: number;
}

/** Braces that span lines, and runs of comment lines. */
export function foldsOf(tokens: readonly SourceToken[], text: string): readonly Fold[] {
  const folds: Fold[] = [];
  const open: number[] = [];
  let comments: Fold | undefined;
  const close = (): void => {
    if (comments && text.slice(comments.start, comments.end).includes('\n')) folds.push(comments);
    comments = undefined;
  };
  for (const token of tokens) {
    if (token.kind === 'comment') {
      comments =
        comments && text.slice(comments.end, token.start).trim() === ''
          ? { start: comments.start, end: token.end }
          : { start: token.start, end: token.end };
      continue;
    }
    if (token.kind === 'end' && token.text.trim() === '') continue;
    close();
    if (token.text === '{' || token.text === '｛') open.push(token.start);
    else if (token.text === '}' || token.text === '｝') {
      const start = open.pop();
      if (start !== undefined && text.slice(start, token.start).includes('\n')) folds.push({ start, end: token.end });
    }
  }
  close();
  return folds.toSorted((a, b) => a.start - b.start);
}
