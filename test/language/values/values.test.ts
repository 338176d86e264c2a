import { describe, expect, it } from 'vitest';
import type { StandingValue } from '../../../language/index.ts';
import { check, parse, valuesOf } from '../../../language/index.ts';
import { realPolicies } from '../../kit/policy.ts';

const workspace = realPolicies();
const blocksOf = (files: typeof workspace.files) => files.flatMap((file) => parse(file).tree.items);
const blocks = blocksOf(workspace.files);
const names = blocks.flatMap((block) => (block.kind === 'policy' ? [block.name.text] : []));
const employees = '绵阳市职工基本医疗保险';
const at = (values: readonly StandingValue[], path: string) => values.find((value) => value.path === path);

describe('the values of a policy on a day', () => {
  it('are those of the version of that day', () => {
    expect(at(valuesOf(blocks, employees, { on: '2022-06-01' }), '门诊慢性病.报销比例')?.text).toBe('70%');
    expect(at(valuesOf(blocks, employees, { on: '2023-06-01' }), '门诊慢性病.报销比例')?.text).toBe('75%');
    expect(at(valuesOf(blocks, employees), '慢病限额[2 以上]')?.amount).toEqual({ num: 3000n, den: 1n });
    expect(valuesOf(blocks, employees, { on: '2022-06-01' }).some(({ group }) => group.name === '门诊统筹')).toBe(false);
  });

  it('are named in the words of the field, by the benefit that they serve', () => {
    const values = valuesOf(blocks, employees);
    expect(at(values, '慢病限额[1]')?.words).toEqual({ zh: '门诊慢性病 限额，认定病种数 1', en: '门诊慢性病 cap, 认定病种数 1' });
    expect(at(values, '门诊比例[三级, 在职]')?.words.zh).toBe('门诊统筹 报销比例，三级，在职');
    expect(at(values, '待遇等待期')?.words.zh).toBe('待遇等待期');
    expect(at(values, '市外比例.未备案下调')?.short.en).toBe('ratio 未备案下调');
  });

  it('say the sentence that holds them, also where an amendment wrote them', () => {
    const [before, after] = ['2022-06-01', '2023-06-01'].map((on) => at(valuesOf(blocks, employees, { on }), '慢病限额[1]'));
    expect(before?.citations[0]).toMatchObject({ document: '访谈', file: '2023-05-31-游仙区访谈.txt' });
    expect(before?.changedBy).toBeUndefined();
    expect(after?.changedBy?.file).toContain('2023-01-01-职工门诊共济');
    expect(after?.citations[0]?.quote).toContain('提高了1000元');
  });

  it('tell what is stated from what is assumed or open, with the literal of an assumption', () => {
    const values = valuesOf(blocks, employees);
    expect(at(values, '市外比例.未备案下调')).toMatchObject({ status: 'assumed', kind: 'points', literal: '10个百分点' });
    expect(at(values, '市外比例')).toMatchObject({ status: 'open', kind: 'open' });
    expect(at(values, '市外比例')?.literal).toBeUndefined();
  });

  it('know nothing of a policy that is not there', () => expect(valuesOf(blocks, '没有这项')).toEqual([]));

  it.each(names)('of %s stand where they say, and are each listed once', (name) => {
    const values = valuesOf(blocks, name);
    expect(new Set(values.map(({ path }) => path)).size).toBe(values.length);
    const texts = new Map(workspace.files.map(({ path, text }) => [path, text]));
    // A formula is printed with the brackets that it needs, not those it was written with.
    for (const { source, literal, text } of values.filter((value) => value.kind !== 'formula')) {
      const written = texts.get(source.file)?.slice(source.start, source.end).replace(/\s+/gu, '');
      expect(written).toContain((literal ?? text).replace(/\s+/gu, ''));
    }
  });

  /** Diagnostics of amendments that change every such value of every policy into itself, by policy. */
  const found = (only: boolean) => {
    // Whether a change counts while nobody knows if the one before was published is another question.
    const files = workspace.files.map(({ path, text }) => ({
      path,
      text: text.replace(/发布 .*待定 “[^”]*”( 不晚于 [\d-]+)?/gu, '发布 2019-01-01'),
    }));
    const dated = blocksOf(files);
    const amending = names.map((name, index) => {
      const lines = valuesOf(dated, name, { on: '2090-01-01' })
        .filter(({ amendable }) => amendable === only)
        .map(({ path, text }) => `  ${path} 由 ${text} 改为 ${text}\n`);
      return { path: `x/${index}.yice`, lines, text: `修订 “${name}” 发布 2090-01-01 自 2090-01-01 起 {\n${lines.join('')}}\n` };
    });
    const all = { ...workspace, files: [...files, ...amending.filter(({ lines }) => lines.length > 0)] };
    const codes = check(all, all.files.map(parse)).diagnostics.filter(({ labels: [place] }) => place?.span.file.startsWith('x/') === true);
    return { lines: amending.flatMap(({ lines }) => lines), said: codes.map(({ code, what }) => `${code} ${what.zh}`) };
  };

  it('can be changed at the path they name', () => {
    expect(found(true).said.filter((one) => /^(timeline|ladder|syntax|tokens|names)\//u.test(one))).toEqual([]);
  });

  it('are for the policy above to change when they are inherited', () => {
    const { lines, said } = found(false);
    expect(lines.length).toBeGreaterThan(0);
    expect(said.filter((one) => one.startsWith('ladder/'))).toHaveLength(lines.length);
  });
});
