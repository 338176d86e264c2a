import type { Span } from '../2-syntax/nodes/span.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Pair } from './finding.ts';
import { finding, replaceWith } from './finding.ts';

/** 任意 or 其他 outside a table. */
export const cellNotHere = (v: { word: string; span: Span }): Diagnostic =>
  finding({
    code: 'cells/not-here',
    what: [`“${v.word}” 只能写在表里。`, `“${v.word}” is only for tables.`],
    why: ['条件要写明拿什么来比。', 'A condition must say what is compared.'],
    remedy: ['写出取值或范围。', 'Write the values or the range.'],
    span: v.span,
  });

/** 至 between amounts, where both ends could be meant. */
export const endsUnclear = (v: { low: string; high: string; span: Span }): Diagnostic =>
  finding({
    code: 'cells/ends-unclear',
    what: [`“${v.low} 至 ${v.high}” 没有写明两端算不算在内。`, `“${v.low} 至 ${v.high}” does not say whether its ends are inside.`],
    why: ['正好落在端点上的金额，差一档就是另一个结果。', 'An amount exactly at an end would fall one row off.'],
    remedy: [
      `含左不含右写 [${v.low} 至 ${v.high})，含右不含左写 (${v.low} 至 ${v.high}]。`,
      `Write [${v.low} to ${v.high}) to include the low end, (${v.low} to ${v.high}] to include the high end.`,
    ],
    span: v.span,
    fixes: [
      replaceWith(v.span, `[${v.low} 至 ${v.high})`, ['含左不含右', 'Include the low end']),
      replaceWith(v.span, `(${v.low} 至 ${v.high}]`, ['含右不含左', 'Include the high end']),
    ],
  });

/** A cell of another kind than its axis. */
export const cellMisfit = (v: { axis: string; wanted: Pair; span: Span }): Diagnostic =>
  finding({
    code: 'cells/misfit',
    what: [`这一格与表头 “${v.axis}” 对不上。`, `This cell does not fit the header “${v.axis}”.`],
    why: [`“${v.axis}” 是${v.wanted[0]}。`, `“${v.axis}” is ${v.wanted[1]}.`],
    remedy: [`写${v.wanted[0]}，或写 其他、任意。`, `Write ${v.wanted[1]}, or other, any.`],
    span: v.span,
  });

/** A header that a table cannot be laid out over. */
export const axisKind = (v: { axis: string; is: Pair; set: boolean; span: Span }): Diagnostic =>
  finding({
    code: 'cells/axis-kind',
    what: [`“${v.axis}” 是${v.is[0]}，不能作表头。`, `“${v.axis}” is ${v.is[1]} and cannot head a table.`],
    why: [
      '表要查得出每一种情况都有而且只有一行，表头的取值就要能列全。',
      'A table is checked for one row per case, so the values of a header must be countable.',
    ],
    remedy: v.set
      ? ['先写 定义 名 : 布尔 = 身份 含 …，再用这个名称作表头。', 'Write define name : boolean = … has … and use that name as the header.']
      : [
          '换成枚举、数、金额、比例或布尔；日期先用 定义 写成布尔。',
          'Use an enumeration, a number, an amount, a ratio or a condition; turn a date into a condition with define.',
        ],
    span: v.span,
  });

/** 其他 when every case is listed already. */
export const otherEmpty = (v: { axis: string; span: Span }): Diagnostic =>
  finding({
    code: 'cells/other-empty',
    severity: 'warning',
    what: [`“${v.axis}” 的情况已经列全，其他 一种也没有。`, `Every case of “${v.axis}” is listed; 其他 (other) covers none.`],
    why: ['永远用不到的一行，看的人会以为它有用。', 'A row that never applies misleads its reader.'],
    remedy: ['删去这一行或这一列。', 'Delete this row or column.'],
    span: v.span,
  });

/** A header with nothing below it. */
export const noRows = (v: { span: Span }): Diagnostic =>
  finding({
    code: 'cells/no-rows',
    what: ['这个表只有表头，没有一行。', 'This table has a header and no row.'],
    why: ['没有行就没有结果可取。', 'Without a row there is no result to take.'],
    remedy: ['在表头下面一行一行写出各种情况。', 'Write the cases below the header, a row each.'],
    span: v.span,
  });
