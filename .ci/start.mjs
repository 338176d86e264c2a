import { spawn } from 'node:child_process';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled, orEnd, ROOT } from './install.mjs';

/** Tried in turn; the first stays the same from day to day, and with it what the browser keeps for the page. */
const PORTS = [4870, 4871, 4872, 4873, 4874];

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `需要 Node 20.19 以上，现在是 ${process.versions.node} · Node 20.19 or later is needed, this is ${process.versions.node}\n`,
  );
  process.exit(2);
}

orEnd(() => {
  ensureInstalled();
  ensureBuilt('studio');
  ensureBuilt('cli');
  ensureBuilt('runtime');
});

const { serveFolder } = await import('./serve.mjs');
const chosen = process.env.PORT === undefined ? PORTS : [Number(process.env.PORT)];
const { url, close } = await firstFree(chosen);
process.stdout.write(`医策工作室已打开：${url}\nYice studio is open at ${url}\n按 Ctrl+C 结束 · Ctrl+C ends it\n`);
if (desktop()) openBrowser(url);

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    close();
    process.exit(0);
  });
}

/** @param {number[]} ports */
async function firstFree(ports) {
  for (const port of ports) {
    try {
      return await serveFolder(`${ROOT}dist/studio`, port);
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!taken) throw error;
    }
  }
  process.stderr.write(
    `端口已被占用：${ports.join('、')}；用 PORT=… 换一个 · ports in use: ${ports.join(', ')}; choose another with PORT=…\n`,
  );
  process.exit(1);
}

/** Whether a person sits at a screen that can show a browser. */
function desktop() {
  if (process.env.CI || process.env.SSH_CONNECTION || !process.stdout.isTTY) return false;
  return process.platform === 'darwin' || process.platform === 'win32' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}

/** @param {string} address */
function openBrowser(address) {
  const openers = { darwin: ['open', address], win32: ['cmd', '/c', 'start', '', address] };
  const [command = '', ...args] =
    process.platform === 'darwin' || process.platform === 'win32' ? openers[process.platform] : ['xdg-open', address];
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  // Without a browser the address printed above is enough.
  child.on('error', () => {});
  child.unref();
}
