/**
 * 示例 → the fields of each event by name, and what each answer must show. Person lines give every visit its fields; a visit may state one
 * anew. The day after 就诊 is the visit and the settlement day; other dates and every part of the bill are stated.
 */
import type { Expression } from '../2-syntax/nodes/expression.ts';
import type { Scenario, ScenarioLine } from '../2-syntax/nodes/policy.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { noVisit } from '../diagnostics/entries.ts';
import { onlyInherited as only } from '../diagnostics/ladder.ts';
import { unknownPolicy } from '../diagnostics/names.ts';
import * as say from '../diagnostics/scenarios.ts';
import { layersOf, withFieldsOf } from '../model/layers.ts';
import type { CivilDay, Expectation, PolicyModel, ScenarioEvent, ScenarioModel, Value } from '../model/types.ts';
import { addressOf } from './amounts.ts';
import { readExpectations } from './expectation.ts';
import { type Items, readFields, readLists } from './facts.ts';
import { isValue, readGiven } from './given.ts';
import { nearest } from './near.ts';
import { readOpening, readSuppose } from './stated.ts';

/** What a scenario or property may speak of. */
export interface ScenarioContext {
  /** Policies without errors. */
  readonly policies: readonly PolicyModel[];
  /** Every policy that is written, those with errors too: about them nothing is said here. */
  readonly declared: readonly string[];
  /** Policies under which nothing is settled. */
  readonly onlyInherited: readonly string[];
}

/** The models that a scenario is read against: of the policies it names and of those that these build on; undefined for one that has none. */
export function concernedBy({ policy, lines }: Scenario, models: ReadonlyMap<string, PolicyModel>): readonly (PolicyModel | undefined)[] {
  const names = new Set([policy.text, ...lines.flatMap((line) => (line.kind === 'encounter' && line.policy ? [line.policy.text] : []))]);
  // What is added to a set while it is gone through is gone through too.
  for (const name of names) {
    const model = models.get(name);
    for (const { policy: below } of model?.references ?? []) names.add(below);
    for (const { of } of model?.accumulators ?? []) if (of) names.add(of.policy);
  }
  return [...names].map((name) => models.get(name));
}

export interface CheckedScenario {
  readonly scenario?: ScenarioModel;
  readonly diagnostics: readonly Diagnostic[];
}

/** The policy a scenario or property is about; undefined, with what to say, when there is none to check against. */
export function policyOf(
  name: Scenario['policy'],
  { policies, declared, onlyInherited }: ScenarioContext,
): { readonly policy?: PolicyModel; readonly diagnostics: readonly Diagnostic[] } {
  if (onlyInherited.includes(name.text)) return { diagnostics: [only({ name: name.text, span: name.span })] };
  const policy = policies.find((one) => one.name === name.text);
  if (policy || declared.includes(name.text)) return { ...(policy ? { policy } : {}), diagnostics: [] };
  return { diagnostics: [unknownPolicy({ name: name.text, near: nearest(name.text, declared), span: name.span })] };
}

/** The name of the insured person where 参保人 states none. */
const NAMELESS = '甲';
/** The fields that the day after 就诊 or 事件 fills; after 事件 also those of 版本日 and 归属日. */
const VISIT_DAYS = ['就诊日', '结算日'];

interface Work {
  readonly context: ScenarioContext;
  /** With the fields that its layers read as well. */
  readonly policy: PolicyModel;
  readonly layers: readonly PolicyModel[];
  readonly diagnostics: Diagnostic[];
  readonly person: { name: Value; readonly fields: Map<string, Value>; readonly lists: Map<string, Items> };
  readonly events: { -readonly [K in keyof ScenarioEvent]: ScenarioEvent[K] }[];
  readonly openings: ScenarioModel['openings'][number][];
  readonly suppose: ScenarioModel['suppose'][number][];
  knownOn?: CivilDay;
}

