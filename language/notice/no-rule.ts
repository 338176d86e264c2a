import type { Notice } from './context.ts';
import { roleOf, sentenceAt } from './context.ts';
import type { NoticeNumber } from './notice-number.ts';
import type { NoRuleReason } from './proposal.ts';

const BY_KIND: Readonly<Partial<Record<NoticeNumber['kind'], NoRuleReason>>> = {
  date: 'date',
  phone: 'phone',
  ordinal: 'ordinal',
  document: 'document',
  time: 'time',
  count: 'count',
};

/** Words of what was done, not of what holds. */
const REPORT =
  /累计(?!计算|最高|支付限额|达到)|共计|合计|总额|总费用|支出|结余|拨付|资助|追回|扣减|扣款|减免|覆盖率|参保率|同比|环比|截至|至今|目前|降价|降幅|测算|人均|以来|仅(?:19|20)\d\d|工作|业务|暂停|增长率|完成率|占比|达到?$|达$/u;

/** Why a number that is near no value states no rule; undefined when that has to be looked at. */
export function noRuleReason(notice: Notice, number: NoticeNumber): NoRuleReason | undefined {
  const kind = BY_KIND[number.kind];
  if (kind) return kind;
  const { start, end } = sentenceAt(notice, number);
  const sentence = notice.plain.slice(start, end);
  if (/奖励|举报/u.test(sentence)) return 'reward';
  if (number.kind === 'plain') return 'count';
  if (number.about) return 'statistic';
  const near = notice.plain.slice(Math.max(start, number.start - 12), number.end + 4);
  if (/覆盖率|参保|已达|增长/u.test(near)) return 'statistic';
  return REPORT.test(sentence) && roleOf(notice, number) === undefined ? 'statistic' : undefined;
}
