import type { Axis, Expr, PolicyIr, Program, Step } from '../../runtime/ir/types.ts';
import { shownText, valueOfLiteral } from '../../runtime/ir/value.ts';
import type { Neutral } from './cause.ts';
import { causeKey } from './cause.ts';
import { rewritten, withSteps } from './rewrite.ts';

type Table = Extract<Expr, { op: 'table' }>;
type Bands = Extract<Expr, { op: 'bands' }>;

/** Every table read in another row, one heading at a time, and every band sharing one ratio. */
export function neutralTables(policy: PolicyIr): readonly Neutral[] {
  const found = new Map<string, Neutral>();
  const add = (neutral: Neutral): void => {
    if (!found.has(neutral.key)) found.set(neutral.key, neutral);
  };
  for (const program of policy.programs)
    for (const { address, value } of program.steps) {
      const { tables, bands } = within(value);
      tables.forEach((table, at) => {
        table.axes.forEach((axis, place) => {
          for (let row = 0; row < classesOf(axis); row += 1) {
            const name = rowName(table, program, place, row);
            add({
              key: causeKey('row', policy.id, address, String(at), String(place), name),
              kind: 'row',
              policy: policy.id,
              address,
              instead: name,
              law: inSteps(address, (step, of) => rowFixed(step, of, at, place, name)),
            });
          }
        });
      });
      bands.forEach(({ ratios }, at) => {
        ratios.forEach((ratio, band) => {
          add({
            key: causeKey('band', policy.id, address, String(at), String(band)),
            kind: 'band',
            policy: policy.id,
            address,
            instead: constText(ratio, program, policy) ?? String(band + 1),
            law: inSteps(address, (step) => oneRatio(step, at, band)),
          });
        });
      });
    }
  return [...found.values()];
}

const inSteps =
  (address: string, change: (step: Step, program: Program) => Step) =>
  (policy: PolicyIr): PolicyIr =>
    withSteps(policy, (step, program) => (step.address === address ? change(step, program) : undefined));

/** Tables and bands of an expression, in the order in which they stand. */
function within(value: Expr): { readonly tables: readonly Table[]; readonly bands: readonly Bands[] } {
  const tables: Table[] = [];
  const bands: Bands[] = [];
  rewritten(value, (expr) => {
    if (expr.op === 'table') tables.push(expr);
    if (expr.op === 'bands') bands.push(expr);
    return undefined;
  });
  return { tables, bands };
}

/** Replaces the nth table or band of a step; numbered as `within` finds them. */
function nth<Op extends 'table' | 'bands'>(step: Step, op: Op, at: number, change: (expr: Extract<Expr, { op: Op }>) => Expr): Step {
  let seen = -1;
  const isOne = (expr: Expr): expr is Extract<Expr, { op: Op }> => expr.op === op;
  const value = rewritten(step.value, (expr) => {
    if (!isOne(expr)) return undefined;
    seen += 1;
    return seen === at ? change(expr) : undefined;
  });
  return { ...step, value };
}

const classesOf = (axis: Axis): number =>
  axis.kind === 'values' ? axis.classes.length + (axis.rest ? 1 : 0) : axis.kind === 'truth' ? 2 : axis.cuts.length + 1;

/** The table with one heading always read as `name`; as it is where no row has that name. */
const rowFixed = (step: Step, program: Program, at: number, place: number, name: string): Step =>
  nth(step, 'table', at, (table) => {
    const { axes, grid } = table;
    const axis = axes[place];
    if (!axis) return table;
    const classes = classesOf(axis);
    const row = Array.from({ length: classes }, (_, index) => index).find((index) => rowName(table, program, place, index) === name);
    if (row === undefined) return table;
    const below = axes.slice(place + 1).reduce((all, one) => all * classesOf(one), 1);
    return { ...table, grid: grid.map((_, cell) => grid[cell + (row - (Math.floor(cell / below) % classes)) * below] ?? -1) };
  });

const oneRatio = (step: Step, at: number, band: number): Step =>
  nth(step, 'bands', at, (bands) => {
    const ratio = bands.ratios[band];
    return ratio ? { ...bands, ratios: bands.ratios.map(() => ratio) } : bands;
  });

/** A row by its heading: as the table was written, else by its place. */
function rowName({ axes, grid, results }: Table, program: Program, place: number, row: number): string {
  const axis = axes[place];
  if (axis?.kind === 'values') return axis.classes[row]?.join('、') ?? '其他';
  if (axis?.kind === 'truth') return row === 1 ? '是' : '否';
  const below = axes.slice(place + 1).reduce((all, one) => all * classesOf(one), 1);
  const classes = axis ? classesOf(axis) : 1;
  const cell = grid.findIndex((result, at) => result >= 0 && Math.floor(at / below) % classes === row);
  const result = results[grid[cell] ?? -1];
  const written = result?.op === 'param' ? program.parameters[result.index]?.row?.split(', ')[place] : undefined;
  return written ?? String(row + 1);
}

/** A ratio as it is written, in the last version that has it. */
function constText(ratio: Expr, program: Program, policy: PolicyIr): string | undefined {
  if (ratio.op === 'const') return shownText(valueOfLiteral(ratio.value, ratio.type), ratio.type);
  if (ratio.op !== 'param') return undefined;
  const type = program.parameters[ratio.index]?.type;
  const version = policy.versions.findLast((one) => policy.programs[one.program] === program);
  const value = version?.parameters[ratio.index];
  return type && value && value.kind !== 'open' ? shownText(valueOfLiteral(value.value, type), type) : undefined;
}
