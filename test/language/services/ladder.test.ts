/** Names across the steps of the ladder: going to, listing, renaming, hovering, completing. */
import { describe, expect, it } from 'vitest';
import { parse } from '../../../language/2-syntax/parse.ts';
import { check } from '../../../language/3-check/check.ts';
import { completeAt } from '../../../language/services/completion.ts';
import { hoverAt } from '../../../language/services/hover.ts';
import { definitionAt, referencesAt } from '../../../language/services/navigation.ts';
import { renameAt } from '../../../language/services/rename.ts';
import type { Position, ServiceState } from '../../../language/services/state.ts';

const block = (name: string, lines: string): string => `政策 “${name}” {
  统筹区 “990000” 某地
  入口 只供继承
  自 2023-01-01 起
  发布 2022-12-01
  ${lines}
}
`;
const STATE = block('国家', '参数 底数 : 比例 = 1%');
const PROVINCE = block('省', '继承 “国家” : 底数\n  参数 比例 : 比例 = 2%\n  定义 划入 : 比例 = 比例 × 底数');
const CITY = block(
  '市',
  '继承 “省” : 底数、比例、划入 覆盖 比例\n  参数 比例 : 比例 = 3%\n  定义 甲 : 比例 = 划入 + 0个百分点\n  定义 乙 : 比例 = 比例',
);
const CHANGE = '修订 “省” 发布 2024-01-01 自 2024-01-01 起 {\n  比例 由 2% 改为 2.5%\n}\n';
const TEXTS = { '国家.yice': STATE, '省.yice': PROVINCE, '市.yice': CITY, '省修订.yice': CHANGE };

type Texts = Readonly<Record<string, string>>;

/** The texts, the caret behind the nth time that `word` stands in a file. */
function at(
  file: keyof typeof TEXTS,
  word: string,
  nth = 1,
  texts: Texts = TEXTS,
): { readonly state: ServiceState; readonly at: Position } {
  const files = Object.entries(texts).map(([path, text]) => ({ path, text }));
  const parsed = files.map(parse);
  const { symbols } = check({ files, documents: [] }, parsed);
  const states = files.flatMap((one, index) => {
    const read = parsed[index];
    return read ? [[one.path, { ...one, tree: read.tree, tokens: read.tokens }] as const] : [];
  });
  const text = texts[file] ?? '';
  let offset = -1;
  for (let count = 0; count < nth; count += 1) offset = text.indexOf(word, offset + 1);
  return { state: { files: new Map(states), symbols }, at: { file, offset: offset + word.length } };
}

const lineOf = (span: { readonly file: string; readonly start: number }): string => {
  const text = Object.entries(TEXTS).find(([path]) => path === span.file)?.[1] ?? '';
  return `${span.file} ${text.slice(text.lastIndexOf('\n', span.start) + 1, text.indexOf('\n', span.start)).trim()}`;
};

describe('on the ladder', () => {
  it.each([
    ['划入', 2, '省.yice 定义 划入 : 比例 = 比例 × 底数'],
    ['底数', 1, '国家.yice 参数 底数 : 比例 = 1%'],
    ['“省”', 1, '省.yice 政策 “省” {'],
    // 覆盖 的名称 leads above, a use of it to the own one, the own one above
    ['比例', 2, '省.yice 参数 比例 : 比例 = 2%'],
    ['乙 : 比例 = 比例', 1, '市.yice 参数 比例 : 比例 = 3%'],
    ['参数 比例', 1, '省.yice 参数 比例 : 比例 = 2%'],
  ])('goes from %s (%i) to where it is declared', (word, nth, expected) => {
    const { state, at: place } = at('市.yice', word, nth);
    expect(definitionAt(state, place).map(lineOf)).toEqual([expected]);
  });

  it('lists the uses in every file; what the heir overrides it reads in its own', () => {
    const { state, at: place } = at('省.yice', '定义 划入');
    expect(referencesAt(state, place).map(({ file }) => file)).toEqual(['市.yice', '市.yice', '省.yice']);
    const own = at('市.yice', '乙 : 比例 = 比例');
    expect(referencesAt(own.state, own.at).map(({ file }) => file)).toEqual(['市.yice', '市.yice']);
  });

  it('renames a name with what overrides it, in every file, and means the same', () => {
    for (const [file, word] of [
      ['省.yice', '参数 比例'],
      ['市.yice', '乙 : 比例 = 比例'],
    ] as const) {
      const { state, at: place } = at(file, word);
      const { edits } = renameAt(state, place, '费率');
      const after: Record<string, string> = { ...TEXTS };
      for (const { span, text } of [...edits].sort((a, b) => b.span.start - a.span.start)) {
        const now = after[span.file] ?? '';
        after[span.file] = now.slice(0, span.start) + text + now.slice(span.end);
      }
      expect(after['市.yice']).toContain('底数、费率、划入 覆盖 费率\n  参数 费率 : 比例 = 3%');
      expect(after['省.yice']).toContain('定义 划入 : 比例 = 费率 × 底数');
      expect(after['省修订.yice']).toContain('费率 由 2% 改为 2.5%');
      const files = Object.entries(after).map(([path, text]) => ({ path, text }));
      expect(check({ files, documents: [] }, files.map(parse)).diagnostics).toEqual([]);
    }
  });

  it('refuses a name that an heir has already', () => {
    const { state, at: place } = at('国家.yice', '参数 底数');
    expect(renameAt(state, place, '甲').problem?.zh).toBe('已经有叫 “甲” 的了');
  });

  it('says where an inherited name comes from', () => {
    const { state, at: place } = at('市.yice', '划入', 2);
    expect(hoverAt(state, place, new Map())?.markdown.zh).toContain('**划入** 定义 · 比例，继承自 “省”');
  });

  it('completes what is taken, and in the inherit line what can be', () => {
    const started: Texts = { ...TEXTS, '市.yice': block('市', '继承 “省” : 比例、') };
    const line = at('市.yice', '比例、', 1, started);
    const labels = completeAt(line.state, line.at).items.map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining(['划入', '覆盖']));
    expect(labels).not.toContain('比例');
    const body = at('市.yice', '乙 : 比例 = ');
    expect(completeAt(body.state, body.at).items.map(({ label }) => label)).toEqual(expect.arrayContaining(['划入', '底数', '比例']));
  });
});
