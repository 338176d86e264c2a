/**
 * Two numbers with a dash or 至 between them: where a notice's way of writing has two readings, the text must say which.
 */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import * as say from '../diagnostics/tokens.ts';
import * as t from './tokens.ts';

/** `3100-9600元` and `2.3～3.7万元` */
export function rangeProblems(file: string, tokens: readonly t.Token[]): Diagnostic[] {
  const problems: Diagnostic[] = [];
  const to = t.typeOf('to');
  for (let at = 1; at + 1 < tokens.length; at++) {
    const [low, sign, high] = [tokens[at - 1], tokens[at], tokens[at + 1]];
    if (!low?.number || !high?.number || !sign || (sign.tokenType !== t.Minus && sign.tokenType !== to)) continue;
    const span = { file, start: low.start, end: high.end };
    const gap = low.end < sign.start || sign.end < high.start ? ' ' : '';
    const text = low.text + gap + sign.text + gap + high.text;
    const both = withUnits(low, high);
    const word = /[a-z]/.test(both.join('')) ? ' to ' : `${gap}至${gap}`;
    if (sign.tokenType === t.Minus) {
      if (gap === '') problems.push(say.dashBetween({ text, range: both.join(word), difference: `${low.text} - ${high.text}`, span }));
    } else if ((low.number.unit === 'none') !== (high.number.unit === 'none')) {
      const bare = low.number.unit === 'none' ? low.text : high.text;
      problems.push(say.rangeUnits({ text, better: both.join(word), bare, span }));
    }
  }
  return problems;
}

/** Both ends with a unit: the end that has none takes over the other's. */
function withUnits(low: t.Token, high: t.Token): readonly [string, string] {
  return [lowWith(low, high), lowWith(high, low)];
}

function lowWith(one: t.Token, other: t.Token): string {
  if (!one.number || !other.number || one.number.unit !== 'none' || other.number.unit === 'none') return one.text;
  const unit = other.text.slice(other.number.digits.length);
  const multiple = one.number.unitWord;
  return multiple === '' || other.number.unitWord.startsWith(multiple) ? one.number.digits + unit : one.text + unit.trim().slice(-1);
}
