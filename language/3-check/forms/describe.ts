import type { Expression, Span, Table } from '../../2-syntax/node.ts';
import type { Item } from '../../2-syntax/nodes/policy.ts';
import type { Allots, CoreItem } from './core.ts';
import { expandItems } from './expand.ts';
import { isTable } from './measure.ts';
import { printAdjustment, printExpression, printPath, printPosting, printTable } from './print.ts';

/** A line of core text, and the line of the policy that it stands for. A table goes on over several lines of text. */
export interface CoreLine {
  readonly text: string;
  /** "住院.起付", of what has an address of its own. */
  readonly address?: string;
  /** 支付舍入 applies to the value. */
  readonly rounded: boolean;
  /** Set on the last line of a benefit, whose text is empty: the address whose being false makes every amount of the benefit 0. */
  readonly unless?: string;
  readonly span: Span;
}

/**
 * The core text that the forms among these items stand for, in the order of the core. The guard that makes every amount 0 when the
 * benefit is not for this event is said once, not on every line.
 */
export function expandLines(items: readonly Item[]): readonly CoreLine[] {
  const forms = items.filter(isForm).map(({ span }) => span);
  const made = expandItems(items).items.filter(({ span }) => forms.some((form) => holds(form, span)));
  return made.flatMap((item): readonly CoreLine[] => {
    const text = describe(item);
    const rounded = item.kind === 'formDefinition' && item.rounded;
    if (item.kind === 'coreBenefit') return [{ text, rounded, unless: item.applies, span: item.span }];
    const address = 'address' in item ? { address: item.address } : {};
    return text === '' ? [] : [{ text, rounded, span: item.span, ...address }];
  });
}

/** What hover shows beside 待遇: the lines of one item. Empty for an item that is not a form. */
export const expandText = (item: Item): string =>
  expandLines([item])
    .map(({ text, rounded, unless }) =>
      unless === undefined ? `${text}${rounded ? ' (按支付舍入)' : ''}` : `// ${unless} 不成立时，上面每一项金额都是 0元`,
    )
    .join('\n');

/** What is written in words of its own and stands for core items. */
export function isForm(item: Item): item is Form {
  switch (item.kind) {
    case 'benefit':
    case 'guarantee':
    case 'allocation':
    case 'tilt':
    case 'waitingPeriod':
    case 'eligibility':
    case 'due':
      return true;
    case 'posting':
      return item.until !== undefined || item.batch !== undefined;
    default:
      return false;
  }
}

type Form = Extract<Item, { kind: 'benefit' | 'guarantee' | 'allocation' | 'tilt' | 'waitingPeriod' | 'eligibility' | 'due' | 'posting' }>;

const holds = (outer: Span, inner: Span): boolean => inner.file === outer.file && inner.start >= outer.start && inner.end <= outer.end;

const typeWords = { bool: '布尔', ratio: '比例', money: '金额', months: '月数', date: '日期' } as const;

function describe(item: CoreItem): string {
  switch (item.kind) {
    case 'formDefinition': {
      if (item.allots) return describeAllots(item.address, item.allots);
      const type = item.type ? ` : ${typeWords[item.type]}` : item.rounded ? ' : 分额' : '';
      const when = item.form.kind === 'due' && isGuarded(item.value) ? ` 当 ${item.address}.用` : '';
      return `定义 ${item.address}${type} = ${value(item.value)}${when}`;
    }
    case 'formPosting': {
      const until = item.until ? ` 至 ${printExpression(item.until)}` : '';
      const when = item.applies !== undefined && item.guard ? ` 当 ${item.applies}` : '';
      const head = `${item.until ? '缓缴' : '支付'} ${item.address}${printPosting(item).slice('支付'.length)}${until}`;
      return `${head} = ${value(item.value)}${item.stacks ? ' 叠加' : ''}${when}`;
    }
    case 'coreException': {
      const guard = item.guard ? ` 当 ${printExpression(item.guard)}` : '';
      return `例外 ${item.name} 于 ${printPath(item.target)}${guard} : ${printAdjustment(item.adjustment)}`;
    }
    case 'coreEligibility':
      return `资格 ${item.address} 否则 “${item.reason.text}”`;
    default:
      return '';
  }
}

/** A list that receives is core itself: what is left goes to its items in order. */
function describeAllots(address: string, { item, list, guard, limit, together, left }: Allots): string {
  const when = guard ? ` 当 ${printExpression(guard)}` : '';
  const own = limit ? ` : ${printExpression(limit)}` : '';
  const all = together ? ` 每 ${together.keys.map(printExpression).join('、')} : ${printExpression(together.limit)}` : '';
  return `分配 ${address} = ${printExpression(left)} 依次于 逐项 ${item.text} 于 ${printPath(list)}${when}${own}${all}`;
}

function value(of: Expression | Table): string {
  if (isTable(of))
    return `\n${printTable(of)
      .map((line) => `  ${line}`)
      .join('\n')}`;
  return printExpression(isGuarded(of) && of.kind === 'if' ? of.then : of);
}

/** Whether a value is 0 when its form is not for this event: the guard that is said elsewhere. */
const isGuarded = (of: Expression | Table): boolean => of.kind === 'if' && of.otherwise.span === of.span;
