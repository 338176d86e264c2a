import type { NoticeFile, NoticeRead } from '../importers/notice.ts';
import { isNoticeName, NOTICE_ENDINGS, pastedNotice, readNotice } from '../importers/notice.ts';
import { pickFiles } from '../importers/pick-files.ts';
import { readTexts } from '../importers/texts.ts';
import { addFiles } from '../loop/loop.ts';
import { folderNow, keepNotice } from '../loop/notices.ts';
import { layout } from '../store/layout.ts';
import type { NoticeOutcome } from '../store/notices.ts';
import { notices } from '../store/notices.ts';
import { saving } from '../store/saving.ts';
import { workspace } from '../store/workspace.ts';
import type { Command } from './command.ts';
import { openArchive } from './open-archive.ts';

const kept = async (read: NoticeRead): Promise<NoticeOutcome> => (read.ok ? keepNotice(read.notice) : read);

/** Opens notices of any kind one after the other; what came of each is shown and handed back. */
export async function openNotices(files: readonly NoticeFile[]): Promise<readonly NoticeOutcome[]> {
  const outcomes: NoticeOutcome[] = [];
  for (const file of files) {
    notices.setState({ reading: file.name });
    outcomes.push(await kept(await readNotice(file)));
  }
  notices.setState({ reading: undefined, outcomes });
  return outcomes;
}

/** Opens text from the clipboard as a notice. */
export async function openPasted(text: string): Promise<NoticeOutcome> {
  const outcome = await kept(pastedNotice(text));
  notices.setState({ outcomes: [outcome] });
  return outcome;
}

/** Takes files of any kind in, however they came: notices become documents, rules and whole workspaces their texts. */
export async function takeFiles(files: readonly File[]): Promise<void> {
  if (saving.getState().elsewhere) return;
  const known = (name: string): boolean => /\.yice$/iu.test(name);
  const packed = files.find(({ name }) => /\.zip$/iu.test(name));
  if (packed) {
    await openArchive(packed);
    return;
  }
  const rules = files.filter(({ name }) => known(name));
  const { texts } = await readTexts(rules, folderNow());
  if (texts.length > 0) await addFiles(texts);
  const first = texts.find((text) => text.path.endsWith('.yice'));
  if (first) workspace.setState({ openFile: first.path });
  const documents = files.filter(({ name }) => !known(name));
  if (documents.length > 0) await openNotices(documents);
  if (layout.getState().view === 'start' && (first || documents.some(({ name }) => isNoticeName(name)))) layout.setState({ view: 'write' });
}

export const openNotice: Command = {
  id: 'open-notice',
  label: { zh: '放入通知（Word、PDF、文本）', en: 'Open a notice (Word, PDF, text)' },
  initials: 'frtz',
  run: () => void pickFiles(NOTICE_ENDINGS).then((files) => (files.length > 0 ? openNotices(files) : undefined)),
};

export const pasteNotice: Command = {
  id: 'paste-notice',
  label: { zh: '粘贴通知的文字', en: 'Paste the text of a notice' },
  initials: 'zttzdwz',
  run: () => layout.setState({ overlay: 'paste' }),
};
