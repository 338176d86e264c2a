import { useState } from 'react';
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
  readonly shown: WorkspaceFile | undefined;
  readonly paths: readonly string[];
}

const openFile = (path: string): void => workspace.setState({ openFile: path });

/** A tab for each file of the policy; the others, and what can be done with files, behind the dots. */
export function FileTabs({ tabs, others, shown, paths }: FileTabsProps) {
  const say = useWords(writeWords);
  const [removed, setRemoved] = useState<{ readonly name: string; readonly putBack: () => void }>();
  const nameOf = (tab: FileTab): string => (tab.role === 'scenarios' ? [tab.name, say('scenariosFile')].join(' · ') : tab.name);

  const begin = (): void => {
    const path = newFilePath(shown?.path.split('/')[0] ?? '', say('newFile'), paths);
    void addFiles([{ path, text: '' }]).then(() => openFile(path));
  };
  const menu: MenuLine[] = others.map((tab) => ({ key: tab.path, text: nameOf(tab), icon: 'document', onClick: () => openFile(tab.path) }));
  if (menu.length > 0) menu.push('line');
  menu.push({ key: 'new', text: say('newFile'), icon: 'plus', onClick: begin });
  if (shown?.delivered !== undefined && shown.delivered !== shown.text) {
    const { path, delivered } = shown;
    menu.push({ key: 'restore', text: say('restore'), icon: 'history', onClick: () => void rewriteFile(path, delivered) });
  }
  if (shown) {
    const name = baseName(shown.path);
    menu.push({
      key: 'remove',
      text: say('remove', { file: name }),
      icon: 'bin',
      onClick: () => setRemoved({ name, putBack: removeFile(shown.path) }),
    });
  }
  if (removed) {
    const putBack = (): void => {
      removed.putBack();
      setRemoved(undefined);
    };
    menu.push({ key: 'putBack', text: say('putBack', { file: removed.name }), icon: 'reverse', onClick: putBack });
  }

  return (
    <div className={styles.row}>
      <div className={styles.tabs} role="tablist" aria-label={say('files')}>
        {tabs.map((tab) => (
          <button
            key={tab.path}
            type="button"
            role="tab"
            aria-selected={tab.path === shown?.path}
            className={classes(styles.tab, tab.path === shown?.path && styles.on)}
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
