import { pickFiles } from '../importers/pick-files.ts';
import { readTexts } from '../importers/texts.ts';
import { addFiles } from '../loop/loop.ts';
import { textToWorkspace } from '../storage/share.ts';
import { policyFiles, workspace } from '../store/workspace.ts';
import type { Command } from './command.ts';

export const importFiles: Command = {
  id: 'import-files',
  label: { zh: '导入文件', en: 'Import files' },
  initials: 'drwj',
  run: () => {
    void pickFiles('.yice,.txt,.json').then(async (picked) => {
      const open = workspace.getState().openFile ?? policyFiles(workspace.getState())[0] ?? '';
      const { texts } = await readTexts(picked, open.split('/').slice(0, -1).join('/'), textToWorkspace);
      if (texts.length > 0) await addFiles(texts);
      const first = texts.find((text) => text.path.endsWith('.yice'));
      if (first) workspace.setState({ openFile: first.path });
    });
  },
};
