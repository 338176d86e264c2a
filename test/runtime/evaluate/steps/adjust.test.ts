import { describe, expect, it } from 'vitest';
import type { Adjustment, IrType } from '../../../../runtime/ir/types.ts';
import type { PolicyDraft } from '../../../kit/ir.ts';
import { adjustment, constant, draft, PERCENT, percent, truth } from '../../../kit/ir.ts';
import { gapOf, valueIn } from '../../../kit/settling.ts';

const RATIO: IrType = { kind: 'ratio', scale: '10000' };
const at = (n: number) => constant(RATIO, String(n * 100));
const factor = (n: number) => ({ value: percent(n), scale: '100' });

/** 70 % adjusted, in percent. */
function adjusted(...rounds: readonly (readonly Adjustment[])[]) {
  const p = draft();
  p.step('比例', RATIO, at(70), { rounds });
  const value = valueIn(p, p.read('比例'), RATIO);
  return typeof value === 'bigint' ? Number(value) / 100 : gapOf(value);
}

const set = (n: number, more: Partial<Adjustment> = {}) => adjustment(`改为${n}`, 'set', at(n), more);
const add = (n: number, more: Partial<Adjustment> = {}) => adjustment(`加${n}`, 'add', at(n), more);
const multiply = (n: number, more: Partial<Adjustment> = {}) => adjustment(`乘${n}`, 'multiply', percent(n), { scale: '100', ...more });
const atLeast = (n: number, more: Partial<Adjustment> = {}) => adjustment(`不低于${n}`, 'atLeast', at(n), more);
const atMost = (n: number, more: Partial<Adjustment> = {}) => adjustment(`不高于${n}`, 'atMost', at(n), more);
const waive = (more: Partial<Adjustment> = {}) => adjustment('免除', 'waive', undefined, more);
const never = { guard: truth(false) };

describe('adjustments', () => {
  const chains: readonly (readonly [string, readonly (readonly Adjustment[])[], number])[] = [
    ['none', [[]], 70],
    ['one that does not hold', [[set(90, never)]], 70],
    ['改为, then 加, then 乘以, then 不低于, however they are listed', [[atLeast(50), multiply(50), add(10), set(80)]], 50],
    ['the same without the floor', [[multiply(50), add(10), set(80)]], 45],
    ['不高于 after 不低于', [[atMost(60), atLeast(90)]], 60],
    ['a second round begins where the first ended', [[multiply(50)], [add(10)]], 45],
    ['and not the other way round', [[add(10)], [multiply(50)]], 40],
    ['two factors', [[multiply(50)], [multiply(50)]], 17.5],
    ['a later 改为 replaces what came before', [[add(10)], [set(30)]], 30],
    ['免除 ends the chain', [[waive()], [atLeast(50)]], 0],
    ['免除 in a later round counts as well', [[atLeast(50)], [waive()]], 0],
    ['免除 that does not hold', [[waive(never)], [atLeast(80)]], 80],
  ];
  it.each(chains)('[A7] %s', (_case, rounds, result) => {
    expect(adjusted(...rounds)).toBe(result);
  });

  it.each([
    ['the first in the list', [add(5), add(10)], 75],
    ['not one that does not hold', [add(5, never), add(10)], 80],
    ['叠加: all', [add(5, { join: 'both' }), add(10, { join: 'both' })], 85],
    ['取高', [add(5, { join: 'highest' }), add(10, { join: 'highest' }), add(7, { join: 'highest' })], 80],
    ['取低', [add(5, { join: 'lowest' }), add(10, { join: 'lowest' }), add(3, { join: 'lowest' })], 73],
    ['取高 of factors', [multiply(50, { join: 'highest' }), multiply(80, { join: 'highest' })], 56],
    ['one that says nothing takes part with those that join', [add(5, { join: 'both' }), add(10), add(1, { join: 'both' })], 86],
    ['one that joins takes part with the first, which says nothing', [add(10), add(5, { join: 'both' })], 85],
    ['of two that say nothing the first', [add(10), add(5), add(1, { join: 'both' })], 81],
  ] as const)('[A8] of several of one kind: %s', (_case, round, result) => {
    expect(adjusted(round)).toBe(result);
  });

  const open = (build: (p: PolicyDraft) => readonly Adjustment[]) => {
    const p = draft().field('已备案', { kind: 'bool' }).point('基', '比例未写').point('调', '下调多少未写');
    const rounds = [build(p)];
    p.step('比例', RATIO, p.open('基'), { rounds });
    const value = valueIn(p, p.read('比例'), RATIO, { 已备案: true });
    return typeof value === 'bigint' ? Number(value) / 100 : gapOf(value);
  };
  it('[O1] what is open is open with every reason', () => {
    expect(open((p) => [adjustment('调', 'add', p.open('调'))])).toMatchObject({ open: ['比例未写', '下调多少未写'] });
  });
  it('[S2] a 改为 or 免除 that holds does not need what it replaces', () => {
    expect(open(() => [set(30)])).toBe(30);
    expect(open(() => [waive()])).toBe(0);
  });
  it('an adjustment that does not come out exact is a fault, never cut off', () => {
    const p = draft();
    p.step('比例', PERCENT, percent(75), { rounds: [[adjustment('乘', 'multiply', percent(50), factor(50))]] });
    expect(gapOf(valueIn(p, p.read('比例'), PERCENT))?.faults).toEqual(['impossible']);
  });
  it('an inexact step on the way may come out exact at the end', () => {
    const p = draft();
    p.step('比例', PERCENT, percent(75), {
      rounds: [[adjustment('乘', 'multiply', percent(50), { scale: '100' })], [adjustment('低', 'atLeast', percent(60))]],
    });
    expect(valueIn(p, p.read('比例'), PERCENT)).toBe(60n);
  });
});
