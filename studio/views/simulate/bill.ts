/**
 * A bill as it is typed: exactly one of its figures, the gap, is left to the others, so that the parts always make the total. Typing into the
 * gap hands it on (total → first part, part → total); clearing a figure makes it the gap and keeps what the former one had come to.
 */
import type { Yuan } from '../../../runtime/answer.ts';
import type { FieldValue, SampleEncounter } from '../../store/simulation.ts';
import type { Balance } from '../../strings/money.ts';
import { fillGap } from '../../strings/money.ts';

export interface BillFields {
  readonly total: string;
  readonly parts: readonly string[];
}

/** Which figure is filled in. */
export const gapOf = (visit: SampleEncounter, bill: BillFields): string => visit.gap ?? bill.total;

const amountIn = (fields: Readonly<Record<string, FieldValue>>, name: string): Yuan => {
  const value = fields[name];
  return typeof value === 'string' ? value : '0.00';
};

/** What the gap comes to. A figure that was never typed counts as 0.00 here and is written out as such. */
export function balanceOf(visit: SampleEncounter, bill: BillFields): Balance {
  const gap = gapOf(visit, bill);
  if (gap === bill.total)
    return fillGap(
      'total',
      undefined,
      bill.parts.map((part) => amountIn(visit.fields, part)),
    );
  return fillGap(
    'part',
    amountIn(visit.fields, bill.total),
    bill.parts.filter((part) => part !== gap).map((part) => amountIn(visit.fields, part)),
  );
}

/** Writes every figure of the bill into the visit; a gap that would be negative stays unwritten and is asked for. */
export function balanced(visit: SampleEncounter, bill: BillFields): SampleEncounter {
  const gap = gapOf(visit, bill);
  const balance = balanceOf(visit, bill);
  const fields: Record<string, FieldValue> = { ...visit.fields };
  for (const name of [bill.total, ...bill.parts]) if (name !== gap) fields[name] = amountIn(visit.fields, name);
  if (balance.kind === 'filled') fields[gap] = balance.yuan;
  else delete fields[gap];
  return { ...visit, gap, fields };
}

/** A figure was typed (or cleared, with undefined). */
export function billTyped(visit: SampleEncounter, bill: BillFields, name: string, value: Yuan | undefined): SampleEncounter {
  const gap = gapOf(visit, bill);
  if (value === undefined) return name === gap ? balanced(visit, bill) : balanced({ ...visit, gap: name }, bill);
  const next = name !== gap ? gap : name === bill.total ? (bill.parts[0] ?? bill.total) : bill.total;
  return balanced({ ...visit, gap: next, fields: { ...visit.fields, [name]: value } }, bill);
}
