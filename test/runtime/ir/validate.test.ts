import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyLedger, loadUnverified, settle } from '../../../runtime/index.ts';
import type { Expr, PolicyIr, Program } from '../../../runtime/ir/types.ts';
import { validate } from '../../../runtime/ir/validate.ts';
import type { PolicyDraft } from '../../kit/ir.ts';
import {
  adjustment,
  BOOL,
  choose,
  DATE,
  draft,
  FEN,
  fileOf,
  INTEGER,
  integer,
  isOneOf,
  least,
  PERCENT,
  percent,
  rounded,
  rule,
  sum,
  TEXT,
  term,
  textOf,
  times,
  truth,
  yearOf,
  yuan,
} from '../../kit/ir.ts';
import { mutationsOf } from '../../kit/mutation.ts';
import { outpatient, visit } from '../../kit/outpatient.ts';

const ir = (...policies: readonly PolicyIr[]) => JSON.parse(JSON.stringify({ irVersion: 1, policies }));
const plain = (json: unknown) => {
  const read = validate(json);
  return read.ok ? [] : read.reasons;
};

/** A policy that has one of everything. */
function everything(): PolicyIr {
  const p = draft()
    .choice('身份', { 低保: undefined }, undefined, 'set')
    .choice('等级', { 三级: '3', 二级: undefined })
    .field('生日', DATE)
    .field('次数', INTEGER)
    .point('口', '未写', { type: PERCENT, candidates: [percent(60), percent(70)] })
    .point('由谁', '未写')
    .payer('账', 'account')
    .payer('医', 'hospital')
    .accumulator('年', 'sum', FEN, [TEXT, INTEGER])
    .accumulator('种', 'set', { kind: 'set', name: '身份' }, [TEXT]);
  p.citations.push({ document: '通知', quote: '原文' });
  const keys = [p.in('参保人'), yearOf(p.in('就诊日'))];
  p.step('适用', BOOL, {
    op: 'all',
    of: [
      { op: 'contains', of: p.in('身份'), values: ['低保'] },
      { op: 'not', of: isOneOf(p.in('等级'), '二级') },
      { op: 'compare', test: '≥', a: term({ op: 'age', from: p.in('生日'), to: p.in('就诊日') }), b: term(integer(1)) },
    ],
  });
  p.step('已', FEN, p.used('年', ...keys));
  p.step('比例', { kind: 'ratio', scale: '10000' }, sum({ of: p.open('口'), by: '100' }), {
    rounds: [
      [adjustment('乘', 'multiply', percent(50), { scale: '100', citations: [0] })],
      [adjustment('免', 'waive', undefined, { guard: p.read('适用') })],
    ],
  });
  p.step(
    '段',
    { kind: 'money', scale: '100' },
    { op: 'bands', name: '段', bounds: [yuan(10)], ratios: [percent(0), percent(50)], from: p.read('已'), to: p.in('范围内') },
  );
  p.step('均', FEN, { op: 'mulDivRound', numerators: [term(p.in('范围内'))], divisor: term(p.in('次数')), unit: '1', mode: 'up' });
  p.step('表', FEN, {
    op: 'table',
    axes: [
      { kind: 'values', of: p.in('等级'), classes: [['三级'], ['二级']] },
      { kind: 'cuts', of: p.in('次数'), cuts: [{ at: integer(2), closed: false }] },
      { kind: 'truth', of: p.read('适用') },
    ],
    grid: [0, 0, 1, 1, 0, 0, 1, -1],
    results: [p.param('表[1]', FEN, { known: '5' }, '1'), p.param('表[2]', FEN, { assumed: '6', point: '口' })],
  });
  p.post('付', choose(p.read('适用'), least(rounded(times(p.in('范围内'), p.read('比例')), 10_000), p.read('表')), yuan(0)), '基金', [
    '范围内',
    '范围外',
  ]);
  p.step('余', FEN, p.remaining(['范围内'], '付')).step('个', FEN, p.personal('付'));
  p.post('账付', least(p.read('余'), p.read('个'), yuan(1)), '账', ['范围内']).post('补', yuan(0), [], ['范围内'], { shareOpen: '由谁' });
  p.entry('年', p.read('付'), keys).entry('种', p.in('身份'), [p.in('参保人')]);
  p.opening('年', sum(p.previous('年'), yuan(1)));
  p.eligible('生日', { op: 'same', a: p.in('生日'), b: p.in('生日') }, '没有生日').benefit(
    '待遇',
    '适用',
    '适用',
    rule('一', truth(true), '一'),
  );
  p.program.constraints.push({ holds: { op: 'any', of: [truth(true)] }, source: { file: 'f', start: 0, end: 1, line: 1 } });
  return p.finish({ booksOpen: '2022-01-01' });
}

