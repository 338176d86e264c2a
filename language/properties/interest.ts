/**
 * Where a law is likely to break: at the numbers that the subject's own rules mention, and at their sums and quotients (a cap is reached at
 * deductible + cap ÷ ratio). Collected over everything that the subject depends on, in all versions.
 */
import { dayFromText, dayNumber, partsOf } from '../../runtime/calendar/date.ts';
import type { Expr, IrType, Literal, PolicyIr } from '../../runtime/ir/types.ts';
import type { Rational } from '../../runtime/money/rational.ts';
import { divide, rational } from '../../runtime/money/rational.ts';
import { coneOf } from './cone.ts';

/** What is worth trying, per kind of field. */
export interface Interest {
  /** Fen, ascending, none negative. */
  readonly fen: readonly bigint[];
  readonly integers: readonly bigint[];
  readonly months: readonly number[];
  /** Day numbers at which the law changes or a year begins, ascending. */
  readonly days: readonly number[];
  /** By index of a field: the values that some rule asks for. */
  readonly values: ReadonlyMap<number, readonly string[]>;
}

/** More than this is no longer a boundary but a crowd. */
const MOST_AMOUNTS = 400;

/** What is worth trying for one subject of a policy. */
export function interestOf(policy: PolicyIr, subject: string): Interest {
  const found = {
    money: new Set<bigint>(),
    ratios: new Map<string, Rational>(),
    integers: new Set<bigint>(),
    months: new Set<number>(),
    values: new Map<number, Set<string>>(),
  };
  const constant = (type: IrType, value: Literal): void => {
    if (typeof value !== 'string') return;
    if (type.kind === 'money') found.money.add(BigInt(value) / BigInt(type.scale));
    else if (type.kind === 'ratio') found.ratios.set(`${value}/${type.scale}`, rational(BigInt(value), BigInt(type.scale)));
    else if (type.kind === 'integer') found.integers.add(BigInt(value));
    else if (type.kind === 'months') found.months.add(Number(value));
  };
  const asked = (of: Expr, values: readonly string[]): void => {
    if (of.op !== 'input') return;
    const known = found.values.get(of.index) ?? new Set();
    for (const value of values) known.add(value);
    found.values.set(of.index, known);
  };
  policy.programs.forEach((program, index) => {
    const { expressions } = coneOf(program, subject);
    for (const expr of expressions) {
      if (expr.op === 'const') constant(expr.type, expr.value);
      else if (expr.op === 'oneOf' || expr.op === 'contains') asked(expr.of, expr.values);
      else if (expr.op === 'table') for (const axis of expr.axes) if (axis.kind === 'values') asked(axis.of, axis.classes.flat());
      if (expr.op !== 'param') continue;
      const spec = program.parameters[expr.index];
      for (const version of policy.versions) {
        const value = version.program === index ? version.parameters[expr.index] : undefined;
        if (spec && value && value.kind !== 'open') constant(spec.type, value.value);
      }
    }
  });
  return {
    fen: amounts([...found.money], [...found.ratios.values()]),
    integers: [...found.integers],
    months: [...found.months],
    days: days(policy, subject),
    values: new Map([...found.values].map(([field, values]) => [field, [...values]])),
  };
}

/** The constants, what reaches them under each ratio, and sums of two; each also a fen lower and higher. */
function amounts(constants: readonly bigint[], ratios: readonly Rational[]): readonly bigint[] {
  const positive = constants.filter((fen) => fen > 0n);
  const before = ratios.filter(({ num }) => num > 0n).flatMap((ratio) => positive.map((fen) => up(divide(rational(fen), ratio))));
  const reached = [...positive, ...before];
  const sums = reached.flatMap((a) => positive.map((b) => a + b));
  const all = new Set([...reached, ...sums].slice(0, MOST_AMOUNTS).flatMap((fen) => [fen - 1n, fen, fen + 1n]));
  return [0n, 1n, ...all].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

const up = ({ num, den }: Rational): bigint => (num + den - 1n) / den;

/** The first and last days of the cells of the timeline in whose law the subject is worked out, and of the years around them. */
function days({ timeline, versions, programs }: PolicyIr, subject: string): readonly number[] {
  const hasSubject = (version: number): boolean =>
    programs[versions[version]?.program ?? -1]?.steps.some(({ address }) => address === subject) ?? false;
  const speaking = timeline.filter(({ version, candidates = [] }) =>
    [version, ...candidates.map((one) => one.version)].some((one) => one !== undefined && hasSubject(one)),
  );
  const cells = speaking.length > 0 ? speaking : timeline;
  const edges = cells.flatMap(({ from, to }) => [from, to]).flatMap((text) => (text === undefined ? [] : (dayFromText(text) ?? [])));
  const years = edges.flatMap((day) => {
    const { year } = partsOf(day);
    return [year, year + 1].map((of) => dayNumber(of, 1, 1));
  });
  const known = [...edges, ...years];
  const all = new Set((known.length > 0 ? known : [dayNumber(2023, 1, 1)]).flatMap((day) => [day - 1, day]));
  return [...all].sort((a, b) => a - b);
}
