import type { Path } from '../2-syntax/nodes/span.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { unknownAmount } from '../diagnostics/scenarios.ts';
import type { PolicyModel, Type } from '../model/types.ts';
import { printCell } from './forms/print.ts';
import { nearest } from './near.ts';
import { fen, join } from './types.ts';
import { locate } from './within-layers.ts';

/** Amounts of every answer of an entry, whatever the policy: what its law of conservation speaks of. */
const TOTALS: Readonly<Record<PolicyModel['entry'], readonly string[]>> = {
  settlement: ['总额', '基金', '医院', '个人', '账户', '现金'],
  cashBenefit: ['合计', '账户', '现金'],
  contribution: ['应缴', '本期缴', '缓缴'],
  clearing: ['合计'],
};

/** The names of those amounts. */
const totalsOf = ({ entry }: Pick<PolicyModel, 'entry'>): readonly string[] => TOTALS[entry];

/** Names joined as an address, with row keys as the checker writes them: "住院标准[三级, 2]". */
export function addressOf({ names, keys }: Path): string {
  const address = names.map((name) => name.text).join('.');
  return keys.length === 0 ? address : `${address}[${keys.map(({ cell }) => printCell(cell)).join(', ')}]`;
}

/** Every address that some version of the policy works out, with the type that holds what any version gives. */
export function addressesOf(policy: PolicyModel): ReadonlyMap<string, Type> {
  const known = workedOut.get(policy.versions);
  if (known) return known;
  const all = findAddresses(policy);
  workedOut.set(policy.versions, all);
  return all;
}

/** Every line of every scenario asks for them. */
const workedOut = new WeakMap<PolicyModel['versions'], ReadonlyMap<string, Type>>();

function findAddresses(policy: PolicyModel): ReadonlyMap<string, Type> {
  const found = new Map<string, Type>();
  for (const { address, type } of policy.versions.flatMap(({ definitions }) => definitions)) {
    const known = found.get(address);
    found.set(address, known ? either(known, type) : type);
  }
  return found;
}

/** Of two versions that disagree on the kind the later one speaks. */
const either = (a: Type, b: Type): Type =>
  (a.kind === 'enum' && b.kind === 'enum') || (a.kind === 'set' && b.kind === 'set')
    ? { ...b, values: [...new Set([...a.values, ...b.values])] }
    : (join(a, b) ?? b);

/** A line of a form is addressable as it was written. */
const asWritten: Readonly<Record<string, readonly string[]>> = { 起付线: ['起付标准'], 限额: ['支付限额', '费用限额'] };

/** What a scenario or property can speak of in an answer. */
export interface Result {
  readonly address: string;
  /** 分额 where the amount is whole fen under every law. */
  readonly type: Type;
}

/** The address of the amount or value that a path names, or what is wrong with it. */
export function readResult(
  path: Path,
  policy: PolicyModel,
  layers: readonly PolicyModel[] = [],
): Result | { readonly diagnostic: Diagnostic } {
  const located = locate(path, policy, layers, isAddress);
  if (located.policy === policy) return readOwnResult(path, policy);
  const read = readOwnResult(located.path, located.policy);
  return 'address' in read ? { ...read, address: `${located.policy.name}.${read.address}` } : read;
}

const isAddress = (path: Path, policy: PolicyModel): boolean => {
  const written = addressOf(path);
  const known = namesOf(policy);
  return (
    totalsOf(policy).includes(written) ||
    isAllotted(written, policy) ||
    policy.bill?.total === written ||
    known.has(written) ||
    formAddress(written, known) !== undefined
  );
};

/** Addresses of the policy, and the names by which it refers to earlier layers. */
const namesOf = (policy: PolicyModel): ReadonlyMap<string, Type> =>
  policy.references.length === 0
    ? addressesOf(policy)
    : new Map([...policy.references.map(({ name, type }) => [name, type] as const), ...addressesOf(policy)]);

function readOwnResult(path: Path, policy: PolicyModel): Result | { readonly diagnostic: Diagnostic } {
  const written = addressOf(path);
  const known = namesOf(policy);
  const totals = totalsOf(policy);
  const total = totals.includes(written) ? written : policy.bill?.total === written ? '总额' : undefined;
  if (total !== undefined && !known.has(written)) return { address: total, type: fen };
  if (isAllotted(written, policy)) return { address: written, type: fen };
  const address = known.has(written) ? written : formAddress(written, known);
  const type = address === undefined ? undefined : known.get(address);
  if (address === undefined || !type) {
    const near = nearest(written, [...known.keys(), ...totals]);
    return { diagnostic: unknownAmount({ address: written, policy: policy.name, near, span: path.span }) };
  }
  return { address, type };
}

/** 拨付: `结算额[2]` is what the second item of the batch gets, `结算额.尾差` what rounding left of the pool. */
function isAllotted(written: string, { versions }: PolicyModel): boolean {
  const [, name] = /^(.*?)(?:\[[1-9]\d{0,4}\]|\.尾差)$/u.exec(written) ?? [];
  return versions.some(({ definitions }) => definitions.some((one) => one.address === name && one.posting?.members));
}

/** "住院.起付线" → "住院.起付标准"; undefined when the form has no such line, or several. */
export function formAddress(written: string, known: ReadonlyMap<string, unknown>): string | undefined {
  const dot = written.lastIndexOf('.');
  const candidates = (asWritten[written.slice(dot + 1)] ?? [])
    .map((name) => written.slice(0, dot + 1) + name)
    .filter((name) => known.has(name));
  return candidates.length === 1 ? candidates[0] : undefined;
}
