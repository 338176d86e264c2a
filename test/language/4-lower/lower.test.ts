import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lower } from '../../../language/4-lower/lower.ts';
import type { Expr, PolicyModel } from '../../../language/model/types.ts';
import type { PolicyIr, Step } from '../../../runtime/ir/types.ts';
import { validate } from '../../../runtime/ir/validate.ts';
import type { Rational } from '../../../runtime/money/rational.ts';
import { add, compare, divide, equal, multiply, rational, subtract } from '../../../runtime/money/rational.ts';
import {
  constant,
  define,
  definition,
  greatest,
  input,
  inScope,
  least,
  nowhere,
  policy,
  product,
  quotient,
  ratio,
  round,
  sum,
  truth,
  version,
  yuan,
} from '../../kit/model.ts';
import { numeratorOf } from './worth.ts';

const lowered = (model: PolicyModel, texts: ReadonlyMap<string, string> = new Map()): PolicyIr => {
  const bundle = lower({ policies: [model], scenarios: [], properties: [] }, texts);
  // Whatever is lowered here is something that the runtime would read.
  expect(validate(JSON.parse(JSON.stringify(bundle)))).toMatchObject({ ok: true });
  const [ir] = bundle.policies;
  if (!ir) throw new Error('one policy goes in, one comes out');
  return ir;
};

const stepOf = (value: Expr): { readonly step: Step; readonly ir: PolicyIr } => {
  const ir = lowered(policy([version([define('甲', value)])]));
  const step = ir.programs[0]?.steps[0];
  if (!step) throw new Error('one definition gives one step');
  return { step, ir };
};

const paramsOf = (ir: PolicyIr, of = 0): readonly bigint[] =>
  (ir.versions[of]?.parameters ?? []).map((value) => (value.kind === 'open' ? 0n : BigInt(String(value.value))));

/** Fen. 政策范围内 is given in whole fen. */
const worth = (value: Expr, inScopeFen = 0n): Rational => {
  const { step, ir } = stepOf(value);
  const inputs = ir.inputs.map((field) => (field.name === '政策范围内' ? inScopeFen : 0n));
  const scale = 'scale' in step.type ? BigInt(step.type.scale) : 1n;
  return rational(numeratorOf(step.value, { params: paramsOf(ir), inputs, steps: [] }), scale);
};

describe('scales', () => {
  it.each([
    ['430 yuan are 43000 fen', yuan('430'), '43000', '1'],
    ['a tenth of a fen needs scale 10', yuan('0.001'), '1', '10'],
    ['70 % is 70 of 100', ratio('0.7'), '70', '100'],
    ['62.55 % is 6255 of 10000', ratio('0.6255'), '6255', '10000'],
    ['7 points are 7 of 100', constant('points', '0.07'), '7', '100'],
    ['1.7 is 17 of 10', constant('number', '1.7'), '17', '10'],
  ])('%s', (_, value, n, scale) => {
    expect(stepOf(value).step).toMatchObject({ value: { op: 'const', value: n }, type: { scale } });
  });

  it('a product has the product of the scales', () => {
    expect(stepOf(product(yuan('0.001'), ratio('0.625'))).step.type).toEqual({ kind: 'money', scale: '10000' });
  });

  it('terms of a sum are aligned by whole factors', () => {
    const { step } = stepOf(sum(yuan('1'), yuan('0.001')));
    expect(step.value).toMatchObject({ op: 'sum', terms: [{ by: '10' }, { by: '1' }] });
  });
});

