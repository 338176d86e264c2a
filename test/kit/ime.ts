import type { Page } from 'playwright';

/** An input method at work: letters that are being composed, then what they become. */
export interface InputMethod {
  compose(letters: string): Promise<void>;
  /** Ends the composition with a text. */
  commit(text: string): Promise<void>;
}

/** The browser's own input-method door; composition events come as they do from a person typing pinyin. */
export async function inputMethod(page: Page): Promise<InputMethod> {
  const session = await page.context().newCDPSession(page);
  return {
    compose: async (letters) => {
      for (let length = 1; length <= letters.length; length += 1) {
        await session.send('Input.imeSetComposition', { text: letters.slice(0, length), selectionStart: length, selectionEnd: length });
      }
    },
    commit: async (text) => {
      await session.send('Input.insertText', { text });
    },
  };
}

/** Counts what the page does while nothing should be done: questions to its workers, and changes of the page outside the editor's line. */
export async function countWork(page: Page): Promise<() => Promise<{ readonly posts: number; readonly changes: readonly string[] }>> {
  await page.evaluate(() => {
    const work = { posts: 0, changes: [] as string[] };
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function counted(this: Worker, ...sent: Parameters<Worker['postMessage']>) {
      // The editor's own worker is not ours to still.
      if (typeof sent[0] === 'object' && sent[0] !== null && 'version' in sent[0]) work.posts += 1;
      post.apply(this, sent);
    } as Worker['postMessage'];
    new MutationObserver((records) => {
      for (const record of records) {
        const element = record.target instanceof Element ? record.target : record.target.parentElement;
        // Nor is its announcer, which still tells what the finder found when the finder is long closed.
        if (element && !element.closest('.monaco-editor, .monaco-aria-container, svg'))
          work.changes.push(`${element.tagName} ${element.className} ${element.textContent?.slice(0, 40)}`);
        if (element?.closest('.monaco-editor') && element.matches('.cdr.squiggly-error, .suggest-widget'))
          work.changes.push(element.className);
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
    Object.assign(window, { yiceWork: work });
  });
  return () => page.evaluate(() => Reflect.get(window, 'yiceWork'));
}