/** A scenario ready to run. `scenario` is absent when anything in it is an error. */
export function checkScenario(node: Scenario, context: ScenarioContext): CheckedScenario {
  const { policy: asked, diagnostics } = policyOf(node.policy, context);
  if (!asked) return { diagnostics };
  const layers = layersOf(asked, context.policies);
  const policy = withFieldsOf(asked, layers);
  const work: Work = {
    context,
    policy,
    layers,
    diagnostics: [],
    person: { name: { kind: 'text', value: NAMELESS }, fields: new Map(), lists: new Map() },
    events: [],
    openings: [],
    suppose: [],
  };
  // A person stands for all visits wherever in the block it is written.
  for (const line of node.lines) if (line.kind === 'person') readPerson(line, work, besides(node, work));
  for (const [index, line] of node.lines.entries()) readLine(line, work, node, node.lines.slice(index + 1));
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

/** Whether the answer to the event before these lines is to be 缺项: then what it does not state is the point of it. */
const lacks = (after: readonly ScenarioLine[]): boolean => statusAfter(after) === '缺项';

/** The status that is expected of the event before these lines. */
function statusAfter(after: readonly ScenarioLine[]): string | undefined {
  const [next] = after.filter(({ kind }) => kind !== 'person');
  return next?.kind === 'expect' ? next.status?.value.text : undefined;
}

/** The other policies that events of the scenario are settled under. */
const besides = ({ lines }: Scenario, { policy, layers, context }: Work): readonly PolicyModel[] =>
  context.policies.filter(
    (one) =>
      one.name !== policy.name &&
      !layers.includes(one) &&
      lines.some((line) => line.kind === 'encounter' && line.policy?.text === one.name),
  );

/** What an event is read against: the scenario's policy, or the one that is named after 于. */
function under(name: string | undefined, work: Work): Pick<Work, 'policy' | 'layers'> {
  const asked = name === undefined ? undefined : work.context.policies.find((one) => one.name === name);
  if (!asked || asked.name === work.policy.name) return work;
  const layers = layersOf(asked, work.context.policies);
  return { policy: withFieldsOf(asked, layers), layers };
}

function readLine(line: ScenarioLine, work: Work, node: Scenario, after: readonly ScenarioLine[]): void {
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
      work.suppose.push(...present(readSuppose(line, work.policy, [...work.layers, ...besides(node, work)], report)));
      return;
    case 'opening':
      work.openings.push(...present(readOpening(line, work.policy, work.layers, work.context.policies, work.person.name, report)));
      return;
    case 'encounter':
      readEncounter(line, work, lacks(after));
      return;
    case 'reverse': {
      const events = work.events.length;
      if (line.event < 1 || line.event > events) work.diagnostics.push(say.unknownEvent({ number: line.event, events, span: line.span }));
      tellUnmoved(line, work, after);
      const voided = work.events[line.event - 1]?.policy;
      work.events.push({
        kind: 'reverse',
        ...(voided === undefined ? {} : { policy: voided }),
        fields: {},
        lists: {},
        of: line.event - 1,
        expects: [],
        span: line.span,
      });
      return;
    }
    case 'correct': {
      const events = work.events.length;
      if (line.event < 1 || line.event > events)
        work.diagnostics.push(say.unknownEvent({ number: line.event, events, correcting: true, span: line.span }));
      tellUnmoved(line, work, after);
      const corrected = work.events[line.event - 1]?.policy;
      const own = { ...work, ...under(corrected, work) };
      const fields = Object.fromEntries(readFields(line.given, own));
      work.events.push({
        kind: 'correct',
        ...(corrected === undefined ? {} : { policy: corrected }),
        fields,
        lists: Object.fromEntries(readLists(line.given, own)),
        of: line.event - 1,
        expects: [],
        span: line.span,
      });
      return;
    }
    case 'backPay': {
      const day = readDay('补差', line.day, work);
      work.events.push({ kind: 'backPay', fields: {}, lists: {}, ...(day ? { knownOn: day } : {}), expects: [], span: line.span });
      return;
    }
    case 'expect': {
      const event = work.events.at(-1);
      if (!event) {
        work.diagnostics.push(say.expectWithoutEvent({ span: line.span }));
        return;
      }
      const { policy, layers } = under(event.policy, work);
      const read = readExpectations(line, policy, layers);
      work.diagnostics.push(...read.diagnostics);
      event.expects = [...event.expects, ...read.expects] satisfies readonly Expectation[];
    }
  }
}

