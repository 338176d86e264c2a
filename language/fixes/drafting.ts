/** Repairs that write what must stand in a place: what the text itself says, or that the source leaves it open. */
import type { Tree } from '../2-syntax/nodes/policy.ts';
import type { Span } from '../2-syntax/nodes/span.ts';
import type { Diagnostic, Fix } from '../diagnostics/diagnostic.ts';
import { insertAt, replaceWith } from '../diagnostics/finding.ts';

interface File {
  readonly text: string;
  readonly tree: Tree;
}

type Repair = (file: File, span: Span, finding: Diagnostic) => readonly Fix[];

const OPEN = '待定 “原文未写”';
const DAY = /\d{4}-\d{2}-\d{2}/u;

/** A field of a block of facts with its value and one of the marks around it. */
const dropFact: Repair = ({ text }, span) => {
  const rest = /^[^;；{}\n]*/u.exec(text.slice(span.end))?.[0] ?? '';
  const end = span.end + rest.trimEnd().length;
  const behind = /^\s*[;；][^\S\n]*/u.exec(text.slice(end))?.[0];
  const before = /[;；]\s*$/u.exec(text.slice(0, span.start))?.[0] ?? '';
  const place = behind === undefined ? { ...span, start: span.start - before.length, end } : { ...span, end: end + behind.length };
  return [replaceWith(place, '', ['删去这一处，留前面的', 'Delete this one, keep the first'])];
};

/** The last brace of a block that begins somewhere behind the place. */
function closingOf(text: string, from: number): number | undefined {
  let depth = 0;
  for (let at = text.indexOf('{', from); at >= 0 && at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    if (text[at] === '}') depth -= 1;
    if (depth === 0) return at;
  }
  return undefined;
}

const expectSettled: Repair = ({ text }, span) => {
  const end = closingOf(text, span.end);
  if (end === undefined) return [];
  const put = '期望 { 状态 已结算 }';
  const at = { ...span, start: end, end };
  const own = text.slice(text.lastIndexOf('\n', end - 1) + 1, end).trim() === '';
  return [insertAt('start', at, own ? `  ${put}\n` : ` ${put} `, [`补上 ${put}，再把金额写进去`, `Add ${put}, then write the amounts in`])];
};

