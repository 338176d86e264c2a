/**
 * Full-width and half-width are one alphabet outside quotes and comments. Folding gives one code unit for one, so that offsets never move.
 */

const FULL_FIRST = 0xff01;
const FULL_LAST = 0xff5e;
const FULL_OFFSET = 0xfee0;

/** Signs with a twin outside the full-width block. Spaces of all widths become one space. */
const TWINS: ReadonlyMap<number, number> = new Map(
  [
    ['\u3000', ' '],
    ['\u00a0', ' '],
    ['\u2002', ' '],
    ['\u2003', ' '],
    ['\u2009', ' '],
    ['\u202f', ' '],
    ['\t', ' '],
    ['\v', ' '],
    ['\f', ' '],
    ['。', ';'],
    ['｡', ';'],
    ['、', '、'],
    ['､', '、'],
    ['【', '['],
    ['】', ']'],
    ['〔', '['],
    ['〕', ']'],
    ['−', '-'],
    ['﹣', '-'],
    ['*', '×'],
    ['＊', '×'],
    ['/', '/'],
    ['≦', '≤'],
    ['≧', '≥'],
    ['—', '~'],
    ['–', '~'],
    ['〜', '~'],
    ['∼', '~'],
    ['﹪', '%'],
    ['￥', '¥'],
    ['\u2028', '\n'],
    ['\u2029', '\n'],
    ['\u0085', '\n'],
    ['\r', '\n'],
  ].map(([from, to]) => [(from as string).charCodeAt(0), (to as string).charCodeAt(0)] as const),
);

/** The half-width twin of one UTF-16 code unit, or the unit itself. */
export function foldCode(code: number): number {
  if (code > 0x20 && code < 0x7f) return code === 0x2a ? 0xd7 : code;
  if (code >= 0x4e00 && code <= 0x9fff) return code;
  const twin = TWINS.get(code);
  if (twin !== undefined) return twin;
  return code >= FULL_FIRST && code <= FULL_LAST ? code - FULL_OFFSET : code;
}

/** A stretch of text, folded; as long as the original. */
export function fold(text: string, from = 0, to = text.length): string {
  let out = '';
  for (let at = from; at < to; at++) out += String.fromCharCode(foldCode(text.charCodeAt(at)));
  return out;
}

const between = (code: number, low: number, high: number): boolean => code >= low && code <= high;

/** Whether a code point is a Han letter, or the · that stands inside transcribed names. */
export function isHan(point: number): boolean {
  if (between(point, 0x4e00, 0x9fff)) return true;
  return (
    between(point, 0x3400, 0x4dbf) ||
    between(point, 0x3005, 0x3007) ||
    between(point, 0x3021, 0x3029) ||
    between(point, 0xf900, 0xfaff) ||
    between(point, 0x20000, 0x323af) ||
    point === 0xb7
  );
}

export const isDigit = (code: number): boolean => between(code, 0x30, 0x39);
export const isLatin = (code: number): boolean => between(code, 0x61, 0x7a) || between(code, 0x41, 0x5a);
export const isWordPart = (code: number): boolean => isLatin(code) || isDigit(code) || code === 0x5f;
