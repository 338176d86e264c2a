/**
 * The four sentences of 性质 as cases to settle and a judgement on what they give. Each case has a history, settled once, and alternatives that
 * are settled from the ledger it leaves: one bill against a larger one, one person against another, a whole bill against its parts.
 */
import fc from 'fast-check';
import { dayNumber } from '../../runtime/calendar/date.ts';
import type { PolicyIr } from '../../runtime/ir/types.ts';
import type { Rational } from '../../runtime/money/rational.ts';
import { add, compare, rational, subtract } from '../../runtime/money/rational.ts';
import type { PropertyModel, Value } from '../model/types.ts';
import { unreachable } from '../model/unreachable.ts';
import { roundingsTo } from './cone.ts';
import type { Drawn, Visit } from './encounters.ts';
import { amount, fieldValue, visits } from './encounters.ts';
import type { Interest } from './interest.ts';

export interface Case {
  readonly history: readonly Visit[];
  readonly alternatives: readonly (readonly Visit[])[];
}

export interface LawTrial {
  readonly cases: fc.Arbitrary<Case>;
  /** The subject, per alternative and visit: yuan of money, days as their numbers. True when the law holds. */
  readonly holds: (amounts: readonly (readonly Rational[])[]) => boolean;
  /** Fen that splitting may differ by; absent for the other laws. */
  readonly tolerance?: bigint;
}

/** The law as something to try on a policy. */
export function trialOf({ law }: PropertyModel, policy: PolicyIr, interest: Interest): LawTrial {
  const streams = visits(policy, interest);
  // Drawn side by side, never one from the other: what is drawn in two steps shrinks badly.
  const lastWith = <T>(extra: fc.Arbitrary<T>, alternatives: (last: Visit, extra: T) => Case['alternatives']): fc.Arbitrary<Case> =>
    fc
      .tuple(streams, extra)
      .map(([stream, drawn]): Case => ({ history: stream.slice(0, -1), alternatives: alternatives(stream.at(-1) ?? {}, drawn) }));
  switch (law.kind) {
    case 'bounded': {
      const low = law.low && boundOf(law.low);
      const high = law.high && boundOf(law.high);
      return {
        cases: streams.map((stream): Case => ({ history: [], alternatives: [stream] })),
        holds: (amounts) => amounts.flat().every((one) => (!low || compare(one, low) >= 0) && (!high || compare(one, high) <= 0)),
      };
    }
    case 'monotone': {
      const values = fieldValue(policy, law.along, interest);
      return {
        cases: lastWith(fc.tuple(values, values), (last, pair) =>
          [...pair].sort(byValue).map((value) => [{ ...last, [law.along]: value }]),
        ),
        holds: inDirection(law.direction),
      };
    }
    case 'compared':
      return {
        cases: lastWith(fc.constant([law.from, law.to]), (last, values) =>
          values.map((value) => [{ ...last, [law.field]: drawnOf(value) }]),
        ),
        holds: inDirection(law.direction),
      };
    case 'splitting': {
      const tolerance = 2n * BigInt(roundingsTo(policy, law.subject));
      const others = Object.fromEntries(
        (policy.bill?.parts ?? [])
          .flatMap((index) => policy.inputs[index]?.name ?? [])
          .filter((name) => name !== law.along)
          .map((name) => [name, 0n]),
      );
      return {
        cases: lastWith(fc.tuple(amount(interest), amount(interest)), (last, [a, b]) => [
          [{ ...last, [law.along]: a + b }],
          [
            { ...last, [law.along]: a },
            { ...last, ...others, [law.along]: b },
          ],
        ]),
        holds: (amounts) => {
          const [whole = NOUGHT, split = NOUGHT] = amounts.map((yuan) => yuan.reduce(add, NOUGHT));
          const most = rational(tolerance, 100n);
          return compare(subtract(whole, split), most) <= 0 && compare(subtract(split, whole), most) <= 0;
        },
        tolerance,
      };
    }
    default:
      return unreachable(law);
  }
}

const inDirection =
  (direction: 'up' | 'down'): LawTrial['holds'] =>
  ([[before = NOUGHT] = [], [after = NOUGHT] = []]) =>
    direction === 'up' ? compare(before, after) <= 0 : compare(before, after) >= 0;

const byValue = (a: Drawn, b: Drawn): number => (a < b ? -1 : a > b ? 1 : 0);

const NOUGHT = rational(0n);

const boundOf = (value: Value): Rational =>
  value.kind === 'number'
    ? value.value
    : rational(value.kind === 'date' ? BigInt(dayNumber(value.value.year, value.value.month, value.value.day)) : 0n);

/** A constant of a law in the form in which fields are drawn. Only fields that are listed, true or false, whole or days are compared. */
function drawnOf(value: Value): Drawn {
  switch (value.kind) {
    case 'number':
      return value.value.num / value.value.den;
    case 'date':
      return dayNumber(value.value.year, value.value.month, value.value.day);
    case 'text':
    case 'enum':
    case 'truth':
      return value.value;
    case 'set':
      return value.values;
    default:
      return unreachable(value);
  }
}
