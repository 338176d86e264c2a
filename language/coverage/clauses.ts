/** One document as it is read beside the rules: its sentences, what became of each, and the rules that quote nothing. */

import type { Tree } from '../2-syntax/nodes/policy.ts';
import type { Span } from '../2-syntax/nodes/span.ts';
import type { SourceDocument } from '../model/workspace.ts';
import { type Account, accountsOf, type Fate, reconciled, type Uncited } from './accounts.ts';
import { type Mentioned, sentencesOf } from './sentences.ts';

/** undone: has a number that neither a rule nor a note accounts for; else the fate of the sentence */
export type ClauseState = Fate | 'undone';

/** A sentence that has a number or that a rule or note speaks of; offsets of the document as kept. */
export interface Clause {
  readonly start: number;
  readonly end: number;
  readonly state: ClauseState;
  /** Its numbers; those without a fate are what is left to do. */
  readonly numbers: readonly (Mentioned & { readonly fate?: Fate })[];
}

/** What a rule, 未能表达 or 非规则 says of a stretch of the document. */
export interface ClauseAccount {
  readonly start: number;
  readonly end: number;
  readonly fate: Fate;
  readonly policy?: string;
  readonly by: Span;
}

export interface ClauseDocument {
  readonly path: string;
  /** Policies that declare it. */
  readonly policies: readonly string[];
  readonly clauses: readonly Clause[];
  readonly accounts: readonly ClauseAccount[];
  /** Rules of those policies with numbers and no sentence. */
  readonly uncited: readonly Uncited[];
}

/** Of several fates the first is told: what is open comes before what is done, what is set aside last. */
const ORDER: readonly Fate[] = ['pending', 'rule', 'unexpressed', 'notARule'];

/** Reads one document against all the trees given. */
export function clausesOf(trees: readonly Tree[], source: SourceDocument): ClauseDocument {
  const blocks = trees.flatMap(({ items }) => items);
  const sources = [source];
  const read = blocks.flatMap((block) => {
    if (block.kind !== 'policy') return [];
    const amendments = blocks.flatMap((one) => (one.kind === 'amendment' && one.policy.text === block.name.text ? [one] : []));
    const { accounts, documents, uncited } = accountsOf(block, amendments, sources);
    return documents.includes(source.path) ? [{ policy: block.name.text, accounts, uncited }] : [];
  });
  const accounts = [
    ...read.flatMap((one) => one.accounts),
    ...blocks.flatMap((block) => (block.kind === 'reconciliation' ? reconciled(block, sources) : [])),
  ];
  return {
    path: source.path,
    policies: read.map((one) => one.policy),
    clauses: sentencesOf(source.text).flatMap((sentence): readonly Clause[] => {
      const over = accounts.filter((one) => one.start < sentence.end && one.end > sentence.start);
      const numbers = sentence.numbers.map((number) => withFate(number, over));
      if (numbers.length === 0 && over.length === 0) return [];
      const undone = numbers.some(({ fate }) => fate === undefined);
      const state = undone
        ? 'undone'
        : fateOf(numbers.length > 0 ? numbers.flatMap(({ fate }) => fate ?? []) : over.map(({ fate }) => fate));
      return [{ start: sentence.start, end: sentence.end, state, numbers }];
    }),
    accounts: accounts.map(({ start, end, fate, policy, by }) => ({ start, end, fate, ...(policy === undefined ? {} : { policy }), by })),
    uncited: read.flatMap((one) => one.uncited),
  };
}

const fateOf = (fates: readonly Fate[]): Fate => ORDER.find((one) => fates.includes(one)) ?? 'rule';

/** A number that a rule states is done, also where another rule leaves something open on the same words. */
function withFate({ text, start, end }: Mentioned, accounts: readonly Account[]): Mentioned & { readonly fate?: Fate } {
  const over = accounts.filter((one) => one.start <= start && one.end >= end).map(({ fate }) => fate);
  const fate = over.includes('rule') ? 'rule' : over.length > 0 ? fateOf(over) : undefined;
  return { text, start, end, ...(fate ? { fate } : {}) };
}
