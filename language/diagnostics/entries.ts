import type { Span } from '../2-syntax/nodes/span.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Pair } from './finding.ts';
import { finding, insertAt, replaceWith } from './finding.ts';

/** The words of the four entries. */
const ENTRY_WORDS: Readonly<Record<'settlement' | 'cashBenefit' | 'contribution' | 'clearing', Pair>> = {
  settlement: ['结算', '结算 (settlement)'],
  cashBenefit: ['现金待遇', '现金待遇 (cash benefit)'],
  contribution: ['筹资', '筹资 (contribution)'],
  clearing: ['清算', '清算 (clearing)'],
};

type Entry = keyof typeof ENTRY_WORDS;

/** What each entry keeps. */
const LAWS: Readonly<Record<Entry, Pair>> = {
  settlement: ['结算守的是：总额 = 各方支付 + 个人负担。', 'A settlement keeps total = payments + personal share.'],
  cashBenefit: [
    '现金待遇没有账单，钱付给个人或入账户：付出 = 现金 + 入账户。',
    'A cash benefit has no bill; money goes to the person or into an account: paid = cash + account.',
  ],
  contribution: ['筹资守的是：应缴 = 各方本期缴 + 缓缴。', 'A contribution keeps due = shares now + shares deferred.'],
  clearing: [
    '清算只拨付一批已结算的事件，不改变任何一次结算的结果。',
    'A clearing allots to a batch of settled events and changes no result of theirs.',
  ],
};

/** A line that belongs to another entry. */
export const wrongEntry = (v: { line: string; entry: Entry; belongs: readonly Entry[]; span: Span }): Diagnostic =>
  finding({
    code: 'entries/wrong-entry',
    what: [
      `“${v.line}” 用在${v.belongs.map((one) => ENTRY_WORDS[one][0]).join('、')}里，这份政策的入口是${ENTRY_WORDS[v.entry][0]}。`,
      `“${v.line}” belongs to ${v.belongs.map((one) => ENTRY_WORDS[one][1]).join(', ')}; the entry of this policy is ${ENTRY_WORDS[v.entry][1]}.`,
    ],
    why: LAWS[v.entry],
    remedy: [
      '把这一行移到另一份政策里，或改 入口 那一行；同一个地方可以有几份政策。',
      'Move this line to another policy, or change the 入口 (entry) line; one area may have several policies.',
    ],
    span: v.span,
  });

/** 从 where there is no bill. */
export const noBillToPay = (v: { entry: Entry; from: Span; span: Span }): Diagnostic =>
  finding({
    code: 'entries/no-bill-to-pay',
    what: [`${ENTRY_WORDS[v.entry][0]}没有账单，支付不写 从。`, `${ENTRY_WORDS[v.entry][1]} has no bill: a payment names no parts.`],
    why: LAWS[v.entry],
    remedy: ['删去 从 和它后面的部分，在 = 后写出金额。', 'Delete 从 (against) and the parts after it, and write the amount after =.'],
    span: v.from,
  });

/** 支付 without 从 in a settlement. */
export const noParts = (v: { span: Span }): Diagnostic =>
  finding({
    code: 'entries/no-parts',
    what: ['结算里的支付要写从账单的哪一部分付。', 'In a settlement a payment says from which parts of the bill it pays.'],
    why: LAWS.settlement,
    remedy: [
      '在付方后面写 从 加上费用的部分，例如 从 政策范围内。',
      'After the payer write 从 (against) and parts of the bill, e.g. 从 政策范围内.',
    ],
    span: v.span,
  });

/** 筹资 with one side only. */
export const oneSided = (v: { has: 'dues' | 'shares'; span: Span }): Diagnostic =>
  finding({
    code: 'entries/one-sided',
    what:
      v.has === 'dues'
        ? ['写了应缴，没有写由谁缴。', 'It says what is due and not who bears it.']
        : ['写了各方缴多少，没有写应缴。', 'It says what each bears and not what is due.'],
    why: LAWS.contribution,
    remedy:
      v.has === 'dues'
        ? [
            '补上各方的份额：支付 名 由 付方 = 式，以后才缴的写 缓缴。',
            'Add the shares: 支付 name 由 payer = amount, or 缓缴 for one that falls due later.',
          ]
        : ['补一行 应缴 名 = 式。', 'Add a line 应缴 (due) name = amount.'],
    span: v.span,
  });