describe('an IR that is right', () => {
  it.each([
    ['the outpatient year', outpatient()],
    ['one of everything', everything()],
  ])('[B3] %s is read', (_case, policy) => {
    const read = validate(ir(policy));
    expect(plain(ir(policy))).toEqual([]);
    expect(read.ok && read.ir).toEqual(ir(policy));
  });
});

type Change = (p: PolicyDraft) => unknown;
const refusedBy = (change: Change, more: Partial<PolicyIr> = {}) => {
  const p = draft().accumulator('年', 'sum', FEN, [TEXT]).point('口', '未写', { type: PERCENT });
  p.step('甲', FEN, yuan(1));
  change(p);
  return plain(ir(p.finish(more)));
};
const value =
  (expr: Expr, type = FEN): Change =>
  (p) =>
    p.step('乙', type, expr);

describe('what does not fit together', () => {
  it.each<[string, Change]>([
    ['a sum of scales', value(sum(yuan(1), percent(1)))],
    ['a sum with a day', value(sum(yuan(1), { op: 'const', type: DATE, value: '2023-01-01' }))],
    ['a sum of nothing', value(sum())],
    ['a factor of 0', value(sum({ of: yuan(1), by: '0' }))],
    ['money where a condition should be', value(choose(yuan(1), yuan(1), yuan(1)))],
    ['branches of different scale', value(choose(truth(true), yuan(1), percent(1)))],
    ['a step of another scale than its value', value(percent(1))],
    ['且 of money', value({ op: 'all', of: [yuan(1)] }, BOOL)],
    ['a condition that is not one', value({ op: 'not', of: textOf('x') }, BOOL)],
    [
      'money compared with a day',
      value({ op: 'compare', test: '<', a: term(yuan(1)), b: term({ op: 'const', type: DATE, value: '2023-01-01' }) }, BOOL),
    ],
    ['a text that is the same as a day', value({ op: 'same', a: textOf('x'), b: { op: 'const', type: DATE, value: '2023-01-01' } }, BOOL)],
    ['a day times something', value({ op: 'least', of: [{ of: { op: 'const', type: DATE, value: '2023-01-01' }, by: '2' }] }, DATE)],
    ['values of a number', value(isOneOf(yuan(1), 'x'), BOOL)],
    ['contents of a text', value({ op: 'contains', of: textOf('x'), values: ['x'] }, BOOL)],
    ['a rounding from another scale', value(rounded(yuan(1), 100))],
    [
      'months that are money at a scale',
      value({ op: 'addMonths', day: { op: 'const', type: DATE, value: '2023-01-01' }, months: percent(1) }, DATE),
    ],
    ['the year of a number', value(yearOf(yuan(1)), INTEGER)],
    ['a table with too few cells', value({ op: 'table', axes: [{ kind: 'truth', of: truth(true) }], grid: [0], results: [yuan(1)] })],
    ['a cell without result', value({ op: 'table', axes: [], grid: [1], results: [yuan(1)] })],
    [
      'results of different types',
      value({ op: 'table', axes: [{ kind: 'truth', of: truth(true) }], grid: [0, 1], results: [yuan(1), percent(1)] }),
    ],
    ['an axis of money', value({ op: 'table', axes: [{ kind: 'values', of: yuan(1), classes: [['x']] }], grid: [0], results: [yuan(1)] })],
    [
      'a cut of another scale',
      value({
        op: 'table',
        axes: [{ kind: 'cuts', of: yuan(1), cuts: [{ at: percent(1), closed: false }] }],
        grid: [0, 0],
        results: [yuan(1)],
      }),
    ],
    [
      'bands with too few ratios',
      value(
        { op: 'bands', name: '段', bounds: [yuan(1)], ratios: [percent(1)], from: yuan(1), to: yuan(1) },
        { kind: 'money', scale: '100' },
      ),
    ],
    ['a constant that is not of its type', value({ op: 'const', type: FEN, value: 'x' })],
    ['a day that does not exist', value({ op: 'const', type: DATE, value: '2023-02-30' }, DATE)],
    ['an assumption of another type', (p) => p.step('乙', FEN, p.assume(yuan(1), '口'))],
    ['上期 outside an opening', (p) => p.step('乙', FEN, p.previous('年'))],
    ['keys that differ from the accumulator’s', (p) => p.step('乙', FEN, p.used('年', yuan(1)))],
    ['a cell of what is never written, without its keys', (p) => p.step('乙', FEN, p.used('年'))],
    ['an entry of another scale', (p) => p.entry('年', percent(1), [p.in('参保人')])],
    ['an entry with too few keys', (p) => p.entry('年', yuan(1), [])],
    ['an adjustment without value', (p) => p.step('乙', FEN, yuan(1), { rounds: [[adjustment('加', 'add')]] })],
    ['a factor without scale', (p) => p.step('乙', FEN, yuan(1), { rounds: [[adjustment('乘', 'multiply', percent(1))]] })],
    ['an adjustment of another scale', (p) => p.step('乙', FEN, yuan(1), { rounds: [[adjustment('加', 'add', percent(1))]] })],
    ['a condition that is added to', (p) => p.step('乙', BOOL, truth(true), { rounds: [[adjustment('加', 'add', truth(true))]] })],
    ['a posting that is no money', (p) => p.post('乙', percent(1), '基金', ['范围内'], { type: PERCENT })],
    ['a posting from what is no part', (p) => p.post('乙', yuan(1), '基金', ['总额'])],
    ['several payers without a share', (p) => p.payer('二').post('乙', yuan(1), ['基金', '二'], ['范围内'])],
    ['no payer without a share', (p) => p.post('乙', yuan(1), [], ['范围内'])],
    ['an account that shares', (p) => p.payer('账', 'account').post('乙', yuan(1), ['基金', '账'], ['范围内'], { shareOpen: '口' })],
    ['a benefit that is an amount', (p) => p.benefit('待遇', '甲', '甲')],
    ['a reason without condition', (p) => p.eligible('资格', yuan(1), '一')],
  ])('[B7] %s is refused', (_case, change) => {
    const reasons = refusedBy(change);
    expect(reasons).not.toEqual([]);
    for (const { zh, en, path } of reasons) expect([zh, en, path.startsWith('ir.policies[0].')]).not.toContain('');
  });
});

