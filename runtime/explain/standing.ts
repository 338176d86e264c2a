import type { State } from '../evaluate/state.ts';
import type { chosenResult } from '../evaluate/steps/table.ts';
import type { Surroundings } from '../ir/type-of.ts';
import { typeOf } from '../ir/type-of.ts';
import type { Expr, IrType, Step } from '../ir/types.ts';

/** A table of the program. */
export type Table = Extract<Expr, { readonly op: 'table' }>;

/** What is the same for every event under one program. */
export interface Standing {
  readonly around: Surroundings;
  readonly typeOf: (expr: Expr) => IrType | undefined;
  /** The step of this address; -1 when there is none. */
  readonly stepAt: (address: string) => number;
  /** Steps that are a number of a form: its ratio, standard or limit. */
  readonly numbers: readonly number[];
  /** How a table chooses; made when first asked. */
  readonly choosers: WeakMap<Table, ReturnType<typeof chosenResult>>;
}

/** Whether a step is a number that a form's own line may tell of. */
export const isNumberForm = (kind: Step['note']['form']['kind']): boolean => kind === 'ratio' || kind === 'standard' || kind === 'limit';

const standing = new WeakMap<State['of']['program'], Standing>();

/** Worked out once for each program. */
export function standingOf({ policy, program }: State['of']): Standing {
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
    around,
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
