import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { FolderText } from '../../../../language/cli/studio/folder.ts';
import { isOurs, openFolder, tagOf } from '../../../../language/cli/studio/folder.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = mkdtempSync(join(tmpdir(), 'yice-studio-'));
  folders.push(root);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

const TWO = { '510700-甲市/政策.yice': '政策 “甲” {}\n', '510700-甲市/sources/通知.txt': '原文' };

const tagIn = (texts: readonly FolderText[]): string | undefined => texts.find(({ path }) => path.endsWith('政策.yice'))?.tag;

describe('a folder of texts', () => {
  it('is read whole: rules, documents and sets, nothing else', async () => {
    const root = folderWith({
      ...TWO,
      '.git/a.txt': 'x',
      'node_modules/b.json': '{}',
      '说明.md': '#',
      '坏.yice': new Uint8Array([0xff, 0xfe]),
    });
    const folder = await openFolder(root);
    expect((await folder.all()).map(({ path, text }) => [path, text])).toEqual(Object.entries(TWO).sort(([a], [b]) => (a < b ? -1 : 1)));
  });

  it('is written in place, from the text that was read', async () => {
    const root = folderWith(TWO);
    const folder = await openFolder(root);
    const tag = tagIn(await folder.all());
    const written = await folder.write('510700-甲市/政策.yice', '政策 “乙” {}\n', tag);
    expect(written).toEqual({ kind: 'written', tag: tagOf('政策 “乙” {}\n') });
    expect(readFileSync(join(root, '510700-甲市/政策.yice'), 'utf8')).toBe('政策 “乙” {}\n');
    expect(await folder.look()).toEqual([]);
  });

  it('tells of a text that took the place of ours at once', async () => {
    const root = folderWith(TWO);
    const folder = await openFolder(root);
    const written = folder.write('510700-甲市/政策.yice', '政策 “乙” {}\n', tagIn(await folder.all()));
    const meanwhile = written.then(() => writeFileSync(join(root, '510700-甲市/政策.yice'), '政策 “丙” {}\n'));
    expect(await written).toEqual({ kind: 'written', tag: tagOf('政策 “乙” {}\n') });
    await meanwhile;
    expect(await folder.look()).toMatchObject([{ kind: 'text', now: { text: '政策 “丙” {}\n' } }]);
  });

  it('keeps what somebody else wrote meanwhile, and hands it over', async () => {
    const root = folderWith(TWO);
    const folder = await openFolder(root);
    const tag = tagIn(await folder.all());
    writeFileSync(join(root, '510700-甲市/政策.yice'), '别人写的');
    const written = await folder.write('510700-甲市/政策.yice', '我写的', tag);
    expect(written).toMatchObject({ kind: 'stale', now: { text: '别人写的' } });
    expect(readFileSync(join(root, '510700-甲市/政策.yice'), 'utf8')).toBe('别人写的');
  });

  it('does not take a new text for one that is there', async () => {
    const folder = await openFolder(folderWith(TWO));
    expect(await folder.write('510700-甲市/政策.yice', '新', undefined)).toMatchObject({ kind: 'stale' });
    expect(await folder.write('510700-甲市/新.yice', '新', undefined)).toMatchObject({ kind: 'written' });
    expect(await folder.write('520000-乙/深/新.yice', '新', undefined)).toMatchObject({ kind: 'written' });
  });

  it('takes a text away only as it was read', async () => {
    const root = folderWith(TWO);
    const folder = await openFolder(root);
    await folder.all();
    expect(await folder.drop('510700-甲市/政策.yice', 'anything')).toMatchObject({ kind: 'stale' });
    expect(await folder.drop('510700-甲市/政策.yice', tagOf('政策 “甲” {}\n'))).toMatchObject({ kind: 'written' });
    expect(existsSync(join(root, '510700-甲市/政策.yice'))).toBe(false);
  });

  it('tells what others did since the last look', async () => {
    const root = folderWith(TWO);
    const folder = await openFolder(root);
    await folder.all();
    writeFileSync(join(root, '510700-甲市/政策.yice'), '别人写的');
    writeFileSync(join(root, '510700-甲市/新.yice'), '新');
    rmSync(join(root, '510700-甲市/sources/通知.txt'));
    expect(await folder.look()).toMatchObject([
      { kind: 'text', now: { path: '510700-甲市/政策.yice', text: '别人写的' } },
      { kind: 'text', now: { path: '510700-甲市/新.yice', text: '新' } },
      { kind: 'gone', path: '510700-甲市/sources/通知.txt' },
    ]);
    expect(await folder.look()).toEqual([]);
  });

  it('sees a text of the same length that kept the time of the one before', async () => {
    const root = folderWith(TWO);
    const folder = await openFolder(root);
    const file = join(root, '510700-甲市/政策.yice');
    utimesSync(file, 1_700_000_000, 1_700_000_000);
    await folder.all();
    const { size, mtimeMs } = statSync(file);
    writeFileSync(file, '政策 “乙” {}\n');
    utimesSync(file, 1_700_000_000, 1_700_000_000);
    expect(statSync(file)).toMatchObject({ size, mtimeMs });
    expect(await folder.look()).toMatchObject([{ kind: 'text', now: { text: '政策 “乙” {}\n' } }]);
  });

  it.each([
    '../外.yice',
    '甲/../../外.yice',
    '/etc/a.txt',
    '甲\\..\\a.yice',
    '.git/a.txt',
    '甲/.隐.yice',
    'a.md',
    'a.yice.exe',
    '',
    '甲//a.yice',
    `${'深/'.repeat(9)}a.yice`,
  ])('has nothing to do with %s', async (path) => {
    expect(isOurs(path)).toBe(false);
    const folder = await openFolder(folderWith(TWO));
    expect(await folder.write(path, 'x', undefined)).toEqual({ kind: 'refused' });
  });

  it('does not follow a link that leads out of it', async () => {
    const outside = folderWith({ 'a.txt': '外面的' });
    const root = folderWith(TWO);
    symlinkSync(outside, join(root, '外'));
    const folder = await openFolder(root);
    expect((await folder.all()).map(({ path }) => path)).not.toContain('外/a.txt');
    expect(await folder.write('外/新.yice', 'x', undefined)).toEqual({ kind: 'refused' });
    expect(await folder.write('外/深/新.yice', 'x', undefined)).toEqual({ kind: 'refused' });
    expect(readdirSync(outside)).toEqual(['a.txt']);
  });
});
