import type { ReasonRef } from '../answer.ts';
import { scaleOf } from '../ir/type-of.ts';
import type { Value } from '../ir/value.ts';
import { keyText, yuanText } from '../ir/value.ts';
import type { Entry } from '../ledger/fold.ts';
import { combine } from '../ledger/fold.ts';
import { NOTHING } from '../ledger/reliance.ts';
import { beyondLimit } from './faults.ts';
import type { Result } from './gap.ts';
import { bothGaps, faultGap, Gap } from './gap.ts';
import type { CompiledProgram } from './program.ts';
import type { State } from './state.ts';
import { cellValue } from './steps/accumulate.ts';

type Rule = CompiledProgram['entries'][number];

/** What an answer writes, or the gap that keeps it from being settled: a field that an entry needs, or a cell beyond the limit. */
export interface Written {
  readonly entries: readonly Entry[];
  /** Reasons of entries that are open while the postings are known. */
  readonly open: readonly ReasonRef[];
  readonly gap: Gap | undefined;
}

/** The entries of an event whose postings are known. */
export function settledEntries(state: State): Written {
  const entries: Entry[] = [];
  let open: readonly ReasonRef[] = NOTHING;
  let gap: Gap | undefined;
  for (const rule of state.of.program.entries) {
    const { value: guard, reliances } = state.apart(rule.guard);
    if (guard === false) continue;
    const found =
      guard instanceof Gap ? { value: guard, reliances } : state.apart(rule.accumulator.how === 'count' ? () => 1n : rule.value);
    if (isNoEntry(rule, found.value)) continue;
    const keys = rule.keys.map((key) => key(state));
    const trouble = [found.value, ...keys].filter((one) => one instanceof Gap);
    if (trouble.length > 0) {
      const all = trouble.reduce(bothGaps);
      if (all.missing.length > 0 || all.faults.length > 0) gap = bothGaps(gap, all);
      open = [...open, ...all.open];
      entries.push(entryOf(rule, keys, undefined, all.open, NOTHING));
      continue;
    }
    state.rely(found.reliances);
    const beyond = cellBeyondLimit(state, rule, keys, found.value);
    if (beyond) gap = bothGaps(gap, beyond);
    entries.push(entryOf(rule, keys, found.value, NOTHING, found.reliances));
  }
  return { entries, open, gap };
}

/** The entries of an event that is open: every cell it would write is open for the same reasons. */
export function openEntries(state: State, reasons: readonly ReasonRef[]): readonly Entry[] {
  return state.of.program.entries.flatMap((rule) => {
    const guard = state.apart(rule.guard).value;
    if (guard === false) return [];
    if (!(guard instanceof Gap) && rule.accumulator.how === 'sum' && isNoEntry(rule, state.apart(rule.value).value)) return [];
    return [
      entryOf(
        rule,
        rule.keys.map((key) => state.apart(key).value),
        undefined,
        reasons,
        NOTHING,
      ),
    ];
  });
}

/** Adding nothing is no entry. */
const isNoEntry = (rule: Rule, value: Result): boolean => rule.accumulator.how === 'sum' && value === 0n;

function entryOf(
  { accumulator }: Rule,
  keys: readonly Result[],
  value: Result | undefined,
  open: readonly ReasonRef[],
  reliances: Entry['reliances'],
): Entry {
  const known = keys.filter((key): key is Value => !(key instanceof Gap));
  return {
    accumulator,
    ...(known.length === keys.length ? { keys: known.map(keyText) } : {}),
    ...(value === undefined || value instanceof Gap ? {} : { value }),
    open,
    reliances,
  };
}

/** A sum of money that an entry would carry beyond the policy's limit. */
function cellBeyondLimit(state: State, { accumulator, ir }: Rule, keys: readonly Result[], value: Result): Gap | undefined {
  if (accumulator.type.kind !== 'money' || accumulator.how !== 'sum' || typeof value !== 'bigint') return undefined;
  const before = cellValue(state, ir.accumulator, accumulator, keys as readonly Value[]);
  const after = typeof before === 'bigint' ? combine(accumulator, before, value) : undefined;
  const scale = scaleOf(accumulator.type) ?? 1n;
  const limit = state.of.policy.moneyLimit * scale;
  if (typeof after !== 'bigint' || (after <= limit && after >= -limit)) return undefined;
  return faultGap(beyondLimit(accumulator.name, yuanText(after, scale).text));
}
