/** An event under its layers, once in every world that the law leaves possible; what all worlds say alike is said. */
import type { InputModel, PolicyModel, VersionModel } from '../../language/model/types.ts';
import type { Entry } from './cells.ts';
import { isNothing } from './entries.ts';
import { hit } from './hits.ts';
import type { Circumstances, Layer, Stated, Status } from './kept.ts';
import { walkLayer } from './layer.ts';
import { fraction, negative, order } from './number.ts';
import type { Posted } from './post.ts';
import type { Totals } from './totals.ts';
import { bear, fenOf, sumsOf } from './totals.ts';
import type { Item, Worth } from './worth.ts';
import { dateOf, Gap, isNumber, number, textOf, worthOf, ZERO } from './worth.ts';

/** What an event came to. */
export interface Outcome {
  readonly status: Status;
  readonly reasons: readonly string[];
  readonly missing: readonly string[];
  readonly posted: readonly Posted[];
  readonly totals: Totals | undefined;
  readonly entries: readonly Entry[];
  /** Of the first world. */
  readonly layers: readonly Layer[];
}

/** Which law each layer is under, and which candidates are chosen for its open points. */
interface World {
  readonly versions: readonly (VersionModel | undefined)[];
  readonly chosen: readonly ReadonlyMap<number, Worth>[];
}

/** Stated values by policy and point. */
export type Supposed = ReadonlyMap<string, ReadonlyMap<number, Worth>>;

const MOST_WORLDS = 64;
const none = (status: Status, said: Partial<Outcome> = {}): Outcome => ({
  status,
  reasons: [],
  missing: [],
  posted: [],
  totals: undefined,
  entries: [],
  layers: [],
  ...said,
});

/** Settles an event; `policies` are the layers in their order, the policy itself last. */
export function walkEvent(
  policies: readonly PolicyModel[],
  stated: Stated,
  books: Circumstances['books'],
  knownOn: Date | undefined,
  supposed: Supposed,
): Outcome {
  const blocked = unsettleable(policies, stated);
  if (blocked) return blocked;
  const laws = policies.map((policy) => lawsOn(policy, stated, knownOn));
  const first: World = { versions: [], chosen: policies.map(() => new Map<number, Worth>()) };
  const worlds = laws.reduce<World[]>(
    (all, { versions }) =>
      all.flatMap((world) =>
        (versions.length > 0 ? versions : [undefined]).map((one) => ({ ...world, versions: [...world.versions, one] })),
      ),
    [first],
  );
  if (worlds.length > MOST_WORLDS) return none('violation');
  const done: Outcome[] = [];
  const reasons: string[] = laws.flatMap(({ reason, versions }) => (versions.length > 1 ? [reason] : []));
  for (const world of worlds) {
    const found = overCandidates(world, MOST_WORLDS - done.length);
    done.push(...found.outcomes);
    reasons.push(...found.reasons);
  }
  if (worlds.length > 1) hit('several laws');
  if (done.length > worlds.length) hit('several candidates');
  const [only] = done;
  return only && done.length === 1 ? only : agreed(done, reasons);

  function run({ versions, chosen }: World): Outcome {
    const below: Layer[] = [];
    for (const [at, policy] of policies.entries()) {
      const own = new Map([...(chosen[at] ?? []), ...(supposed.get(policy.name) ?? [])]);
      below.push(walkLayer({ policy, version: versions[at], stated, books, supposed: own, below: [...below], knownOn }));
      if (below.at(-1)?.status === 'refused') break;
    }
    return together(below);
  }

  function overCandidates(world: World, most: number): { readonly outcomes: readonly Outcome[]; readonly reasons: readonly string[] } {
    const plain = run(world);
    const pending: [World, Outcome][] = [[world, plain]];
    const outcomes: Outcome[] = [];
    const why: string[] = [];
    for (let next = pending.pop(); next; next = pending.pop()) {
      const [inside, outcome] = next;
      const split = splitting(outcome);
      if (!split) {
        outcomes.push(outcome);
        continue;
      }
      const { address, reason, candidates } = split.layer.policy.points[split.point] ?? { address: '', reason: '', candidates: [] };
      if (outcomes.length + pending.length + candidates.length > most) return { outcomes: [plain], reasons: [] };
      why.push(`${address} ${reason}`);
      for (const candidate of candidates) {
        const at = policies.indexOf(split.layer.policy);
        const chosen = inside.chosen.map((one, of) => (of === at ? new Map([...one, [split.point, worthOf(candidate)]]) : one));
        pending.push([{ ...inside, chosen }, run({ ...inside, chosen })]);
      }
    }
    return { outcomes, reasons: why };
  }
}

