import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PdfLine, PdfRun } from './pdf-lines.ts';
import { linesOfRuns, paragraphsOfLines, withoutHeaders } from './pdf-lines.ts';

/** Where the reader's own parts are: its thread, the tables of Chinese encodings and the widths of fonts that a file does not carry. */
export interface PdfMeans {
  /** Absent: read on this thread. */
  readonly openWorker?: () => Worker;
  /** Folders, with a slash at the end. */
  readonly encodings: string;
  readonly fonts: string;
}

const served = (folder: string): string => new URL(`pdf/${folder}/`, document.baseURI).href;

/** The parts as the application serves them. */
export const pageMeans = (): PdfMeans => ({
  openWorker: () => new Worker(new URL('./pdf.worker.ts', import.meta.url), { type: 'module', name: 'yice-pdf' }),
  encodings: served('cmaps'),
  fonts: served('fonts'),
});

export type PdfText =
  | {
      readonly kind: 'text';
      readonly paragraphs: readonly string[];
      readonly pages: number /** Pages with nothing but pictures. */;
      readonly bare: number;
    }
  | { readonly kind: 'encrypted' }
  | { readonly kind: 'scanned'; readonly pages: number }
  | { readonly kind: 'tooLong'; readonly pages: number };

/** A notice has some dozen pages; a book is another thing. */
export const MOST_PAGES = 400;

/** Reads the text layer of a PDF; nothing in it is run or fetched. @rejects when it is damaged */
export async function readPdf(bytes: Uint8Array, means: PdfMeans): Promise<PdfText> {
  const { getDocument, GlobalWorkerOptions, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const thread = means.openWorker?.();
  if (thread) GlobalWorkerOptions.workerPort = thread;
  const task = getDocument({
    // The reader takes the bytes over.
    data: Uint8Array.from(bytes),
    cMapUrl: means.encodings,
    cMapPacked: true,
    standardFontDataUrl: means.fonts,
    isEvalSupported: false,
    useWasm: false,
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    return await textOf(await task.promise);
  } catch (thrown) {
    if (thrown instanceof Error && thrown.name === 'PasswordException') return { kind: 'encrypted' };
    throw thrown;
  } finally {
    await task.destroy();
    GlobalWorkerOptions.workerPort = null;
    thread?.terminate();
  }
}

async function textOf(document: PDFDocumentProxy): Promise<PdfText> {
  const pages = document.numPages;
  if (pages > MOST_PAGES) return { kind: 'tooLong', pages };
  const read: (readonly PdfLine[])[] = [];
  for (let number = 1; number <= pages; number += 1) read.push(await linesOfPage(document, number));
  const bare = read.filter((lines) => lines.length === 0).length;
  const paragraphs = paragraphsOfLines(withoutHeaders(read));
  // A scan may carry a page number or a stamp as text; that is no text layer.
  const letters = paragraphs.join('').length;
  return letters < pages * 4 ? { kind: 'scanned', pages } : { kind: 'text', paragraphs, pages, bare };
}

async function linesOfPage(document: PDFDocumentProxy, number: number): Promise<readonly PdfLine[]> {
  const page = await document.getPage(number);
  const { items } = await page.getTextContent();
  page.cleanup();
  const runs = items.flatMap((item): readonly PdfRun[] => {
    if (!('str' in item)) return [];
    const [, , c, d, x, y] = item.transform.map(Number);
    return [{ text: item.str, x: x ?? 0, y: y ?? 0, width: item.width, size: Math.hypot(c ?? 0, d ?? 0) || item.height }];
  });
  return linesOfRuns(runs);
}
