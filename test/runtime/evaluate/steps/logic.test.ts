import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Expr } from '../../../../runtime/ir/types.ts';
import type { PolicyDraft } from '../../../kit/ir.ts';
import { all, any, BOOL, choose, DATE, draft, FEN, isOneOf, load, not, sum, term, truth, yuan } from '../../../kit/ir.ts';
import { gapOf, settleOne, valueIn } from '../../../kit/settling.ts';

const openings = () => draft().field('已备案', BOOL).point('甲', '甲未写', { type: BOOL }).point('乙', '乙未写', { type: BOOL });

/** One of: known true or false, open, missing. */
type Operand = 'true' | 'false' | 'open' | 'missing';
const exprOf = (p: PolicyDraft, operand: Operand): Expr =>
  operand === 'open' ? p.open('甲') : operand === 'missing' ? p.in('已备案') : truth(operand === 'true');

describe('有', () => {
  it('[O13] says whether the field was given and is never a gap; what is read behind it is not missing', () => {
    const policy = () => {
      const p = draft().field('封顶', FEN);
      const asked: Expr = { op: 'given', of: p.in('封顶') };
      p.post('付', choose(all(asked, truth(true)), p.in('封顶'), yuan(2)), '基金', ['范围内']);
      return load(p.finish());
    };
    const paid = (fields: object) =>
      settleOne(policy(), { id: 'e', fields: { 参保人: '甲', 就诊日: '2023-01-01', 范围内: 9, 范围外: 0, ...fields } });
    expect(paid({ 封顶: 3 })).toMatchObject({ status: 'settled', amounts: { 付: '3.00' } });
    expect(paid({})).toMatchObject({ status: 'settled', amounts: { 付: '2.00' } });
  });
});

describe('且, 或', () => {
  const operands = fc.array(fc.constantFrom<Operand>('true', 'false', 'open', 'missing'), { minLength: 1, maxLength: 5 });

  it('[O2] one operand that settles it does, whatever the others and wherever it stands', () => {
    fc.assert(
      fc.property(operands, fc.boolean(), (kinds, conjunction) => {
        const p = openings();
        const value = valueIn(p, (conjunction ? all : any)(...kinds.map((kind) => exprOf(p, kind))), BOOL);
        const settling = conjunction ? 'false' : 'true';
        if (kinds.includes(settling)) expect(value).toBe(!conjunction);
        else if (kinds.includes('open') || kinds.includes('missing')) {
          expect(gapOf(value)).toEqual({
            open: kinds.includes('open') ? ['甲未写'] : [],
            missing: kinds.includes('missing') ? ['已备案'] : [],
            faults: [],
          });
        } else expect(value).toBe(conjunction);
      }),
    );
  });

  it('[O6] an assumption is listed only when it settled something', () => {
    const listed = (condition: (p: PolicyDraft) => Expr) => {
      const p = openings();
      p.post('付', choose(condition(p), yuan(1), yuan(2)), '基金', ['范围内']);
      return settleOne(load(p.finish()), { id: 'e', fields: { 参保人: '甲', 就诊日: '2023-01-01', 范围内: 9, 范围外: 0 } }).assumed.map(
        ({ address }) => address,
      );
    };
    expect(listed((p) => all(p.assume(truth(true), '甲'), truth(true)))).toEqual(['甲']);
    expect(listed((p) => all(p.assume(truth(true), '甲'), truth(false)))).toEqual([]);
    expect(listed((p) => all(p.assume(truth(false), '甲'), truth(false)))).toEqual([]);
    expect(listed((p) => all(p.assume(truth(false), '甲'), truth(true)))).toEqual(['甲']);
    expect(listed((p) => any(p.assume(truth(false), '甲'), p.assume(truth(true), '乙')))).toEqual(['乙']);
    expect(listed((p) => any(p.assume(truth(false), '甲'), truth(true)))).toEqual([]);
  });
});

