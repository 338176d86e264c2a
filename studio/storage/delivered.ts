import type { TextFile } from '../worker/protocol.ts';

const TEXTS = import.meta.glob<string>('/policies/**/*.{yice,txt,patients.json}', { query: '?raw', import: 'default', eager: true });
const INDEXES = import.meta.glob<readonly DocumentEntry[]>('/policies/**/sources/index.json', { import: 'default', eager: true });

/** What is known of a cited document besides its text. */
export interface DocumentEntry {
  readonly file: string;
  readonly title?: string;
  readonly issuer?: string;
  readonly date?: string;
  /** Of the text, UTF-8. */
  readonly sha256?: string;
  /** The file it was read from, beside it. */
  readonly original?: { readonly file: string; readonly sha256: string };
  /** The day it was brought in. */
  readonly opened?: string;
}

const ROOT = '/policies/';

/** The policies, cited documents and sets of sample patients that come with the application, by path relative to the policies root. */
export const deliveredFiles = (): readonly TextFile[] =>
  Object.entries(TEXTS)
    .map(([path, text]) => ({ path: path.slice(ROOT.length).normalize('NFC'), text }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));

/** The index delivered with a folder. */
export const deliveredIndex = (folder: string): readonly DocumentEntry[] => INDEXES[`${ROOT}${folder}/sources/index.json`] ?? [];

/** Title, issuer and date of the delivered documents, by file name. */
export const documentEntries = (): Readonly<Record<string, DocumentEntry>> =>
  Object.fromEntries(
    Object.values(INDEXES)
      .flat()
      .map((entry) => [entry.file.normalize('NFC'), entry]),
  );
