import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { CHROMIUM_FLAGS, findChromium } from './.ci/chromium.mjs';
import { CONTENT_SECURITY_META } from './.ci/csp.mjs';

/** The built page carries its own policy, so that it stays strict on any static host. */
const contentSecurity: Plugin = {
  name: 'content-security',
  apply: 'build',
  transformIndexHtml: () => [
    { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: CONTENT_SECURITY_META }, injectTo: 'head-prepend' },
  ],
};

/** Tables of Chinese encodings and fonts that a PDF may name without carrying them: served with the page, as nothing comes from elsewhere. */
const pdfParts: Plugin = {
  name: 'pdf-parts',
  apply: 'build',
  generateBundle() {
    for (const [folder, from] of [
      ['cmaps', 'cmaps'],
      ['fonts', 'standard_fonts'],
    ] as const) {
      const source = new URL(`./node_modules/pdfjs-dist/${from}/`, import.meta.url);
      for (const name of readdirSync(source))
        this.emitFile({ type: 'asset', fileName: `pdf/${folder}/${name}`, source: readFileSync(new URL(name, source)) });
    }
  },
};

const studio = {
  base: './',
  plugins: [react(), contentSecurity, pdfParts],
  // No file is turned into a data: address: the page's policy would refuse fonts and workers that came that way.
  build: { outDir: 'dist/studio', assetsInlineLimit: 0, chunkSizeWarningLimit: 4096 },
  worker: { format: 'es' as const },
};

/** One file that starts quickly; nothing is resolved from node_modules at run time. */
const commandLine = {
  build: {
    ssr: 'language/cli/main.ts',
    outDir: 'dist/cli',
    target: 'node20',
    rolldownOptions: { output: { entryFileNames: 'main.mjs', chunkFileNames: '[name]-[hash].mjs' } },
  },
  ssr: { noExternal: true as const },
};

/** What a back-end imports as yice/runtime: one module without dependencies. */
const runtime = {
  build: {
    ...commandLine.build,
    ssr: 'runtime/index.ts',
    outDir: 'dist/runtime',
    rolldownOptions: { output: { entryFileNames: 'index.mjs' } },
  },
  ssr: commandLine.ssr,
};

/** Measured as it would run in a back-end; the other engines stay outside, one of them is native code. */
const bench = {
  build: { ...commandLine.build, ssr: 'test/bench/main.ts', outDir: 'dist/bench' },
  ssr: { external: ['@gorules/zen-engine', '@marcbachmann/cel-js'] },
};

/** The long run against the reference, on all cores: the workers are the same file. */
const fuzz = {
  build: { ...commandLine.build, ssr: 'test/reference/fuzz/main.ts', outDir: 'dist/fuzz' },
  ssr: commandLine.ssr,
};

/** What the studio takes in a real browser. */
const measured = {
  build: { ...commandLine.build, ssr: 'test/measure/main.ts', outDir: 'dist/measure' },
  ssr: { external: ['playwright'] },
};

/** Pages are slow on a small machine; logic is not. A journey that hangs still ends, at the step that hangs. */
const PAGE_TIMEOUT = 300_000;

/** What every test that draws cases loads first. */
const SEED = './test/kit/seed.ts';

export default defineConfig(({ mode }) => ({
  ...configOf(mode),
  test: {
    // Every core: what reports is idle while tests run.
    maxWorkers: availableParallelism(),
    projects: [
      { extends: true, test: { name: 'house', include: ['test/house/**/*.test.ts'], testTimeout: 30_000 } },
      {
        extends: true,
        test: {
          name: 'rules',
          setupFiles: [SEED],
          include: ['test/{language,runtime,policies,reference}/**/*.test.ts'],
          exclude: ['test/**/*.page.test.ts'],
          // The rules keep no state of their own, so that files may share what they load; a parser is slow to make.
          isolate: false,
          testTimeout: 300_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'unit',
          setupFiles: [SEED],
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/house/**', 'test/product/**', 'test/{language,runtime,policies,reference}/**', 'test/**/*.page.test.{ts,tsx}'],
          // A test that takes longer hangs; a busy machine is no reason to fail.
          testTimeout: 300_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/product/**/*.test.ts'],
          testTimeout: PAGE_TIMEOUT,
          hookTimeout: PAGE_TIMEOUT,
        },
      },
      {
        extends: true,
        // Found late, a library would make the page load again in the middle of a test.
        optimizeDeps: { include: ['chevrotain', 'canonicalize', 'fast-check'] },
        test: {
          name: 'page',
          setupFiles: [SEED],
          include: ['test/**/*.page.test.{ts,tsx}'],
          globalSetup: ['test/agreement/in-node.ts'],
          testTimeout: PAGE_TIMEOUT,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { ...executable(), args: CHROMIUM_FLAGS } }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
}));

function configOf(mode: string) {
  if (mode === 'cli') return commandLine;
  if (mode === 'runtime') return runtime;
  if (mode === 'fuzz') return fuzz;
  if (mode === 'measure') return measured;
  return mode === 'bench' ? bench : studio;
}

function executable(): { executablePath?: string } {
  const executablePath = findChromium();
  return executablePath ? { executablePath } : {};
}
