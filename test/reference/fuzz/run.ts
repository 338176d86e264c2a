/** Runs policies by number: a seed and a number give the same policy and the same streams everywhere. */
import type { Event } from '../walk.ts';
import type { Mismatch } from './agree.ts';
import { settleBoth } from './agree.ts';
import { Dice, seedOf } from './dice.ts';
import { policyText } from './draw.ts';
import { Stream } from './events.ts';
import { interestOf } from './interest.ts';
import type { Subject, Subjects } from './subject.ts';
import { subjectsIn } from './subject.ts';

/** Streams of one policy, and events of one stream: compiling costs as much as some fifty events. */
const STREAMS = 4;
const EVENTS = 30;

export interface Found {
  readonly cases: number;
  readonly paid: number;
  /** The compiler refuses the text, or the reference does not read it. */
  readonly unread?: string;
  readonly mismatch?: Mismatch & { readonly stream: number };
}

/** The text of a policy by its number. */
export const textOf = (seed: number, number: number): string => policyText(new Dice(seedOf(seed, number)));

/** Draws, compiles and settles one policy by its number; of its streams all, or one. */
export async function runPolicy(seed: number, number: number, only?: number): Promise<Found> {
  const { subjects, errors } = await subjectsIn(textOf(seed, number));
  if (errors.length > 0) return { cases: 0, paid: 0, unread: errors[0] ?? '' };
  return runSubjects({ subjects, errors }, seedOf(seed, number), STREAMS, only);
}

/** Settles streams on policies that are ready. */
export function runSubjects({ subjects }: Subjects, seed: number, streams: number, only?: number): Found {
  let [cases, paid] = [0, 0];
  let unread: string | undefined;
  for (const subject of subjects) {
    const interest = interestOf([subject.policy, ...subject.layers]);
    for (let stream = 0; stream < streams; stream += 1) {
      if (only !== undefined && only !== stream) continue;
      const drawn = new Stream(subject, interest, new Dice(seedOf(seed, stream)));
      let left = EVENTS;
      const found = settleBoth(subject, (...now) => {
        left -= 1;
        return left >= 0 ? drawn.next(...now) : undefined;
      });
      cases += found.cases;
      paid += found.paid;
      if (found.unread !== undefined) unread = found.unread;
      if (found.mismatch) return { cases, paid, mismatch: { ...found.mismatch, stream } };
    }
  }
  return { cases, paid, ...(unread === undefined ? {} : { unread }) };
}

/** The same events on a policy, whether or not they part at the same place. */
export function replay(subject: Subject, events: readonly Event[]): Mismatch | undefined {
  const left = [...events];
  return settleBoth(subject, () => left.shift()).mismatch;
}
