import { unreachable } from '../ir/unreachable.ts';
import type { CapFact, Fact, Span } from './facts.ts';

/** A line's sentences in one language. */
export interface Said {
  readonly title: string;
  readonly detail: string;
}

/** A line's sentences in both. */
export interface Words {
  readonly zh: Said;
  readonly en: Said;
}

const zhSpan: Readonly<Record<Span, { readonly cap: string; readonly so: string }>> = {
  visit: { cap: '每次', so: '本次' },
  day: { cap: '日', so: '当日' },
  month: { cap: '月', so: '本月' },
  quarter: { cap: '季', so: '本季' },
  year: { cap: '年', so: '本年' },
  ever: { cap: '累计', so: '此前' },
};

const enSpan: Readonly<Record<Span, { readonly cap: string; readonly so: string }>> = {
  visit: { cap: 'per-visit', so: 'this visit' },
  day: { cap: 'daily', so: 'that day' },
  month: { cap: 'monthly', so: 'this month' },
  quarter: { cap: 'quarterly', so: 'this quarter' },
  year: { cap: 'annual', so: 'this year' },
  ever: { cap: 'overall', so: 'so far' },
};

const listed = (because: readonly string[]): string => because.join('、');
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The sentences for a step whose value is known. */
export function wordsOf(fact: Fact, address: string): Words {
  switch (fact.kind) {
    case 'applies':
      return both(
        { title: fact.holds ? `适用${fact.benefit}` : `不适用${fact.benefit}`, detail: '' },
        { title: fact.holds ? `${fact.benefit} applies` : `${fact.benefit} does not apply`, detail: '' },
      );
    case 'base':
      return both({ title: `计入报销的费用 ${fact.value}`, detail: '' }, { title: `Expense that counts: ${fact.value}`, detail: '' });
    case 'standard':
      return numberWords('起付标准', 'Deductible', fact);
    case 'limit':
      return numberWords('限额', 'Cap', fact);
    case 'ratio':
      return numberWords('报销比例', 'Ratio', fact);
    case 'used':
      return both(
        { title: `${zhSpan[fact.span].so}已累计 ${fact.value}`, detail: `累计“${fact.accumulator}”, 不含本次` },
        { title: `${fact.value} counted ${enSpan[fact.span].so}`, detail: `Accumulator “${fact.accumulator}”, without this event` },
      );
    case 'deductible':
      return deductibleWords(fact);
    case 'entered':
      return enteredWords(fact);
    case 'payable':
      return payableWords(fact);
    case 'payment':
      return paymentWords(fact);
    case 'guarantee':
      return both(
        { title: `保底 ${fact.floor}, 补足 ${fact.value}`, detail: `已付 ${fact.paid.join(' + ') || '0.00'}` },
        { title: `Guaranteed ${fact.floor}, topped up by ${fact.value}`, detail: `Already paid ${fact.paid.join(' + ') || '0.00'}` },
      );
    case 'allocation':
      return allocationWords(fact, address);
    case 'receiver':
      return both(
        {
          title: `${lastOf(address)}分得 ${fact.value}`,
          detail: [`轮到它时还有 ${fact.left}`, ...fact.items.map((one) => `第${one.number}项 ${one.value}`)].join(', '),
        },
        {
          title: `${lastOf(address)} is given ${fact.value}`,
          detail: [`${fact.left} left when its turn comes`, ...fact.items.map((one) => `item ${one.number}: ${one.value}`)].join(', '),
        },
      );
    case 'due':
      return both({ title: `${address}: 应缴 ${fact.value}`, detail: '' }, { title: `${address}: ${fact.value} due`, detail: '' });
    case 'deferral':
      return deferralWords(fact);
    case 'into':
      return both(
        { title: `${payersZh(fact.payers)}付 ${fact.value}, 入${fact.account}`, detail: '' },
        { title: `${payersEn(fact.payers)} pays ${fact.value} into ${fact.account}`, detail: '' },
      );
    case 'allotment':
      return allotmentWords(fact);
    case 'posting':
      return both(
        { title: `${payersZh(fact.payers)}付 ${fact.value}`, detail: '' },
        { title: `${payersEn(fact.payers)} pays ${fact.value}`, detail: '' },
      );
    case 'over':
      return both(
        { title: `超过费用限额 ${fact.value}`, detail: '由个人负担' },
        { title: `${fact.value} beyond the expense cap`, detail: 'Borne by the person' },
      );
    case 'copay':
      return both({ title: `按比例自付 ${fact.value}`, detail: '' }, { title: `Coinsurance ${fact.value}`, detail: '' });
    case 'computed':
      return both(
        { title: `${address}算得 ${fact.value}`, detail: '就诊没有给出, 由政策算出' },
        { title: `${address} worked out as ${fact.value}`, detail: 'Not given by the event' },
      );
    case 'named':
      return both(
        { title: `${address} = ${fact.value}`, detail: listed(fact.because) },
        { title: `${address} = ${fact.value}`, detail: fact.because.join(', ') },
      );
    default:
      return unreachable(fact);
  }
}

