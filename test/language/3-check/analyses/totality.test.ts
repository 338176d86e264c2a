import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Expression } from '../../../../language/2-syntax/node.ts';
import { always, type Condition } from '../../../../language/3-check/analyses/condition.ts';
import { checkTotality, complementOf } from '../../../../language/3-check/analyses/totality.ts';
import type { TableDraft } from '../../../../language/3-check/table.ts';
import type { AxisModel, Expr, Type } from '../../../../language/model/types.ts';
import { rational } from '../../../../runtime/money/rational.ts';

const at = (start: number) => ({ file: 'x.yice', start, end: start + 1 });
const input = (name: string, type: Type): Expr => ({ kind: 'input', name, type, span: at(0) });
const name = (text: string): Expression => ({
  kind: 'reference',
  path: { names: [{ text, span: at(0), quoted: false }], keys: [], span: at(0) },
  span: at(0),
});
const levels = ['三级', '二级', '一级'];
const level: AxisModel = {
  kind: 'values',
  of: input('机构等级', { kind: 'enum', name: '机构等级', values: levels }),
  classes: levels.map((one) => [one]),
};
const people: AxisModel = {
  kind: 'values',
  of: input('人员类别', { kind: 'enum', name: '人员类别', values: ['在职', '退休'] }),
  classes: [['在职'], ['退休']],
};
const count: AxisModel = {
  kind: 'cuts',
  of: input('认定病种数', { kind: 'integer', min: 0n }),
  cuts: [1n, 2n].map((n) => ({ at: rational(n), closed: false })),
};
const draft = (axes: readonly AxisModel[], ...rows: readonly (readonly (readonly number[])[])[]): TableDraft => ({
  address: '门诊比例',
  axes,
  headers: axes.map((axis) => name(axis.of.kind === 'input' ? axis.of.name : '')),
  rows: rows.map((covers, index) => ({ covers, cells: [], result: name('甲'), span: at(10 + 10 * index) })),
  results: 1,
  span: at(1),
});
const none = { exist: [], read: always };
const noDefinitions = () => undefined;
const atLeastOne: Condition = {
  kind: 'test',
  variable: { name: '认定病种数', type: { kind: 'integer', min: 0n } },
  at: [rational(1n)],
  holds: (point) => typeof point === 'object' && 'num' in point && point.num >= 1n,
};
const retired: Condition = {
  kind: 'test',
  variable: { name: '人员类别', type: { kind: 'enum', name: '人员类别', values: ['在职', '退休'] } },
  at: ['退休'],
  holds: (point) => point === '退休',
};

describe('tables', () => {
  it('a whole one has no finding', () => {
    expect(
      checkTotality(
        draft(
          [level, people],
          [[0], [0]],
          [[0], [1]],
          [
            [1, 2],
            [0, 1],
          ],
        ),
        none,
        noDefinitions,
      ),
    ).toEqual([]);
  });

  it('a gap is a patient, and the missing rows are offered', () => {
    const [gap, ...more] = checkTotality(draft([level, people], [[0], [0]], [[2], [0, 1]]), none, noDefinitions);
    expect(more).toEqual([]);
    expect(gap).toMatchObject({ code: 'tables/gap', severity: 'error', witness: { 机构等级: '三级', 人员类别: '退休' } });
    expect(gap?.what.zh).toContain('另有 2 种组合');
    expect(
      gap?.fixes.map((fix) =>
        fix.edits.map((edit) =>
          edit.text
            .trim()
            .split('\n')
            .map((line) => line.trim()),
        ),
      ),
    ).toEqual([[['| 三级 | 退休 | 待定 “原文未写” |', '| 二级 | 任意 | 待定 “原文未写” |']]]);
  });

  it.each<readonly [string, TableDraft, { exist: readonly Condition[]; read: Condition }, readonly string[]]>([
    ['a benefit that asks for one illness never looks at none', draft([count], [[1]], [[2]]), { exist: [], read: atLeastOne }, []],
    ['without it the table must say what holds for none', draft([count], [[1]], [[2]]), none, ['tables/gap']],
    ['约束 takes patients away', draft([level, people], [[0, 1, 2], [1]]), { exist: [retired], read: always }, []],
    ['two rows for one patient', draft([level], [[0, 1]], [[1, 2]]), none, ['tables/overlap']],
    ['two rows for nobody', draft([people], [[0, 1]], [[0]]), { exist: [retired], read: always }, []],
    [
      'a condition that cannot be read',
      draft([people], [[1]]),
      { exist: [], read: { kind: 'free', name: '满足等待期', span: at(0) } },
      ['tables/gap'],
    ],
  ])('%s', (_, table, patients, codes) => {
    expect(checkTotality(table, patients, noDefinitions).map((one) => one.code)).toEqual(codes);
  });

  it('a search that is given up says so', () => {
    const unread = Array.from('甲乙丙丁戊己庚辛壬').map((one): Condition => ({ kind: 'free', name: one, span: at(0) }));
    const found = checkTotality(draft([people], [[1]]), { exist: unread, read: always }, noDefinitions);
    expect(found.map((one) => `${one.severity} ${one.code}`)).toEqual(['warning tables/not-ruled-out']);
  });

  it('numbers missing in the middle are offered as a stretch', () => {
    const axis: AxisModel = {
      ...count,
      cuts: [
        { at: rational(1n), closed: false },
        { at: rational(3n), closed: true },
      ],
    };
    const [gap] = checkTotality(draft([axis], [[0]], [[2]]), none, noDefinitions);
    expect(gap?.fixes[0]?.edits[0]?.text.trim()).toBe('| [1 至 3] | 待定 “原文未写” |');
  });

  it('其他 is listed back', () => {
    expect(complementOf(draft([level], [[0]], [[1, 2]]), 1, 0)).toEqual(['二级', '一级']);
  });

  const sets = (n: number) => fc.subarray(Array.from({ length: n }, (_, index) => index));
  it('agrees with trying every combination', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(sets(3), sets(2), sets(3)), { maxLength: 6 }), (rows) => {
        const found = checkTotality(draft([level, people, count], ...rows), none, noDefinitions);
        const hits = [0, 1, 2].flatMap((l) =>
          [0, 1].flatMap((p) =>
            [0, 1, 2].map((c) => rows.filter((row) => row[0].includes(l) && row[1].includes(p) && row[2].includes(c)).length),
          ),
        );
        expect(found.some((one) => one.code === 'tables/gap')).toBe(hits.includes(0));
        expect(found.some((one) => one.code === 'tables/overlap')).toBe(hits.some((hit) => hit > 1));
      }),
    );
  });
});
