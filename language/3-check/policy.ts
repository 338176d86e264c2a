/** One policy with its amendments: the timeline, every version of the law, and what all versions share. */
import type { Citation } from '../2-syntax/nodes/declaration.ts';
import type { Amendment, Policy } from '../2-syntax/nodes/policy.ts';
import type { Span } from '../2-syntax/nodes/span.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { unchecked } from '../diagnostics/types.ts';
import type { AccumulatorModel, OpenPointId, PolicyModel, TimelineCellModel, VersionModel } from '../model/types.ts';
import type { Ladder } from './analyses/ladder.ts';
import { inheritedLines } from './analyses/law-lines.ts';
import type { Quotation, Source } from './analyses/quotation.ts';
import { checkQuotation } from './analyses/quotation.ts';
import { buildTimeline } from './analyses/timeline.ts';
import type { AmendmentInForce, EffectivePolicy, Timeline } from './analyses/timeline-types.ts';
import type { CitationRegistry } from './citations.ts';
import { citationModel, citationRegistry } from './citations.ts';
import type { OpenLaw } from './law.ts';
import type { Layers } from './layers.ts';
import { checkAgreement, referencesIn, unionOfReferences } from './layers.ts';
import { toldHere } from './misfit.ts';
import type { PointRegistry } from './points.ts';
import { openRegistry } from './points.ts';
import type { Settings } from './settings.ts';
import { PERSON, readSettings } from './settings.ts';
import type { SymbolRecorder } from './symbols.ts';
import { symbolsWithin } from './symbols.ts';
import { date } from './types.ts';
import { unionOfAccumulators, unionOfInputs, unionOfLists, unionOfPayers } from './union.ts';
import type { CheckedVersion } from './version.ts';
import { checkVersion, quietLaw } from './version.ts';

/** What surrounds a policy. */
export interface Surroundings {
  readonly ladder: Ladder;
  /** What was found above, by places; undefined when a block above has an error, and what follows from it is not told again. */
  readonly saidAbove: ReadonlySet<string> | undefined;
  /** The block in whose text, or in whose amendment, a place is. */
  readonly ownerOf: (span: Span) => string;
  /** Where the quotes of the blocks above stand in their documents. */
  readonly foundAbove: Quotation['found'];
  readonly sources: readonly Source[];
  readonly texts: ReadonlyMap<string, string>;
  readonly symbols: SymbolRecorder;
  /** Policies that 引用 may name; those before this one have been checked. */
  readonly layers: Layers;
}

export interface CheckedPolicy {
  /** Absent when the policy, an amendment or anything they use has an error. */
  readonly model?: PolicyModel;
  readonly diagnostics: readonly Diagnostic[];
  /** Every version that could be laid out, the last one last. */
  readonly laws: readonly OpenLaw[];
  /** Those of which it is known what they hold, also when the policy has errors. */
  readonly accumulators: readonly AccumulatorModel[];
  /** Whether what takes from it can be right: nothing in it has an error. A policy that is 只供继承 is sound without a model. */
  readonly sound: boolean;
  readonly found: Quotation['found'];
  /** What its own text quotes, also when it has no model. */
  readonly cited: Quotation['cited'];
}

