import { saving } from '../store/saving.ts';
import { workspace } from '../store/workspace.ts';
import { browserShelf, keepWorkspace, outdated, restoreWorkspace } from './autosave.ts';
import { deliveredFiles } from './delivered.ts';
import { restoreDesk } from './desk.ts';
import { folderPort, keepFolder, onFolder } from './folder.ts';
import { keepHistory } from './history.ts';
import { claimWorkspace } from './one-tab.ts';

/** Where the vocabulary of all areas stands: a folder that has none of its own is lent the delivered one. */
const NATIONAL = '000000-';

/** Puts the texts in place, calls `begin`, and keeps every change from then on. */
export async function keepTexts(begin: () => void): Promise<void> {
  await claimWorkspace();
  if (onFolder()) await keepFolderTexts(begin);
  else await keepDelivered(begin);
  keepHistory();
}

async function keepDelivered(begin: () => void): Promise<void> {
  const shelf = browserShelf();
  const { desk, bases } = await restoreWorkspace(shelf, deliveredFiles());
  saving.setState({ outdated: outdated(workspace.getState().files, bases) });
  restoreDesk(desk);
  begin();
  keepWorkspace(shelf, bases);
}

async function keepFolderTexts(begin: () => void): Promise<void> {
  const port = folderPort();
  const opened = await port.read();
  const shelf = browserShelf(`yice-folder-${opened.id}`);
  const national = opened.files.some(({ path }) => path.startsWith(NATIONAL));
  const lent = national ? [] : deliveredFiles().filter(({ path }) => path.startsWith(NATIONAL));
  const { desk, bases } = await restoreWorkspace(shelf, [...lent, ...opened.files]);
  saving.setState({ folder: opened.name });
  restoreDesk(desk);
  begin();
  const { ground } = keepFolder(port, shelf, opened, bases);
  keepWorkspace(shelf, bases, ground);
}