/** A reversal or correction of what cannot be reversed or corrected would change nothing, and nothing would be said of it. */
function tellUnmoved(
  { kind, event, span }: Extract<ScenarioLine, { kind: 'reverse' | 'correct' }>,
  { events, diagnostics }: Work,
  after: readonly ScenarioLine[],
): void {
  const target = events[event - 1];
  if (!target || statusAfter(after) !== undefined) return;
  const fits = target.kind === 'settle' || (kind === 'reverse' && target.kind === 'backPay');
  if (!fits) diagnostics.push(say.notMovable({ number: event, kind: target.kind, of: target.of, correcting: kind === 'correct', span }));
  else if (events.some((one) => one.kind === 'reverse' && one.of === event - 1))
    diagnostics.push(say.voidedBefore({ number: event, correcting: kind === 'correct', span }));
}

function readDay(name: string, expression: Expression, work: Work): CivilDay | undefined {
  const value = readGiven(name, { kind: 'date' }, [expression]);
  if (isValue(value)) return value.kind === 'date' ? value.value : undefined;
  work.diagnostics.push(value);
  return undefined;
}

/** What is the same for every event holds for those under other policies too: each reads of it what it declares. */
function readPerson(line: Extract<ScenarioLine, { kind: 'person' }>, work: Work, others: readonly PolicyModel[]): void {
  const all = { ...work, policy: withFieldsOf(work.policy, others) };
  if (line.name) work.person.name = { kind: 'text', value: line.name.text };
  for (const [name, value] of readFields(line.given, all)) work.person.fields.set(name, value);
  for (const [name, items] of readLists(line.given, all)) work.person.lists.set(name, items);
}

function readEncounter(line: Extract<ScenarioLine, { kind: 'encounter' }>, scenario: Work, lacking: boolean): void {
  const { diagnostics, person } = scenario;
  if (line.policy) {
    const { policy: named, diagnostics: found } = policyOf(line.policy, scenario.context);
    diagnostics.push(...found);
    if (!named) return;
  }
  const work: Work = { ...scenario, ...under(line.policy?.text, scenario) };
  const { policy } = work;
  const elsewhere = policy.name !== scenario.policy.name;
  const theirs = <T>(stated: ReadonlyMap<string, T>, declared: readonly { readonly name: string }[]): readonly (readonly [string, T])[] =>
    [...stated].filter(([name]) => declared.some((one) => one.name === name));
  const day = readDay(line.visit ? '就诊' : '事件', line.day, work);
  if (line.visit && policy.entry !== 'settlement')
    diagnostics.push(noVisit({ entry: policy.entry, word: { ...line.span, end: line.day.span.start }, span: line.span }));
  const fields = new Map<string, Value>([[policy.subject, person.name]]);
  for (const name of new Set([
    ...VISIT_DAYS,
    ...(line.visit && policy.entry === 'settlement' ? [] : [policy.versionDay, policy.periodDay]),
  ]))
    if (day && policy.inputs.some((input) => input.name === name)) fields.set(name, { kind: 'date', value: day });
  for (const [name, value] of [...theirs(person.fields, policy.inputs), ...readFields(line.given, work)]) fields.set(name, value);
  const stated = (name: string): boolean => fields.has(name) || line.given.some((given) => addressOf(given.path) === name);

  const workedOut = (name: string): boolean =>
    [policy, ...work.layers].some(({ versions }) => versions.some(({ computed }) => computed.includes(name)));
  const parts = policy.bill?.parts.filter((part) => !stated(part) && !workedOut(part)) ?? [];
  if (policy.bill && parts.length > 0 && !lacking) {
    const last = line.given.at(-1)?.span;
    const open = { ...line.span, end: line.span.end - 1 };
    diagnostics.push(say.partMissing({ parts, total: policy.bill.total, span: line.day.span, insert: last ?? open, empty: !last }));
  }
  // Without these no event is settled; a day that only some rules read is told as missing where it is needed.
  const dates = [...new Set([policy.versionDay, policy.periodDay])].filter((name) => !stated(name) && !workedOut(name));
  if (dates.length > 0 && day && !lacking) diagnostics.push(say.dateMissing({ fields: dates, span: line.day.span }));
  const lists = Object.fromEntries([...theirs(person.lists, policy.lists), ...readLists(line.given, work)]);
  work.events.push({
    kind: 'settle',
    ...(elsewhere ? { policy: policy.name } : {}),
    fields: Object.fromEntries(fields),
    lists,
    expects: [],
    span: line.span,
  });
}
