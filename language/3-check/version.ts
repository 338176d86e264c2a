/** One version of a policy as a whole: names, then every definition, then the questions that need all of them. */

import type { Order } from '../2-syntax/nodes/declaration.ts';
import type { Item } from '../2-syntax/nodes/policy.ts';
import type { Span } from '../2-syntax/nodes/span.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { cycle } from '../diagnostics/names.ts';
import { noAmount, noName } from '../diagnostics/postings.ts';
import { splitTwice } from '../diagnostics/stays.ts';
import type {
  AccumulatorModel,
  DefinitionModel,
  EligibilityModel,
  Expr,
  InputModel,
  ListModel,
  PayerModel,
  PolicyModel,
  VersionModel,
} from '../model/types.ts';
import { checkEntry, checkFeeder } from './accumulator.ts';
import { children } from './analyses/children.ts';
import { conditionOf } from './analyses/condition.ts';
import { findTies } from './analyses/precedence.ts';
import { readingConditions } from './analyses/reading.ts';
import type { EffectivePolicy } from './analyses/timeline-types.ts';
import { checkTotality } from './analyses/totality.ts';
import type { Stretch } from './as-of.ts';
import { checkAssertion } from './assertion.ts';
import { checkComputed, computedReads } from './computed.ts';
import type { Lookup } from './constant.ts';
import { checkConstraint } from './constraint.ts';
import { declareNames, recordDeclarations } from './declare.ts';
import { checkEntryLines } from './entry.ts';
import type { CoreEligibility, CoreItem } from './forms/core.ts';
import { expandItems } from './forms/expand.ts';
import { expectGuard } from './guard.ts';
import { computedItems } from './item-field.ts';
import type { OpenLaw, Shared } from './law.ts';
import { openLaw } from './law.ts';
import { referenceEntities } from './layers.ts';
import { inDependenceOrder } from './order.ts';
import { checkPlausible } from './plausible.ts';
import { paysForPerson } from './posting.ts';
import { checkPostingOrder, readOrders } from './posting-order.ts';
import { dependencies } from './reads.ts';
import { reportSettings } from './setting-names.ts';
import { PERSON } from './settings.ts';
import { inside, siteAt } from './site.ts';
import { checkJoin, checkSplit } from './stay.ts';
import { recordSymbols } from './symbols.ts';
import { bool } from './types.ts';
import { gather } from './vocabulary.ts';

export interface CheckedVersion {
  readonly model: Omit<VersionModel, 'amendments' | 'assumes'>;
  readonly inputs: readonly InputModel[];
  readonly lists: readonly ListModel[];
  readonly payers: readonly PayerModel[];
  readonly accumulators: readonly AccumulatorModel[];
  readonly bill: PolicyModel['bill'];
  /** False when a part is missing from the model because it has a finding. */
  readonly whole: boolean;
  /** For conditions read later, such as the guard of a 性质. */
  readonly law: OpenLaw;
}

type Of<K extends CoreItem['kind']> = Extract<CoreItem, { readonly kind: K }>;
const of = <K extends CoreItem['kind']>(core: readonly CoreItem[], kind: K): readonly Of<K>[] =>
  core.filter((item): item is Of<K> => item.kind === kind);

/** The law of a version that is only read from another: what it has to say of itself is said when it is checked. */
export function quietLaw(effective: EffectivePolicy, shared: Shared): OpenLaw {
  const quiet = { ...shared, report: () => undefined, symbols: recordSymbols(new Map()) };
  const core = expandItems(effective.items).items;
  const declared = gather(effective.items, effective.inherited, shared.ownerOf, quiet.report, quiet.symbols);
  const names = declareNames(
    shared.policy,
    effective.items,
    core,
    declared,
    identityOf(quiet),
    new Set(),
    referenceEntities(quiet.policy, effective.items, quiet.layers, quiet.report, quiet.symbols),
    effective.amendments,
    quiet.report,
    quiet.symbols,
  );
  return openLaw(quiet, names, core, effective);
}

