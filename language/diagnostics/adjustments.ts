import type { Span } from '../2-syntax/nodes/span.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Pair } from './finding.ts';
import { finding, replaceWith } from './finding.ts';

/** An adjustment that a value of this kind does not have. */
export const adjustKind = (v: { how: Pair; is: Pair; span: Span }): Diagnostic =>
  finding({
    code: 'adjustments/kind',
    what: [`${v.is[0]}不能用 ${v.how[0]}。`, `${v.is[1]} cannot ${v.how[1]}.`],
    why: [
      '加减、乘以、不低于、不高于、免除 只对金额、比例和数有意义。',
      'Adding, multiplying, limits and waiving have a meaning for amounts, ratios and numbers only.',
    ],
    remedy: ['用 改为 写出例外时的值。', 'Write the exceptional value with 改为 (becomes).'],
    span: v.span,
  });

/** 优先于 a name that is no exception of the same round. */
export const outranksUnknown = (v: { name: string; near?: string | undefined; span: Span }): Diagnostic =>
  finding({
    code: 'adjustments/outranks-unknown',
    what: [`这一轮例外里没有 “${v.name}”。`, `No exception of this round is called “${v.name}”.`],
    why: ['优先 只在同一个数的同一轮例外之间才有意义。', 'Priority has a meaning only among exceptions of one value in one round.'],
    remedy: v.near
      ? [`如果指的是 “${v.near}”，改成它；否则删去。`, `If “${v.near}” is meant, write that; otherwise delete it.`]
      : ['改成同一轮里的例外，或删去。', 'Name an exception of the same round, or delete it.'],
    span: v.span,
    fixes: v.near ? [replaceWith(v.span, v.near, [`改为 “${v.near}”`, `Change it to “${v.near}”`])] : [],
  });

/** Exceptions that outrank one another. */
export const outranksItself = (v: { names: readonly string[]; span: Span }): Diagnostic =>
  finding({
    code: 'adjustments/outranks-itself',
    what: [
      `例外 ${v.names.map((name) => `“${name}”`).join('、')} 互相优先。`,
      `The exceptions ${v.names.map((name) => `“${name}”`).join(', ')} outrank one another.`,
    ],
    why: ['互相优先就分不出先后。', 'Then none of them comes first.'],
    remedy: ['删去其中一个 优先于。', 'Delete one of the 优先于 (outranking).'],
    span: v.span,
  });

/** Row keys that do not match the header of the table. */
export const rowKeys = (v: { name: string; headers: readonly string[]; span: Span }): Diagnostic =>
  finding({
    code: 'adjustments/row-keys',
    what:
      v.headers.length > 0
        ? [`“${v.name}” 的一行要写 ${v.headers.length} 个键。`, `A row of “${v.name}” takes ${v.headers.length} keys.`]
        : [`“${v.name}” 不是表，没有行。`, `“${v.name}” is not a table and has no rows.`],
    why:
      v.headers.length > 0
        ? [`表头是：${v.headers.join('、')}。`, `Its headers are: ${v.headers.join(', ')}.`]
        : ['方括号里写的是表的一行。', 'Square brackets name a row of a table.'],
    remedy:
      v.headers.length > 0
        ? ['按表头的顺序写，都包括的写 任意。', 'Write them in the order of the headers, any for all.']
        : ['去掉方括号。', 'Remove the brackets.'],
    span: v.span,
  });

/** An exception of something that cannot have any. */
export const noSuchTarget = (v: { name: string; is: Pair; span: Span }): Diagnostic =>
  finding({
    code: 'adjustments/target-kind',
    what: [`“${v.name}” 是${v.is[0]}，不能有例外。`, `“${v.name}” is ${v.is[1]} and cannot have exceptions.`],
    why: ['例外调整的是定义、参数、支付和待遇里的一行。', 'Exceptions adjust definitions, parameters, payments and lines of benefits.'],
    remedy: ['换成要调整的那个定义或待遇里的那一行。', 'Name the definition, or the line of the benefit, that is adjusted.'],
    span: v.span,
  });

/** A key that names no row of the table. */
export const noSuchRow = (v: { name: string; cells: readonly string[]; span: Span }): Diagnostic =>
  finding({
    code: 'adjustments/no-such-row',
    what: [`“${v.name}” 的表里没有这一格。`, `The table “${v.name}” has no such cell.`],
    why: [`这一列的格有：${v.cells.join('、')}。`, `The cells of this header are: ${v.cells.join(', ')}.`],
    remedy: ['照表里的写法写，都包括的写 任意。', 'Write it as the table does, any for all.'],
    span: v.span,
  });
