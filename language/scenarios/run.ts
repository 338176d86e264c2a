/** 示例 through the runtime: a tick per compared value, with what was expected under what came. */

import type { BundleScenario } from '../../runtime/bundle/format.ts';
import type { Answer, LoadedBundle } from '../../runtime/index.ts';
import type { Span } from '../2-syntax/nodes/span.ts';
import { namedValue, runnable, yuanText } from '../5-bundle/runnable.ts';
import { valueWords } from '../5-bundle/value-words.ts';
import type { Expectation, Model, ScenarioModel, Value } from '../model/types.ts';
import { type Compared, rerun } from './rerun.ts';

/** One compared value and where the scenario states it. */
export interface Tick extends Compared {
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
    const ready = runnable(scenario, model.policies, loaded.file.ir.policies);
    return ready ? [runScenario(scenario, ready, loaded, explain)] : [];
  });
}

/** `ready` is the scenario as the bundle carries it: the same events and expectations, in the same order. */
function runScenario(scenario: ScenarioModel, ready: BundleScenario, loaded: LoadedBundle, explain: boolean): ScenarioResult {
  const { events, ...result } = rerun(ready, loaded, explain);
  return {
    ...result,
    span: scenario.span,
    events: scenario.events.flatMap((event, index): EventResult[] => {
      const settled = events[index];
      if (!settled) return [];
      const ticks = event.expects.flatMap((expects, at): Tick[] => {
        const one = settled.ticks[at];
        return one ? [{ ...one, span: expects.span, ...misprint(expects) }] : [];
      });
      return [{ span: event.span, answer: settled.answer, ticks }];
    }),
  };
}

const misprint = (expects: Expectation): Pick<Tick, 'source'> =>
  (expects.kind === 'amount' || expects.kind === 'value') && expects.source
    ? { source: { value: misprinted(expects, expects.source.value), why: expects.source.why } }
    : {};

/** The figure of the source in the scenario's words; amounts have their two decimals. */
const misprinted = (expects: Extract<Expectation, { kind: 'amount' | 'value' }>, value: Value): string =>
  expects.kind === 'amount' && value.kind === 'number'
    ? `${yuanText(value.value)}元`
    : valueWords(namedValue(value, expects.kind === 'value' ? expects.type : { kind: 'fen' }));
