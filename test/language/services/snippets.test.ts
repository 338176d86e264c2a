import { describe, expect, it } from 'vitest';
import { parse } from '../../../language/2-syntax/parse.ts';
import { completeAt } from '../../../language/services/completion.ts';
import { inPolicy, withCaret } from '../../kit/caret.ts';

/** With every place to fill in left as it is offered. */
const filled = (insert: string): string => insert.replace(/\$\{\d+:([^}]*)\}/gu, '$1');

const offered = (marked: string, language: 'zh' | 'en') => {
  const { state, at } = withCaret(marked);
  return completeAt(state, at, language).items.filter(({ kind }) => kind === 'snippet');
};

describe.each(['zh', 'en'] as const)('ready pieces, %s', (language) => {
  const atFile = offered('‸', language);
  const inside = offered(inPolicy('  ‸'), language);

  it('are there for the whole constructs', () => {
    expect([atFile.length, inside.length]).toEqual([4, 8]);
  });
  it.each(atFile.map((one) => [one.label, one] as const))('%s reads as it is offered', (_, { insert }) => {
    const { diagnostics } = parse({ path: 'a.yice', text: `${filled(insert)}\n` });
    expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ what }) => what.zh)).toEqual([]);
  });
  it.each(inside.map((one) => [one.label, one] as const))('%s reads as it is offered in a policy', (_, { insert }) => {
    const { diagnostics } = parse({ path: 'a.yice', text: `政策 “甲” {\n  ${filled(insert)}\n}\n` });
    expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ what }) => what.zh)).toEqual([]);
  });
});
