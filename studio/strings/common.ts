import { defineWords } from './strings.ts';

/** Words that several views share. */
export const commonWords = defineWords('common', {
  product: { zh: '医策', en: 'Yice' },
  yuan: { zh: '元', en: 'yuan' },
  automatic: { zh: '自动', en: 'auto' },
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
  close: { zh: '关上', en: 'Close' },
  cancel: { zh: '不做了', en: 'Cancel' },
  undo: { zh: '撤销', en: 'Undo' },
  previousMonth: { zh: '上个月', en: 'Previous month' },
  nextMonth: { zh: '下个月', en: 'Next month' },
  openCalendar: { zh: '打开日历', en: 'Open the calendar' },
  monthOfYear: { zh: '{{year}} 年 {{month}} 月', en: '{{year}}-{{month}}' },
  weekdays: { zh: '一 二 三 四 五 六 日', en: 'Mo Tu We Th Fr Sa Su' },
  noChoice: { zh: '没有这一项', en: 'No such entry' },
  choose: { zh: '选一项', en: 'Choose' },
  chooseSeveral: { zh: '可选多项', en: 'Choose any' },
  unreadableMoney: {
    zh: '“{{text}}”读不成金额。写成 4320、4,320.00 或 1.3万',
    en: '“{{text}}” does not read as an amount. Write 4320, 4,320.00 or 1.3万',
  },
  tooFineMoney: { zh: '“{{text}}”不到一分。金额写到分为止', en: '“{{text}}” is finer than a fen. Write at most two decimals' },
  negativeMoney: { zh: '账单里没有负数。写 0 或正数', en: 'A bill has no negative amounts. Write 0 or more' },
  unreadableDay: { zh: '“{{text}}”不是一个日期。写成 2023-05-08', en: '“{{text}}” is not a date. Write it as 2023-05-08' },
  unreadableInteger: { zh: '“{{text}}”不是整数', en: '“{{text}}” is not a whole number' },
  atLeast: { zh: '最小 {{min}}', en: 'At least {{min}}' },
  atMost: { zh: '最大 {{max}}', en: 'At most {{max}}' },
});
