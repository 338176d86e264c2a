import type { TextEncoding } from './notice-bytes.ts';
import { decodeText, kindOfBytes } from './notice-bytes.ts';
import { dateOf, paragraphsOfText, textOfParagraphs, titleOf } from './notice-text.ts';
import type { PdfMeans } from './pdf-text.ts';

/** A notice as opened: its text as it will be quoted, and the file itself. */
export interface Notice {
  readonly title: string;
  /** One paragraph a line. */
  readonly text: string;
  /** The day the document carries, "2022-12-30"; absent when it shows none. */
  readonly date?: string;
  readonly kind: 'txt' | 'docx' | 'pdf' | 'pasted';
  /** As the file was called, with its ending. */
  readonly name: string;
  readonly original: Uint8Array;
  readonly remarks: readonly NoticeRemark[];
}

/** What the person should know of a notice that was opened. */
export type NoticeRemark =
  | { readonly kind: 'encoding'; readonly encoding: TextEncoding }
  /** Word numbers these paragraphs by itself; the numbers are not in the text. */
  | { readonly kind: 'numbered'; readonly count: number }
  | { readonly kind: 'pictures'; readonly count: number }
  /** Pages of a PDF that are pictures only. */
  | { readonly kind: 'barePages'; readonly count: number };

/** Why a file could not be opened as a notice. */
export type NoticeProblem =
  | { readonly kind: 'tooLarge'; readonly megabytes: number; readonly limit: number }
  | { readonly kind: 'tooLong'; readonly characters: number; readonly limit: number }
  | { readonly kind: 'tooManyPages'; readonly pages: number; readonly limit: number }
  | { readonly kind: 'scanned'; readonly pages: number }
  | { readonly kind: 'encrypted' | 'oldWord' | 'notWord' | 'picture' | 'notText' | 'empty' | 'damaged' };

export type NoticeRead =
  | { readonly ok: true; readonly notice: Notice }
  | { readonly ok: false; readonly name: string; readonly problem: NoticeProblem };

/** What is needed of a File. */
export interface NoticeFile {
  readonly name: string;
  readonly size: number;
  readonly arrayBuffer: () => Promise<ArrayBuffer>;
}

const MEGABYTE = 1024 * 1024;
export const MOST_MEGABYTES = 30;
/** Longer than what is read as a source document at most. */
export const MOST_LETTERS = 1_000_000;

/** Names of files that are opened as notices. */
export const NOTICE_ENDINGS = '.txt,.docx,.pdf,.doc,.wps';
export const isNoticeName = (name: string): boolean => /\.(?:txt|docx|pdf|doc|wps|rtf|png|jpe?g)$/iu.test(name);

/** Opens a notice of any kind, or says why not. `means`: absent reads PDF files with what the page serves. */
export async function readNotice(file: NoticeFile, means?: PdfMeans): Promise<NoticeRead> {
  const name = file.name.normalize('NFC');
  const fail = (problem: NoticeProblem): NoticeRead => ({ ok: false, name, problem });
  if (file.size > MOST_MEGABYTES * MEGABYTE)
    return fail({ kind: 'tooLarge', megabytes: Math.ceil(file.size / MEGABYTE), limit: MOST_MEGABYTES });
  const original = new Uint8Array(await file.arrayBuffer());
  try {
    const content = await contentOf(original, name, means);
    if ('problem' in content) return fail(content.problem);
    return finished(name, original, content);
  } catch {
    // The libraries reject what they cannot read; what exactly was wrong inside the file is of no help here.
    return fail({ kind: 'damaged' });
  }
}

/** Text from the clipboard as a notice. */
export function pastedNotice(pasted: string): NoticeRead {
  const original = new TextEncoder().encode(pasted);
  return finished('', original, { kind: 'pasted', paragraphs: paragraphsOfText(pasted), remarks: [] });
}

interface Content {
  readonly kind: Notice['kind'];
  readonly paragraphs: readonly string[];
  readonly remarks: readonly NoticeRemark[];
}

function finished(name: string, original: Uint8Array, { kind, paragraphs, remarks }: Content): NoticeRead {
  const text = textOfParagraphs(paragraphs);
  if (text === '') return { ok: false, name, problem: { kind: 'empty' } };
  if (text.length > MOST_LETTERS) return { ok: false, name, problem: { kind: 'tooLong', characters: text.length, limit: MOST_LETTERS } };
  const date = dateOf(text);
  const title = titleOf(text, name.replace(/\.[^.]+$/u, '') || text.split('\n', 1).join('').slice(0, 24));
  return { ok: true, notice: { title, text, ...(date === undefined ? {} : { date }), kind, name, original, remarks } };
}

async function contentOf(
  bytes: Uint8Array,
  name: string,
  means: PdfMeans | undefined,
): Promise<Content | { readonly problem: NoticeProblem }> {
  switch (kindOfBytes(bytes)) {
    case 'pdf':
      return pdfContent(bytes, means);
    case 'zip':
      return /\.docx$/iu.test(name) ? docxContent(bytes) : { problem: { kind: 'notWord' } };
    case 'ole':
      return { problem: { kind: /\.docx$/iu.test(name) ? 'encrypted' : 'oldWord' } };
    case 'picture':
      return { problem: { kind: 'picture' } };
    case 'other': {
      // Word also writes its old format as marked-up text.
      if (/^\s*\{\\rtf/u.test(new TextDecoder('latin1').decode(bytes.subarray(0, 16)))) return { problem: { kind: 'oldWord' } };
      const decoded = decodeText(bytes);
      if (!decoded) return { problem: { kind: bytes.length === 0 ? 'empty' : 'notText' } };
      const { text, encoding } = decoded;
      return { kind: 'txt', paragraphs: paragraphsOfText(text), remarks: encoding === 'utf-8' ? [] : [{ kind: 'encoding', encoding }] };
    }
  }
}

async function docxContent(bytes: Uint8Array): Promise<Content> {
  const { readDocx } = await import('./docx-text.ts');
  const { paragraphs, numbered, pictures } = await readDocx(bytes);
  const remarks: readonly NoticeRemark[] = [
    ...(numbered > 0 ? [{ kind: 'numbered', count: numbered } as const] : []),
    ...(pictures > 0 ? [{ kind: 'pictures', count: pictures } as const] : []),
  ];
  return { kind: 'docx', paragraphs, remarks };
}

async function pdfContent(bytes: Uint8Array, means: PdfMeans | undefined): Promise<Content | { readonly problem: NoticeProblem }> {
  const { MOST_PAGES, pageMeans, readPdf } = await import('./pdf-text.ts');
  const read = await readPdf(bytes, means ?? pageMeans());
  switch (read.kind) {
    case 'encrypted':
      return { problem: { kind: 'encrypted' } };
    case 'scanned':
      return { problem: { kind: 'scanned', pages: read.pages } };
    case 'tooLong':
      return { problem: { kind: 'tooManyPages', pages: read.pages, limit: MOST_PAGES } };
    case 'text':
      return { kind: 'pdf', paragraphs: read.paragraphs, remarks: read.bare > 0 ? [{ kind: 'barePages', count: read.bare }] : [] };
  }
}
