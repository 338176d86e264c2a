/** The sentences of a document, and the numbers in them that a rule could state. */

export interface Sentence {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** From 1. */
  readonly line: number;
  readonly numbers: readonly Mentioned[];
}

/** A number as the document writes it, with its unit; offsets of the document as kept. */
export interface Mentioned {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const UNIT = '个?百分点|[%％‰]|万?亿?元|角|周岁|歲|岁|个月|個月|年度?|月|日|天|小时|小時|倍|成|次|种|種|类病|類病';
/** Arabic figures always count; Chinese ones where a unit follows, so that 一是, 统一 and 第一 are words. */
const NUMBER = new RegExp(
  `百分之[〇零一二三四五六七八九十百两兩点點半]+|[0-9０-９][0-9０-９,，.．]*[0-9０-９]?\\s*(?:[十百千万萬亿億]*(?:${UNIT})?)|(?<![第统統逐])[一二三四五六七八九十百千万萬两兩半壹贰叁肆伍陆柒捌玖拾佰仟]+(?:成[一二三四五六七八九半](?![十百千万个元角分天日次种类])|${UNIT})(?!性)`,
  'gu',
);

/** Sentences end at 。！？； or at the end of a line. */
export function sentencesOf(text: string): readonly Sentence[] {
  const found: Sentence[] = [];
  let line = 1;
  for (const [at, row] of rows(text)) {
    for (const match of row.matchAll(/[^。！？!?；;]+[。！？!?；;]*/gu)) {
      const lead = match[0].length - match[0].trimStart().length;
      const written = match[0].trim();
      if (written === '') continue;
      const start = at + match.index + lead;
      found.push({ text: written, start, end: start + written.length, line, numbers: numbersIn(written, start) });
    }
    line += 1;
  }
  return found;
}

function* rows(text: string): Generator<readonly [number, string]> {
  let at = 0;
  for (const row of text.split('\n')) {
    yield [at, row];
    at += row.length + 1;
  }
}

const numbersIn = (sentence: string, start: number): readonly Mentioned[] =>
  [...sentence.matchAll(NUMBER)].map(({ 0: match, index }) => {
    const text = match.trimEnd().replace(/[,，.．]$/u, '');
    return { text, start: start + index, end: start + index + text.length };
  });