describe('other operations on what is open', () => {
  it.each<[string, (p: PolicyDraft) => Expr]>([
    ['not', (p) => not(p.open('甲'))],
    ['same', (p) => ({ op: 'same', a: p.open('甲'), b: truth(true) })],
    ['oneOf', (p) => isOneOf(p.open('甲'), 'x')],
    ['contains', (p) => ({ op: 'contains', of: p.open('甲'), values: ['x'] })],
    ['compare', (p) => ({ op: 'compare', test: '<', a: term(p.open('甲')), b: term(yuan(1)) })],
    ['sum', (p) => sum(p.open('甲'), yuan(1))],
    ['sum of one', (p) => sum(p.open('甲'))],
    ['sum of three', (p) => sum(yuan(1), p.open('甲'), yuan(1))],
    ['product', (p) => ({ op: 'product', a: yuan(1), b: p.open('甲'), wide: false })],
    ['least', (p) => ({ op: 'least', of: [term(yuan(1)), term(p.open('甲'))] })],
    ['round', (p) => ({ op: 'round', of: p.open('甲'), scale: '1', unit: '1', mode: 'down' })],
    ['mulDivRound', (p) => ({ op: 'mulDivRound', numerators: [term(yuan(1))], divisor: term(p.open('甲')), unit: '1', mode: 'down' })],
    ['bands', (p) => ({ op: 'bands', name: '段', bounds: [], ratios: [yuan(1)], from: p.open('甲'), to: yuan(1) })],
    ['addMonths', (p) => ({ op: 'addMonths', day: p.open('甲'), months: yuan(1) })],
    ['age', (p) => ({ op: 'age', from: p.open('甲'), to: p.open('甲') })],
    ['yearOf', (p) => ({ op: 'yearOf', day: p.open('甲') })],
    ['monthStart', (p) => ({ op: 'monthStart', day: p.open('甲') })],
    ['assume', (p) => p.assume(p.open('甲'), '乙')],
  ])('[O1] %s is open with its reason', (_case, expr) => {
    const p = openings();
    expect(gapOf(valueIn(p, expr(p), FEN))?.open).toEqual(['甲未写']);
  });

  it('[O1] both operands open: both reasons, each once', () => {
    const p = openings();
    expect(gapOf(valueIn(p, sum(p.open('甲'), p.open('乙'), p.open('甲')), FEN))?.open).toEqual(['甲未写', '乙未写']);
  });

  it('[O4] 如果 with an open condition is open, and its branches are not looked at', () => {
    const p = openings();
    expect(gapOf(valueIn(p, choose(p.open('甲'), p.open('乙'), p.in('范围内')), FEN))).toEqual({
      open: ['甲未写'],
      missing: [],
      faults: [],
    });
  });
  it('[O4] with a known condition only one branch is looked at', () => {
    const p = openings();
    expect(valueIn(p, choose(truth(true), yuan(1), p.open('甲')), FEN)).toBe(100n);
    expect(valueIn(p, choose(truth(false), p.open('甲'), yuan(2)), FEN)).toBe(200n);
  });
});

describe('equality and membership', () => {
  const fields = { 身份: ['低保', '特困'], 等级: '三级', 就诊日: '2023-01-01' };
  const p = () =>
    draft()
      .choice('身份', { 低保: undefined, 特困: undefined, 孤儿: undefined }, undefined, 'set')
      .choice('等级', { 三级: undefined, 二级: undefined });
  it.each<[string, (p: PolicyDraft) => Expr, boolean]>([
    ['含 any of them', (d) => ({ op: 'contains', of: d.in('身份'), values: ['孤儿', '低保'] }), true],
    ['含 none of them', (d) => ({ op: 'contains', of: d.in('身份'), values: ['孤儿'] }), false],
    ['是 one', (d) => isOneOf(d.in('等级'), '三级'), true],
    ['是 one of several', (d) => isOneOf(d.in('等级'), '二级', '三级'), true],
    ['是 another', (d) => isOneOf(d.in('等级'), '二级'), false],
    ['the same day', (d) => ({ op: 'same', a: d.in('就诊日'), b: { op: 'const', type: DATE, value: '2023-01-01' } }), true],
    [
      'the same set, listed otherwise',
      (d) => ({ op: 'same', a: d.in('身份'), b: { op: 'const', type: { kind: 'set', name: '身份' }, value: ['特困', '低保'] } }),
      true,
    ],
  ])('%s', (_case, expr, holds) => {
    const d = p();
    expect(valueIn(d, expr(d), BOOL, fields)).toBe(holds);
  });
});
