import { describe, expect, it } from 'vitest';
import type { ToDo } from '../../../../studio/views/write/select.ts';
import { citationAt, fileOf, fileTabs, groupsOf, lineOf, pathAt } from '../../../../studio/views/write/select.ts';
import type { CitationLink, OutlineNode } from '../../../../studio/worker/protocol.ts';

const link = (
  quote: string,
  found: readonly [number, number],
  rule: readonly [number, number],
  cited: readonly [number, number] = [rule[0], rule[0] + 1],
): CitationLink => ({
  policy: '甲',
  document: 'a.txt',
  quote,
  found: { start: found[0], end: found[1] },
  rule: { file: 'a.yice', start: rule[0], end: rule[1] },
  cited: { file: 'a.yice', start: cited[0], end: cited[1] },
});
const node = (name: string, start: number, end: number, children: readonly OutlineNode[] = []): OutlineNode => ({
  name,
  word: '',
  kind: '',
  range: { file: 'a.yice', start, end },
  nameRange: { file: 'a.yice', start, end },
  children,
});

describe('what the write view shows', () => {
  it.each([
    [0, 1],
    [2, 1],
    [3, 2],
    [4, 3],
    [99, 3],
  ])('offset %i is on line %i', (offset, line) => {
    expect(lineOf('ab\n\ncd', offset)).toBe(line);
  });
  it('the narrowest rule around the caret tells the sentence', () => {
    const links = [link('宽', [0, 3], [0, 100]), link('窄', [4, 8], [40, 60])];
    expect([citationAt(links, 'a.yice', 50)?.quote, citationAt(links, 'a.yice', 90)?.quote, citationAt(links, 'b.yice', 50)]).toEqual([
      '窄',
      '宽',
      undefined,
    ]);
  });
  it('on the cited line itself its own sentence wins over that of a narrower rule', () => {
    const links = [link('宽', [0, 3], [0, 100], [41, 45]), link('窄', [4, 8], [40, 60], [50, 55])];
    expect(citationAt(links, 'a.yice', 43)?.quote).toBe('宽');
  });
  it('names around the caret, outermost first', () => {
    expect(pathAt([node('甲', 0, 50, [node('乙', 10, 20)]), node('丙', 60, 70)], 15).map(({ name }) => name)).toEqual(['甲', '乙']);
  });
  it('the file that a policy is written in is told by its words', () => {
    const texts = {
      'a/x.scenarios.yice': '示例 “一” 于 “甲” {\n  // 政策 “甲” 的\n}\n',
      'a/y.yice': '// 见附件\n政策 “甲” {\n}\n',
      'b/z.yice': 'policy "乙" {\n}\n',
      'b/z.txt': '政策 “丙” {',
    };
    const files = Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, { path, text }]));
    expect(['甲', '乙', '丙', undefined].map((policy) => fileOf(policy, files))).toEqual(['a/y.yice', 'b/z.yice', undefined, undefined]);
  });
  it('files of the policy stand in their order, the others behind', () => {
    const declared = {
      name: '甲',
      folder: 'x',
      files: ['x/甲.yice', 'x/amendments/2023.yice', 'x/甲.scenarios.yice'],
      range: { file: '', start: 0, end: 0 },
      errors: 0,
    };
    const { own, others } = fileTabs(['x/amendments/2023.yice', 'x/甲.scenarios.yice', 'x/甲.yice', 'x/a.txt', 'y/乙.yice'], declared, []);
    expect([own.map(({ role }) => role), others.map(({ name }) => name)]).toEqual([['base', 'amendment', 'scenarios'], ['乙']]);
  });
});

describe('findings of one kind', () => {
  const todo = (code: string, start: number, fixes: number): ToDo => ({
    kind: 'finding',
    id: `d${start}`,
    file: 'a.yice',
    line: 1,
    finding: {
      code,
      severity: 'error',
      what: { zh: '', en: '' },
      why: { zh: '', en: '' },
      remedy: { zh: '', en: '' },
      labels: [{ span: { file: 'a.yice', start, end: start + 1 } }],
      fixes: Array.from({ length: fixes }, () => ({
        title: { zh: '', en: '' },
        edits: [{ span: { file: 'a.yice', start, end: start + 1 }, text: 'x' }],
      })),
    },
  });
  const fixesOf = (...items: readonly ToDo[]) => groupsOf(items).map(({ items: own, fix }) => [own.length, fix?.length]);
  it('can be repaired together where each has one repair', () => {
    expect(fixesOf(todo('a/b', 5, 1), todo('a/b', 1, 1), todo('c/d', 9, 1))).toEqual([
      [2, 2],
      [1, undefined],
    ]);
  });
  it('cannot where there is a choice, or where the repairs touch', () => {
    expect(fixesOf(todo('a/b', 5, 1), todo('a/b', 1, 2))).toEqual([[2, undefined]]);
    expect(fixesOf(todo('a/b', 5, 1), todo('a/b', 6, 1))).toEqual([[2, undefined]]);
  });
});
