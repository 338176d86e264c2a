import type { Problem } from '../answer.ts';
import { isRecord } from '../ir/decode.ts';
import type { PolicyIr } from '../ir/types.ts';
import type { Value } from '../ir/value.ts';
import { yuanFromFen } from '../money/fen.ts';
import type { Reader } from './fields.ts';
import { fieldNames, readerOf } from './fields.ts';
import type { ListReader, ReadItem } from './items.ts';
import { listReader, readField, readItems } from './items.ts';
import { nearest } from './nearest.ts';
import { malformed, namesDiffer, outOfRange, partsExceed, sumDiffers, unknownField } from './problems.ts';

/** How a policy reads an event; made once, used for each. */
export interface EncounterReader {
  readonly policy: PolicyIr;
  /** Chinese and interface name → index of the field. */
  readonly names: ReadonlyMap<string, number>;
  /** What reads a name that is a code table's. */
  readonly under: ReadonlyMap<string, Reader>;
  readonly readers: readonly Reader[];
  readonly lists: readonly ListReader[];
}

/** An event with its typed fields. A field that was not given is undefined, and only a problem for those who need it. */
export interface ReadEncounter {
  readonly inputs: (Value | undefined)[];
  /** Per list: its items, each field by field; undefined when the list was not given. */
  readonly lists: readonly (readonly ReadItem[] | undefined)[];
  readonly problems: readonly Problem[];
}

/** The reader of a policy's events. */
export function encounterReader(policy: PolicyIr): EncounterReader {
  const { index, readers } = fieldNames(policy.inputs);
  return {
    policy,
    names: index,
    under: readers,
    readers: policy.inputs.map((field) => readerOf(field, policy)),
    lists: policy.lists.map((list) => listReader(list, policy)),
  };
}

/** Reads untrusted fields; every problem is named, nothing is thrown. A name that another layer of the event knows (`others`) is passed over. */
export function readFields(reader: EncounterReader, given: unknown, others: readonly EncounterReader[] = []): ReadEncounter {
  const { policy, names, under, readers, lists: listReaders } = reader;
  const inputs = new Array<Value | undefined>(readers.length).fill(undefined);
  const lists = new Array<readonly ReadItem[] | undefined>(listReaders.length).fill(undefined);
  if (!isRecord(given)) return { inputs, lists, problems: [malformed('没有给出字段。', 'No fields were given.')] };
  const problems: Problem[] = [];
  for (const key of Object.keys(given)) {
    const value = given[key];
    if (value === undefined) continue;
    const listed = listReaders.findIndex(({ list }) => list.name === key || list.interfaceName === key);
    const list = listReaders[listed];
    if (list) {
      if (lists[listed]) problems.push(namesDiffer(list.list.name, list.list.interfaceName ?? key));
      else lists[listed] = readItems(list, value, problems);
      continue;
    }
    const index = names.get(key);
    if (index === undefined) {
      if (others.some((other) => knows(other, key))) continue;
      problems.push(unknownField(key, nearest(key, [...others, reader].flatMap(namesIn))));
      continue;
    }
    readField(index, policy.inputs[index], key, (under.get(key) ?? readers[index])?.(value), inputs, problems);
  }
  if (policy.bill) addUp(policy, policy.bill, inputs, problems);
  return { inputs, lists, problems };
}

const namesIn = ({ names, lists }: EncounterReader): readonly string[] => [...names.keys(), ...lists.map(({ list }) => list.name)];

const knows = ({ names, lists }: EncounterReader, key: string): boolean =>
  names.has(key) || lists.some(({ list }) => list.name === key || list.interfaceName === key);

/** Computes a total that was not given, or compares the one that was with its parts. */
function addUp(
  { inputs: fields, moneyLimit }: PolicyIr,
  bill: NonNullable<PolicyIr['bill']>,
  inputs: (Value | undefined)[],
  problems: Problem[],
): void {
  let sum = 0n;
  let complete = true;
  for (const part of bill.parts) {
    const value = inputs[part];
    if (typeof value === 'bigint') sum += value;
    else complete = false;
  }
  const total = inputs[bill.total];
  if (total === undefined) {
    inputs[bill.total] = complete ? sum : undefined;
    if (sum > BigInt(moneyLimit)) {
      problems.push(
        outOfRange(
          fields[bill.total]?.name ?? '',
          yuanFromFen(sum),
          '超过了政策的金额上限',
          'it is beyond the limit of amounts that the policy states',
        ),
      );
    }
    return;
  }
  if (typeof total !== 'bigint' || (complete ? total === sum : sum <= total)) return;
  const nameOf = (index: number): string => fields[index]?.name ?? '';
  const given = bill.parts.filter((part) => inputs[part] !== undefined).map(nameOf);
  problems.push((complete ? sumDiffers : partsExceed)(nameOf(bill.total), yuanFromFen(total), given, yuanFromFen(sum)));
}
