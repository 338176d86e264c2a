import type { Accumulator, Expr } from '../../ir/types.ts';
import type { Value } from '../../ir/value.ts';
import { keyText } from '../../ir/value.ts';
import { valueOfCellText } from '../../ledger/cell-text.ts';
import { combine, MISMATCH } from '../../ledger/fold.ts';
import { cellBefore, cellName, openingOf } from '../../ledger/ledger.ts';
import { cellMismatch, neverWritten, openingUnreadable } from '../faults.ts';
import type { Result } from '../gap.ts';
import { faultGap, Gap, gapsOf, openGap } from '../gap.ts';
import type { Run, Site } from '../site.ts';
import type { State } from '../state.ts';
import { openedValue } from './opening.ts';

/** 已累计: the fold of a cell before this event. */
export function compileAccumulated(
  { accumulator, keys }: Extract<Expr, { readonly op: 'accumulated' }>,
  { compile, program, policy }: Site,
): Run {
  const own = program.entries.find((entry) => entry.accumulator === accumulator);
  const runs = (keys.length > 0 ? keys : (own?.keys ?? [])).map(compile);
  const declared = policy.ir.accumulators[accumulator] as Accumulator;
  return (state) => {
    const found = runs.map((run) => run(state));
    const at = knownKeys(found);
    return at ? cellValue(state, accumulator, declared, at) : gapsOf(...found);
  };
}

/** 上期, inside an opening: another cell, or this one, one period earlier. */
export function compilePrevious(accumulator: number, { policy }: Site): Run {
  const declared = policy.ir.accumulators[accumulator] as Accumulator;
  return (state) =>
    state.period ? cellValue(state, accumulator, declared, state.period.previousKeys) : faultGap(neverWritten(declared.name));
}

const knownKeys = (keys: readonly Result[]): readonly Value[] | undefined =>
  keys.every((key): key is Value => !(key instanceof Gap)) ? keys : undefined;

/** A cell's value: what it held before the first event, and the entries since. */
export function cellValue(state: State, index: number, accumulator: Accumulator, keys: readonly Value[]): Result {
  const { ledger, policy, before } = state.of;
  const owner = accumulator.policy ?? policy.ir.id;
  const texts = keys.map(keyText);
  const name = cellName(owner, accumulator.name, texts);
  state.of.reads?.add(name);
  state.of.watch?.cells.set(name, { policy: owner, accumulator: accumulator.name, keys: texts, money: accumulator.type.kind === 'money' });
  const cell = cellBefore(ledger, name, accumulator, before);
  if (ledger.loose > 0) {
    const loose = cellBefore(ledger, cellName(owner, accumulator.name, undefined), accumulator, before);
    if (loose.open.length > 0) return openGap(loose.open);
  }
  if (cell.open.length > 0) return openGap(cell.open);
  if (cell.value === MISMATCH) return faultGap(cellMismatch(accumulator.name));
  state.rely(cell.reliances);

  const given = openingOf(ledger, owner, accumulator.name, texts);
  let opening: Result | undefined;
  if (given === undefined) opening = openedValue(state, index, name, keys);
  else {
    opening = valueOfCellText(given, accumulator.type);
    if (opening === undefined) return faultGap(openingUnreadable(accumulator.name, given));
  }
  if (opening instanceof Gap) return opening;
  return combine(accumulator, opening, cell.value) ?? nothingYet(accumulator);
}

/** A cell that has neither entries nor an opening. */
function nothingYet({ name, how, type }: Accumulator): Result {
  if (how === 'set') return [];
  if (
    how === 'latest' ||
    type.kind === 'date' ||
    type.kind === 'time' ||
    type.kind === 'bool' ||
    type.kind === 'text' ||
    type.kind === 'enum'
  )
    return faultGap(neverWritten(name));
  return 0n;
}