/** A pool without a word on what rounding leaves of it. */
export const remainderUnsaid = (v: { value: Span; span: Span }): Diagnostic =>
  finding({
    code: 'entries/remainder-unsaid',
    what: ['没有写尾差归谁。', 'It does not say who takes what rounding leaves.'],
    why: [
      '每一项各自舍入，加起来和可分的总额会差几分。',
      'Each amount is rounded by itself, so together they may miss the pool by some fen.',
    ],
    remedy: [
      '在式子后面写 尾差归 最大项、首项、末项 或 基金；办法没有写的，问清再写。',
      'After the formula write 尾差归 (remainder_to) 最大项, 首项, 末项 or 基金; where the rules are silent, ask first.',
    ],
    span: v.span,
    fixes: (['最大项', '首项', '末项', '基金'] as const).map((to) =>
      insertAt('end', v.value, ` 尾差归 ${to}`, [`尾差归 ${to}`, `Remainder to ${to}`]),
    ),
  });

/** 尾差归 without a pool. */
export const remainderOfNothing = (v: { remainder: Span; span: Span }): Diagnostic =>
  finding({
    code: 'entries/remainder-of-nothing',
    what: ['没有写从多少里拨付，就没有尾差。', 'Without a pool there is nothing for rounding to leave.'],
    why: ['尾差是可分的总额与各项合计的差。', 'The remainder is the pool less the sum of the amounts.'],
    remedy: ['在付方后面写 从 加上可分的总额，或删去 尾差归。', 'After the payer write 从 (against) and the pool, or delete 尾差归.'],
    span: v.remainder,
    fixes: [replaceWith(v.remainder, '', ['删去 尾差归', 'Delete remainder_to'])],
  });

/** An exception on a 拨付. */
export const allotmentAdjusted = (v: { name: string; span: Span }): Diagnostic =>
  finding({
    code: 'entries/allotment-adjusted',
    what: [`“${v.name}” 是一批的合计，不能直接加例外。`, `“${v.name}” is the sum over a batch; an exception cannot change it.`],
    why: ['调整要落到每一项上，再加起来。', 'An adjustment applies to each item before they are added up.'],
    remedy: [
      '把调整写进式子：先写带参数的 定义，例外加在它所用的数上。',
      'Put it into the formula: write a definition with arguments, and the exception on the figure it uses.',
    ],
    span: v.span,
  });

/** 拨付 over something that is not a list of the event. */
export const notABatch = (v: { name: string; span: Span }): Diagnostic =>
  finding({
    code: 'entries/not-a-batch',
    what: [`“${v.name}” 要逐项拨付给一张明细。`, `“${v.name}” allots to the items of a list.`],
    why: ['一批里有多少项、各是什么，由事件给出。', 'The event says how many items the batch has, and what each is.'],
    remedy: ['先声明 明细 批 { … }，再写 逐项 甲 于 批。', 'Declare 明细 (items) first, then write 逐项 甲 于 its name.'],
    span: v.span,
  });

/** 主体 that is not a text field. */
export const notASubject = (v: { name: string; texts: readonly string[]; span: Span }): Diagnostic =>
  finding({
    code: 'entries/not-a-subject',
    what: [`“${v.name}” 不是文本字段，不能作主体。`, `“${v.name}” is not a text field, so it cannot be the subject.`],
    why: [
      '同一主体的事件按先后排列，主体要认得出是哪一个。',
      'Events of one subject stand in one order; the subject must be told apart from others.',
    ],
    remedy: [
      v.texts.length > 0 ? `写一个文本字段：${v.texts.join('、')}。` : '先声明一个文本字段，如 字段 单位编号 : 文本。',
      v.texts.length > 0 ? `Name a text field: ${v.texts.join(', ')}.` : 'Declare a text field first, such as 字段 单位编号 : 文本.',
    ],
    span: v.span,
    fixes: v.texts.map((name) => replaceWith(v.span, name, [`改为 “${name}”`, `Change it to “${name}”`])),
  });

/** 就诊 in a scenario about a policy that settles no visits. */
export const noVisit = (v: { entry: Entry; word: Span; span: Span }): Diagnostic =>
  finding({
    code: 'entries/no-visit',
    what: [
      `这份政策的入口是${ENTRY_WORDS[v.entry][0]}，没有就诊。`,
      `The entry of this policy is ${ENTRY_WORDS[v.entry][1]}: there are no visits.`,
    ],
    why: ['就诊是一次结算；别的入口的事件写 事件。', 'A visit is a settlement; events of the other entries are written 事件 (occurrence).'],
    remedy: ['把 就诊 改成 事件。', 'Change 就诊 (visit) to 事件 (occurrence).'],
    span: v.word,
    fixes: [replaceWith(v.word, '事件', ['改成 事件', 'Change it to 事件'])],
  });

/** 个人 or 余 where there is no bill. */
export const shareOfNoBill = (v: { word: string; span: Span }): Diagnostic =>
  finding({
    code: 'entries/share-of-no-bill',
    what: [`没有账单，就没有 “${v.word}”。`, `Without a bill there is no “${v.word}”.`],
    why: LAWS.settlement,
    remedy: ['用应缴减去已写的份额，或写出金额。', 'Take what is due less the shares written, or write the amount.'],
    span: v.span,
  });
