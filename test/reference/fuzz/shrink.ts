/** Makes a mismatch small: events and lines of the policy are left out while the two still part about the same thing. */
import type { Event } from '../walk.ts';
import type { Mismatch } from './agree.ts';
import { encounterOf } from './json.ts';
import { replay } from './run.ts';
import type { Subject } from './subject.ts';
import { subjectsIn } from './subject.ts';

export interface Small {
  readonly text: string;
  readonly events: readonly unknown[];
  readonly mismatch: Mismatch;
}

/** Compilations spent on one mismatch. */
const MOST_TRIES = 500;

const kindOf = ({ about }: Mismatch): string => about.split(' ')[0] ?? '';

/** The smallest text and stream found that still part. */
export async function shrunk(text: string, found: Mismatch, policy: string): Promise<Small> {
  let tries = 0;
  let [lines, mismatch] = [text.split('\n'), found];
  let subject = await read(text, policy);
  if (!subject) return { text, events: found.events, mismatch };
  mismatch = fewer(subject, mismatch);
  for (let again = true; again && tries < MOST_TRIES; ) {
    again = false;
    for (const [start, end] of blocksOf(lines)) {
      tries += 1;
      if (tries > MOST_TRIES) break;
      const rest = [...lines.slice(0, start), ...lines.slice(end)];
      const smaller = await read(rest.join('\n'), policy);
      const still = smaller && parted(smaller, mismatch.events, kindOf(mismatch));
      if (!smaller || !still) continue;
      [lines, subject, mismatch] = [rest, smaller, fewer(smaller, still)];
      again = true;
      break;
    }
  }
  const own = subject;
  return { text: lines.join('\n'), events: mismatch.events.map((event) => encounterOf(own, event)), mismatch };
}

async function read(text: string, policy: string): Promise<Subject | undefined> {
  const { subjects, errors } = await subjectsIn(text);
  return errors.length > 0 ? undefined : subjects.find((one) => one.policy.name === policy);
}

function parted(subject: Subject, events: readonly Event[], kind: string): Mismatch | undefined {
  try {
    const found = replay(subject, events);
    return found && kindOf(found) === kind ? found : undefined;
  } catch {
    return undefined;
  }
}

function fewer(subject: Subject, mismatch: Mismatch): Mismatch {
  let best = mismatch;
  for (let at = best.events.length - 1; at >= 0; at -= 1) {
    const rest = best.events.filter((_, index) => index !== at);
    best = parted(subject, rest, kindOf(mismatch)) ?? best;
  }
  return best;
}

/** Stretches of lines that may go: blocks in braces, a line with the rows and exceptions under it, single lines; the long ones first. */
function blocksOf(lines: readonly string[]): readonly (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  for (const [start, line] of lines.entries()) {
    if (/^\s*\}?\s*$/u.test(line)) continue;
    let end = start + 1;
    if (line.trimEnd().endsWith('{')) {
      for (let depth = 1; depth > 0 && end < lines.length; end += 1) {
        if (lines[end]?.trimEnd().endsWith('{')) depth += 1;
        if (lines[end]?.trim() === '}') depth -= 1;
      }
    } else while (/^\s*(?:\||例外|再)/u.test(lines[end] ?? '')) end += 1;
    found.push([start, end]);
    if (end > start + 1 && !line.trimEnd().endsWith('{')) found.push([start, start + 1]);
  }
  return found.toSorted(([a, b], [c, d]) => d - c - (b - a));
}
