import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from '../../../language/2-syntax/parse.ts';
import { loadWorkspaces } from '../../../language/cli/workspace.ts';
import { compile } from '../../../language/compile.ts';
import { format } from '../../../language/format/format.ts';
import { runScenarios } from '../../../language/scenarios/run.ts';
import { type TableAction, tableActions } from '../../../language/sheets/actions.ts';
import { addressedRules } from '../../../language/sheets/extract.ts';
import type { FileSheets } from '../../../language/sheets/sheet.ts';
import { policyText, readyFrom } from '../../kit/policy.ts';
import { settleOne } from '../../kit/settling.ts';
import { FILES, knownTo, sheetsIn } from './kit.ts';

const NOTHING = { diagnostics: [], addressed: new Set<string>() };

const made = (text: string, { edits }: TableAction): string =>
  edits
    .toSorted((a, b) => b.span.start - a.span.start)
    .reduce((now, { span, text: put }) => now.slice(0, span.start) + put + now.slice(span.end), text);

/** Every action at every place of a file that offers one. */
const everywhere = (file: FileSheets, ground: Parameters<typeof tableActions>[2] = NOTHING): readonly TableAction[] => {
  const places = file.sheets.flatMap(({ kind, header, rows }) =>
    kind === 'table' ? [header?.start ?? 0] : kind === 'form' ? rows.map(({ start }) => start) : [],
  );
  const all = places.flatMap((at) => tableActions(file, at, ground));
  return all.filter((one, at) => all.findIndex((other) => JSON.stringify(other) === JSON.stringify(one)) === at);
};

const the = (text: string, action: TableAction['action'], near: string): string => {
  const found = tableActions(sheetsIn(text), text.indexOf(near), NOTHING).find((one) => one.action === action);
  if (!found) throw new Error(`${action} is not offered`);
  return made(text, found);
};

const BODY = `政策 “甲” {
  定义 比例 : 比例 =
    | 机构等级 ＼ 人员类别 | 在职 | 退休 |  // 两栏
    // 三级最低
    | 三级                 | 50%  | 60%  |
    | 其他                 | 60%  | 70%  |  // 其余
  // 慢病
  待遇 慢病 {
    出处 访谈 “按75%支付”
    报销比例 75%
    起付线 暂按 0元 待定 “未写” 每次
    限额 支付 累计于 年慢病
      | 人员类别 | →      |
      | 退休     | 2500元 |  // 后
      | 在职     | 2000元 |
    支付 由 统筹基金 从 政策范围内
  }
}
`;

describe('a cross-tab and a list', () => {
  const list = the(BODY, 'toList', '| 三级');

  it('a row for each cell, remarks kept', () => {
    expect(list).toContain(`    | 机构等级 | 人员类别 | →   |  // 两栏
    // 三级最低
    | 三级     | 在职     | 50% |
    | 三级     | 退休     | 60% |
    | 其他     | 在职     | 60% |  // 其余
    | 其他     | 退休     | 70% |
`);
  });

  it('and back', () => expect(the(list, 'toCross', '| 三级')).toBe(BODY));

  it('no cross-tab while a pair is missing or stands twice', () => {
    const some = list.replace('    | 三级     | 退休     | 60% |\n', '');
    expect(tableActions(sheetsIn(some), some.indexOf('| 三级'), NOTHING).map(({ action }) => action)).not.toContain('toCross');
  });
});

describe('rows in order', () => {
  it('go by the order of the field, with their remarks', () => {
    expect(the(BODY, 'sortRows', '| 退休     |')).toContain('      | 在职     | 2000元 |\n      | 退休     | 2500元 |  // 后\n');
  });

  it.each([
    [
      ['其他', '12 以上', '不满 3', '3 以上 不满 12'],
      ['不满 3', '3 以上 不满 12', '12 以上', '其他'],
    ],
    [
      ['(1万元 至 2万元]', '[0元 至 5000元]', '(5000元 至 1万元]'],
      ['[0元 至 5000元]', '(5000元 至 1万元]', '(1万元 至 2万元]'],
    ],
  ])('%j', (heads, sorted) => {
    const text = (rows: readonly string[]) =>
      `词汇 “甲” {\n  定义 乙 : 比例 =\n    | 年限 | → |\n${rows.map((row) => `    | ${row} | 1% |`).join('\n')}\n}\n`;
    expect(the(text(heads), 'sortRows', '年限')).toBe(text(sorted));
    expect(tableActions(sheetsIn(text(sorted)), 30, NOTHING).map(({ action }) => action)).not.toContain('sortRows');
  });
});

describe('what a benefit says becomes a definition', () => {
  it('a table, before the remarks of the benefit', () => {
    const now = the(BODY, 'extractTable', '限额 支付');
    expect(now).toContain(`  定义 慢病限额 : 金额 =
    | 人员类别 | →      |
    | 退休     | 2500元 |  // 后
    | 在职     | 2000元 |
  // 慢病
  待遇 慢病 {`);
    expect(now).toContain('    限额 支付 慢病限额 累计于 年慢病\n    支付 由');
    expect(format(now).text).toBe(now);
  });

  it('a figure, with the sentence it rests on', () => {
    const now = the(BODY, 'extractTable', '报销比例 75%');
    expect(now).toContain('  定义 慢病比例 : 比例 =\n    出处 访谈 “按75%支付”\n    75%\n  // 慢病\n');
    expect(now).toContain('    报销比例 慢病比例\n');
    expect(format(now).text).toBe(now);
  });

  it('an assumption with its reason', () => {
    const now = the(BODY, 'extractTable', '起付线 暂按');
    expect(now).toContain('定义 慢病起付标准 : 金额 = 暂按 0元 待定 “未写”\n');
    expect(now).toContain('    起付线 慢病起付标准 每次\n');
  });

  it('is not offered where an amendment or a scenario speaks of the line', () => {
    const amendment = parse({ path: 'b', text: '修订 “甲” 自 2024-01-01 起 {\n  慢病.报销比例 由 75% 改为 80%\n}\n' }).tree;
    const ground = { ...NOTHING, addressed: addressedRules([amendment]) };
    expect(tableActions(sheetsIn(BODY), BODY.indexOf('报销比例 75%'), ground)).toEqual([]);
  });
});

