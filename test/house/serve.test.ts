import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveFolder } from '../../.ci/serve.mjs';

let root = '';
let server: Awaited<ReturnType<typeof serveFolder>>;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'yice-serve-'));
  mkdirSync(join(root, 'site', 'assets'), { recursive: true });
  writeFileSync(join(root, 'secret.txt'), 'secret');
  writeFileSync(join(root, 'site', 'index.html'), '<!doctype html>');
  writeFileSync(join(root, 'site', 'assets', 'main-1.js'), '1');
  server = await serveFolder(join(root, 'site'), 0);
});
afterAll(() => {
  server.close();
  rmSync(root, { recursive: true, force: true });
});

/** The path goes out as written: fetch would resolve dots before sending. */
const get = (path: string): Promise<{ status: number; headers: Readonly<Record<string, unknown>>; body: string }> =>
  new Promise((resolve, reject) => {
    request(server.url, { path }, (answer) => {
      let body = '';
      answer.setEncoding('utf8').on('data', (part: string) => {
        body += part;
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }));
    })
      .on('error', reject)
      .end();
  });

describe('the server of npm start', () => {
  it.each([
    ['/', 200, 'text/html; charset=utf-8', 'no-cache'],
    ['/assets/main-1.js', 200, 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
    ['/assets/absent.js', 404, undefined, 'no-cache'],
  ])('%s is %i', async (path, status, type, cache) => {
    const answer = await get(path);
    expect(answer.status).toBe(status);
    if (type) expect(answer.headers['content-type']).toBe(type);
    expect(answer.headers['cache-control']).toBe(cache);
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'; worker-src 'self'");
    expect(answer.headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
  });

  it.each(['/../secret.txt', '/..%2fsecret.txt', '/assets/../../secret.txt', '//secret.txt', '/%2e%2e/secret.txt'])(
    '%s leads nowhere',
    async (path) => {
      const answer = await get(path);
      expect(answer.body).not.toContain('secret');
      expect(answer.status).toBeGreaterThanOrEqual(400);
    },
  );

  it('listens on this machine alone', () => {
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  });
});