describe('order and indexes', () => {
  const program = (change: (code: Program) => Partial<Program>, policy = outpatient()): unknown => {
    const [first, ...rest] = policy.programs;
    return first && ir({ ...policy, programs: [{ ...first, ...change(first) }, ...rest] });
  };
  it.each<[string, Change]>([
    ['a step that reads itself', (p) => p.step('乙', FEN, { op: 'step', index: 1 })],
    ['a step that reads a later one', (p) => p.step('乙', FEN, { op: 'step', index: 2 }).step('丙', FEN, yuan(1))],
    ['a field that is not there', value({ op: 'input', index: 99 })],
    ['a parameter that is not there', value({ op: 'param', index: 0 })],
    ['an open point that is not there', value({ op: 'open', point: 9 })],
    ['an accumulator that is not there', value({ op: 'accumulated', accumulator: 9, keys: [] })],
    ['a citation that is not there', (p) => p.step('乙', FEN, yuan(1), { citations: [3] })],
    ['a note that names no step', (p) => p.step('乙', FEN, yuan(1), { form: { kind: 'guarantee', floor: 9, paid: [], layers: [] } })],
    [
      'a posting that is read before it is made',
      (p) => {
        p.post('一', yuan(1), '基金', ['范围内']).post('二', p.remaining(['范围内'], '一'), '基金', ['范围内']);
        p.program.postings.reverse();
      },
    ],
    ['a step that is among the postings and posts nothing', (p) => p.program.postings.push(0)],
    [
      'a posting listed twice',
      (p) => {
        p.post('一', yuan(1), '基金', ['范围内']);
        p.program.postings.push(1);
      },
    ],
    ['an opening before the books', (p) => p.opening('年', yuan(1))],
  ])('[B5] %s is refused', (_case, change) => {
    expect(refusedBy(change)).not.toEqual([]);
  });
  it.each<[string, Partial<PolicyIr>]>([
    ['a version day that is no day', { versionDay: 0 }],
    ['a person that is no text', { person: 1 }],
    ['a bill of days', { bill: { total: 1, parts: [3] } }],
    ['a part listed twice', { bill: { total: 2, parts: [3, 3] } }],
    [
      'an accumulator listed twice',
      { accumulators: ['年', '年'].map((name) => ({ name, how: 'count', type: { kind: 'integer' }, keyTypes: [] })) },
    ],
    ['a total among its own parts', { bill: { total: 2, parts: [3, 2] } }],
    ['a timeline of no version', { timeline: [{ version: 7 }] }],
    ['a cell that ends before it begins', { timeline: [{ version: 0, from: '2023-01-01', to: '2022-01-01' }] }],
    ['candidates without a reason', { timeline: [{ candidates: [{ version: 0 }] }] }],
    ['an open day of no point', { openDays: [{ point: 7 }] }],
    ['a version of no program', { versions: [{ id: 'v', program: 3, parameters: [], amendments: [], assumes: [] }] }],
    [
      'too many parameters',
      {
        versions: [
          {
            id: 'v',
            program: 0,
            parameters: [{ kind: 'known', value: '1', source: { file: 'f', start: 0, end: 1, line: 1 }, citations: [] }],
            amendments: [],
            assumes: [],
          },
        ],
      },
    ],
    ['an assumption of no point', { schemeAssumed: 9 }],
  ])('[B5] %s is refused', (_case, more) => {
    expect(refusedBy(() => undefined, more)).not.toEqual([]);
  });
  it('[B5] steps in another order are refused, with the place', () => {
    const reasons = plain(program(({ steps }) => ({ steps: steps.toReversed() })));
    expect(reasons.length).toBeGreaterThan(0);
    expect(reasons[0]?.path).toMatch(/^ir\.policies\[0\]\.programs\[0\]\.steps\[\d+\]/);
  });
  it('[B3] two policies of one name, two fields of one name', () => {
    expect(plain(ir(outpatient(), outpatient()))).toMatchObject([{ path: 'ir.policies[1]' }]);
    expect(refusedBy((p) => p.field('甲', TEXT).field('乙', TEXT, { interfaceName: '甲' }))).not.toEqual([]);
  });
});

