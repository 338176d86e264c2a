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

/** An input of an event as it is read in a cell; `kind` is its declared type. */
export function inputText(value: unknown, kind: string | undefined, yes: string, no: string): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return value ? yes : no;
  if (Array.isArray(value)) return value.map(String).join('、');
  return kind === 'money' && typeof value === 'string' && /^-?\d+(\.\d{1,2})?$/.test(value) ? moneyText(value) : String(value);
}

/** Things under the benefit or definition they belong to, in the order in which these first appear. */
export function byOwner<Part extends { readonly owner: string }>(
  parts: readonly Part[],
): readonly { readonly owner: string; readonly parts: readonly Part[] }[] {
  const owners = [...new Set(parts.map(({ owner }) => owner))];
  return owners.map((owner) => ({ owner, parts: parts.filter((part) => part.owner === owner) }));
}

/** What a property says, as the text has it behind the name and the policy: “单调 随 政策范围内, 门诊.支付 不减少”. `start` is in its line. */
export function lawIn(text: string, start: number): string {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const end = text.indexOf('\n', start);
  const line = text.slice(from, end < 0 ? text.length : end);
  const [, law = ''] = /[”"]\s*(?:于|on)\s*[“"][^”"]*[”"]\s*:?\s*(.*)$/u.exec(line) ?? [];
  return law.trim();
}
