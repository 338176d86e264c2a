import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXIT, EXIT_WORDS, EXITS_EXPLAINED } from '../../../language/cli/exits.ts';
import { openBundle, openLedger } from '../../../language/cli/opening.ts';
import { usageWords } from '../../../language/cli/usage.ts';
import { textOf } from '../../house/tree.ts';
import { buildFirst, folderWith, removeFolders, yice } from './kit.ts';

beforeAll(buildFirst, 60_000);
afterAll(removeFolders);

/** A file with the text. */
function fileOf(text: string): string {
  const path = join(folderWith(), 'given');
  writeFileSync(path, text);
  return path;
}

describe('opening a bundle', () => {
  it.each([
    ['a newer format', '{"features":[],"format":"yice-bundle/2"}', '只懂 yice-bundle/1'],
    ['a ledger', '{"format": "yice-ledger/2"}', '是账本'],
    ['a sign-off', '{\n  "format": "yice-signoff/1"\n}', '是签核记录'],
    ['a policy', '\ufeff政策 “甲” {\n}\n', '是政策文本'],
    ['something else', 'hello', '不是规则包'],
  ])('%s is told by what it is', async (_case, text, said) => {
    const refusal = openBundle(fileOf(text));
    await expect(refusal).rejects.toMatchObject({ exit: EXIT.bundle });
    await expect(refusal).rejects.toHaveProperty('words.zh', expect.stringContaining(said));
  });

  it('another digest ends every command in the same way', async () => {
    const path = fileOf('{}');
    const options = ['--digest', `sha256:${'0'.repeat(64)}`];
    await expect(openBundle(path, options[1])).rejects.toMatchObject({ exit: EXIT.digest });
    const given = [
      ['verify', path],
      ['settle', '--bundle', path],
      ['explain', '--bundle', path],
      ['resettle', '--bundle', path, '--ledger', path],
    ];
    const said = await Promise.all(given.map((args) => yice([...args, ...options])));
    expect(said.map(({ exit }) => exit)).toEqual(given.map(() => EXIT.digest));
    const old = await yice(['settle', '--bundle', path, '--expect-digest', options[1] ?? '']);
    expect(old.exit).toBe(EXIT.digest);
  });

  it('a ledger that is a bundle is told so, and a folder is no file', async () => {
    await expect(openLedger(fileOf('{"format":"yice-bundle/1"}'))).rejects.toHaveProperty(
      'words.zh',
      expect.stringContaining('yice-bundle/1'),
    );
    await expect(openBundle(folderWith())).rejects.toMatchObject({
      exit: EXIT.files,
      words: { zh: expect.stringContaining('这是一个目录') },
    });
    await expect(openBundle(join(folderWith(), 'none'))).rejects.toHaveProperty(
      'words.en',
      expect.stringContaining('there is no such file'),
    );
  });
});

describe('exit codes', () => {
  it('stand in one order in --help, on the first page and in the manual', () => {
    const names = Object.keys(EXIT);
    expect(Object.keys(EXIT_WORDS)).toEqual(names);
    expect(Object.values(EXIT)).toEqual(names.map((_, code) => code));
    for (const [code, { zh, en }] of Object.values(EXIT_WORDS).entries()) {
      expect(EXITS_EXPLAINED.zh).toContain(`${code}  ${zh}`);
      for (const page of ['README.md', 'language/manual/back-end.md']) expect(textOf(page)).toContain(`| ${code} | ${zh} | ${en} |`);
    }
  });
});

describe('a command written wrongly', () => {
  it.each([
    ['commander.unknownCommand', "error: unknown command 'chek'\n(Did you mean check?)", '没有 “chek” 这个命令，是不是 check'],
    ['commander.unknownOption', "error: unknown option '--jsno'\n(Did you mean --json?)", '没有 “--jsno” 这个选项，是不是 --json'],
    ['commander.missingArgument', "error: missing required argument 'path'", '还缺 <path>'],
    ['commander.missingMandatoryOptionValue', "error: required option '--bundle <file>' not specified", '还缺 --bundle <file>'],
    [
      'commander.invalidArgument',
      "error: option '--runs <number>' argument 'x' is invalid. 1, 2, 3 …",
      '--runs <number> 不能是 “x”：1, 2, 3 …',
    ],
  ])('%s is said in words', (code, message, said) => {
    const words = usageWords({ code, message }, 'yice test');
    expect(words.zh).toBe(`${said}；用法见 yice test --help`);
    expect(words.en).toMatch(/; see yice test --help$/);
  });

  it('a day that does not exist settles nothing', async () => {
    const said = await yice(['settle', '--bundle', 'package.json', '--known-on', '2023-13-01']);
    expect(said).toMatchObject({ exit: EXIT.usage, out: '', err: expect.stringContaining('日期写作 2024-01-01') });
  });

  it('names its versions', async () => {
    expect(await yice(['--version'])).toMatchObject({ exit: 0, out: expect.stringContaining('yice-bundle/1') });
  });
});
