import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from '../../../../language/2-syntax/parse.ts';
import { timelineLines } from '../../../../language/3-check/analyses/timeline-words.ts';
import { check } from '../../../../language/3-check/check.ts';

const root = new URL('../../../../policies/', import.meta.url);
const texts = (ending: string) =>
  readdirSync(root, { recursive: true })
    .map(String)
    .filter((path) => path.endsWith(ending))
    .map((path) => ({ path, text: readFileSync(new URL(path.split('/').map(encodeURIComponent).join('/'), root), 'utf8') }));

it('the timeline of 绵阳 职工 reads from top to bottom', () => {
  const files = texts('.yice');
  const { model } = check({ files, documents: texts('.txt') }, files.map(parse));
  const policy = model.policies.find((one) => one.name === '绵阳市职工基本医疗保险');
  expect(policy && timelineLines(policy).map(({ days, known, law }) => [days.zh, known.zh, law.zh].join(' | '))).toEqual([
    '至 2021-12-31 |  | 没有此政策',
    '2022-01-01 至 2022-12-31 | 知晓日 至 2023-05-30 | 2022-01-01',
    '2022-01-01 至 2022-12-31 | 知晓日 2023-05-31 起 | 2022-01-01+2022-01-01',
    '2023-01-01 起 | 知晓日 至 2023-05-30 | 待定：2022-01-01 或 2022-01-01+2023-01-01',
    '2023-01-01 起 | 知晓日 2023-05-31 起 | 2022-01-01+2022-01-01+2023-01-01',
  ]);
});
