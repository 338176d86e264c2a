import { dayText, partsOf } from '../../../runtime/calendar/date.ts';
import type { Expression } from '../../2-syntax/node.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { bornInside } from '../../diagnostics/timeline.ts';
import { wordOf } from '../forms/words.ts';
import { earliest, latest } from './days.ts';
import type { Law } from './laws.ts';

/**
 * 新增 累计 inside one of its periods: the visits of that period before its first day are either counted or not, and the law must say which.
 * At the first day of a period there are none. A 累计 without a period key has one period, in whose middle every day lies.
 */
export function checkBirths(base: Law, laws: readonly Law[]): readonly Diagnostic[] {
  return laws.flatMap(({ amendment, effective }) =>
    (amendment?.changes ?? []).flatMap((change) => {
      if (change.kind !== 'insert' || change.item.kind !== 'accumulator' || change.item.opening || change.item.also) return [];
      const { name, keys, span } = change.item;
      const day = earliest(effective);
      const known = day === latest(effective);
      // A policy that begins on that day has no earlier visits to count.
      if (known && (day <= earliest(base.effective) || keys.some((key) => beginsOn(key, day)))) return [];
      const last = keys.at(-1)?.span ?? span;
      return [bornInside({ name: name.text, day: known ? dayText(day) : '待定的日子', at: last, span: name.span })];
    }),
  );
}

/** Whether a period of this key begins on the day. */
function beginsOn(key: Expression, on: number): boolean {
  if (key.kind !== 'call') return false;
  const { month, day } = partsOf(on);
  switch (wordOf(key.callee.names[0]?.text ?? '')) {
    case '自然年':
      return month === 1 && day === 1;
    case '季度':
      return month % 3 === 1 && day === 1;
    case '自然月':
      return day === 1;
    case '自然日':
      return true;
    case '医保年度': {
      const [, first, second] = key.args.map((arg) => arg.value);
      const start = monthDay(first, second);
      return start !== undefined && month === start.month && day === start.day;
    }
    default:
      return false;
  }
}

/** 医保年度(日期, 7, 1), or with a date whose year does not count. */
function monthDay(
  first: Expression | undefined,
  second: Expression | undefined,
): { readonly month: number; readonly day: number } | undefined {
  if (first?.kind === 'date') return { month: first.month, day: first.day };
  if (first?.kind !== 'quantity') return undefined;
  return { month: Number(first.value.num), day: second?.kind === 'quantity' ? Number(second.value.num) : 1 };
}
