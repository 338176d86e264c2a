/** An expectation of a 示例 corrected to what came, as edits of the text. */
import type { TextEdit } from '../../../language/diagnostics/diagnostic.ts';
import type { Tick } from '../../worker/protocol.ts';

/** What a misprint of the source adds after the value. */
const AFTER = /\s+(?:原文|source_says)\s[\s\S]*$/u;
/** Values that can be written in the place of one another: amounts, shares, counts, days and single names. */
const ONE_VALUE = /^[^\s:；;“”]+$/u;

/**
 * The value in the expectation replaced by what came, with the reason on a line of its own above; undefined where what came is no value that
 * can stand there, such as the reason why nothing was settled.
 */
export function correctedExpectation(text: string, tick: Tick, reason: string): readonly TextEdit[] | undefined {
  const { file, start, end } = tick.range;
  const written = text.slice(start, end).replace(AFTER, '');
  const value = /\S+$/u.exec(written)?.[0];
  const status = tick.label === '状态';
  const actual = status ? (tick.actual.split(':')[0] ?? '') : tick.actual;
  const amount = tick.expected.endsWith('元');
  if (value === undefined || tick.label === '原因' || !ONE_VALUE.test(actual) || (amount && !actual.endsWith('元'))) return undefined;
  const at = start + written.length;
  const line = text.lastIndexOf('\n', start - 1) + 1;
  const indent = /^[ \t]*/.exec(text.slice(line))?.[0] ?? '';
  const note = `${indent}// ${tick.label}: ${tick.expected} → ${actual}; ${reason.replace(/\s+/gu, ' ').trim()}\n`;
  return [
    { span: { file, start: line, end: line }, text: note },
    { span: { file, start: at - value.length, end: at }, text: actual.replace(/\.00元$/, '元') },
  ];
}