/** Checks a policy in every version of its timeline. */
export function checkPolicy(policy: Policy, amendments: readonly Amendment[], around: Surroundings): CheckedPolicy {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => {
    diagnostics.push(diagnostic);
  };
  const isOwn = (span: Span): boolean => around.ownerOf(span) === policy.name.text;
  const points = openRegistry();
  const citations = citationRegistry();
  const settings = readSettings(policy, inheritedLines(policy, around.ladder), points, report);
  const timeline = buildTimeline(policy, amendments, around.texts, around.ladder);
  diagnostics.push(...timeline.diagnostics.filter(({ code }) => settings.dated || code !== 'timeline/no-day'));
  const laidOut = timeline.undated ? [timeline.undated] : timeline.versions;
  const days = dayPoints(timeline, points);
  const inVersions: Diagnostic[] = [];
  const shared = {
    policy: policy.name.text,
    settings,
    points,
    citations,
    symbols: symbolsWithin(around.symbols, isOwn),
    report: (one: Diagnostic) => void inVersions.push(one),
    ownerOf: around.ownerOf,
    layers: around.layers,
  };
  const quiet = new Map<EffectivePolicy, OpenLaw>();
  const quietly = (effective: EffectivePolicy): OpenLaw => {
    const law = quiet.get(effective) ?? quietLaw(effective, shared);
    quiet.set(effective, law);
    return law;
  };
  const versions = laidOut.map((effective, index) => ({
    effective,
    checked: checkVersion(effective, shared, (law) =>
      (timeline.columns.get(index) ?? []).map(({ from, versions: some, open }) => ({
        ...(from ? { from } : {}),
        laws: some.flatMap((one) => (one === index ? [law] : laidOut[one] ? [quietly(laidOut[one])] : [])),
        reasons: open.flatMap((node) => (node.kind === 'open' ? [node.reason.text] : [])),
      })),
    ),
  }));
  diagnostics.push(...atOnePlace(inVersions).flatMap((one) => toldHere(one, isOwn, laidOut, around.saidAbove)));
  const quotation = checkQuotation(policy, amendments, around.sources);
  diagnostics.push(...quotation.diagnostics);
  const all = versions.map((one) => one.checked);
  const inputs = unionOfInputs(all, report);
  const accumulators = unionOfAccumulators(all, report);
  const laws = all.map((one) => one.law);
  checkAgreement({ inputs, entry: settings.entry, bill: all.at(-1)?.bill }, referencesIn(policy, amendments), around.layers, report);
  recordDocuments(policy.name.text, laidOut, citations, shared.symbols);
  const found: Quotation['found'] = (citation) => quotation.found(citation) ?? around.foundAbove(citation);
  const refused = diagnostics.some((one) => one.severity === 'error');
  const whole = all.length > 0 && all.every((one) => one.whole);
  const silent = settings.inheritedOnly || around.saidAbove === undefined;
  if (!refused && !silent && !(whole && isComplete(settings))) report(unchecked({ name: policy.name.text, span: policy.name.span }));
  const sound = !refused && whole && around.saidAbove !== undefined;
  if (!sound || settings.inheritedOnly || !isComplete(settings))
    return { diagnostics, laws, accumulators, sound, found, cited: quotation.cited };
  const bill = all.at(-1)?.bill;
  const model: PolicyModel = {
    name: policy.name.text,
    area: settings.area,
    ...(settings.scheme === undefined ? {} : { scheme: settings.scheme }),
    ...(settings.schemePoint === undefined ? {} : { schemePoint: settings.schemePoint }),
    entry: settings.entry,
    versionDay: settings.versionDay.field.names[0]?.text ?? '',
    periodDay: settings.periodDay.field.names[0]?.text ?? '',
    subject: settings.subject?.field.names[0]?.text ?? PERSON,
    rounding: settings.rounding,
    onReversal: settings.onReversal,
    moneyLimit: settings.moneyLimit,
    ...(settings.booksOpen ? { booksOpen: settings.booksOpen } : {}),
    inputs,
    lists: unionOfLists(all, report),
    ...(bill ? { bill } : {}),
    payers: unionOfPayers(all),
    references: unionOfReferences(laws.map((law) => law.names)),
    accumulators,
    versions: versions.map(({ effective, checked }) => versionModel(effective, checked, citations, days)),
    timeline: timeline.cells.map((cell) => cellModel(cell, days)),
    points: points.points(),
    citations: [],
    unexpressed: unexpressedIn(timeline.versions),
    span: policy.span,
  };
  // Citations are numbered while versions are put together, so they are listed last.
  const listed = citations
    .citations()
    .map((citation) => ({ ...citationModel(citation, found(citation)), document: documentOf(citation, around) }));
  return { model: { ...model, citations: listed }, diagnostics, laws, accumulators, sound, found, cited: quotation.cited };
}

type Complete = Settings &
  Required<Pick<Settings, 'area' | 'entry' | 'versionDay' | 'periodDay' | 'rounding' | 'onReversal' | 'moneyLimit'>>;
