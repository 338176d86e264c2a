import type { BenefitLine, Guarantee, Measure } from '../2-syntax/nodes/benefit.ts';
import type {
  Adjustment,
  Allocation,
  Citation,
  Due,
  Eligibility,
  Exception,
  Posting,
  Tilt,
  WaitingPeriod,
} from '../2-syntax/nodes/declaration.ts';
import type { Expression } from '../2-syntax/nodes/expression.ts';
import type { Table } from '../2-syntax/nodes/table.ts';
import { FIXED, oneOf, typed } from './allowed.ts';
import type { Known } from './known.ts';
import type { Allowed } from './sheet.ts';
import { isTable, listSlot, literalSlots, nameSlot, reasonSlot, type Slot, valueSlots } from './slots.ts';

/** What a sentence of a rule holds that can be edited by itself, in order of place, and the table in it. */
export interface Sentence {
  readonly slots: readonly Slot[];
  readonly table?: { readonly table: Table; readonly allowed: Allowed };
}

const MONEY = typed('money', true);
const RATIO = typed('ratio', true);
const POINTS = typed('points', true);

/** A line of a benefit, of a tilt, or a rule that is one sentence. */
export type Line = BenefitLine | Exception | Tilt['lines'][number] | Guarantee | Eligibility | WaitingPeriod | Posting | Due | Allocation;

/** The places of one line; a line that no view edits has none. */
export function sentenceOf(line: Line, known: Known): Sentence {
  if (!('kind' in line)) return { slots: [nameSlot(line.target), ...adjustmentSlots(line.adjustment, known)] };
  switch (line.kind) {
    case 'citation':
      return { slots: [quoteSlot(line)] };
    case 'applies':
      return { slots: literalSlots(line.condition, known) };
    case 'base':
      return { slots: valueSlots(line.value, MONEY, known) };
    case 'deductible':
    case 'cap':
      return measured(line.value, line.measure, known);
    case 'ratio':
      return valued(line.value, RATIO, known);
    case 'byBands':
      return { slots: [nameSlot(line.bands)] };
    case 'ratioFirst':
      return { slots: [] };
    case 'posting':
      return { slots: postingSlots(line, known) };
    case 'eligibility':
      return { slots: [...literalSlots(line.condition, known), reasonSlot(line.reason)] };
    case 'waitingPeriod':
      return { slots: waitingSlots(line, known) };
    case 'tilt':
      return { slots: [] };
    case 'exception':
      return {
        slots: [
          ...(line.target && line.target.span.start > line.name.span.start ? [nameSlot(line.target)] : []),
          ...(line.guard ? literalSlots(line.guard, known) : []),
          ...adjustmentSlots(line.adjustment, known),
        ],
      };
    case 'guarantee':
      return { slots: guaranteeSlots(line, known) };
    case 'due':
      return valued(line.value, MONEY, known, line.guard);
    case 'allocation':
      return { slots: [...valueSlots(line.amount, MONEY, known), ...line.receivers.flatMap((one) => limits(one, known))] };
  }
}

const quoteSlot = ({ quote }: Citation): Slot => ({ start: quote.span.start, end: quote.span.end, kind: 'quote', allowed: FIXED });

function valued(value: Expression | Table, allowed: Allowed, known: Known, guard?: Expression): Sentence {
  const more = guard ? literalSlots(guard, known) : [];
  return isTable(value) ? { slots: more, table: { table: value, allowed } } : { slots: [...valueSlots(value, allowed, known), ...more] };
}

function measured(value: Expression | Table, measure: Measure | undefined, known: Known): Sentence {
  const { slots, ...table } = valued(value, MONEY, known);
  return { ...table, slots: [...slots, ...(measure ? measureSlots(measure, known) : [])] };
}

/** 每次, or the accumulator it counts in. */
function measureSlots(measure: Measure, known: Known): Slot[] {
  const reason = measure.assumed ? [reasonSlot(measure.assumed)] : [];
  if (measure.assumed) return reason;
  const { start, end } = measure.span;
  const allowed = oneOf(['每次', ...known.accumulators.map((name) => `累计于 ${name}`)]);
  return [{ start, end, kind: 'expression', allowed }];
}

export function adjustmentSlots(adjustment: Adjustment, known: Known): Slot[] {
  if (adjustment.how === 'waive') return [];
  return valueSlots(adjustment.value, adjustmentType(adjustment), known);
}

/** 加 and 减 take what the amount is made of: points for a ratio, money for money; the literal that stands there says which. */
function adjustmentType(adjustment: Exclude<Adjustment, { readonly how: 'waive' }>): Allowed {
  if (adjustment.how === 'multiply') return RATIO;
  const inner = adjustment.value.kind === 'assumed' ? adjustment.value.value : adjustment.value;
  if (inner.kind === 'quantity' && inner.unit === 'points') return POINTS;
  return typed('expression', true);
}

function postingSlots(line: Posting, known: Known): Slot[] {
  const by: Slot[] =
    'kind' in line.by
      ? [{ start: line.by.span.start, end: line.by.span.end, kind: 'open', allowed: FIXED }]
      : listSlot(line.by, known.payers);
  return [
    ...by,
    ...listSlot(line.from, known.parts),
    ...(line.into ? [nameSlot(line.into)] : []),
    ...(line.until ? valueSlots(line.until, typed('date', true), known) : []),
    ...(line.batch ? [] : line.value ? valueSlots(line.value, MONEY, known) : []),
    ...(line.guard ? literalSlots(line.guard, known) : []),
  ];
}

function waitingSlots(line: WaitingPeriod, known: Known): Slot[] {
  const counting = line.counting?.assumed ? [reasonSlot(line.counting.assumed)] : [];
  return [...valueSlots(line.length, typed('months', true), known), ...valueSlots(line.since, typed('date', true), known), ...counting];
}

function guaranteeSlots(line: Guarantee, known: Known): Slot[] {
  return [
    ...listSlot('kind' in line.by ? [] : line.by, known.payers),
    ...listSlot(line.from, known.parts),
    ...valueSlots(line.floor, typed('expression', true), known),
    ...(line.base ? valueSlots(line.base, MONEY, known) : []),
    ...(line.guard ? literalSlots(line.guard, known) : []),
  ];
}

function limits(one: Allocation['receivers'][number], known: Known): Slot[] {
  const guard = one.kind === 'each' && one.guard ? literalSlots(one.guard, known) : [];
  return [...guard, ...(one.limit ? valueSlots(one.limit, MONEY, known) : [])];
}
