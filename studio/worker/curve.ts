import type { Answer, LoadedBundle, PolicyIr } from '../../runtime/index.ts';
import type { Curve, CurvePoint, CurveQuestion, Stream } from './protocol.ts';
import { lastOf } from './streams.ts';

/**
 * The person's cost against one part of the bill. The curve is piecewise linear but for rounding to the fen, so it is settled at evenly
 * spaced places, and where two neighbouring pieces differ in slope by more than rounding explains, the kink between them is closed in on by
 * halves. Places on the axis are whole fen; what is paid at each comes from the runtime.
 */
interface Sample {
  readonly at: bigint;
  readonly personal: bigint;
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
  const empty: Curve = { part: question.part, points: [], kinks: [] };
  if (!policy?.bill || !settleLast || !fields) return empty;
  const total = policy.inputs[policy.bill.total];
  const { [total?.name ?? '']: _total, [total?.interfaceName ?? '']: _coded, ...others } = fields;

  const known = new Map<bigint, Sample | undefined>();
  const sample = (at: bigint): Sample | undefined => {
    if (known.has(at)) return known.get(at);
    const answer = settleLast({ ...others, [question.part]: yuan(at) });
    const found = answer.totals ? { at, personal: fen(answer.totals.personal), answer } : undefined;
    known.set(at, found);
    return found;
  };
  const end = fen(question.upTo);
  const steps = BigInt(Math.max(2, question.points));
  const even = Array.from({ length: Number(steps) + 1 }, (_, index) => sample((end * BigInt(index)) / steps)).filter(
    (one) => one !== undefined,
  );
  const kinks = kinksAmong(even, sample);
  const given = fields[question.part];
  const here = typeof given === 'string' ? sample(fen(given)) : undefined;
  const all = new Map([...even, ...kinks.map(({ kink }) => kink)].map((one) => [one.at, one]));
  return {
    part: question.part,
    points: [...all.values()].toSorted((a, b) => (a.at < b.at ? -1 : 1)).map(pointOf),
    kinks: kinks.map(({ kink, before, after }) => {
      const cause = causeOf(policy, before, kink, after);
      return { ...pointOf(kink), ...(cause === undefined ? {} : { cause }) };
    }),
    ...(here ? { here: pointOf(here) } : {}),
  };
}

const pointOf = ({ at, answer }: Sample): CurvePoint => ({
  at: yuan(at),
  personal: answer.totals?.personal ?? '0.00',
  funds: answer.totals?.funds ?? '0.00',
});

interface Kink {
  readonly kink: Sample;
  readonly before: Sample;
  readonly after: Sample;
}

/** The kinks between even samples. A bend shows at the two places around it; both lead to the same kink. */
function kinksAmong(even: readonly Sample[], sample: (at: bigint) => Sample | undefined): readonly Kink[] {
  const kinks: Kink[] = [];
  for (let index = 1; index + 1 < even.length; index += 1) {
    const [before, middle, after] = [even[index - 1], even[index], even[index + 1]];
    if (!before || !middle || !after || !bends(before, middle, after)) continue;
    const kink = closeIn(before, middle, after, sample);
    const last = kinks.at(-1);
    if (kink && (!last || absolute(last.kink.at - kink.at) > 100n)) kinks.push({ kink, before, after });
  }
  return kinks;
}

/** The place between `left` and `right` that is farthest from the straight line: where the slope changes, to the fen. */
function closeIn(left: Sample, middle: Sample, right: Sample, sample: (at: bigint) => Sample | undefined): Sample | undefined {
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

/** The rule that begins or ceases to grow at the kink: a deductible that is used up, a cap that is reached. */
function causeOf(policy: PolicyIr, before: Sample, kink: Sample, after: Sample): string | undefined {
  const grows = (from: Sample, to: Sample, address: string): boolean =>
    (from.answer.amounts[address] ?? '0') !== (to.answer.amounts[address] ?? '0');
  const forms = new Map(policy.programs.flatMap(({ steps }) => steps.map(({ address, note }) => [address, note.form.kind] as const)));
  const stops = Object.keys(kink.answer.amounts).filter((address) => grows(before, kink, address) && !grows(kink, after, address));
  return (
    stops.find((address) => forms.get(address) === 'payment' || forms.get(address) === 'expenseCap') ??
    stops.find((address) => forms.get(address) === 'deductible') ??
    stops[0]
  );
}
