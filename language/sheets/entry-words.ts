import type { Words } from '../diagnostics/diagnostic.ts';
import type { AllowedType } from './sheet.ts';

/** Why a text cannot stand in a cell, what to do, and texts that could stand there. */
export interface Refusal {
  readonly what: Words;
  readonly remedy: Words;
  readonly choices: readonly string[];
}

const say = (zh: string, en: string): Words => ({ zh, en });

/** What each kind of cell takes, and an example of it. */
const KIND: Readonly<Record<AllowedType, readonly [Words, example: Words]>> = {
  money: [say('金额', 'an amount of money'), say('2000元、1.5万元', '2000元, 1.5万元')],
  ratio: [say('比例', 'a ratio'), say('75%、7.5成', '75%')],
  points: [say('百分点', 'percentage points'), say('5个百分点', '5个百分点')],
  number: [say('数', 'a number'), say('2', '2')],
  integer: [say('整数', 'a whole number'), say('2', '2')],
  months: [say('月数', 'a number of months'), say('6个月', '6个月')],
  days: [say('天数', 'a number of days'), say('7天', '7天')],
  date: [say('日期', 'a date'), say('2023-01-01', '2023-01-01')],
  time: [say('时刻', 'a time'), say('2023-01-01 08:30', '2023-01-01 08:30')],
  boolean: [say('真或假', 'true or false'), say('真', '真')],
  enum: [say('表里列出的取值', 'one of the values listed'), say('', '')],
  set: [say('表里列出的取值', 'values out of those listed'), say('', '')],
  text: [say('文字', 'a text'), say('', '')],
  name: [say('名称', 'a name'), say('', '')],
  expression: [say('值或算式', 'a value or formula'), say('2000元', '2000元')],
};

export const notOfType = (text: string, type: AllowedType, choices: readonly string[] = []): Refusal => {
  const [kind, example] = KIND[type];
  return {
    what: say(`“${text}” 不是${kind.zh}。`, `“${text}” is not ${kind.en}.`),
    remedy:
      choices.length > 0
        ? say(`改为 ${choices.join(' 或 ')}。`, `Write ${choices.join(' or ')}.`)
        : say(
            `这一格写${kind.zh}${example.zh && `, 如 ${example.zh}`}。`,
            `This cell takes ${kind.en}${example.en && `, as in ${example.en}`}.`,
          ),
    choices,
  };
};

export const twoReadings = (text: string, choices: readonly string[]): Refusal => ({
  what: say(`“${text}” 有不止一种读法。`, `“${text}” can be read in more than one way.`),
  remedy: say(`写明是 ${choices.join(' 还是 ')}。`, `Say which is meant: ${choices.join(' or ')}.`),
  choices,
});

export const emptyEntry: Refusal = {
  what: say('这一格不能空着。', 'This cell cannot be empty.'),
  remedy: say('写一个值; 原文没有写的, 写 待定 “原因”。', 'Write a value; where the source has none, write pending “reason”.'),
  choices: [],
};

export const noReason = (text: string): Refusal => ({
  what: say(`“${text}” 没有写原因。`, `“${text}” gives no reason.`),
  remedy: say('原因写在引号里, 如 待定 “原文未写比例”。', 'The reason stands in quotes, as in pending “the source gives no ratio”.'),
  choices: ['待定 “原文未写”'],
});

export const notListed = (text: string, values: readonly string[], near: readonly string[]): Refusal => ({
  what: say(`没有叫 “${text}” 的取值。`, `There is no value called “${text}”.`),
  remedy:
    near.length > 0
      ? say(`可能是 ${near.join('、')}。`, `Perhaps ${near.join(', ')}.`)
      : say(`可以写 ${listed(values, '、')}。`, `It can be ${listed(values, ', ')}.`),
  choices: near.length > 0 ? near : values.slice(0, MOST_CHOICES),
});

const MOST_CHOICES = 8;
const listed = (values: readonly string[], sign: string): string =>
  values.length > MOST_CHOICES ? `${values.slice(0, MOST_CHOICES).join(sign)}…` : values.join(sign);

