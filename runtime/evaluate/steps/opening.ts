import type { CivilDate } from '../../calendar/date.ts';
import { dayFromText } from '../../calendar/date.ts';
import type { Period } from '../../calendar/period.ts';
import { periodStart, previousPeriod } from '../../calendar/period.ts';
import type { Expr, Program } from '../../ir/types.ts';
import type { Value } from '../../ir/value.ts';
import { keyText } from '../../ir/value.ts';
import { cellName } from '../../ledger/ledger.ts';
import { NOTHING } from '../../ledger/reliance.ts';
import { tooManyPeriods } from '../faults.ts';
import type { Result } from '../gap.ts';
import { faultGap, Gap } from '../gap.ts';
import type { Run, Site } from '../site.ts';
import type { Relying, State } from '../state.ts';
import { isKnown } from '../version.ts';
import { keyOfDay } from './day.ts';

/**
 * 期初: a cell's value at the beginning of its period, computed from the cells one period earlier. Periods are gone through from the one in
 * which the books open to the one that is asked for, so that each finds the one before it already known; before the books there is nothing.
 * Each is computed under the law of its own first day, so that a later amendment does not change what an earlier year carried over.
 */
export interface Opening {
  readonly run: Run;
  /** The first day of the period of a key. */
  readonly begins: (key: number) => CivilDate;
  /** Which of the keys is the period; -1 when none is. */
  readonly periodKey: number;
  readonly period: Period;
  /** Key of the period in which the books open. */
  readonly first: number;
}

/** Twenty years of days. */
const MOST_PERIODS = 7500;

/** The openings of a program, by accumulator. */
export function compileOpenings(program: Program, booksOpen: string | undefined, site: Site): ReadonlyMap<number, Opening> {
  const day = (booksOpen === undefined ? undefined : dayFromText(booksOpen)) ?? 0;
  return new Map(
    program.openings.map(({ accumulator, value }) => {
      const keys = program.entries.find((entry) => entry.accumulator === accumulator)?.keys ?? [];
      const periodKey = keys.findIndex((key) => periodOf(key) !== undefined);
      const key = keys[periodKey];
      const period = (key && periodOf(key)) ?? 'year';
      const year = key?.op === 'benefitYear' ? { month: key.month, day: key.dayOfMonth } : { month: 1, day: 1 };
      return [
        accumulator,
        {
          run: site.compile(value),
          begins: (at) => periodStart(period, at, year),
          periodKey,
          period,
          first: key ? periodOfDay(key, day) : day,
        },
      ];
    }),
  );
}

function periodOf(key: Expr): Period | undefined {
  switch (key.op) {
    case 'yearOf':
    case 'benefitYear':
      return 'year';
    case 'monthOf':
      return 'month';
    case 'quarterOf':
      return 'quarter';
    case 'dayKey':
      return 'day';
    default:
      return undefined;
  }
}

/** The period that a day falls in. */
const periodOfDay = (key: Expr, day: number): number =>
  key.op === 'yearOf' || key.op === 'monthOf' || key.op === 'quarterOf' || key.op === 'benefitYear' ? Number(keyOfDay(key)(day)) : day;

/** The opening of a cell; undefined when the policy states none or the books were not open. */
export function openedValue(state: State, accumulator: number, name: string, keys: readonly Value[]): Result | undefined {
  const opening = state.of.program.openings.get(accumulator);
  if (opening === undefined) return undefined;
  const known = recall(state, name);
  if (known !== undefined) return known;
  const { periodKey, period, first, begins } = opening;
  const asked = keys[periodKey];
  if (typeof asked !== 'bigint' && typeof asked !== 'number') return undefined;
  const declared = state.of.policy.ir.accumulators[accumulator]?.name ?? '';
  const pending: number[] = [];
  for (let key = Number(asked); key >= first; key = previousPeriod(period, key)) {
    if (state.openings.has(nameAt(key))) break;
    if (pending.push(key) > MOST_PERIODS) return faultGap(tooManyPeriods(declared));
  }
  for (const key of pending.reverse()) {
    const previousKeys = keysAt(previousPeriod(period, key));
    const { states, point } = lawsAt(state, accumulator, begins(key));
    const found = states.map((one) => openedUnder(one, accumulator, previousKeys));
    const [value] = found;
    const open = point === undefined ? undefined : state.of.policy.openGaps[point];
    const agreed = found.length === 1 || !open || found.every((one) => same(one.value, value?.value)) ? value : undefined;
    state.openings.set(nameAt(key), agreed ?? { value: open ?? 0n, reliances: NOTHING });
  }
  return recall(state, name);

  function keysAt(key: number): readonly Value[] {
    return keys.with(periodKey, typeof asked === 'number' ? key : BigInt(key));
  }
  function nameAt(key: number): string {
    return cellName(state.of.policy.ir.id, declared, keysAt(key).map(keyText));
  }
}

function openedUnder(state: State, accumulator: number, previousKeys: readonly Value[]): Relying {
  const outer = state.period;
  state.period = { previousKeys };
  const found = state.apart(state.of.program.openings.get(accumulator)?.run ?? (() => 0n));
  state.period = outer;
  return found;
}

const same = (a: Result, b: Result | undefined): boolean =>
  b !== undefined && !(a instanceof Gap) && !(b instanceof Gap) && keyText(a) === keyText(b);

/**
 * The event under each law that may open the cells of a period: the law of its first day; before the accumulator was there, the first law
 * that opens it.
 */
function lawsAt(
  state: State,
  accumulator: number,
  day: CivilDate,
): { readonly states: readonly State[]; readonly point?: number | undefined } {
  const { policy, knownOn } = state.of;
  const cells = policy.timeline.filter((cell) => day < cell.to && isKnown(cell, knownOn)).toSorted((a, b) => a.from - b.from);
  for (const { versions, point } of cells) {
    const states = versions.map((one) => state.under(policy.version(one)));
    if (states.length === 0 || !states.every((one) => one.of.program.openings.has(accumulator))) continue;
    return states.includes(state) ? { states: [state] } : { states, point };
  }
  return { states: [state] };
}

function recall(state: State, name: string): Result | undefined {
  const known = state.openings.get(name);
  if (known) state.rely(known.reliances);
  return known?.value;
}
