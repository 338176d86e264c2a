import type { Result } from '../evaluate/gap.ts';
import { Gap } from '../evaluate/gap.ts';
import type { State } from '../evaluate/state.ts';
import { chosenResult } from '../evaluate/steps/table.ts';
import type { Surroundings } from '../ir/type-of.ts';
import { typeOf } from '../ir/type-of.ts';
import type { Expr, IrType, Step } from '../ir/types.ts';
import { shownText } from '../ir/value.ts';
import { grouped } from '../money/fen.ts';

type Table = Extract<Expr, { readonly op: 'table' }>;

/** A finished evaluation that can be asked about any part of it, in words. */
export interface View {
  readonly state: State;
  /** The value of an expression in this evaluation. */
  readonly value: (expr: Expr) => Result;
  readonly typeOf: (expr: Expr) => IrType | undefined;
  /** Which of a table's results applies. */
  readonly chosen: (table: Table) => number | Gap;
  /** The step of this address; -1 when there is none. */
  readonly stepAt: (address: string) => number;
  /** Steps that are a number of a form: its ratio, standard or limit. */
  readonly numbers: readonly number[];
  /** What each step read that was asked about. */
  readonly reads: Map<number, readonly number[]>;
  /** A value as sentences and formulas show it: "4,000.00", "60%". */
  readonly shown: (value: Result, type: IrType | undefined) => string;
}

/** What is the same for every event under one program. */
type Standing = Pick<View, 'typeOf' | 'stepAt' | 'numbers'> & { readonly choosers: WeakMap<Table, ReturnType<typeof chosenResult>> };

/** Whether a step is a number that a form's own line may tell of. */
export const isNumberForm = (kind: Step['note']['form']['kind']): boolean => kind === 'ratio' || kind === 'standard' || kind === 'limit';

const standing = new WeakMap<State['of']['program'], Standing>();

function standingOf({ policy, program }: State['of']): Standing {
  const known = standing.get(program);
  if (known) return known;
  const around: Surroundings = {
    inputs: policy.ir.inputs.map(({ type }) => type),
    references: policy.ir.references.map(({ type }) => type),
    lists: policy.ir.lists.map(({ fields }) => fields.map(({ type }) => type)),
    steps: program.ir.steps.map(({ type }) => type),
    parameters: program.ir.parameters.map(({ type }) => type),
    accumulators: policy.ir.accumulators,
    points: policy.ir.openPoints.map(({ type }) => type),
    parts: policy.parts,
  };
  const types = new WeakMap<Expr, { readonly type: IrType | undefined }>();
  const steps = new Map(program.ir.steps.map(({ address }, index) => [address, index] as const).toReversed());
  const made: Standing = {
    typeOf(expr) {
      const found = types.get(expr) ?? { type: typeOf(expr, around) };
      types.set(expr, found);
      return found.type;
    },
    stepAt: (address) => steps.get(address) ?? -1,
    choosers: new WeakMap(),
    numbers: program.ir.steps.flatMap(({ note }, index) => (isNumberForm(note.form.kind) ? [index] : [])),
  };
  standing.set(program, made);
  return made;
}

/** Asks nothing that was not evaluated, and changes nothing that an answer says. */
export function viewOf(state: State): View {
  const { site } = state.of.program;
  const { choosers, ...known } = standingOf(state.of);
  return {
    ...known,
    state,
    value: (expr) => state.apart(site.compile(expr)).value,
    chosen(table) {
      const choose = choosers.get(table) ?? chosenResult(table, site);
      choosers.set(table, choose);
      return choose(state);
    },
    reads: new Map(),
    shown,
  };
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
