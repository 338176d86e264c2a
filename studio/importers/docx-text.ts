import { unzipSync } from 'fflate';
import mammoth from 'mammoth';

/** What a .docx says, and what of it is not text. */
export interface DocxText {
  readonly paragraphs: readonly string[];
  readonly pictures: number;
  /** Paragraphs that Word numbers by itself: the numbers are no text and are not here. */
  readonly numbered: number;
}

/** A small file can claim to unpack into one that fills the memory. */
const MOST_UNPACKED = 200 * 1024 * 1024;

const unpackedSize = (bytes: Uint8Array): number => {
  let size = 0;
  unzipSync(bytes, {
    filter: (entry) => {
      size += entry.originalSize;
      return false;
    },
  });
  return size;
};

const ENTITY: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', '#39': "'" };
const plain = (html: string): string =>
  html.replace(/<[^>]+>/gu, '').replace(/&(amp|lt|gt|quot|nbsp|#39);/gu, (_, name: string) => ENTITY[name] ?? '');

/** A row of a table is one line, so that a figure stays beside what it belongs to. */
const rowsAsLines = (html: string): string =>
  html.replace(/<tr[^>]*>([\s\S]*?)<\/tr>/gu, (_, row: string) => {
    const cells = row.split(/<\/t[dh]>/u).map((cell) => cell.replace(/<\/p>\s*<p[^>]*>/gu, ' ').replace(/<[^>]+>/gu, ''));
    return `<p>${cells.join(' ')}</p>`;
  });

/** Reads the paragraphs of a Word file; insertions that are still tracked count, deletions do not. @rejects when it is none */
export async function readDocx(bytes: Uint8Array): Promise<DocxText> {
  if (unpackedSize(bytes) > MOST_UNPACKED) throw new RangeError('unpacks to more than is read');
  const arrayBuffer = Uint8Array.from(bytes).buffer;
  let pictures = 0;
  const { value } = await mammoth.convertToHtml(
    // The page's build reads the one, Node's the other.
    typeof Buffer === 'undefined' ? { arrayBuffer } : { buffer: Buffer.from(arrayBuffer) },
    {
      styleMap: ['u => em', 'strike => '],
      convertImage: mammoth.images.imgElement(async () => {
        pictures += 1;
        return { src: '' };
      }),
    },
  );
  const lines = rowsAsLines(value).replace(/<br\s*\/?>/gu, '</p><p>');
  const numbered = (lines.match(/<ol>/gu) ?? []).length === 0 ? 0 : (lines.match(/<li>/gu) ?? []).length;
  const paragraphs = lines.split(/<\/(?:p|h[1-6]|li)>/u).map(plain);
  return { paragraphs, pictures, numbered };
}
