import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFolder } from '../../../../language/cli/studio/folder.ts';
import type { ServedFolder } from '../../../../language/cli/studio/serve.ts';
import { serveFolder } from '../../../../language/cli/studio/serve.ts';

let root = '';
let served: ServedFolder;
let origin = '';
let key = '';

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'yice-served-'));
  mkdirSync(join(root, 'page'));
  mkdirSync(join(root, 'texts'));
  writeFileSync(join(root, 'page/index.html'), '<html><head><title>页</title></head></html>');
  writeFileSync(join(root, 'texts/甲.yice'), '政策 “甲” {}\n');
  served = await serveFolder(join(root, 'page'), await openFolder(join(root, 'texts')), { name: '一个<目录>', id: 'a1' }, 0);
  origin = new URL(served.url).origin;
  key = new URL(served.url).searchParams.get('key') ?? '';
});
afterEach(() => {
  served.close();
  rmSync(root, { recursive: true, force: true });
});

interface Asked {
  readonly status: number;
  readonly body: string;
}

/** As a browser would, or as one would not: any header can be given. */
const ask = (path: string, options: { method?: string; headers?: Record<string, string>; body?: string } = {}): Promise<Asked> =>
  new Promise((resolve, reject) => {
    const made = request(`${origin}${path}`, { method: options.method ?? 'GET', headers: options.headers ?? {} }, (reply) => {
      let body = '';
      reply.setEncoding('utf8');
      reply.on('data', (part: string) => {
        body += part;
      });
      reply.on('end', () => resolve({ status: reply.statusCode ?? 0, body }));
    });
    made.on('error', reject);
    made.end(options.body);
  });
const known = (more: Record<string, string> = {}): Record<string, string> => ({ cookie: `yice-key=${key}`, ...more });

describe('the studio on a folder', () => {
  it('gives page and texts to who holds the key, and says on what it works', async () => {
    expect((await ask('/', { headers: known() })).body).toContain('content="一个&#60;目录&#62;"');
    const { status, body } = await ask('/workspace', { headers: known() });
    expect([status, JSON.parse(body)]).toMatchObject([200, { name: '一个<目录>', files: [{ path: '甲.yice', text: '政策 “甲” {}\n' }] }]);
  });

  it.each([
    ['no key', {}],
    ['another key', { cookie: `yice-key=${'0'.repeat(48)}` }],
  ])('is closed to who has %s', async (_, headers) => {
    expect((await ask('/workspace', { headers })).status).toBe(403);
    expect((await ask('/workspace/text?path=b.yice', { method: 'PUT', headers, body: 'x' })).status).toBe(403);
  });

  it('is closed to a page of another name or origin, even with the key', async () => {
    expect((await ask('/workspace', { headers: known({ host: 'evil.example' }) })).status).toBe(403);
    expect(
      (await ask('/workspace/text?path=b.yice', { method: 'PUT', headers: known({ origin: 'http://evil.example' }), body: 'x' })).status,
    ).toBe(403);
  });

  it('takes a text with the tag it was read with, and refuses to overwrite another', async () => {
    const { tag } = JSON.parse((await ask('/workspace', { headers: known() })).body).files[0];
    const put = (base: string, body: string) =>
      ask(`/workspace/text?path=${encodeURIComponent('甲.yice')}&base=${base}`, { method: 'PUT', headers: known({ origin }), body });
    expect((await put(tag, '一')).status).toBe(200);
    const stale = await put(tag, '二');
    expect([stale.status, JSON.parse(stale.body).now.text]).toEqual([409, '一']);
    expect((await ask('/workspace/text?path=..%2Fx.yice', { method: 'PUT', headers: known({ origin }), body: 'x' })).status).toBe(422);
  });
});