/** Checks the items in force in one version. */
export function checkVersion(effective: EffectivePolicy, shared: Shared, stretches?: (law: OpenLaw) => readonly Stretch[]): CheckedVersion {
  const { report, symbols, policy } = shared;
  const expansion = expandItems(effective.items);
  for (const diagnostic of expansion.diagnostics) report(diagnostic);
  const core = expansion.items;
  const unwritten = unwrittenPayments(effective.items);
  for (const diagnostic of unwritten) report(diagnostic);
  const declared = gather(effective.items, effective.inherited, shared.ownerOf, report, symbols);
  const bill = declared.bill && {
    total: declared.bill.node.total.name.text,
    parts: declared.bill.node.parts.map((part) => part.name.text),
  };
  const names = declareNames(
    policy,
    effective.items,
    core,
    declared,
    identityOf(shared),
    unfinishedIn(effective.items, expansion.diagnostics),
    referenceEntities(shared.policy, effective.items, shared.layers, report, symbols),
    effective.amendments,
    report,
    symbols,
  );
  const law: OpenLaw = openLaw(shared, names, core, effective, stretches && (() => stretches(law)));
  reportSettings(shared, law, declared.bill !== undefined);
  checkEntryLines(effective.items, entryAround(shared, names, declared.bill?.node.total.name.span));
  let whole = law.settle() && unwritten.length === 0;
  recordDeclarations(law);
  for (const { line, offers } of effective.inherited)
    for (const { text } of line.overrides) {
      const [own, above] = [names.entities.get(text)?.span, offers.get(text)];
      if (own && above) symbols.replace({ own, above });
    }
  const definitions = law.models();
  const lookup: Lookup = (address) => definitions.get(address);
  const note = <T>(part: T | undefined): readonly T[] => {
    if (part === undefined) whole = false;
    return part === undefined ? [] : [part];
  };

  const constraints = declared.constraints.flatMap((one) => note(checkConstraint(one, law)));
  const guards = new Map(of(core, 'coreBenefit').map((item) => [item.fits, item] as const));
  for (const made of of(core, 'formDefinition')) {
    if (!guards.has(made.address) || made.value.kind === 'cross' || made.value.kind === 'list') continue;
    if (!expectGuard(made.value, siteAt(law, made.address, []))) whole = false;
  }
  // The line that says of what kind the cells are stands before those that feed them too.
  const feeders = of(core, 'accumulator').toSorted((a, b) => Number(a.also ?? false) - Number(b.also ?? false));
  const opens = shared.settings.booksOpen !== undefined;
  const entries = feeders.flatMap((node) => note(node.also && !checkFeeder(node, law) ? undefined : checkEntry(node, law, opens)));
  const joins = of(core, 'joinStay').flatMap((node) => note(checkJoin(node, law)));
  const [splitNode, otherSplit] = of(core, 'splitStay');
  if (splitNode && otherSplit) report(splitTwice({ span: otherSplit.span, first: splitNode.span }));
  const splits = splitNode ? note(checkSplit(splitNode, law, law.periodDay ?? '')) : [];
  const before = readOrders(of(core, 'order') satisfies readonly Order[], law);
  const itemwise = computedItems(law).flatMap(note);
  const nodes = [...definitions.values()];
  for (const node of nodes) checkPlausible(node, lookup, report);
  const direct = computedReads(new Map(nodes.map((node) => [node.address, dependencies(node)] as const)), bill, nodes);
  if (!checkComputed(nodes, direct, law)) whole = false;
  const { order, rings } = inDependenceOrder(nodes, ({ address }) => [...(direct.get(address) ?? []), ...(before.get(address) ?? [])]);
  for (const ring of rings)
    report(
      cycle({
        ring: ring.map((one) => ({
          name: one.address,
          span: (names.computed.get(one.address) ?? names.entities.get(one.address))?.span ?? one.span,
        })),
        takesPersonal: ring.some(({ value }) => readsPersonal(value)),
      }),
    );
  if (rings.length > 0) whole = false;

  const exist = constraints.map(({ holds }) => conditionOf(holds, lookup));
  const eligibility = (rule: CoreEligibility): EligibilityModel => ({
    name: rule.name,
    condition: { kind: 'definition', address: rule.address, type: bool, span: rule.span },
    reason: rule.reason.text,
    span: rule.span,
    citations: law.citations.ids(rule.citations),
  });
  const rules = of(core, 'coreEligibility');
  const dues = of(core, 'formDefinition').filter(({ form }) => form.kind === 'due');
  if (rings.length === 0) {
    const formulas = [
      ...rules.map((rule) => ({ value: eligibility(rule).condition })),
      ...constraints.map((one) => ({ value: one.holds })),
      ...itemwise.map(({ value }) => ({ value })),
      ...entries.flatMap(({ guard, value, keys }) => [{ value: guard }, ...[value, ...keys].map((one) => ({ value: one, guard }))]),
    ];
    analyse(law, order, formulas, exist, lookup);
    const contenders = of(core, 'formPosting').map((posting) => ({
      address: posting.address,
      guard: posting.guard && expectGuard(posting.guard, inside(siteAt(law, posting.address, []))),
      stacks: posting.stacks === true,
      span: names.entities.get(posting.address)?.span ?? posting.span,
      item:
        effective.items.find(
          ({ span }) => span.file === posting.span.file && span.start <= posting.span.start && span.end >= posting.span.end,
        )?.span ?? posting.span,
    }));
    checkPostingOrder(contenders, definitions, direct, before, exist, lookup, law);
  }
  for (const assertion of of(core, 'assertion')) checkAssertion(assertion, law, lookup, effective.id);

  return {
    model: {
      id: effective.id,
      definitions: order,
      postings: order.filter((one) => one.posting).map((one) => one.address),
      dues: dues.map((one) => one.address),
      entries,
      splits,
      joins,
      eligibility: rules.filter((rule) => rule.benefit === undefined).map(eligibility),
      benefits: [
        ...of(core, 'coreBenefit').map((item) => ({
          name: item.name,
          applies: item.applies,
          fits: item.fits,
          eligibility: rules.filter((rule) => rule.benefit === item.name).map(eligibility),
        })),
        // A payment outside any 待遇 is a benefit too, also when it comes to 0; an account only pays the person's share.
        // What is due says whether a contribution is for this event, not who pays it.
        ...dues.map(({ address }) => ({ name: address, applies: `${address}.用`, fits: `${address}.用`, eligibility: [] })),
        ...of(core, 'formPosting').flatMap((item) =>
          item.applies !== undefined && dues.length === 0 && paysForPerson(item, names.entities)
            ? [{ name: item.address, applies: item.applies, fits: item.applies, eligibility: [] }]
            : [],
        ),
      ],
      constraints,
      computed: order.filter(({ form }) => form.kind === 'computed').map(({ address }) => address),
      computedItems: itemwise,
    },
    lists: [...names.entities.values()].flatMap((entity) => (entity.kind === 'list' ? [entity.list] : [])),
    inputs: [...names.entities.values()].flatMap((entity) => (entity.kind === 'input' ? [entity.input] : [])),
    payers: [...names.entities.values()].flatMap((entity) => (entity.kind === 'payer' ? [entity.payer] : [])),
    accumulators: [...names.entities.values()].flatMap((entity): AccumulatorModel[] => {
      const type = entity.kind === 'accumulator' ? law.accumulatorType(entity.name) : undefined;
      if (entity.kind !== 'accumulator' || !type) return [];
      const { name, node, of: cells } = entity;
      const elsewhere = cells ? { of: { policy: cells.policy, name: node.name.text } } : {};
      return [{ name, how: type.how, type: type.type, keyTypes: type.keys.map((key) => key.type), ...elsewhere, span: node.span }];
    }),
    bill,
    whole,
    law,
  };
}

