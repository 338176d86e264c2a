import { download } from '../exporters/download.ts';
import { originals } from '../loop/notices.ts';
import { workspace } from '../store/workspace.ts';
import type { Command } from './command.ts';

/** The whole workspace, policies, cited documents, sets of patients and the files notices came as, as one zip. */
export async function saveWorkspace(): Promise<void> {
  const { packArchive } = await import('../storage/archive.ts');
  const texts = Object.values(workspace.getState().files).map(({ path, text }) => ({ path, text }));
  // A browser that keeps nothing has no originals either; the texts must get out all the same.
  const kept = await originals()
    .all()
    .catch(() => []);
  download('yice-workspace.zip', packArchive({ texts, originals: kept }), 'application/zip');
}

export const exportWorkspace: Command = {
  id: 'export-workspace',
  label: { zh: '把整个工作区存成文件', en: 'Save the whole workspace to a file' },
  initials: 'bzggzqccwj',
  run: () => void saveWorkspace(),
};