export const notDeclared = (text: string, type: AllowedType, near: readonly string[]): Refusal => ({
  what: say(`没有叫 “${text}” 的定义或字段。`, `Nothing is defined as “${text}”.`),
  remedy:
    near.length > 0
      ? say(`可能是 ${near.join('、')}。`, `Perhaps ${near.join(', ')}.`)
      : say(
          `写${KIND[type][0].zh}, 或先写好这个定义; 原文没有写的, 写 待定 “原因”。`,
          `Write ${KIND[type][0].en}, or define the name first; where the source has none, write pending “reason”.`,
        ),
  choices: near,
});

export const noSuchDay = (text: string): Refusal => ({
  what: say(`没有 “${text}” 这一天。`, `There is no day “${text}”.`),
  remedy: say('写成 年-月-日, 如 2023-01-01。', 'Write year-month-day, as in 2023-01-01.'),
  choices: [],
});

export const locked: Refusal = {
  what: say('这一格只能在文本里改。', 'This cell is changed in the text only.'),
  remedy: say('打开它所在的那一行。', 'Open its line in the text.'),
  choices: [],
};

export const noCell: Refusal = {
  what: say('这里没有可以写的格。', 'There is no cell to write here.'),
  remedy: say('选表里的一格再写。', 'Choose a cell of the table.'),
  choices: [],
};

export const beyond: Refusal = {
  what: say('这一格在表的外面。', 'This cell is outside the table.'),
  remedy: say('少选几列再粘贴, 或先加一列。', 'Paste fewer columns, or add a column first.'),
  choices: [],
};

export const oneLine: Refusal = {
  what: say('这一格里换了行。', 'This cell has more than one line.'),
  remedy: say('写在一行里。', 'Write it on one line.'),
  choices: [],
};

export const unreadable = (text: string): Refusal => ({
  what: say(`“${text}” 放在这里读不通。`, `“${text}” cannot be read here.`),
  remedy: say('改成这一格能写的内容, 或在文本里改整行。', 'Write what the cell can take, or change the whole line in the text.'),
  choices: [],
});

export const twice: Refusal = {
  what: say('同一处同时写了两次。', 'The same place was written twice at once.'),
  remedy: say('留下一个, 再写另一个。', 'Keep one and write the other afterwards.'),
  choices: [],
};

export const rowIncomplete: Refusal = {
  what: say('新加的这一行没有写全。', 'The added row is not complete.'),
  remedy: say('每一格都写上, 再粘贴。', 'Fill every cell and paste again.'),
  choices: [],
};

const PERIODS: readonly (readonly [RegExp, Words])[] = [
  [/年/u, say('每年', 'a year')],
  [/季/u, say('每季', 'a quarter')],
  [/月/u, say('每月', 'a month')],
  [/[天日]/u, say('每天', 'a day')],
  [/[次例]/u, say('每次', 'a visit')],
];

/** What a text says beyond its value; the period of an amount is for 累计于 to say. */
export function periodNote(period: string, written: string): Words {
  const [, word] = PERIODS.find(([pattern]) => pattern.test(period)) ?? [undefined, say(period, period)];
  return say(
    `写入 ${written}; “${period}” 是${word.zh}, 由 每次 或 累计于 来说, 没有写进这一格。`,
    `Writes ${written}; “${period}” means ${word.en}: that is said by each_visit or counted_in, not in this cell.`,
  );
}

export const stillAssumed: Words = say('仍是暂按, 原因没有变。', 'Still an assumption, for the same reason.');
export const noLongerOpen: Words = say('写入后不再是待定。', 'It is no longer pending then.');
export const readAs = (text: string, written: string): Words => say(`“${text}” 即 ${written}。`, `“${text}” is ${written}.`);

export const noRows: Refusal = {
  what: say('这里的行只能在文本里增减。', 'Rows are added and removed here in the text only.'),
  remedy: say('打开它所在的那一行。', 'Open its line in the text.'),
  choices: [],
};

export const lastRow: Refusal = {
  what: say('表至少留一行。', 'A table keeps at least one row.'),
  remedy: say('整张表不要了, 在文本里删去它。', 'To remove the whole table, delete it in the text.'),
  choices: [],
};

export const noColumns: Refusal = {
  what: say('这里的列不能增减。', 'Columns cannot be added or removed here.'),
  remedy: say('交叉表至少留一列; 清单先改为交叉表。', 'A cross-tab keeps at least one column; a list becomes a cross-tab first.'),
  choices: [],
};
