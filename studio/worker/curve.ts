import { interests, sharesOf, turningPoint } from '../../language/index.ts';
import type { Answer, LoadedBundle, PolicyIr } from '../../runtime/index.ts';
import type { Cliff, Curve, CurvePoint, CurveQuestion, Kink, Stream } from './protocol.ts';
import { lastOf } from './streams.ts';

/**
 * The person's cost against one part of the bill. The curve is piecewise linear but for rounding to the fen, so it is settled at evenly
 * spaced places, and where two neighbouring pieces differ in slope by more than rounding explains, the kink between them is closed in on and
 * then put where the rule itself turns, before any rounding: the place that a comparison names. Where one fen more costs more than a fen and its roundings, there is no slope but a cliff, which is closed in on by halves too.
 * Places on the axis are whole fen; what is paid at each comes from the runtime.
 */
interface Sample {
  readonly at: bigint;
  readonly personal: bigint;
  /** What others than the person pay, in fen. */
  readonly others: bigint;
  readonly answer: Answer;
}

/** Of the axis. */
const fen = (yuan: string): bigint => {
  const [whole = '0', cents = ''] = yuan.replace('-', '').split('.');
  const amount = BigInt(whole) * 100n + BigInt(cents.padEnd(2, '0').slice(0, 2));
  return yuan.startsWith('-') ? -amount : amount;
};
const yuan = (amount: bigint): string =>
  `${amount < 0n ? '-' : ''}${(amount < 0n ? -amount : amount) / 100n}.${String((amount < 0n ? -amount : amount) % 100n).padStart(2, '0')}`;

const absolute = (value: bigint): bigint => (value < 0n ? -value : value);

/** Whether the middle lies off the straight line between its neighbours by more than two roundings. */
const bends = (a: Sample, b: Sample, c: Sample): boolean => {
  const rise = (b.personal - a.personal) * (c.at - a.at) - (c.personal - a.personal) * (b.at - a.at);
  return absolute(rise) > 2n * (c.at - a.at);
};

export function curveOf(bundle: LoadedBundle, question: Stream & CurveQuestion): Curve {
  const policy = bundle.ir.policies.find(({ id }) => id === question.policy);
  const settleLast = lastOf(bundle, question);
  const fields = question.encounters.at(-1)?.fields;
  const empty: Curve = { part: question.part, points: [], kinks: [], cliffs: [] };
  if (!policy?.bill || !settleLast || !fields) return empty;
  const total = policy.inputs[policy.bill.total];
  const { [total?.name ?? '']: _total, [total?.interfaceName ?? '']: _coded, ...others } = fields;

  const known = new Map<bigint, Sample | undefined>();
  const sample = (at: bigint): Sample | undefined => {
    if (known.has(at)) return known.get(at);
    const answer = settleLast({ ...others, [question.part]: yuan(at) });
    const { total, personal: own } = answer.totals ?? {};
    const personal = fen(own ?? '0');
    const found = total === undefined ? undefined : { at, personal, others: fen(total) - personal, answer };
    known.set(at, found);
    return found;
  };
  const end = fen(question.upTo);
  const given = fields[question.part];
  const own = typeof given === 'string' ? fen(given) : undefined;
  const sampled = (places: readonly bigint[]): readonly Sample[] => places.flatMap((at) => sample(at) ?? []);
  const even = sampled(evenPlaces(end, question.points));
  // The policy's own numbers as well: no grid may step over what lies between two of them. A bend is seen better from afar.
  const numbers = someOf(interests(policy, bundle.ir.policies).fen.filter((one) => one > 0n && one < end));
  const near = sampled([...new Set([...even.map(({ at }) => at), ...numbers])].sort((a, b) => (a < b ? -1 : 1)));
  const cliffs = cliffsAmong(near, sample);
  const kinks = kinksAmong(even, sample, cliffs, sharesOf(policy, bundle.ir.policies));
  const here = own === undefined ? undefined : sample(own);
  const edges = cliffs.flatMap(({ before, after }) => [before, after]);
  const all = new Map([...even, ...edges, ...kinks.map(({ kink }) => kink)].map((one) => [one.at, one]));
  return {
    part: question.part,
    points: [...all.values()].toSorted((a, b) => (a.at < b.at ? -1 : 1)).map(pointOf),
    kinks: kinks.map((one) => kinkOf(formsOf(bundle), one, sample)),
    cliffs: cliffs.map(({ before, after }): Cliff => {
      const cause = jumpOf(policy, before.answer, after.answer);
      return { ...pointOf(after), before: pointOf(before).personal, ...(cause === undefined ? {} : { cause }) };
    }),
    ...(here ? { here: pointOf(here) } : {}),
  };
}

