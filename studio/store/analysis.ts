// Scope: moment. What the worker found out about the text; recomputable, never saved.
import { createStore } from 'zustand/vanilla';
import type { Diagnostic } from '../../language/diagnostics/diagnostic.ts';
import type {
  Analysis,
  BuildResult,
  DocumentVersion,
  PolicySummary,
  Progress,
  PropertyOutcome,
  ScenarioOutcome,
} from '../worker/protocol.ts';

export interface AnalysisState {
  /** Of the text that `analysis` describes. */
  readonly version: DocumentVersion;
  readonly analysis: Analysis | undefined;
  /** What is wrong in a text is known before the rest of it: these may be of a newer text than `analysis`, that of `findingsVersion`. */
  readonly findings: readonly Diagnostic[] | undefined;
  readonly findingsVersion: DocumentVersion;
  /** A newer text is being looked at. */
  readonly running: boolean;
  /** The last summary of each policy that could be settled, by name: what stays on screen, dimmed, while the text has errors. */
  readonly lastGood: Readonly<Record<string, PolicySummary>>;
  readonly scenarios: readonly ScenarioOutcome[];
  readonly scenariosVersion: DocumentVersion;
  readonly properties: readonly PropertyOutcome[];
  /** Of the text that `properties` were last tried on. */
  readonly propertiesVersion: DocumentVersion;
  readonly propertiesProgress: Progress | undefined;
  readonly build: BuildResult | undefined;
}

/** What is known about the text now. */
export const analysis = createStore<AnalysisState>(() => ({
  version: -1,
  analysis: undefined,
  findings: undefined,
  findingsVersion: -1,
  running: false,
  lastGood: {},
  scenarios: [],
  scenariosVersion: -1,
  properties: [],
  propertiesVersion: -1,
  propertiesProgress: undefined,
  build: undefined,
}));

/** Takes in what is wrong in a text; what is older than what is held changes nothing. */
export const foundWrong = (state: AnalysisState, version: DocumentVersion, findings: readonly Diagnostic[]): AnalysisState =>
  version < state.findingsVersion ? state : { ...state, findings, findingsVersion: version };

/** Takes in a finished analysis; one older than what is held changes nothing. */
export const analysed = (state: AnalysisState, version: DocumentVersion, found: Analysis): AnalysisState => {
  if (version < state.version) return state;
  const lastGood = { ...state.lastGood };
  for (const policy of found.policies) lastGood[policy.name] = policy;
  return { ...foundWrong(state, version, found.diagnostics), version, analysis: found, running: false, lastGood };
};

/** Takes in the scenarios of a text. Those of a policy that cannot be settled now stay as they last were. */
export const scenariosRun = (state: AnalysisState, version: DocumentVersion, scenarios: readonly ScenarioOutcome[]): AnalysisState => {
  const settleable = new Set(state.analysis?.policies.map(({ name }) => name));
  const kept = state.scenarios.filter(
    ({ policy }) => !settleable.has(policy) && state.analysis?.declared.some(({ name }) => name === policy),
  );
  return { ...state, scenarios: [...scenarios, ...kept], scenariosVersion: version };
};

/** Takes in what a property did on some patients; `first`: these are the first of a new search. What was tried on another text goes. */
export const propertyTried = (state: AnalysisState, version: DocumentVersion, found: PropertyOutcome, first: boolean): AnalysisState => {
  const same = ({ title, policy }: PropertyOutcome): boolean => title === found.title && policy === found.policy;
  const known = version === state.propertiesVersion ? state.properties : [];
  const before = first ? undefined : known.find(same);
  const runs = (before?.runs ?? 0) + found.runs;
  const drawn = (before?.drawn ?? 0) + found.drawn;
  const holds = found.counterexample.length === 0 && runs > 0;
  const { problem, ...rest } = found;
  const joined = { ...rest, runs, drawn, holds, ...(problem && runs === 0 ? { problem } : {}) };
  return { ...state, properties: [...known.filter((one) => !same(one)), joined], propertiesVersion: version };
};

/** The policy as last settleable. `fresh` is false when the text has moved on to something that cannot be settled. */
export const summaryOf = (
  state: AnalysisState,
  name: string | undefined,
): { readonly summary: PolicySummary; readonly fresh: boolean } | undefined => {
  if (name === undefined) return undefined;
  const current = state.analysis?.policies.find((policy) => policy.name === name);
  if (current) return { summary: current, fresh: true };
  const before = state.lastGood[name];
  return before ? { summary: before, fresh: false } : undefined;
};

/** Findings by severity. */
export const countOf = (diagnostics: readonly Diagnostic[]): Readonly<Record<Diagnostic['severity'], number>> => {
  const count = { error: 0, warning: 0, hint: 0 };
  for (const one of diagnostics) count[one.severity] += 1;
  return count;
};
