import type { NamedValue, Problem } from '../answer.ts';
import type { IrType } from '../ir/types.ts';
import type { Value } from '../ir/value.ts';
import { namedValue } from '../ir/value.ts';
import type { Entry } from '../ledger/fold.ts';
import { distinct, NOTHING, unite } from '../ledger/reliance.ts';
import { bear } from './conserve.ts';
import type { Refusal } from './eligible.ts';
import { openEntries } from './entries.ts';
import type { Result } from './gap.ts';
import { Gap } from './gap.ts';
import { knownReference, NO_LAYERS, postedBelow } from './layer.ts';
import type { LayerOutcome, Outcome } from './run.ts';
import { isNothingForIt, outcome, runVersion } from './run.ts';
import type { Given } from './state.ts';
import { State } from './state.ts';
import { sumsOf } from './sums.ts';
import type { CompiledCell } from './version.ts';
import { watchedBy } from './watch.ts';
import { withinLimit } from './within-limit.ts';

/** One policy of an event's layers, the law of its own day, and what it is settled against. */
export interface Layer {
  readonly given: Given;
  /** Absent: on its day the policy has no law. */
  readonly law: CompiledCell | undefined;
}

/** One way the law may be: per layer its version, and the candidates chosen for its open points. */
export interface World {
  readonly versions: readonly (number | undefined)[];
  readonly chosen: readonly (ReadonlyMap<number, Value> | undefined)[];
}

export const NO_LAW: Refusal = { name: '政策', reason: '该日没有此政策' };

/** Settles an event under its layers in one world, each seeing what those before it came to; the last is the policy that was asked. */
export function runLayers(layers: readonly Layer[], { versions, chosen }: World): Outcome {
  const [only] = layers;
  if (only && layers.length === 1) return runLayer(only, versions[0], chosen[0], NO_LAYERS);
  const done: LayerOutcome[] = [];
  for (const [at, layer] of layers.entries()) {
    const before = new Map(done.map(({ policy, outcome: one }) => [policy.ir.id, one]));
    done.push({ policy: layer.given.policy, outcome: runLayer(completed(layer, done), versions[at], chosen[at], before) });
    if (done.at(-1)?.outcome.status === 'refused') break;
  }
  return together(done);
}

function runLayer(
  { given }: Layer,
  version: number | undefined,
  chosen: World['chosen'][number],
  before: ReadonlyMap<string, Outcome>,
): Outcome {
  return version === undefined ? withoutLaw(given, before) : runVersion(given.policy.version(version), given, chosen, before);
}

/** On a day without law nobody is entitled under the policy, and what earlier layers leave of the bill is the person's. */
function withoutLaw(given: Given, before: ReadonlyMap<string, Outcome>): Outcome {
  const { ir } = given.policy;
  const total = ir.bill && totalWithoutLaw(given, ir.bill.total, before);
  if (total instanceof Gap) return outcome('missing', { missing: total.missing });
  return outcome('ineligible', {
    ineligible: [NO_LAW],
    excluded: true,
    totals: typeof total === 'bigint' ? bear(total, postedBelow(before)) : undefined,
    sums: sumsOf(ir, [], []),
  });
}

/** The total as it was given, or as all laws of the policy work it out alike from what was given. */
function totalWithoutLaw(given: Given, index: number, layers: ReadonlyMap<string, Outcome>): Result {
  const { policy } = given;
  const total = given.inputs[index] as Result;
  if (!(total instanceof Gap)) return total;
  let found: bigint | undefined;
  for (const at of policy.ir.programs.keys()) {
    const { program, parameters } = policy.version(at);
    const known = new State({ ...given, program, parameters, world: undefined, layers }).input(index);
    if (typeof known !== 'bigint' || (found !== undefined && found !== known)) return total;
    found = known;
  }
  return found ?? total;
}

/** A layer with the fields that an earlier one worked out and that were not given. */
function completed(layer: Layer, done: readonly LayerOutcome[]): Layer {
  const { policy, inputs, watch } = layer.given;
  if (done.every(({ outcome: { state } }) => !state || state.of.program.computable.steps.size === 0)) return layer;
  const filled = inputs.map((value, index): Result => {
    const { name = '', type } = policy.ir.inputs[index] ?? {};
    if (!(value instanceof Gap)) return value;
    for (const {
      policy: below,
      outcome: { state },
    } of done.toReversed()) {
      const field = below.ir.inputs.findIndex((one) => one.name === name);
      const known = field < 0 ? undefined : state?.input(field);
      if (watch && state && field >= 0) new State({ ...state.of, ...watchedBy(watch.fields, state.of) }).input(field);
      if (known === undefined || known instanceof Gap) continue;
      // An earlier policy may work out more than this one lets an amount be.
      return type?.kind === 'money' && typeof known === 'bigint' ? withinLimit(name, known, policy.moneyLimit) : known;
    }
    return value;
  });
  return { ...layer, given: { ...layer.given, inputs: filled } };
}

/** How much an answer says against being paid, the most first: the layers of an event have the first that any of them has. */
const GRAVITY = ['refused', 'violation', 'missing', 'open', 'settled', 'ineligible'] as const;

