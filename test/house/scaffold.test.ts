import { describe, expect, it } from 'vitest';
import { KIND_EXAMPLES, plan } from '../../.ci/scaffold.mjs';
import { codeOf, isCode } from './tree.ts';

const examples = KIND_EXAMPLES.map((example) => example.split(' '));

describe('npm run new', () => {
  it('begins each kind of the house', () => {
    expect(examples.map(([kind]) => kind)).toEqual(['construct', 'diagnostic', 'command', 'view', 'policy']);
  });

  it.each(examples)('%s %s gives files where the house has them, and what to do next', (kind, name) => {
    const planned = plan(kind, name);
    expect(planned?.next).toMatch(/^np[mx] /);
    for (const [path, text] of Object.entries(planned?.files ?? {})) {
      expect(path).toMatch(/^(language|studio|test|policies)\/[\p{L}\p{N}/.·-]+\.(ts|tsx|yice|json|md)$/u);
      expect(text.endsWith('\n')).toBe(true);
      if (isCode(path)) expect(codeOf(text)).toMatch(/^(import|export|const|let)\b/m);
    }
  });

  it.each([
    ['construct', 'Waiting Period'],
    ['diagnostic', 'gap'],
    ['policy', '漳州市'],
    ['view', '../evil'],
    ['policy', '350600-../evil'],
    ['toString', 'x'],
    [undefined, undefined],
  ])('refuses %s %s', (kind, name) => {
    expect(plan(kind, name)).toBeUndefined();
  });
});
