import type { Words } from '../diagnostics/diagnostic.ts';
import type { KeywordId, KeywordLanguage } from '../keywords.ts';
import type { Suggestion } from './completion.ts';
import { searchText } from './pinyin.ts';

interface Snippet {
  readonly label: Words;
  readonly detail: Words;
  readonly zh: string;
  readonly en: string;
}

/** `${'默认'}` is a place to fill in; places are numbered in order. */
const fill = (texts: TemplateStringsArray, ...defaults: readonly string[]): string =>
  texts.map((text, index) => (index < defaults.length ? `${text}\${${index + 1}:${defaults[index]}}` : text)).join('');

const BENEFIT: Snippet = {
  label: { zh: '一项待遇', en: 'a benefit' },
  detail: { zh: '适用、起付线、报销比例、限额、支付', en: 'applies, deductible, ratio, cap, payment' },
  zh: fill`待遇 ${'名称'} {\n  适用 ${'医疗类别 是 普通门诊'}\n  起付线 ${'200元'} ${'每次'}\n  报销比例 ${'60%'}\n  限额 支付 ${'2000元'} ${'每次'}\n  支付 由 ${'统筹基金'} 从 ${'政策范围内'}\n}`,
  en: fill`benefit ${'name'} {\n  applies_when ${'condition'}\n  deductible ${'200 yuan'} ${'each_visit'}\n  ratio ${'60%'}\n  cap pay ${'2000 yuan'} ${'each_visit'}\n  pay from ${'payer'} against ${'part'}\n}`,
};

const TABLE: Snippet = {
  label: { zh: '定义一张表', en: 'a table' },
  detail: { zh: '按两个条件取值', en: 'a value by two conditions' },
  zh: fill`定义 ${'名称'} : ${'比例'} =\n  | ${'机构等级'} ＼ ${'人员类别'} | ${'在职'} | ${'退休'} |\n  | ${'三级'} | ${'50%'} | ${'60%'} |\n  | 其他 | ${'60%'} | ${'70%'} |`,
  en: fill`define ${'name'} : ${'rate'} =\n  | ${'rows'} ＼ ${'columns'} | ${'a'} | ${'b'} |\n  | ${'c'} | ${'50%'} | ${'60%'} |\n  | other | ${'60%'} | ${'70%'} |`,
};

const SCENARIO: Snippet = {
  label: { zh: '一个示例', en: 'a scenario' },
  detail: { zh: '一个患者、一次就诊、期望的数', en: 'a patient, a visit, the expected figures' },
  zh: fill`示例 “${'题目'}” 于 “${'政策'}” {\n  参保人 { ${'人员类别 在职'} }\n  就诊 ${'2023-05-08'} { ${'医疗类别 普通门诊'}; 政策范围内 ${'1000元'}; 先行自付 0元; 超限价 0元; 全自费 0元 }\n  期望 { ${'个人 600元'} }\n}`,
  en: fill`scenario “${'title'}” on “${'policy'}” {\n  insured { ${'field value'} }\n  visit ${'2023-05-08'} { ${'field value'}; 政策范围内 ${'1000 yuan'}; 先行自付 0 yuan; 超限价 0 yuan; 全自费 0 yuan }\n  expect { personal ${'600 yuan'} }\n}`,
};

const AMENDMENT: Snippet = {
  label: { zh: '一次修订', en: 'an amendment' },
  detail: { zh: '何时起、旧值、新值、出处', en: 'from when, the old value, the new one, the source' },
  zh: fill`修订 “${'政策'}” 发布 ${'2023-12-20'} 自 ${'2024-01-01'} 起 {\n  出处 ${'通知'} “${'原文的一句'}”\n  ${'门诊.报销比例'} 由 ${'50%'} 改为 ${'55%'}\n}`,
  en: fill`amendment “${'policy'}” published ${'2023-12-20'} starting ${'2024-01-01'} onward {\n  source ${'notice'} “${'its sentence'}”\n  ${'path'} from ${'50%'} becomes ${'55%'}\n}`,
};

const PROPERTY: Snippet = {
  label: { zh: '一条性质', en: 'a property' },
  detail: { zh: '对每一名患者都成立的一句', en: 'a law that holds for every patient' },
  zh: fill`性质 “${'题目'}” 于 “${'政策'}” : ${'单调'} 随 ${'政策范围内'}, ${'门诊.支付'} 不减少`,
  en: fill`property “${'title'}” on “${'policy'}” : ${'monotone'} along ${'政策范围内'}, ${'amount'} not_decreasing`,
};

