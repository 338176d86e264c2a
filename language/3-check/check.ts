/**
 * Syntax trees → the checked model. The order of checks: every block by its name; vocabularies; each policy in every version of its timeline;
 * then scenarios and properties against the policies that have no error. From here on nothing is untyped.
 *
 * A tree that could not be read whole feeds the editor (names, outline) but never the model, and what it leads to is not reported: its own
 * findings come first.
 */

import type { Amendment, Policy, TopLevel, Vocabulary } from '../2-syntax/nodes/policy.ts';
import type { Span } from '../2-syntax/nodes/span.ts';
import type { ParseResult } from '../2-syntax/parse.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { inheritRing } from '../diagnostics/ladder.ts';
import { layerUnfinished } from '../diagnostics/layers.ts';
import { blockTwice } from '../diagnostics/settings.ts';
import { unknownPolicy } from '../diagnostics/timeline.ts';
import type { CitationModel, Model, PolicyModel } from '../model/types.ts';
import type { Workspace } from '../model/workspace.ts';
import { inheritLines, type Ladder, type Rung, rungsAbove } from './analyses/ladder.ts';
import type { Quotation } from './analyses/quotation.ts';
import { checkBeside } from './beside.ts';
import type { OpenLaw } from './law.ts';
import { inLayerOrder, type KnownLayer, referencesIn } from './layers.ts';
import { createMemory, type Memory } from './memory.ts';
import { placeOf } from './misfit.ts';
import { nearest } from './near.ts';
import { checkOverrides } from './overrides.ts';
import { type CheckedPolicy, checkPolicy } from './policy.ts';
import type { SymbolRecorder, Symbols } from './symbols.ts';
import { recordSymbols } from './symbols.ts';
import { checkVocabulary } from './vocabulary.ts';

/** What checking gives. */
export interface Checked {
  /** Policies with errors are not in it, nor what is about them. */
  readonly model: Model;
  /** Findings of reading and of checking, each once. */
  readonly diagnostics: readonly Diagnostic[];
  readonly symbols: Symbols;
  /** What policies, their amendments and examples quote and where it stands, also of those that have no model. */
  readonly cited: readonly CitationModel[];
}

