import { expect, it } from 'vitest';
import { compile } from '../../language/compile.ts';
import { realPolicies } from '../kit/policy.ts';

/** One real policy with what it takes from the national vocabulary, one text of it put in place of another. */
function changed(name: string, from: string, to: string): Parameters<typeof compile>[0] {
  const { files: all, documents } = realPolicies();
  const files = all.filter(({ path }) => path === name || path.startsWith('000000-'));
  const file = files.find(({ path }) => path === name);
  if (!file?.text.includes(from)) throw new Error(`${name} does not say ${from}`);
  return { files: files.map((one) => (one === file ? { ...one, text: one.text.replace(from, to) } : one)), documents };
}

const codesOf = async (workspace: Parameters<typeof compile>[0], folder: string): Promise<readonly string[]> =>
  (await compile(workspace, { folder })).diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code);

it('a county that pays less than the 50 yuan of 通辽 does not compile', async () => {
  expect(await codesOf(changed('150500-通辽市/居民参保补贴.yice', '暂按 50元', '暂按 60元'), '150500-通辽市')).toEqual([]);
  expect(await codesOf(changed('150500-通辽市/居民参保补贴.yice', '暂按 50元', '暂按 40元'), '150500-通辽市')).toContain(
    'assertions/false',
  );
});

it('parts that do not sum to the total of 海南 do not compile', async () => {
  expect(await codesOf(changed('460000-海南省/居民筹资.yice', '金额 = 380元', '金额 = 390元'), '460000-海南省')).toContain(
    'assertions/false',
  );
});
