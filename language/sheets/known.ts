import type { Expression } from '../2-syntax/nodes/expression.ts';
import type { Item, TopLevel, Tree } from '../2-syntax/nodes/policy.ts';
import { allowedFor, oneOf, typed } from './allowed.ts';
import type { Allowed } from './sheet.ts';

/** What names stand for in a workspace, as far as cells need it. */
export interface Known {
  /** By name; fields of a list as 项目.编码 and alone. */
  readonly types: ReadonlyMap<string, Allowed>;
  readonly payers: readonly string[];
  readonly accumulators: readonly string[];
  /** Parts of the bill. */
  readonly parts: readonly string[];
}

/** The items that a block of a file declares, those that an amendment adds among them. */
export const itemsIn = (block: TopLevel): readonly Item[] =>
  block.kind === 'policy' || block.kind === 'vocabulary'
    ? block.items
    : block.kind === 'amendment'
      ? block.changes.flatMap((change) => (change.kind === 'insert' ? [change.item] : []))
      : [];

/** Gathered from the trees of all files, half-written ones too. */
export function knownOf(trees: Iterable<Tree>): Known {
  const types = new Map<string, Allowed>();
  const payers = new Set<string>();
  const accumulators = new Set<string>();
  const parts = new Set<string>();
  const items = [...trees].flatMap((tree) => tree.items.flatMap(itemsIn));
  // Names that stand for a field's values may come before the field.
  for (let round = 0; round < 2; round++) for (const item of items) learn(item, types, round > 0);
  for (const item of items) {
    if (item.kind === 'payer') payers.add(item.name.text);
    else if (item.kind === 'accumulator') accumulators.add(item.name.text);
    else if (item.kind === 'bill') for (const { name } of item.parts) parts.add(name.text);
  }
  return { types, payers: [...payers], accumulators: [...accumulators], parts: [...parts] };
}

function learn(item: Item, types: Map<string, Allowed>, again: boolean): void {
  const named = (name: string): Allowed | undefined => types.get(name);
  const set = (name: string, allowed: Allowed): void => {
    if (again || !types.has(name)) types.set(name, allowed);
  };
  switch (item.kind) {
    case 'field':
    case 'parameter':
    case 'definition':
      set(item.name.text, allowedFor(item.type, named));
      if (item.kind === 'definition') for (const { name, type } of item.formals) set(name.text, allowedFor(type, named));
      return;
    case 'items':
      for (const field of [...item.fields, ...item.computed.map((one) => one.field)]) {
        const allowed = allowedFor(field.type, named);
        set(`${item.name.text}.${field.name.text}`, allowed);
        if (!types.has(field.name.text)) types.set(field.name.text, allowed);
      }
      return;
    case 'bill':
      for (const { name } of [item.total, ...item.parts]) set(name.text, typed('money'));
      return;
    default:
      return;
  }
}

/** What the values of an axis, or of what stands before 是, can be. */
export function axisType(axis: Expression, known: Known): Allowed {
  switch (axis.kind) {
    case 'reference': {
      const [first, ...more] = axis.path.names.map(({ text }) => text);
      const last = more.at(-1);
      return known.types.get([first, ...more].join('.')) ?? (last === undefined ? undefined : known.types.get(last)) ?? typed('expression');
    }
    case 'contains':
    case 'is':
    case 'compare':
    case 'and':
    case 'or':
    case 'not':
      return TRUTH;
    case 'asOf':
      return axisType(axis.subject, known);
    default:
      return typed('expression');
  }
}

const TRUTH = oneOf(['真', '假']);