/** What cannot be read, or lacks its person or its day. */
export function unsettleable(policies: readonly PolicyModel[], stated: Stated): Outcome | undefined {
  if (policies.some((policy) => unreadable(policy, stated) || partsBroken(policy, stated))) return none('refused');
  const needed = policies.flatMap(({ subject, versionDay }) => [subject, versionDay].filter((name) => stated.fields[name] === undefined));
  return needed.length > 0 ? none('missing', { missing: needed }) : undefined;
}

/** An open point with candidates that keeps a world from being decided. */
function splitting({ status, reasons, layers }: Outcome): { readonly layer: Layer; readonly point: number } | undefined {
  if (status !== 'open' && status !== 'settled') return undefined;
  for (const layer of layers) {
    const point = [...layer.touched].find((one) => {
      const { address, reason } = layer.policy.points[one] ?? {};
      return reasons.includes(`${address} ${reason}`);
    });
    if (point !== undefined) return { layer, point };
  }
  return undefined;
}

/** An amount beyond the limit of the policy, or a negative part of the bill. */
function unreadable({ inputs, lists, moneyLimit }: PolicyModel, stated: Stated): boolean {
  const limit = fraction(moneyLimit.num, moneyLimit.den);
  const bad = ({ name, bill }: InputModel, item: Item): boolean => {
    const worth = item[name];
    if (worth === undefined || !isNumber(worth)) return false;
    return order(worth, limit) > 0 || order(negative(worth), limit) > 0 || (bill && order(worth, ZERO) < 0);
  };
  const money = ({ type }: InputModel): boolean => type.kind === 'money' || type.kind === 'fen';
  return (
    inputs.some((field) => money(field) && bad(field, stated.fields)) ||
    lists.some(({ name, fields }) => stated.lists[name]?.some((item) => fields.some((field) => money(field) && bad(field, item))))
  );
}

/** A total that is not the sum of its parts. */
function partsBroken({ bill, moneyLimit }: PolicyModel, { fields }: Stated): boolean {
  if (!bill) return false;
  const parts = bill.parts.map((part) => fields[part]);
  const sum = parts.reduce((all, part) => (part && isNumber(part) ? all + (part.over * 100n) / part.under : all), 0n);
  const total = fields[bill.total];
  if (total === undefined) return sum * moneyLimit.den > moneyLimit.num * 100n;
  const fen = BigInt(fenOf(number(total)));
  return parts.every((part) => part !== undefined) ? sum !== fen : sum > fen;
}

/** The versions that may be the law of an event. */
export function lawsOn(
  policy: PolicyModel,
  { fields }: Stated,
  knownOn: Date | undefined,
): { versions: readonly VersionModel[]; reason: string } {
  const day = fields[policy.versionDay];
  const cell = policy.timeline.find(({ from, to, knownFrom, knownTo }) => {
    const holds = day instanceof Date && (!from || day >= dateOf(from)) && (!to || day < dateOf(to));
    return holds && (knownOn ? (!knownFrom || knownOn >= dateOf(knownFrom)) && (!knownTo || knownOn < dateOf(knownTo)) : !knownTo);
  });
  const indexes = cell && cell.candidates.length > 0 ? [...new Set(cell.candidates)] : cell?.version === undefined ? [] : [cell.version];
  const { address, reason } = (cell?.point === undefined ? undefined : policy.points[cell.point]) ?? {};
  return { versions: indexes.flatMap((index) => policy.versions[index] ?? []), reason: `${address} ${reason}` };
}

const GRAVITY: readonly Status[] = ['refused', 'violation', 'missing', 'open', 'settled', 'ineligible'];

