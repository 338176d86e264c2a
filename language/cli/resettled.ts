import type { Booked, Difference, Totals } from '../../runtime/index.ts';
import type { Lang } from './terminal.ts';

/** What a law known later changes for one person, event by event in the order of arrival. */
export interface Resettled {
  readonly person: string;
  readonly own: readonly Difference[];
}

/** The differences by person, in the order in which the persons' first ones arrived. */
export function byPerson(differences: readonly Difference[]): readonly Resettled[] {
  const people = new Map<string, Difference[]>();
  for (const one of differences) {
    const own = people.get(one.person);
    if (own) own.push(one);
    else people.set(one.person, [one]);
  }
  return [...people].map(([person, own]) => ({ person, own }));
}

/** Fen of an amount in yuan with two decimals. */
const fen = (yuan: string): bigint => BigInt(yuan.replace('.', ''));

function yuan(amount: bigint): string {
  const digits = String(amount < 0n ? -amount : amount).padStart(3, '0');
  return `${amount < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** What others than the person paid more, and what the person is to get back: negative is to be taken back. */
function owedOf(own: readonly Difference[]): { readonly owed: bigint; readonly overpaid: bigint } {
  let owed = 0n;
  let overpaid = 0n;
  for (const { owed: difference } of own) {
    const amount = paid(difference);
    if (amount > 0n) owed += amount;
    else overpaid -= amount;
  }
  return { owed, overpaid };
}

/** What an answer pays: what is borne by others than the person, or, without a bill, its payments. */
const paid = ({ totals, postings }: Booked): bigint =>
  totals ? fen(totals.funds) + fen(totals.hospital) : postings.reduce((sum, { amount }) => sum + fen(amount), 0n);

/** One person as data. */
export function resettledJson({ person, own }: Resettled): unknown {
  const { owed, overpaid } = owedOf(own);
  return {
    person,
    owed: yuan(owed),
    overpaid: yuan(overpaid),
    events: own.map(({ event, policy, effect, before, after, owed: difference, cause, changes }) => ({
      event,
      policy,
      effect,
      cause,
      booked: before,
      recomputed: after,
      difference,
      changes,
    })),
  };
}

/** One person for reading. */
export function resettledText({ person, own }: Resettled, lang: Lang): string {
  const { owed, overpaid } = owedOf(own);
  const zh = lang === 'zh';
  const head = zh
    ? `${person}  应补 ${yuan(owed)} 元  应退 ${yuan(overpaid)} 元`
    : `${person}  owed ${yuan(owed)}  overpaid ${yuan(overpaid)}`;
  return `${[head, ...own.flatMap((one) => eventLines(one, lang))].join('\n')}\n\n`;
}

function eventLines(one: Difference, lang: Lang): readonly string[] {
  const { event, effect, before, after, owed, cause, changes } = one;
  const zh = lang === 'zh';
  const side = (booked: Booked): string =>
    booked.totals ? fundsAndPersonal(booked.totals, zh) : `${STATUS[booked.status][lang]} ${yuan(paid(booked))}`;
  if (effect === 'unsettled')
    return [
      zh
        ? `  ${event}  原记账 ${side(before)}；按新的规则${STATUS[after.status].zh}，不补不退`
        : `  ${event}  booked ${side(before)}; ${STATUS[after.status].en} under the new law, nothing is paid`,
    ];
  const amount = paid(owed);
  const due = zh
    ? amount > 0n
      ? `应补 ${yuan(amount)}`
      : amount < 0n
        ? `应退 ${yuan(-amount)}`
        : '金额不变，累计有变'
    : amount > 0n
      ? `owed ${yuan(amount)}`
      : amount < 0n
        ? `overpaid ${yuan(-amount)}`
        : 'same amounts, other cells';
  const lines = [
    zh
      ? `  ${event}  原记账 ${side(before)}  重算 ${side(after)}  ${due}`
      : `  ${event}  booked ${side(before)}  recomputed ${side(after)}  ${due}`,
  ];
  if (cause === 'cells') lines.push(zh ? '    因前面的事件改了累计' : '    because earlier events changed its cells');
  for (const { effective, published, until, citations } of changes.amendments) {
    const days = zh
      ? [published && `${published} 发布`, effective && `自 ${effective} 起`, until && `至 ${until}`]
      : [published && `published ${published}`, effective && `from ${effective}`, until && `to ${until}`];
    lines.push(`    ${zh ? '修订' : 'amendment'} ${days.filter(Boolean).join(' ')}`);
    for (const { document, quote } of citations) lines.push(`      ${document} “${quote}”`);
  }
  for (const { address, before: was = '—', after: is = '—', citations } of changes.values) {
    lines.push(`    ${address}  ${was} → ${is}`);
    for (const { document, quote } of citations) lines.push(`      ${document} “${quote}”`);
  }
  return lines;
}

const fundsAndPersonal = ({ funds, personal }: Totals, zh: boolean): string =>
  zh ? `基金 ${funds} 个人 ${personal}` : `funds ${funds} personal ${personal}`;

const STATUS: Readonly<Record<Booked['status'], { readonly zh: string; readonly en: string }>> = {
  settled: { zh: '已结算', en: 'settled' },
  open: { zh: '待定', en: 'pending' },
  missing: { zh: '缺项', en: 'incomplete' },
  ineligible: { zh: '不享受', en: 'not entitled' },
  refused: { zh: '拒收', en: 'refused' },
  violation: { zh: '违规', en: 'in violation' },
};

/** The totals over all persons. */
export function totalsText(people: readonly Resettled[], json: boolean, lang: Lang): string {
  const all = people.flatMap(({ own }) => own);
  const { owed, overpaid } = owedOf(all);
  if (json) return `${JSON.stringify({ people: people.length, events: all.length, owed: yuan(owed), overpaid: yuan(overpaid) })}\n`;
  if (all.length === 0) return lang === 'zh' ? '没有要补要退的\n' : 'nothing is owed or overpaid\n';
  return lang === 'zh'
    ? `共 ${people.length} 人 ${all.length} 笔：应补 ${yuan(owed)} 元，应退 ${yuan(overpaid)} 元\n`
    : `${people.length} persons, ${all.length} events: owed ${yuan(owed)}, overpaid ${yuan(overpaid)}\n`;
}
