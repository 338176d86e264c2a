import { accessSync, constants, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { npm, run, say } from './install.mjs';

/** Quiet, without sandbox (a container's root has none) and without background traffic. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];

const COMMANDS = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'msedge',
];

const MAC_APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

const WINDOWS_PROGRAMS = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];

/** @param {string} path */
function runnable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @returns {string[]} */
function places() {
  if (process.platform === 'win32') {
    const roots = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
    return roots.flatMap((root) => (root ? WINDOWS_PROGRAMS.map((program) => join(root, program)) : []));
  }
  const onPath = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const commands = onPath.flatMap((folder) => COMMANDS.map((command) => join(folder, command)));
  if (process.platform !== 'darwin') return commands;
  return [...MAC_APPLICATIONS, ...MAC_APPLICATIONS.map((path) => join(homedir(), path)), ...commands];
}

/** The browser that playwright itself downloaded, when it did. */
function ofPlaywright() {
  try {
    const path = createRequire(import.meta.url)('playwright').chromium.executablePath();
    return path && runnable(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

/**
 * A Chromium, Chrome or Edge that is on this machine: CHROME_PATH when set, else the usual places, else playwright's own.
 * @returns {string | undefined}
 */
export function findChromium() {
  const told = process.env.CHROME_PATH;
  if (told) return runnable(told) ? told : undefined;
  return places().find(runnable) ?? ofPlaywright();
}

/** Whether Debian's own packages may be installed here: elsewhere the package of this name is another thing, or needs a password. */
function isDebianRoot() {
  if (process.getuid?.() !== 0) return false;
  try {
    return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

function installFromDebian() {
  say('正在用 apt-get 安装 chromium 和中文字体…', 'installing chromium and Chinese fonts with apt-get …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  if (run('apt-get', ['update'], { env }) !== 0) return;
  run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], { env });
}

function installFromPlaywright() {
  say('正在安装浏览器（npx playwright install chromium）…', 'installing a browser (npx playwright install chromium) …');
  npm(['exec', '--', 'playwright', 'install', 'chromium']);
}

/**
 * The path of a browser for the tests; one is installed by ordinary means when there is none.
 * @returns {string} @throws when none can be had
 */
export function ensureChromium() {
  const ways = isDebianRoot() ? [installFromDebian, installFromPlaywright] : [installFromPlaywright];
  for (const way of process.env.CHROME_PATH ? [] : ways) {
    if (findChromium()) break;
    way();
  }
  const found = findChromium();
  if (found) return found;
  throw new Error(
    '没有找到 Chromium、Chrome 或 Edge：安装一个，或用 CHROME_PATH 指明 · no Chromium, Chrome or Edge found: install one or name it with CHROME_PATH',
  );
}
