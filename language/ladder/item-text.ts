/** An item as a reader compares it. */
import type { Item } from '../2-syntax/nodes/policy.ts';
import { printExpression, printTable } from '../3-check/forms/print.ts';

/** The value of a definition or parameter as it stands, amendments applied; of anything else its text. */
export function itemText(item: Item, textOf: (file: string) => string | undefined): string {
  if (item.kind === 'definition' || item.kind === 'parameter')
    return item.value.kind === 'cross' || item.value.kind === 'list' ? printTable(item.value).join('\n') : printExpression(item.value);
  const text = textOf(item.span.file);
  return dedented(text?.slice(item.span.start, item.span.end) ?? '');
}

/** Without the indent that the lines after the first share. */
function dedented(text: string): string {
  const [first = '', ...rest] = text.split('\n');
  const indents = rest.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
  const shared = indents.length > 0 ? Math.min(...indents) : 0;
  return [first, ...rest.map((line) => line.slice(shared))].join('\n');
}

/** Whether two items say the same: in all but where they stand, what they cite and how a number is spelled. */
export const sameItem = (a: Item, b: Item): boolean => meaning(a) === meaning(b);

const LEFT_OUT = new Set(['span', 'citations', 'quoted', 'among']);

const meaning = (item: Item): string =>
  JSON.stringify(item, function (this: { readonly kind?: unknown }, key, value: unknown) {
    if (
      LEFT_OUT.has(key) ||
      (key === 'text' && this.kind === 'quantity') ||
      (key === 'kind' && (value === 'parameter' || value === 'definition'))
    )
      return undefined;
    if (key === 'formals' && Array.isArray(value) && value.length === 0) return undefined;
    return typeof value === 'bigint' ? `${value}` : value;
  });