/** Checks everything that is open together. With the `memory` of an earlier check only what changed since is looked at again. */
export function check(workspace: Workspace, trees: readonly ParseResult[], memory: Memory = createMemory()): Checked {
  const diagnostics: Diagnostic[] = trees.flatMap((one) => one.diagnostics);
  const report = (diagnostic: Diagnostic): void => {
    diagnostics.push(diagnostic);
  };
  const texts = new Map(workspace.files.map(({ path, text }) => [path, text] as const));
  const broken = new Set(trees.filter(({ tree }) => !tree.complete).map(({ tree }) => tree.file));
  const blocks = trees.flatMap(({ tree }) => tree.items);
  const symbols = recordSymbols(texts);

  const vocabularies = byName(of(blocks, 'vocabulary'), ['词汇', 'vocabularies'], report);
  const policies = byName(of(blocks, 'policy'), ['政策', 'policies'], report);
  const amendments = amendmentsOf(of(blocks, 'amendment'), policies, broken, report);
  const rungs = new Map<string, Rung>(
    [...vocabularies, ...policies].map(([name, block]) => [name, { block, amendments: amendments.get(name) ?? [] }]),
  );
  const { ladder, order, rings } = ladderOf(rungs, vocabularies);
  diagnostics.push(...rings);
  const ownerOf = ownersOf(blocks);
  const checkedBlocks = new Map<string, Told>();
  for (const vocabulary of vocabularies.values()) {
    const found: Diagnostic[] = [];
    checkVocabulary(vocabulary, (one) => found.push(one), symbols);
    const unread = broken.has(vocabulary.span.file);
    const sound = !unread && found.every((one) => one.severity !== 'error');
    checkedBlocks.set(vocabulary.name.text, { sound, places: found.map(placeOf), found: nowhere });
    if (!unread) diagnostics.push(...found);
  }

  const models = new Map<string, PolicyModel>();
  const laws = new Map<string, readonly OpenLaw[]>();
  const layers = new Map<string, KnownLayer>(
    [...policies].map(
      ([
        name,
        {
          name: { span },
        },
      ]) => [name, { name, span }],
    ),
  );
  const { order: inTurn, mutual } = inLayerOrder(
    order,
    (name) => amendments.get(name) ?? [],
    (name) => inheritLines(rungs.get(name) as Rung).map(({ from }) => from.text),
    report,
  );
  const documents = workspace.documents.flatMap(({ path, text }) => [path, text]);
  const rungNames = [...rungs.keys()].join('\n');
  const onlyInherited: string[] = [];
  const cited: CitationModel[] = [];
  /** A policy with everything that its check follows from, and how it is checked. */
  const about = (policy: Policy) => {
    const name = policy.name.text;
    const own = amendments.get(name) ?? [];
    const over = rungsAbove(name, ladder);
    const above = over.flatMap(({ block }) => checkedBlocks.get(block.name.text) ?? []);
    const lines = [{ block: policy, amendments: own }, ...over].flatMap((rung) => referencesIn(rung.block, rung.amendments));
    const from = () => [
      ...[policy, ...own, ...over.flatMap((rung) => [rung.block, ...rung.amendments])],
      ...above.flatMap(({ sound, found }) => [sound, found]),
      ...lines.flatMap((line) => [...Object.values(layers.get(line.from.text) ?? {})]),
      ...documents,
      rungNames,
    ];
    const look = (record: SymbolRecorder): CheckedPolicy =>
      checkPolicy(policy, own, {
        ladder,
        saidAbove: above.every(({ sound }) => sound) ? new Set(above.flatMap((one) => one.places)) : undefined,
        ownerOf,
        foundAbove: (citation) => above.map((one) => one.found(citation)).find((place) => place !== undefined),
        sources: workspace.documents,
        texts,
        symbols: record,
        layers,
      });
    const checkedAs = (called: string) =>
      memory.policy(called, from(), () => {
        const record = recordSymbols(texts);
        const found = look(record);
        return { checked: found, symbols: record.symbols() };
      });
    return { name, own, over, above, lines, checkedAs };
  };
  /** Where policies read one another's cells, what cells there are is known before anything of the later one is told. */
  const meetEarly = (name: string): void => {
    const policy = policies.get(name);
    const known = layers.get(name);
    if (!policy || !known || known.model || known.accumulators) return;
    const { laws: early, accumulators } = about(policy).checkedAs(`${name}\u0000cells`).checked;
    const names = early.at(-1)?.names;
    layers.set(name, { ...known, accumulators, laws: early, ...(names ? { names } : {}) });
  };
  for (const policy of inTurn) {
    const { name, own, over, lines, checkedAs } = about(policy);
    symbols.declare({ kind: 'policy', name, span: policy.name.span });
    for (const line of lines) if (mutual(name, line.from.text)) meetEarly(line.from.text);
    const { checked, symbols: named } = checkedAs(name);
    symbols.take(named);
    const differing = checkOverrides(
      checked.laws.at(-1),
      (from) => laws.get(from)?.at(-1),
      inheritLines({ block: policy, amendments: own }),
    );
    laws.set(name, checked.laws);
    cited.push(...checked.cited);
    const unread = [{ block: policy, amendments: own }, ...over].some((rung) =>
      [rung.block, ...rung.amendments].some((block) => broken.has(block.span.file)),
    );
    const sound = checked.sound && differing.length === 0 && !unread;
    checkedBlocks.set(name, { sound, places: checked.diagnostics.map(placeOf), found: checked.found });
    if (policy.items.some((item) => item.kind === 'entry' && item.law === 'inheritedOnly')) onlyInherited.push(name);
    if (unread) continue;
    diagnostics.push(...firstCause(checked.diagnostics), ...differing);
    if (!checked.model || !sound) continue;
    models.set(name, checked.model);
    const names = checked.laws.at(-1)?.names;
    layers.set(name, { name, span: policy.name.span, model: checked.model, laws: checked.laws, ...(names ? { names } : {}) });
  }

  memory.settle();
  // Whoever reads cells of a policy that then turned out to have errors cannot be settled either.
  for (let left = -1; left !== models.size; ) {
    left = models.size;
    for (const policy of inTurn) {
      const lines = referencesIn(policy, amendments.get(policy.name.text) ?? []);
      const unfinished = lines.find(({ from }) => mutual(policy.name.text, from.text) && !models.has(from.text));
      if (!unfinished || !models.delete(policy.name.text)) continue;
      report(layerUnfinished({ name: unfinished.from.text, span: unfinished.from.span }));
    }
  }
  const beside = checkBeside(
    { blocks, policies, amendments, models, laws, broken, onlyInherited },
    { texts, sources: workspace.documents, documents },
    symbols,
    memory,
  );
  return {
    model: { policies: [...policies.keys()].flatMap((name) => models.get(name) ?? []), ...beside.model },
    diagnostics: distinct([...diagnostics, ...beside.diagnostics]),
    symbols: symbols.symbols(),
    cited: [...cited, ...beside.cited],
  };
}

