import { dayNumber, dayText } from '../../../runtime/calendar/date.ts';
import type { Words } from '../../diagnostics/diagnostic.ts';
import type { CivilDay, PolicyModel, TimelineCellModel } from '../../model/types.ts';

/** One rectangle of the timeline as a reader sees it. */
export interface TimelineLine {
  /** "2022-01-01 至 2022-12-31" */
  readonly days: Words;
  /** Empty when knowledge makes no difference on these days. */
  readonly known: Words;
  readonly law: Words;
}

/** The timeline of a policy, one line a rectangle, in order: what the checker shows beside an amendment. */
export function timelineLines(policy: PolicyModel): readonly TimelineLine[] {
  return policy.timeline.map((cell) => ({
    days: stretch(cell.from, cell.to),
    known: knownWords(cell),
    law: lawWords(policy, cell),
  }));
}

/** The last slice of the known axis stands for "without 知晓日": everything published counts. */
const FOREVER = 9999;

function knownWords({ knownFrom, knownTo }: TimelineCellModel): Words {
  if (!knownFrom && !knownTo) return { zh: '', en: '' };
  if (knownFrom?.year === FOREVER) return { zh: '不问知晓日', en: 'without a known day' };
  const until = knownTo?.year === FOREVER ? undefined : knownTo;
  const days = stretch(knownFrom, until);
  return { zh: `知晓日 ${days.zh}`, en: `known ${days.en}` };
}

function lawWords({ versions }: PolicyModel, { version, candidates }: TimelineCellModel): Words {
  const name = (index: number): string => versions[index]?.id ?? '';
  if (candidates.length > 0) {
    const names = candidates.map(name);
    return { zh: `待定：${names.join(' 或 ')}`, en: `open: ${names.join(' or ')}` };
  }
  return version === undefined ? { zh: '没有此政策', en: 'no such policy' } : { zh: name(version), en: name(version) };
}

/** `to` is the first day after. */
function stretch(from: CivilDay | undefined, to: CivilDay | undefined): Words {
  const last = to && dayBefore(to);
  if (from && last) return { zh: `${day(from)} 至 ${last}`, en: `${day(from)} to ${last}` };
  if (from) return { zh: `${day(from)} 起`, en: `from ${day(from)}` };
  return last ? { zh: `至 ${last}`, en: `to ${last}` } : { zh: '所有日子', en: 'every day' };
}

const day = (at: CivilDay): string => dayText(dayNumber(at.year, at.month, at.day));
const dayBefore = (at: CivilDay): string => dayText(dayNumber(at.year, at.month, at.day) - 1);
