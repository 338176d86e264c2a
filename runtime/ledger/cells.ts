import type { Accumulator } from '../ir/types.ts';
import { cellText, valueOfCellText } from './cell-text.ts';
import { combine, MISMATCH } from './fold.ts';
import type { Ledger } from './ledger.ts';
import { cellBefore, cellName, openingOf } from './ledger.ts';
import { values } from './persistent-map.ts';

/** A cell that events have written, as text. */
export interface CellView {
  readonly policy: string;
  readonly accumulator: string;
  readonly keys: readonly string[];
  /** Yuan for money, numbers exactly; empty while the cell is open or its entries do not fit together. */
  readonly value: string;
  readonly money: boolean;
  /** An entry is 待定, and the cell's value with it. */
  readonly open: boolean;
}

/**
 * The cells that events have written so far, for showing: what a cell held before the first event is counted in when it was given with
 * `withOpenings`; an opening that the policy works out itself is not, since it depends on the event that asks.
 */
export function cellsOf(ledger: Ledger): readonly CellView[] {
  const seen = new Map<string, CellView>();
  for (const event of values(ledger.events)) {
    for (const { policy = event.policy, accumulator, keys } of event.entries) {
      const name = cellName(policy, accumulator.name, keys);
      if (keys !== undefined && !seen.has(name)) seen.set(name, cellView(ledger, policy, accumulator, keys));
    }
  }
  return [...seen.values()];
}

function cellView(ledger: Ledger, policy: string, accumulator: Accumulator, keys: readonly string[]): CellView {
  const folded = cellBefore(ledger, cellName(policy, accumulator.name, keys), accumulator, Number.POSITIVE_INFINITY);
  const given = openingOf(ledger, policy, accumulator.name, keys);
  const opening = given === undefined ? undefined : valueOfCellText(given, accumulator.type);
  const value = folded.value === MISMATCH ? undefined : combine(accumulator, opening, folded.value);
  const open = folded.open.length > 0;
  const money = accumulator.type.kind === 'money';
  return {
    policy,
    accumulator: accumulator.name,
    keys,
    value: open || value === undefined ? '' : cellText(value, accumulator.type),
    money,
    open,
  };
}
