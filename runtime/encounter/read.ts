import type { Problem } from '../answer.ts';
import { isRecord } from '../ir/decode.ts';
import type { PolicyIr } from '../ir/types.ts';
import type { Value } from '../ir/value.ts';
import { sameValue } from '../ir/value.ts';
import { yuanFromFen } from '../money/fen.ts';
import type { Reader } from './fields.ts';
import { isProblem, readerOf } from './fields.ts';
import { nearest } from './nearest.ts';
import { malformed, namesDiffer, outOfRange, partsExceed, sumDiffers, unknownField } from './problems.ts';

/** How a policy reads an event; made once, used for each. */
export interface EncounterReader {
  readonly policy: PolicyIr;
  /** Chinese and interface name → index of the field. */
  readonly names: ReadonlyMap<string, number>;
  readonly readers: readonly Reader[];
}

/** An event with its typed fields. A field that was not given is undefined, and only a problem for those who need it. */
export interface ReadEncounter {
  readonly inputs: (Value | undefined)[];
  readonly problems: readonly Problem[];
}

/** The reader of a policy's events. */
export function encounterReader(policy: PolicyIr): EncounterReader {
  const names = new Map<string, number>();
  policy.inputs.forEach(({ name, interfaceName }, index) => {
    if (interfaceName !== undefined) names.set(interfaceName, index);
    names.set(name, index);
  });
  return { policy, names, readers: policy.inputs.map((field) => readerOf(field, policy)) };
}

/** Reads untrusted fields; every problem is named, nothing is thrown. */
export function readFields({ policy, names, readers }: EncounterReader, given: unknown): ReadEncounter {
  const inputs = new Array<Value | undefined>(readers.length).fill(undefined);
  if (!isRecord(given)) return { inputs, problems: [malformed('没有给出字段。', 'No fields were given.')] };
  const problems: Problem[] = [];
  for (const key of Object.keys(given)) {
    const value = given[key];
    if (value === undefined) continue;
    const index = names.get(key);
    if (index === undefined) {
      problems.push(unknownField(key, nearest(key, names.keys())));
      continue;
    }
    const read = readers[index]?.(value);
    if (read === undefined) continue;
    if (isProblem(read)) problems.push(read);
    else {
      const before = inputs[index];
      if (before === undefined) inputs[index] = read;
      else if (!sameValue(before, read)) {
        const field = policy.inputs[index];
        problems.push(namesDiffer(field?.name ?? key, field?.interfaceName ?? key));
      }
    }
  }
  if (policy.bill) addUp(policy, policy.bill, inputs, problems);
  return { inputs, problems };
}

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
