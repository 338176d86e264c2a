import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { holdAlone, readText, writeWhole } from '../../../language/cli/files.ts';
import { chooseLang } from '../../../language/cli/terminal.ts';
import { foldersOf, loadWorkspaces } from '../../../language/cli/workspace.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function folderWith(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'yice-files-'));
  folders.push(root);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

const LADDER = {
  '000000-国家/词汇.yice': '词汇 “国家” {}',
  '510700-绵阳市/职工.yice': '政策 “甲” {}',
  '510700-绵阳市/amendments/2023.yice': '修订 “甲” {}',
  '510700-绵阳市/sources/访谈.txt': '原文',
  '510700-绵阳市/NOTES.md': '',
};

describe('loading texts', () => {
  it.each([
    ['.', ['000000-国家', '510700-绵阳市']],
    ['510700-绵阳市', ['510700-绵阳市']],
    ['510700-绵阳市/amendments', ['510700-绵阳市']],
    ['510700-绵阳市/amendments/2023.yice', ['510700-绵阳市']],
  ])('of %s, with all of the policies root', async (path, touched) => {
    const root = folderWith(LADDER);
    const [loaded, ...others] = await loadWorkspaces([join(root, path)]);
    expect(others).toEqual([]);
    expect(loaded?.root).toBe(root);
    expect(loaded?.files.map((file) => file.path)).toEqual([
      '000000-国家/词汇.yice',
      '510700-绵阳市/amendments/2023.yice',
      '510700-绵阳市/职工.yice',
    ]);
    expect(loaded?.documents).toEqual([{ path: '510700-绵阳市/sources/访谈.txt', text: '原文' }]);
    expect(loaded && foldersOf(loaded)).toEqual(touched);
  });

  it('of a folder that lies in no policies root, known by its name', async () => {
    const root = folderWith({ 'a.yice': '', 'b/c.yice': '' });
    const [loaded] = await loadWorkspaces([join(root, 'b')]);
    expect(loaded?.files.map((file) => file.path)).toEqual(['b/c.yice']);
    expect(loaded && foldersOf(loaded)).toEqual(['b']);
  });

  it('outside a policies root, with what it takes from the one beside', async () => {
    const root = folderWith({
      'policies/000000-国家/词汇.yice': '词汇 “国家” {}',
      'policies/510000-四川省/账户.yice': '政策 “省” { 继承 “国家” : 甲 }',
      'policies/510000-四川省/amendments/2023.yice': '修订 “省” {}',
      'policies/510700-绵阳市/职工.yice': '政策 “市” { 继承 “省” : 甲 }',
      'trials/one.yice': '政策 “新市” { 继承 “省” : 甲 }',
    });
    const [loaded, ...others] = await loadWorkspaces([join(root, 'trials')]);
    expect(others).toEqual([]);
    expect(loaded?.files.map((file) => file.path)).toEqual([
      'trials/one.yice',
      '510000-四川省/amendments/2023.yice',
      '510000-四川省/账户.yice',
      '000000-国家/词汇.yice',
    ]);
    expect([...(loaded?.selected ?? [])]).toEqual(['trials/one.yice']);
  });

  it('outside a policies root, apart where texts have nothing to do with each other', async () => {
    const root = folderWith({
      't/a.yice': '政策 “甲” {}',
      't/a.scenarios.yice': '示例 “一” 于 “甲” {}',
      't/b.yice': '政策 “乙” {}',
      't/sources/访谈.txt': '原文',
    });
    const loaded = await loadWorkspaces([join(root, 't')]);
    expect(loaded.map(({ files }) => files.map(({ path }) => path))).toEqual([['t/a.scenarios.yice', 't/a.yice'], ['t/b.yice']]);
    expect(loaded.map(({ documents }) => documents.length)).toEqual([1, 1]);
    const [one, ...none] = await loadWorkspaces([join(root, 't/a.yice')]);
    expect(none).toEqual([]);
    expect([...(one?.selected ?? [])]).toEqual(['t/a.yice']);
  });

  it('knows a decomposed file name by its composed form', async () => {
    const name = 'é.yice';
    const root = folderWith({ [name.normalize('NFD')]: '' });
    const [loaded] = await loadWorkspaces([root]);
    const path = `${basename(root)}/${name.normalize('NFC')}`;
    expect(loaded?.files[0]?.path).toBe(path);
    expect(readFileSync(loaded?.placeOf.get(path) ?? '', 'utf8')).toBe('');
  });

  it.each([
    ['absent', {}, 'absent'],
    ['empty', { 'empty/a.txt': '' }, 'empty'],
  ])('stops at what is %s', async (_case, files, path) => {
    await expect(loadWorkspaces([join(folderWith(files), path)])).rejects.toMatchObject({ exit: 3 });
  });

  it('stops at a text in another encoding', async () => {
    const root = folderWith({ 'a.yice': new Uint8Array([0xd5, 0xfe, 0xb2, 0xdf]) });
    await expect(readText(join(root, 'a.yice'))).rejects.toMatchObject({ exit: 3 });
  });

  it('drops a byte-order mark', async () => {
    const root = folderWith({ 'a.yice': '\ufeff政策' });
    expect(await readText(join(root, 'a.yice'))).toBe('政策');
  });
});

describe('writing a file whole', () => {
  it('replaces it and leaves nothing beside it', async () => {
    const root = folderWith({ 'a.json': 'old' });
    await writeWhole(join(root, 'a.json'), 'new');
    expect(readFileSync(join(root, 'a.json'), 'utf8')).toBe('new');
    expect(readdirSync(root)).toEqual(['a.json']);
  });

  it('stops where it cannot be written, and leaves nothing', async () => {
    const root = folderWith({ 'a/b': '' });
    await expect(writeWhole(join(root, 'a'), 'new')).rejects.toMatchObject({ exit: 3 });
    await expect(writeWhole(join(root, 'c', 'd'), 'new')).rejects.toMatchObject({ exit: 3 });
    expect(readdirSync(root)).toEqual(['a']);
  });

  it('lets one run at a time have a file', async () => {
    const path = join(folderWith(), 'ledger.json');
    const release = await holdAlone(path);
    await expect(holdAlone(path)).rejects.toMatchObject({ exit: 3 });
    await release();
    await (await holdAlone(path))();
  });

  it('takes over what a run that was ended left behind', async () => {
    const root = folderWith({ 'ledger.json.lock': '999999999' });
    await (await holdAlone(join(root, 'ledger.json')))();
    expect(readdirSync(root)).toEqual([]);
  });
});

describe('the language of a command', () => {
  it.each([
    ['en', {}, 'en'],
    ['zh', { LANG: 'en_US.UTF-8' }, 'zh'],
    [undefined, {}, 'zh'],
    [undefined, { LANG: 'en_US.UTF-8' }, 'en'],
    [undefined, { LANG: 'C.UTF-8' }, 'zh'],
    [undefined, { LANG: 'en_US.UTF-8', LC_ALL: 'zh_CN.UTF-8' }, 'zh'],
    [undefined, { LANG: '', LC_ALL: '', LC_MESSAGES: 'en' }, 'en'],
    ['fr', { LANG: 'de_DE' }, 'zh'],
  ] as const)('asked %s in %j is %s', (asked, env, lang) => {
    expect(chooseLang(asked, env)).toBe(lang);
  });
});
