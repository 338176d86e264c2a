import type { Page } from 'playwright';
import { type OpenStudio, soon, type Visit } from './browser.ts';

/** The employees' policy of Mianyang. */
export const EMPLOYEES = '绵阳市职工基本医疗保险';

/** Opens a screen for the employees of Mianyang with the text looked at. */
export async function openScreen(studio: OpenStudio, view: string, options: Parameters<OpenStudio['visit']>[0] = {}): Promise<Visit> {
  const visit = await studio.visit(options);
  await visit.page.goto(`${studio.url}#/${view}/${EMPLOYEES}/2023-05-08`);
  await looked(visit.page);
  return visit;
}

/** The first result of the worker is on the page. */
export const looked = (page: Page): Promise<void> => page.getByRole('slider', { name: /看哪一天的政策|day whose law/ }).waitFor();

/** The editor has come and shows a text. */
export async function editorReady(page: Page): Promise<void> {
  await page.locator('.view-line').nth(3).waitFor();
  await page.locator('.yice-keyword').first().waitFor();
}

/** For how long nothing may happen on a page at rest. Longer than any pause the page makes before it goes on. */
const REST_MS = 700;

/** The page has come to rest: its workers owe no answer, nothing moves, and nothing has changed for a while. */
export async function rested(page: Page, restMs = REST_MS): Promise<void> {
  await page.evaluate(
    (rest) =>
      new Promise<void>((resolve) => {
        let since = performance.now();
        const watch = new MutationObserver((records) => {
          // The caret may blink.
          if (records.some(({ target }) => !(target instanceof Element && target.closest('.cursors-layer')))) since = performance.now();
        });
        watch.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
        const look = (): void => {
          const moving = document.getAnimations().some(({ playState, effect }) => {
            const endless = effect?.getComputedTiming().iterations === Number.POSITIVE_INFINITY;
            return playState === 'running' && !endless;
          });
          if (moving || (window.yiceAsked?.size ?? 0) > 0) since = performance.now();
          if (performance.now() - since < rest) return void setTimeout(look, 50);
          watch.disconnect();
          resolve();
        };
        look();
      }),
    restMs,
  );
}

/** Called before something is typed; what comes back waits until it is kept: the status bar shows a time since then, and no other comes for a while. */
export function keeping(page: Page): () => Promise<void> {
  const DAY_S = 86_400;
  const secondsOf = (clock: string): number => clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  const now = (): number => secondsOf(new Date().toTimeString().slice(0, 8));
  const began = now();
  const shown = async (): Promise<string> => {
    const [clock] = /\d+:\d+:\d+/u.exec((await page.getByRole('button', { name: '已保存' }).textContent()) ?? '') ?? [];
    if (clock === undefined) return 'not kept yet';
    const since = (from: number, to: number): number => (to - from + DAY_S) % DAY_S;
    const saved = secondsOf(clock);
    return since(began, saved) < DAY_S / 2 && since(saved, now()) >= 2 ? 'kept' : clock;
  };
  return () => soon(shown).toBe('kept');
}

/**
 * Runs every timer of the page late until what comes back is called, as on a machine that has much else to do: keys are taken before
 * timers then.
 */
export async function lateTimers(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    const own = window.setTimeout;
    Object.assign(window, {
      yiceTimers: own,
      setTimeout: (act: () => void, wait = 0, ...given: unknown[]) => own(act, wait + 1500, ...given),
    });
  });
  return () => page.evaluate(() => void Object.assign(window, { setTimeout: Reflect.get(window, 'yiceTimers') }));
}

/** Puts the caret at the end of the line that holds a text, found as a person would: with Ctrl+F. */
export async function caretAfter(page: Page, text: string): Promise<void> {
  const finder = page.locator('.find-widget');
  await page.locator('.view-line').first().click();
  await page.keyboard.press('Control+f');
  // First something that is not there: the count of what was looked for before must be gone, or it is taken for that of this text.
  await finder.locator('textarea').first().fill('\u2603');
  await finder.locator('.matchesCount').filter({ hasNotText: /\d/ }).waitFor();
  await finder.locator('textarea').first().fill(text);
  await finder.locator('.matchesCount').filter({ hasText: /\d/ }).waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.find-widget:not(.visible)').waitFor({ state: 'attached' });
  await page.keyboard.press('End');
}
