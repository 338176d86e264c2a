import type { Span } from '../2-syntax/nodes/span.ts';
import type { Diagnostic } from './diagnostic.ts';
import { finding } from './finding.ts';

/** 拆单 or 并单 by something that is no day of the event. */
export const noDayField = (v: { name: string; kinds: readonly ('date' | 'time')[]; span: Span }): Diagnostic =>
  finding({
    code: 'stays/no-day-field',
    what: v.kinds.includes('date')
      ? [`“${v.name}” 不是日期字段。`, `“${v.name}” is no field that is a day.`]
      : [`“${v.name}” 不是时刻字段，前一个却是。`, `“${v.name}” is no field that is a time, and the first one is.`],
    why: ['住院从哪天到哪天，由就诊填报的日期决定。', 'From which day to which a stay lasts is said by days of the event.'],
    remedy: ['写 入院日、出院日、就诊日 这样的日期字段。', 'Write a field such as 入院日, 出院日 or 就诊日.'],
    span: v.span,
  });

/** 拆单 按 something that is no day of an item. */
export const noItemDay = (v: { name: string; span: Span }): Diagnostic =>
  finding({
    code: 'stays/no-item-day',
    what: [`“${v.name}” 不是明细的日期字段。`, `“${v.name}” is no day of the items of a list.`],
    why: ['一笔费用属于哪一段，由它的发生日决定。', 'To which part an item belongs is said by its day.'],
    remedy: ['写 明细名.日期字段，如 项目.发生日。', 'Write list.field, such as 项目.发生日.'],
    span: v.span,
  });

/** 拆单 of stays whose period is chosen by another day. */
export const periodOutside = (v: { periodDay: string; from: string; to: string; span: Span }): Diagnostic =>
  finding({
    code: 'stays/period-day',
    what: [
      `归属日是 “${v.periodDay}”，拆单却按 “${v.from}” 至 “${v.to}”。`,
      `The period day is “${v.periodDay}”, and stays are split between “${v.from}” and “${v.to}”.`,
    ],
    why: [
      '拆开的每一段要记进它自己那一期，归属日必须跟着段走。',
      'Each part is counted in its own period, so the period day has to go with the part.',
    ],
    remedy: [`把归属日改为 “${v.from}” 或 “${v.to}”。`, `Make “${v.from}” or “${v.to}” the period day.`],
    span: v.span,
  });

/** A condition that asks for more than came in with the event. */
export const notOfEvent = (v: { span: Span }): Diagnostic =>
  finding({
    code: 'stays/not-of-event',
    what: ['拆单、并单的条件读了累计或结算的结果。', 'A condition of 拆单 or 并单 reads an accumulator or what is settled.'],
    why: ['拆不拆、并不并，在结算以前决定。', 'Whether an event is split or joined is decided before it is settled.'],
    remedy: ['只用这次填报的字段。', 'Use only fields of the event.'],
    span: v.span,
  });

/** 拆单 于 医保年度 that begins on no day. */
export const noFirstDay = (v: { span: Span }): Diagnostic =>
  finding({
    code: 'stays/no-first-day',
    what: ['医保年度从哪月哪日起没有写对。', 'The month and the day on which the year begins are not written as they should be.'],
    why: ['每一年都要有这一天，住院才能在这一天以前拆开。', 'Every year needs that day for a stay to be split before it.'],
    remedy: ['写月和日，如 医保年度(7, 1)。', 'Write the month and the day, such as insurance_year(7, 1).'],
    span: v.span,
  });

/** 拆单 from a day to the same day. */
export const oneDay = (v: { name: string; span: Span }): Diagnostic =>
  finding({
    code: 'stays/one-day',
    what: [`拆单的 自 和 至 都是 “${v.name}”。`, `拆单 (split_stay) begins and ends with the same field, “${v.name}”.`],
    why: ['从一天到同一天的住院不跨期，一次也不会拆。', 'From a day to the same day no period ends, so no stay is ever split.'],
    remedy: [
      '自 写入院的日期字段，至 写出院或结算的日期字段。',
      'Write the day of admission after 自 (starting), and the day of discharge or settlement after 至 (to).',
    ],
    span: v.span,
  });

/** 并单 within fewer than no days. */
export const withinNothing = (v: { span: Span }): Diagnostic =>
  finding({
    code: 'stays/within-nothing',
    what: ['并单相隔的时间小于 0。', 'The time within which a visit joins a stay is less than 0.'],
    why: [
      '并入的就诊在住院以前，相隔不会小于 0，所以一次也不会并。',
      'A visit that joins a stay lies before it, never less than 0 apart, so none ever joins.',
    ],
    remedy: ['写相隔最多几天或几小时，如 3天。', 'Write how many days or hours lie between them at most, such as 3天 (3days).'],
    span: v.span,
  });

/** A second 拆单. */
export const splitTwice = (v: { span: Span; first: Span }): Diagnostic =>
  finding({
    code: 'stays/split-twice',
    what: ['政策写了两条 拆单。', 'The policy has two 拆单 lines.'],
    why: ['一次住院只按一种办法拆。', 'A stay is split in one way.'],
    remedy: ['留下一条。', 'Keep one.'],
    span: v.span,
    others: [{ span: v.first }],
  });
