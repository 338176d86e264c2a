import { moneyText } from '../../strings/money.ts';
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

/** A compared figure as it is read: money with its thousands apart, anything else as the scenario says it. */
export const figureOf = (text: string): string => {
  const amount = /^(-?\d+\.\d{2})元$/.exec(text)?.[1];
  return amount === undefined ? text : moneyText(amount);
};
