import { download } from '../exporters/download.ts';
import { workspaceToText } from '../storage/share.ts';
import { workspace } from '../store/workspace.ts';

/** 存成文件: the whole workspace, policies and cited documents, as one file. */
export const saveWorkspace = (): void =>
  download('workspace.yice-workspace.json', workspaceToText(workspace.getState()), 'application/json');