/** The numbers of the policy that are tried on the way. */
const MOST_NUMBERS = 60;

const someOf = (all: readonly bigint[]): readonly bigint[] => all.filter((_, index) => index % Math.ceil(all.length / MOST_NUMBERS) === 0);

const evenPlaces = (end: bigint, points: number): readonly bigint[] => {
  const steps = BigInt(Math.max(2, points));
  return Array.from({ length: Number(steps) + 1 }, (_, index) => (end * BigInt(index)) / steps);
};

const pointOf = ({ at, answer }: Sample): CurvePoint => ({
  at: yuan(at),
  personal: answer.totals?.personal ?? '0.00',
  funds: answer.totals?.funds ?? '0.00',
});

interface Bend {
  readonly kink: Sample;
  readonly before: Sample;
  readonly after: Sample;
}

interface Jump {
  readonly before: Sample;
  readonly after: Sample;
}

type Sampling = (at: bigint) => Sample | undefined;

/** Fen that rounding can explain: each payment is rounded once. */
const slack = ({ answer }: Sample): bigint => BigInt(answer.postings.length) + 1n;

/** Two neighbouring fen between which the cost jumps: a fen more of the bill may cost nothing or a fen, and its roundings. */
const jumps = (a: Sample, b: Sample): boolean => {
  const by = b.personal - a.personal;
  return by > 1n + slack(b) || by < -slack(b);
};

/** Jumps between neighbouring samples: halves are looked into where their slopes differ by more than rounding explains. */
function cliffsAmong(even: readonly Sample[], sample: Sampling): readonly Jump[] {
  const found: Jump[] = [];
  const look = (a: Sample, b: Sample): void => {
    if (b.at - a.at <= 1n) {
      if (jumps(a, b)) found.push({ before: a, after: b });
      return;
    }
    const middle = sample(a.at + (b.at - a.at) / 2n);
    if (!middle) return;
    const off = (middle.personal - a.personal) * (b.at - a.at) - (b.personal - a.personal) * (middle.at - a.at);
    // A straight stretch has no cliff in it; the slack is that of both ends and of the middle.
    if (absolute(off) <= 2n * slack(middle) * (b.at - a.at)) return;
    look(a, middle);
    look(middle, b);
  };
  for (const [index, one] of even.entries()) {
    const next = even[index + 1];
    if (next) look(one, next);
  }
  return found;
}

/** Fen before a kink that say enough about the slope there. */
const ENOUGH = 400n;
/** Fen around a kink that rounding may have shown elsewhere. */
const NEAR = 40n;

type Shares = Parameters<typeof turningPoint>[3];

/** The kinks between samples. A bend shows at the two places around it; both lead to the same kink. A cliff is none. */
function kinksAmong(even: readonly Sample[], sample: Sampling, cliffs: readonly Jump[], shares: Shares): readonly Bend[] {
  const kinks: Bend[] = [];
  const cliffIn = (a: Sample, b: Sample): boolean => cliffs.some(({ before, after }) => before.at >= a.at && after.at <= b.at);
  const pay = (bill: number): number | undefined => {
    const found = sample(BigInt(bill));
    return found && Number(found.others);
  };
  for (let index = 1; index + 1 < even.length; index += 1) {
    const [before, middle, after] = [even[index - 1], even[index], even[index + 1]];
    if (!before || !middle || !after || cliffIn(before, after) || !bends(before, middle, after)) continue;
    const shown = closeIn(before, middle, after, sample);
    const last = kinks.at(-1);
    if (!shown || (last && absolute(last.kink.at - shown.at) <= 100n)) continue;
    const from = shown.at - before.at < ENOUGH ? (even[index - 2] ?? before) : before;
    const to = after.at - shown.at < ENOUGH ? (even[index + 2] ?? after) : after;
    const turn = turningPoint(
      { from: Number(from.at), to: Number(shown.at - NEAR) },
      { from: Number(shown.at + NEAR), to: Number(to.at) },
      pay,
      shares,
    );
    // Farther off it is another kink that the stretches around this one share.
    const exact = turn === undefined || absolute(BigInt(turn) - shown.at) > NEAR ? undefined : sample(BigInt(turn));
    kinks.push({ kink: exact ?? shown, before, after });
  }
  return kinks;
}

