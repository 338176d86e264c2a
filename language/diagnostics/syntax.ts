import type { Span } from '../2-syntax/nodes/span.ts';
import type { Diagnostic, Fix } from './diagnostic.ts';
import { finding, insertAt, type Pair, replaceWith } from './finding.ts';

/** Words of the user in quotes stand off from the Han around them: `lead` before them, `trail` behind them, `amid` on both sides. */
const lead = (words: string): string => (words.startsWith('“') ? ` ${words}` : words);
const trail = (words: string): string => (words.endsWith('”') ? `${words} ` : words);
const amid = (words: string): string => lead(trail(words));
const ofSentence = (sentence: Pair | undefined): Pair =>
  sentence ? [`${trail(sentence[0])}的句子`, `the ${sentence[1]} sentence`] : ['这一句', 'the sentence'];

/** A keyword run into the word next to it. */
export const gluedKeyword = (v: { text: string; left: string; right: string; keyword: string; span: Span }): Diagnostic =>
  finding({
    code: 'syntax/glued-keyword',
    what: [
      `“${v.keyword}” 和它旁边的字连成了一个词 “${v.text}”。`,
      `“${v.keyword}” and the word next to it have become one word, “${v.text}”.`,
    ],
    why: ['一串汉字算一个名称，所以关键词前后要空格。', 'A run of Han is one name, so a keyword needs a space on both sides.'],
    remedy: [`写成 “${v.left} ${v.right}”。`, `Write “${v.left} ${v.right}”.`],
    span: v.span,
    fixes: [replaceWith(v.span, `${v.left} ${v.right}`, [`分开写 “${v.left} ${v.right}”`, `Write “${v.left} ${v.right}”`])],
  });

/** Something else than the sentence needs here. */
export const unexpected = (v: {
  found: Pair;
  expected: Pair;
  sentence?: Pair | undefined;
  example?: Pair | undefined;
  span: Span;
  fixes: readonly Fix[];
}): Diagnostic =>
  finding({
    code: 'syntax/unexpected',
    what: [`这里应当写${lead(v.expected[0])}，写的是${lead(v.found[0])}。`, `This place needs ${v.expected[1]}; it has ${v.found[1]}.`],
    why: [`${ofSentence(v.sentence)[0]}到这里还没有写完。`, `${capital(ofSentence(v.sentence)[1])} is not complete here.`],
    remedy: v.example
      ? [`照这样写：${v.example[0]}`, `Write it like this: ${v.example[1]}`]
      : [`补上${lead(v.expected[0])}。`, `Add ${v.expected[1]}.`],
    span: v.span,
    fixes: v.fixes,
  });

/** A word or sign left out, known exactly. `before` says where, after whose words or in front of them. */
export const missing = (v: { word: string; where: Pair; sentence?: Pair | undefined; at: Span; side: 'start' | 'end' }): Diagnostic =>
  finding({
    code: 'syntax/missing',
    what: [`${trail(v.where[0])}少了 “${v.word}”。`, `“${v.word}” is missing ${v.where[1]}.`],
    why: [
      `${ofSentence(v.sentence)[0]}里要有它，才知道后面写的是什么。`,
      `${capital(ofSentence(v.sentence)[1])} needs it to say what follows.`,
    ],
    remedy: [`补上 “${v.word}”。`, `Add “${v.word}”.`],
    span: v.at,
    fixes: [insertAt(v.side, v.at, v.side === 'start' ? `${v.word} ` : ` ${v.word}`, [`补上 “${v.word}”`, `Add “${v.word}”`])],
  });

/** More on the line than the sentence takes. */
export const trailing = (v: { found: Pair; sentence?: Pair | undefined; may?: Pair | undefined; span: Span }): Diagnostic =>
  finding({
    code: 'syntax/trailing',
    what: [`${trail(v.found[0])}接不到前面的句子上。`, `${capital(v.found[1])} does not follow from what stands before it.`],
    why: v.may
      ? [
          `${ofSentence(v.sentence)[0]}写到这里，后面只能写${lead(v.may[0])}，或者换行。`,
          `Here ${ofSentence(v.sentence)[1]} can go on with ${v.may[1]}, or end.`,
        ]
      : [`${ofSentence(v.sentence)[0]}到前面已经写完了。`, `${capital(ofSentence(v.sentence)[1])} is complete before it.`],
    remedy: [
      '如果是另一句，换一行写；如果是这一句的内容，检查前面是不是少写了字或标点。',
      'If it is another sentence, put it on its own line; if it belongs here, look for a word or a sign missing before it.',
    ],
    span: v.span,
    fixes: [insertAt('start', v.span, '\n', ['换一行', 'Put it on its own line'])],
  });

