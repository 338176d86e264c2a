/** Lines of law. */
import type { Inherits, RoundingNode, Setting } from '../../2-syntax/nodes/policy.ts';
import { printExpression, printName, printNames, printPath, quoted } from '../../3-check/forms/print.ts';
import { KEYWORDS } from '../../keywords.ts';
import { unreachable } from '../../model/unreachable.ts';

const LAWS = {
  settlement: KEYWORDS.settlement.zh,
  cashBenefit: KEYWORDS.cashBenefit.zh,
  contribution: KEYWORDS.contribution.zh,
  clearing: KEYWORDS.clearing.zh,
  inheritedOnly: KEYWORDS.inheritedOnly.zh,
} as const;
const MODES = { halfUp: '四舍五入到', down: '去尾到', up: '进一到' } as const satisfies Record<RoundingNode['mode'], string>;
const COINS = { fen: '分', jiao: '角', yuan: '元' } as const satisfies Record<RoundingNode['unit'], string>;

/** `参保人、人员类别 于 缴费月` */
const inheritedNames = ({ names, restated }: Inherits): string =>
  names
    .map((name) => {
      const asOf = restated.find(({ field }) => field === name)?.asOf;
      return asOf ? `${printName(name)} 于 ${printName(asOf)}` : printName(name);
    })
    .join('、');

/** `归属日 就诊日` */
export function printSetting(item: Setting): string {
  switch (item.kind) {
    case 'area':
      return `统筹区 ${quoted(item.code.text)} ${printName(item.name)}`;
    case 'scheme':
      return `险种 ${printExpression(item.value)}`;
    case 'entry':
      return `入口 ${LAWS[item.law]}`;
    case 'document':
      return `依据 ${printName(item.alias)} = 文件 ${quoted(item.file.text)}`;
    case 'effective':
      return `自 ${printExpression(item.day)} 起`;
    case 'published':
      return `发布 ${printExpression(item.day)}`;
    case 'versionDay':
      return `版本日 ${printPath(item.field)}`;
    case 'periodDay':
      return `归属日 ${printPath(item.field)}`;
    case 'subject':
      return `主体 ${printPath(item.field)}`;
    case 'rounding':
      return `支付舍入 ${MODES[item.rule.mode]}${COINS[item.rule.unit]}`;
    case 'onReversal':
      return `撤销后 ${item.how === 'stand' ? '不重算' : '重算'}`;
    case 'moneyLimit':
      return `金额上限 ${printExpression(item.value)}`;
    case 'booksOpen':
      return `建账日 ${printExpression(item.day)}`;
    case 'inherits':
      return `继承 ${printName(item.from)} : ${inheritedNames(item)}${item.overrides.length > 0 ? ` 覆盖 ${printNames(item.overrides)}` : ''}`;
    case 'refersTo': {
      const results = item.results.map(({ path, as }) => `${printPath(path)}${as ? ` 为 ${printName(as)}` : ''}`);
      return `引用 ${printName(item.from)} : ${results.join('、')}`;
    }
    default:
      return unreachable(item);
  }
}
