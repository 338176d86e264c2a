import type { NamedValue } from '../../runtime/answer.ts';
import { fractionOf, percentText } from '../../runtime/money/ratio.ts';
import { unreachable } from '../model/unreachable.ts';

/** A named value as a scenario writes it: "4999.9992元", "64%", "5个百分点", "真", "低保、特困". */
export function valueWords({ kind, value }: NamedValue): string {
  if (typeof value === 'boolean') return value ? '真' : '假';
  if (typeof value === 'object') return value.length === 0 ? '无' : value.join('、');
  switch (kind) {
    case 'money':
      return `${value}元`;
    case 'ratio':
    case 'points': {
      const { num, den } = fractionOf(value);
      const percent = percentText(num, den);
      return kind === 'ratio' ? percent : `${percent.slice(0, -1)}个百分点`;
    }
    case 'months':
      return `${value}个月`;
    case 'days':
      return `${value}天`;
    case 'number':
    case 'integer':
    case 'date':
    case 'time':
    case 'bool':
    case 'text':
    case 'enum':
    case 'set':
      return value;
    default:
      return unreachable(kind);
  }
}