/** What the lines of an entry are checked against; a policy without an entry has that finding already. */
const entryAround = (
  { settings, report }: Shared,
  { entities }: OpenLaw['names'],
  bill: Span | undefined,
): Parameters<typeof checkEntryLines>[1] => ({
  entry: settings.entry ?? 'settlement',
  payers: [...entities.values()].flatMap((entity) => (entity.kind === 'payer' ? [entity.payer] : [])),
  bill,
  report,
});

/** The fields that say whose event it is, and which days choose law and period. */
const identityOf = ({ settings }: Shared): readonly (string | undefined)[] => [
  settings.subject?.field.names[0]?.text ?? PERSON,
  settings.versionDay?.field.names[0]?.text,
  settings.periodDay?.field.names[0]?.text,
];

/** A payment outside a benefit is written out by nobody: it needs a name and an amount of its own. */
const unwrittenPayments = (items: readonly Item[]): readonly Diagnostic[] =>
  items.flatMap((item) => {
    if (item.kind !== 'posting') return [];
    return [...(item.name ? [] : [noName({ span: item.span })]), ...(item.value ? [] : [noAmount({ span: item.span })])];
  });

/** Benefits and guarantees with an error of their own form. */
function unfinishedIn(items: readonly Item[], diagnostics: readonly Diagnostic[]): ReadonlySet<string> {
  const errors = diagnostics.flatMap((one) => (one.severity === 'error' && one.labels[0] ? [one.labels[0].span] : []));
  const holds = ({ span }: Item): boolean => errors.some((at) => at.file === span.file && at.start >= span.start && at.end <= span.end);
  return new Set(items.flatMap((item) => ((item.kind === 'benefit' || item.kind === 'guarantee') && holds(item) ? [item.name.text] : [])));
}

/** Whether a formula reads 个人, which is known only when every fund has paid. */
const readsPersonal = (e: Expr): boolean => e.kind === 'personal' || children(e).some(readsPersonal);

/** Tables must be total, exceptions must not tie. */
function analyse(
  law: OpenLaw,
  definitions: readonly DefinitionModel[],
  formulas: Parameters<typeof readingConditions>[0]['formulas'],
  exist: readonly ReturnType<typeof conditionOf>[],
  lookup: Lookup,
): void {
  const read = readingConditions({ definitions, formulas }, lookup);
  const always = { kind: 'truth', value: true } as const;
  for (const draft of law.tables)
    for (const finding of checkTotality(draft, { exist, read: read.get(draft.address) ?? always }, lookup)) law.report(finding);
  for (const contest of law.contests)
    for (const finding of findTies({ ...contest, given: [...exist, read.get(contest.target) ?? always] }, lookup)) law.report(finding);
}