/** A line that begins like no sentence of its block. */
export const unknownSentence = (v: { found: Pair; block: Pair; may: Pair; near?: string | undefined; span: Span }): Diagnostic =>
  finding({
    code: 'syntax/unknown-sentence',
    what: [`${trail(v.block[0])}里没有以${amid(v.found[0])}开头的句子。`, `No sentence of ${v.block[1]} begins with ${v.found[1]}.`],
    why: [`这里的每一句以这些词之一开头：${v.may[0]}。`, `Each sentence here begins with one of these: ${v.may[1]}.`],
    remedy: v.near
      ? [`如果指的是 “${v.near}”，改成它。`, `If “${v.near}” is meant, write that.`]
      : [
          '从上面的词里选一个开头；如果这是上一句的内容，把它接到上一行。',
          'Begin with one of them; if this belongs to the line before, join the two.',
        ],
    span: v.span,
    fixes: v.near ? [replaceWith(v.span, v.near, [`改为 “${v.near}”`, `Change it to “${v.near}”`])] : [],
  });

/** A sentence that stands in the wrong block. */
export const misplaced = (v: { word: string; here: Pair; home: Pair; open?: Span | undefined; span: Span }): Diagnostic =>
  finding({
    code: 'syntax/misplaced',
    what: [`“${v.word}” 不能写在${amid(v.here[0])}里。`, `“${v.word}” cannot stand in ${v.here[1]}.`],
    why: [`它是${v.home[0]}里的句子。`, `It is a sentence of ${v.home[1]}.`],
    remedy: [
      `把它移到${v.home[0]}里，或检查前面是不是少了或多了一个 }。`,
      `Move it to ${v.home[1]}, or look for a } too many or too few before it.`,
    ],
    span: v.span,
    others: v.open ? [{ span: v.open, words: ['这个块从这里开始', 'the block begins here'] }] : [],
  });

/** A reserved word where a name is needed. */
export const reservedName = (v: { word: string; span: Span }): Diagnostic =>
  finding({
    code: 'syntax/reserved-name',
    what: [`“${v.word}” 是保留的词，不能直接当名称。`, `“${v.word}” is a reserved word and no name by itself.`],
    why: ['它在句子里另有用处，当名称会读出别的意思。', 'It has a use in sentences, and as a name it would be read as that.'],
    remedy: [`加上引号写成 “${v.word}”。`, `Put it in quotes: “${v.word}”.`],
    span: v.span,
    fixes: [replaceWith(v.span, `“${v.word}”`, ['加上引号', 'Quote it'])],
  });

/** A block without its }. `at` is where something begins that cannot stand in it, or the end of the file. */
export const unclosedBlock = (v: { sentence: Pair; span: Span; at: Span; atEnd: boolean }): Diagnostic =>
  finding({
    code: 'syntax/unclosed-block',
    what: [`${trail(v.sentence[0])}的 { 没有合上。`, `The { of ${v.sentence[1]} is not closed.`],
    why: v.atEnd
      ? ['到文件末尾也没有等到它的 }。', 'The file ends before its }.']
      : ['后面已经是这个块里不能写的内容了。', 'What follows can no longer stand in the block.'],
    remedy: ['在这个块的最后一行后面加上 }。', 'Put } after the last line of the block.'],
    span: v.span,
    others: v.atEnd ? [] : [{ span: v.at, words: ['} 应当在这之前', 'the } belongs before this'] }],
    fixes: [insertAt('start', v.at, v.atEnd ? '\n}' : '}\n', ['加上 }', 'Add }'])],
  });

/** Text that belongs to no policy. */
export const outside = (v: { found: Pair; brace: boolean; span: Span }): Diagnostic =>
  finding({
    code: 'syntax/outside',
    what: v.brace
      ? ['这里多了一个 }。', 'There is a } too many here.']
      : [`${trail(v.found[0])}不在任何政策、修订或示例里。`, `${capital(v.found[1])} stands outside every policy, amendment and scenario.`],
    why: v.brace
      ? ['它前面的块都已经合上了。', 'All blocks before it are closed.']
      : [
          '文件里最外层只有 政策、词汇、修订、示例 和 性质。',
          'At the top of a file there are only policy, vocabulary, amendment, scenario and property.',
        ],
    remedy: v.brace
      ? ['删去它，或检查前面哪个块合得太早。', 'Delete it, or look for a block before it that closes too early.']
      : [
          '把它写进 政策 “名称” { } 里，或检查前面哪个块合得太早。',
          'Put it in policy “name” { }, or look for a block before it that closes too early.',
        ],
    span: v.span,
    fixes: v.brace ? [replaceWith(v.span, '', ['删去', 'Delete it'])] : [],
  });

