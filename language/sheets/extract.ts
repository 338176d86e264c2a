import type { Tree } from '../2-syntax/nodes/policy.ts';
import { KEYWORDS, type KeywordId } from '../keywords.ts';
import { lineEnd, linesOf } from './edit-rows.ts';
import { spelling } from './entry.ts';
import { tableLines } from './lay-table.ts';
import { type Edit, Finder } from './place.ts';
import type { FileSheets, FormLine, Sheet } from './sheet.ts';

/** Rules that an amendment or a scenario speaks of by a line of theirs: that line has to stay where it is. */
export function addressedRules(trees: Iterable<Tree>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { items } of trees)
    for (const block of items) {
      const paths =
        block.kind === 'amendment'
          ? block.changes.flatMap((change) => (change.kind === 'insert' ? [] : [change.path]))
          : block.kind === 'scenario'
            ? block.lines.flatMap((line) => (line.kind === 'suppose' ? [line.path] : []))
            : [];
      for (const { names } of paths) if (names.length > 1 && names[0]) found.add(names[0].text);
    }
  return found;
}

/** What a line of a benefit says, by kind: its type, and what the definition is called after. */
const LINES: Readonly<Record<string, { readonly type: KeywordId; readonly suffix: string }>> = {
  deductible: { type: 'money', suffix: '起付标准' },
  cap: { type: 'money', suffix: '限额' },
  base: { type: 'money', suffix: '基数' },
  ratio: { type: 'rate', suffix: '比例' },
};

/** The amount or table of a benefit's line as a definition of its own, named on the line. */
export function extracted(
  file: FileSheets,
  form: Sheet,
  line: FormLine,
): { readonly name: string; readonly edits: readonly Edit[] } | undefined {
  const says = LINES[line.kind];
  if (!says || form.kind !== 'form') return undefined;
  const { text } = file;
  const english = /^[a-z]/u.test(form.word);
  const keyword = (id: KeywordId): string => KEYWORDS[id][english ? 'en' : 'zh'];
  const name = freeName(text, `${form.title}${says.suffix}`);
  const first = linesOf(text, form.range).start;
  const before = text.slice(first, form.range.start);
  // In an amendment the definition is added as the benefit is.
  const added = /^\s*(新增|add)\s+$/u.exec(before)?.[1];
  if (before.trim() !== '' && added === undefined) return undefined;
  const indent = /^\s*/u.exec(before)?.[0] ?? '';
  const opening = `${indent}${added === undefined ? '' : `${added} `}${keyword('define')} ${name} : ${keyword(says.type)} =`;
  const quotes = quotesAbove(file, form, line).map((quote) => `\n${indent}  ${quote}`);
  const at = aboveRemarks(text, first);
  const nested = file.sheets.find(({ id }) => id === line.nested);
  if (nested) {
    const place = tableLines(file, nested);
    if (!place) return undefined;
    const body = text
      .slice(place.start, place.end)
      .split('\n')
      .map((one) => `\n${indent}  ${one.trim()}`)
      .join('');
    return {
      name,
      edits: [
        { start: at, end: at, text: `${opening}${quotes.join('')}${body}\n` },
        naming(text, line, name),
        { start: place.start - 1, end: place.end, text: '' },
      ],
    };
  }
  const value = valueOfLine(file, form, line);
  if (!value) return undefined;
  const written = text.slice(value.start, value.end);
  const body = quotes.length > 0 ? `${quotes.join('')}\n${indent}  ${written}` : ` ${written}`;
  return {
    name,
    edits: [
      { start: at, end: at, text: `${opening}${body}\n` },
      { start: value.start, end: value.end, text: name },
    ],
  };
}

/** The name before 每次 or 累计于, else at the end of the line's words. */
function naming(text: string, { parts }: FormLine, name: string): Edit {
  const measure = parts.find(({ column }) => column !== undefined);
  if (measure) return { start: measure.start, end: measure.start, text: `${name} ` };
  const [words] = parts;
  const start = words?.start ?? 0;
  const end = start + text.slice(start, words?.end ?? start).trimEnd().length;
  return { start: end, end, text: ` ${name}` };
}

/** The literal, 待定 or 暂按 … 待定 … that a line says; a name or formula stays where it is. */
function valueOfLine(file: FileSheets, form: Sheet, line: FormLine) {
  const finder = new Finder(file);
  const [first] = line.parts.flatMap(({ column }) =>
    column === undefined ? [] : [finder.find({ sheet: form.id, row: line.row, column })],
  );
  if (first?.kind !== 'value' && first?.kind !== 'open') return undefined;
  const open = file.sheets.filter(({ kind }) => kind === 'open').flatMap(({ rows }) => rows);
  const around = open.find(({ start, end }) => start < first.start && first.end < end);
  const value = around ?? first;
  // Alone behind its keyword, or it is part of a formula.
  const words = file.text.slice(line.parts[0]?.start ?? 0, value.start).trim();
  return /\s/u.test(words) && line.kind !== 'cap'
    ? undefined
    : /[+\-×÷(]$/u.test(words) || operatorBehind(file.text, value.end)
      ? undefined
      : value;
}

const operatorBehind = (text: string, at: number): boolean =>
  /^\s*[+\-×÷*/)]/u.test(text.slice(at, lineEnd(text, at))) && !/^\s*\/\//u.test(text.slice(at, at + 9));

/** The 出处 right above a line, which hold for what it says. */
function quotesAbove({ text }: FileSheets, form: Sheet, line: FormLine): readonly string[] {
  const lines = form.lines ?? [];
  const quotes: string[] = [];
  for (let at = lines.indexOf(line) - 1; at >= 0 && lines[at]?.kind === 'citation'; at--) {
    const row = form.rows.find(({ id }) => id === lines[at]?.row);
    if (row) quotes.unshift(text.slice(row.start, row.end));
  }
  return quotes;
}

/** The beginning of the lines of remarks right above a line, or of the line itself. */
function aboveRemarks(text: string, start: number): number {
  let at = start;
  while (at > 0) {
    const before = linesOf(text, { start: at - 1, end: at - 1 }).start;
    if (!/^\s*(?:\/\/|／／)/u.test(text.slice(before, at))) return at;
    at = before;
  }
  return at;
}

function freeName(text: string, wanted: string): string {
  let name = wanted;
  for (let count = 2; text.includes(name); count++) name = `${wanted}${'二三四五六七八九'.charAt(count - 2) || count}`;
  return spelling(name);
}
