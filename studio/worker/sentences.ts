import type { Tree } from '../../language/index.ts';
import { blockFor, citeAt, leftOpen, notARule, ruleFrom, unexpressed } from '../../language/index.ts';
import type { ClauseRequest, SentencePlan } from './clause-messages.ts';

const NO_POLICY = {
  zh: '先在上方选一项政策, 或把光标放进一项政策里',
  en: 'Choose a policy at the top first, or put the caret into one',
};

/** The edits by which a sentence of a document becomes a source, a rule, an open point or none of these. */
export function sentencePlan(
  trees: readonly Tree[],
  textOf: (file: string) => string,
  { document, sentence, task }: Extract<ClauseRequest, { readonly kind: 'sentence' }>,
): SentencePlan {
  if (task.kind === 'cite') {
    const cited = citeAt(trees, task.at, document, sentence, textOf(task.at.file));
    return cited.ok ? { ok: true, edits: cited.edits, written: '', cited } : cited;
  }
  const given = { document, sentence };
  if (task.kind === 'notARule') return { ok: true, ...notARule(trees, task.folder, given, task.why) };
  const block = blockFor(trees, task.policy, task.at);
  if (!block) return { ok: false, problem: NO_POLICY };
  switch (task.kind) {
    case 'rule':
      return { ok: true, ...ruleFrom(trees, block, given) };
    case 'open':
      return { ok: true, ...leftOpen(trees, block, given, task.why) };
    case 'unexpressed':
      return { ok: true, ...unexpressed(trees, block, given, task.why) };
  }
}