/** Several layers as one answer over one bill. */
function together(layers: readonly Layer[]): Outcome {
  const own = layers.at(-1);
  if (!own) return none('refused');
  const status = GRAVITY.find((one) => layers.some((layer) => layer.status === one)) ?? own.status;
  const reasons = [...new Set(layers.flatMap((layer) => layer.reasons))];
  const said = { layers, reasons, missing: status === 'missing' ? [...new Set(layers.flatMap((layer) => layer.missing))] : [] };
  if (status === 'refused' || status === 'violation') return none(status, { layers });
  if (status === 'missing') return none(status, said);
  if (status === 'open')
    return none(status, {
      ...said,
      entries: layers.flatMap((layer) => (layer.version && layer.status !== 'ineligible' ? layer.open(reasons) : [])),
    });
  const posted = layers.flatMap((layer) => (layer.status === 'ineligible' ? [] : layer.posted));
  const totals =
    own.policy.entry === 'settlement'
      ? bear(
          number(own.total),
          posted,
          layers.map(({ policy }) => policy),
        )
      : sumsOf(own);
  return none(status, { ...said, posted, totals, entries: layers.flatMap((layer) => layer.entries) });
}

/** The money of an outcome as text: what is paid from where, and what it adds up to. */
export function moneyOf({ posted, totals }: Pick<Outcome, 'posted' | 'totals'>): readonly string[] {
  return [...paidOf(posted), ...Object.entries(totals ?? {}).map(([name, amount]) => `${name} ${fenOf(amount)}`)].sort();
}

const paidOf = (posted: readonly Posted[]): readonly string[] =>
  posted.flatMap(({ policy, address, amount, from, members }) => {
    const items = [...(members ?? [])].map(([at, share]) => `[${at + 1}] ${fenOf(share)}`);
    if (amount instanceof Gap || (isNothing(amount) && items.length === 0)) return [];
    const taken = [...from].filter(([, of]) => !isNothing(of)).map(([part, of]) => `${part} ${fenOf(of)}`);
    return [[`${policy} ${address}`, fenOf(amount), ...taken.sort(), ...items].join(' ')];
  });

const sharesOf = ({ posted }: Outcome): readonly string[] =>
  posted.flatMap(({ address, shares, amount }) =>
    Array.isArray(shares) && !isNothing(amount) ? [`${address} ${shares.map(fenOf).join(' ')}`] : [],
  );

const cellOf = ({ policy, accumulator, keys }: Entry): string => `${policy} / ${accumulator} / ${keys ?? '?'}`;

/** What all worlds have in common is decided, the rest is open. */
function agreed(all: readonly Outcome[], more: readonly string[]): Outcome {
  const [first = none('violation'), ...others] = all;
  const known = [...new Set(all.flatMap(({ reasons }) => reasons))];
  const reasons = [...new Set([...known, ...more])];
  const said = { layers: first.layers, reasons: known };
  if (all.some(({ status }) => status === 'missing'))
    return none('missing', { ...said, missing: [...new Set(all.flatMap((one) => one.missing))] });
  const entries = new Map(all.flatMap((one) => one.entries.map((entry) => [cellOf(entry), entry] as const)));
  const asOpen = (why: readonly string[]): readonly Entry[] =>
    [...entries.values()].map((entry) => ({ ...entry, value: undefined, reasons: why }));
  const money = moneyOf(first).join('\n');
  if (others.some((one) => one.status !== first.status || moneyOf(one).join('\n') !== money))
    return none('open', { ...said, reasons, entries: asOpen(reasons) });
  if (first.status === 'refused' || first.status === 'violation') return none(first.status, { layers: first.layers });
  if (first.status === 'open') return none('open', { ...said, entries: asOpen(known) });
  let differ = others.some((one) => sharesOf(one).join('\n') !== sharesOf(first).join('\n'));
  const kept = [...entries].flatMap(([cell, entry]): readonly Entry[] => {
    const [own = [], ...rest] = all.map((one) => one.entries.filter((other) => cellOf(other) === cell));
    const text = (of: readonly Entry[]): string => of.map(({ value }) => (value === undefined ? '?' : textOf(value))).join('\n');
    if (rest.every((one) => text(one) === text(own))) return own;
    differ = true;
    return [{ ...entry, value: undefined, reasons: [...new Set([...entry.reasons, ...more])] }];
  });
  return { ...first, ...said, reasons: differ ? reasons : known, entries: kept };
}
