import { download } from '../exporters/download.ts';
import { workspaceToText } from '../storage/share.ts';
import { workspace } from '../store/workspace.ts';
import type { Command } from './command.ts';

export const exportWorkspace: Command = {
  id: 'export-workspace',
  label: { zh: '把全部文本存成文件', en: 'Save all text to a file' },
  initials: 'bqbwbccwj',
  run: () => download('workspace.yice-workspace.json', workspaceToText(workspace.getState()), 'application/json'),
};