describe('arithmetic is exact', () => {
  const arithmetic = fc.letrec<{ leaf: [Expr, Rational]; tree: [Expr, Rational] }>((tie) => ({
    leaf: fc.integer({ min: -5_000_000, max: 5_000_000 }).map((mills): [Expr, Rational] => {
      const value = rational(BigInt(mills), 1000n);
      return [{ kind: 'constant', type: { kind: 'money' }, value: { kind: 'number', value }, span: nowhere, citations: [] }, value];
    }),
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      tie('leaf'),
      fc
        .tuple(tie('tree'), tie('tree'), fc.boolean())
        .map(([[a, x], [b, y], plus]): [Expr, Rational] => [sum(a, b, plus ? 1 : -1), plus ? add(x, y) : subtract(x, y)]),
      fc
        .tuple(tie('tree'), fc.integer({ min: 0, max: 20_000 }))
        .map(([[a, x], n]): [Expr, Rational] => [product(a, ratio(String(n / 10_000))), multiply(x, rational(BigInt(n), 10_000n))]),
      fc.tuple(tie('tree'), fc.integer({ min: 1, max: 400 }), fc.boolean()).map(([[a, x], n, sign]): [Expr, Rational] => {
        const by = rational(BigInt(sign ? n : -n), 10n);
        return [quotient(a, constant('number', `${sign ? '' : '-'}${n / 10}`)), divide(x, by)];
      }),
      fc.tuple(tie('tree'), tie('tree')).map(([[a, x], [b, y]]): [Expr, Rational] => [least(a, b), compare(x, y) < 0 ? x : y]),
      fc.tuple(tie('tree'), tie('tree')).map(([[a, x], [b, y]]): [Expr, Rational] => [greatest(a, b), compare(x, y) > 0 ? x : y]),
    ),
  }));

  it('whatever is added, multiplied, divided and compared', () => {
    fc.assert(
      fc.property(arithmetic.tree, ([expr, exact]) => equal(worth(expr), multiply(exact, rational(100n)))),
      { numRuns: 300 },
    );
  });

  it.each([
    ['half a fen away from zero', round(product(inScope, ratio('0.5'))), 101n, 51n],
    ['down to the jiao', round(product(inScope, ratio('0.5')), 'down', 'jiao'), 399n, 190n],
    ['a third by a constant', round(quotient(inScope, constant('number', '3'))), 200n, 67n],
    [
      'by a value known only at run time',
      round(product(yuan('100'), quotient(inScope, input('总额', { kind: 'fen' }), { kind: 'number' }))),
      0n,
      undefined,
    ],
    ['a parameter divides under a rounding', round(quotient(inScope, constant('number', '1.5', '除数'))), 100n, 67n],
  ])('rounding: %s', (_, value, fen, expected) => {
    if (expected === undefined)
      expect(stepOf(value).step.value).toMatchObject({
        op: 'mulDivRound',
        numerators: [{ of: { op: 'const' } }, { of: { op: 'input' } }],
        divisor: { of: { op: 'input' } },
      });
    else expect(worth(value, fen)).toEqual(rational(expected));
  });
});

describe('parameters', () => {
  const withRatio = (text: string): PolicyModel['versions'][number] =>
    version([define('甲', product(inScope, ratio(text, '甲.比例')), { posting: { payers: ['统筹基金'], parts: ['政策范围内'] } })]);

  it('versions that differ only in numbers share one program', () => {
    const ir = lowered(policy([withRatio('0.7'), withRatio('0.75'), withRatio('0.6255')]));
    expect(ir.programs).toHaveLength(1);
    expect(ir.versions.map(({ program }) => program)).toEqual([0, 0, 0]);
  });

  it('an address has one scale in all versions', () => {
    const ir = lowered(policy([withRatio('0.7'), withRatio('0.6255')]));
    expect([paramsOf(ir, 0), paramsOf(ir, 1)]).toEqual([[7000n], [6255n]]);
    expect(ir.programs[0]?.parameters).toEqual([{ address: '甲.比例', type: { kind: 'ratio', scale: '10000' } }]);
  });

  it('a divisor away from a rounding is code, because its value decides the scale', () => {
    const byDivisor = (text: string): PolicyModel['versions'][number] =>
      version([define('甲', quotient(inScope, constant('number', text, '除数')))]);
    const ir = lowered(policy([byDivisor('3'), byDivisor('7')]));
    expect(ir.programs.map(({ parameters }) => parameters)).toEqual([[], []]);
  });

  it('a point that a caller may fill has a scale that holds what scenarios state', () => {
    const open: Expr = { kind: 'open', point: 0, address: '甲.比例', type: { kind: 'ratio' }, span: nowhere, citations: [4] };
    const model = policy([version([define('甲', product(inScope, open))])], {
      points: [{ address: '甲.比例', reason: '未写', span: nowhere, type: { kind: 'ratio' }, candidates: [] }],
    });
    const scenario = {
      title: '',
      policy: '甲政策',
      suppose: [{ address: '甲.比例', value: { kind: 'number' as const, value: rational(2n, 3n) }, span: nowhere }],
      openings: [],
      events: [],
      span: nowhere,
    };
    const [ir] = lower({ policies: [model], scenarios: [scenario], properties: [] }, new Map()).policies;
    expect(ir?.openPoints[0]).toMatchObject({ type: { kind: 'ratio', scale: '30000' }, citations: [4] });
    expect(ir?.programs[0]?.parameters[0]?.type).toEqual({ kind: 'ratio', scale: '30000' });
    expect(ir?.versions[0]?.parameters[0]).toMatchObject({ kind: 'open', point: 0 });
  });
});

