/** Pieces of a PDF page → lines → paragraphs. A PDF knows only where letters stand; what belongs together is read from the places. */

/** A run of letters on a page; units are points, y grows upwards. */
export interface PdfRun {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

/** One printed line. */
export interface PdfLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

const HAN = '\\p{Script=Han}〇，。、；：！？“”‘’（）《》〈〉【】〔〕…—';
const BETWEEN_HAN = new RegExp(`(?<=[${HAN}])\\s+(?=[${HAN}])`, 'gu');

/** Runs on one height make a line; a wide gap between them (cells of a table) stays a space. */
export function linesOfRuns(runs: readonly PdfRun[]): readonly PdfLine[] {
  const lines: PdfLine[] = [];
  let row: PdfRun[] = [];
  const close = (): void => {
    const shown = row.filter((run) => run.text.trim() !== '');
    const [first] = shown;
    if (first) {
      const text = rowText(row);
      lines.push({
        text,
        left: Math.min(...shown.map((run) => run.x)),
        right: Math.max(...shown.map((run) => run.x + run.width)),
        y: first.y,
        size: Math.max(...shown.map((run) => run.size)),
      });
    }
    row = [];
  };
  for (const run of runs) {
    const last = row.at(-1);
    if (last && Math.abs(last.y - run.y) > Math.max(last.size, run.size, 1) * 0.5) close();
    row.push(run);
  }
  close();
  return lines;
}

/** A wide gap, until the spaces that are none are gone: a letter of no script. */
const GAP = '\ue000';

function rowText(row: readonly PdfRun[]): string {
  let text = '';
  let end: number | undefined;
  let wide = false;
  for (const run of row) {
    if (run.text === '') continue;
    if (end !== undefined && run.x - end > run.size * 1.5) wide = true;
    if (run.text.trim() === '') {
      wide = wide || run.width > run.size * 1.5;
      text += ' ';
      continue;
    }
    text += (wide ? GAP : '') + run.text;
    wide = false;
    end = run.x + run.width;
  }
  return text
    .replace(/\s*\ue000\s*/gu, GAP)
    .replace(BETWEEN_HAN, '')
    .replaceAll(GAP, ' ')
    .trim();
}

const PAGE_NUMBER =
  /^(?:[-—–－·\s]*\d{1,4}[-—–－·\s]*|第\s*\d{1,4}\s*页(?:\s*[，,/]?\s*共\s*\d{1,4}\s*页)?|\d{1,4}\s*[/／]\s*\d{1,4}|page\s*\d+(?:\s*of\s*\d+)?)$/iu;
/** Lines at either end of a page that may be its header or footer. */
const EDGE = 2;

/** Leaves out page numbers, and lines that stand at the same height at the end of several pages, word for word. */
export function withoutHeaders(pages: readonly (readonly PdfLine[])[]): readonly (readonly PdfLine[])[] {
  const edges = pages.map((page) => {
    const byHeight = page.toSorted((a, b) => b.y - a.y);
    return new Set([...byHeight.slice(0, EDGE), ...byHeight.slice(-EDGE)]);
  });
  const key = (line: PdfLine): string => `${Math.round(line.y / 4)} ${line.text.replace(/第\s*\d+\s*页|共\s*\d+\s*页|\s/gu, '')}`;
  const times = new Map<string, number>();
  for (const edge of edges) for (const one of new Set([...edge].map(key))) times.set(one, (times.get(one) ?? 0) + 1);
  const repeated = (line: PdfLine): boolean => pages.length > 1 && (times.get(key(line)) ?? 0) >= Math.max(2, pages.length / 3);
  return pages.map((page, index) => page.filter((line) => !edges[index]?.has(line) || !(repeated(line) || PAGE_NUMBER.test(line.text))));
}

const BEGINS =
  /^(?:第[一二三四五六七八九十百零〇\d]+[章节条款]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d+[.．、]\D|附件|[①-⑳])/u;

/** Lines of all pages → paragraphs: a line that reaches the right edge goes on in the next one, unless that is indented or numbered. */
export function paragraphsOfLines(pages: readonly (readonly PdfLine[])[]): readonly string[] {
  const lines = pages.flat();
  if (lines.length === 0) return [];
  const body = median(lines.map((line) => line.size));
  const usual = lines.filter((line) => Math.abs(line.size - body) < body * 0.2);
  const left = Math.min(...usual.map((line) => line.left));
  const right = Math.max(...usual.map((line) => line.right));
  const full = (line: PdfLine): boolean => line.right >= right - body * 2.2;
  const indented = (line: PdfLine): boolean => line.left - left > body * 1.2;
  const centred = (line: PdfLine): boolean => Math.abs(line.left - left - (right - line.right)) < body * 2 && line.left - left > body * 2;
  const heading = (line: PdfLine): boolean => centred(line) && line.size > body * 1.1;
  // Where nothing is indented, a sentence that ends with its line ends its paragraph.
  const flush = !usual.some((line) => indented(line) && !centred(line));
  const ends = (line: PdfLine): boolean => !full(line) || (flush && /[。；：！？]$/u.test(line.text));
  const paragraphs: string[] = [];
  let before: PdfLine | undefined;
  for (const line of lines) {
    const goesOn =
      before !== undefined &&
      (heading(before) && heading(line)
        ? Math.abs(before.size - line.size) < 1
        : !ends(before) && !indented(line) && !BEGINS.test(line.text) && Math.abs(before.size - line.size) < body * 0.2);
    const last = paragraphs.at(-1);
    if (goesOn && last !== undefined) paragraphs[paragraphs.length - 1] = joined(last, line.text);
    else paragraphs.push(line.text);
    before = line;
  }
  return paragraphs;
}

/** Chinese runs on over the end of a line; words in letters have a space there. */
const joined = (one: string, other: string): string => `${one}${/[A-Za-z]$/u.test(one) && /^[A-Za-z]/u.test(other) ? ' ' : ''}${other}`;

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
