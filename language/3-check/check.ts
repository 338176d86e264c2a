/**
 * Syntax trees → the checked model. The order of checks: every block by its name; vocabularies; each policy in every version of its timeline;
 * then scenarios and properties against the policies that have no error. From here on nothing is untyped.
 *
 * A tree that could not be read whole feeds the editor (names, outline) but never the model, and what it leads to is not reported: its own
 * findings come first.
 */

import type { Amendment, Policy, TopLevel, Vocabulary } from '../2-syntax/nodes/policy.ts';
import type { ParseResult } from '../2-syntax/parse.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { blockTwice } from '../diagnostics/settings.ts';
import { unknownPolicy } from '../diagnostics/timeline.ts';
import type { Expr, Model, PolicyModel } from '../model/types.ts';
import type { Workspace } from '../model/workspace.ts';
import { expectGuard } from './guard.ts';
import type { OpenLaw } from './law.ts';
import { recordMentions } from './mentions.ts';
import { nearest } from './near.ts';
import { checkPolicy } from './policy.ts';
import { checkProperty } from './property.ts';
import { checkReconciliation } from './reconciliation.ts';
import { checkScenario } from './scenario.ts';
import { inside, siteAt } from './site.ts';
import type { Symbols } from './symbols.ts';
import { recordSymbols } from './symbols.ts';
import { checkVocabulary } from './vocabulary.ts';

/** What checking gives. */
export interface Checked {
  /** Policies with errors are not in it, nor what is about them. */
  readonly model: Model;
  /** Findings of reading and of checking, each once. */
  readonly diagnostics: readonly Diagnostic[];
  readonly symbols: Symbols;
}

/** Checks everything that is open together. */
export function check(workspace: Workspace, trees: readonly ParseResult[]): Checked {
  const diagnostics: Diagnostic[] = trees.flatMap((one) => one.diagnostics);
  const report = (diagnostic: Diagnostic): void => {
    diagnostics.push(diagnostic);
  };
  const texts = new Map(workspace.files.map(({ path, text }) => [path, text] as const));
  const broken = new Set(trees.filter(({ tree }) => !tree.complete).map(({ tree }) => tree.file));
  const blocks = trees.flatMap(({ tree }) => tree.items);
  const symbols = recordSymbols(texts);

  const vocabularies = byName(of(blocks, 'vocabulary'), ['词汇', 'vocabularies'], report);
  const shaken = new Set<string>();
  for (const vocabulary of vocabularies.values()) {
    const found: Diagnostic[] = [];
    checkVocabulary(vocabulary, (one) => found.push(one), symbols);
    if (broken.has(vocabulary.span.file) || found.some((one) => one.severity === 'error')) shaken.add(vocabulary.name.text);
    if (!broken.has(vocabulary.span.file)) diagnostics.push(...found);
  }

  const policies = byName(of(blocks, 'policy'), ['政策', 'policies'], report);
  const amendments = amendmentsOf(of(blocks, 'amendment'), policies, broken, report);
  const models: PolicyModel[] = [];
  const laws = new Map<string, readonly OpenLaw[]>();
  for (const policy of policies.values()) {
    const own = amendments.get(policy.name.text) ?? [];
    symbols.declare({ kind: 'policy', name: policy.name.text, span: policy.name.span });
    const checked = checkPolicy(policy, own, { vocabularies, sources: workspace.documents, texts, symbols });
    laws.set(policy.name.text, checked.laws);
    const unread =
      [policy, ...own].some((block) => broken.has(block.span.file)) ||
      inherits(policy, own).some((name) => broken.has(vocabularies.get(name)?.span.file ?? ''));
    if (unread) continue;
    diagnostics.push(...checked.diagnostics);
    if (checked.model && !inherits(policy, own).some((name) => shaken.has(name))) models.push(checked.model);
  }

  const places = new Map([...policies].map(([name, policy]) => [name, { name, span: policy.name.span }] as const));
  for (const block of blocks) recordMentions(block, places, (name) => (laws.get(name) ?? []).map((law) => law.names).reverse(), symbols);
  const context = { policies: models, declared: [...policies.keys()], readGuard: guardReader(laws) };
  const scenarios = of(blocks, 'scenario').map((node) => ({ node, ...checkScenario(node, context) }));
  const properties = of(blocks, 'property').map((node) => ({ node, ...checkProperty(node, context) }));
  for (const one of [...scenarios, ...properties]) if (!broken.has(one.node.span.file)) diagnostics.push(...one.diagnostics);
  for (const node of of(blocks, 'reconciliation'))
    if (!broken.has(node.span.file)) diagnostics.push(...checkReconciliation(node, workspace.documents));
  return {
    model: {
      policies: models,
      scenarios: scenarios.flatMap((one) => (one.scenario && !broken.has(one.node.span.file) ? [one.scenario] : [])),
      properties: properties.flatMap((one) => (one.property && !broken.has(one.node.span.file) ? [one.property] : [])),
    },
    diagnostics: distinct(diagnostics),
    symbols: symbols.symbols(),
  };
}