/** The sentences for a step whose value is not there, and why. */
export function gapWords(address: string, open: readonly string[], missing: readonly string[]): Words {
  if (missing.length > 0) {
    return both(
      { title: `${address} 算不出: 缺 ${missing.join('、')}`, detail: open.join('; ') },
      { title: `${address} cannot be worked out: ${missing.join(', ')} not given`, detail: open.join('; ') },
    );
  }
  return both({ title: `${address} 待定`, detail: open.join('; ') }, { title: `${address} is open`, detail: open.join('; ') });
}

/** The sentences for a rule of eligibility that stands against the event; `failed` is the comparison that does not hold. */
export const refusalWords = (name: string, reason: string, failed: string): Words =>
  both(
    { title: `不享受: ${reason}`, detail: `资格“${name}”${failed ? `: ${failed} 不成立` : ''}` },
    { title: `Not eligible: ${reason}`, detail: `Eligibility “${name}”${failed ? `: ${failed} does not hold` : ''}` },
  );

const both = (zh: Said, en: Said): Words => ({ zh, en });
const payersZh = (payers: readonly string[]): string => (payers.length === 0 ? '付方待定, ' : payers.join('、'));
const payersEn = (payers: readonly string[]): string => (payers.length === 0 ? 'A payer still open' : payers.join(', '));

const deferralWords = ({ payers, value, until }: Extract<Fact, { readonly kind: 'deferral' }>): Words =>
  both(
    { title: `${payersZh(payers)}缓缴 ${value}`, detail: until === undefined ? '何时缴待定' : `${until} 前缴` },
    { title: `${payersEn(payers)} defers ${value}`, detail: until === undefined ? 'When it falls due is open' : `Due on ${until}` },
  );

function allotmentWords({ payers, value, items, pool, remainder, taker }: Extract<Fact, { readonly kind: 'allotment' }>): Words {
  const zh = [
    ...(pool === undefined ? [] : [`可分 ${pool}`]),
    ...(remainder === undefined ? [] : [taker === undefined ? `尾差 ${remainder} 留在基金` : `尾差 ${remainder} 归第 ${taker} 项`]),
  ];
  const en = [
    ...(pool === undefined ? [] : [`${pool} to share out`]),
    ...(remainder === undefined
      ? []
      : [taker === undefined ? `the remainder ${remainder} stays in the fund` : `the remainder ${remainder} goes to item ${taker}`]),
  ];
  return both(
    { title: `${payersZh(payers)}拨付 ${items} 项, 合计 ${value}`, detail: zh.join(', ') },
    { title: `${payersEn(payers)} allots ${value} to ${items} items`, detail: capital(en.join('; ')) },
  );
}

const numberWords = (zh: string, en: string, { value, because }: { readonly value: string; readonly because: readonly string[] }): Words =>
  both({ title: `${zh} ${value}`, detail: listed(because) }, { title: `${en} ${value}`, detail: because.join(', ') });

function deductibleWords({ span, standard, used, base, value, done, short }: Extract<Fact, { readonly kind: 'deductible' }>): Words {
  const zh = zhSpan[span];
  const en = enSpan[span];
  const against = used === undefined ? { zh: '', en: '' } : { zh: ` ${zh.so}已扣 ${used},`, en: `, ${used} deducted ${en.so}` };
  const why = short && !done ? { zh: ` (费用只有 ${base})`, en: ` (the expense is only ${base})` } : { zh: '', en: '' };
  const none = used !== undefined && done;
  if (Number(standard) === 0) return both({ title: '起付线是 0', detail: '' }, { title: 'The deductible is 0', detail: '' });
  return both(
    {
      title: none ? `起付线${zh.so}已扣满` : `起付线扣 ${value}`,
      detail: `起付线 ${standard}${against.zh || ','} 本次扣 ${value}${why.zh}`,
    },
    {
      title: none ? `Deductible already met ${en.so}` : `Deductible ${value}`,
      detail: `Deductible ${standard}${against.en}, ${value} deducted now${why.en}`,
    },
  );
}

