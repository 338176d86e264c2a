/** 起付线 200元 每年: a period where the accumulator that keeps it is asked for. */
import type { TokenType } from 'chevrotain';
import * as t from '../1-tokens/tokens.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { perPeriod } from '../diagnostics/forms.ts';
import type { Grammar } from './grammar.ts';
import type { Trouble } from './trouble.ts';

/** Words for a period, with the key of its cells and what the accumulator is called after. */
const PERIODS: ReadonlyMap<string, readonly [key: string, word: string]> = new Map(
  (
    [
      [['每年', '每年度', '年度', '按年', '一年', '全年'], '自然年(归属日)', '年'],
      [['每月', '每月度', '月度', '按月', '当月'], '自然月(归属日)', '月'],
      [['每季', '每季度', '季度', '按季'], '季度(归属日)', '季'],
      [['每日', '每天', '单日', '按日', '当日'], '归属日', '日'],
    ] as const
  ).flatMap(([words, key, word]) => words.map((one) => [one, [key, word] as const] as const)),
);

/** What to write instead of a period, with the accumulator that it needs. */
export function periodInstead(
  p: Grammar,
  stream: readonly t.Token[],
  trouble: Trouble,
  token: t.Token | undefined,
  types: ReadonlySet<TokenType>,
): Diagnostic | undefined {
  const found = token && PERIODS.get(token.text);
  if (!found || !types.has(t.typeOf('countedIn'))) return undefined;
  const statement = stream.slice(trouble.statement.from, token.index);
  const deductible = statement[0]?.keyword === 'deductible';
  const expense = statement.some(({ keyword }) => keyword === 'expense');
  const what = deductible ? (['起付', '起付'] as const) : expense ? (['入段', '费用'] as const) : (['支付', '支付'] as const);
  const block = blockAround(stream, trouble.statement.from);
  const [key, word] = found;
  return perPeriod({
    line: deductible ? '起付线' : '限额',
    period: token.text,
    benefit: block?.name.text,
    adds: block?.added ?? false,
    accumulator: `${block?.name.text ?? ''}${word}${what[1]}`,
    amount: what[0],
    key,
    before: block && p.spanOf(block.head),
    span: p.spanOf(token),
  });
}

/** The benefit whose block a line stands in: the name before its brace, and the first word of its statement. */
function blockAround(
  stream: readonly t.Token[],
  line: number,
): { readonly name: t.Token; readonly head: t.Token; readonly added: boolean } | undefined {
  let depth = 0;
  for (let at = line - 1; at > 0; at--) {
    if (stream[at]?.tokenType === t.RightBrace) depth++;
    if (stream[at]?.tokenType !== t.LeftBrace) continue;
    if (depth-- > 0) continue;
    const [name, word, before] = [stream[at - 1], stream[at - 2], stream[at - 3]];
    if (name?.kind !== 'name' || word?.keyword !== 'benefit') return undefined;
    return before?.keyword === 'add' ? { name, head: before, added: true } : { name, head: word, added: false };
  }
  return undefined;
}
