/** What a scenario states besides its visits: values for what the policy leaves open (设), and what cells held before (已有). */
import type { Expression } from '../2-syntax/nodes/expression.ts';
import type { ScenarioLine } from '../2-syntax/nodes/policy.ts';
import type { Path } from '../2-syntax/nodes/span.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import * as say from '../diagnostics/scenarios.ts';
import type { PolicyModel, ScenarioModel, Type, Value } from '../model/types.ts';
import { addressesOf, addressOf, formAddress } from './amounts.ts';
import { isValue, readGiven } from './given.ts';
import { nearest } from './near.ts';
import { locate } from './within-layers.ts';

type Report = (diagnostic: Diagnostic) => void;

/** `设 名 = 值`; undefined when it has a finding. */
export function readSuppose(
  line: Extract<ScenarioLine, { kind: 'suppose' }>,
  asked: PolicyModel,
  layers: readonly PolicyModel[],
  report: Report,
): ScenarioModel['suppose'][number] | undefined {
  const { path, policy } = locate(line.path, asked, layers, isPoint);
  const written = pointAddress(path, policy);
  const point = policy.points.find(({ address, type }) => type && address === written);
  if (!point?.type) {
    const open = [...new Set(policy.points.flatMap(({ address, type }) => (type ? [address] : [])))];
    report(say.notOpen({ address: written, open, near: nearest(written, open), span: line.path.span }));
    return undefined;
  }
  const value = readGiven(written, point.type, [line.value]);
  if (isValue(value)) return { ...(policy === asked ? {} : { policy: policy.name }), address: written, value, span: line.span };
  report(value);
  return undefined;
}

const isPoint = (path: Path, policy: PolicyModel): boolean => {
  const address = pointAddress(path, policy);
  return policy.points.some((point) => point.type && point.address === address);
};

/** 设 may name the rule, its row, or the line of a form as it was written. */
function pointAddress(path: Path, policy: PolicyModel): string {
  const written = addressOf(path);
  if (policy.points.some(({ address }) => address === written)) return written;
  const address = formAddress(written, addressesOf(policy));
  return address !== undefined && policy.points.some((point) => point.address === address) ? address : written;
}

/** `已有 累计(键) = 值` of the scenario's insured person; undefined when it has a finding. */
export function readOpening(
  line: Extract<ScenarioLine, { kind: 'opening' }>,
  asked: PolicyModel,
  layers: readonly PolicyModel[],
  policies: readonly PolicyModel[],
  person: Value,
  report: Report,
): ScenarioModel['openings'][number] | undefined {
  const { path, policy } = locate(line.accumulator, asked, layers, (written, { accumulators }) =>
    accumulators.some((one) => one.name === addressOf(written)),
  );
  const name = addressOf(path);
  const accumulator = policy.accumulators.find((one) => one.name === name);
  if (!accumulator) {
    const near = nearest(
      name,
      policy.accumulators.map((one) => one.name),
    );
    report(say.unknownAccumulator({ name, policy: policy.name, near, span: line.accumulator.span }));
    return undefined;
  }
  const { of: cells } = accumulator;
  const owner = cells ? policies.find((one) => one.name === cells.policy) : policy;
  // With every key stated it may be somebody else's cell.
  const own = !owner || line.keys.length === accumulator.keyTypes.length ? undefined : personKey(cells?.name ?? name, owner);
  const others = accumulator.keyTypes.filter((_, index) => index !== own);
  if (others.length !== line.keys.length) {
    report(say.openingKeys({ name, wanted: others.length, given: line.keys.length, span: line.span }));
    return undefined;
  }
  const read = (type: Type, expression: Expression): Value | undefined => {
    const value = readGiven(name, type, [expression]);
    if (isValue(value)) return value;
    report(value);
    return undefined;
  };
  const value = read(accumulator.type, line.value);
  const keys = line.keys.flatMap((key, index) => (others[index] ? (read(others[index], key) ?? []) : []));
  if (own !== undefined) keys.splice(own, 0, person);
  return value && keys.length === accumulator.keyTypes.length
    ? { ...(owner === asked || !owner ? {} : { policy: owner.name }), accumulator: cells?.name ?? name, keys, value, span: line.span }
    : undefined;
}

/** Which key of an accumulator is the insured person. */
const personKey = (accumulator: string, { versions, subject }: PolicyModel): number | undefined => {
  for (const { entries } of versions) {
    const index = entries
      .find((entry) => entry.accumulator === accumulator)
      ?.keys.findIndex((key) => key.kind === 'input' && key.name === subject);
    if (index !== undefined && index >= 0) return index;
  }
  return undefined;
};
