import type { Expression } from '../../2-syntax/node.ts';
import type { Citation } from '../../2-syntax/nodes/declaration.ts';
import type { Amendment, Item, Policy } from '../../2-syntax/nodes/policy.ts';
import { unreachable } from '../../model/unreachable.ts';
import { readLines } from '../forms/lines.ts';
import { citationsOfChanges, quotesItself } from './change-citations.ts';

/** A part of the text with the quotes that are said to hold it. */
export interface CitedRule {
  readonly citations: readonly Citation[];
  /** Its numbers as written. Those under 待定 and 暂按 are said not to be in the source, and are left out. */
  readonly numbers: readonly Extract<Expression, { readonly kind: 'quantity' }>[];
  /** Whether it leaves something 待定 or 暂按. */
  readonly open: boolean;
}

/** What a policy cites, line by line. */
export function citedRules(policy: Policy): readonly CitedRule[] {
  const rules: CitedRule[] = [];
  let before: readonly Citation[] = [];
  for (const item of policy.items) {
    if (item.kind === 'citation') before = [...before, item];
    else {
      rules.push(...rulesOf(item, before));
      before = [];
    }
  }
  return before.length > 0 ? [...rules, { citations: before, numbers: [], open: false }] : rules;
}

/** What an amendment cites: its new values, never the old ones. */
export function citedChanges(amendment: Amendment): readonly CitedRule[] {
  const citations = citationsOfChanges(amendment);
  // A 出处 that no change follows is looked up too.
  const unused = { citations: amendment.citations, numbers: [], open: false };
  return [
    unused,
    ...amendment.changes.flatMap((change): readonly CitedRule[] => {
      const quotes = citations.get(change) ?? [];
      switch (change.kind) {
        case 'replace':
          return [ruleOf(quotes, [change.new])];
        case 'insert':
          return rulesOf(change.item, quotesItself(change.item) ? [] : quotes);
        case 'extend':
          return [ruleOf(quotes, change.lines)];
        case 'stop':
          return [{ citations: quotes, numbers: [], open: false }];
        case 'rename':
          return [];
        default:
          return unreachable(change);
      }
    }),
  ];
}

function rulesOf(item: Item, before: readonly Citation[]): readonly CitedRule[] {
  if (item.kind === 'citation') return [{ citations: [item], numbers: [], open: false }];
  if (item.kind !== 'benefit') {
    const own = 'citations' in item ? item.citations : [];
    // 金额上限 bounds what the machine computes, 断言 repeats what rules say; no document says either.
    return [ruleOf([...before, ...own], [item], item.kind !== 'moneyLimit' && item.kind !== 'assertion')];
  }
  const { lines } = readLines(item, before);
  return item.lines.map((line) => {
    if (line.kind === 'citation') return { citations: [line], numbers: [], open: false };
    const own = 'citations' in line ? line.citations : [];
    return ruleOf([...lines.citationsOf(line), ...own], [line]);
  });
}

/** A part that cites, of these nodes. They are only looked through when somebody asks. */
const ruleOf = (citations: readonly Citation[], nodes: readonly object[], numbered = true): CitedRule => ({
  citations,
  get numbers() {
    const found: Figure[] = [];
    if (numbered) for (const node of nodes) findNumbers(node, found);
    return found;
  },
  get open() {
    return nodes.some(isOpen);
  },
});

/** Whether 待定 or 暂按 stands anywhere inside a node. */
function isOpen(node: object): boolean {
  if ('kind' in node && (node.kind === 'open' || node.kind === 'assumed')) return true;
  return partsOf(node).some(isOpen);
}

/** The numbers anywhere inside a node, in the order of the text. */
function findNumbers(node: object, found: Figure[]): void {
  if (isNumberNode(node)) found.push(node);
  else if (!('kind' in node && (node.kind === 'open' || node.kind === 'assumed')))
    for (const part of partsOf(node)) findNumbers(part, found);
}

/** What a node is made of. */
const partsOf = (node: object): readonly object[] => {
  const parts: object[] = [];
  for (const [key, value] of Object.entries(node)) if (key !== 'span' && typeof value === 'object' && value !== null) parts.push(value);
  return parts;
};

type Figure = CitedRule['numbers'][number];

const isNumberNode = (node: object): node is Figure => 'kind' in node && node.kind === 'quantity';
