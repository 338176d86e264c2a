/**
 * A checked expression as words. Two expressions with the same words have the same value for every visit, so that a guard which computes
 * something can be compared with another that computes the same; an officer reads them in messages.
 */
import { multiply, type Rational, rational } from '../../../runtime/money/rational.ts';
import type { Expr, Type, Value } from '../../model/types.ts';
import { children } from './children.ts';

const rounds = { halfUp: '四舍五入', down: '去尾', up: '进一' } as const;
const units = { fen: '分', jiao: '角', yuan: '元', one: '个' } as const;
const folds = { sum: '合计', count: '次数', greatest: '最大', least: '最小' } as const;
const ofDay = { yearOf: '自然年', monthOf: '自然月', quarterOf: '季度', dayKey: '自然日', monthStart: '月初' } as const;

/** The expression as words. What has none is told apart by where it stands. */
export function wordsOf(e: Expr): string {
  const list = (of: readonly Expr[]): string => of.map(wordsOf).join(', ');
  const inner = (of: Expr): string => (simple.has(of.kind) ? wordsOf(of) : `(${wordsOf(of)})`);
  switch (e.kind) {
    case 'constant':
      return e.assumed === undefined ? valueWords(e.value, e.type) : placeOf(e);
    case 'input':
      return e.name;
    case 'definition':
      return e.address;
    case 'sum':
      return e.terms.map(({ of, sign }, at) => `${sign === -1 ? (at === 0 ? '-' : ' - ') : at === 0 ? '' : ' + '}${inner(of)}`).join('');
    case 'product':
      return `${inner(e.a)} × ${inner(e.b)}`;
    case 'quotient':
      return `${inner(e.a)} ÷ ${inner(e.b)}`;
    case 'least':
      return `取小(${list(e.of)})`;
    case 'greatest':
      return `取大(${list(e.of)})`;
    case 'round':
      return `${rounds[e.mode]}到${units[e.unit]}(${wordsOf(e.of)})`;
    case 'asPoints':
      return `百分点数(${wordsOf(e.of)})`;
    case 'complement':
      return `余率(${wordsOf(e.of)})`;
    case 'compare':
      return `${inner(e.a)} ${e.test} ${inner(e.b)}`;
    case 'oneOf':
      return `${inner(e.of)} 是 ${e.values.join('、')}`;
    case 'contains':
      return `${inner(e.of)} 含 ${e.values.join('、')}`;
    case 'all':
      return e.of.map(inner).join(' 且 ');
    case 'any':
      return e.of.map(inner).join(' 或 ');
    case 'not':
      return `非 ${inner(e.of)}`;
    case 'given':
      return `有(${wordsOf(e.of)})`;
    case 'accumulated':
      return `已累计(${[e.accumulator, ...e.keys.map(wordsOf)].join(', ')})`;
    case 'remaining':
      return `余(${e.parts.join('、')}${e.after.length > 0 ? `, 经 ${e.after.join('、')}` : ''})`;
    case 'personal':
      return '个人';
    case 'addMonths':
      return `${inner(e.day)} + ${inner(e.months)}`;
    case 'addDays':
      return `${inner(e.day)} + ${inner(e.days)}`;
    case 'daysBetween':
      return `${inner(e.to)} - ${inner(e.from)}`;
    case 'wholeMonths':
      return `整月数(${list([e.from, e.to])})`;
    case 'hoursBetween':
      return `小时数(${list([e.from, e.to])})`;
    case 'dayOf':
      return `所在日(${wordsOf(e.time)})`;
    case 'age':
      return `周岁(${list([e.from, e.to])})`;
    case 'yearOf':
    case 'monthOf':
    case 'quarterOf':
    case 'dayKey':
    case 'monthStart':
      return `${ofDay[e.kind]}(${wordsOf(e.day)})`;
    case 'benefitYear':
      return `医保年度(${wordsOf(e.day)}, ${e.month}, ${e.dayOfMonth})`;
    case 'item':
      return `${e.list}${e.level}.${e.field}`;
    case 'member':
      return `逐项${e.level}`;
    case 'fold': {
      const over = e.over.kind === 'items' ? e.over.list : e.over.kind === 'members' ? wordsOf(e.over.of) : placeOf(e);
      return `${folds[e.how]} ${e.value ? inner(e.value) : ''} 逐项 ${over}${e.guard ? ` 当 ${inner(e.guard)}` : ''}`;
    }
    default: {
      // A definition with arguments is written out at each call: one place, and what was handed in tells the calls apart.
      const within = children(e);
      return within.length === 0 ? placeOf(e) : `${placeOf(e)}(${list(within)})`;
    }
  }
}

const simple: ReadonlySet<Expr['kind']> = new Set<Expr['kind']>([
  'constant',
  'input',
  'definition',
  'least',
  'greatest',
  'round',
  'asPoints',
  'complement',
  'accumulated',
  'given',
  'remaining',
  'personal',
  'wholeMonths',
  'hoursBetween',
  'dayOf',
  'age',
]);

function valueWords(value: Value, type: Type): string {
  switch (value.kind) {
    case 'number':
      return type.kind === 'ratio' || type.kind === 'points'
        ? `${fraction(multiply(value.value, rational(100n)))}${type.kind === 'ratio' ? '%' : '个百分点'}`
        : `${fraction(value.value)}${unitOf[type.kind] ?? ''}`;
    case 'date':
      return `${value.value.year}-${String(value.value.month).padStart(2, '0')}-${String(value.value.day).padStart(2, '0')}`;
    case 'truth':
      return value.value ? '真' : '假';
    case 'set':
      return value.values.join('、');
    case 'text':
    case 'enum':
      return value.value;
  }
}

const unitOf: Readonly<Partial<Record<Type['kind'], string>>> = { money: '元', fen: '元', months: '个月', days: '天' };
const fraction = ({ num, den }: Rational): string => (den === 1n ? `${num}` : `${num}/${den}`);

const placeOf = ({ span }: Expr): string => `${span.file}:${span.start}-${span.end}`;
