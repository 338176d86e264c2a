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

const BY_BLOCK: Readonly<Partial<Record<KeywordId | 'file', readonly Snippet[]>>> = {
  file: [SCENARIO, AMENDMENT],
  policy: [BENEFIT, TABLE],
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
