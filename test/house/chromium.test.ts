import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ensureChromium, findChromium } from '../../.ci/chromium.mjs';

const folders: string[] = [];
afterEach(() => {
  vi.unstubAllEnvs();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder with a program of that name. */
function folderWith(name: string, mode = 0o755): string {
  const folder = mkdtempSync(join(tmpdir(), 'yice-browser-'));
  folders.push(folder);
  writeFileSync(join(folder, name), '');
  chmodSync(join(folder, name), mode);
  return folder;
}

describe('the browser for the tests', () => {
  it.each(['chromium', 'chromium-browser', 'google-chrome', 'microsoft-edge'])('is %s where that is on the path', (name) => {
    const folder = folderWith(name);
    vi.stubEnv('CHROME_PATH', '');
    vi.stubEnv('PATH', folder);
    expect(findChromium()).toBe(join(folder, name));
  });

  it('is the one that CHROME_PATH names, before any other', () => {
    const named = join(folderWith('mine'), 'mine');
    vi.stubEnv('PATH', folderWith('chromium'));
    vi.stubEnv('CHROME_PATH', named);
    expect(findChromium()).toBe(named);
    expect(ensureChromium()).toBe(named);
  });

  it('is none where CHROME_PATH names none, rather than another', () => {
    vi.stubEnv('CHROME_PATH', join(tmpdir(), 'absent'));
    vi.stubEnv('PATH', folderWith('chromium'));
    expect(findChromium()).toBeUndefined();
    expect(() => ensureChromium()).toThrow('CHROME_PATH');
  });

  it('is nothing that cannot be run', () => {
    const folder = folderWith('chromium', 0o644);
    vi.stubEnv('CHROME_PATH', '');
    vi.stubEnv('PATH', folder);
    expect(findChromium()).not.toBe(join(folder, 'chromium'));
  });
});