/** A vocabulary quotes nothing. */
const nowhere = (): undefined => undefined;

/** What follows by itself when the text that a policy takes its names from is not at hand. */
const FOLLOWS = new Set([
  'stays/no-day-field',
  'stays/no-item-day',
  'inputs/no-bill',
  'inputs/no-person',
  'settings/not-a-date-field',
  'names/unknown',
]);

const firstCause = (found: readonly Diagnostic[]): readonly Diagnostic[] =>
  found.some(({ code }) => code === 'names/unknown-vocabulary') ? found.filter(({ code }) => !FOLLOWS.has(code)) : found;

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

/** What is known of a block when those that take from it are checked. */
interface Told {
  readonly sound: boolean;
  /** Of its findings. */
  readonly places: readonly string[];
  readonly found: Quotation['found'];
}

/** In whose text, or in whose amendment, a place is. */
function ownersOf(blocks: readonly TopLevel[]): (span: Span) => string {
  const byFile = new Map<string, { readonly span: Span; readonly owner: string }[]>();
  for (const block of blocks) {
    if (block.kind !== 'vocabulary' && block.kind !== 'policy' && block.kind !== 'amendment') continue;
    const owner = block.kind === 'amendment' ? block.policy.text : block.name.text;
    byFile.set(block.span.file, [...(byFile.get(block.span.file) ?? []), { span: block.span, owner }]);
  }
  return ({ file, start, end }) => byFile.get(file)?.find(({ span }) => span.start <= start && end <= span.end)?.owner ?? '';
}

/** Every block that names can be taken from, and the policies in an order in which each comes after those above it. */
function ladderOf(
  rungs: Ladder,
  vocabularies: ReadonlyMap<string, Vocabulary>,
): { readonly ladder: Ladder; readonly order: readonly Policy[]; readonly rings: readonly Diagnostic[] } {
  const order: Policy[] = [];
  const rings: Diagnostic[] = [];
  const state = new Map<string, 'open' | 'done'>();
  const visit = (name: string, path: readonly string[]): void => {
    const rung = rungs.get(name);
    if (!rung || vocabularies.has(name) || state.get(name) === 'done') return;
    state.set(name, 'open');
    for (const line of inheritLines(rung)) {
      const from = line.from.text;
      if (state.get(from) !== 'open') visit(from, [...path, name]);
      else rings.push(inheritRing({ ring: [...[...path, name].slice([...path, name].indexOf(from)), from], span: line.from.span }));
    }
    state.set(name, 'done');
    if (rung.block.kind === 'policy') order.push(rung.block);
  };
  for (const name of rungs.keys()) visit(name, []);
  return { ladder: rungs, order, rings };
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
