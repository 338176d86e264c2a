/**
 * Reads a stream of bytes line by line. Memory stays bounded: a line above the limit is thrown away as it arrives and reported by its
 * number, and the stream is only read as fast as its lines are taken.
 */

export type InputLine =
  | { readonly kind: 'line'; readonly number: number; readonly text: string }
  /** Longer than the limit. */
  | { readonly kind: 'long'; readonly number: number }
  /** Not UTF-8. */
  | { readonly kind: 'unreadable'; readonly number: number };

const NEWLINE = 0x0a;

/** The lines of a stream, numbered from 1, without their line ends. An empty last line is none. `limit` is in bytes. */
export async function* linesOf(stream: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<InputLine> {
  let parts: Uint8Array[] = [];
  let size = 0;
  let number = 1;
  for await (const chunk of stream) {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, from)) {
      size += end - from;
      if (size <= limit) parts.push(chunk.subarray(from, end));
      yield decoded(parts, size > limit, number);
      parts = [];
      size = 0;
      number += 1;
      from = end + 1;
    }
    size += chunk.length - from;
    if (size > limit) parts = [];
    else if (from < chunk.length) parts.push(chunk.subarray(from));
  }
  if (size > 0) yield decoded(parts, size > limit, number);
}

function decoded(parts: readonly Uint8Array[], long: boolean, number: number): InputLine {
  if (long) return { kind: 'long', number };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts));
    return { kind: 'line', number, text: text.endsWith('\r') ? text.slice(0, -1) : text };
  } catch {
    return { kind: 'unreadable', number };
  }
}
