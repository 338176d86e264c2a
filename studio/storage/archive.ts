import type { Zippable } from 'fflate';
import { unzipSync, zipSync } from 'fflate';
import type { TextFile } from '../worker/protocol.ts';

/**
 * The whole workspace as one zip: every text where it stands, and the files notices came as. Unpacked, it is a folder that `yice studio`
 * opens. Made-up patients are in it only where they are a set, which is a text.
 */
export interface Archive {
  readonly texts: readonly TextFile[];
  /** Other files, byte for byte, by path. */
  readonly originals: readonly (readonly [string, Uint8Array])[];
}

/** `none` is no zip · `large` more than is taken in · `empty` holds no text of ours */
export type ArchiveProblem = 'none' | 'large' | 'empty';

/** Unpacked, bytes. */
const MOST_BYTES = 200_000_000;
const MOST_FILES = 10_000;
const TEXT = /\.(?:yice|txt|json)$/u;
const ORIGINAL = /\.(?:docx?|pdf|rtf|html?)$/iu;
/** The same workspace gives the same bytes, whenever it is packed. */
const PACKED_ON = '2020-01-01T00:00:00';

/** Packs a workspace. */
export function packArchive({ texts, originals }: Archive): Uint8Array {
  const files: Zippable = {};
  const encoder = new TextEncoder();
  for (const { path, text } of texts) files[path] = [encoder.encode(text), { mtime: PACKED_ON }];
  for (const [path, bytes] of originals) files[path] = [bytes, { mtime: PACKED_ON, level: 0 }];
  return zipSync(files, { level: 6 });
}

const isSafe = (path: string): boolean =>
  !/[\\\0]/u.test(path) && !path.startsWith('/') && path.split('/').every((part) => part !== '' && part !== '..' && !part.startsWith('.'));

/** A folder that all paths begin with, other than one of an area: what a system adds that packs a folder. */
function wrapping(paths: readonly string[]): string {
  const [first = ''] = paths;
  const top = first.slice(0, first.indexOf('/') + 1);
  return top !== '' && !/^\d{6}-/u.test(top) && paths.every((path) => path.startsWith(top)) ? top : '';
}

/** Unpacks a workspace; what is none of ours in it is left out. */
export function unpackArchive(bytes: Uint8Array): Archive | ArchiveProblem {
  let total = 0;
  let count = 0;
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!isSafe(name) || !(TEXT.test(name) || ORIGINAL.test(name))) return false;
        total += originalSize;
        count += 1;
        return total <= MOST_BYTES && count <= MOST_FILES;
      },
    });
  } catch {
    return 'none';
  }
  if (total > MOST_BYTES || count > MOST_FILES) return 'large';
  const top = wrapping(Object.keys(files));
  const texts: TextFile[] = [];
  const originals: (readonly [string, Uint8Array])[] = [];
  for (const [name, content] of Object.entries(files)) {
    const path = name.slice(top.length).normalize('NFC');
    if (!TEXT.test(path)) originals.push([path, content]);
    else {
      const text = decoded(content);
      if (text !== undefined) texts.push({ path, text: text.replace(/\r\n?/gu, '\n') });
    }
  }
  return texts.length === 0 ? 'empty' : { texts, originals };
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
