import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Axis, Expr } from '../../../../runtime/ir/types.ts';
import { BOOL, draft, FEN, fen, integer, yuan } from '../../../kit/ir.ts';
import { gapOf, valueIn } from '../../../kit/settling.ts';

const rows = (...amounts: readonly number[]): readonly Expr[] => amounts.map((amount) => fen(amount));
const withVisits = () =>
  draft().field('次数', { kind: 'integer' }).field('已备案', BOOL).choice('等级', { 三级: undefined, 二级: undefined, 药店: undefined });

describe('tables', () => {
  it.each([
    [1, 1n],
    [2, 2n],
    [3, 3n],
    [9, 3n],
    [-5, 1n],
  ])('[A9] %s falls in the class of 1, of 2, of 3 以上', (count, row) => {
    const p = withVisits();
    const axis: Axis = {
      kind: 'cuts',
      of: p.in('次数'),
      cuts: [
        { at: integer(2), closed: false },
        { at: integer(3), closed: false },
      ],
    };
    expect(valueIn(p, { op: 'table', axes: [axis], grid: [0, 1, 2], results: rows(1, 2, 3) }, FEN, { 次数: count })).toBe(row);
  });

  it.each([
    [9, 1n],
    [10, 1n],
    [11, 2n],
  ])('[A9] %s with a cut at 10 that belongs below', (count, row) => {
    const p = withVisits();
    const axis: Axis = { kind: 'cuts', of: p.in('次数'), cuts: [{ at: integer(10), closed: true }] };
    expect(valueIn(p, { op: 'table', axes: [axis], grid: [0, 1], results: rows(1, 2) }, FEN, { 次数: count })).toBe(row);
  });

  const cross = (p: ReturnType<typeof withVisits>): Expr => ({
    op: 'table',
    axes: [
      { kind: 'values', of: p.in('等级'), classes: [['三级'], ['二级']] },
      { kind: 'truth', of: p.in('已备案') },
    ],
    grid: [1, 0, 2, -1],
    results: [yuan(1), yuan(2), p.in('范围外')],
  });
  it.each([
    ['三级', true, 100n],
    ['三级', false, 200n],
    ['二级', false, 700n],
  ] as const)('[A9] two axes, the first slowest: %s, %s', (level, filed, amount) => {
    const p = withVisits();
    expect(valueIn(p, cross(p), FEN, { 等级: level, 已备案: filed, 范围外: 7, 范围内: 0 })).toBe(amount);
  });
  it.each([
    ['二级', true],
    ['药店', true],
  ] as const)('[A9] %s, %s cannot be', (level, filed) => {
    const p = withVisits();
    expect(gapOf(valueIn(p, cross(p), FEN, { 等级: level, 已备案: filed }))?.faults).toEqual(['impossible']);
  });
  it('[S2] a row that is not chosen is not looked at', () => {
    const p = withVisits();
    expect(valueIn(p, cross(p), FEN, { 等级: '三级', 已备案: true })).toBe(100n);
    expect(gapOf(valueIn(p, cross(p), FEN, { 等级: '二级', 已备案: false }))?.missing).toEqual(['范围外']);
  });
  it('[O3] an open axis leaves the table open, with the reasons of all axes', () => {
    const p = withVisits().point('等级怎么定', '未写等级').point('备案', '未写备案', { type: BOOL });
    const table: Expr = {
      op: 'table',
      axes: [
        { kind: 'values', of: p.open('等级怎么定'), classes: [['三级'], ['二级']] },
        { kind: 'truth', of: p.open('备案') },
      ],
      grid: [0, 0, 0, 0],
      results: [yuan(1)],
    };
    expect(gapOf(valueIn(p, table, FEN))?.open).toEqual(['未写等级', '未写备案']);
  });
});

describe('bands', () => {
  const bounds = [19_000, 85_000];
  const ratios = [0, 62, 74];
  const bands = (from: Expr, to: Expr): Expr => ({
    op: 'bands',
    name: '大病段',
    bounds: bounds.map((one) => yuan(one)),
    ratios: ratios.map((one) => ({ op: 'const', type: { kind: 'ratio', scale: '100' }, value: String(one) })),
    from,
    to,
  });
  const type = { kind: 'money', scale: '100' } as const;

  it.each([
    [0, 10_000, 0],
    [0, 19_000, 0],
    [0, 20_000, 620],
    [19_000, 85_000, 40_920],
    [80_000, 90_000, 3100 + 3700],
    [50_000, 50_000, 0],
  ])('[A6] from %s to %s: %s', (from, to, amount) => {
    expect(valueIn(draft(), bands(yuan(from), yuan(to)), type)).toBe(BigInt(amount) * 10_000n);
  });

  const point = fc.integer({ min: -1_000_000, max: 20_000_000 });
  it('[A6] F(a 至 c) = F(a 至 b) + F(b 至 c), and F(b 至 a) is its negative', () => {
    const f = (a: number, b: number): bigint => BigInt(String(valueIn(draft(), bands(fen(a), fen(b)), type)));
    fc.assert(
      fc.property(point, point, point, (a, b, c) => {
        expect(f(a, c)).toBe(f(a, b) + f(b, c));
        expect(f(b, a)).toBe(-f(a, b));
      }),
    );
  });
  it('[A6] bounds that meet leave a band empty, bounds that cross are a 违规', () => {
    const p = draft();
    const crossing = (first: number): Expr => {
      const expr = bands(yuan(0), yuan(90_000));
      return expr.op === 'bands' ? { ...expr, bounds: [yuan(first), yuan(85_000)] } : expr;
    };
    expect(valueIn(p, crossing(85_000), type)).toBe(BigInt(5000 * 74) * 100n);
    expect(gapOf(valueIn(p, crossing(85_001), type))?.faults).toEqual(['impossible']);
  });

  it('[S2] the ratio of a band that is not touched may be open', () => {
    const p = draft().point('比例', '最高一段未写');
    const expr = bands(yuan(0), p.in('范围内'));
    const open: Expr = expr.op === 'bands' ? { ...expr, ratios: [...expr.ratios.slice(0, 2), p.open('比例')] } : expr;
    expect(valueIn(p, open, type, { 范围内: 85_000 })).toBe(409_200_000n);
    expect(gapOf(valueIn(p, open, type, { 范围内: '85000.01' }))?.open).toEqual(['最高一段未写']);
  });
});
