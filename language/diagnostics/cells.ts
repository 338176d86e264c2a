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

/** A cell below a set that does not say 含. */
export const setCell = (v: { axis: string; cell: string; span: Span }): Diagnostic =>
  finding({
    code: 'cells/set-cell',
    what: [`“${v.axis}” 是集合，格里要写 含。`, `“${v.axis}” is a set, so its cells say has.`],
    why: [
      '一个人可以同时有几个取值，“等于其中一个” 说不清有别的时算不算。',
      'A person can have several values at once; a bare value does not say whether others may be there.',
    ],
    remedy: [
      `写 含 ${v.cell}；要排除的写在后面，如 含 低保 非 含 特困。`,
      `Write has ${v.cell}; what must be absent stands behind it, as in has 低保 not has 特困.`,
    ],
    span: v.span,
    fixes: [replaceWith(v.span, `含 ${v.cell}`, ['改为 含', 'Write 含'])],
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