/** The day of the visit itself, into the braces behind it. */
const sameDay: Repair = ({ text }, span, { what }) => {
  const [, field] = /“([^”]+)”/u.exec(what.zh) ?? [];
  const [day] = DAY.exec(text.slice(span.start, span.end)) ?? [];
  const open = /^\s*\{/u.exec(text.slice(span.end))?.[0];
  if (field === undefined || day === undefined || open === undefined) return [];
  const at = span.end + open.length;
  return [
    insertAt('start', { ...span, start: at, end: at }, ` ${field} ${day};`, [
      `补上 ${field} ${day}，和就诊同一天`,
      `Add ${field} ${day}, the day of the visit`,
    ]),
  ];
};

/** The last visit that stands before. */
const lastVisit: Repair = ({ text }, span, { what }) => {
  const count = Number(/只有 (\d+) 次/u.exec(what.zh)?.[1] ?? 0);
  const number = /\d+/u.exec(text.slice(span.start, span.end));
  if (count === 0 || !number) return [];
  const start = span.start + number.index;
  return [replaceWith({ ...span, start, end: start + number[0].length }, String(count), [`改为 第${count}次`, `Make it visit ${count}`])];
};

const topmostBand: Repair = ({ text }, span) => {
  const indent = /[^\n]*$/u.exec(text.slice(0, span.start))?.[0] ?? '';
  return [
    insertAt('end', span, `\n${indent.replace(/\S.*$/u, '')}以上 : ${OPEN}`, ['补上最高一段，写成待定', 'Add the topmost band as open']),
  ];
};

/** Behind what the head of an amendment says already. */
const openStart: Repair = ({ text }, span) => {
  const brace = text.indexOf('{', span.end);
  if (brace < 0) return [];
  const at = text.slice(0, brace).trimEnd().length;
  return [insertAt('start', { ...span, start: at, end: at }, ` 自 ${OPEN} 起`, ['写成执行日待定', 'Write the day as open'])];
};

const openDay: Repair = (_, span) => [replaceWith(span, OPEN, ['写成待定', 'Write it as open'])];

/** The days before and behind 至 change places. */
const swapDays: Repair = ({ text }, span) => {
  const last = DAY.exec(text.slice(span.start, span.end))?.[0];
  const before = text.slice(text.lastIndexOf('\n', span.start) + 1, span.start);
  const starting = [...before.matchAll(/(?:自|starting)\s*(\d{4}-\d{2}-\d{2})/gu)].at(-1);
  const first = starting?.[1];
  if (last === undefined || first === undefined || starting === undefined) return [];
  const at = span.start - before.length + starting.index + starting[0].length - first.length;
  const fix = replaceWith({ ...span, start: at, end: at + first.length }, last, ['对调两个日子', 'Swap the two days']);
  return [{ ...fix, edits: [...fix.edits, ...replaceWith(span, first, ['', '']).edits] }];
};

const yuanLimit: Repair = (_, span) => [replaceWith(span, '1000万元', ['改为 1000万元', 'Make it 1000万元'])];

/** The first day of the policy around a place, as it is written. */
function firstDay({ text, tree }: File, span: Span): string | undefined {
  const policy = tree.items.find((one) => one.kind === 'policy' && one.span.start <= span.start && span.end <= one.span.end);
  if (policy?.kind !== 'policy') return undefined;
  return /^\s*(?:自|starting)\s+(\d{4}-\d{2}-\d{2})/mu.exec(text.slice(policy.span.start, policy.span.end))?.[1];
}

const booksOpenAt: Repair = (file, span) => {
  const day = firstDay(file, span);
  const policy = file.tree.items.find((one) => one.kind === 'policy' && one.span.start <= span.start && span.end <= one.span.end);
  const after = policy?.kind === 'policy' ? policy.items.findLast((item) => item.kind === 'entry' || item.kind === 'inherits') : undefined;
  if (day === undefined || !after) return [];
  const put = `建账日 ${day}`;
  return [insertAt('end', after.span, `\n  ${put}`, [`补上 ${put}，政策的第一天`, `Add ${put}, the first day of the policy`])];
};

const booksOpenOn: Repair = (file, span) => {
  const day = firstDay(file, span);
  const line = file.text.slice(file.text.lastIndexOf('\n', span.start) + 1, span.start);
  if (day === undefined || !/^\s*(?:建账日|books_open)\s*$/u.test(line)) return [];
  return [replaceWith(span, day, [`写成 ${day}，政策的第一天`, `Write ${day}, the first day of the policy`])];
};

/** 不早于, 不晚于 with their days. */
const dropBounds: Repair = ({ text }, span) => {
  const line = text.lastIndexOf('\n', span.start) + 1;
  const before = /\s*(?:不早于|不晚于|not_before|not_after)\s*$/u.exec(text.slice(line, span.start))?.[0];
  return before === undefined
    ? []
    : [replaceWith({ ...span, start: span.start - before.length }, '', ['删去这个限定', 'Delete this bound'])];
};

/** A bare number where an amount or a ratio is wanted: the unit of the example that the remedy gives. */
const addUnit: Repair = ({ text }, span, { remedy }) => {
  const own = text.slice(span.start, span.end);
  const unit = /\d(元|%|个月|天)/u.exec(remedy.zh)?.[1];
  if (unit === undefined || !/^-?\d[\d,]*(?:\.\d+)?万?$/u.test(own)) return [];
  return [replaceWith(span, `${own}${unit}`, [`写成 ${own}${unit}`, `Write ${own}${unit}`])];
};

/** Cells of a row with their places. */
const cellsOf = (text: string, { start, end }: Span): readonly { readonly text: string; readonly start: number }[] =>
  [...text.slice(start, end).matchAll(/[^|｜]+/gu)].flatMap(({ 0: cell, index }) =>
    cell.trim() === '' ? [] : [{ text: cell.trim(), start: start + index + cell.length - cell.trimStart().length }],
  );

const UPTO = /^(\S+)\s*(?:至|to)\s*(\S+)$/u;
const FROM = /^(\S+)\s*(?:以上|or_more)$/u;

/** Two rows that share one bound: it goes to one of them or to the other. Which one, the source says. */
const shareBound: Repair = ({ text }, span, { labels }) => {
  const other = labels[1]?.span;
  if (other?.file !== span.file) return [];
  const [own, their] = [cellsOf(text, span), cellsOf(text, other)];
  const pairs = own.flatMap((cell, column) => {
    const beside = their[column];
    return beside && beside.text !== cell.text && column < own.length - 1 ? [[cell, beside] as const] : [];
  });
  const [pair, more] = pairs;
  if (!pair || more) return [];
  for (const [low, high] of [pair, [pair[1], pair[0]] as const]) {
    const [, from, bound] = UPTO.exec(low.text) ?? [];
    const above = FROM.exec(high.text)?.[1];
    const [, upper, end] = UPTO.exec(high.text) ?? [];
    if (bound === undefined || from === undefined || bound !== (above ?? upper)) continue;
    const [below, over] = [`${from} 以上 不满 ${bound}`, end === undefined ? `超过 ${bound}` : `超过 ${bound} 不超过 ${end}`];
    const put = (cell: typeof low, written: string, title: readonly [string, string]): Fix =>
      replaceWith({ ...span, start: cell.start, end: cell.start + cell.text.length }, written, title);
    return [
      put(low, below, [`${bound} 归高的一段：低的写 ${below}`, `${bound} belongs to the higher row: the lower says ${below}`]),
      put(high, over, [`${bound} 归低的一段：高的写 ${over}`, `${bound} belongs to the lower row: the higher says ${over}`]),
    ];
  }
  return [];
};

/** By code. */
export const DRAFTS: Readonly<Record<string, Repair>> = {
  'scenarios/given-twice': dropFact,
  'scenarios/nothing-expected': expectSettled,
  'scenarios/date-missing': sameDay,
  'scenarios/unknown-event': lastVisit,
  'scenarios/wrong-value': addUnit,
  'bands/last': topmostBand,
  'timeline/no-day': openStart,
  'timeline/not-a-day': openDay,
  'timeline/ends-before-start': swapDays,
  'settings/money-limit': yuanLimit,
  'settings/not-plain': booksOpenOn,
  'accumulators/no-books-open': booksOpenAt,
  'types/bounds-on-value': dropBounds,
  'tables/overlap': shareBound,
};
