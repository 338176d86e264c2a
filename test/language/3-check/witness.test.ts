import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Condition, Point, Variable } from '../../../language/3-check/analyses/condition.ts';
import { isNumber } from '../../../language/3-check/analyses/condition.ts';
import { decide, findPatient, pointText, samplesOf } from '../../../language/3-check/witness.ts';
import type { Type } from '../../../language/model/types.ts';
import { compare, rational } from '../../../runtime/money/rational.ts';

const span = { file: 'x.yice', start: 0, end: 0 };
const level: Variable = { name: '机构等级', type: { kind: 'enum', name: '机构等级', values: ['三级', '二级', '一级'] } };
const count: Variable = { name: '次数', type: { kind: 'integer', min: 0n, max: 6n } };
const poor: Variable = { name: '低保户', type: { kind: 'bool' } };
const identity: Variable = { name: '身份', type: { kind: 'set', name: '身份', values: ['特困', '低保', '孤儿'] } };

const is = (...words: string[]): Condition => ({
  kind: 'test',
  variable: level,
  at: words,
  holds: (p) => typeof p === 'string' && words.includes(p),
});
const below = (n: bigint): Condition => ({
  kind: 'test',
  variable: count,
  at: [rational(n)],
  holds: (p) => isNumber(p) && compare(p, rational(n)) < 0,
});
const yes: Condition = { kind: 'test', variable: poor, at: [], holds: (p) => p === true };
const has = (word: string): Condition => ({
  kind: 'test',
  variable: identity,
  at: [word],
  holds: (p) => Array.isArray(p) && p.includes(word),
});
const free = (name: string): Condition => ({ kind: 'free', name, span });
const all = (...of: Condition[]): Condition => ({ kind: 'all', of });
const any = (...of: Condition[]): Condition => ({ kind: 'any', of });
const not = (of: Condition): Condition => ({ kind: 'not', of });

describe('a patient', () => {
  it.each<readonly [string, Condition, object]>([
    [
      'each test says something',
      all(is('二级'), not(below(2n)), yes),
      { kind: 'found', patient: { 机构等级: '二级', 次数: '2', 低保户: '真' }, resting: [] },
    ],
    ['only what is needed', any(is('三级'), below(1n)), { kind: 'found', patient: { 机构等级: '三级' }, resting: [] }],
    ['sets', all(has('低保'), not(has('特困'))), { kind: 'found', patient: { 身份: '低保' }, resting: [] }],
    ['no such value', all(is('二级'), is('三级')), { kind: 'none' }],
    ['outside the range', not(below(7n)), { kind: 'none' }],
    ['a free condition that does not matter', any(yes, free('甲')), { kind: 'found', patient: { 低保户: '真' }, resting: [] }],
    ['a free condition that does', all(yes, free('甲')), { kind: 'found', patient: { 低保户: '真' }, resting: ['甲'] }],
    ['against itself', all(free('甲'), not(free('甲'))), { kind: 'none' }],
    ['too much unread', all(...Array.from('甲乙丙丁戊己庚辛壬').map(free)), { kind: 'undecided' }],
  ])('%s', (_, condition, answer) => {
    expect(findPatient(condition)).toEqual(answer);
  });

  it.each<readonly [string, Point, Type]>([
    ['50%', rational(1n, 2n), { kind: 'ratio' }],
    ['12.34元', rational(1234n, 100n), { kind: 'fen' }],
    ['-2.5元', rational(-5n, 2n), { kind: 'money' }],
    ['1970-01-01', rational(0n), { kind: 'date' }],
    ['6个月', rational(6n), { kind: 'months' }],
    ['无', [], { kind: 'set', name: '身份', values: [] }],
  ])('writes %s', (text, point, type) => {
    expect(pointText(point, type)).toBe(text);
  });

  const conditions = fc.letrec<{ c: Condition }>((tie) => ({
    c: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom(is('三级'), is('二级', '一级'), yes, has('低保'), has('特困')),
      fc.bigInt(0n, 7n).map(below),
      fc.array(tie('c'), { minLength: 1, maxLength: 3 }).map((of) => all(...of)),
      fc.array(tie('c'), { minLength: 1, maxLength: 3 }).map((of) => any(...of)),
      tie('c').map(not),
    ),
  })).c;

  it('is found exactly when trying every patient finds one', () => {
    const sets = Array.from({ length: 8 }, (_, bits) =>
      ['特困', '低保', '孤儿'].filter((_word, at) => Math.floor(bits / 2 ** at) % 2 === 1),
    );
    fc.assert(
      fc.property(conditions, (condition) => {
        let exists = false;
        for (const l of ['三级', '二级', '一级'])
          for (let n = 0n; n <= 6n; n += 1n)
            for (const p of [true, false])
              for (const s of sets) {
                exists ||=
                  decide(
                    condition,
                    new Map<string, Point>([
                      ['机构等级', l],
                      ['次数', rational(n)],
                      ['低保户', p],
                      ['身份', s],
                    ]),
                  ) === true;
              }
        expect(findPatient(condition).kind).toBe(exists ? 'found' : 'none');
      }),
      { numRuns: 200 },
    );
  });

  it('has a sample in each stretch between constants', () => {
    const stretches = fc.array(fc.bigInt(0n, 40n), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(stretches, fc.constantFrom<Type>({ kind: 'ratio' }, { kind: 'money' }), (ends, type) => {
        const cuts = [...new Set(ends)].sort((a, b) => Number(a - b)).map((n) => rational(n, 4n));
        const samples = samplesOf(type, cuts).filter(isNumber);
        const stretch = (value: (typeof samples)[number]): string => cuts.map((cut) => Math.sign(compare(value, cut))).join();
        expect(new Set(samples.map(stretch)).size).toBe(2 * cuts.length + 1);
      }),
    );
  });
});
