import type { Citing, ClauseDocument, Noting, Words } from '../../language/index.ts';
import type { Position } from './places.ts';

export type { Citing, Clause, ClauseAccount, ClauseDocument, ClauseState } from '../../language/index.ts';

/** What is to be done with a sentence of a document. */
export type SentenceTask =
  /** Becomes 出处 of the rule at a place. */
  | { readonly kind: 'cite'; readonly at: Position }
  /** Begins a rule with its numbers, in the amendment at a place or in the policy. */
  | { readonly kind: 'rule'; readonly policy: string; readonly at?: Position }
  /** Is left open, with the reason. */
  | { readonly kind: 'open'; readonly policy: string; readonly at?: Position; readonly why: string }
  | { readonly kind: 'unexpressed'; readonly policy: string; readonly at?: Position; readonly why: string }
  | { readonly kind: 'notARule'; readonly folder: string; readonly why: string };

export type ClauseRequest =
  /** What became of each sentence of a document. */
  | { readonly kind: 'clauses'; readonly document: string }
  /** The edits that a task needs; nothing is changed by asking. */
  | { readonly kind: 'sentence'; readonly document: string; readonly sentence: string; readonly task: SentenceTask };

/** Edits, and what was written or why nothing can be. */
export type SentencePlan =
  | (Noting & { readonly ok: true; readonly cited?: Extract<Citing, { readonly ok: true }> })
  | { readonly ok: false; readonly problem: Words };

export type ClauseReply =
  | { readonly kind: 'clauses'; readonly clauses?: ClauseDocument }
  | { readonly kind: 'sentence'; readonly plan: SentencePlan };
