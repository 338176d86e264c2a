import { describe, expect, it } from 'vitest';
import { installedAsLocked } from '../../.ci/install.mjs';

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
