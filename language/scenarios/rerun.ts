/** A bundle's own scenarios, settled again with nothing but the runtime. */

import type { BundleExpectation, BundleScenario } from '../../runtime/bundle/format.ts';
import type { Answer, Ledger, LoadedBundle, NamedValue, PolicyIr } from '../../runtime/index.ts';
import { emptyLedger, settle, withOpenings } from '../../runtime/index.ts';
import { resultOf } from '../5-bundle/amount-of.ts';
import { insteadOfAmount, reasonsOf, STATUS_WORDS } from '../5-bundle/answer-words.ts';
import { valueWords } from '../5-bundle/value-words.ts';
import { unreachable } from '../model/unreachable.ts';

/** One compared value. `expected` and `actual` are in the words of the scenario: "400.00元", "不享受". */
export interface Compared {
  readonly label: string;
  readonly expected: string;
  readonly actual: string;
  readonly pass: boolean;
}

/** What a scenario gave when settled again: for each event its answer, and each of its expectations compared, in their order. */
export interface Rerun {
  readonly title: string;
  readonly policy: string;
  readonly pass: boolean;
  readonly passed: number;
  readonly failed: number;
  readonly events: readonly { readonly answer: Answer; readonly ticks: readonly Compared[] }[];
}

/** Every scenario that the bundle carries. */
export const rerunScenarios = (loaded: LoadedBundle): readonly Rerun[] =>
  loaded.file.scenarios.map((scenario) => rerun(scenario, loaded, false));

/** One scenario from an empty ledger, event after event. */
export function rerun(scenario: BundleScenario, loaded: LoadedBundle, explain: boolean): Rerun {
  const { title, policy, knownOn, suppose, openings } = scenario;
  const irOf = (name: string): PolicyIr | undefined => loaded.file.ir.policies.find(({ id }) => id === name);
  let ledger: Ledger = withOpenings(emptyLedger(), openings);
  const events = scenario.events.map(({ encounter, suppose: own = suppose, knownOn: asOf = knownOn, expects }) => {
    const under = encounter.policy ?? policy;
    // What is expected is worked out even if no payment needs it.
    const also = expects.flatMap((one) => (one.kind === 'amount' || one.kind === 'value' ? [one.address] : []));
    const options = { policy: under, suppose: own, explain, also, ...(asOf === undefined ? {} : { knownOn: asOf }) };
    const { answer, ledger: after } = settle(loaded, encounter, ledger, options);
    ledger = after;
    return { answer, ticks: expects.map((one) => compare(one, answer, irOf(under), loaded.file.ir.policies)) };
  });
  const ticks = events.flatMap((event) => event.ticks);
  const failed = ticks.filter(({ pass }) => !pass).length;
  return { title, policy, pass: failed === 0, passed: ticks.length - failed, failed, events };
}

/** `policy` is absent when the bundle has none of that name; its answer is a refusal then. */
function compare(expects: BundleExpectation, answer: Answer, policy: PolicyIr | undefined, all: readonly PolicyIr[]): Compared {
  switch (expects.kind) {
    case 'amount': {
      const actual = policy && resultOf(answer, expects.address, policy, all);
      return {
        label: expects.address,
        expected: `${expects.value}元`,
        actual: actual === undefined ? insteadOfAmount(answer) : valueWords(actual),
        pass: actual?.kind === 'money' && actual.value === expects.value,
      };
    }
    case 'value': {
      const { is } = expects;
      const actual = policy && resultOf(answer, expects.address, policy, all);
      return {
        label: expects.address,
        expected: valueWords(is),
        actual: actual === undefined ? insteadOfAmount(answer) : valueWords(actual),
        pass: actual !== undefined && sameKind(actual.kind, is.kind) && sameLiteral(actual.value, is.value),
      };
    }
    case 'status':
      return {
        label: '状态',
        expected: STATUS_WORDS[expects.status],
        actual: insteadOfAmount(answer),
        pass: answer.status === expects.status,
      };
    case 'reason': {
      const reasons = reasonsOf(answer);
      return {
        label: '原因',
        expected: expects.text,
        actual: reasons.join('; ') || '—',
        pass: reasons.some((reason) => reason.includes(expects.text)),
      };
    }
    default:
      return unreachable(expects);
  }
}

/** A number that is whole under one law and not under another is the same number. */
const sameKind = (a: NamedValue['kind'], b: NamedValue['kind']): boolean => a === b || (isCount(a) && isCount(b));
const isCount = (kind: NamedValue['kind']): boolean => kind === 'integer' || kind === 'number';

/** Sets are the same in whatever order they stand. */
const sameLiteral = (a: NamedValue['value'], b: NamedValue['value']): boolean =>
  typeof a === 'object' && typeof b === 'object' ? a.length === b.length && a.every((one) => b.includes(one)) : a === b;
