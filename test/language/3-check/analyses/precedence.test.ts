import { describe, expect, it } from 'vitest';
import { conditionOf } from '../../../../language/3-check/analyses/condition.ts';
import { type Claim, findTies } from '../../../../language/3-check/analyses/precedence.ts';
import type { AdjustmentModel, Expr, Type } from '../../../../language/model/types.ts';
import { rational } from '../../../../runtime/money/rational.ts';

const span = { file: 'x.yice', start: 0, end: 1 };
const bool: Type = { kind: 'bool' };
const people: Type = { kind: 'enum', name: '人员类别', values: ['在职', '退休'] };
const who = (value: string): Expr => ({
  kind: 'oneOf',
  of: { kind: 'input', name: '人员类别', type: people, span },
  values: [value],
  type: bool,
  span,
});
const age = (test: '<' | '≥', n: bigint): Expr => ({
  kind: 'compare',
  test,
  a: { kind: 'input', name: '年龄', type: { kind: 'integer', min: 0n, max: 120n }, span },
  b: { kind: 'constant', value: { kind: 'number', value: rational(n) }, type: { kind: 'integer' }, span, citations: [] },
  type: bool,
  span,
});
const points = (n: bigint, start = 0): Expr => ({
  kind: 'constant',
  value: { kind: 'number', value: rational(n, 100n) },
  type: { kind: 'points' },
  span: { ...span, start },
  citations: [],
});
const named: Expr = { kind: 'definition', address: '困难人员', type: bool, span };
const claim = (name: string, how: AdjustmentModel['how'], guard: Expr, value?: Expr, more: Partial<Claim> = {}): Claim => ({
  name,
  how,
  guard,
  ...(value ? { value } : {}),
  over: [],
  bundled: false,
  span,
  ...more,
});
const ties = (...claims: Claim[]) => findTies({ target: '住院.报销比例', claims, given: [] }, () => undefined);

describe('exceptions that meet', () => {
  it.each<readonly [string, readonly Claim[], number]>([
    ['never together', [claim('甲', 'add', who('在职'), points(5n)), claim('乙', 'add', who('退休'), points(3n))], 0],
    ['together and different', [claim('甲', 'add', who('退休'), points(5n)), claim('乙', 'add', age('≥', 70n), points(3n))], 1],
    ['together and adding as much', [claim('甲', 'add', who('退休'), points(5n)), claim('乙', 'add', age('≥', 70n), points(5n, 9))], 1],
    ['together and set alike', [claim('甲', 'set', who('退休'), points(5n)), claim('乙', 'set', age('≥', 70n), points(5n, 9))], 0],
    ['ages that do not meet', [claim('甲', 'add', age('<', 70n), points(5n)), claim('乙', 'add', age('≥', 70n), points(3n))], 0],
    ['different stages', [claim('甲', 'set', who('退休'), points(5n)), claim('乙', 'add', who('退休'), points(3n))], 0],
    ['one over the other', [claim('甲', 'add', who('退休'), points(5n)), claim('乙', 'add', who('退休'), points(3n), { over: ['甲'] })], 0],
    [
      'over through a third',
      [
        claim('甲', 'add', who('退休'), points(1n)),
        claim('乙', 'add', who('退休'), points(2n), { over: ['甲'] }),
        claim('丙', 'add', who('退休'), points(3n), { over: ['乙'] }),
      ],
      0,
    ],
    ['joined', [claim('甲', 'add', who('退休'), points(5n)), claim('乙', 'add', who('退休'), points(3n), { join: 'both' })], 0],
    [
      'joined in two ways',
      [claim('甲', 'add', who('退休'), points(5n), { join: 'highest' }), claim('乙', 'add', who('退休'), points(3n), { join: 'both' })],
      1,
    ],
    ['waived twice', [claim('甲', 'waive', who('退休')), claim('乙', 'waive', age('≥', 70n))], 0],
    ['a floor below a cap', [claim('甲', 'atLeast', who('退休'), points(3n)), claim('乙', 'atMost', who('退休'), points(5n))], 0],
    ['a floor above a cap', [claim('甲', 'atLeast', who('退休'), points(7n)), claim('乙', 'atMost', who('退休'), points(5n))], 1],
  ])('%s', (_, claims, count) => {
    expect(ties(...claims)).toHaveLength(count);
  });

  it('shows the patient who meets both', () => {
    const [tie] = ties(claim('甲', 'add', who('退休'), points(5n)), claim('乙', 'add', age('≥', 70n), points(3n)));
    expect(tie).toMatchObject({ code: 'exceptions/tie', witness: { 人员类别: '退休', 年龄: '70' } });
  });

  it('says so when it cannot be read', () => {
    const [tie] = ties(claim('甲', 'add', who('退休'), points(5n)), claim('乙', 'add', named, points(3n)));
    expect(tie?.what.zh).toContain('没能排除');
    expect(tie?.witness).toBeUndefined();
  });

  it('reads named conditions through', () => {
    const lookup = (address: string) => (address === '困难人员' ? { value: who('在职'), rounds: [] } : undefined);
    const both = { target: '甲', claims: [claim('甲', 'add', who('退休'), points(5n)), claim('乙', 'add', named, points(3n))], given: [] };
    expect(findTies(both, lookup)).toEqual([]);
    expect(findTies({ ...both, given: [conditionOf(who('退休'), lookup)] }, () => undefined)).toHaveLength(1);
  });
});
