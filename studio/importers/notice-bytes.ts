/** What a file is, by its own first bytes: a name ending says what someone called it. */
export type ByteKind = 'pdf' | 'zip' | 'ole' | 'picture' | 'other';

const starts = (bytes: Uint8Array, ...head: readonly number[]): boolean => head.every((byte, at) => bytes[at] === byte);

/** `ole`: the container of Word 97–2003, and of newer files that ask for a password. */
export function kindOfBytes(bytes: Uint8Array): ByteKind {
  // Some writers put a few bytes before the mark.
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  if (head.includes('%PDF-')) return 'pdf';
  if (starts(bytes, 0x50, 0x4b, 0x03, 0x04)) return 'zip';
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'ole';
  if (starts(bytes, 0x89, 0x50, 0x4e, 0x47) || starts(bytes, 0xff, 0xd8, 0xff) || starts(bytes, 0x47, 0x49, 0x46)) return 'picture';
  return 'other';
}

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

const decodeAs = (encoding: TextEncoding, bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // Not in this encoding.
    return undefined;
  }
};

/** Control characters that no text has; a line end, a tab and a page break are none. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000e-\u001f]/u;

/** Plain text in whatever encoding it was saved: UTF-8, Windows “Unicode” by its mark, else the one of older Chinese office software. */
export function decodeText(bytes: Uint8Array): { readonly text: string; readonly encoding: TextEncoding } | undefined {
  const marked: TextEncoding | undefined = starts(bytes, 0xff, 0xfe) ? 'utf-16le' : starts(bytes, 0xfe, 0xff) ? 'utf-16be' : undefined;
  for (const encoding of marked ? [marked] : (['utf-8', 'gb18030'] as const)) {
    const text = decodeAs(encoding, bytes);
    if (text !== undefined && !CONTROL.test(text)) return { text, encoding };
  }
  return undefined;
}
