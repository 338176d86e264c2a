import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright';
import { expect } from 'vitest';
import { CHROMIUM_FLAGS, ensureChromium } from '../../.ci/chromium.mjs';
import { ROOT } from '../../.ci/install.mjs';
import { serveFolder } from '../../.ci/serve.mjs';

declare global {
  interface Window {
    /** By id, when what was asked of a worker has not been answered. */
    yiceAsked?: Set<number>;
  }
}

/** The built studio in a real browser, served as `npm start` serves it. */
export interface OpenStudio {
  readonly url: string;
  /** A page in a browser profile of its own: nothing is remembered from another test. */
  readonly visit: (options?: BrowserContextOptions) => Promise<Visit>;
  readonly close: () => Promise<void>;
}

export interface Visit {
  readonly page: Page;
  /** What went wrong on the page so far: errors, refused loads, and anything asked of another host. A journey ends with it empty. */
  readonly problems: readonly string[];
  readonly close: () => Promise<void>;
}

/** Runs in the page before anything of it: keeps account of what its language worker has been asked. */
function countQuestions(): void {
  const asked = new Set<number>();
  window.yiceAsked = asked;
  const heard = new WeakSet<Worker>();
  const post = Worker.prototype.postMessage;
  const idOf = (sent: unknown): number | undefined => {
    const id =
      typeof sent === 'object' && sent !== null && 'version' in sent && 'kind' in sent && 'id' in sent && sent.kind !== 'cancel'
        ? sent.id
        : undefined;
    return typeof id === 'number' ? id : undefined;
  };
  Worker.prototype.postMessage = function noted(this: Worker, ...sent: Parameters<Worker['postMessage']>) {
    const id = idOf(sent[0]);
    if (id !== undefined) asked.add(id);
    if (id !== undefined && !heard.has(this)) {
      heard.add(this);
      this.addEventListener('message', ({ data }: MessageEvent<{ id?: number; kind?: string }>) => {
        if (data.id !== undefined && data.kind !== 'progress') asked.delete(data.id);
      });
    }
    post.apply(this, sent);
  } as Worker['postMessage'];
}

/** How long a step of a journey may take. The machine may be busy with other things: slow is not wrong; what never comes still ends the test. */
const PATIENCE_MS = 90_000;

/** Asks again and again until a value is what is expected of it. */
export const soon = <Value>(value: () => Promise<Value> | Value) => expect.poll(value, { timeout: PATIENCE_MS });

/** Starts the server and the browser; one for a whole test file. */
export async function openStudio(): Promise<OpenStudio> {
  const server = await serveFolder(`${ROOT}dist/studio`, 0);
  const browser: Browser = await chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_FLAGS });
  return {
    url: server.url,
    visit: async (options = {}) => {
      const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1440, height: 900 }, ...options });
      context.setDefaultTimeout(PATIENCE_MS);
      const page = await context.newPage();
      const problems: string[] = [];
      page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
      page.on('console', (message) => {
        if (message.type() === 'error') problems.push(`console: ${message.text()}`);
      });
      page.on('requestfailed', (request) => problems.push(`request: ${request.url()} ${request.failure()?.errorText ?? ''}`));
      page.on('request', (request) => {
        if (!request.url().startsWith(server.url) && !/^(data|blob):/.test(request.url())) problems.push(`elsewhere: ${request.url()}`);
      });
      await page.addInitScript(countQuestions);
      await page.goto(server.url);
      return { page, problems, close: () => context.close() };
    },
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}
