import { noticeOf, sentenceAt } from './context.ts';
import type { NoticeNumber } from './notice-number.ts';

/** The day from which a notice says that it holds, with the words that say so. */
export interface StatedDay {
  readonly day: string;
  readonly number: number;
  /** The sentence; offsets of the notice. */
  readonly start: number;
  readonly end: number;
  /** How plainly it is said: 自…起 is plain, 实施 on its own is less so. */
  readonly sure: boolean;
}

/** The day that most sentences near changes give; the plainest first. Undefined when no whole date is said to begin anything. */
export function effectiveDay(text: string, numbers: readonly NoticeNumber[]): StatedDay | undefined {
  const notice = noticeOf(text);
  const found = numbers.flatMap((number): readonly (StatedDay & { readonly score: number })[] => {
    if (number.day === undefined) return [];
    const after = notice.plain.slice(number.end, number.end + 14);
    const before = notice.plain.slice(Math.max(0, number.start - 4), number.start);
    const plainly = /^\s*(?:起|开始)/u.test(after);
    const begins = /^[,\s]*.{0,8}(?:施行|实施|执行|生效)/u.test(after);
    if (!plainly && !begins) return [];
    const score = (plainly ? 2 : 0) + (begins ? 1 : 0) + (/[自从]\s*$/u.test(before) ? 1 : 0);
    return [{ day: number.day, number: number.index, ...sentenceAt(notice, number), sure: plainly, score }];
  });
  const [best] = found.toSorted((a, b) => b.score - a.score || a.number - b.number);
  if (!best) return undefined;
  const { score: _, ...stated } = best;
  return stated;
}

/** The day of publication: the paragraph that calls it so, else the last that is a whole date and nothing else, under the notice. */
export const publicationDay = (text: string, numbers: readonly NoticeNumber[]): StatedDay | undefined =>
  standing(text, numbers, /^(?:发布|印发|公布)(?:时间|日期|日)?:$/u)[0] ?? standing(text, numbers, /^$/u).at(-1);

/** The day that the document gives itself, as in 访谈时间:2023年5月31日: what it tells of was published by then. */
export const documentDay = (text: string, numbers: readonly NoticeNumber[]): StatedDay | undefined =>
  standing(text, numbers, /^(?:访谈|采访|会议|成文|更新|报道|答复)?(?:时间|日期):$/u)[0];

/** Paragraphs that are a whole date and, beside it, nothing but a label. */
function standing(text: string, numbers: readonly NoticeNumber[], label: RegExp): readonly StatedDay[] {
  const { plain, paragraphs } = noticeOf(text);
  return numbers.flatMap(({ day, index, paragraph, start, end }): readonly StatedDay[] => {
    const around = paragraphs[paragraph] ?? { start: 0, end: 0 };
    const beside = `${plain.slice(around.start, start)}${plain.slice(end, around.end)}`.replace(/[\s()]/gu, '');
    return day !== undefined && label.test(beside) ? [{ day, number: index, start, end, sure: true }] : [];
  });
}
