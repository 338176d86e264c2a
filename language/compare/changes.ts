/**
 * Which values of a policy changed between two sides, appeared, or went, and which rules are written otherwise. Values are matched by their
 * address; where two policies call a benefit differently, by the condition under which it applies.
 */
import type { IrType, Literal, ParameterValue, SourceRange } from '../../runtime/ir/types.ts';
import { rational, subtract } from '../../runtime/money/rational.ts';
import type { Alike } from './alike.ts';
import { alikeOf } from './alike.ts';
import { groupsOf } from './groups.ts';
import { isNumeric, literalKey } from './named.ts';
import type { Side } from './side.ts';
import type { StructureChange } from './structure.ts';
import { structureChanges } from './structure.ts';

/** A value as one side has it. */
export interface SideValue {
  /** assumed: 暂按 · open: 待定, there is no value */
  readonly kind: 'known' | 'assumed' | 'open';
  readonly value?: Literal;
  readonly type: IrType;
  readonly source: SourceRange;
  /** The sentences that it rests on. */
  readonly quotes: readonly { readonly document: string; readonly quote: string }[];
}

/** One value that is not the same on both sides. */
export interface ValueChange {
  /** Address on the later side, or on the earlier one where it went. */
  readonly address: string;
  /** The benefit or rule it is listed under. */
  readonly group: string;
  readonly how: 'changed' | 'new' | 'gone';
  readonly before?: SideValue;
  readonly after?: SideValue;
  /** New less old; shares differ by percentage points. Absent where values are no numbers. */
  readonly difference?: { readonly value: string; readonly type: IrType };
}

/** What is not the same in two laws. */
export interface Changes {
  /** In the order in which the later law has them; what went stands at the end of its group. */
  readonly values: readonly ValueChange[];
  readonly structure: readonly StructureChange[];
  /** Values that are the same on both sides. */
  readonly same: number;
  /** Benefits that were matched by their condition, because they go by two names. */
  readonly alike: readonly Alike[];
}

/** Everything that is not the same. */
export function changesOf(before: Side, after: Side): Changes {
  const { alias, alike } = alikeOf(before, after);
  const old = valuesOf(before);
  const now = valuesOf(after);
  const oldGroups = groupsOf(before);
  const nowGroups = groupsOf(after);
  let same = 0;
  const values: ValueChange[] = [];
  for (const [address, value] of now) {
    const was = old.get(alias(address));
    const group = nowGroups(address);
    if (!was) values.push({ address, group, how: 'new', after: value });
    else if (sameValue(was, value)) same += 1;
    else values.push({ address, group, how: 'changed', before: was, after: value, ...difference(was, value) });
  }
  const known = new Set([...now.keys()].map(alias));
  for (const [address, value] of old)
    if (!known.has(address)) values.push({ address, group: oldGroups(address), how: 'gone', before: value });
  return { values, structure: structureChanges(before, after, alias), same, alike };
}

/** A value as it was on another day, kept for items of that day: it is not the law's own value of today. */
const OF_ANOTHER_DAY = / 于 \d{4}-\d{2}-\d{2}(?:\+\d{4}-\d{2}-\d{2})*$/u;

const valuesOf = ({ policy, program, version }: Side): ReadonlyMap<string, SideValue> =>
  new Map(
    program.parameters.flatMap(({ address, type }, index): readonly (readonly [string, SideValue])[] => {
      const value = version.parameters[index];
      return value && !OF_ANOTHER_DAY.test(address) ? [[address, sideValue(value, type, policy.citations)]] : [];
    }),
  );

const sideValue = (value: ParameterValue, type: IrType, citations: Side['policy']['citations']): SideValue => ({
  kind: value.kind,
  ...(value.kind === 'open' ? {} : { value: value.value }),
  type,
  source: value.source,
  quotes: value.citations.flatMap((index) => {
    const found = citations[index];
    return found ? [{ document: found.document, quote: found.quote }] : [];
  }),
});

const sameValue = (a: SideValue, b: SideValue): boolean =>
  a.kind === b.kind &&
  a.type.kind === b.type.kind &&
  (a.value === undefined || b.value === undefined ? a.value === b.value : literalKey(a.value, a.type) === literalKey(b.value, b.type));

function difference(a: SideValue, b: SideValue): Pick<ValueChange, 'difference'> {
  if (a.type.kind !== b.type.kind || !isNumeric(a.type) || typeof a.value !== 'string' || typeof b.value !== 'string') return {};
  const scaleOf = (type: IrType): bigint => ('scale' in type ? BigInt(type.scale) : 1n);
  const { num, den } = subtract(rational(BigInt(b.value), scaleOf(b.type)), rational(BigInt(a.value), scaleOf(a.type)));
  if (num === 0n) return {};
  const { kind } = b.type;
  const type = 'scale' in b.type ? { kind: kind === 'ratio' ? 'points' : b.type.kind, scale: String(den) } : b.type;
  return { difference: { value: String(num), type } };
}
