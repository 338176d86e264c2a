/**
 * What people write who write it for the first time: a value for each kind of person in one line, a table after 改为, 减半, 以前. Said in their
 * own terms, before anything is guessed from what the grammar would have taken.
 */
import type { TokenType } from 'chevrotain';
import * as t from '../1-tokens/tokens.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import * as say from '../diagnostics/habits.ts';
import { PERIOD_WORDS } from '../keywords.ts';
import type { Grammar } from './grammar.ts';
import type { Span } from './nodes/span.ts';

/** Words after a day, and whether they mean the time before it. */
const SIDES_OF_DAY: ReadonlyMap<string, boolean> = new Map([
  ...['以前', '之前', '前'].map((word) => [word, true] as const),
  ...['以后', '之后', '后'].map((word) => [word, false] as const),
]);

interface Place {
  readonly at: number;
  readonly token: t.Token | undefined;
  /** What the sentence could go on with. */
  readonly types: ReadonlySet<TokenType>;
  readonly span: Span;
}

/** The finding for a habit, when reading stopped at one; `from` is where the statement begins. */
export function habit(p: Grammar, stream: readonly t.Token[], from: number, { at, token, types, span }: Place): Diagnostic | undefined {
  const before = stream[at - 1];
  if (!token) return undefined;
  const first = stream[from]?.keyword;
  // 改为 and a table on the next lines.
  if (before?.keyword === 'becomes' && token.kind === 'end' && stream[at + 1]?.tokenType === t.Bar)
    return say.tableInChange({ span: p.spanOf(before) });
  // 2022-06-30 以前
  const early = SIDES_OF_DAY.get(token.text);
  if (early !== undefined && before?.kind === 'date') return say.sideOfDay({ word: token.text, day: before.text, before: early, span });
  // 起付线 减半
  if (token.text === '减半' && types.has(t.typeOf('scaledBy'))) return say.halved({ span });
  // 每年20万元: a period that runs into its number
  if (before && PERIOD_WORDS.has(before.text) && token.kind === 'number' && before.end === token.start && isMeasured(first))
    return say.periodFirst({ period: before.text, amount: token.text, span: { ...span, start: before.start } });
  // 报销比例 三级 80%、二级 85%; 起付线 在职 800元
  if (before?.kind === 'name' && token.kind === 'number' && isMeasured(first)) {
    const line = stream[from]?.text ?? '';
    return say.valuePerKind({ line, kind: before.text, value: token.text, span: { ...span, start: before.start } });
  }
  // 报销比例 80%（退休85%）
  const inside = stream[at + 1];
  if (before?.kind === 'number' && token.tokenType === t.LeftRound && inside?.kind === 'name' && isMeasured(first))
    return say.valuePerKind({ line: stream[from]?.text ?? '', kind: inside.text, value: before.text, span });
  // 字段 病种 : 高血压、糖尿病
  if (first === 'field' && token.tokenType === t.ListComma && before?.kind === 'name' && stream[at - 2]?.tokenType === t.Colon)
    return say.valuesWithoutBraces({ span: { ...span, start: before.start, end: endOfLine(stream, at) } });
  return undefined;
}

const isMeasured = (first: t.Token['keyword']): boolean => first === 'deductible' || first === 'ratio' || first === 'cap';

/** Where the last word before the end of the line ends. */
function endOfLine(stream: readonly t.Token[], at: number): number {
  const end = stream.findIndex((one, index) => index > at && (one.kind === 'end' || one.tokenType === t.RightBrace));
  return stream[(end < 0 ? stream.length : end) - 1]?.end ?? 0;
}
