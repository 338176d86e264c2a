import type { Problem } from '../answer.ts';
import { dayFromText } from '../calendar/date.ts';
import { timeFromText } from '../calendar/time.ts';
import type { CodeTable } from '../ir/bill.ts';
import { isRecord } from '../ir/decode.ts';
import type { InputField, PolicyIr } from '../ir/types.ts';
import { unreachable } from '../ir/unreachable.ts';
import type { Value } from '../ir/value.ts';
import { fenFromYuan, readDecimal } from '../money/fen.ts';
import { ratioFromText } from '../money/ratio.ts';
import { nearest } from './nearest.ts';
import { ambiguousCode, binaryFloat, outOfRange, quoted, unknownCode, unknownValue, wrongType } from './problems.ts';

/** What a field's text turned into: a value, or what is wrong with it. */
export type Reader = (given: unknown) => Value | Problem;

export const isProblem = (read: Value | Problem): read is Problem => isRecord(read);

const MOST_TEXT = 200;

/** Reads one declared field of an untrusted event. */
export function readerOf(field: InputField, { moneyLimit }: PolicyIr): Reader {
  const { name, type } = field;
  const wrong = (given: unknown, zh: string, en: string): Problem => wrongType(name, given, zh, en);
  switch (type.kind) {
    case 'money':
      return moneyReader(name, BigInt(type.scale), BigInt(moneyLimit), field.bill ?? false);
    case 'ratio':
    case 'points': {
      const scale = BigInt(type.scale);
      return (given) =>
        (typeof given === 'string' ? ratioFromText(given, scale) : undefined) ??
        wrong(given, '文本的比例, 如 “70%”', 'a share as text, such as “70%”');
    }
    case 'number': {
      const scale = BigInt(type.scale);
      return (given) =>
        exactNumber(given, scale) ??
        (isFloat(given) ? binaryFloat(name, given) : wrong(given, '文本的数, 如 “1.5”', 'a number as text, such as “1.5”'));
    }
    case 'integer':
    case 'months':
    case 'days':
      return integerReader(field);
    case 'date':
      return (given) =>
        (typeof given === 'string' ? dayFromText(given) : undefined) ??
        wrong(given, '日期, 如 “2023-05-08”', 'a day, such as “2023-05-08”');
    case 'time':
      return (given) =>
        (typeof given === 'string' ? timeFromText(given) : undefined) ??
        wrong(given, '时刻, 如 “2023-05-08 13:30”', 'a time, such as “2023-05-08 13:30”');
    case 'bool':
      return (given) =>
        typeof given === 'boolean' ? given : given === '是' ? true : given === '否' ? false : wrong(given, '是或否', 'true or false');
    case 'text':
      return (given) =>
        typeof given === 'string' && isPlainText(given)
          ? given
          : wrong(given, `1 至 ${MOST_TEXT} 字的文本, 不含控制字符`, `a text of 1 to ${MOST_TEXT} characters without control characters`);
    case 'enum':
    case 'set':
      return chosenReader(field, chosenFrom(field));
    default:
      return unreachable(type);
  }
}

const isFloat = (given: unknown): given is number => typeof given === 'number' && !Number.isSafeInteger(given);

/** Control characters separate keys in the ledger. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const isPlainText = (given: string): boolean => given.length > 0 && given.length <= MOST_TEXT && !/[\u0000-\u001f\u007f]/.test(given);

function exactNumber(given: unknown, scale: bigint): bigint | undefined {
  if (typeof given === 'number') return Number.isSafeInteger(given) ? BigInt(given) * scale : undefined;
  const decimal = typeof given === 'string' ? readDecimal(given) : undefined;
  if (!decimal) return undefined;
  const power = 10n ** BigInt(decimal.places);
  return (decimal.n * scale) % power === 0n ? (decimal.n * scale) / power : undefined;
}

function moneyReader(name: string, scale: bigint, limitFen: bigint, bill: boolean): Reader {
  const limit = limitFen * scale;
  return (given) => {
    const fen = scale === 1n && typeof given === 'string' ? fenFromYuan(given) : exactNumber(given, 100n * scale);
    if (fen === undefined) {
      if (isFloat(given)) return binaryFloat(name, given);
      return wrongType(name, given, '以元计的金额文本, 如 “1000.00”', 'an amount in yuan as text, such as “1000.00”');
    }
    if (bill && fen < 0n) return outOfRange(name, given, '费用不能是负数', 'an expense is not negative');
    if (fen > limit || fen < -limit)
      return outOfRange(name, given, '超过了政策的金额上限', 'it is beyond the limit of amounts that the policy states');
    return fen;
  };
}

function integerReader({ name, min, max }: InputField): Reader {
  const least = min === undefined ? undefined : BigInt(min);
  const most = max === undefined ? undefined : BigInt(max);
  return (given) => {
    const n = typeof given === 'number' || (typeof given === 'string' && /^-?\d{1,18}$/.test(given)) ? exactNumber(given, 1n) : undefined;
    if (n === undefined)
      return isFloat(given)
        ? wrongType(name, given, '整数', 'a whole number')
        : wrongType(name, given, '整数, 如 2', 'a whole number, such as 2');
    if (least !== undefined && n < least) return outOfRange(name, given, `最小是 ${least}`, `the least is ${least}`);
    if (most !== undefined && n > most) return outOfRange(name, given, `最大是 ${most}`, `the greatest is ${most}`);
    return n;
  };
}

/**
 * A value by its name or national code. Where another table of the field has the code for another value, the code alone does not say which is
 * meant: it is read only under the name of its interface.
 */
