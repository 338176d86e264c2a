/**
 * The first files of a new thing, as texts by path, and the command that shows what is still missing. Each comes with a test that fails
 * until it means something.
 *
 * @typedef {{ files: Record<string, string>, next: string }} Plan
 */

/** @param {string} name */
const pascal = (name) => name.replace(/(^|-)([a-z0-9])/g, (_all, _dash, /** @type {string} */ letter) => letter.toUpperCase());
/** @param {string} name */
const camel = (name) => pascal(name).replace(/^./, (letter) => letter.toLowerCase());

const KEBAB = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** @type {Record<string, { shape: RegExp, example: string, plan: (name: string) => Plan }>} */
const KINDS = {
  construct: {
    shape: KEBAB,
    example: 'waiting-period',
    plan: (name) => ({
      files: {
        [`language/2-syntax/nodes/${name}.ts`]: `import type { Name, Span } from './span.ts';

/** Its concrete syntax, as language/GRAMMAR.md has it. */
export interface ${pascal(name)} {
  readonly kind: '${camel(name)}';
  readonly name: Name;
  readonly span: Span;
}
`,
        // Neither case means anything yet: both fail until the construct is read.
        [`test/language/constructs/${name}/accepted.yice`]: `// = 最简单的写法\n${name} …\n`,
        [`test/language/constructs/${name}/refused.yice`]: `// = 差一点的写法 ${name}/near-miss\n${name} …\n`,
      },
      next: `npx tsc --noEmit; npx vitest run test/language/constructs`,
    }),
  },
  diagnostic: {
    shape: /^[a-z]+\/[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    example: 'tables/gap',
    plan: (code) => {
      const [group = '', name = ''] = code.split('/');
      return {
        files: {
          [`language/diagnostics/${group}.ts`]: `import type { Span } from '../2-syntax/nodes/span.ts';
import type { Diagnostic } from './diagnostic.ts';
import { finding } from './finding.ts';

/** When it is found. */
export const ${camel(name)} = (v: { name: string; span: Span }): Diagnostic =>
  finding({
    code: '${code}',
    what: [\`“\${v.name}” …。\`, \`“\${v.name}” ….\`],
    why: ['…。', '….'],
    remedy: ['…。', '….'],
    span: v.span,
  });
`,
        },
        next: 'npx vitest run test/language/constructs -u',
      };
    },
  },
  command: {
    shape: KEBAB,
    example: 'close-panel',
    plan: (name) => ({
      files: {
        [`studio/commands/${name}.ts`]: `import type { Command } from './command.ts';

export const ${camel(name)}: Command = {
  id: '${name}',
  label: { zh: '…', en: '…' },
  initials: '',
  run: () => {},
};
`,
      },
      next: `npx knip  # until studio/commands/all.ts lists it`,
    }),
  },
  view: {
    shape: KEBAB,
    example: 'annual',
    plan: (name) => ({
      files: {
        [`studio/views/${name}/${pascal(name)}.tsx`]: `import { useWords } from '../../strings/use-words.ts';
import { ${camel(name)}Words } from './strings.ts';

/** What is seen here, and for whom. */
export default function ${pascal(name)}() {
  const say = useWords(${camel(name)}Words);
  return <h1>{say('title')}</h1>;
}
`,
        [`studio/views/${name}/strings.ts`]: `import { defineWords } from '../../strings/strings.ts';

/** The words of the ${name} view. */
export const ${camel(name)}Words = defineWords('${name}', {
  title: { zh: '…', en: '…' },
});
`,
        [`test/product/${name}.test.ts`]: `import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenStudio, openStudio } from '../kit/browser.ts';

let studio: OpenStudio;
beforeAll(async () => {
  studio = await openStudio();
});
afterAll(() => studio.close());

describe('the ${name} view', () => {
  it('opens', async () => {
    const { page, problems, close } = await studio.visit();
    await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).toBe('…');
    expect(problems).toEqual([]);
    await close();
  });
});
`,
      },
      next: `npx vitest run test/product/${name}.test.ts  # until App.tsx leads to it`,
    }),
  },
  policy: {
    shape: /^\d{6}-[\p{L}\d·-]+$/u,
    example: '350600-漳州市',
    plan: (folder) => {
      const code = folder.slice(0, 6);
      const area = folder.slice(7);
      const title = `${area}职工基本医疗保险`;
      return {
        files: {
          [`policies/${folder}/职工基本医疗保险.yice`]: `政策 “${title}” {
  统筹区 “${code}” ${area}
  险种 职工
  入口 结算
  自 待定 “原文未写从哪一天起执行”
  发布 待定 “原文未写发布日”
  版本日 就诊日
  归属日 就诊日
  支付舍入 四舍五入到分
  撤销后 重算
  金额上限 1000万元
  继承 “国家医保词汇” : 参保人、就诊日、医疗类别、机构等级、人员类别、总额、统筹基金
}
`,
          [`policies/${folder}/职工基本医疗保险.scenarios.yice`]: `// 原文的每一个数一条示例
`,
          [`policies/${folder}/sources/index.json`]: '[]\n',
          [`policies/${folder}/NOTES.md`]: `# ${area}\n\n哪些是待定,要问谁。\n`,
        },
        next: `npx yice test policies/${folder}`,
      };
    },
  },
};

/** The kinds that can be begun, each with an example of a name. */
export const KIND_EXAMPLES = Object.entries(KINDS).map(([kind, { example }]) => `${kind} ${example}`);

/** @param {string | undefined} kind @param {string | undefined} name @returns {Plan | undefined} nothing when there is no such kind, or the name is not one of its kind */
export function plan(kind, name) {
  const known = kind !== undefined && Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
  return known && name !== undefined && known.shape.test(name) ? known.plan(name) : undefined;
}