const isComplete = (settings: Settings): settings is Complete =>
  [
    settings.area,
    settings.entry,
    settings.versionDay,
    settings.periodDay,
    settings.rounding,
    settings.onReversal,
    settings.moneyLimit,
  ].every((one) => one !== undefined);

/** One text gives the same finding in every version that contains it, if with another patient or day: the first is kept. */
function atOnePlace(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter(({ code, labels }) => {
    const key = `${code}\u0000${labels[0]?.span.file}\u0000${labels[0]?.span.start}\u0000${labels[0]?.span.end}`;
    return !seen.has(key) && seen.add(key);
  });
}

type Days = ReadonlyMap<Timeline['dayPoints'][number]['node'], OpenPointId>;

function dayPoints(timeline: Timeline, points: PointRegistry): Days {
  return new Map(
    timeline.dayPoints.map(({ node, address }) => {
      const reason = node.kind === 'open' || node.kind === 'assumed' ? node.reason.text : '';
      return [node, points.at({ address, reason, span: node.span, type: date, candidates: [] })];
    }),
  );
}

function versionModel(effective: EffectivePolicy, checked: CheckedVersion, citations: CitationRegistry, days: Days): VersionModel {
  return {
    ...checked.model,
    amendments: effective.amendments.map((one) => amendmentModel(one, citations)),
    assumes: effective.assumes.flatMap((node) => days.get(node) ?? []),
  };
}

function amendmentModel(
  { amendment, changes, effective, published, until }: AmendmentInForce,
  citations: CitationRegistry,
): VersionModel['amendments'][number] {
  const cited = [
    ...(changes.length === amendment.changes.length ? amendment.citations : []),
    ...changes.flatMap((change) => ('citations' in change ? change.citations : [])),
  ];
  return {
    ...(effective ? { effective } : {}),
    ...(published ? { published } : {}),
    ...(until ? { until } : {}),
    span: amendment.span,
    citations: [...new Set(citations.ids(cited))],
  };
}

function cellModel({ open, knownAssumes, ...cell }: Timeline['cells'][number], days: Days): TimelineCellModel {
  const point = open.flatMap((node) => days.get(node) ?? [])[0];
  const relied = [...new Set(knownAssumes.flatMap((node) => days.get(node) ?? []))];
  return { ...cell, ...(point === undefined ? {} : { point }), ...(relied.length === 0 ? {} : { knownAssumes: relied }) };
}

function unexpressedIn(versions: readonly EffectivePolicy[]): PolicyModel['unexpressed'] {
  const found = new Map<string, PolicyModel['unexpressed'][number]>();
  for (const item of versions.flatMap((version) => version.items))
    if (item.kind === 'unexpressed')
      found.set(`${item.span.file}:${item.span.start}`, { sentence: item.sentence.text, why: item.why.text, span: item.span });
  return [...found.values()];
}

/** 依据 declares the aliases that 出处 lines name. */
function recordDocuments(policy: string, versions: readonly EffectivePolicy[], citations: CitationRegistry, symbols: SymbolRecorder): void {
  const documents = new Map(
    versions.flatMap((version) =>
      version.items.flatMap((item) => (item.kind === 'document' ? [[item.alias.text, item.alias] as const] : [])),
    ),
  );
  for (const alias of documents.values()) symbols.declare({ kind: 'document', name: alias.text, span: alias.span, owner: policy });
  for (const { document: cited } of citations.citations()) {
    const alias = documents.get(cited.text);
    if (alias) symbols.refer(cited, { name: alias.text, span: alias.span });
  }
}

/** The file of a citation, as 依据 says in the policy in whose text it stands: two policies may use one alias for two documents. */
function documentOf({ document: alias, span }: Citation, { ladder, ownerOf }: Surroundings): string {
  const rung = ladder.get(ownerOf(span));
  const items = [
    ...(rung?.block.items ?? []),
    ...(rung?.amendments ?? []).flatMap((one) => one.changes.flatMap((change) => (change.kind === 'insert' ? [change.item] : []))),
  ];
  const line = items.find((item) => item.kind === 'document' && item.alias.text === alias.text);
  return line?.kind === 'document' ? line.file.text : alias.text;
}
