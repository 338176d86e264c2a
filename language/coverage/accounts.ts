/** What the policies say about places of their documents: which rule comes from where, and what is set aside. */
import type { Citation } from '../2-syntax/nodes/declaration.ts';
import type { Amendment, Item, Policy, Reconciliation } from '../2-syntax/nodes/policy.ts';
import type { Span } from '../2-syntax/nodes/span.ts';
import { type CitedRule, citedChanges, citedRules } from '../3-check/analyses/cited-rules.ts';
import { figureOf } from '../3-check/analyses/figures.ts';
import { findPassage, findQuote, fold } from '../3-check/analyses/folding.ts';
import { type Read, readSource, type Source } from '../3-check/analyses/quotation.ts';

/** rule: stated by a rule · pending: by a rule that leaves something 待定 or 暂按 · unexpressed 未能表达 · notARule 非规则 */
export type Fate = 'rule' | 'pending' | 'unexpressed' | 'notARule';

/** A stretch of a document and what became of it. */
export interface Account {
  readonly document: string;
  readonly start: number;
  readonly end: number;
  readonly fate: Fate;
  /** Absent: said by a 核对 block. */
  readonly policy?: string;
  /** The 出处, 未能表达 or 非规则 in the policy's text. */
  readonly by: Span;
}

/** A rule with numbers that quotes no sentence. */
export interface Uncited {
  readonly policy: string;
  /** Its first number. */
  readonly span: Span;
  readonly numbers: readonly string[];
}

export interface Accounts {
  readonly accounts: readonly Account[];
  readonly uncited: readonly Uncited[];
  /** Paths of the documents the policy declares. */
  readonly documents: readonly string[];
}

/** Reads one policy with its amendments. */
export function accountsOf(policy: Policy, amendments: readonly Amendment[], sources: readonly Source[]): Accounts {
  const items = [
    ...policy.items,
    ...amendments.flatMap(({ changes }) => changes.flatMap((one) => (one.kind === 'insert' ? [one.item] : []))),
  ];
  const texts = new Map(items.flatMap((item) => (item.kind === 'document' ? [[item.alias.text, readSource(item, sources)] as const] : [])));
  const rules = [...citedRules(policy), ...amendments.flatMap(citedChanges)];
  const name = policy.name.text;
  return {
    accounts: [...rules.flatMap((rule) => cited(rule, texts, name)), ...items.flatMap((item) => setAside(item, [...texts.values()], name))],
    uncited: rules.flatMap((rule) => uncited(rule, name)),
    documents: [...new Set([...texts.values()].flatMap((one) => one?.path ?? []))],
  };
}

type Texts = ReadonlyMap<string, Read | undefined>;

const cited = (rule: CitedRule, texts: Texts, policy: string): readonly Account[] =>
  rule.citations.flatMap((citation: Citation): readonly Account[] => {
    const source = texts.get(citation.document.text);
    const place = source && findQuote(fold(citation.quote.text), source.folded);
    if (!place) return [];
    return [{ document: source.path, ...place, fate: rule.open ? 'pending' : 'rule', policy, by: citation.span }];
  });

function setAside(item: Item, documents: readonly (Read | undefined)[], policy: string): readonly Account[] {
  if (item.kind !== 'unexpressed') return [];
  for (const source of documents) {
    const place = source && findPassage(item.sentence.text, source.folded);
    if (place) return [{ document: source.path, ...place, fate: 'unexpressed', policy, by: item.span }];
  }
  return [];
}

/** What a 核对 block says of its document. */
export function reconciled({ document, lines, span }: Reconciliation, sources: readonly Source[]): readonly Account[] {
  const source = readSource({ file: document, span }, sources);
  return lines.flatMap((line): readonly Account[] => {
    const place = source && findPassage(line.sentence.text, source.folded);
    return source && place ? [{ document: source.path, ...place, fate: line.kind, by: line.span }] : [];
  });
}

function uncited(rule: CitedRule, policy: string): readonly Uncited[] {
  const numbers = rule.citations.length > 0 ? [] : rule.numbers.filter((number) => figureOf(number));
  const [first] = numbers;
  return first ? [{ policy, span: first.span, numbers: numbers.map(({ text }) => text) }] : [];
}
