/** The cause of a difference as evidence: the visits against a cap, and the part of the sentence that speaks of the number. */
import type { Yuan } from '../../../runtime/answer.ts';
import type { CapBar } from '../../charts/CapBars.tsx';
import { compareMoney, moneyDifference } from '../../strings/money.ts';
import type { FoundCause } from '../../worker/protocol.ts';
import type { Case } from './select.ts';
import { yuanIn } from './select.ts';

export interface CapEvidence {
  readonly bars: readonly CapBar[];
  readonly cap: Yuan;
  readonly end: Yuan;
  readonly cut: Yuan | undefined;
}

const minus = (amount: Yuan): Yuan => moneyDifference('0.00', amount);
const plus = (a: Yuan, b: Yuan): Yuan => moneyDifference(a, minus(b));

/** Earlier visits that were paid by the same rule, and the one that the cap cut; undefined where the answer does not name the cap. */
export function capEvidence({ reviewed, patient }: Case, cause: FoundCause, dayOf: (visit: string) => string): CapEvidence | undefined {
  const { ground } = cause;
  if ((cause.kind !== 'cap' && cause.kind !== 'expenseCap') || !ground || !reviewed) return undefined;
  const at = reviewed.visits.findIndex(({ event }) => event === ground.event);
  const here = reviewed.visits[at];
  const cap = here?.amounts[cause.address];
  const paid = here?.amounts[ground.address];
  if (!here || cap === undefined || paid === undefined || compareMoney(cap, '0.00') <= 0) return undefined;
  const used = Object.entries(here.amounts).find(([address]) => address.startsWith(`${benefitOf(cause.address)}.已累计[`))?.[1] ?? '0.00';
  const reversed = new Set(patient.encounters.flatMap(({ reverses }) => reverses ?? []));
  const bars: CapBar[] = [];
  let before: Yuan = '0.00';
  for (const { event, amounts } of reviewed.visits.slice(0, at)) {
    const amount = amounts[ground.address];
    if (amount === undefined || compareMoney(amount, '0.00') <= 0 || reversed.has(event)) continue;
    bars.push({ key: event, name: dayOf(event), before, paid: amount, now: false });
    before = plus(before, amount);
  }
  // What was used outside of these visits stands in front, so that the bars end where the cap says.
  const opening = moneyDifference(used, before);
  if (compareMoney(opening, '0.00') > 0) {
    for (const [index, bar] of bars.entries()) bars[index] = { ...bar, before: plus(bar.before, opening) };
    bars.unshift({ key: 'opening', name: '', before: '0.00', paid: opening, now: false });
    before = used;
  }
  const expected = here.values.find(({ label }) => label === ground.address)?.expected;
  const wanted = expected === undefined ? undefined : yuanIn(expected);
  const cut = wanted !== undefined && compareMoney(wanted, paid) > 0 ? moneyDifference(wanted, paid) : undefined;
  bars.push({ key: here.event, name: dayOf(here.event), before, paid, cut, now: true });
  const all = plus(plus(before, paid), cut ?? '0.00');
  return { bars, cap, end: compareMoney(all, cap) > 0 ? all : cap, cut };
}

const benefitOf = (address: string): string => address.split('.').slice(0, -1).join('.');

/** A sentence cut into pieces, the one that speaks of the row or of the number marked. */
export function quotePieces(
  quote: string,
  row: string | undefined,
  value: string | undefined,
): readonly { readonly text: string; readonly marked: boolean; readonly at: number }[] {
  const words = row === undefined ? [] : row.split(/[[\],、\s]+/u).filter((word) => word !== '');
  const number = value === undefined ? undefined : numberIn(value);
  const pieces = quote.split(/(?<=[，;；。:：、])|(?<=,)(?!\d)/u);
  const scored = pieces.map((piece) => words.filter((word) => piece.includes(word)).length + (number?.test(piece) === true ? 2 : 0));
  const best = Math.max(0, ...scored);
  let at = 0;
  return pieces.map((text, index) => {
    const start = at;
    at += text.length;
    return { text, marked: best > 0 && scored[index] === best && scored.indexOf(best) === index, at: start };
  });
}

/** "2000.00" as notices write it: 2000, 2,000, or in 万. No part of a longer number. */
function numberIn(value: string): RegExp | undefined {
  const [, whole = '', rest = '', percent = ''] = /^(\d+)(?:\.(\d+?)0*)?(%?)$/.exec(value) ?? [];
  if (whole === '') return undefined;
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',?');
  const thousands = /^([1-9]\d*?)0000$/.exec(whole)?.[1];
  const fraction = rest === '' || rest === '0' ? '(?:\\.0+)?' : `\\.${rest}0*`;
  const plain = `${grouped}${fraction}${percent === '' ? '(?!%|\\d|\\.\\d)' : percent}`;
  return new RegExp(`(?<![\\d.])(?:${plain}${thousands === undefined || percent !== '' ? '' : `|${thousands}[万萬]`})`, 'u');
}
