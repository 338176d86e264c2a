/**
 * 示例 → the fields of each event by name, and what each answer must show. Person lines give every visit its fields; a visit may state one
 * anew. The day after 就诊 is the visit and the settlement day; other dates and every part of the bill are stated.
 */
import type { Expression } from '../2-syntax/nodes/expression.ts';
import type { Given, Scenario, ScenarioLine } from '../2-syntax/nodes/policy.ts';
import type { Span } from '../2-syntax/nodes/span.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { unknownPolicy } from '../diagnostics/names.ts';
import * as say from '../diagnostics/scenarios.ts';
import type { CivilDay, Expectation, PolicyModel, ScenarioEvent, ScenarioModel, Value } from '../model/types.ts';
import { addressOf } from './amounts.ts';
import { readExpectations } from './expectation.ts';
import { isValue, readGiven } from './given.ts';
import { nearest } from './near.ts';
import { PERSON, readOpening, readSuppose } from './stated.ts';

/** What a scenario or property may speak of. */
export interface ScenarioContext {
  /** Policies without errors. */
  readonly policies: readonly PolicyModel[];
  /** Every policy that is written, those with errors too: about them nothing is said here. */
  readonly declared: readonly string[];
}

export interface CheckedScenario {
  readonly scenario?: ScenarioModel;
  readonly diagnostics: readonly Diagnostic[];
}

/** The policy a scenario or property is about; undefined, with what to say, when there is none to check against. */
export function policyOf(
  name: Scenario['policy'],
  { policies, declared }: ScenarioContext,
): { readonly policy?: PolicyModel; readonly diagnostics: readonly Diagnostic[] } {
  const policy = policies.find((one) => one.name === name.text);
  if (policy || declared.includes(name.text)) return { ...(policy ? { policy } : {}), diagnostics: [] };
  return { diagnostics: [unknownPolicy({ name: name.text, near: nearest(name.text, declared), span: name.span })] };
}

/** The name of the insured person where 参保人 states none. */
const NAMELESS = '甲';
/** The fields that the day after 就诊 fills. */
const VISIT_DAYS = ['就诊日', '结算日'];

interface Work {
  readonly policy: PolicyModel;
  readonly diagnostics: Diagnostic[];
  readonly person: { name: Value; readonly fields: Map<string, Value> };
  readonly events: { -readonly [K in keyof ScenarioEvent]: ScenarioEvent[K] }[];
  readonly openings: ScenarioModel['openings'][number][];
  readonly suppose: ScenarioModel['suppose'][number][];
  knownOn?: CivilDay;
}

/** A scenario ready to run. `scenario` is absent when anything in it is an error. */
export function checkScenario(node: Scenario, context: ScenarioContext): CheckedScenario {
  const { policy, diagnostics } = policyOf(node.policy, context);
  if (!policy) return { diagnostics };
  const work: Work = {
    policy,
    diagnostics: [],
    person: { name: { kind: 'text', value: NAMELESS }, fields: new Map() },
    events: [],
    openings: [],
    suppose: [],
  };
  // A person stands for all visits wherever in the block it is written.
  for (const line of node.lines) if (line.kind === 'person') readPerson(line, work);
  for (const line of node.lines) readLine(line, work);
  if (!node.lines.some((line) => line.kind === 'expect'))
    work.diagnostics.push(say.nothingExpected({ title: node.title.text, span: node.title.span }));
  if (work.diagnostics.some(({ severity }) => severity === 'error')) return { diagnostics: work.diagnostics };
  const { events, openings, suppose, knownOn } = work;
  return {
    scenario: { title: node.title.text, policy: policy.name, ...(knownOn ? { knownOn } : {}), suppose, openings, events, span: node.span },
    diagnostics: work.diagnostics,
  };
}

const present = <T>(one: T | undefined): readonly T[] => (one === undefined ? [] : [one]);