/** What the layers of one event came to, as one answer over one bill. */
function together(done: readonly LayerOutcome[]): Outcome {
  const own = (done.at(-1) as LayerOutcome).outcome;
  const outcomes = done.map((one) => one.outcome);
  const earlier = done.slice(0, -1);
  const status = GRAVITY.find((one) => outcomes.some((other) => other.status === one)) ?? own.status;
  const all = <T>(of: (one: Outcome) => readonly T[]): readonly T[] =>
    outcomes.reduce<readonly T[]>((united, one) => unite(united, of(one)), NOTHING);
  const about = { version: own.version, state: own.state, layers: earlier, excluded: own.excluded };
  const open = all((one) => one.open);
  const told = { ...about, open, reliances: all(({ reliances }) => reliances), amounts: namedTogether(done), values: valuesTogether(done) };
  switch (status) {
    case 'refused':
    case 'violation':
      return outcome(status, {
        ...about,
        problems: distinct(
          all(({ problems }) => problems),
          (a: Problem, b: Problem) => a.zh === b.zh,
        ),
      });
    case 'missing':
      return outcome('missing', { ...told, missing: all((one) => one.missing) });
    case 'open':
      return outcome('open', {
        ...told,
        entries: entriesOf(done, ({ state, status: each }) => (state && each !== 'ineligible' ? openEntries(state, open) : [])),
      });
    case 'settled':
    case 'ineligible':
      return outcome(status, {
        ...told,
        ineligible: refusals(done, status === 'settled'),
        posted: outcomes.flatMap((one) => one.posted),
        totals: own.totals,
        entries: entriesOf(done, (one) => one.entries),
      });
  }
}

/** Entries go to the cells of the policy that wrote them; those of the policy that was asked need not say so. */
const entriesOf = (done: readonly LayerOutcome[], of: (one: Outcome) => readonly Entry[]): readonly Entry[] =>
  done.flatMap(({ policy, outcome: one }, at) =>
    of(one).map((entry): Entry => (at === done.length - 1 ? entry : { ...entry, policy: policy.ir.id })),
  );

/** Who is not entitled to which layer, and why. That there is no benefit in one layer is no news when another one pays. */
function refusals(done: readonly LayerOutcome[], settled: boolean): readonly Refusal[] {
  const found = done.flatMap(({ policy, outcome: { ineligible } }) =>
    ineligible
      .filter((one) => !(settled && isNothingForIt(one)))
      .map((one): Refusal => (isNothingForIt(one) ? one : { ...one, policy: policy.ir.id })),
  );
  return distinct(found, (a, b) => a.name === b.name && a.reason === b.reason && a.policy === b.policy);
}

/** Amounts by name: own ones and references by theirs, those of another layer after the name of its policy. */
function namedTogether(done: readonly LayerOutcome[]): ReadonlyMap<string, bigint> {
  const own = done.at(-1) as LayerOutcome;
  const amounts = new Map(own.outcome.excluded ? nothingPaid(own) : []);
  for (const [address, amount] of own.outcome.amounts) amounts.set(address, amount);
  const layers = new Map(done.map(({ policy, outcome: one }) => [policy.ir.id, one]));
  for (const reference of own.policy.references) {
    const value = knownReference(layers, reference);
    if (value !== undefined) amounts.set(reference.ir.name, value);
  }
  for (const layer of done.slice(0, -1)) {
    const { policy, outcome: one } = layer;
    for (const [address, amount] of [...(one.excluded ? nothingPaid(layer) : []), ...one.amounts])
      amounts.set(`${policy.ir.id}.${address}`, amount);
  }
  return amounts;
}

/** Values that were asked for, by the same names. A reference to a layer to which nobody is entitled is 0 or false. */
function valuesTogether(done: readonly LayerOutcome[]): ReadonlyMap<string, NamedValue> {
  const own = done.at(-1) as LayerOutcome;
  const values = new Map(own.outcome.values);
  const layers = new Map(done.map(({ policy, outcome: one }) => [policy.ir.id, one]));
  for (const { ir, layer } of own.policy.references) {
    const below = layers.get(layer.ir.id);
    const value = below?.excluded ? nothingOf(ir.type) : below?.values.get(ir.address);
    if (value) values.set(ir.name, value);
  }
  for (const { policy, outcome: one } of done.slice(0, -1))
    for (const [address, value] of one.values) values.set(`${policy.ir.id}.${address}`, value);
  return values;
}

const nothingOf = (type: IrType): NamedValue | undefined =>
  type.kind === 'money' ? undefined : namedValue(type.kind === 'bool' ? false : 0n, type);

/** Whoever is not entitled to a layer is paid 0 by each of its postings, also on a day on which it has no law. */
const nothingPaid = ({ policy: { ir } }: LayerOutcome): readonly (readonly [string, bigint])[] =>
  ir.programs.flatMap(({ steps }) => steps.flatMap(({ address, posting }) => (posting ? [[address, 0n] as const] : [])));
