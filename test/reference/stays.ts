/** 拆单 and 并单: what a stay is settled as. Read from the manual's pages of the two words, and from L25, L26. */
import type { JoinModel, PolicyModel, SplitModel, VersionModel } from '../../language/model/types.ts';
import { benefitYear, daysAfter, daysBetween, monthOf, quarterOf, yearOf } from './calendar.ts';
import type { Asked } from './expression.ts';
import { evaluate } from './expression.ts';
import { hit } from './hits.ts';
import type { Stated } from './kept.ts';
import { fraction, order, plus } from './number.ts';
import type { Item, Worth } from './worth.ts';
import { clock, dayOf, Gap, gapIn, isNumber, number, ZERO } from './worth.ts';

/** The longest stay that is split, in days. */
const LONGEST = 3660;

/** The turns of the period that a line of 拆单 names. */
function periodOf({ period, begins }: SplitModel, day: Date): number {
  if (begins) return benefitYear(day, begins.month, begins.day);
  return { year: yearOf, quarter: quarterOf, month: monthOf }[period](day);
}

/** The parts of a stay, each as what it states; `whole`: it is not split; `refused`: nobody knows how. */
export function partsOf(
  { splits, computed }: VersionModel,
  { bill }: PolicyModel,
  asked: Asked,
  stated: Stated,
): readonly Stated[] | Gap | 'whole' | 'refused' {
  const [split] = splits;
  if (!split) return 'whole';
  const [from, to] = [asked.field(split.from), asked.field(split.to)];
  const days = from instanceof Date && to instanceof Date;
  if (days && (from >= to || periodOf(split, from) === periodOf(split, to))) return 'whole';
  // Without a condition it is the days that say which event is a stay.
  if (!split.guard && !days) return 'whole';
  const guard = split.guard ? evaluate(split.guard, asked) : true;
  if (guard === false) return 'whole';
  const gap = gapIn(guard) ?? gapIn(from, to);
  if (gap) return gap;
  const [first, last] = [dayOf(from), dayOf(to)];
  if (!split.by || daysBetween(first, last) > LONGEST) return 'refused';
  const { list, field } = split.by;
  const items = stated.lists[list];
  if (!items) return 'refused';
  const dayIn = (item: Item): Date | undefined => {
    const day = item[field];
    return day instanceof Date && day >= first && day <= last ? day : undefined;
  };
  const loose = (bill?.parts ?? []).some((part) => {
    const own = stated.fields[part];
    return !computed.includes(part) && own !== undefined && isNumber(own) && order(own, ZERO) !== 0;
  });
  if (loose || items.some((item) => dayIn(item) === undefined)) return 'refused';
  const kept = Object.fromEntries(Object.entries(stated.fields).filter(([name]) => name !== bill?.total && !computed.includes(name)));
  const parts: Stated[] = [];
  for (let start = first; start <= last; ) {
    let end = start;
    while (end < last && periodOf(split, daysAfter(end, 1)) === periodOf(split, start)) end = daysAfter(end, 1);
    const own = items.filter((item) => {
      const day = dayIn(item) ?? last;
      return day >= start && day <= end;
    });
    parts.push({ fields: { ...kept, [split.from]: start, [split.to]: end }, lists: { ...stated.lists, [list]: own } });
    start = daysAfter(end, 1);
  }
  hit('split stay');
  return parts;
}

const HOUR = 3_600_000;

/** Whether a visit becomes part of a stay by a line of 并单. */
export function joins({ earlier, stay, from, to, within, unit }: JoinModel, visit: Asked, own: Asked): boolean | Gap {
  const is = evaluate(stay, own);
  if (is !== true) return false;
  if (evaluate(earlier, visit) !== true) return false;
  const [start, end, most] = [visit.field(from), own.field(to), evaluate(within, own)];
  if (start instanceof Gap || end instanceof Gap) return false;
  if (most instanceof Gap) return most;
  const far =
    unit === 'hours' || !(start instanceof Date)
      ? fraction(BigInt(clock(end) - clock(start)), BigInt(unit === 'hours' ? HOUR : 24 * HOUR))
      : fraction(BigInt(daysBetween(start, dayOf(end))));
  return order(far, ZERO) >= 0 && order(far, number(most)) <= 0;
}

/** A stay with the bills and the items of the visits that it took in. */
export function joined(stay: Stated, taken: readonly { readonly stated: Stated; readonly asked: Asked }[], { bill }: PolicyModel): Stated {
  const amounts = [...(bill ? [bill.total, ...bill.parts] : [])].flatMap((name): [string, Worth][] => {
    const own = stay.fields[name];
    if (own === undefined || !isNumber(own)) return [];
    const more = taken.map(({ asked }) => asked.field(name));
    return [[name, gapIn(...more) ? own : more.map(number).reduce(plus, own)]];
  });
  const names = new Set([...Object.keys(stay.lists), ...taken.flatMap(({ stated }) => Object.keys(stated.lists))]);
  const lists = [...names].map((name): [string, readonly Item[]] => [
    name,
    [...taken.flatMap(({ stated }) => stated.lists[name] ?? []), ...(stay.lists[name] ?? [])],
  ]);
  return { fields: { ...stay.fields, ...Object.fromEntries(amounts) }, lists: Object.fromEntries(lists) };
}
