import { describe, expect, it } from 'vitest';
import { createCompiler, format } from '../../../language/index.ts';
import { newPolicyText } from '../../../studio/loop/new-policy.ts';
import { realPolicies } from '../../kit/policy.ts';

describe('a policy begun from nothing', () => {
  it.each(['510700-绵阳市', '自己的'])('of %s holds as it is, and is laid out as the studio lays texts out', async (folder) => {
    const text = newPolicyText(folder, '新政策');
    expect(format(text).text).toBe(text);
    const file = `${folder}/新政策.yice`;
    const { files, documents } = realPolicies();
    const words = files.filter(({ path }) => path === '000000-国家/词汇.yice');
    const compiler = createCompiler();
    const { diagnostics } = await compiler.compile({ files: [...words, { path: file, text }], documents });
    const own = diagnostics.filter(({ labels: [place] }) => place?.span.file === file);
    expect(own.filter(({ severity }) => severity === 'error').map(({ code, what }) => [code, what.zh])).toEqual([]);
  });
});
