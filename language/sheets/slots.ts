import type { Expression, Quoted } from '../2-syntax/nodes/expression.ts';
import type { Name, Path } from '../2-syntax/nodes/span.ts';
import type { Cell, Table } from '../2-syntax/nodes/table.ts';
import { unreachable } from '../model/unreachable.ts';
import { allowedAs, namesOf, typed } from './allowed.ts';
import { axisType, type Known } from './known.ts';
import type { Allowed, CellKind, Extent } from './sheet.ts';

/** A place in a sentence that can be edited by itself. */
export interface Slot extends Extent {
  readonly kind: CellKind;
  readonly allowed: Allowed;
}

const slot = (span: Extent, kind: CellKind, allowed: Allowed): Slot => ({ start: span.start, end: span.end, kind, allowed });

/** From the first to the last of some neighbours. */
export const across = (spans: readonly Extent[]): Extent | undefined => {
  const [first] = spans;
  const last = spans.at(-1);
  return first && last ? { start: first.start, end: last.end } : undefined;
};

/** The reason of 待定, its quotes included. */
export const reasonSlot = ({ span }: Quoted): Slot => slot(span, 'quote', REASON);
export const REASON = typed('text');

export const nameSlot = ({ span }: Name | Path, values: readonly string[] = []): Slot => slot(span, 'name', namesOf(values));

/** Names joined by 、 as one place. */
export function listSlot(names: readonly (Name | Path)[], values: readonly string[] = []): Slot[] {
  const place = across(names.map(({ span }) => span));
  return place ? [slot(place, 'name', { ...namesOf(values), list: true })] : [];
}

/** What a line says, as one place where that can be: a value, a name, 待定. A formula has a place for each literal in it. */
export function valueSlots(value: Expression, whole: Allowed, known: Known): Slot[] {
  switch (value.kind) {
    case 'assumed':
      return [...valueSlots(value.value, { ...whole, whole: false }, known), reasonSlot(value.reason)];
    case 'open':
      return [slot(value.span, 'open', whole)];
    case 'reference':
    case 'text':
      return [slot(value.span, whole.type === 'enum' || whole.type === 'boolean' ? 'value' : 'expression', whole)];
    case 'quantity':
    case 'date':
    case 'time':
    case 'truth':
      return [slot(value.span, 'value', whole.type === 'expression' ? { ...(allowedAs(value) ?? whole), whole: true } : whole)];
    default:
      return literalSlots(value, known);
  }
}

/** Every literal, set of values and reason in a formula or condition. */
export function literalSlots(value: Expression, known: Known): Slot[] {
  const all = (parts: readonly (Expression | undefined)[]): Slot[] => parts.flatMap((one) => (one ? literalSlots(one, known) : []));
  switch (value.kind) {
    case 'quantity':
    case 'date':
    case 'time':
    case 'truth':
    case 'text':
      return [slot(value.span, 'value', allowedAs(value) ?? typed('expression'))];
    case 'reference':
      return value.path.keys.flatMap(({ cell }) => cellSlots(cell, known));
    case 'call':
      return all(value.args.map((one) => one.value));
    case 'slice':
      return all([value.from, value.to]);
    case 'remaining':
      return [];
    case 'binary':
      return all([value.left, value.right]);
    case 'compare':
      return all([value.left, value.right]);
    case 'is':
      return [...literalSlots(value.subject, known), slot(value.cell.span, 'head', axisType(value.subject, known))];
    case 'contains': {
      const place = across(value.values.map(({ span }) => span));
      const subject = literalSlots(value.subject, known);
      return place ? [...subject, slot(place, 'head', axisType(value.subject, known))] : subject;
    }
    case 'and':
    case 'or':
      return all(value.operands);
    case 'not':
      return all([value.operand]);
    case 'if':
      return all([value.condition, value.then, value.otherwise]);
    case 'open':
      return [slot(value.span, 'open', typed('expression'))];
    case 'assumed':
      return [...literalSlots(value.value, known), reasonSlot(value.reason)];
    case 'asOf':
      return all([value.subject]);
    case 'fold':
      return all([value.body, value.guard]);
    default:
      return unreachable(value);
  }
}

function cellSlots(cell: Cell, known: Known): Slot[] {
  switch (cell.kind) {
    case 'values':
      return cell.values.flatMap((one) => literalSlots(one, known));
    case 'interval':
      return [cell.low, cell.high].flatMap((one) => (one ? literalSlots(one.value, known) : []));
    default:
      return [];
  }
}

export const isTable = (value: Expression | Table): value is Table => value.kind === 'cross' || value.kind === 'list';
