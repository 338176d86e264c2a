import type { ReasonRef } from '../answer.ts';
import { scaleOf } from '../ir/type-of.ts';
import type { Value } from '../ir/value.ts';
import { keyText } from '../ir/value.ts';
import type { Entry } from '../ledger/fold.ts';
import { combine } from '../ledger/fold.ts';
import { cellName } from '../ledger/ledger.ts';
import { NOTHING } from '../ledger/reliance.ts';
import type { Result } from './gap.ts';
import { bothGaps, Gap } from './gap.ts';
import type { CompiledProgram } from './program.ts';
import type { State } from './state.ts';
import { cellValue } from './steps/accumulate.ts';
import { withinLimit } from './within-limit.ts';

type Rule = CompiledProgram['entries'][number];

/** What an answer writes, or the gap that keeps it from being settled: a field that an entry needs, or a cell beyond the limit. */
export interface Written {
  readonly entries: readonly Entry[];
  /** Reasons of entries that are open while the postings are known. */
  readonly open: readonly ReasonRef[];
  readonly gap: Gap | undefined;
}

/** The entries of an event whose postings are known: of all its accumulators, or as some lines ask for. */
export function settledEntries(state: State, rules: readonly Rule[] = state.of.program.entries): Written {
  const entries: Entry[] = [];
  let open: readonly ReasonRef[] = NOTHING;
  let gap: Gap | undefined;
  const added = new Map<string, bigint>();
  const troubled = (rule: Rule, keys: readonly Result[], all: Gap): void => {
    if (all.missing.length > 0 || all.faults.length > 0) gap = bothGaps(gap, all);
    open = [...open, ...all.open];
    entries.push(entryOf(rule, keys, undefined, all.open, NOTHING));
  };
  for (const rule of rules) {
    const none = forEach(state, rule, () => {
      const { value: guard, reliances } = state.apart(rule.guard);
      if (guard === false) return;
      const found =
        guard instanceof Gap ? { value: guard, reliances } : state.apart(rule.accumulator.how === 'count' ? () => 1n : rule.value);
      if (isNoEntry(rule, found.value)) return;
      const keys = rule.keys.map((key) => key(state));
      const trouble = [found.value, ...keys].filter((one) => one instanceof Gap);
      if (trouble.length > 0) {
        troubled(rule, keys, trouble.reduce(bothGaps));
        return;
      }
      state.rely(found.reliances);
      const entry = entryOf(rule, keys, found.value, NOTHING, found.reliances);
      const beyond = cellBeyondLimit(state, rule, keys, entry, added);
      if (beyond) gap = bothGaps(gap, beyond);
      entries.push(entry);
    });
    if (none) troubled(rule, [none], none);
  }
  return { entries, open, gap };
}

/** The entries of an event that is open: every cell it would write is open for the same reasons. */
export function openEntries(state: State, reasons: readonly ReasonRef[]): readonly Entry[] {
  return state.of.program.entries.flatMap((rule) => {
    const made: Entry[] = [];
    const write = (keys: readonly Result[]): void => {
      made.push(entryOf(rule, keys, undefined, reasons, NOTHING));
    };
    const none = forEach(state, rule, () => {
      const guard = state.apart(rule.guard).value;
      if (guard === false) return;
      if (!(guard instanceof Gap) && rule.accumulator.how === 'sum' && isNoEntry(rule, state.apart(rule.value).value)) return;
      write(rule.keys.map((key) => state.apart(key).value));
    });
    if (none) write([none]);
    return made;
  });
}

/** Runs once for the event, or once for each item with it in hand; gives the gap of a list that is not there. */
function forEach(state: State, { each }: Rule, run: () => void): Gap | undefined {
  if (!each) {
    run();
    return undefined;
  }
  const items = each(state);
  if (items instanceof Gap) return items;
  for (const { item } of items) {
    state.hands.push(item);
    run();
    state.hands.pop();
  }
  return undefined;
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

/** A sum of money that an entry, with those before it in this event, would carry beyond the policy's limit. */
function cellBeyondLimit(
  state: State,
  { accumulator, ir }: Rule,
  keys: readonly Result[],
  { keys: names, value }: Entry,
  added: Map<string, bigint>,
): Gap | undefined {
  if (accumulator.type.kind !== 'money' || accumulator.how !== 'sum' || typeof value !== 'bigint') return undefined;
  const cell = cellName('', accumulator.name, names);
  const own = (added.get(cell) ?? 0n) + value;
  added.set(cell, own);
  const before = cellValue(state, ir.accumulator, accumulator, keys as readonly Value[]);
  const after = typeof before === 'bigint' ? combine(accumulator, before, own) : undefined;
  const scale = scaleOf(accumulator.type) ?? 1n;
  if (typeof after !== 'bigint') return undefined;
  const held = withinLimit(accumulator.name, after, state.of.policy.moneyLimit * scale, scale);
  return held instanceof Gap ? held : undefined;
}
