import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright';
import { CHROMIUM_FLAGS, ensureChromium } from '../../.ci/chromium.mjs';
import { ROOT } from '../../.ci/install.mjs';
import { serveFolder } from '../../.ci/serve.mjs';

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

/** Starts the server and the browser; one for a whole test file. */
export async function openStudio(): Promise<OpenStudio> {
  const server = await serveFolder(`${ROOT}dist/studio`, 0);
  const browser: Browser = await chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_FLAGS });
  return {
    url: server.url,
    visit: async (options = {}) => {
      const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1440, height: 900 }, ...options });
      // A busy machine is slow; what never comes still ends the test.
      context.setDefaultTimeout(45_000);
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
      await page.goto(server.url);
      return { page, problems, close: () => context.close() };
    },
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}