const of = <K extends TopLevel['kind']>(blocks: readonly TopLevel[], kind: K): readonly Extract<TopLevel, { readonly kind: K }>[] =>
  blocks.filter((block): block is Extract<TopLevel, { readonly kind: K }> => block.kind === kind);

function byName<T extends Policy | Vocabulary>(
  blocks: readonly T[],
  word: readonly [string, string],
  report: (diagnostic: Diagnostic) => void,
): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  for (const block of blocks) {
    const first = found.get(block.name.text);
    if (first) report(blockTwice({ word, name: block.name.text, span: block.name.span, first: first.name.span }));
    else found.set(block.name.text, block);
  }
  return found;
}

function amendmentsOf(
  all: readonly Amendment[],
  policies: ReadonlyMap<string, Policy>,
  broken: ReadonlySet<string>,
  report: (diagnostic: Diagnostic) => void,
): ReadonlyMap<string, readonly Amendment[]> {
  const found = new Map<string, Amendment[]>();
  for (const amendment of all) {
    const name = amendment.policy.text;
    if (policies.has(name)) found.set(name, [...(found.get(name) ?? []), amendment]);
    else if (!broken.has(amendment.span.file))
      report(unknownPolicy({ name, near: nearest(name, policies.keys()), span: amendment.policy.span }));
  }
  return found;
}

/** Vocabularies that a policy takes names from, in any version. */
const inherits = (policy: Policy, amendments: readonly Amendment[]): readonly string[] =>
  [
    ...policy.items,
    ...amendments.flatMap((one) => one.changes.flatMap((change) => (change.kind === 'insert' ? [change.item] : []))),
  ].flatMap((item) => (item.kind === 'inherits' ? [item.from.text] : []));

/** Conditions of properties are read by the names of the latest version. */
function guardReader(
  laws: ReadonlyMap<string, readonly OpenLaw[]>,
): (guard: Parameters<typeof expectGuard>[0], policy: string) => { readonly guard?: Expr; readonly diagnostics: readonly Diagnostic[] } {
  return (condition, policy) => {
    const law = laws.get(policy)?.at(-1);
    if (!law) return { diagnostics: [] };
    const found: Diagnostic[] = [];
    const guard = expectGuard(condition, inside(siteAt({ ...law, report: (one) => found.push(one) }, policy, [])));
    return { ...(guard ? { guard } : {}), diagnostics: found };
  };
}

/** Files and policies may lead to one finding in two ways. */
function distinct(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter(({ code, labels, what }) => {
    const span = labels[0]?.span;
    const key = `${code}\u0000${span?.file}\u0000${span?.start}\u0000${span?.end}\u0000${what.zh}`;
    return !seen.has(key) && seen.add(key);
  });
}