describe('exceptions', () => {
  const exception = (how: 'add' | 'multiply' | 'atLeast' | 'set', value: Expr): Parameters<typeof define>[2] => ({
    rounds: [[{ name: '困难', how, guard: truth(true), value, span: nowhere, citations: [] }]],
  });

  it.each([
    [
      'a factor leaves no remainder',
      exception('multiply', ratio('0.57')),
      { how: 'multiply', scale: '100', value: { value: '57' } },
      '100',
    ],
    ['an added value has the scale of the step', exception('add', yuan('0.001')), { how: 'add', value: { value: '1' } }, '10'],
    ['a floor has the scale of the step', exception('atLeast', yuan('180')), { how: 'atLeast', value: { value: '18000' } }, '1'],
  ])('%s', (_, more, adjustment, scale) => {
    const step = lowered(policy([version([define('甲', yuan('430'), more)])])).programs[0]?.steps[0];
    expect(step?.rounds[0]?.[0]).toMatchObject(adjustment);
    expect(step?.type).toEqual({ kind: 'money', scale });
  });

  it('points are aligned with the ratio that they are added to', () => {
    const step = lowered(policy([version([define('比例', ratio('0.7'), exception('add', constant('points', '0.065')))])])).programs[0]
      ?.steps[0];
    expect(step).toMatchObject({ type: { scale: '1000' }, value: { value: '700' }, rounds: [[{ value: { value: '65' } }]] });
  });
});

describe('64 bits', () => {
  const wide = (value: Expr): unknown => {
    const { step } = stepOf(value);
    return 'wide' in step.value ? step.value.wide : undefined;
  };
  it.each([
    ['ten million yuan times a percentage fits', product(inScope, ratio('0.7')), false],
    ['an amount times a bounded parameter fits', product(inScope, ratio('0.7', '甲.比例')), false],
    ['times a count without an upper end is not proven', product(inScope, input('次数', { kind: 'integer', min: 0n })), true],
    ['four amounts multiplied do not fit', product(product(inScope, inScope), product(inScope, inScope)), true],
  ])('%s', (_, value, expected) => {
    expect(wide(value)).toBe(expected);
  });
});

describe('structure', () => {
  it('a definition reads earlier steps by index', () => {
    const ir = lowered(
      policy([version([define('甲', yuan('1')), define('乙', sum(definition('甲', 'money'), definition('甲', 'money')))])]),
    );
    expect(ir.programs[0]?.steps[1]?.value).toMatchObject({ terms: [{ of: { op: 'step', index: 0 } }, { of: { op: 'step', index: 0 } }] });
  });

  it('ranges of the text say their line', () => {
    const span = { file: 'a.yice', start: 6, end: 8 };
    const ir = lowered(policy([version([define('甲', yuan('1'), { span })])]), new Map([['a.yice', '政策\n\n  定义\n']]));
    expect(ir.programs[0]?.steps[0]?.note.source).toEqual({ ...span, line: 3 });
  });

  it('a policy that names no insured person has the field all the same', () => {
    const ir = lowered(policy([version([])], { inputs: policy([]).inputs.slice(1) }));
    expect(ir.inputs[ir.person]).toEqual({ name: '参保人', type: { kind: 'text' } });
  });

  it('days of the timeline are text', () => {
    expect(lowered(policy([version([]), version([])])).timeline).toEqual([
      { from: '2022-01-01', to: '2023-01-01', version: 0 },
      { from: '2023-01-01', version: 1 },
    ]);
  });

  it('a posting in more than whole fen is rounded by the policy’s rule', () => {
    const ir = lowered(
      policy([version([define('支付', product(inScope, ratio('0.5')), { posting: { payers: ['统筹基金'], parts: ['政策范围内'] } })])]),
    );
    expect(ir.programs[0]?.steps[0]).toMatchObject({
      type: { scale: '1' },
      value: { op: 'round', mode: 'halfUp', unit: '1', scale: '100' },
    });
  });
});
