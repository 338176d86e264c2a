import type { Result } from '../evaluate/gap.ts';
import { Gap } from '../evaluate/gap.ts';
import type { State } from '../evaluate/state.ts';
import { chosenResult } from '../evaluate/steps/table.ts';
import { typeOf } from '../ir/type-of.ts';
import type { InHand } from '../ir/type-of-fold.ts';
import type { Expr, IrType } from '../ir/types.ts';
import { shownText } from '../ir/value.ts';
import { grouped } from '../money/fen.ts';
import { type Standing, standingOf, type Table } from './standing.ts';

/** A finished evaluation that can be asked about any part of it, in words. */
export interface View extends Pick<Standing, 'around' | 'typeOf' | 'stepAt' | 'numbers'> {
  readonly state: State;
  /** The value of an expression in this evaluation. */
  readonly value: (expr: Expr) => Result;
  /** Which of a table's results applies. */
  readonly chosen: (table: Table) => number | Gap;
  /** The same evaluation inside a fold that has this in hand. */
  readonly within: (hand: InHand) => View;
  /** What each step read that was asked about. */
  readonly reads: Map<number, readonly number[]>;
  /** A value as sentences and formulas show it: "4,000.00", "60%". */
  readonly shown: (value: Result, type: IrType | undefined) => string;
}

/** Asks nothing that was not evaluated, and changes nothing that an answer says. */
export function viewOf(state: State): View {
  const { site } = state.of.program;
  const { choosers, ...known } = standingOf(state.of);
  const whole: View = {
    ...known,
    state,
    within: (hand) => inside(whole, hand),
    value: (expr) => state.apart(site.compile(expr)).value,
    chosen(table) {
      const choose = choosers.get(table) ?? chosenResult(table, site);
      choosers.set(table, choose);
      return choose(state);
    },
    reads: new Map(),
    shown,
  };
  return whole;
}

function inside(view: View, hand: InHand): View {
  const around = { ...view.around, folds: [hand, ...(view.around.folds ?? [])] };
  // What stands inside a fold means nothing outside of it: its types are not remembered.
  const within: View = { ...view, around, typeOf: (expr) => typeOf(expr, around), within: (other) => inside(within, other) };
  return within;
}

/** A value in the field's own writing; an open one is a question mark. */
export function shown(value: Result, type: IrType | undefined): string {
  if (value instanceof Gap) return '?';
  const text = shownText(value, type);
  return type?.kind === 'money' ? grouped(text) : text;
}

/** A result of an earlier layer as it is shown. */
export const shownReference = (view: View, index: number): string =>
  shown(view.value({ op: 'reference', index }), view.state.of.policy.ir.references[index]?.type);

/** The value of a step as it is shown. */
export const shownStep = ({ state }: View, step: number): string => shown(state.step(step), state.of.program.ir.steps[step]?.type);