/** A kink with its cause, and what each further yuan costs: measured over a hundred yuan, or as much as there is to the next sample. */
function kinkOf(forms: ReadonlyMap<string, string>, { kink, before, after }: Bend, sample: Sampling): Kink {
  const cause = causeOf(forms, before, kink, after);
  const far = after.at > kink.at ? after : sample(kink.at + 10_000n);
  const run = far === undefined ? 0n : far.at - kink.at;
  // Tenths of a fen per yuan, half up.
  const then = far === undefined || run <= 0n ? undefined : ((far.personal - kink.personal) * 2000n + run) / (2n * run);
  return {
    ...pointOf(kink),
    ...(cause === undefined ? {} : { cause }),
    ...(then === undefined || then < 0n ? {} : { then: perYuan(then) }),
  };
}

/** Tenths of a fen as yuan, to the fen where that is exact. */
const perYuan = (tenths: bigint): string => (Number(tenths) / 1000).toFixed(tenths % 10n === 0n ? 2 : 3);

/** The rule whose amount makes the jump: among those that change by more than roundings, the one that changes the most. */
function jumpOf(policy: PolicyIr, before: Answer, after: Answer): string | undefined {
  const addresses = policy.programs.flatMap(({ steps }) => steps.map(({ address }) => address)).filter((address) => address !== '');
  const by = (address: string): bigint => absolute(fen(after.amounts[address] ?? '0') - fen(before.amounts[address] ?? '0'));
  const [most] = [...new Set(addresses)].filter((address) => by(address) > 2n).toSorted((a, b) => (by(a) > by(b) ? -1 : 1));
  return most;
}

/** The place between `left` and `right` that is farthest from the straight line: where the slope changes, to the fen. */
function closeIn(left: Sample, middle: Sample, right: Sample, sample: Sampling): Sample | undefined {
  let [low, high] = [left, right];
  let best = middle;
  while (high.at - low.at > 2n) {
    const [first, second] = [sample(low.at + (high.at - low.at) / 3n), sample(high.at - (high.at - low.at) / 3n)];
    if (!first || !second) return undefined;
    const distance = (one: Sample): bigint =>
      absolute((one.personal - left.personal) * (right.at - left.at) - (right.personal - left.personal) * (one.at - left.at));
    if (distance(first) < distance(second)) {
      low = first;
      best = second;
    } else {
      high = second;
      best = first;
    }
    if (low.at === first.at && high.at === second.at) break;
  }
  return best;
}

/** What form each rule is, by its address; that of an earlier layer after its policy's name. */
const formsOf = ({ ir: { policies } }: LoadedBundle): ReadonlyMap<string, string> =>
  new Map(
    policies.flatMap(({ id, programs }) =>
      programs.flatMap(({ steps }) =>
        steps.flatMap(({ address, note }) => [[address, note.form.kind] as const, [`${id}.${address}`, note.form.kind] as const]),
      ),
    ),
  );

/** The rule that begins or ceases to grow at the kink: a deductible that is used up, a cap that is reached. */
function causeOf(forms: ReadonlyMap<string, string>, before: Sample, kink: Sample, after: Sample): string | undefined {
  const grows = (from: Sample, to: Sample, address: string): boolean =>
    (from.answer.amounts[address] ?? '0') !== (to.answer.amounts[address] ?? '0');
  const stops = Object.keys(kink.answer.amounts).filter((address) => grows(before, kink, address) && !grows(kink, after, address));
  return (
    stops.find((address) => forms.get(address) === 'payment' || forms.get(address) === 'expenseCap') ??
    stops.find((address) => forms.get(address) === 'deductible') ??
    stops[0]
  );
}
