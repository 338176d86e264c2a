/** The policy that short examples of the manual are lines of. */
import { readFileSync } from 'node:fs';
import { compile, renderDiagnostic, runScenarios } from '../../../language/index.ts';
import { KEYWORDS } from '../../../language/keywords.ts';
import { loadUnverified } from '../../../runtime/index.ts';

const NATIONAL = { path: '000000-国家/词汇.yice', text: readFileSync('policies/000000-国家/词汇.yice', 'utf8') };

const FRAME = `政策 “示例市职工医保” {
  统筹区 “990100” 示例市
  险种 职工
  入口 结算
  自 2023-01-01 起
  发布 2022-12-01
  版本日 就诊日
  归属日 就诊日
  支付舍入 四舍五入到分
  撤销后 重算
  金额上限 1000万元
  继承 “国家医保词汇” : 参保人、就诊日、医疗类别、机构等级、人员类别、身份、总额、统筹基金、救助基金、大病基金、企业补充
  字段 认定病种数 : 整数 0 以上 于 就诊日
  累计 年起付 = 合计 门诊.起付 每 参保人、自然年(归属日)
  待遇 门诊 {
    适用 医疗类别 是 普通门诊、门诊慢特病
    起付线 200元 累计于 年起付
    报销比例 50%
    支付 由 统筹基金 从 政策范围内
  }
`;

/** Lines of law that there is one of: an example's own takes the place of the frame's. */
const ONCE = (
  ['area', 'scheme', 'entry', 'starting', 'published', 'versionDay', 'periodDay', 'paymentRounding', 'onReversal', 'moneyLimit'] as const
).map((id) => KEYWORDS[id].zh);

function around(items: string): string {
  const own = items.split('\n').map((line) => line.trim().split(' ')[0]);
  const taken = ONCE.filter((word) => own.includes(word));
  const frame = FRAME.split('\n').filter((line) => !taken.some((word) => line.startsWith(`  ${word} `)));
  return `${frame.join('\n')}${items}\n}\n`;
}

const BLOCKS = ['policy', 'vocabulary', 'amendment', 'scenario', 'property', 'reconcile'] as const;
const TOP = new RegExp(`^(${BLOCKS.map((id) => KEYWORDS[id].zh).join('|')})\\s`, 'mu');

/** The example as a whole file: from its first block on after the policy, what stands before as lines of the policy. */
export function wholeOf(example: string): string {
  const at = example.search(TOP);
  return at < 0 ? around(example) : `${around(example.slice(0, at))}\n${example.slice(at)}`;
}

const PATH = '990100-示例市/政策.yice';
/** What the examples cite. */
const DOCUMENT = { path: '990100-示例市/sources/2023-通知.txt', text: '起付标准:在职职工300元,退休职工200元。平均报销比例达到70%。' };

const compiled = (text: string): ReturnType<typeof compile> =>
  compile({ files: [NATIONAL, { path: PATH, text }], documents: [DOCUMENT] }, { folder: '990100-示例市' });

/** What is wrong with a text, as it is told to its writer, in Chinese. */
export async function errorsOf(text: string): Promise<string[]> {
  const { diagnostics } = await compiled(text);
  return diagnostics
    .filter(({ severity }) => severity === 'error')
    .map((one) => renderDiagnostic(one, () => text, { lang: 'zh', colour: false }));
}

/** The same, and the values that the scenarios of the text expect and that come out otherwise. */
export async function faultsOf(text: string): Promise<string[]> {
  const { built, file, digest } = await compiled(text);
  const errors = await errorsOf(text);
  if (errors.length > 0 || !file || digest === undefined) return errors;
  const ticks = runScenarios(built, loadUnverified(file, digest)).flatMap(({ events }) => events.flatMap((event) => event.ticks));
  return ticks.filter(({ pass }) => !pass).map(({ label, actual, expected }) => `${label} is ${actual}, not ${expected}`);
}
