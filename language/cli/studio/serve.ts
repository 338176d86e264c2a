import { randomBytes, timingSafeEqual } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Context } from 'hono';
import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Folder, Outside, Written } from './folder.ts';
import { MOST_BYTES } from './folder.ts';

/**
 * The studio's page together with the texts of a folder, for this machine alone. Whoever asks must hold the key that the address carries:
 * another program or page of this machine does not. A page of another name that leads here is refused by the name it asked for.
 */
export interface ServedFolder {
  /** With the key; opened once, the browser keeps it. */
  readonly url: string;
  readonly close: () => void;
}

/** What the page may load it says itself; that nobody may frame it, only a header can. */
const HEADERS = {
  'Content-Security-Policy': "frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-cache',
};

/** What a folder is called, and what tells it from another of that name. */
export interface Named {
  readonly name: string;
  readonly id: string;
}

/** How often the folder is looked at for what others did, milliseconds. */
const LOOK_EVERY_MS = 700;

const same = (given: string, wanted: string): boolean =>
  given.length === wanted.length && timingSafeEqual(Buffer.from(given), Buffer.from(wanted));

const keyIn = (context: Context): string => /(?:^|;\s*)yice-key=([0-9a-f]+)/u.exec(context.req.header('cookie') ?? '')?.[1] ?? '';

/** The page says by a tag of its own that it works on a folder, and on which. */
const withName = (page: string, name: string): string =>
  page.replace('</head>', `<meta name="yice-folder" content="${name.replace(/[&"<>]/gu, (sign) => `&#${sign.charCodeAt(0)};`)}"></head>`);

/** Serves `page`, the built studio, on the texts of `folder`. @rejects when the port is taken */
export function serveFolder(page: string, folder: Folder, { name, id }: Named, port: number): Promise<ServedFolder> {
  const key = randomBytes(24).toString('hex');
  const listeners = new Set<(events: readonly Outside[]) => void>();
  const app = new Hono();
  let origin = '';

  app.use('*', async (context, next) => {
    const { host } = new URL(context.req.url);
    const from = context.req.header('origin');
    if (`http://${context.req.header('host') ?? host}` !== origin || (from !== undefined && from !== origin)) return context.text('', 403);
    const given = context.req.query('key');
    if (given !== undefined && same(given, key)) {
      context.header('Set-Cookie', `yice-key=${key}; HttpOnly; SameSite=Strict; Path=/`);
      return context.redirect('/');
    }
    if (!same(keyIn(context), key)) return context.text(NO_KEY, 403);
    await next();
    for (const [header, value] of Object.entries(HEADERS)) context.res.headers.set(header, value);
    return undefined;
  });

  app.get('/workspace', async (context) => context.json({ name, id, files: await folder.all() }));
  app.put('/workspace/text', async (context) => {
    const path = context.req.query('path') ?? '';
    if (Number(context.req.header('content-length') ?? 0) > MOST_BYTES) return answer(context, { kind: 'refused' });
    return answer(context, await folder.write(path, await context.req.text(), context.req.query('base')));
  });
  app.delete('/workspace/text', async (context) =>
    answer(context, await folder.drop(context.req.query('path') ?? '', context.req.query('base') ?? '')),
  );
  app.get('/workspace/outside', (context) =>
    streamSSE(context, async (stream) => {
      const tell = (events: readonly Outside[]): void => {
        for (const event of events) void stream.writeSSE({ data: JSON.stringify(event) });
      };
      listeners.add(tell);
      await new Promise<void>((left) => stream.onAbort(left));
      listeners.delete(tell);
    }),
  );
  app.get('/', async (context) => context.html(withName(await readFile(join(page, 'index.html'), 'utf8'), name)));
  app.use('*', serveStatic({ root: page }));
  app.onError((error, context) => context.text(error.message, 500));

  let looking = false;
  const timer = setInterval(() => {
    if (looking) return;
    looking = true;
    folder
      .look()
      .then((events) => {
        if (events.length > 0) for (const tell of listeners) tell(events);
      })
      .catch(() => undefined)
      .finally(() => {
        looking = false;
      });
  }, LOOK_EVERY_MS);
  timer.unref();

  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port }, (address) => {
      origin = `http://127.0.0.1:${address.port}`;
      resolve({
        url: `${origin}/?key=${key}`,
        close: () => {
          clearInterval(timer);
          server.close();
          if ('closeAllConnections' in server) server.closeAllConnections();
        },
      });
    });
    server.on('error', (error) => {
      clearInterval(timer);
      reject(error);
    });
  });
}

const NO_KEY =
  '打开 yice studio 打印出来的完整地址（带 key 的那一个）· Open the whole address that yice studio printed, the one with the key';

const answer = (context: Context, written: Written): Response => {
  switch (written.kind) {
    case 'written':
      return context.json({ tag: written.tag });
    case 'stale':
      return context.json({ now: written.now ?? null }, 409);
    case 'refused':
      return context.json({}, 422);
  }
};
