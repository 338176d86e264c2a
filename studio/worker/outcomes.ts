import type { PropertyResult, ScenarioResult } from '../../language/index.ts';
import type { BundleScenario } from '../../runtime/index.ts';
import type { PropertyOutcome, ScenarioOutcome, ScenarioStream } from './protocol.ts';

const NO_STREAM: ScenarioStream = { events: [], openings: [], suppose: {} };

/** A scenario's result without the answers behind it. `ready`: the scenarios of the bundle, the same in a form that can be settled. */
export const scenarioOutcome = (
  { title, policy, span, pass, events }: ScenarioResult,
  ready: readonly BundleScenario[],
): ScenarioOutcome => ({
  title,
  policy,
  range: { file: span.file, start: span.start, end: span.end },
  pass,
  stream: streamOf(ready.find((one) => one.title === title && one.policy === policy)),
  ticks: events.flatMap(({ ticks }, event) =>
    ticks.map(({ label, expected, actual, pass: holds, span: at }) => ({
      label,
      expected,
      actual,
      pass: holds,
      range: { file: at.file, start: at.start, end: at.end },
      event,
    })),
  ),
});

const streamOf = (ready: BundleScenario | undefined): ScenarioStream =>
  ready
    ? {
        events: ready.events.map(({ encounter }) => encounter),
        openings: ready.openings,
        suppose: ready.suppose,
        ...(ready.knownOn === undefined ? {} : { knownOn: ready.knownOn }),
      }
    : NO_STREAM;

const PROBLEMS = {
  untried: { zh: '所有患者都跳过了, 什么也没有验到', en: 'Every patient was skipped: nothing was tried' },
  cancelled: { zh: '停下了, 没有查完', en: 'Stopped before the end' },
} as const;

/** A property's result with its smallest patient as lines. */
export const propertyOutcome = ({ title, policy, span, status, tried, runs, counterexample }: PropertyResult): PropertyOutcome => ({
  title,
  policy,
  range: { file: span.file, start: span.start, end: span.end },
  holds: status === 'held',
  runs: tried,
  drawn: runs,
  counterexample: counterexample ? linesOf(counterexample) : [],
  patients: counterexample
    ? counterexample.alternatives.map((visits) => [...counterexample.history, ...visits].map(({ encounter }) => encounter))
    : [],
  ...(status === 'untried' || status === 'cancelled' ? { problem: PROBLEMS[status] } : {}),
});

/** Facts shared by both sides once, facts that differ side by side, then what came of each. */
function linesOf({ history, alternatives }: NonNullable<PropertyResult['counterexample']>): PropertyOutcome['counterexample'] {
  const sides = alternatives.map((visits) => visits.at(-1));
  const [first] = sides;
  const before = history.map(({ fields }, index) => ({
    name: `${index + 1}`,
    value: Object.entries(fields)
      .map(([name, value]) => `${name} ${value}`)
      .join('; '),
  }));
  if (!first) return before;
  const facts = Object.keys(first.fields).map((name) => ({
    name,
    value: [...new Set(sides.map((side) => side?.fields[name] ?? ''))].join(' ↔ '),
  }));
  const amounts = alternatives.map((visits) => visits.map(({ amount }) => amount).join(' + '));
  return [...before, ...facts, { name: '=', value: amounts.join(' ↔ ') }];
}
