/**
 * From the tree back to text in the canonical layout. What is read from the printed text is the tree that was printed, whatever it says;
 * remarks are no part of a tree and are not there.
 */
import type { Change, Item, TopLevel } from '../../2-syntax/nodes/policy.ts';
import { printName } from '../../3-check/forms/print.ts';
import type { KeywordLanguage } from '../../keywords.ts';
import { unreachable } from '../../model/unreachable.ts';
import { format } from '../format.ts';
import { amendmentLines, changeLines } from './amendment.ts';
import { itemLines, itemsLines } from './item.ts';
import { block, type PrintedLine } from './lines.ts';
import { propertyLines, reconciliationLines, scenarioLines } from './scenario.ts';

/** A block of a file. */
export function printBlock(node: TopLevel, language: KeywordLanguage = 'zh'): string {
  return printLines(blockLines(node), language);
}

/** Some blocks as one file. */
export const printBlocks = (nodes: readonly TopLevel[], language: KeywordLanguage = 'zh'): string =>
  nodes.map((node) => printBlock(node, language)).join('\n');

/** An item of a policy, as it stands in one: two spaces deep. */
export const printItem = (item: Item, language: KeywordLanguage = 'zh'): string => within('政策 “甲”', itemLines(item), language);

/** A change of an amendment, as it stands in one. The quotes that hold for it are not with it. */
export const printChange = (change: Change, language: KeywordLanguage = 'zh'): string => within('修订 “甲”', changeLines(change), language);

/** Lines as a text in the canonical layout. */
export function printLines(lines: readonly PrintedLine[], language: KeywordLanguage): string {
  return format(`${lines.map(({ text }) => text).join('\n')}\n`, language).text;
}

function within(head: string, lines: readonly PrintedLine[], language: KeywordLanguage): string {
  return printLines(block(head, lines, lines), language)
    .split('\n')
    .slice(1, -2)
    .join('\n');
}

/** A block line by line, before it is laid out. */
export function blockLines(node: TopLevel): readonly PrintedLine[] {
  switch (node.kind) {
    case 'vocabulary':
    case 'policy':
      return block(`${node.kind === 'policy' ? '政策' : '词汇'} ${printName(node.name)}`, node, spread(itemsLines(node.items)));
    case 'amendment':
      return amendmentLines(node);
    case 'scenario':
      return scenarioLines(node);
    case 'property':
      return propertyLines(node);
    case 'reconciliation':
      return reconciliationLines(node);
    default:
      return unreachable(node);
  }
}

/** An empty line before and behind what takes several lines, and before what has a remark above it. */
export const spread = (groups: readonly (readonly PrintedLine[])[]): readonly PrintedLine[] =>
  groups.flatMap((lines, at) => {
    const headed = lines[0]?.text.startsWith('//') === true;
    const apart = at > 0 && (headed || takesSeveral(lines) || takesSeveral(groups[at - 1] ?? []));
    return apart ? [{ text: '' }, ...lines] : lines;
  });

const takesSeveral = (lines: readonly PrintedLine[]): boolean => lines.filter(({ text }) => !text.startsWith('//')).length > 1;
