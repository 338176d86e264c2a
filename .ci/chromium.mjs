import { accessSync, constants } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

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
