import { EXIT, Stop } from '../exits.ts';

/** The encodings in which a spreadsheet writes CSV in China. */
export type Encoding = 'utf-8' | 'gb18030';

/** Reads the bytes from the beginning, each time it is called. */
export type Source = () => AsyncIterable<Uint8Array>;

/**
 * UTF-8 when all bytes are, else GB18030. A short text in GB18030 can be UTF-8 by accident; it then holds no Han and no sign of East Asia,
 * while in GB18030 it does. @throws Stop when it is neither
 */
export async function encodingOf(source: Source): Promise<Encoding> {
  if (await isUtf16(source)) throw new Stop(EXIT.files, UTF16);
  const utf8 = await kindsIn(source, 'utf-8');
  if (utf8 === 'ascii' || utf8 === 'east') return 'utf-8';
  const gb = await kindsIn(source, 'gb18030');
  if (gb === 'east') return 'gb18030';
  if (utf8 !== undefined) return 'utf-8';
  if (gb !== undefined) return 'gb18030';
  throw new Stop(EXIT.files, NEITHER);
}

/** The text of the bytes, without a byte-order mark. INVARIANT: `encoding` is what `encodingOf` found. */
export async function* textOf(source: Source, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const chunk of source()) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/** From U+2E80 on: Han, kana, hangul and full-width signs. */
const EAST = /[\u2e80-\u{10ffff}]/u;
const BEYOND_ASCII = /[^\p{ASCII}]/u;

/** What the text holds besides ASCII; undefined when the bytes are not in the encoding. */
async function kindsIn(source: Source, encoding: Encoding): Promise<'ascii' | 'other' | 'east' | undefined> {
  let found: 'ascii' | 'other' | 'east' = 'ascii';
  try {
    for await (const text of textOf(source, encoding)) {
      if (EAST.test(text)) found = 'east';
      else if (found === 'ascii' && BEYOND_ASCII.test(text)) found = 'other';
    }
    return found;
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** A byte-order mark of UTF-16, which spreadsheets call “Unicode text”. */
async function isUtf16(source: Source): Promise<boolean> {
  for await (const [first, second] of source()) return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return false;
}

const UTF16 = {
  zh: '这个文件是 UTF-16（“Unicode 文本”）；在表格软件里另存为 “CSV UTF-8” 再试',
  en: 'the file is UTF-16 (“Unicode text”); save it as “CSV UTF-8” with your spreadsheet and try again',
};
const NEITHER = {
  zh: '这个文件既不是 UTF-8 也不是 GB18030；在表格软件里另存为 “CSV UTF-8” 再试',
  en: 'the file is neither UTF-8 nor GB18030; save it as “CSV UTF-8” with your spreadsheet and try again',
};
