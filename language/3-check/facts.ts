/** What an event or a person of a scenario states: fields and items by name. */
import type { Given } from '../2-syntax/nodes/policy.ts';
import type { Span } from '../2-syntax/nodes/span.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import * as say from '../diagnostics/scenarios.ts';
import type { PolicyModel, Value } from '../model/types.ts';
import { addressOf } from './amounts.ts';
import { isValue, NOTHING, nameOf, readGiven } from './given.ts';
import { nearest } from './near.ts';

/** The policy whose fields are stated, and where findings go. */
export interface Reading {
  readonly policy: PolicyModel;
  readonly diagnostics: Diagnostic[];
}

/** The items of one list, each field by field. */
export type Items = readonly Readonly<Record<string, Value>>[];

/** The items of one block, by list, in the order in which they are written; `项目 无` says that there are none. */
export function readLists(given: readonly Given[], work: Reading): ReadonlyMap<string, Items> {
  const lists = new Map<string, Items>();
  for (const one of given) {
    const name = addressOf(one.path);
    const list = work.policy.lists.find((known) => known.name === name);
    if (!list) {
      // A field written as an item is told where fields are read.
      if (one.item && !work.policy.inputs.some((input) => input.name === name))
        work.diagnostics.push(say.unknownList({ name, lists: work.policy.lists.map((known) => known.name), span: one.path.span }));
      continue;
    }
    const [none] = one.values;
    const empty = one.values.length === 1 && none !== undefined && nameOf(none) === NOTHING;
    if (!one.item && !empty) work.diagnostics.push(say.itemNeeded({ name, field: list.fields[0]?.name ?? '', span: one.span }));
    const item = one.item ? [Object.fromEntries(readFields(one.item, work, list.fields))] : [];
    lists.set(name, [...(lists.get(name) ?? []), ...item]);
  }
  return lists;
}

/** The fields of one block, or of one item; a field stated twice in it is an error. */
export function readFields(
  given: readonly Given[],
  { policy, diagnostics }: Reading,
  declared = policy.inputs,
): ReadonlyMap<string, Value> {
  const fields = new Map<string, Value>();
  const places = new Map<string, Span>();
  for (const one of given) {
    const name = addressOf(one.path);
    const field = declared.find((input) => input.name === name);
    if (!field && declared === policy.inputs && (one.item || policy.lists.some((list) => list.name === name))) continue;
    if (!field) {
      const near = nearest(
        name,
        declared.map((input) => input.name),
      );
      diagnostics.push(say.unknownField({ name, policy: policy.name, near, span: one.path.span }));
      continue;
    }
    const first = places.get(name);
    if (first) diagnostics.push(say.givenTwice({ name, span: one.path.span, first }));
    places.set(name, one.path.span);
    if (one.item) {
      diagnostics.push(say.fieldAsList({ name, span: one.path.span }));
      continue;
    }
    const value = readGiven(name, field.type, one.values);
    if (isValue(value)) fields.set(name, value);
    else diagnostics.push(value);
  }
  return fields;
}
