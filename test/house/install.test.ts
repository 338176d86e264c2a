import { describe, expect, it } from 'vitest';
import { installedAsLocked } from '../../.ci/install.mjs';
import { missingFrom } from '../../.ci/lock.mjs';
import { textOf } from './tree.ts';

const wanted = {
  packages: {
    '': {},
    'node_modules/a': { version: '1.0.0', integrity: 'x' },
    'node_modules/b': { version: '2.0.0', integrity: 'y', optional: true },
  },
};
const a = wanted.packages['node_modules/a'];

describe('what is installed', () => {
  it.each([
    ['is what the lock file asks for', { 'node_modules/a': a }, true],
    ['may have more', { 'node_modules/a': a, 'node_modules/c': { version: '1.0.0' } }, true],
    ['lacks a package', {}, false],
    ['has another version', { 'node_modules/a': { ...a, version: '1.0.1' } }, false],
    ['has another content', { 'node_modules/a': { ...a, integrity: 'z' } }, false],
    ['has another version of an optional one', { 'node_modules/a': a, 'node_modules/b': { version: '1.0.0' } }, false],
  ])('%s', (_case, packages, same) => {
    expect(installedAsLocked(wanted, { packages })).toBe(same);
  });

  it('is nothing without a note of it', () => {
    expect(installedAsLocked(wanted, undefined)).toBe(false);
    expect(installedAsLocked(undefined, { packages: {} })).toBe(false);
  });
});

describe('the lock file', () => {
  it('names what other platforms need; node .ci/lock.mjs completes it', () => {
    const lock: { packages: Record<string, { version?: string }> } = JSON.parse(textOf('package-lock.json'));
    expect(Object.keys(missingFrom(lock.packages))).toEqual([]);
  });

  it.each([
    ['@a/b-darwin-arm64', { os: ['darwin'], cpu: ['arm64'] }],
    ['@a/b-linux-x64-musl', { os: ['linux'], cpu: ['x64'], libc: ['musl'] }],
    ['@a/b-linux-arm64-gnu', { os: ['linux'], cpu: ['arm64'], libc: ['glibc'] }],
    ['@a/b-linux-arm-gnueabihf', { os: ['linux'], cpu: ['arm'] }],
    ['@a/b-win32-x64-msvc', { os: ['win32'], cpu: ['x64'] }],
    ['@a/b-wasm32-wasi', { cpu: ['wasm32'] }],
  ])('%s is for its platform alone', (name, platform) => {
    const packages = { 'node_modules/b': { dev: true, optionalDependencies: { [name]: '1.0.0', other: '^1.0.0' } } };
    expect(missingFrom(packages)).toEqual({ [`node_modules/${name}`]: { version: '1.0.0', dev: true, optional: true, ...platform } });
  });

  it('carries no address of where its packages came from', () => {
    expect(textOf('package-lock.json')).not.toMatch(/"resolved"/);
  });
});
