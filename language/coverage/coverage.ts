/**
 * Both ways between documents and policies: every number of a document ends as a rule, 待定, 未能表达 or 非规则, or is told; and every rule
 * with a number quotes the sentence it comes from, or is told.
 */
import type { Amendment, Policy } from '../2-syntax/nodes/policy.ts';
import type { ParseResult } from '../2-syntax/parse.ts';
import type { SourceDocument } from '../model/workspace.ts';
import { type Account, accountsOf, type Fate, reconciled, type Uncited } from './accounts.ts';
import { type Mentioned, type Sentence, sentencesOf } from './sentences.ts';

/** A sentence that has numbers, and what became of each. */
export interface CoveredSentence extends Sentence {
  readonly fates: readonly { readonly number: Mentioned; readonly fate?: Fate; readonly accounts: readonly Account[] }[];
}

export interface CoveredDocument {
  readonly path: string;
  /** Policies that declare it. */
  readonly policies: readonly string[];
  readonly sentences: readonly CoveredSentence[];
  readonly accounts: readonly Account[];
}

export interface Coverage {
  readonly documents: readonly CoveredDocument[];
  /** Rules with numbers and no clause. */
  readonly uncited: readonly Uncited[];
}

/** A number may be quoted by several rules; the first of these tells its fate. */
const ORDER: readonly Fate[] = ['rule', 'pending', 'unexpressed', 'notARule'];

/** Coverage of all documents given by all policies given. A document that no policy declares is listed with all its numbers unaccounted. */
export function coverageOf(trees: readonly ParseResult[], documents: readonly SourceDocument[]): Coverage {
  const blocks = trees.flatMap(({ tree }) => tree.items);
  const policies = blocks.filter((one): one is Policy => one.kind === 'policy');
  const amendments = blocks.filter((one): one is Amendment => one.kind === 'amendment');
  const read = policies.map((policy) => ({
    policy: policy.name.text,
    ...accountsOf(
      policy,
      amendments.filter((one) => one.policy.text === policy.name.text),
      documents,
    ),
  }));
  const said = [
    ...read.flatMap((one) => one.accounts),
    ...blocks.flatMap((one) => (one.kind === 'reconciliation' ? reconciled(one, documents) : [])),
  ];
  return {
    documents: documents.map(({ path, text }) => {
      const accounts = said.filter((account) => account.document === path);
      return {
        path,
        policies: read.flatMap((one) => (one.documents.includes(path) ? [one.policy] : [])),
        sentences: sentencesOf(text).flatMap((sentence) => (sentence.numbers.length > 0 ? [covered(sentence, accounts)] : [])),
        accounts,
      };
    }),
    uncited: read.flatMap((one) => one.uncited),
  };
}

function covered(sentence: Sentence, accounts: readonly Account[]): CoveredSentence {
  return {
    ...sentence,
    fates: sentence.numbers.map((number) => {
      const over = accounts.filter(({ start, end }) => start <= number.start && end >= number.end);
      const fate = ORDER.find((one) => over.some((account) => account.fate === one));
      return { number, ...(fate ? { fate } : {}), accounts: over };
    }),
  };
}

/** Numbers of a document without a fate, with their sentences. */
export const unaccounted = ({ sentences }: CoveredDocument): readonly CoveredSentence[] =>
  sentences.filter(({ fates }) => fates.some(({ fate }) => fate === undefined));
