import type { Span } from '../../language/2-syntax/nodes/span.ts';
import type { ParseResult } from '../../language/2-syntax/parse.ts';

const isSpan = (value: object): value is Span => 'start' in value && 'end' in value && 'file' in value;

const isPlace = (value: unknown): boolean => typeof value === 'object' && value !== null && isSpan(value);

/** Every span anywhere inside a value. */
export function spansIn(value: unknown): Span[] {
  if (typeof value !== 'object' || value === null) return [];
  if (isSpan(value)) return [value];
  return Object.values(value).flatMap(spansIn);
}

/** A value without its spans and without how its numbers were typed: what two texts that say the same have in common. */
export function meaning(value: unknown): unknown {
  if (typeof value === 'bigint') return `${value}n`;
  if (Array.isArray(value)) return value.map(meaning);
  if (typeof value !== 'object' || value === null) return value;
  const quantity = 'kind' in value && value.kind === 'quantity';
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, one]) => !isPlace(one) && key !== 'span' && key !== 'file' && !(quantity && key === 'text'))
      .map(([key, one]) => [key, meaning(one)]),
  );
}

/** What is wrong with a reading of a text, whatever the text is. */
export function faultOf(text: string, read: ParseResult): string | undefined {
  const outside = spansIn([read.tree, read.diagnostics]).find(
    (span) => !(span.start >= 0 && span.start <= span.end && span.end <= text.length),
  );
  if (outside) return `a span ${outside.start}–${outside.end} outside a text of ${text.length}`;
  if (read.tree.complete !== read.diagnostics.every((one) => one.severity !== 'error'))
    return 'complete and yet with errors, or the reverse';
  let before = 0;
  for (const token of read.tokens) {
    if (token.start < before || text.slice(token.start, token.end) !== token.text) return `a token out of place at ${token.start}`;
    before = token.end;
  }
  for (const one of read.diagnostics) {
    for (const words of [one.what, one.why, one.remedy]) if (!words.zh || !words.en) return `${one.code} says nothing`;
    const said = JSON.stringify([one.what, one.why, one.remedy]);
    if (/undefined|keyword:|\bNaN\b|Token|Numeral|ListComma/.test(said.replace(text, '')))
      return `${one.code} speaks of the machine: ${said}`;
  }
  return undefined;
}
