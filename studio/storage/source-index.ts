import * as z from 'zod/mini';
import type { DocumentEntry } from './delivered.ts';

/** The list of a folder's documents: `sources/index.json`, as it is delivered and as it is written for documents that are brought in. */

const entrySchema = z.object({
  file: z.string(),
  title: z.optional(z.string()),
  issuer: z.optional(z.string()),
  date: z.optional(z.string()),
  sha256: z.optional(z.string()),
  original: z.optional(z.object({ file: z.string(), sha256: z.string() })),
  opened: z.optional(z.string()),
});

/** Entries of an index; an index that cannot be read has none. */
export function readIndex(text: string | undefined): readonly DocumentEntry[] {
  if (text === undefined) return [];
  try {
    return (z.array(entrySchema).safeParse(JSON.parse(text)).data ?? []).map(withoutAbsent);
  } catch {
    return [];
  }
}

const withoutAbsent = ({ file, title, issuer, date, sha256, original, opened }: z.infer<typeof entrySchema>): DocumentEntry => ({
  file,
  ...(title === undefined ? {} : { title }),
  ...(issuer === undefined ? {} : { issuer }),
  ...(date === undefined ? {} : { date }),
  ...(sha256 === undefined ? {} : { sha256 }),
  ...(original === undefined ? {} : { original }),
  ...(opened === undefined ? {} : { opened }),
});

/** The index with one more entry; one of the same file is replaced. */
export const indexWith = (entries: readonly DocumentEntry[], entry: DocumentEntry): string =>
  `${JSON.stringify([...entries.filter((one) => one.file !== entry.file), entry], undefined, 2)}\n`;

const hex = (bytes: ArrayBuffer): string => [...new Uint8Array(bytes)].map((one) => one.toString(16).padStart(2, '0')).join('');

/** SHA-256 in lower-case hexadecimal. */
export const sha256Of = async (bytes: Uint8Array): Promise<string> => hex(await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes)));

/** Entries of all documents that the workspace lists itself, by file name. */
export const entriesOf = (
  files: Readonly<Record<string, { readonly path: string; readonly text: string }>>,
): Readonly<Record<string, DocumentEntry>> =>
  Object.fromEntries(
    Object.values(files)
      .filter(({ path }) => path.endsWith('sources/index.json'))
      .flatMap(({ text }) => readIndex(text))
      .map((entry) => [entry.file.normalize('NFC'), entry]),
  );
