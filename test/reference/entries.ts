/** What an event writes into the cells. */
import type { PolicyModel, VersionModel } from '../../language/model/types.ts';
import type { Entry } from './cells.ts';
import { folded, keysOf } from './cells.ts';
import { itemsOf, within } from './composed.ts';
import type { Asked } from './expression.ts';
import { evaluate } from './expression.ts';
import type { Fraction } from './number.ts';
import { fraction, negative, order, plus } from './number.ts';
import type { Worth } from './worth.ts';
import { FAULT, Gap, gapIn, isNumber, number, Unread, ZERO } from './worth.ts';

/** An entry, or one that cannot be made and why. */
interface Written {
  readonly entry: Entry;
  readonly gap?: Gap;
}

/** More than the policy's limit, in either direction. */
export const beyond = (worth: Worth, { moneyLimit }: PolicyModel): boolean => {
  const limit = fraction(moneyLimit.num, moneyLimit.den);
  return isNumber(worth) && (order(worth, limit) > 0 || order(negative(worth), limit) > 0);
};

export const isNothing = (worth: Worth): boolean => isNumber(worth) && order(worth, ZERO) === 0;

/** The entries of an event whose payments are known. */
export function entriesOf(policy: PolicyModel, version: VersionModel, asked: Asked): readonly Written[] {
  const sums = new Map<string, Fraction>();
  return version.entries.flatMap((rule) => {
    const declared = policy.accumulators.find(({ name }) => name === rule.accumulator);
    if (!declared) throw new Unread(rule.accumulator);
    const about = { policy: policy.name, accumulator: rule.accumulator };
    return forEach(rule, asked).flatMap((own): readonly Written[] => {
      if (own instanceof Gap) return [{ entry: { ...about, keys: undefined, value: undefined, reasons: [...own.reasons] }, gap: own }];
      const guard = evaluate(rule.guard, own);
      if (guard === false) return [];
      const value = guard instanceof Gap ? guard : declared.how === 'count' ? fraction(1n) : evaluate(rule.value, own);
      if (declared.how === 'sum' && isNothing(value)) return [];
      const keys = rule.keys.map((key) => evaluate(key, own));
      const gap = gapIn(value, ...keys);
      const at = gapIn(...keys) ? undefined : keysOf(keys);
      if (gap) return [{ entry: { ...about, keys: at, value: undefined, reasons: [...gap.reasons] }, gap }];
      const entry: Entry = { ...about, keys: at, value, reasons: [] };
      if (declared.how !== 'sum' || !['money', 'fen'].includes(declared.type.kind)) return [{ entry }];
      const sum = plus(sums.get(`${rule.accumulator} ${at}`) ?? ZERO, number(value));
      sums.set(`${rule.accumulator} ${at}`, sum);
      const before = asked.cell(rule.accumulator, keys);
      const after = before instanceof Gap ? ZERO : folded(declared, [before, sum]);
      return [{ entry, ...(beyond(after, policy) ? { gap: FAULT } : {}) }];
    });
  });
}

/** Entries of every cell that an open event is not known to leave as it is. */
export const openEntries = (policy: PolicyModel, version: VersionModel, asked: Asked, reasons: readonly string[]): readonly Entry[] =>
  version.entries.flatMap((rule) => {
    const about = { policy: policy.name, accumulator: rule.accumulator, value: undefined, reasons };
    return forEach(rule, asked).flatMap((own): readonly Entry[] => {
      if (own instanceof Gap) return [{ ...about, keys: undefined }];
      const guard = evaluate(rule.guard, own);
      if (guard === false) return [];
      const { how } = policy.accumulators.find(({ name }) => name === rule.accumulator) ?? {};
      if (!(guard instanceof Gap) && how === 'sum' && isNothing(evaluate(rule.value, own))) return [];
      const keys = rule.keys.map((key) => evaluate(key, own));
      return [{ ...about, keys: gapIn(...keys) ? undefined : keysOf(keys) }];
    });
  });

/** What is asked once for the event, or with each item of a list or member of a set in hand. */
function forEach({ each }: VersionModel['entries'][number], asked: Asked): readonly (Asked | Gap)[] {
  if (!each) return [asked];
  const items = itemsOf(each, asked);
  return items instanceof Gap ? [items] : items.map((item) => within(asked, item));
}
