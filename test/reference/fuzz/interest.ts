/** What is worth trying on a policy: the constants that its law mentions, of every kind. */
import type { PolicyModel, Type } from '../../../language/model/types.ts';
import { daysAfter } from '../calendar.ts';
import { dateOf } from '../worth.ts';

export interface Interest {
  /** Fen. */
  readonly amounts: readonly bigint[];
  /** Parts of 10,000. */
  readonly ratios: readonly bigint[];
  readonly integers: readonly bigint[];
  readonly days: readonly Date[];
  readonly texts: readonly string[];
  /** By field: the values that some rule asks for. */
  readonly values: ReadonlyMap<string, readonly string[]>;
}

type Json = unknown;
const isRecord = (json: Json): json is Record<string, Json> => typeof json === 'object' && json !== null;

/** Collected over every version, whatever stands where. */
export function interestOf(policies: readonly PolicyModel[]): Interest {
  const [amounts, ratios, integers, texts, days] = [
    new Set<bigint>(),
    new Set<bigint>(),
    new Set<bigint>(),
    new Set<string>(),
    new Set<string>(),
  ];
  const rational = (type: Type['kind'] | undefined, num: bigint, den: bigint): void => {
    if (num < 0n) return;
    if (type === 'money' || type === 'fen') amounts.add((num * 100n) / den);
    else if (type === 'ratio' || type === 'points') ratios.add((num * 10_000n) / den);
    else integers.add(num / den);
  };
  const values = new Map<string, Set<string>>();
  const asked = (of: Json, names: Json): void => {
    if (!isRecord(of) || of['kind'] !== 'input' || !Array.isArray(names)) return;
    const field = String(of['name']);
    values.set(field, new Set([...(values.get(field) ?? []), ...names.map(String)]));
  };
  const seen = new Set<object>();
  const visit = (json: Json): void => {
    if (!isRecord(json) || seen.has(json)) return;
    seen.add(json);
    if (Array.isArray(json)) {
      for (const one of json) visit(one);
      return;
    }
    const kind = isRecord(json['type']) ? (json['type']['kind'] as Type['kind']) : undefined;
    const { value } = json;
    if (json['kind'] === 'constant' && isRecord(value)) constant(kind, value);
    if (json['kind'] === 'oneOf') asked(json['of'], json['values']);
    if (json['kind'] === 'values' && Array.isArray(json['classes'])) asked(json['of'], json['classes'].flat());
    if (json['kind'] === 'cuts' && Array.isArray(json['cuts'])) cuts(json);
    if (json['kind'] === 'values' && json['rest'] === true) for (const text of (json['classes'] as string[][]).flat()) texts.add(text);
    for (const [name, inner] of Object.entries(json)) if (name !== 'span' && name !== 'citations') visit(inner);
  };
  const constant = (kind: Type['kind'] | undefined, value: Record<string, Json>): void => {
    if (value['kind'] === 'text') texts.add(String(value['value']));
    if (value['kind'] === 'date') days.add(dateOf(value['value'] as { year: number; month: number; day: number }).toISOString());
    if (value['kind'] !== 'number') return;
    const { num, den } = value['value'] as { num: bigint; den: bigint };
    rational(kind, num, den);
  };
  const cuts = (json: Record<string, Json>): void => {
    const of = json['of'] as { type: Type };
    for (const { at } of json['cuts'] as { at: { num: bigint; den: bigint } }[]) {
      if (of.type.kind === 'date') days.add(daysAfter(new Date(0), Number(at.num / at.den)).toISOString());
      else rational(of.type.kind, at.num, at.den);
    }
  };
  for (const { versions, timeline } of policies) {
    visit(versions);
    for (const { from, to } of timeline) for (const day of [from, to]) if (day) days.add(dateOf(day).toISOString());
  }
  return {
    amounts: [...amounts],
    ratios: [...ratios].filter((one) => one > 0n),
    integers: [...integers],
    texts: [...texts],
    values: new Map([...values].map(([field, names]) => [field, [...names]])),
    days: [...days].map((day) => new Date(day)),
  };
}
