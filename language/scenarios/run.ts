/** 示例 through the runtime: a tick per compared value, with what was expected under what came. */

import type { BundleScenario } from '../../runtime/bundle/format.ts';
import type { Answer, Ledger, LoadedBundle, PolicyIr, Status } from '../../runtime/index.ts';
import { emptyLedger, settle, withOpenings } from '../../runtime/index.ts';
import type { Span } from '../2-syntax/nodes/span.ts';
import { amountOf } from '../5-bundle/amount-of.ts';
import { runnable, statedText, yuanText } from '../5-bundle/runnable.ts';
import type { Expectation, Model, ScenarioModel } from '../model/types.ts';
import { unreachable } from '../model/unreachable.ts';

/** One compared value. `expected` and `actual` are in the words of the scenario: "400.00元", "不享受". */
export interface Tick {
  readonly label: string;
  readonly expected: string;
  readonly actual: string;
  readonly pass: boolean;
  readonly span: Span;
  /** The figure of the source where it is wrong, and why: reported, never compared. */
  readonly source?: { readonly value: string; readonly why: string };
}

/** What one event of a scenario gave. */
export interface EventResult {
  readonly span: Span;
  readonly answer: Answer;
  readonly ticks: readonly Tick[];
}

export interface ScenarioResult {
  readonly title: string;
  readonly policy: string;
  readonly span: Span;
  readonly pass: boolean;
  readonly passed: number;
  readonly failed: number;
  readonly events: readonly EventResult[];
}

export interface ScenarioOptions {
  /** Only those that it accepts. */
  readonly only?: (scenario: ScenarioModel) => boolean;
  /** Asks for the explanation of every answer as well. */
  readonly explain?: boolean;
}

/** Runs every scenario of the model on a bundle made from it. */
export function runScenarios(model: Model, loaded: LoadedBundle, options: ScenarioOptions = {}): readonly ScenarioResult[] {
  const { only = () => true, explain = false } = options;
  return model.scenarios.filter(only).flatMap((scenario) => {
    const policy = model.policies.find(({ name }) => name === scenario.policy);
    const ir = loaded.file.ir.policies.find(({ id }) => id === scenario.policy);
    return policy && ir ? [runScenario(scenario, runnable(scenario, policy, ir), ir, loaded, explain)] : [];
  });
}

function runScenario(
  scenario: ScenarioModel,
  ready: BundleScenario,
  policy: PolicyIr,
  loaded: LoadedBundle,
  explain: boolean,
): ScenarioResult {
  const { knownOn, suppose, openings, events: encounters } = ready;
  let ledger: Ledger = withOpenings(emptyLedger(), openings);
  const events = scenario.events.flatMap((event, index): EventResult[] => {
    const encounter = encounters[index]?.encounter;
    if (!encounter) return [];
    const settled = settle(loaded, encounter, ledger, {
      policy: ready.policy,
      suppose,
      explain,
      ...(knownOn === undefined ? {} : { knownOn }),
    });
    ledger = settled.ledger;
    const { answer } = settled;
    return [{ span: event.span, answer, ticks: event.expects.map((expects) => compare(expects, answer, policy)) }];
  });
  const ticks = events.flatMap((event) => event.ticks);
  const failed = ticks.filter(({ pass }) => !pass).length;
  return {
    title: scenario.title,
    policy: scenario.policy,
    span: scenario.span,
    pass: failed === 0,
    passed: ticks.length - failed,
    failed,
    events,
  };
}

/** The words of a status, as 期望 writes them. */
export const STATUS_WORDS: Readonly<Record<Status, string>> = {
  settled: '已结算',
  open: '待定',
  missing: '缺项',
  ineligible: '不享受',
  refused: '拒收',
  violation: '违规',
};

function compare(expects: Expectation, answer: Answer, policy: PolicyIr): Tick {
  const { span } = expects;
  switch (expects.kind) {
    case 'amount': {
      const expected = String(statedText(expects.value, { kind: 'fen' }));
      const actual = amountOf(answer, expects.address, policy);
      return {
        label: expects.address,
        expected: `${expected}元`,
        actual: actual === undefined ? instead(answer) : `${actual}元`,
        pass: actual === expected,
        span,
        ...(expects.source?.value.kind === 'number'
          ? { source: { value: `${yuanText(expects.source.value.value)}元`, why: expects.source.why } }
          : {}),
      };
    }
    case 'status':
      return {
        label: '状态',
        expected: STATUS_WORDS[expects.status],
        actual: instead(answer),
        pass: answer.status === expects.status,
        span,
      };
    case 'reason': {
      const reasons = reasonsOf(answer);
      return {
        label: '原因',
        expected: expects.text,
        actual: reasons.join('; ') || '—',
        pass: reasons.some((reason) => reason.includes(expects.text)),
        span,
      };
    }
    default:
      return unreachable(expects);
  }
}

/** The status, with the reasons that go with it: what stands where an amount is missing. */
function instead(answer: Answer): string {
  const reasons = answer.status === 'settled' ? [] : reasonsOf(answer);
  return reasons.length > 0 ? `${STATUS_WORDS[answer.status]}: ${reasons.join('; ')}` : STATUS_WORDS[answer.status];
}

/** Everything an answer gives as a reason, in the policy's own words or, for a refused event, in Chinese. */
const reasonsOf = (answer: Answer): readonly string[] => [
  ...answer.open.map(({ reason }) => reason),
  ...answer.ineligible.flatMap(({ name, reason }) => [reason, name]).filter((text) => text !== ''),
  ...answer.missing,
  ...answer.problems.map(({ zh }) => zh),
];
