import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { EXIT, type Exit, Stop } from '../exits.ts';
import { kindOf } from '../files.ts';
import { openFolder, tagOf } from '../studio/folder.ts';
import type { Named, ServedFolder } from '../studio/serve.ts';
import { serveFolder } from '../studio/serve.ts';
import type { Terminal } from '../terminal.ts';
import { policiesRoot } from '../workspace.ts';

/** The built page stands beside the built command. */
const PAGE = join(dirname(fileURLToPath(import.meta.url)), '..', 'studio');

/** `yice studio`: the studio on the files of a folder, which stay the only place where the texts are. */
export function studioCommand(program: Command, terminal: Terminal, run: (exit: Promise<Exit>) => Promise<void>): void {
  const zh = terminal.lang === 'zh';
  program
    .command('studio')
    .description(
      zh
        ? '在浏览器里编辑一个目录里的政策：改动直接写回文件，别处改了文件也看得到'
        : 'edit the policies of a folder in the browser: changes go straight to the files, and changes made elsewhere are seen',
    )
    .argument('[folder]', zh ? '目录；不写就是 policies' : 'a folder; policies when absent', 'policies')
    .option('--port <number>', zh ? '端口；不写就按目录定' : 'the port; chosen by the folder when absent')
    .action((folder: string, options: { port?: string }) => run(studio(folder, options.port, terminal)));
}

/** Those of one folder are always the same: what the browser keeps for its page, it keeps by port. */
const portsOf = (id: string): readonly number[] =>
  [0, 1, 2, 3].map((turn) => 4880 + ((Number.parseInt(id.slice(0, 6), 16) + turn * 31) % 400));

/** Serves on the first port that is free; undefined when none is. */
async function firstFree(ports: readonly number[], named: Named, root: string): Promise<ServedFolder | undefined> {
  for (const port of ports) {
    try {
      return await serveFolder(PAGE, await openFolder(root), named, port);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    }
  }
  return undefined;
}

async function studio(folder: string, port: string | undefined, terminal: Terminal): Promise<Exit> {
  const number = port === undefined ? 0 : Number(port);
  if (!Number.isInteger(number) || number < 0 || number > 65_535)
    throw new Stop(EXIT.usage, {
      zh: `端口写 1 到 65535 的整数，写的是 “${port}”`,
      en: `a port is a whole number from 1 to 65535, not “${port}”`,
    });
  if ((await kindOf(folder)) !== 'folder')
    throw new Stop(EXIT.files, { zh: `没有 “${folder}” 这个目录；先建好再打开`, en: `there is no folder “${folder}”; make it first` });
  const root = (await policiesRoot(resolve(folder))) ?? resolve(folder);
  const id = tagOf(root).slice(0, 12);
  const served = await firstFree(number === 0 ? portsOf(id) : [number], { name: basename(root), id }, root);
  if (!served) {
    const taken = number === 0 ? portsOf(id).join('、') : String(number);
    throw new Stop(EXIT.files, { zh: `端口 ${taken} 已被占用；用 --port 换一个`, en: `in use: port ${taken}; choose another with --port` });
  }
  await terminal.print(`${served.url}\n`);
  terminal.say({
    zh: `工作室开在 “${root}” 上；只有本机能打开这个地址。按 Ctrl+C 结束`,
    en: `the studio is open on “${root}”; only this machine can open the address. Ctrl+C ends it`,
  });
  await new Promise<void>((ended) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, ended);
  });
  served.close();
  return EXIT.ok;
}
