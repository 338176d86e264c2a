/** `核对`: the document is at hand, and what is set aside stands in it. */
import type { Reconciliation } from '../2-syntax/nodes/policy.ts';
import { documentMissing, passageNotFound } from '../diagnostics/citations.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { findPassage } from './analyses/folding.ts';
import { readSource, type Source } from './analyses/quotation.ts';

/** Findings of one block. */
export function checkReconciliation({ document: file, lines, span }: Reconciliation, sources: readonly Source[]): readonly Diagnostic[] {
  const source = readSource({ file, span }, sources);
  if (!source) return [documentMissing({ file: file.text, span: file.span })];
  return lines.flatMap(({ sentence }) =>
    findPassage(sentence.text, source.folded) ? [] : [passageNotFound({ sentence: sentence.text, span: sentence.span })],
  );
}