const RECONCILE: Snippet = {
  label: { zh: '核对一份原文', en: 'a reconciliation' },
  detail: { zh: '原文里不是规则的句子', en: 'sentences of a document that are no rules' },
  zh: fill`核对 “${'文件.txt'}” {\n  非规则 “${'原文的一句'}” “${'为什么'}”\n}`,
  en: fill`reconcile “${'notice.txt'}” {\n  not_a_rule “${'its sentence'}” “${'why'}”\n}`,
};

const ACCUMULATOR: Snippet = {
  label: { zh: '一个累计', en: 'an accumulator' },
  detail: { zh: '按人、按年加起来的数', en: 'a sum for each person and year' },
  zh: fill`累计 ${'年门诊'} = 合计 ${'门诊.支付'} 每 ${'参保人'}、${'自然年(归属日)'}`,
  en: fill`accumulate ${'name'} = sum ${'amount'} per ${'person'}、${'calendar_year(day)'}`,
};

const CITED: Snippet = {
  label: { zh: '有出处的定义', en: 'a definition with its source' },
  detail: { zh: '一个数和它的原句', en: 'a figure and its sentence' },
  zh: fill`定义 ${'名称'} : ${'金额'} =\n  出处 ${'通知'} “${'原文的一句'}”\n  ${'1000元'}`,
  en: fill`define ${'name'} : ${'money'} =\n  source ${'notice'} “${'its sentence'}”\n  ${'1000 yuan'}`,
};

const EXCEPTION: Snippet = {
  label: { zh: '一个例外', en: 'an exception' },
  detail: { zh: '什么情况下改用别的数', en: 'when another figure holds' },
  zh: fill`例外 ${'名称'} 当 ${'人员类别 是 退休'} : ${'加'} ${'5个百分点'}`,
  en: fill`exception ${'name'} when ${'condition'} : ${'plus'} ${'5 points'}`,
};

const WAITING: Snippet = {
  label: { zh: '一个等待期', en: 'a waiting period' },
  detail: { zh: '参保多久以后才享受', en: 'how long after joining it begins' },
  zh: fill`等待期 ${'待遇等待期'} ${'6个月'} 自 ${'参保日'} ${'当日起'}`,
  en: fill`waiting_period ${'name'} ${'6 months'} starting ${'day'} ${'from_same_day'}`,
};

const BANDS: Snippet = {
  label: { zh: '分段比例', en: 'bands' },
  detail: { zh: '按金额一段一段给比例', en: 'a ratio for each band of the amount' },
  zh: fill`分段 ${'大病段'} {\n  至 ${'3万元'} : ${'60%'}\n  至 ${'10万元'} : ${'65%'}\n  以上 : ${'70%'}\n}`,
  en: fill`bands ${'name'} {\n  to ${'30000 yuan'} : ${'60%'}\n  or_more : ${'70%'}\n}`,
};

const OPEN: Snippet = {
  label: { zh: '一个待定的参数', en: 'an open parameter' },
  detail: { zh: '原文没有写的数', en: 'a figure the source does not give' },
  zh: fill`参数 ${'名称'} : ${'金额'} = 待定 “${'原文未写什么'}”`,
  en: fill`parameter ${'name'} : ${'money'} = pending “${'what the source does not say'}”`,
};

const BY_BLOCK: Readonly<Partial<Record<KeywordId | 'file', readonly Snippet[]>>> = {
  file: [SCENARIO, AMENDMENT, PROPERTY, RECONCILE],
  policy: [BENEFIT, TABLE, CITED, ACCUMULATOR, EXCEPTION, WAITING, BANDS, OPEN],
};

/** Ready pieces for the block the caret is in; places to fill in are marked `${n:…}`. */
export const snippetsFor = (block: KeywordId | undefined, language: KeywordLanguage): readonly Suggestion[] =>
  (BY_BLOCK[block ?? 'file'] ?? []).map((one) => ({
    label: one.label[language],
    kind: 'snippet',
    detail: one.detail,
    insert: one[language],
    snippet: true,
    filter: searchText(one.label[language]),
  }));