const lastOf = (address: string): string => address.split('.').at(-1) ?? address;

function allocationWords({ of, value }: Extract<Fact, { readonly kind: 'allocation' }>, address: string): Words {
  const names = address.split('.');
  const name = names[0] ?? address;
  switch (of) {
    case 'whole':
      return both({ title: `${name}: 待分 ${value}`, detail: '' }, { title: `${name}: ${value} to be given out`, detail: '' });
    case 'available':
      return both({ title: `${names[1] ?? ''}可用 ${value}`, detail: '' }, { title: `${names[1] ?? ''} can take ${value}`, detail: '' });
    case 'sum':
      return both({ title: `${name}: 共分出 ${value}`, detail: '' }, { title: `${name}: ${value} given out`, detail: '' });
    case 'rest':
      return both({ title: `${name}: 没有分出 ${value}`, detail: '' }, { title: `${name}: ${value} not given out`, detail: '' });
    default:
      return unreachable(of);
  }
}

function enteredWords({ value, cap }: Extract<Fact, { readonly kind: 'entered' }>): Words {
  if (!cap) return both({ title: `进入报销 ${value}`, detail: '' }, { title: `Expense to be reimbursed: ${value}`, detail: '' });
  return capWords(cap, '费用限额', 'expense cap', { zh: `进入报销 ${value}`, en: `Expense to be reimbursed: ${value}` });
}

function payableWords({ ratio, bands, because }: Extract<Fact, { readonly kind: 'payable' }>): Words {
  const where = listed(because);
  if (bands !== undefined && ratio === undefined)
    return both({ title: `按分段“${bands}”`, detail: where }, { title: `By the bands “${bands}”`, detail: because.join(', ') });
  return both(
    { title: `${where ? `${where}, ` : ''}按 ${ratio ?? ''}`, detail: '' },
    { title: `${because.length > 0 ? `${because.join(', ')}: ` : ''}${ratio ?? ''}`, detail: '' },
  );
}

const paymentWords = ({ payers, value, cap }: Extract<Fact, { readonly kind: 'payment' }>): Words => {
  const plain = { zh: `${payersZh(payers)}付 ${value}`, en: `${payersEn(payers)} pays ${value}` };
  return cap ? capWords(cap, '限额', 'cap', plain) : both({ title: plain.zh, detail: '' }, { title: plain.en, detail: '' });
};

/** A cap that cut says so in the title; one that did not only says what is left. */
function capWords(
  { span, limit, used, left, cut }: CapFact,
  zhName: string,
  enName: string,
  plain: { readonly zh: string; readonly en: string },
): Words {
  const zh = zhSpan[span];
  const en = enSpan[span];
  const name = { zh: `${zh.cap}${zhName}`, en: `${en.cap} ${enName}` };
  const sofar = used === undefined ? { zh: '', en: '' } : { zh: `, ${zh.so}已用 ${used}`, en: `, ${used} used ${en.so}` };
  if (cut === undefined) {
    return both(
      { title: plain.zh, detail: `${name.zh} ${limit}${sofar.zh}, 没有超过` },
      { title: plain.en, detail: `${capital(name.en)} ${limit}${sofar.en}; not exceeded` },
    );
  }
  if (used === undefined || Number(used) === 0) {
    return both(
      { title: `${name.zh} ${limit}, 截去 ${cut}`, detail: plain.zh },
      { title: `${capital(name.en)} ${limit} cuts off ${cut}`, detail: plain.en },
    );
  }
  return both(
    { title: `${name.zh}只剩 ${left}, 截去 ${cut}`, detail: `${name.zh} ${limit} 只剩 ${left}, 截去 ${cut}; ${zh.so}已用 ${used}` },
    {
      title: `Only ${left} of the ${name.en} left, ${cut} cut off`,
      detail: `${capital(name.en)} ${limit}, ${used} used ${en.so}: ${left} left, ${cut} cut off`,
    },
  );
}