it('rows that a table lacks are offered in the table', async () => {
  const text = policyText(`
  定义 比例 : 比例 =
    | 人员类别 | → |
    | 在职 | 50% |
  待遇 门诊 {
    适用 医疗类别 是 普通门诊
    起付线 0元 每次
    报销比例 比例
    支付 由 统筹基金 从 政策范围内
  }`);
  const { diagnostics } = await compile({ files: [{ path: 'a.yice', text }], documents: [] });
  const [action] = tableActions(sheetsIn(text), text.indexOf('| 在职'), { ...NOTHING, diagnostics }).filter(
    (one) => one.action === 'addRows',
  );
  expect(action && made(text, action)).toMatch(/\| 退休\s*\|/u);
});

describe('the meaning stays', () => {
  const cell = fc.integer({ min: 0, max: 100 }).map((ratio) => `${ratio}%`);
  const HEADS = [
    ['在职', '退休'],
    ['其他', '退休'],
    ['在职', '其他'],
  ];
  const TIMES = [['1', '2', '3 以上'], ['2 以下', '其他'], ['任意']];

  it('of a drawn table in either form and any order: every patient gets the same', async () => {
    const table = fc
      .tuple(fc.constantFrom(...HEADS), fc.constantFrom(...TIMES))
      .chain(([down, right]) =>
        fc.tuple(fc.constant(down), fc.constant(right), fc.array(cell, { minLength: 6, maxLength: 6 }), fc.constantFrom(0, 1)),
      );
    await fc.assert(
      fc.asyncProperty(table, async ([down, right, cells, swap]) => {
        const rows = (swap === 1 ? down.toReversed() : down).map(
          (head, at) => `    | ${head} | ${right.map((_, index) => cells[at * 3 + index]).join(' | ')} |`,
        );
        const text = policyText(`
  定义 比例 : 比例 =
    | 人员类别 ＼ 次 | ${right.join(' | ')} |
${rows.join('\n')}
  待遇 门诊 {
    适用 医疗类别 是 普通门诊
    起付线 0元 每次
    报销比例 比例
    支付 由 统筹基金 从 政策范围内
  }`);
        const list = the(text, 'toList', '＼');
        const texts = [text, list, the(list, 'toCross', '| 次')];
        const sorted = tableActions(sheetsIn(text), text.indexOf('＼'), NOTHING).find(({ action }) => action === 'sortRows');
        if (sorted) texts.push(made(text, sorted));
        const paid = await Promise.all(
          texts.map(async (one) => {
            const { loaded } = await readyFrom(one);
            return ['在职', '退休'].flatMap((人员类别) =>
              [1, 2, 3, 9].map((次) => {
                const fields = {
                  参保人: '甲',
                  就诊日: '2023-02-01',
                  医疗类别: '普通门诊',
                  人员类别,
                  次,
                  身份: [],
                  政策范围内: '100.00',
                  全自费: '0.00',
                };
                const answer = settleOne(loaded, { id: '1', fields });
                return [answer.status, answer.totals, answer.missing];
              }),
            );
          }),
        );
        expect(JSON.stringify(paid[0])).toContain('settled');
        for (const other of paid) expect(other).toEqual(paid[0]);
      }),
      { numRuns: 12 },
    );
  });

  const withActions = FILES.filter(({ path }) => path.startsWith('test/shapes')).flatMap(({ path, text }) => {
    const addressed = addressedRules([parse({ path, text }).tree]);
    const actions = everywhere(sheetsIn(text, knownTo(text)), { diagnostics: [], addressed });
    // One of each kind a file, so that the whole stays short.
    return actions
      .filter((one, at) => actions.findIndex(({ action }) => action === one.action) === at)
      .map((action) => [path, action.action, action, text] as const);
  });

  it('there are many', () => expect(withActions.length).toBeGreaterThan(30));

  it.each(withActions)('%s: %s', async (path, _, action, text) => {
    const now = made(text, action);
    expect(sheetsIn(now).complete).toBe(true);
    const [workspace] = await loadWorkspaces([path]);
    const name = path.slice(path.lastIndexOf('/') + 1);
    const files = (workspace?.files ?? []).map((file) => (file.path.endsWith(name) ? { ...file, text: now } : file));
    const compiled = await compile({ files, documents: workspace?.documents ?? [] }, { folder: [...(workspace?.selected ?? [])][0] ?? '' });
    expect(compiled.diagnostics.filter(({ severity }) => severity === 'error').map(({ what }) => what.zh)).toEqual([]);
    expect(compiled.file).toBeDefined();
    const { loadUnverified } = await import('../../../runtime/index.ts');
    const loaded = compiled.file && compiled.digest !== undefined ? loadUnverified(compiled.file, compiled.digest) : undefined;
    const failed = loaded ? runScenarios(compiled.built, loaded).filter((one) => one.failed > 0) : [];
    expect(failed.map(({ title }) => title)).toEqual([]);
  });
});