describe('bounds', () => {
  const nested = (depth: number): Expr => {
    let expr: Expr = yuan(1);
    for (let index = 0; index < depth; index++) expr = sum(expr);
    return expr;
  };
  it.each([
    [50, true],
    [200, false],
    [20_000, false],
  ])('[B6] a formula nested %s deep: %s', (depth, ok) => {
    expect(validate({ irVersion: 1, policies: [draft().step('深', FEN, nested(depth)).finish()] }).ok).toBe(ok);
  });
  const chain = (length: number) => {
    const p = draft().step('链0', FEN, yuan(0));
    for (let index = 1; index < length; index++)
      p.step(`链${index}`, FEN, choose(truth(true), least({ op: 'step', index: index - 1 }, yuan(5)), yuan(0)));
    p.post('付', { op: 'step', index: length - 1 }, '基金', ['范围内']);
    return p.finish();
  };
  it('[B6] a chain of steps as long as may be settles; a longer one is refused', () => {
    const longest = chain(490);
    expect(plain({ irVersion: 1, policies: [longest] })).toEqual([]);
    const event = { id: 'e', fields: { 参保人: '甲', 就诊日: '2023-01-01', 范围内: 1, 范围外: 0 } };
    expect(settle(loadUnverified(fileOf(longest), 'x'), event, emptyLedger()).answer.status).toBe('settled');
    expect(plain({ irVersion: 1, policies: [chain(1000)] })).not.toEqual([]);
  });
  it('[B6] a number of many digits is refused', () => {
    expect(refusedBy(value({ op: 'const', type: FEN, value: '9'.repeat(61) }))).not.toEqual([]);
  });
});

describe('anything else', () => {
  it('[B3] random JSON is refused with reasons, never thrown at', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        for (const { zh, en, path } of plain(json)) expect(zh && en && path).toBeTruthy();
      }),
    );
  });
  it.each([
    null,
    undefined,
    1,
    'x',
    [],
    {},
    { irVersion: 2, policies: [] },
    { irVersion: 1, policies: {} },
    { irVersion: 1, policies: [], more: 1 },
  ])('[B3] %j is no IR', (json) => {
    expect(validate(json).ok).toBe(false);
  });
  it.each([
    ['the outpatient year', outpatient()],
    ['one of everything', everything()],
  ])('[B3, B7] %s, changed at random: what is still read settles without an error', (_case, policy) => {
    const events = [
      visit(1000).fields,
      { 参保人: '甲', 就诊日: '2023-01-01', 范围内: 100, 范围外: 50, 身份: ['低保'], 等级: '三级', 生日: '2000-02-29', 次数: 0 },
    ];
    let read = 0;
    fc.assert(
      fc.property(mutationsOf(ir(policy)), (json) => {
        const result = validate(json);
        if (!result.ok) return;
        read++;
        const bundle = loadUnverified({ ...fileOf(), ir: result.ir }, 'x');
        let ledger = emptyLedger();
        for (const [index, fields] of events.entries()) ledger = settle(bundle, { id: `e${index}`, fields }, ledger).ledger;
        settle(bundle, { id: 'r', kind: 'reverse', of: 'e0', fields: {} }, ledger);
      }),
      { numRuns: 600 },
    );
    expect(read).toBeGreaterThan(10);
  });
});
