import { formatFile } from '../loop/loop.ts';
import { layout } from '../store/layout.ts';
import { workspace } from '../store/workspace.ts';
import type { Command } from './command.ts';

const openFile = (): string | undefined => workspace.getState().openFile;
const writing = (): boolean => layout.getState().view === 'write' && openFile()?.endsWith('.yice') === true;
const run = (lang?: 'zh' | 'en') => (): void => {
  const file = openFile();
  if (file !== undefined) void formatFile(file, lang);
};

export const format: Command = {
  id: 'format',
  label: { zh: '排版', en: 'Lay out the text' },
  initials: 'pb',
  chord: { key: 'f', alt: true, shift: true },
  when: writing,
  run: run(),
};
export const toChinese: Command = {
  id: 'to-chinese',
  label: { zh: '关键字换成中文', en: 'Turn keywords into Chinese' },
  initials: 'gjzhczw',
  when: writing,
  run: run('zh'),
};
export const toEnglish: Command = {
  id: 'to-english',
  label: { zh: '关键字换成英文', en: 'Turn keywords into English' },
  initials: 'gjzhcyw',
  when: writing,
  run: run('en'),
};
