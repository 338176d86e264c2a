/** 起付线 200元 每年: a period where the accumulator that keeps it is asked for. */
import type { TokenType } from 'chevrotain';
import * as t from '../1-tokens/tokens.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { perPeriod } from '../diagnostics/forms.ts';
import { KEYWORDS, PERIOD_WORDS } from '../keywords.ts';
import type { Grammar } from './grammar.ts';
import type { Trouble } from './trouble.ts';

/** What to write instead of a period, with the accumulator that it needs. */
export function periodInstead(
  p: Grammar,
  stream: readonly t.Token[],
  trouble: Trouble,
  token: t.Token | undefined,
  types: ReadonlySet<TokenType>,
): Diagnostic | undefined {
  const found = token && PERIOD_WORDS.get(token.text);
  if (!found || !types.has(t.typeOf('countedIn'))) return undefined;
  const statement = stream.slice(trouble.statement.from, token.index);
  const deductible = statement[0]?.keyword === 'deductible';
  const expense = statement.some(({ keyword }) => keyword === 'expense');
  const pay = KEYWORDS.pay.zh;
  const deducted = KEYWORDS.deducted.zh;
  const [amount, called] = deductible ? [deducted, deducted] : expense ? [KEYWORDS.inBand.zh, KEYWORDS.expense.zh] : [pay, pay];
  const block = blockAround(stream, trouble.statement.from);
  const [key, word] = found;
  return perPeriod({
    line: KEYWORDS[deductible ? 'deductible' : 'cap'].zh,
    period: token.text,
    benefit: block?.name.text,
    adds: block?.added ?? false,
    accumulator: `${block?.name.text ?? ''}${word}${called}`,
    amount,
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
