import type { Declaration } from '../3-check/symbols.ts';
import type { Words } from '../diagnostics/diagnostic.ts';
import type { Type } from '../model/types.ts';

const KINDS: Readonly<Record<Declaration['kind'], Words>> = {
  vocabulary: { zh: '词汇', en: 'vocabulary' },
  policy: { zh: '政策', en: 'policy' },
  lawLine: { zh: '共用的一行', en: 'shared line of law' },
  document: { zh: '依据', en: 'document' },
  field: { zh: '字段', en: 'field' },
  list: { zh: '明细', en: 'list' },
  value: { zh: '取值', en: 'value' },
  total: { zh: '费用总额', en: 'total of the bill' },
  part: { zh: '费用的一部分', en: 'part of the bill' },
  payer: { zh: '付方', en: 'payer' },
  parameter: { zh: '参数', en: 'parameter' },
  definition: { zh: '定义', en: 'definition' },
  table: { zh: '表', en: 'table' },
  function: { zh: '带参数的定义', en: 'definition with arguments' },
  formal: { zh: '参数名', en: 'argument' },
  bands: { zh: '分段', en: 'bands' },
  accumulator: { zh: '累计', en: 'accumulator' },
  posting: { zh: '支付', en: 'payment' },
  benefit: { zh: '待遇', en: 'benefit' },
  guarantee: { zh: '保底', en: 'guarantee' },
  allocation: { zh: '分配', en: 'allocation' },
  reference: { zh: '引用的结果', en: 'referred result' },
  eligibility: { zh: '资格', en: 'eligibility' },
  exception: { zh: '例外', en: 'exception' },
  tilt: { zh: '倾斜', en: 'tilt' },
  formPart: { zh: '待遇的一项', en: 'part of a benefit' },
};

const TYPES: Readonly<Record<Type['kind'], Words>> = {
  money: { zh: '金额', en: 'money' },
  fen: { zh: '分额', en: 'whole fen' },
  ratio: { zh: '比例', en: 'ratio' },
  points: { zh: '百分点', en: 'percentage points' },
  number: { zh: '数', en: 'number' },
  integer: { zh: '整数', en: 'whole number' },
  months: { zh: '月数', en: 'months' },
  days: { zh: '天数', en: 'days' },
  date: { zh: '日期', en: 'date' },
  time: { zh: '时刻', en: 'time' },
  bool: { zh: '布尔', en: 'true or false' },
  text: { zh: '文本', en: 'text' },
  enum: { zh: '枚举', en: 'one of several values' },
  set: { zh: '集合', en: 'any of several values' },
};

/** "字段 · 枚举": what a declared name is, in one short phrase. */
export function kindWords(one: Declaration): Words {
  const kind = KINDS[one.kind];
  const type = one.type && TYPES[one.type.kind];
  return type ? { zh: `${kind.zh} · ${type.zh}`, en: `${kind.en} · ${type.en}` } : kind;
}
