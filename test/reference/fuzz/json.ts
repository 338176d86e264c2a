/** Events and answers between the two: as the product reads and writes them, and as the reference says them. */
import type { InputModel } from '../../../language/model/types.ts';
import type { Answer, Booked, CellView, EncounterInput } from '../../../runtime/index.ts';
import { hit } from '../hits.ts';
import { fraction } from '../number.ts';
import { fenOf } from '../totals.ts';
import type { Event, Said } from '../walk.ts';
import type { Item, Worth } from '../worth.ts';
import { isNumber, number, textOf } from '../worth.ts';
import type { Subject } from './subject.ts';

/** A field's value as a caller gives it. */
function given({ type }: InputModel, worth: Worth): unknown {
  if (worth instanceof Date) return textOf(worth);
  if (!isNumber(worth)) return worth;
  switch (type.kind) {
    case 'money':
    case 'fen':
      return yuan(fenOf(worth));
    case 'ratio':
    case 'points':
    case 'number':
      return yuan(fenOf(worth));
    default:
      return Number(worth.over / worth.under);
  }
}

const yuan = (fen: string): string => {
  const digits = fen.replace('-', '').padStart(3, '0');
  return `${fen.startsWith('-') ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

/**
 * The name and the value of a field as a caller gives them: both in Chinese, or a code under the field's interface name, under that of another
 * table of codes, or under the Chinese name; which of these, the event's id says.
 */
function named(field: InputModel, worth: Worth, id: string): readonly [string, unknown] {
  const way = Number(id) % 5;
  const value = given(field, worth);
  const code = field.codes[String(value)];
  const table = field.tables?.find(({ codes }) => codes.some((one) => one.value === value));
  if (way === 1 && table) {
    const alone = field.tables?.filter(({ interfaceName }) => interfaceName === table.interfaceName).length === 1;
    const name = alone && table.interfaceName !== field.interfaceName ? table.interfaceName : `${table.interfaceName}@${table.version}`;
    hit('code of another table');
    return [name, table.codes.find((one) => one.value === value)?.code];
  }
  if (way === 2 && field.interfaceName !== undefined) return [field.interfaceName, code ?? value];
  const elsewhere = field.tables?.some(({ codes }) => codes.some((one) => one.code === code && one.value !== value));
  return way === 3 && code !== undefined && !elsewhere ? [field.name, code] : [field.name, value];
}

/** An event as the product takes it. */
export function encounterOf({ policy, stated: { inputs, lists } }: Subject, { id, kind, of, stated }: Event): EncounterInput {
  const texts = (fields: readonly InputModel[], item: Item): Record<string, unknown> =>
    Object.fromEntries(fields.flatMap((field) => (item[field.name] === undefined ? [] : [named(field, item[field.name] as Worth, id)])));
  const items = lists.flatMap(({ name, fields }) =>
    stated.lists[name] ? [[name, stated.lists[name].map((item) => texts(fields, item))]] : [],
  );
  const fields = kind === 'reverse' ? {} : { ...texts(inputs, stated.fields), ...Object.fromEntries(items) };
  return { id, ...(kind === 'settle' ? { policy: policy.name } : { kind, of: of ?? '' }), fields };
}

const fen = (text: string): string => String(BigInt(text.replace('.', '')));

/** Money of an answer in the words of the reference. */
function moneyOf({ postings, totals, sums }: Booked, policy: string): readonly string[] {
  const paid = postings.flatMap((one) => {
    const items = one.allotted?.members.map(({ item, amount }) => `[${item}] ${fen(amount)}`) ?? [];
    if (fen(one.amount) === '0' && items.length === 0) return [];
    const parts = one.parts.filter(({ amount }) => fen(amount) !== '0').map(({ part, amount }) => `${part} ${fen(amount)}`);
    return [[`${one.policy ?? policy} ${one.address}`, fen(one.amount), ...parts.sort(), ...items].join(' ')];
  });
  const named = Object.entries({ ...totals, ...sums }).flatMap(([name, amount]) =>
    typeof amount === 'string' && name !== 'entry' ? [`${name} ${fen(amount)}`] : [],
  );
  const payers =
    sums?.entry === 'contribution' ? sums.payers.map((one) => `${one.payer} ${BigInt(fen(one.now)) + BigInt(fen(one.deferred))}`) : [];
  return [...paid, ...named, ...payers].sort();
}

const sorted = (all: readonly string[]): readonly string[] => [...new Set(all)].sort();

/** An answer in the words of the reference. */
export function saidOf(answer: Answer, subject: Subject): Said {
  const policy = subject.policy.name;
  const { status, open, missing, totals, sums, revisions = [] } = answer;
  return {
    status,
    reasons: status === 'open' || status === 'settled' ? sorted(open.map(({ address, reason }) => `${address} ${reason}`)) : [],
    missing: status === 'missing' ? sorted(missing) : [],
    money: totals || sums || answer.postings.length > 0 ? moneyOf(answer, policy) : [],
    revisions: revisions
      .map(({ event, effect, after }) =>
        effect === 'booked' || effect === 'reported'
          ? `${event} ${effect} ${after.status} ${moneyOf(after, policy).join(', ')}`
          : `${event} ${effect}`,
      )
      .sort(),
  };
}

/** A cell in the words of the reference. */
export function cellText({ policy, accumulator, keys, value, open }: CellView): string {
  const digits = /^-?\d+(\.\d+)?$/u.test(value) ? textOf(decimal(value)) : value.split('、').sort().join('、');
  return `${policy} / ${accumulator} / ${keys.join(' | ')} = ${open ? '?' : digits}`;
}

function decimal(text: string): Worth {
  const [, tail = ''] = text.split('.');
  return number(fraction(BigInt(text.replace('.', '')), 10n ** BigInt(tail.length)));
}