/** A 且 B 或 C */
export const mixedAndOr = (v: { span: Span; whole: Span }): Diagnostic =>
  finding({
    code: 'syntax/mixed-and-or',
    what: ['这里既有 且 又有 或，看不出先算哪个。', '“and” and “or” stand side by side here, and nothing says which comes first.'],
    why: [
      '甲 且 乙 或 丙 可以是 (甲 且 乙) 或 丙，也可以是 甲 且 (乙 或 丙)，人群不一样。',
      'A and B or C can mean (A and B) or C, or A and (B or C): different people.',
    ],
    remedy: ['给先算的部分加上括号。', 'Put brackets around the part that comes first.'],
    span: v.span,
    others: [{ span: v.whole, words: ['这一段还没有括号', 'this part has no brackets'] }],
  });

/** 1 < x < 5 */
export const chainedComparison = (v: { span: Span; whole: Span }): Diagnostic =>
  finding({
    code: 'syntax/chained-comparison',
    what: ['一个条件里比较了两次。', 'One condition compares twice.'],
    why: [
      '一次只比较两个值，连写时看不出中间的值和谁比。',
      'A comparison has two sides; in a chain it is unclear what the middle belongs to.',
    ],
    remedy: ['写成两个条件，用 且 连起来，例如 x ≥ 1 且 x < 5。', 'Write two conditions joined by and, such as x ≥ 1 and x < 5.'],
    span: v.span,
    others: [{ span: v.whole, words: ['第一次比较', 'the first comparison'] }],
  });

/** A sum or product without measure. */
export const formulaTooLong = (v: { most: number; span: Span }): Diagnostic =>
  finding({
    code: 'syntax/formula-too-long',
    what: [`这个式子连着超过 ${v.most} 项。`, `This formula has more than ${v.most} terms in a row.`],
    why: ['这么长的式子没有人能逐项核对。', 'Nobody can check a formula of that length term by term.'],
    remedy: ['把其中几项各写成一条 定义，再用它们的名称。', 'Give groups of terms definitions of their own and use their names.'],
    span: v.span,
  });

/** f(a 至 b, c) */
export const rangeAmongArguments = (v: { span: Span }): Diagnostic =>
  finding({
    code: 'syntax/range-among-arguments',
    what: ['这里的 至 和别的参数写在了一起。', 'A range stands among other arguments here.'],
    why: [
      '只有分段后面的括号里写 至，而且只写这一项，例如 大病段(0元 至 费用)。',
      'Only the brackets behind bands hold a range, and then nothing else, as in major(0 yuan to cost).',
    ],
    remedy: ['把其他参数去掉，或把 至 改成逗号。', 'Remove the other arguments, or write a comma instead of the range.'],
    span: v.span,
  });

/** A formula in a cell of a table. */
export const formulaInCell = (v: { span: Span }): Diagnostic =>
  finding({
    code: 'syntax/formula-in-cell',
    what: ['表格的格子里写了式子。', 'There is a formula in a cell of the table.'],
    why: [
      '格子里只写数、取值、名称、任意、其他 或 待定，表才能逐格核对。',
      'A cell holds a number, a value, a name, any, other or pending, so that a table can be ticked cell by cell.',
    ],
    remedy: ['给式子写一条 定义，格子里写它的名称。', 'Give the formula a definition and write its name in the cell.'],
    span: v.span,
  });

/** A header without → and without ＼ */
export const headerUnclear = (v: { span: Span }): Diagnostic =>
  finding({
    code: 'syntax/header-unclear',
    what: ['表头没有写 → 或 ＼，看不出哪一列是结果。', 'The header has neither → nor ＼, so no column is the result.'],
    why: [
      '列表式的表头最后一格是 →，交叉表的第一格写 行 ＼ 列。',
      'The header of a list ends with →; that of a cross-tab begins with rows ＼ columns.',
    ],
    remedy: [
      '写成 | 人员类别 | → |，或 | 机构等级 ＼ 人员类别 | 在职 | 退休 |。',
      'Write | class | → |, or | level ＼ class | working | retired |.',
    ],
    span: v.span,
  });

