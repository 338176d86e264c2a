import { existsSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compile, runScenarios } from '../../language/index.ts';
import { loadUnverified } from '../../runtime/index.ts';
import { filesUnder, ROOT, textOf } from './tree.ts';

const SKIPPED = /^(node_modules|dist|\.git|\.vitest)\/|\/sources\//;
const pages = filesUnder('.').filter((path) => path.endsWith('.md') && !SKIPPED.test(path) && !path.endsWith('.snap.md'));

/** Headings as the anchors that a forge makes of them. */
const anchorsOf = (text: string): string[] =>
  [...text.matchAll(/^#+\s+(.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, '')
      .trim()
      .replace(/\s+/g, '-'),
  );

/** Links of a page that lead nowhere in this repository. */
function broken(page: string): string[] {
  const text = textOf(page).replace(/```[\s\S]*?```/g, '');
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => decodeURI(link));
  return links.filter((link) => {
    if (/^[a-z]+:/.test(link)) return false;
    const [path = '', anchor] = link.split('#');
    const target = path === '' ? page : posix.normalize(posix.join(dirname(page), path));
    if (!existsSync(join(ROOT, target))) return true;
    return anchor !== undefined && target.endsWith('.md') && !anchorsOf(textOf(target)).includes(anchor);
  });
}

/** The policy texts that a page shows. */
const blocksOf = (page: string): string[] => [...textOf(page).matchAll(/```yice\n([\s\S]*?)```/g)].map(([, block = '']) => block);

const NATIONAL = 'policies/000000-国家/词汇.yice';

describe('pages', () => {
  it.each(pages)('%s: every link leads somewhere', (page) => {
    expect(broken(page)).toEqual([]);
  });

  it('the first page shows a policy that gives the answer beside it', async () => {
    const [text = ''] = blocksOf('README.md');
    const files = [
      { path: NATIONAL.replace('policies/', ''), text: textOf(NATIONAL) },
      { path: '990100-示例市/政策.yice', text },
    ];
    const { diagnostics, built, file, digest } = await compile({ files, documents: [] }, { folder: '990100-示例市' });
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const results = file && digest ? runScenarios(built, loadUnverified(file, digest)) : [];
    expect(results.map(({ pass, passed }) => ({ pass, passed }))).toEqual([{ pass: true, passed: 3 }]);
  });

  it('the first page names every command, every exit code and both ways to begin', () => {
    const page = textOf('README.md');
    for (const part of ['npm start', 'npm test', 'check', 'test', 'fmt', 'build', 'settle', 'explain', 'In English'])
      expect(page).toContain(part);
    for (const code of [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) expect(page).toMatch(new RegExp(`^\\| ${code} \\| .+ \\| .+ \\|$`, 'm'));
  });

  it('the scripts that pages name exist', () => {
    const scripts: { scripts: Record<string, string> } = JSON.parse(textOf('package.json'));
    const named = pages.flatMap((page) => [...textOf(page).matchAll(/npm run ([a-z]+)/g)].map(([, script = '']) => script));
    expect(named.filter((script) => !(script in scripts.scripts))).toEqual([]);
  });
});
