import type { Problem } from '../answer.ts';
import { isRecord } from '../ir/decode.ts';
import type { InputField, ItemList, PolicyIr } from '../ir/types.ts';
import type { Value } from '../ir/value.ts';
import { sameValue } from '../ir/value.ts';
import type { Reader } from './fields.ts';
import { fieldNames, isProblem, readerOf } from './fields.ts';
import { nearest } from './nearest.ts';
import { inItem, namesDiffer, outOfRange, unknownField, wrongType } from './problems.ts';

/** One item of a list, field by field; a field that was not given is undefined. */
export type ReadItem = readonly (Value | undefined)[];

/** How a policy reads one list of an event. */
export interface ListReader {
  readonly list: ItemList;
  readonly names: ReadonlyMap<string, number>;
  /** What reads a name that is a code table's. */
  readonly under: ReadonlyMap<string, Reader>;
  readonly readers: readonly Reader[];
}

/** As many as a long stay has lines on its bill, and room. */
const MOST_ITEMS = 5000;
/** Enough to see what is wrong with a list without reading all of it. */
const MOST_PROBLEMS = 50;

/** The reader of one list; made once, used for each event. */
export function listReader(list: ItemList, policy: PolicyIr): ListReader {
  const { index, readers } = fieldNames(list.fields);
  return { list, names: index, under: readers, readers: list.fields.map((field) => readerOf(field, policy)) };
}

/** Takes one read field into its place; given under both its names it must be the same. */
export function readField(
  index: number,
  field: InputField | undefined,
  key: string,
  read: Value | Problem | undefined,
  into: (Value | undefined)[],
  problems: Problem[],
): void {
  if (read === undefined) return;
  if (isProblem(read)) {
    problems.push(read);
    return;
  }
  const before = into[index];
  if (before === undefined) into[index] = read;
  else if (!sameValue(before, read)) problems.push(namesDiffer(field?.name ?? key, field?.interfaceName ?? key));
}

/** Reads an untrusted list; problems name the item by its number. Undefined when it is no list. */
export function readItems(reader: ListReader, given: unknown, problems: Problem[]): readonly ReadItem[] | undefined {
  const { name } = reader.list;
  if (!Array.isArray(given)) {
    problems.push(
      wrongType(name, given, '列表, 每项写成 {"字段": 值}, 没有就写 []', 'a list of items such as {"field": value}, or [] for none'),
    );
    return undefined;
  }
  if (given.length > MOST_ITEMS) {
    problems.push(outOfRange(name, `${given.length} 项`, `最多 ${MOST_ITEMS} 项`, `at most ${MOST_ITEMS} items`));
    return undefined;
  }
  const before = problems.length;
  const items: ReadItem[] = [];
  for (let index = 0; index < given.length && problems.length - before < MOST_PROBLEMS; index++)
    items.push(readItem(reader, index + 1, given[index], problems));
  return items;
}

function readItem({ list, names, under, readers }: ListReader, number: number, given: unknown, problems: Problem[]): ReadItem {
  const item = new Array<Value | undefined>(readers.length).fill(undefined);
  const found: Problem[] = [];
  if (!isRecord(given)) found.push(wrongType(list.name, given, '{"字段": 值}', '{"field": value}'));
  else
    for (const key of Object.keys(given)) {
      const value = given[key];
      if (value === undefined) continue;
      const index = names.get(key);
      if (index === undefined) found.push(unknownField(key, nearest(key, names.keys())));
      else readField(index, list.fields[index], key, (under.get(key) ?? readers[index])?.(value), item, found);
    }
  problems.push(...found.map((problem) => inItem(problem, list.name, number)));
  return item;
}
