import type { TextFile } from '../worker/protocol.ts';

/** What came out of the chosen files, and which of them were not texts of ours. */
export interface ReadTexts {
  readonly texts: readonly TextFile[];
  readonly unread: readonly string[];
}

interface Named {
  readonly name: string;
  readonly arrayBuffer: () => Promise<ArrayBuffer>;
}

/** UTF-8, else the encoding older Chinese office software writes; undefined when it is neither. */
const decode = (bytes: ArrayBuffer): string | undefined => {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not in this encoding.
    }
  }
  return undefined;
};

/** Reads rules (.yice) and documents (.txt): they go into `folder`, documents into its sources. */
export async function readTexts(files: readonly Named[], folder: string): Promise<ReadTexts> {
  const texts: TextFile[] = [];
  const unread: string[] = [];
  for (const file of files) {
    const text = decode(await file.arrayBuffer())?.replace(/\r\n?/g, '\n');
    const name = file.name.normalize('NFC');
    if (text === undefined) unread.push(name);
    else if (name.endsWith('.txt')) texts.push({ path: [folder, 'sources', name].filter(Boolean).join('/'), text });
    else if (name.endsWith('.yice')) texts.push({ path: [folder, name].filter(Boolean).join('/'), text });
    else unread.push(name);
  }
  return { texts, unread };
}
