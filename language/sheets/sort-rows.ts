import { compare, fromDecimal, multiply, type Rational, rational } from '../../runtime/money/rational.ts';
import { fold } from '../1-tokens/width.ts';
import { keywordOf, UNITS } from '../keywords.ts';
import { lineEnd } from './edit-rows.ts';
import { remarkedRows, tableLines } from './lay-table.ts';
import { type Edit, Finder } from './place.ts';
import type { Allowed, FileSheets, Sheet } from './sheet.ts';

/** Where a cell stands among others of its axis: its values in the order of their field, ranges by where they begin, 其他 last. */
interface Key {
  readonly rank: number;
  readonly low?: Rational;
  readonly text: string;
}

const FIGURE = /(-?\d[\d,]*(?:\.\d+)?)\s*([^\d\s、,，至)\]]*)/u;
const FROM_BELOW = /^(?:不满|不足|不超过|至|<|≤|less_than|short_of|not_over|to\s)|(?:以下|以内|or_less|within)$/u;
const BELOW_ALL = -1;
const AFTER_ALL = 9_999_999;

function keyOf(written: string, { values }: Allowed): Key {
  const text = fold(written).trim();
  const word = keywordOf(text);
  if (word === 'other' || word === 'any') return { rank: AFTER_ALL + (word === 'any' ? 1 : 0), text };
  if (values) {
    const first = text.replace(/^(?:含|has)\s*/u, '').split(/[、,]/u)[0] ?? '';
    const at = values.indexOf(first.replace(/^[“"]|[”"]$/gu, ''));
    return { rank: at < 0 ? values.length : at, text };
  }
  if (/^\d{4}-\d{2}-\d{2}/u.test(text)) return { rank: 0, text };
  const figure = FIGURE.exec(text);
  if (!figure) return { rank: 1, text };
  const amount = fromDecimal((figure[1] ?? '').replaceAll(',', ''));
  const factor = UNITS.find(({ zh, en }) => figure[2] !== '' && (zh === figure[2] || en === figure[2]))?.factor ?? 1n;
  return { rank: FROM_BELOW.test(text) ? BELOW_ALL : 0, ...(amount ? { low: multiply(amount, rational(factor)) } : {}), text };
}

function order(a: Key, b: Key): number {
  if (a.rank !== b.rank) return a.rank - b.rank;
  if (a.low && b.low) return compare(a.low, b.low);
  return a.low ? -1 : b.low ? 1 : a.text < b.text ? -1 : a.text > b.text ? 1 : 0;
}

/** The rows of a table in order of their heads, each with its remarks; the order decides nothing but how it reads. */
export function sortRows(file: FileSheets, sheet: Sheet): Edit | undefined {
  const place = sheet.kind === 'table' ? tableLines(file, sheet) : undefined;
  const rows = place && remarkedRows(file, sheet);
  if (!place || !rows || !sheet.header) return undefined;
  const finder = new Finder(file);
  const body = sheet.rows.flatMap((row, at) => (row.role === 'head' ? [] : [{ row, at }]));
  const axes = sheet.columns.flatMap(({ role }, at) => (role === 'axis' ? [at] : []));
  let from = lineEnd(file.text, sheet.header.end);
  const blocks = body.map(({ row, at }) => {
    const end = lineEnd(file.text, row.end);
    // From the end of the line before it: remarks above a row, and its own, move with it.
    const text = file.text.slice(from, end);
    from = end;
    const keys = axes.map((column) => {
      const cell = finder.at(sheet, at, column);
      return keyOf(cell?.text ?? '', cell?.allowed ?? { type: 'expression', editable: true });
    });
    return { text, keys };
  });
  const sorted = blocks.toSorted((a, b) => {
    for (const [at, key] of a.keys.entries()) {
      const other = b.keys[at];
      const by = other ? order(key, other) : 0;
      if (by !== 0) return by;
    }
    return 0;
  });
  if (sorted.every((block, at) => block === blocks[at])) return undefined;
  return { start: lineEnd(file.text, sheet.header.end), end: from, text: sorted.map(({ text }) => text).join('') };
}
