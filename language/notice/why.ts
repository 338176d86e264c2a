import type { Words } from '../diagnostics/diagnostic.ts';
import type { StandingValue } from '../values/standing-value.ts';
import type { NoticeNumber } from './notice-number.ts';
import type { Destination, NoRuleReason } from './proposal.ts';

const REASONS: Readonly<Record<NoRuleReason, Words>> = {
  date: { zh: '日期', en: 'a date' },
  phone: { zh: '电话', en: 'a telephone number' },
  ordinal: { zh: '条目的序号', en: 'the number of a clause' },
  document: { zh: '文号', en: 'the number of a document' },
  statistic: { zh: '统计或经过，不是标准', en: 'a statistic, no standard' },
  reward: { zh: '举报奖励，不是待遇', en: 'a reward for reporting, no benefit' },
  time: { zh: '钟点', en: 'a time of day' },
  repeated: { zh: '同一个数再说一次', en: 'says the same number again' },
  count: { zh: '个数、人次，不是标准', en: 'a count, no standard' },
  step: { zh: '变动的幅度', en: 'the step of a change' },
};

/** In one phrase why a number goes where it is proposed to go. */
export function whyWords(to: Destination, number: NoticeNumber): Words {
  switch (to.kind) {
    case 'notARule':
      return REASONS[to.reason];
    case 'claim':
      return { zh: '原文自己的算术，与那个数一起核对', en: 'the notice’s own arithmetic, checked with that number' };
    case 'same':
      return { zh: '与现值相同', en: 'as it stands' };
    case 'change':
      return { zh: '改为这个数', en: 'becomes this number' };
    case 'elsewhere':
      return { zh: `属于“${to.policy}”`, en: `belongs to “${to.policy}”` };
    case 'question':
      return to.why === 'unit'
        ? {
            zh: `“${number.text}”是百分点还是相对比例，原文没有写`,
            en: `whether “${number.text}” is points or a share of the ratio is not said`,
          }
        : to.why === 'when'
          ? { zh: '原文没有写这一处从哪天起', en: 'from which day this one holds, the notice does not say' }
          : { zh: '原文没有写清是哪一项', en: 'which value it is, the notice does not say' };
    case 'new':
      return { zh: '上年版本没有的待遇', en: 'a benefit that the version before lacks' };
    case 'unclear':
      return to.candidates.length > 1
        ? { zh: `可能是 ${to.candidates.length} 处中的一处`, en: `could be one of ${to.candidates.length} values` }
        : to.candidates.length === 1
          ? { zh: '对同一处还写了别的数，各有各的情形', en: 'other numbers are said of the same value, each for a case of its own' }
          : { zh: '像是标准，但这份政策里没有对应的一处', en: 'reads like a standard, but no value of this policy fits' };
  }
}

/** Why a number changes a value. */
export const changeWords = (value: StandingValue): Words => ({
  zh: `${value.words.zh} 的新数`,
  en: `the new ${value.words.en}`,
});