function chosenFrom(field: InputField, national = false): Reader {
  const { name, values = [], tables = [] } = field;
  const known = new Map<unknown, string>();
  const doubtful = new Map<unknown, readonly string[]>();
  for (const value of values) {
    if (value.code === undefined) continue;
    known.set(value.code, value.name);
    const others = tables.filter(({ codes }) => codes.some(({ code, value: other }) => code === value.code && other !== value.name));
    if (!national && others.length > 0)
      doubtful.set(
        value.code,
        others.map(({ interfaceName, version }) => `${interfaceName}@${version}`),
      );
  }
  for (const value of values) {
    known.set(value.name, value.name);
    doubtful.delete(value.name);
  }
  const names = values.map((value) => value.name);
  return (given) => {
    const others = doubtful.get(given);
    if (others) return ambiguousCode(name, given, known.get(given) ?? '', field.interfaceName ?? name, others);
    return known.get(given) ?? unknownValue(name, given, typeof given === 'string' ? nearest(quoted(given), names) : undefined, names);
  };
}

/** A value by its name or by the code that one table has for it. */
function chosenFromTable({ name, values = [] }: InputField, { interfaceName, version, codes }: CodeTable): Reader {
  const known = new Map<unknown, string>(codes.map(({ code, value }) => [code, value]));
  for (const value of values) known.set(value.name, value.name);
  return (given) => known.get(given) ?? unknownCode(name, given, `${interfaceName}@${version}`, codes);
}

/** One value, or for a set several. */
function chosenReader(field: InputField, one: Reader): Reader {
  if (field.type.kind !== 'set') return one;
  const order = (field.values ?? []).map((value) => value.name);
  return (given) => {
    if (!Array.isArray(given))
      return wrongType(field.name, given, '列表, 如 ["低保"], 没有就写 []', 'a list, such as ["低保"], or [] for none');
    const chosen = new Set<Value>();
    for (const item of given) {
      const read = one(item);
      if (isProblem(read)) return read;
      chosen.add(read);
    }
    return order.filter((value) => chosen.has(value));
  };
}

/** The names under which fields are given, and what reads each where it is not the field's own reader. */
export interface FieldNames {
  readonly index: ReadonlyMap<string, number>;
  readonly readers: ReadonlyMap<string, Reader>;
}

/** Chinese and interface names, and each code table as `aka130@旧接口`; as `aka130` too where that is one table's name alone. */
export function fieldNames(fields: readonly InputField[]): FieldNames {
  const index = new Map<string, number>();
  const readers = new Map<string, Reader>();
  const tables = fields.flatMap((field, at) => (field.tables ?? []).map((table) => ({ field, at, table })));
  for (const { field, at, table } of tables) {
    const reader = chosenReader(field, chosenFromTable(field, table));
    const alone = tables.filter((one) => one.table.interfaceName === table.interfaceName).length === 1;
    for (const key of [`${table.interfaceName}@${table.version}`, ...(alone ? [table.interfaceName] : [])]) {
      index.set(key, at);
      readers.set(key, reader);
    }
  }
  fields.forEach((field, at) => {
    const { interfaceName, tables: own = [] } = field;
    if (interfaceName === undefined) return;
    index.set(interfaceName, at);
    readers.delete(interfaceName);
    if (own.length > 0 && interfaceName !== field.name) readers.set(interfaceName, chosenReader(field, chosenFrom(field, true)));
  });
  fields.forEach(({ name }, at) => {
    index.set(name, at);
    readers.delete(name);
  });
  return { index, readers };
}
