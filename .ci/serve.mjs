import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { CONTENT_SECURITY_HEADER } from './csp.mjs';

const HEADERS = {
  'Content-Security-Policy': CONTENT_SECURITY_HEADER,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
};

/**
 * Serves a folder of static files to this machine alone.
 * @param {string} folder @param {number} port 0 = any that is free
 * @returns {Promise<{ url: string, close: () => void }>} @rejects when the port is taken
 */
export function serveFolder(folder, port) {
  const app = new Hono();
  app.use('*', async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(HEADERS)) context.res.headers.set(name, value);
    // Files under assets/ carry a digest of their content in their names.
    const kept = context.req.path.startsWith('/assets/') && context.res.status === 200;
    context.res.headers.set('Cache-Control', kept ? 'public, max-age=31536000, immutable' : 'no-cache');
  });
  app.use('*', serveStatic({ root: folder }));
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port }, (address) => {
      resolve({ url: `http://127.0.0.1:${address.port}/`, close: () => server.close() });
    });
    server.on('error', reject);
  });
}
