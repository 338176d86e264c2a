import type { ReasonRef } from '../answer.ts';
import { scaleOf } from '../ir/type-of.ts';
import type { Accumulator } from '../ir/types.ts';
import { unreachable } from '../ir/unreachable.ts';
import type { Value } from '../ir/value.ts';
import type { Reliance } from './reliance.ts';
import { NOTHING, unite } from './reliance.ts';

/** What one event wrote into one cell. An open entry has no value and says why. */
export interface Entry {
  /** As declared by the policy under which it was written. */
  readonly accumulator: Accumulator;
  /** The policy whose cell it is; absent: the one that its event was settled under. */
  readonly policy?: string;
  /** Absent: the keys are open themselves, so any cell of the accumulator may be meant. */
  readonly keys?: readonly string[];
  readonly value?: Value;
  readonly open: readonly ReasonRef[];
  readonly reliances: readonly Reliance[];
}

/**
 * A cell: its last entry, the entries before it, and the fold of all of them.
 * INVARIANT: `serial` descends towards the older entries.
 */
export interface Cell {
  readonly event: string;
  readonly serial: number;
  readonly entry: Entry;
  /** Undefined when no entry has a value. */
  readonly folded: Value | undefined | typeof MISMATCH;
  readonly open: readonly ReasonRef[];
  readonly reliances: readonly Reliance[];
  readonly older: Cell | undefined;
}

/** The entries were written under a declaration whose values do not fit the one that reads them. */
export const MISMATCH = Symbol('mismatch');

/** What a read of a cell gives: the fold of the entries before an event, without the cell's opening. */
export interface Folded {
  readonly value: Value | undefined | typeof MISMATCH;
  readonly open: readonly ReasonRef[];
  readonly reliances: readonly Reliance[];
}

const UNTOUCHED: Folded = { value: undefined, open: NOTHING, reliances: NOTHING };

/** Two folds as one; `undefined` is the fold of nothing. */
export function combine({ how }: Accumulator, before: Value | undefined, value: Value | undefined): Value | undefined {
  if (value === undefined) return before;
  switch (how) {
    case 'sum':
    case 'count':
      return typeof before === 'bigint' && typeof value === 'bigint' ? before + value : value;
    case 'greatest':
      return before === undefined || value > before ? value : before;
    case 'latest':
      return value;
    case 'set': {
      const more = typeof value === 'object' ? value : [String(value)];
      return typeof before === 'object' ? [...before, ...more.filter((item) => !before.includes(item))] : more;
    }
    default:
      return unreachable(how);
  }
}

/** The cell with an entry put where its serial number belongs. */
export function enter(cell: Cell | undefined, event: string, serial: number, entry: Entry): Cell {
  if (cell === undefined || cell.serial <= serial) return link(cell, event, serial, entry);
  const { newer, rest } = splitAt(cell, serial);
  return relink(newer, link(rest, event, serial, entry));
}

/** The cell without the entries of the event that has this serial number; undefined when none are left. */
export function withoutEvent(cell: Cell | undefined, serial: number): Cell | undefined {
  if (cell === undefined) return undefined;
  const { newer, rest } = splitAt(cell, serial);
  let older = rest;
  while (older !== undefined && older.serial === serial) older = older.older;
  return older === rest ? cell : relink(newer, older);
}

/** The entries after a serial number, newest first, and what is before them. */
function splitAt(cell: Cell, serial: number): { readonly newer: readonly Cell[]; readonly rest: Cell | undefined } {
  const newer: Cell[] = [];
  let rest: Cell | undefined = cell;
  for (; rest !== undefined && rest.serial > serial; rest = rest.older) newer.push(rest);
  return { newer, rest };
}

function relink(newer: readonly Cell[], older: Cell): Cell;
function relink(newer: readonly Cell[], older: Cell | undefined): Cell | undefined;
function relink(newer: readonly Cell[], older: Cell | undefined): Cell | undefined {
  return newer.reduceRight<Cell | undefined>((below, { event, serial, entry }) => link(below, event, serial, entry), older);
}

function link(older: Cell | undefined, event: string, serial: number, entry: Entry): Cell {
  const { accumulator } = entry;
  const before = older && foldAs(older, accumulator);
  const folded = before === MISMATCH ? before : combine(accumulator, before, countedValue(entry));
  const open = older === undefined ? entry.open : unite(older.open, entry.open);
  const reliances = older === undefined ? entry.reliances : unite(older.reliances, entry.reliances);
  return { event, serial, entry, folded, open, reliances, older };
}

const countedValue = ({ accumulator, value }: Entry): Value | undefined =>
  accumulator.how === 'count' && value !== undefined ? 1n : value;

/** The fold of the entries before serial number `before`. */
export function readCell(cell: Cell | undefined, accumulator: Accumulator, before: number): Folded {
  let at = cell;
  while (at !== undefined && at.serial >= before) at = at.older;
  return at === undefined ? UNTOUCHED : { value: foldAs(at, accumulator), open: at.open, reliances: at.reliances };
}

/** The fold in the terms of an accumulator that may have been declared anew since the entries were written. */
function foldAs(cell: Cell, wanted: Accumulator): Value | undefined | typeof MISMATCH {
  const { accumulator } = cell.entry;
  if (accumulator === wanted || (accumulator.how === wanted.how && sameScale(accumulator, wanted))) return cell.folded;
  const entries: Cell[] = [];
  for (let at: Cell | undefined = cell; at !== undefined; at = at.older) entries.push(at);
  let folded: Value | undefined;
  for (const { entry } of entries.reverse()) {
    const value = converted(entry, wanted);
    if (value === MISMATCH) return value;
    folded = combine(wanted, folded, value);
  }
  return folded;
}

const sameScale = (a: Accumulator, b: Accumulator): boolean => a.type.kind === b.type.kind && scaleOf(a.type) === scaleOf(b.type);

function converted(entry: Entry, wanted: Accumulator): Value | undefined | typeof MISMATCH {
  const { value, accumulator } = entry;
  if (value === undefined) return undefined;
  if (wanted.how === 'count') return 1n;
  const from = scaleOf(accumulator.type);
  const to = scaleOf(wanted.type);
  if (typeof value !== 'bigint' || from === undefined || to === undefined)
    return accumulator.type.kind === wanted.type.kind ? value : MISMATCH;
  return (value * to) % from === 0n ? (value * to) / from : MISMATCH;
}
