/** Scenarios, properties and reconciliations: what stands beside the policies, checked against those that have no error. */
import type { Amendment, Policy, TopLevel } from '../2-syntax/nodes/policy.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { CitationModel, Expr, Model, PolicyModel } from '../model/types.ts';
import { checkExampleQuotes, type Source } from './analyses/quotation.ts';
import { expectGuard } from './guard.ts';
import type { OpenLaw } from './law.ts';
import type { Memory } from './memory.ts';
import { recordMentions } from './mentions.ts';
import { checkProperty } from './property.ts';
import { checkReconciliation } from './reconciliation.ts';
import { checkScenario, concernedBy } from './scenario.ts';
import { inside, siteAt } from './site.ts';
import type { SymbolRecorder } from './symbols.ts';
import { recordSymbols } from './symbols.ts';

/** The blocks, and what was found of the policies among them. */
export interface Policies {
  readonly blocks: readonly TopLevel[];
  readonly policies: ReadonlyMap<string, Policy>;
  readonly amendments: ReadonlyMap<string, readonly Amendment[]>;
  /** Of those without errors. */
  readonly models: ReadonlyMap<string, PolicyModel>;
  readonly laws: ReadonlyMap<string, readonly OpenLaw[]>;
  /** Files that could not be read whole. */
  readonly broken: ReadonlySet<string>;
  readonly onlyInherited: readonly string[];
}

/** Texts of rules by path, and the documents, also as a flat list of paths and texts. */
interface Texts {
  readonly texts: ReadonlyMap<string, string>;
  readonly sources: readonly Source[];
  readonly documents: readonly string[];
}

/** Checks those blocks and records what their names stand for. */
export function checkBeside(
  { blocks, policies, amendments, models, laws, broken, onlyInherited }: Policies,
  { texts, sources, documents }: Texts,
  symbols: SymbolRecorder,
  memory: Memory,
): { readonly model: Omit<Model, 'policies'>; readonly diagnostics: readonly Diagnostic[]; readonly cited: readonly CitationModel[] } {
  const diagnostics: Diagnostic[] = [];
  const cited: CitationModel[] = [];
  const places = new Map([...policies].map(([name, policy]) => [name, { name, span: policy.name.span }] as const));
  for (const block of blocks) {
    if (block.kind === 'vocabulary' || block.kind === 'policy' || block.kind === 'reconciliation') continue;
    const of = laws.get(block.policy.text) ?? [];
    const mentioned = memory.mentions(block, [policies.get(block.policy.text), ...of], () => {
      const record = recordSymbols(texts);
      recordMentions(block, places, () => of.map((law) => law.names).reverse(), record);
      return record.symbols();
    });
    symbols.take(mentioned);
  }
  const names = [...policies.keys()];
  const context = {
    policies: names.flatMap((name) => models.get(name) ?? []),
    declared: names,
    onlyInherited,
    readGuard: guardReader(laws),
  };
  const known = [names.join('\n'), onlyInherited.join('\n')];
  const scenarios = of(blocks, 'scenario').map((node) => ({
    node,
    ...memory.scenario(node, [...known, ...concernedBy(node, models)], () => checkScenario(node, context)),
  }));
  const properties = of(blocks, 'property').map((node) => ({ node, ...checkProperty(node, context) }));
  for (const one of [...scenarios, ...properties]) if (!broken.has(one.node.span.file)) diagnostics.push(...one.diagnostics);
  for (const { node } of scenarios) {
    const policy = policies.get(node.policy.text);
    if (!policy || broken.has(node.span.file)) continue;
    const own = amendments.get(node.policy.text) ?? [];
    const quoted = memory.quotes(node, [policy, ...own, ...documents], () => checkExampleQuotes(node.citations, policy, own, sources));
    cited.push(...quoted.cited);
    diagnostics.push(...quoted.diagnostics);
  }
  for (const node of of(blocks, 'reconciliation')) if (!broken.has(node.span.file)) diagnostics.push(...checkReconciliation(node, sources));
  return {
    model: {
      scenarios: scenarios.flatMap((one) => (one.scenario && !broken.has(one.node.span.file) ? [one.scenario] : [])),
      properties: properties.flatMap((one) => (one.property && !broken.has(one.node.span.file) ? [one.property] : [])),
    },
    diagnostics,
    cited,
  };
}

const of = <K extends TopLevel['kind']>(blocks: readonly TopLevel[], kind: K): readonly Extract<TopLevel, { readonly kind: K }>[] =>
  blocks.filter((block): block is Extract<TopLevel, { readonly kind: K }> => block.kind === kind);

/** Expressions that one guard may need; it takes nothing from what the policy has. */
const GUARD_PARTS = 20_000;

/** Conditions of properties are read by the names of the latest version. */
function guardReader(
  laws: ReadonlyMap<string, readonly OpenLaw[]>,
): (guard: Parameters<typeof expectGuard>[0], policy: string) => { readonly guard?: Expr; readonly diagnostics: readonly Diagnostic[] } {
  return (condition, policy) => {
    const law = laws.get(policy)?.at(-1);
    if (!law) return { diagnostics: [] };
    const found: Diagnostic[] = [];
    const guard = expectGuard(
      condition,
      inside(siteAt({ ...law, budget: { left: GUARD_PARTS }, report: (one) => found.push(one) }, policy, [])),
    );
    return { ...(guard ? { guard } : {}), diagnostics: found };
  };
}
