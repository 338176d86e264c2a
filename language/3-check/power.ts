/** 连乘: a factor taken several times over. It is written out as products, one for each number of times, so that it stays exact. */
import { rational } from '../../runtime/money/rational.ts';
import type { Span } from '../2-syntax/nodes/span.ts';
import { powerBase, powerTimes } from '../diagnostics/types.ts';
import type { Expr } from '../model/types.ts';
import type { Law } from './site.ts';
import { bool, integer, number, typeWords } from './types.ts';

/** Beyond this the digits of an exact result are more than anybody means. */
const MOST_TIMES = 12n;

/** `factor` taken `times` times, none of them being 1. Undefined when that is a finding. */
export function powerOf(factor: Expr, times: Expr, { report }: Pick<Law, 'report'>, span: Span): Expr | undefined {
  const of = factor.type.kind;
  if (of !== 'ratio' && of !== 'number' && of !== 'integer') {
    report(powerBase({ is: typeWords(factor.type), span: factor.span }));
    return undefined;
  }
  const [least, most] = times.type.kind === 'integer' ? [times.type.min, times.type.max] : [];
  if (least === undefined || most === undefined || least < 0n || most > MOST_TIMES || most < least) {
    report(powerTimes({ most: Number(MOST_TIMES), span: times.span }));
    return undefined;
  }
  const type = of === 'ratio' ? factor.type : number;
  const one: Expr = { kind: 'constant', value: { kind: 'number', value: rational(1n) }, type, citations: [], span };
  const products: Expr[] = [one];
  for (let taken = 1n; taken <= most; taken += 1n) {
    const before = products.at(-1) ?? one;
    products.push(taken === 1n ? { ...factor, type } : { kind: 'product', a: before, b: factor, type, span });
  }
  return products.reduceRight((otherwise, then, taken): Expr => {
    if (BigInt(taken) < least || otherwise === then) return otherwise;
    const count = BigInt(taken);
    const so: Expr = {
      kind: 'constant',
      value: { kind: 'number', value: rational(count) },
      type: integer(count, count),
      citations: [],
      span,
    };
    const test: Expr = { kind: 'compare', test: '=', a: times, b: so, type: bool, span };
    return { kind: 'choose', if: test, then, otherwise, type, span };
  }, products.at(-1) ?? one);
}