/** | a |  | b | */
export const emptyCell = (v: { span: Span }): Diagnostic =>
  finding({
    code: 'syntax/empty-cell',
    what: ['表格里有一个空格子。', 'The table has an empty cell.'],
    why: [
      '空着的格子可以是 “不限”，也可以是 “没写”，算出来的钱不一样。',
      'An empty cell may mean “any” or “not written”, and the money differs.',
    ],
    remedy: [
      '不限就写 任意，其余就写 其他，通知没写就写 待定 “理由”。',
      'Write any, other, or, where the notice is silent, pending “reason”.',
    ],
    span: v.span,
  });

/** A row with more or fewer cells than the header. */
export const rowLength = (v: { cells: number; wanted: number; span: Span }): Diagnostic =>
  finding({
    code: 'syntax/row-length',
    what: [`这一行有 ${v.cells} 格，表头有 ${v.wanted} 格。`, `This row has ${v.cells} cells, the header has ${v.wanted}.`],
    why: [
      '每一行的格子要和表头一一对应，才知道哪个数是谁的。',
      'Each cell of a row stands under one of the header, which says whose number it is.',
    ],
    remedy:
      v.cells < v.wanted
        ? ['补上少的格子，用 | 隔开。', 'Add the missing cells, parted by |.']
        : ['删去多的格子，或在表头补上它的一列。', 'Delete the extra cells, or give them a column in the header.'],
    span: v.span,
  });

/** A row without its last | */
export const rowNotClosed = (v: { span: Span }): Diagnostic =>
  finding({
    code: 'syntax/row-not-closed',
    what: ['这一行的末尾少了 |。', 'The | at the end of this row is missing.'],
    why: ['每一格的两边都有 |，最后一格也一样。', 'Every cell has | on both sides, the last one too.'],
    remedy: ['在行末加上 |。', 'Put | at the end of the row.'],
    span: v.span,
    fixes: [insertAt('end', v.span, ' |', ['加上 |', 'Add |'])],
  });

/** 起付线 without a value. */
export const amountMissing = (v: { word: Pair; span: Span }): Diagnostic =>
  finding({
    code: 'syntax/amount-missing',
    what: [`“${v.word[0]}” 没有写金额。`, `“${v.word[1]}” has no amount.`],
    why: ['它后面写一个金额或名称，或者在下一行起写一张表。', 'An amount or a name follows it, or a table on the lines below.'],
    remedy: ['补上金额；通知没写的，写 待定 “理由”。', 'Add the amount; where the notice gives none, write pending “reason”.'],
    span: v.span,
  });

/** 起付线 with a value and a table. */
export const amountTwice = (v: { word: Pair; span: Span; table: Span }): Diagnostic =>
  finding({
    code: 'syntax/amount-twice',
    what: [`“${v.word[0]}” 既写了金额又写了表。`, `“${v.word[1]}” has both an amount and a table.`],
    why: ['两处都说了是多少，看不出按哪一处。', 'Both say how much, and nothing says which counts.'],
    remedy: ['只留一处。', 'Keep one of them.'],
    span: v.span,
    others: [{ span: v.table, words: ['表在这里', 'the table'] }],
  });

/** 撤销 第1.5次 */
export const eventNumber = (v: { text: string; span: Span }): Diagnostic =>
  finding({
    code: 'syntax/event-number',
    what: [`“${v.text}” 不是第几次。`, `“${v.text}” does not number an event.`],
    why: ['示例里的就诊从 1 数起，一次一个整数。', 'The events of a scenario are counted from 1, in whole numbers.'],
    remedy: ['写成 撤销 第2次。', 'Write reverse event 2.'],
    span: v.span,
  });

/** 支付 with a name inside a benefit. */
export const postingNamed = (v: { name: string; span: Span }): Diagnostic =>
  finding({
    code: 'syntax/posting-named',
    what: [
      `待遇里的 支付 不另起名称，这里写了 “${v.name}”。`,
      `The payment of a benefit has no name of its own; here it is called “${v.name}”.`,
    ],
    why: ['它的名称就是 待遇名.支付。', 'It is called by the benefit’s name, as in inpatient.pay.'],
    remedy: ['删去这个名称；要另外付一笔，在待遇外面写 支付。', 'Delete the name; for another payment write pay outside the benefit.'],
    span: v.span,
    fixes: [replaceWith(v.span, '', ['删去名称', 'Delete the name'])],
  });

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
