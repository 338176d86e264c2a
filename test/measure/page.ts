import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright';
import { ROOT } from '../../.ci/install.mjs';
import type { OpenStudio } from '../kit/browser.ts';
import { EMPLOYEES } from '../kit/write-page.ts';
import type { Row } from './spread.ts';
import { counted, times } from './spread.ts';

const LOADS = 20;

interface Began {
  readonly shell?: number;
  readonly editor?: number;
  readonly loaded: readonly string[];
}

/** When the shell can be used and when the editor shows text, from the start of the navigation; each load in a browser profile of its own. */
export async function starts(studio: OpenStudio): Promise<readonly Row[]> {
  const [shells, editors]: [number[], number[]] = [[], []];
  let loaded: readonly string[] = [];
  for (let turn = 0; turn < LOADS; turn += 1) {
    const { page, close } = await studio.visit();
    await page.addInitScript(watchStart);
    await page.goto('about:blank');
    await page.goto(`${studio.url}#/write/${EMPLOYEES}`);
    await page.locator('.yice-keyword').first().waitFor();
    const began: Began = await page.evaluate(() => Reflect.get(window, 'yiceBegan'));
    shells.push(began.shell ?? Number.NaN);
    editors.push(began.editor ?? Number.NaN);
    loaded = began.loaded;
    await close();
  }
  const bytes = loaded.reduce(
    (sum, path) => sum + gzipSync(readFileSync(join(ROOT, 'dist/studio', path === '' ? 'index.html' : path))).length,
    0,
  );
  return [
    times('start → usable shell', shells, 'median', 1000),
    times('start → editor ready', editors, 'median', 2000),
    counted('loaded before the shell is usable, gz', Math.round(bytes / 1000), 250, 'kB'),
  ];
}

/** Runs in the page: notes when the shell and the text are painted, and what had come by then. */
function watchStart(): void {
  const began: { shell?: number; editor?: number; loaded: string[] } = { loaded: [''] };
  Object.assign(window, { yiceBegan: began });
  const look = (): void => {
    if (began.shell === undefined && document.querySelector('nav a[aria-current]')) {
      began.shell = performance.now();
      began.loaded.push(
        ...performance
          .getEntriesByType('resource')
          .filter((entry): entry is PerformanceResourceTiming => entry instanceof PerformanceResourceTiming)
          .filter((entry) => entry.responseEnd > 0 && entry.responseEnd <= performance.now() && entry.name.startsWith(location.origin))
          .map((entry) => new URL(entry.name).pathname.slice(1)),
      );
    }
    if (document.querySelector('.view-line .yice-keyword')) began.editor = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/**
 * From what a person does to the first paint of what it leads to: `act` does it; the clock starts with the event itself, or where no event
 * says so (an editor fed by the browser’s input method) just before it is sent, and stops in the frame after `until` holds.
 */
export async function reaction(page: Page, event: 'keydown' | 'input' | 'sent', until: string, act: () => Promise<void>): Promise<number> {
  await page.evaluate(
    ([kind, condition]) => {
      let from = 0;
      const holds = (): boolean => {
        const [selector = '', text = ''] = condition.split(' ≔ ');
        return [...document.querySelectorAll(selector)].some((one) => (one.textContent ?? '').includes(text));
      };
      Object.assign(window, { yiceTook: undefined });
      const look = (): void => {
        if (holds()) requestAnimationFrame(() => Object.assign(window, { yiceTook: performance.now() - from }));
        else requestAnimationFrame(look);
      };
      const start = (): void => {
        from = performance.now();
        look();
      };
      if (kind === 'sent') start();
      else window.addEventListener(kind, start, { capture: true, once: true });
    },
    [event, until] as const,
  );
  await act();
  await page.waitForFunction(() => Reflect.get(window, 'yiceTook') !== undefined);
  return page.evaluate(() => Reflect.get(window, 'yiceTook'));
}
