import type { Expression, Table } from '../../2-syntax/node.ts';
import type { Item } from '../../2-syntax/nodes/policy.ts';
import type { CoreItem } from './core.ts';
import { expandItems } from './expand.ts';
import { isTable } from './measure.ts';
import { printAdjustment, printExpression, printPath, printPosting, printTable } from './print.ts';

/**
 * The core text that a form stands for: what hover shows beside 待遇 and what `expand` prints. The guard that makes every amount 0 when
 * the benefit is not for this event is said once, not on every line. Empty for an item that is not a form.
 */
export function expandText(item: Item): string {
  switch (item.kind) {
    case 'benefit':
    case 'guarantee':
    case 'tilt':
    case 'waitingPeriod':
    case 'eligibility':
      return expandItems([item])
        .items.map(describe)
        .filter((line) => line !== '')
        .join('\n');
    default:
      return '';
  }
}

const typeWords = { bool: '布尔', ratio: '比例', money: '金额', months: '月数', date: '日期' } as const;

function describe(item: CoreItem): string {
  switch (item.kind) {
    case 'formDefinition': {
      const type = item.type ? ` : ${typeWords[item.type]}` : item.rounded ? ' : 分额' : '';
      const rounded = item.rounded ? ' (按支付舍入)' : '';
      return `定义 ${item.address}${type} = ${value(item.value)}${rounded}`;
    }
    case 'formPosting':
      return `支付 ${item.address} ${printPosting(item).replace(/^支付 /, '')} = ${value(item.value)}`;
    case 'coreException': {
      const guard = item.guard ? ` 当 ${printExpression(item.guard)}` : '';
      return `例外 ${item.name} 于 ${printPath(item.target)}${guard} : ${printAdjustment(item.adjustment)}`;
    }
    case 'coreEligibility':
      return `资格 ${item.address} 否则 “${item.reason.text}”`;
    case 'coreBenefit':
      return `// ${item.applies} 不成立时，上面每一项金额都是 0元`;
    default:
      return '';
  }
}

function value(of: Expression | Table): string {
  if (isTable(of))
    return `\n${printTable(of)
      .map((line) => `  ${line}`)
      .join('\n')}`;
  return printExpression(of.kind === 'if' && of.otherwise.span === of.span ? of.then : of);
}
