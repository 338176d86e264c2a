/** Where the days of a stay and of its items lie: on the turn of a period, a day beside it, as many days after a visit as a law says. */
import { daysAfter, daysBetween } from '../calendar.ts';
import { fraction, order, plus } from '../number.ts';
import type { Event } from '../walk.ts';
import type { Item, Worth } from '../worth.ts';
import { isNumber, number, ZERO } from '../worth.ts';
import type { Dice } from './dice.ts';
import type { Interest } from './interest.ts';
import type { Subject } from './subject.ts';

/** A drawn event whose days fit together as those of a stay do; `earlier`: what the same person came for before. */
export function placed(
  { policy: { versions, bill } }: Subject,
  { integers }: Interest,
  dice: Dice,
  { fields, lists }: Event['stated'],
  earlier: readonly Event['stated'][],
): Event['stated'] {
  const split = versions.flatMap(({ splits }) => splits)[0];
  const join = versions.flatMap((one) => one.joins).find(({ unit }) => unit === 'days');
  if (!split && !join) return { fields, lists };
  const own: Record<string, Worth> = { ...fields };
  const to = split?.to ?? '出院日';
  const from = split?.from ?? join?.to ?? '入院日';
  const last = own[to];
  if (!(last instanceof Date)) return { fields, lists };
  const near = integers.filter((one) => one <= 60n);
  const visit = earlier.length > 0 && join ? dice.pick(earlier).fields[join.from] : undefined;
  const turn = new Date(Date.UTC(last.getUTCFullYear(), dice.once(2) ? 0 : last.getUTCMonth(), 1));
  const first =
    visit instanceof Date && dice.once(2)
      ? daysAfter(visit, Number(near.length > 0 ? dice.pick(near) : 3n) + dice.between(-1, 1))
      : daysBetween(turn, last) < 60 && dice.once(2)
        ? daysAfter(turn, dice.between(-2, 1))
        : daysAfter(last, -dice.pick([0, 1, dice.below(10), dice.below(100), dice.once(5) ? dice.below(900) : 40]));
  own[from] = first > last && !dice.once(15) ? last : first;
  const start = own[from] as Date;
  const { list, field } = split?.by ?? { list: '项目', field: '发生日' };
  const long = Math.max(0, daysBetween(start, last));
  const dayIn = (): Date => {
    if (dice.once(150)) return daysAfter(start, dice.pick([-1, long + 1]));
    const yearEnd = new Date(Date.UTC(start.getUTCFullYear(), dice.once(2) ? 12 : start.getUTCMonth() + 1, dice.between(0, 1)));
    if (dice.once(2) && yearEnd >= start && yearEnd <= last) return yearEnd;
    return dice.pick([start, last, daysAfter(start, dice.below(long + 1))]);
  };
  const items = lists[list]?.map(
    (item): Item =>
      item[field] === undefined
        ? item
        : { ...item, [field]: dayIn(), ...(item['范围内'] === false && !dice.once(4) ? { 范围内: true } : {}) },
  );
  const enough = items?.map((item): Item => {
    const amount = item['金额'];
    const little = amount !== undefined && isNumber(amount) && order(amount, fraction(500n)) < 0;
    return little && !dice.once(4) ? { ...item, 金额: plus(amount, fraction(BigInt(dice.between(1000, 9000)))) } : item;
  });
  const loose = (bill?.parts ?? []).filter((part) => own[part] !== undefined);
  if (split) for (const part of loose) if (!dice.once(30)) own[part] = ZERO;
  const sums = [...loose.map((part) => own[part]), ...(enough ?? []).map((item) => item['金额'])];
  const computed = versions.some((one) => one.computed.length > 0);
  if (bill && computed && dice.once(6) && sums.every((one) => one !== undefined && isNumber(one)))
    own[bill.total] = [...sums, dice.once(8) ? fraction(1n, 100n) : ZERO].map((one) => number(one ?? ZERO)).reduce(plus, ZERO);
  else if (computed && bill) delete own[bill.total];
  return { fields: own, lists: enough ? { ...lists, [list]: enough } : lists };
}
