/** An item as a reader compares it. */
import type { Item } from '../2-syntax/nodes/policy.ts';
import { printExpression, printTable } from '../3-check/forms/print.ts';
import { printItem } from '../format/print/print.ts';

/** The value of a definition or parameter as it stands, amendments applied; of anything else its text as it stands. */
export function itemText(item: Item): string {
  if (item.kind === 'definition' || item.kind === 'parameter')
    return item.value.kind === 'cross' || item.value.kind === 'list' ? printTable(item.value).join('\n') : printExpression(item.value);
  return dedented(printItem(item));
}

/** Without the indent that all lines share. */
function dedented(text: string): string {
  const lines = text.split('\n');
  const shared = Math.min(...lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length));
  return lines.map((line) => line.slice(shared)).join('\n');
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
