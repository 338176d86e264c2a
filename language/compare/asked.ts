/** What the rules of some sides ask of each field, and the amounts and shares that they name. */

import type { PolicyIr } from '../../runtime/index.ts';
import type { Program } from '../../runtime/ir/program.ts';
import type { Expr, IrType, Literal, Version } from '../../runtime/ir/types.ts';
import type { Rational } from '../../runtime/money/rational.ts';
import { rational } from '../../runtime/money/rational.ts';
import type { Side } from './side.ts';
import { visitProgram } from './walk.ts';

/** By name of a field. */
export interface Asked {
  /** Fields that any rule reads. */
  readonly read: ReadonlySet<string>;
  /** Of enumerations and sets: each list of values that some rule asks for. */
  readonly tests: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** Of whole numbers: those they are compared with. */
  readonly numbers: ReadonlyMap<string, readonly number[]>;
  /** Lengths in months that rules name. */
  readonly months: readonly number[];
  /** Amounts in fen, none negative, ascending. */
  readonly fen: readonly number[];
  readonly ratios: readonly Rational[];
}

interface Collecting {
  readonly read: Set<string>;
  readonly tests: Map<string, (readonly string[])[]>;
  readonly numbers: Map<string, number[]>;
  readonly months: Set<number>;
  readonly fen: Set<number>;
  readonly ratios: Map<string, Rational>;
}

/** What all sides ask together. */
export function askedOf(sides: readonly Side[]): Asked {
  const found: Collecting = { read: new Set(), tests: new Map(), numbers: new Map(), months: new Set(), fen: new Set(), ratios: new Map() };
  for (const { policy, program, version, bundle } of sides) {
    collect(policy, program, version, found);
    for (const layer of bundle.ir.policies) {
      if (layer.id === policy.id) continue;
      const [cell, ...more] = layer.timeline;
      const used = cell?.version !== undefined && more.length === 0 ? [layer.versions[cell.version]] : layer.versions;
      for (const one of used) {
        const own = layer.programs[one?.program ?? -1];
        if (one && own) collect(layer, own, one, found);
      }
    }
  }
  return { ...found, months: [...found.months], fen: [...found.fen].sort((a, b) => a - b), ratios: [...found.ratios.values()] };
}

function collect(policy: PolicyIr, program: Program, version: Version, found: Collecting): void {
  const nameOf = (expr: Expr): string | undefined => (expr.op === 'input' ? policy.inputs[expr.index]?.name : undefined);
  const literals = (expr: Expr): readonly { readonly type: IrType; readonly value: Literal }[] => {
    if (expr.op === 'const') return [expr];
    if (expr.op === 'param') {
      const [spec, value] = [program.parameters[expr.index], version.parameters[expr.index]];
      return spec && value && value.kind !== 'open' ? [{ type: spec.type, value: value.value }] : [];
    }
    return expr.op === 'assume' ? literals(expr.of) : [];
  };
  const test = (expr: Expr, values: readonly string[]): void => {
    const name = nameOf(expr);
    if (name !== undefined) push(found.tests, name, values);
  };
  const number = (expr: Expr, against: Expr): void => {
    const name = nameOf(expr);
    for (const { type, value } of literals(against)) {
      if (typeof value !== 'string' || !/^-?\d+$/.test(value)) continue;
      const amount = Number(value) / ('scale' in type ? Number(type.scale) : 1);
      if (name !== undefined) push(found.numbers, name, Math.floor(amount));
      else if (expr.op === 'age') found.months.add(Math.floor(amount) * 12);
      else if (expr.op === 'wholeMonths') found.months.add(Math.floor(amount));
    }
  };
  visitProgram(program, (expr) => {
    const name = nameOf(expr);
    if (name !== undefined) found.read.add(name);
    for (const one of literals(expr)) note(one, found);
    if (expr.op === 'oneOf' || expr.op === 'contains') test(expr.of, expr.values);
    else if (expr.op === 'same') {
      for (const [a, b] of [
        [expr.a, expr.b],
        [expr.b, expr.a],
      ] as const)
        for (const { value } of literals(b)) if (typeof value === 'string') test(a, [value]);
    } else if (expr.op === 'compare') {
      number(expr.a.of, expr.b.of);
      number(expr.b.of, expr.a.of);
    } else if (expr.op === 'table') {
      for (const axis of expr.axes) {
        if (axis.kind === 'values') for (const values of axis.classes) test(axis.of, values);
        else if (axis.kind === 'cuts') for (const { at } of axis.cuts) number(axis.of, at);
      }
    }
  });
}

function note({ type, value }: { readonly type: IrType; readonly value: Literal }, found: Collecting): void {
  if (typeof value !== 'string') return;
  if (type.kind === 'money') {
    const fen = Number(BigInt(value) / BigInt(type.scale));
    if (fen > 0 && Number.isSafeInteger(fen)) found.fen.add(fen);
  } else if (type.kind === 'ratio') found.ratios.set(`${value}/${type.scale}`, rational(BigInt(value), BigInt(type.scale)));
  else if (type.kind === 'months') found.months.add(Number(value));
}

const push = <Value>(map: Map<string, Value[]>, key: string, value: Value): void => {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
};
