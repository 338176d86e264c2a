/** One policy with its amendments: the timeline, every version of the law, and what all versions share. */
import type { Amendment, Policy, Vocabulary } from '../2-syntax/nodes/policy.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { unchecked } from '../diagnostics/types.ts';
import type { OpenPointId, PolicyModel, TimelineCellModel, VersionModel } from '../model/types.ts';
import type { Source } from './analyses/quotation.ts';
import { checkQuotation } from './analyses/quotation.ts';
import { buildTimeline } from './analyses/timeline.ts';
import type { AmendmentInForce, EffectivePolicy, Timeline } from './analyses/timeline-types.ts';
import type { CitationRegistry } from './citations.ts';
import { citationModel, citationRegistry } from './citations.ts';
import type { OpenLaw } from './law.ts';
import type { PointRegistry } from './points.ts';
import { openRegistry } from './points.ts';
import type { Settings } from './settings.ts';
import { readSettings } from './settings.ts';
import type { SymbolRecorder } from './symbols.ts';
import { date } from './types.ts';
import { unionOfAccumulators, unionOfInputs, unionOfPayers } from './union.ts';
import type { CheckedVersion } from './version.ts';
import { checkVersion } from './version.ts';

/** What surrounds a policy. */
export interface Surroundings {
  readonly vocabularies: ReadonlyMap<string, Vocabulary>;
  readonly sources: readonly Source[];
  readonly texts: ReadonlyMap<string, string>;
  readonly symbols: SymbolRecorder;
}

export interface CheckedPolicy {
  /** Absent when the policy, an amendment or anything they use has an error. */
  readonly model?: PolicyModel;
  readonly diagnostics: readonly Diagnostic[];
  /** Every version that could be laid out, the last one last. */
  readonly laws: readonly OpenLaw[];
}

/** Checks a policy in every version of its timeline. */
export function checkPolicy(policy: Policy, amendments: readonly Amendment[], around: Surroundings): CheckedPolicy {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => {
    diagnostics.push(diagnostic);
  };
  const points = openRegistry();
  const citations = citationRegistry();
  const settings = readSettings(policy, points, report);
  const timeline = settings.dated ? buildTimeline(policy, amendments, around.texts) : undated(policy);
  diagnostics.push(...timeline.diagnostics);
  const days = dayPoints(timeline, points);
  const inVersions: Diagnostic[] = [];
  const shared = {
    policy: policy.name.text,
    settings,
    points,
    citations,
    symbols: around.symbols,
    report: (one: Diagnostic) => void inVersions.push(one),
  };
  const versions = timeline.versions.map((effective) => ({ effective, checked: checkVersion(effective, around.vocabularies, shared) }));
  diagnostics.push(...atOnePlace(inVersions));
  const quotation = checkQuotation(policy, amendments, around.sources);
  diagnostics.push(...quotation.diagnostics);
  const all = versions.map((one) => one.checked);
  const inputs = unionOfInputs(all, report);
  const accumulators = unionOfAccumulators(all, report);
  const laws = all.map((one) => one.law);
  recordDocuments(policy.name.text, timeline.versions, citations, around.symbols);
  const refused = diagnostics.some((one) => one.severity === 'error');
  if (!refused && (all.length === 0 || all.some((one) => !one.whole) || !isComplete(settings)))
    report(unchecked({ name: policy.name.text, span: policy.name.span }));
  if (refused || !isComplete(settings) || all.length === 0 || all.some((one) => !one.whole)) return { diagnostics, laws };
  const bill = all.at(-1)?.bill;
  const model: PolicyModel = {
    name: policy.name.text,
    area: settings.area,
    ...(settings.scheme === undefined ? {} : { scheme: settings.scheme }),
    ...(settings.schemePoint === undefined ? {} : { schemePoint: settings.schemePoint }),
    entry: settings.entry,
    versionDay: settings.versionDay.field.names[0]?.text ?? '',
    periodDay: settings.periodDay.field.names[0]?.text ?? '',
    rounding: settings.rounding,
    onReversal: settings.onReversal,
    moneyLimit: settings.moneyLimit,
    ...(settings.booksOpen ? { booksOpen: settings.booksOpen } : {}),
    inputs,
    ...(bill ? { bill } : {}),
    payers: unionOfPayers(all),
    accumulators,
    versions: versions.map(({ effective, checked }) => versionModel(effective, checked, citations, days)),
    timeline: timeline.cells.map((cell) => cellModel(cell, days)),
    points: points.points(),
    citations: [],
    unexpressed: unexpressedIn(timeline.versions),
    span: policy.span,
  };
  const aliases = documentNames(timeline.versions);
  // Citations are numbered while versions are put together, so they are listed last.
  const cited = citations.citations().map((citation) => ({
    ...citationModel(citation, quotation.found(citation)),
    document: aliases.get(citation.document.text) ?? citation.document.text,
  }));
  return { model: { ...model, citations: cited }, diagnostics, laws };
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

/** Without 自 or 发布 there is no timeline, but the text can still be checked as it stands. */
const undated = (policy: Policy): Timeline => ({
  versions: [{ id: '', items: policy.items, amendments: [], provenance: new Map(), assumes: [] }],
  cells: [],
  dayPoints: [],
  diagnostics: [],
});

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
  { amendment, effective, published, until }: AmendmentInForce,
  citations: CitationRegistry,
): VersionModel['amendments'][number] {
  const cited = [...amendment.citations, ...amendment.changes.flatMap((change) => ('citations' in change ? change.citations : []))];
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

/** Alias → file name, as 依据 says. */
const documentNames = (versions: readonly EffectivePolicy[]): ReadonlyMap<string, string> =>
  new Map(
    versions.flatMap((version) =>
      version.items.flatMap((item) => (item.kind === 'document' ? [[item.alias.text, item.file.text] as const] : [])),
    ),
  );