function readLine(line: ScenarioLine, work: Work): void {
  const report = (diagnostic: Diagnostic): void => void work.diagnostics.push(diagnostic);
  switch (line.kind) {
    case 'person':
      return;
    case 'knownOn': {
      const day = readDay('知晓日', line.day, work);
      if (day) work.knownOn = day;
      return;
    }
    case 'suppose':
      work.suppose.push(...present(readSuppose(line, work.policy, report)));
      return;
    case 'opening':
      work.openings.push(...present(readOpening(line, work.policy, work.person.name, report)));
      return;
    case 'encounter':
      readEncounter(line, work);
      return;
    case 'reverse': {
      const events = work.events.length;
      if (line.event < 1 || line.event > events) work.diagnostics.push(say.unknownEvent({ number: line.event, events, span: line.span }));
      work.events.push({ kind: 'reverse', fields: {}, of: line.event - 1, expects: [], span: line.span });
      return;
    }
    case 'expect': {
      const event = work.events.at(-1);
      if (!event) {
        work.diagnostics.push(say.expectWithoutEvent({ span: line.span }));
        return;
      }
      const read = readExpectations(line, work.policy);
      work.diagnostics.push(...read.diagnostics);
      event.expects = [...event.expects, ...read.expects] satisfies readonly Expectation[];
    }
  }
}

function readDay(name: string, expression: Expression, work: Work): CivilDay | undefined {
  const value = readGiven(name, { kind: 'date' }, [expression]);
  if (isValue(value)) return value.kind === 'date' ? value.value : undefined;
  work.diagnostics.push(value);
  return undefined;
}

function readPerson(line: Extract<ScenarioLine, { kind: 'person' }>, work: Work): void {
  if (line.name) work.person.name = { kind: 'text', value: line.name.text };
  for (const [name, value] of readFields(line.given, work)) work.person.fields.set(name, value);
}

/** The fields of one block; a field stated twice in it is an error. */
function readFields(given: readonly Given[], { policy, diagnostics }: Work): ReadonlyMap<string, Value> {
  const fields = new Map<string, Value>();
  const places = new Map<string, Span>();
  for (const one of given) {
    const name = addressOf(one.path);
    const field = policy.inputs.find((input) => input.name === name);
    if (!field) {
      const near = nearest(
        name,
        policy.inputs.map((input) => input.name),
      );
      diagnostics.push(say.unknownField({ name, policy: policy.name, near, span: one.path.span }));
      continue;
    }
    const first = places.get(name);
    if (first) diagnostics.push(say.givenTwice({ name, span: one.path.span, first }));
    places.set(name, one.path.span);
    const value = readGiven(name, field.type, one.values);
    if (isValue(value)) fields.set(name, value);
    else diagnostics.push(value);
  }
  return fields;
}

function readEncounter(line: Extract<ScenarioLine, { kind: 'encounter' }>, work: Work): void {
  const { policy, person, diagnostics } = work;
  const day = readDay('就诊', line.day, work);
  const fields = new Map<string, Value>([[PERSON, person.name]]);
  for (const name of VISIT_DAYS)
    if (day && policy.inputs.some((input) => input.name === name)) fields.set(name, { kind: 'date', value: day });
  for (const [name, value] of [...person.fields, ...readFields(line.given, work)]) fields.set(name, value);
  const stated = (name: string): boolean => fields.has(name) || line.given.some((given) => addressOf(given.path) === name);

  const parts = policy.bill?.parts.filter((part) => !stated(part)) ?? [];
  if (policy.bill && parts.length > 0) {
    const last = line.given.at(-1)?.span;
    const open = { ...line.span, end: line.span.end - 1 };
    diagnostics.push(say.partMissing({ parts, total: policy.bill.total, span: line.day.span, insert: last ?? open, empty: !last }));
  }
  const dates = policy.inputs.filter(({ type, name }) => type.kind === 'date' && !stated(name)).map(({ name }) => name);
  if (dates.length > 0 && day) diagnostics.push(say.dateMissing({ fields: dates, span: line.day.span }));
  work.events.push({ kind: 'settle', fields: Object.fromEntries(fields), expects: [], span: line.span });
}
