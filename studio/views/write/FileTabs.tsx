import { useState } from 'react';
import { useStore } from 'zustand';
import { newPolicy } from '../../commands/new-policy.ts';
import { addFiles, removeFile, rewriteFile } from '../../loop/loop.ts';
import type { WorkspaceFile } from '../../store/workspace.ts';
import { workspace } from '../../store/workspace.ts';
import { useWords } from '../../strings/use-words.ts';
import { IconButton } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import type { MenuLine } from '../../ui/Floating.tsx';
import { Menu } from '../../ui/Floating.tsx';
import styles from './FileTabs.module.css';
import type { FileTab } from './select.ts';
import { baseName, newFilePath } from './select.ts';
import { writeWords } from './strings.ts';

interface FileTabsProps {
  readonly tabs: readonly FileTab[];
  /** Files of the workspace that are not on a tab. */
  readonly others: readonly FileTab[];
  readonly shown: string | undefined;
  readonly paths: readonly string[];
}

/** Written otherwise than it was delivered. */
const differs = (file: WorkspaceFile | undefined): boolean => file?.delivered !== undefined && file.delivered !== file.text;

const openFile = (path: string): void => workspace.setState({ openFile: path });

/** A tab for each file of the policy; the others, and what can be done with files, behind the dots. */
export function FileTabs({ tabs, others, shown, paths }: FileTabsProps) {
  const say = useWords(writeWords);
  const [removed, setRemoved] = useState<{ readonly name: string; readonly putBack: () => void }>();
  const changed = useStore(workspace, (now) => shown !== undefined && differs(now.files[shown]));
  const nameOf = (tab: FileTab): string => (tab.role === 'scenarios' ? [tab.name, say('scenariosFile')].join(' · ') : tab.name);

  const begin = (): void => {
    const path = newFilePath(shown?.split('/')[0] ?? '', say('newFile'), paths);
    void addFiles([{ path, text: '' }]).then(() => openFile(path));
  };
  const here = shown?.split('/')[0];
  const inFolder = (tab: FileTab): string => {
    const folder = tab.path.split('/')[0] ?? '';
    return folder === here || !tab.path.includes('/') ? nameOf(tab) : [folder.replace(/^\d+-/u, ''), nameOf(tab)].join(' · ');
  };
  // What is done comes first: the list of the other files may be longer than the page.
  const menu: MenuLine[] = [];
  menu.push({ key: 'policy', text: say('newPolicy'), icon: 'plus', onClick: newPolicy.run });
  menu.push({ key: 'new', text: say('newFile'), icon: 'plus', onClick: begin });
  if (changed && shown !== undefined) {
    const restore = (): void => {
      const delivered = workspace.getState().files[shown]?.delivered;
      if (delivered !== undefined) void rewriteFile(shown, delivered);
    };
    menu.push({ key: 'restore', text: say('restore'), icon: 'history', onClick: restore });
  }
  if (shown !== undefined) {
    const name = baseName(shown);
    menu.push({
      key: 'remove',
      text: say('remove', { file: name }),
      icon: 'bin',
      onClick: () => setRemoved({ name, putBack: removeFile(shown) }),
    });
  }
  if (removed) {
    const putBack = (): void => {
      removed.putBack();
      setRemoved(undefined);
    };
    menu.push({ key: 'putBack', text: say('putBack', { file: removed.name }), icon: 'reverse', onClick: putBack });
  }

  if (others.length > 0) menu.push('line');
  for (const tab of others) menu.push({ key: tab.path, text: inFolder(tab), icon: 'document', onClick: () => openFile(tab.path) });

  return (
    <div className={styles.row}>
      <div className={styles.tabs} role="tablist" aria-label={say('files')}>
        {tabs.map((tab) => (
          <button
            key={tab.path}
            type="button"
            role="tab"
            aria-selected={tab.path === shown}
            className={classes(styles.tab, tab.path === shown && styles.on)}
            title={tab.path}
            onClick={() => openFile(tab.path)}
          >
            {nameOf(tab)}
            {tab.errors > 0 ? <span className={styles.errors}>{tab.errors}</span> : null}
          </button>
        ))}
      </div>
      <span className={styles.more}>
        <Menu lines={menu}>
          <IconButton size={24} icon="more" label={say('moreFiles')} hasPopup="menu" />
        </Menu>
      </span>
    </div>
  );
}
