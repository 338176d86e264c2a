/** A text without spaces and with full-width characters narrowed, and where each of its characters stands in the original. */
export interface Folded {
  readonly text: string;
  /** Original offset of each character; one more at the end. */
  readonly at: readonly number[];
}

/** Folds space and width, never script: 台 and 臺, ２ and 二 stay different. */
export function fold(text: string): Folded {
  const out: string[] = [];
  const at: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (/\s/u.test(text.charAt(index)) || code === 0x3000 || code === 0xfeff) continue;
    out.push(code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : text.charAt(index));
    at.push(index);
  }
  return { text: out.join(''), at: [...at, text.length] };
}

/** Where a quote stands in a document, in offsets of the document as kept. */
export function findQuote(quote: Folded, source: Folded): { readonly start: number; readonly end: number } | undefined {
  const at = quote.text === '' ? -1 : source.text.indexOf(quote.text);
  const last = source.at[at + quote.text.length - 1];
  return at < 0 || last === undefined ? undefined : { start: source.at[at] ?? 0, end: last + 1 };
}

/** No more than this may be left out of a passage at one …, in characters: it stays within what one reads at a glance. */
const LONGEST_GAP = 300;

/** Where a passage stands: like a quote, but … stands for what is left out between its pieces. Of several places the shortest, then the first. */
export function findPassage(passage: string, source: Folded): { readonly start: number; readonly end: number } | undefined {
  const [first, ...rest] = fold(passage)
    .text.split(/…+/u)
    .filter((piece) => piece !== '');
  if (first === undefined) return undefined;
  let best: { readonly from: number; readonly to: number } | undefined;
  for (let from = source.text.indexOf(first); from >= 0; from = source.text.indexOf(first, from + 1)) {
    const to = endOfPieces(rest, from + first.length, source.text);
    if (to !== undefined && (best === undefined || to - from < best.to - best.from)) best = { from, to };
  }
  const last = best && source.at[best.to - 1];
  return best === undefined || last === undefined ? undefined : { start: source.at[best.from] ?? 0, end: last + 1 };
}

function endOfPieces(pieces: readonly string[], after: number, text: string): number | undefined {
  let end = after;
  for (const piece of pieces) {
    const at = text.slice(end, end + LONGEST_GAP + piece.length).indexOf(piece);
    if (at < 0) return undefined;
    end += at + piece.length;
  }
  return end;
}

/** How a quote that is not there differs from what is. */
export interface Difference {
  /** The longest beginning of the quote that the document has, cut to its end. */
  readonly same: string;
  readonly here: string;
  readonly there: string;
  /** The nearest sentence, as the document writes it. */
  readonly sentence: string;
}

const shown = 12;

/** Compares with the sentence of the document that shares most pairs of characters with the quote. */
export function nearestSentence(quote: Folded, source: Folded, original: string): Difference {
  const wanted = pairsOf(quote.text);
  let best = { score: 0, start: 0, end: 0 };
  const ends = [...source.text.matchAll(/[。!?;\n]|$/gu)].map((match) => match.index);
  let start = 0;
  for (const [index, end] of ends.entries()) {
    // A quote may run over several sentences of the document.
    for (let span = 0; span < 3 && index + span < ends.length; span += 1) {
      const stop = ends[index + span] ?? end;
      if (span > 0 && stop - start > quote.text.length * 2) break;
      const score = shared(wanted, source.text.slice(start, stop)) - (stop - start) / 1e4;
      if (score > best.score) best = { score, start, end: stop };
    }
    start = end + 1;
  }
  if (best.score < wanted.size * 0.4) return { same: '', here: '', there: '', sentence: '' };
  return difference(quote, source, original, best);
}

function difference(quote: Folded, source: Folded, original: string, best: { start: number; end: number }): Difference {
  const stretch = source.text.slice(best.start, best.end);
  const common = longestCommon(quote.text, stretch);
  const from = best.start + Math.max(0, common.there - common.here);
  let length = 0;
  while (length < quote.text.length && quote.text[length] === source.text[from + length]) length += 1;
  // A number is shown whole: 55% against 50%, not 5% against 0%.
  while (
    length > 0 &&
    /[\d.]/u.test(quote.text.charAt(length - 1)) &&
    /[\d.]/u.test(`${quote.text.charAt(length)}${source.text.charAt(from + length)}`)
  )
    length -= 1;
  const end = endOf(quote.text, stretch, from - best.start) + best.start;
  return {
    same: quote.text.slice(Math.max(0, length - shown), length),
    here: quote.text.slice(length, length + shown),
    there: source.text.slice(from + length, from + length + shown),
    sentence: original.slice(source.at[from] ?? 0, (source.at[end - 1] ?? 0) + 1),
  };
}

/** The longest piece that both have, with its offset in each. */
function longestCommon(a: string, b: string): { readonly here: number; readonly there: number } {
  let best = { here: 0, there: 0, length: 0 };
  let row: readonly number[] = [];
  for (let i = 0; i < a.length; i += 1) {
    const next: number[] = [];
    for (let j = 0; j < b.length; j += 1) {
      const length = a[i] === b[j] ? (row[j - 1] ?? 0) + 1 : 0;
      next.push(length);
      if (length > best.length) best = { here: i - length + 1, there: j - length + 1, length };
    }
    row = next;
  }
  return best;
}

/** Where the quote would end in the sentence: after its own last characters, else at the next mark after its length. */
function endOf(quote: string, stretch: string, from: number): number {
  for (let length = Math.min(8, quote.length); length >= 3; length -= 1) {
    const at = stretch.indexOf(quote.slice(-length), from);
    if (at >= 0) return at + length;
  }
  const mark = stretch.slice(from + quote.length - 1).search(/[,，、;；]/u);
  return mark < 0 ? stretch.length : from + quote.length - 1 + mark;
}

const pairsOf = (text: string): ReadonlySet<string> =>
  new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));

function shared(wanted: ReadonlySet<string>, text: string): number {
  const own = pairsOf(text);
  let count = 0;
  for (const pair of wanted) if (own.has(pair)) count += 1;
  return count;
}
