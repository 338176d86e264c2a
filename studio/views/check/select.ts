import type { ScenarioOutcome } from '../../worker/protocol.ts';

/** A policy's scenarios, those that differ first, and how many values they compare. */
export function summed(
  scenarios: readonly ScenarioOutcome[],
  policy: string | undefined,
): { readonly own: readonly ScenarioOutcome[]; readonly failing: number; readonly ticks: number } {
  const own = scenarios.filter((scenario) => scenario.policy === policy).toSorted((a, b) => Number(a.pass) - Number(b.pass));
  return {
    own,
    failing: own.filter((scenario) => !scenario.pass).length,
    ticks: own.reduce((sum, scenario) => sum + scenario.ticks.length, 0),
  };
}
