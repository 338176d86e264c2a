/** What stands around a number of a notice: its sentence, the line of a benefit that it speaks of, whom it is about. */
import type { StandingValue, ValueRole } from '../values/standing-value.ts';
import type { NoticeNumber, Paragraph } from './notice-number.ts';
import { paragraphsOf } from './numbers.ts';
import { plainly } from './plain-text.ts';

/** A notice as it is searched: folded character by character, with its paragraphs. */
export interface Notice {
  readonly text: string;
  readonly plain: string;
  readonly paragraphs: readonly Paragraph[];
}

/** Reads a text for searching. */
export const noticeOf = (text: string): Notice => ({ text, plain: plainly(text), paragraphs: paragraphsOf(text) });

/** The sentence around a place: from mark to mark, within its paragraph. */
export function sentenceAt({ plain, paragraphs }: Notice, number: NoticeNumber): { readonly start: number; readonly end: number } {
  const paragraph = paragraphs[number.paragraph] ?? { start: 0, end: plain.length };
  const before = plain.slice(paragraph.start, number.start);
  const start = paragraph.start + Math.max(-1, ...['。', ';', '!', '?'].map((mark) => before.lastIndexOf(mark))) + 1;
  const rest = plain.slice(number.end, paragraph.end);
  const stop = rest.search(/[。;!?]/u);
  // Who speaks is no part of what is said.
  const lead = /^(?:\s|【[^】\n]{1,8}】)*/u.exec(plain.slice(start, number.start))?.[0].length ?? 0;
  return { start: start + lead, end: stop < 0 ? paragraph.end : number.end + stop };
}

const ROLE_WORDS: readonly (readonly [ValueRole, RegExp, readonly NoticeNumber['kind'][]])[] = [
  ['deductible', /起付|门槛/gu, ['money', 'ratio', 'points']],
  ['cap', /最高|限额|不超过|封顶/gu, ['money']],
  ['ratio', /报销|支付|比例|补助|保障/gu, ['ratio', 'points']],
  ['waitingPeriod', /等待期/gu, ['months', 'days']],
];

/** The line of a benefit that a number speaks of: the nearest word for one before it, in its paragraph, that fits its kind. */
export function roleOf(notice: Notice, number: NoticeNumber): ValueRole | undefined {
  const { start } = sentenceAt(notice, number);
  const before = `${headingOf(notice, number)} ${notice.plain.slice(Math.max(start, number.start - 60), number.start)}`;
  const after = notice.plain.slice(number.end, number.end + 4);
  // “起付线以上按50%报销”: what follows a share at once says more than what stands before it.
  if (
    number.kind === 'ratio' &&
    /^(?:的?比例)?(?:予以|给予|进行)?(?:报销|支付|补助|保障)/u.test(notice.plain.slice(number.end, number.end + 10))
  )
    return 'ratio';
  let best: { readonly role: ValueRole; readonly at: number } | undefined;
  for (const [role, words, kinds] of ROLE_WORDS) {
    if (!kinds.includes(number.kind)) continue;
    const at = Math.max(-1, ...[...before.matchAll(words)].map(({ index }) => index));
    const here = at < 0 && new RegExp(words.source, 'u').test(after) ? 0 : at;
    // 支付限额 is a cap of money whatever 支付 says; of a share the word nearest to it counts.
    if (here >= 0 && (!best || here > best.at)) best = { role, at: here };
  }
  return best?.role;
}

/** What a paragraph is headed by: “支付限额:”. */
function headingOf({ plain, paragraphs }: Notice, number: NoticeNumber): string {
  const paragraph = paragraphs[number.paragraph];
  const text = paragraph ? plain.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + 16)) : '';
  return /^[^:。;]{2,14}(?=:)/u.exec(text)?.[0] ?? '';
}

/** 职工 or 居民, whichever was said last before the number: in its paragraph, else in the one before. */
export function audienceOf({ plain, paragraphs }: Notice, number: NoticeNumber): '职工' | '居民' | undefined {
  for (const back of [0, 1]) {
    const paragraph = paragraphs[number.paragraph - back];
    if (!paragraph) return undefined;
    const said = plain.slice(paragraph.start, back === 0 ? number.start : paragraph.end);
    const [workers, residents] = [said.lastIndexOf('职工'), said.lastIndexOf('居民')];
    if (workers !== residents) return workers > residents ? '职工' : '居民';
  }
  return undefined;
}

/** The longest piece of a name that a text has, as a share of the name. */
export function likeness(name: string, text: string): number {
  const core = name.replace(/(?:标准|金额|额度|待遇|政策|办法)$/u, '') || name;
  if (text.includes(core)) return 1;
  for (let length = core.length - 1; length >= 2; length -= 1)
    for (let at = 0; at + length <= core.length; at += 1) if (text.includes(core.slice(at, at + length))) return length / core.length;
  return 0;
}

/** How a cell of a table is said in a notice; undefined when nothing in a notice can say it. */
export function cellPattern(cell: string): RegExp | undefined {
  const count = /^(\d+)(?:\s*(以上|以下))?$/u.exec(cell);
  if (count) {
    const figure = Number(count[1]);
    const says = [count[1] ?? '', ...(figure === 1 ? ['单', '一'] : figure === 2 ? ['两', '二', '双'] : [HAN[figure] ?? ''])].filter(
      Boolean,
    );
    const things = '个?病?[种项类个次人胎]';
    const number = `(?<![\\d.])(?:${says.join('|')})${things}`;
    return new RegExp(count[2] ? `${number}(?:及|或)?者?${count[2]}` : `${number}(?!(?:及|或)?以[上下])`, 'gu');
  }
  const words = cell.split(/[、，]/u).filter((word) => /^[\p{Script=Han}]{2,}$/u.test(word));
  return words.length > 0 ? new RegExp(words.join('|'), 'gu') : undefined;
}

const HAN = ['', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'];

/** How the row of a value fits what stands before a number: for each axis the cell said last decides. −1 when it is another's. */
export function rowFit(value: StandingValue, siblings: readonly StandingValue[], before: string): number {
  let score = 0;
  for (const [axis, key] of value.keys.entries()) {
    const cells = [...new Set(siblings.flatMap((other) => (other.keys[axis] ? [other.keys[axis].cell] : [])))];
    const said = cells.map((cell) => {
      const pattern = cellPattern(cell);
      return { cell, at: pattern ? Math.max(-1, ...[...before.matchAll(pattern)].map(({ index }) => index)) : -1 };
    });
    const last = said.reduce((a, b) => (b.at > a.at ? b : a), { cell: '', at: -1 });
    if (last.at < 0) continue;
    if (last.cell !== key.cell) return -1;
    score += 1;
  }
  return score;
}
