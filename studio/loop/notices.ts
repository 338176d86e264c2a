import type { Notice } from '../importers/notice.ts';
import type { DocumentEntry } from '../storage/delivered.ts';
import type { OriginalShelf } from '../storage/originals.ts';
import { browserOriginals } from '../storage/originals.ts';
import { indexWith, readIndex, sha256Of } from '../storage/source-index.ts';
import { analysis } from '../store/analysis.ts';
import type { NoticeOutcome } from '../store/notices.ts';
import { notices } from '../store/notices.ts';
import { workspace } from '../store/workspace.ts';
import { addFiles } from './loop.ts';

/** Letters that some system does not take in a file name. */
const UNSAFE = /[\\/:*?"<>|\n\t]/gu;
const LONGEST_NAME = 60;

let shelf: OriginalShelf | undefined;
/** Where originals are kept; a test gives its own. */
export const originals = (own?: OriginalShelf): OriginalShelf => {
  if (own) shelf = own;
  shelf ??= browserOriginals();
  return shelf;
};

/** The folder of the chosen policy, else of the open file. */
export function folderNow(): string {
  const { policy, openFile } = workspace.getState();
  const declared = analysis.getState().analysis?.declared.find((one) => one.name === policy);
  return declared?.folder ?? (openFile ?? '').split('/').slice(0, -1).join('/');
}

/** How the notice is called among its folder's documents, without ending. */
export function noticeName({ name, title, date }: Pick<Notice, 'name' | 'title' | 'date'>): string {
  const own = name.replace(/\.[^.]+$/u, '');
  const called = own === '' ? [date, title].filter(Boolean).join('-') : own;
  return called.replace(UNSAFE, '').trim().slice(0, LONGEST_NAME) || title.replace(UNSAFE, '').slice(0, LONGEST_NAME);
}

/** The first of "name.txt", "name 2.txt" … that is free or holds this very text. */
export function noticePath(folder: string, name: string, text: string, files: Readonly<Record<string, { readonly text: string }>>): string {
  const path = (number: number): string => [folder, 'sources', `${name}${number === 1 ? '' : ` ${number}`}.txt`].filter(Boolean).join('/');
  let number = 1;
  while (files[path(number)] !== undefined && files[path(number)]?.text !== text) number += 1;
  return path(number);
}

/** Puts a notice into the workspace: its text, the file it came as, and both digests in the folder's list of documents. */
export async function keepNotice(notice: Notice, folder: string = folderNow()): Promise<NoticeOutcome & { readonly ok: true }> {
  const { files } = workspace.getState();
  const path = noticePath(folder, noticeName(notice), notice.text, files);
  const known = files[path] !== undefined;
  const name = (path.split('/').at(-1) ?? path).replace(/\.txt$/u, '');
  if (!known) {
    const ending = notice.kind === 'pasted' ? 'txt' : notice.kind;
    const original = `${name}.orig.${ending}`;
    const sources = [folder, 'sources'].filter(Boolean).join('/');
    await originals().put(`${sources}/${original}`, notice.original);
    const indexPath = `${sources}/index.json`;
    const { deliveredIndex } = await import('../storage/delivered.ts');
    const entry: DocumentEntry = {
      file: `${name}.txt`,
      title: notice.title,
      ...(notice.date === undefined ? {} : { date: notice.date }),
      sha256: await sha256Of(new TextEncoder().encode(notice.text)),
      original: { file: original, sha256: await sha256Of(notice.original) },
      opened: new Date().toISOString().slice(0, 10),
    };
    const listed = files[indexPath] === undefined ? deliveredIndex(folder) : readIndex(files[indexPath].text);
    await addFiles([
      { path, text: notice.text },
      { path: indexPath, text: indexWith(listed, entry) },
    ]);
  }
  notices.setState({ shown: path });
  return {
    ok: true,
    path,
    title: notice.title,
    characters: notice.text.replace(/\s/gu, '').length,
    ...(notice.date === undefined ? {} : { date: notice.date }),
    remarks: notice.remarks,
    known,
  };
}
