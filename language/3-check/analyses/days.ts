import { type CivilDate, dayNumber, partsOf } from '../../../runtime/calendar/date.ts';
import type { Expression, Open } from '../../2-syntax/nodes/expression.ts';
import type { CivilDay } from '../../model/types.ts';

/** A day as the law gives it: known (perhaps assumed), or open between two bounds that it may not have. */
export type DayReading =
  | { readonly kind: 'known'; readonly day: CivilDate; readonly assumed?: Expression }
  | { readonly kind: 'open'; readonly node: Open; readonly notBefore?: CivilDate | undefined; readonly notAfter?: CivilDate | undefined };

/** Whether something bound to a day has happened by another day. */
export type Reached = 'yes' | 'no' | 'open';

const literal = (e: Expression | undefined): CivilDate | undefined => (e?.kind === 'date' ? dayNumber(e.year, e.month, e.day) : undefined);

/** Undefined when the expression is not a day at all. 候选 bound an open day as 不早于 and 不晚于 do. */
export function readDay(e: Expression): DayReading | undefined {
  const day = literal(e);
  if (day !== undefined) return { kind: 'known', day };
  if (e.kind === 'assumed') {
    const assumed = literal(e.value);
    return assumed === undefined ? undefined : { kind: 'known', day: assumed, assumed: e };
  }
  if (e.kind !== 'open') return undefined;
  const candidates = e.candidates.flatMap((one) => literal(one) ?? []);
  const all = e.candidates.length > 0 && candidates.length === e.candidates.length;
  return {
    kind: 'open',
    node: e,
    notBefore: literal(e.notBefore) ?? (all ? Math.min(...candidates) : undefined),
    notAfter: literal(e.notAfter) ?? (all ? Math.max(...candidates) : undefined),
  };
}

/** Whether `day` has come by `on`. */
export function reached(day: DayReading, on: CivilDate): Reached {
  if (day.kind === 'known') return day.day <= on ? 'yes' : 'no';
  if (day.notBefore !== undefined && on < day.notBefore) return 'no';
  return day.notAfter !== undefined && on >= day.notAfter ? 'yes' : 'open';
}

/** The days on which the answer of `reached` changes. */
export const cutsOf = (day: DayReading): readonly CivilDate[] =>
  day.kind === 'known' ? [day.day] : [day.notBefore, day.notAfter].flatMap((one) => one ?? []);

/** Earliest and latest day it can be. */
export const earliest = (day: DayReading): CivilDate => (day.kind === 'known' ? day.day : (day.notBefore ?? Number.NEGATIVE_INFINITY));
export const latest = (day: DayReading): CivilDate => (day.kind === 'known' ? day.day : (day.notAfter ?? Number.POSITIVE_INFINITY));

/** As the model writes days. */
export const civil = (day: CivilDate): CivilDay => partsOf(day);
