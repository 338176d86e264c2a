import type { Phrase } from '../../strings/strings.ts';

/** What a bundle asks its reader to understand, in words; a name that is not here is shown as it stands in the file. */
export const FEATURE: Readonly<Record<string, Phrase>> = {
  accumulators: { zh: '累计', en: 'accumulators' },
  'known-days': { zh: '知晓日', en: 'known days' },
  'open-points': { zh: '待定', en: 'open points' },
  assumptions: { zh: '暂按', en: 'assumptions' },
  layers: { zh: '引用前层', en: 'layers' },
  'item-lists': { zh: '明细', en: 'item lists' },
  'retroactive-entries': { zh: '期初追溯', en: 'retroactive entries' },
  'split-stays': { zh: '拆单', en: 'split stays' },
  'joined-stays': { zh: '并单', en: 'joined stays' },
  'computed-fields': { zh: '算得', en: 'computed fields' },
  'shared-payments': { zh: '分摊', en: 'shared payments' },
  'deferred-payments': { zh: '缓缴', en: 'deferred payments' },
  allotments: { zh: '拨付', en: 'allotments' },
  'cash-benefits': { zh: '现金待遇', en: 'cash benefits' },
  contributions: { zh: '筹资', en: 'contributions' },
  clearings: { zh: '清算', en: 'clearings' },
};
