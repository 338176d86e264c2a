import { defineWords } from '../strings/strings.ts';

/** Words of the guided first run. */
export const guideWords = defineWords('guide', {
  title: { zh: '走一遍', en: 'A first walk' },
  count: { zh: '第 {{at}} 步，共 {{of}} 步', en: 'step {{at}} of {{of}}' },
  leave: { zh: '不走了', en: 'Leave the walk' },
  change: { zh: '把选中的 50% 改成 55%。', en: 'Change the selected 50% to 55%.' },
  changeHow: {
    zh: '这是在职职工在三级医院的报销比例，已经选中，直接键入 55%。右下角“随改随算”里的患者现在由统筹支付 {{before}}。',
    en: 'It is the ratio of employees at tier-3 hospitals and is selected: just type 55%. The fund now pays {{before}} for the patient at the lower right.',
  },
  other: { zh: '现在是 {{percent}}%，要的是 55%。', en: 'It says {{percent}}% now; 55% is wanted.' },
  otherHow: { zh: '选中这个数，再键入 55%。', en: 'Select the number and type 55%.' },
  wrong: { zh: '第 {{line}} 行读不通了。', en: 'Line {{line}} cannot be read now.' },
  wrongHow: {
    zh: '{{what}} 多半是多按了一个键，比如回车把这一行断成了两截。撤销几步就回来了。',
    en: '{{what}} A key too many, perhaps: Enter splits the row in two. A few steps of undo bring it back.',
  },
  undoStep: { zh: '撤销一步', en: 'Undo one step' },
  select: { zh: '选中这个数', en: 'Select the number' },
  see: { zh: '正在按 {{percent}}% 重算。', en: 'Settling again with {{percent}}%.' },
  seeHow: { zh: '结果马上出来。', en: 'The result is about to come.' },
  undo: { zh: '统筹支付从 {{before}} 变成了 {{after}}。', en: 'The fund’s payment went from {{before}} to {{after}}.' },
  undoHow: {
    zh: '同时有示例不符了：它们按原文的 50% 写。按 Ctrl+Z 撤销，看它们都回来。',
    en: 'Scenarios differ now as well: they expect the 50% of the document. Press Ctrl+Z and see everything come back.',
  },
  done: { zh: '都回到了原样：{{before}}。', en: 'Everything is as it was: {{before}}.' },
  doneHow: {
    zh: '改一个数、看结果、撤销，任何一处都是这样。接下来做什么？',
    en: 'Change a number, see the result, undo: it is the same everywhere. What next?',
  },
  toAnnual: { zh: '把今年的通知改进规则', en: 'Put a notice into the rules' },
  toSimulate: { zh: '试算一个患者', en: 'Try a patient' },
  toCheck: { zh: '看全部示例', en: 'See all scenarios' },
  back: { zh: '回到编写', en: 'Back to Write' },
});
