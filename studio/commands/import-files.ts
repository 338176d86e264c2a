import { NOTICE_ENDINGS } from '../importers/notice.ts';
import { pickFiles } from '../importers/pick-files.ts';
import type { Command } from './command.ts';
import { takeFiles } from './open-notices.ts';

export const importFiles: Command = {
  id: 'import-files',
  label: { zh: '导入文件', en: 'Import files' },
  initials: 'drwj',
  run: () => void pickFiles(`.yice,.zip,${NOTICE_ENDINGS}`).then(takeFiles),
};
