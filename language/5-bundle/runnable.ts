/** A checked scenario as events that the runtime settles, with what each answer must show. */
import type { EncounterInput, NamedValue } from '../../runtime/answer.ts';
import type { BundleExpectation, BundleScenario } from '../../runtime/bundle/format.ts';
import type { Literal, PolicyIr } from '../../runtime/ir/types.ts';
import { decimalText } from '../../runtime/money/ratio.ts';
import type { Rational } from '../../runtime/money/rational.ts';
import { multiply, rational } from '../../runtime/money/rational.ts';
import { dayText, literal } from '../4-lower/literal.ts';
import { layersOf, withFieldsOf } from '../model/layers.ts';
import type { Expectation, PolicyModel, ScenarioEvent, ScenarioModel, Type, Value } from '../model/types.ts';
import { unreachable } from '../model/unreachable.ts';

/** The scenario for a bundle: fields and cells as a caller would write them, stated values at the scale of the point they fill. */
export function runnable(scenario: ScenarioModel, policies: readonly PolicyModel[], irs: readonly PolicyIr[]): BundleScenario | undefined {
  const asked = policies.find(({ name }) => name === scenario.policy);
  if (!asked || !irs.some(({ id }) => id === scenario.policy)) return undefined;
  const layers = layersOf(asked, policies);
  const policy = withFieldsOf(asked, layers);
  const modelOf = (name: string | undefined): PolicyModel => policies.find((one) => one.name === name) ?? asked;
  const under = (name: string | undefined): readonly string[] =>
    name === undefined ? [] : [name, ...layersOf(modelOf(name), policies).map((layer) => layer.name)];
  const supposed = (of: ScenarioModel['suppose']): BundleScenario['suppose'] =>
    Object.fromEntries(
      of.flatMap(({ policy: layer, address, value }) => {
        const { name, points } = modelOf(layer);
        const point = irs.find(({ id }) => id === name)?.openPoints.find((one) => one.address === address && one.type)?.type;
        const type = points.find((one) => one.address === address)?.type;
        const key = layer === undefined ? address : `${layer}.${address}`;
        return point && type ? [[key, literal(value, type, 'scale' in point ? BigInt(point.scale) : 1n)]] : [];
      }),
    );
  const own = new Set([asked.name, ...layers.map(({ name }) => name)]);
  return {
    title: scenario.title,
    policy: scenario.policy,
    ...(scenario.knownOn ? { knownOn: dayText(scenario.knownOn) } : {}),
    suppose: supposed(scenario.suppose.filter(({ policy: of = asked.name }) => own.has(of))),
    openings: scenario.openings.map(({ policy: layer, accumulator, keys, value }) => ({
      policy: layer ?? policy.name,
      accumulator,
      keys: keys.map((key) => statedText(key)),
      value: cellText(value, modelOf(layer).accumulators.find(({ name }) => name === accumulator)?.type),
    })),
    events: scenario.events.map((event, index) => ({
      encounter: encounter(
        event,
        index,
        event.policy === undefined ? policy : withFieldsOf(modelOf(event.policy), layersOf(modelOf(event.policy), policies)),
      ),
      ...(event.policy === undefined
        ? {}
        : { suppose: supposed(scenario.suppose.filter(({ policy: of = asked.name }) => under(event.policy).includes(of))) }),
      ...(event.knownOn ? { knownOn: dayText(event.knownOn) } : {}),
      expects: event.expects.map(expectation),
    })),
  };
}

/** The id of the nth event of a scenario, from 0. */
export const eventId = (index: number): string => `第${index + 1}次`;

function encounter(event: ScenarioEvent, index: number, policy: PolicyModel): EncounterInput {
  if (event.kind === 'reverse') return { id: eventId(index), kind: 'reverse', policy: policy.name, of: eventId(event.of ?? 0), fields: {} };
  if (event.kind === 'backPay') return { id: eventId(index), kind: 'backPay', policy: policy.name, fields: {} };
  const texts = (fields: Readonly<Record<string, Value>>, declared: PolicyModel['inputs']): Readonly<Record<string, unknown>> =>
    Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [name, fieldText(value, declared.find((input) => input.name === name)?.type)]),
    );
  const lists = Object.entries(event.lists).map(([name, items]) => {
    const declared = policy.lists.find((list) => list.name === name)?.fields ?? [];
    return [name, items.map((item) => texts(item, declared))] as const;
  });
  return {
    id: eventId(index),
    ...(event.kind === 'correct' ? { kind: event.kind, of: eventId(event.of ?? 0) } : {}),
    policy: policy.name,
    fields: { ...texts(event.fields, policy.inputs), ...Object.fromEntries(lists) },
  };
}

function expectation(expects: Expectation): BundleExpectation {
  switch (expects.kind) {
    case 'amount':
      return { kind: 'amount', address: expects.address, value: String(statedText(expects.value, { kind: 'fen' })) };
    case 'value':
      return { kind: 'value', address: expects.address, is: namedValue(expects.value, expects.type) };
    case 'status':
      return { kind: 'status', status: expects.status };
    case 'reason':
      return { kind: 'reason', text: expects.text };
    default:
      return unreachable(expects);
  }
}

/** Whole numbers are JSON numbers where a caller would write them so; money and shares are text. */
function fieldText(value: Value, type: Type | undefined): unknown {
  const counted = type?.kind === 'integer' || type?.kind === 'months' || type?.kind === 'days';
  return counted && value.kind === 'number' ? Number(value.value.num) : statedText(value, type);
}

/** A value as text: money in yuan with two decimals, shares and numbers as decimals. */
export function statedText(value: Value, type?: Type): Literal {
  switch (value.kind) {
    case 'number':
      return type?.kind === 'money' || type?.kind === 'fen' ? yuanText(value.value) : decimalText(value.value.num, value.value.den);
    case 'date':
      return dayText(value.value);
    case 'text':
    case 'enum':
    case 'truth':
      return value.value;
    case 'set':
      return value.values;
    default:
      return unreachable(value);
  }
}

/** A cell's value as one text. */
function cellText(value: Value, type: Type | undefined): string {
  const text = statedText(value, type);
  return typeof text === 'object' ? text.join('、') : String(text);
}

/** A value as answers name it. */
export const namedValue = (value: Value, type: Type): NamedValue => ({
  kind: type.kind === 'fen' ? 'money' : type.kind,
  value: value.kind === 'number' ? decimalText(value.value.num, value.value.den) : statedText(value),
});

/** Yuan as text with two decimals, or more where the amount is finer than a fen. */
export function yuanText(value: Rational): string {
  if (100n % value.den !== 0n) return decimalText(value.num, value.den);
  const fen = multiply(value, rational(100n)).num;
  const digits = String(fen < 0n ? -fen : fen).padStart(3, '0');
  return `${fen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
