import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { analysis } from '../../store/analysis.ts';
import type { WorkspaceFile } from '../../store/workspace.ts';
import { workspace } from '../../store/workspace.ts';
import type { FileTab } from './select.ts';
import { fileTabs } from './select.ts';

export interface Files {
  readonly tabs: readonly FileTab[];
  /** Files of the workspace that are not on a tab. */
  readonly others: readonly FileTab[];
  readonly shown: string | undefined;
  readonly file: WorkspaceFile | undefined;
  readonly paths: readonly string[];
}

/** The files of the chosen policy on tabs, and the one that is shown; text and table show the same. */
export function useFiles(): Files {
  const files = useStore(workspace, (now) => now.files);
  const openFile = useStore(workspace, (now) => now.openFile);
  const policy = useStore(workspace, (now) => now.policy);
  const found = useStore(analysis, (now) => now.analysis);
  const declared = found?.declared.find((one) => one.name === policy);
  const paths = useMemo(() => Object.keys(files).sort(), [files]);
  const { own, others } = fileTabs(paths, declared, found?.diagnostics ?? []);
  const tabs = own.length > 0 ? own : others;
  // Which file is a policy's first is known only once the text has been looked at.
  const shown = openFile !== undefined && openFile in files ? openFile : found && tabs[0]?.path;
  useEffect(() => {
    if (shown !== undefined && shown !== workspace.getState().openFile) workspace.setState({ openFile: shown });
  }, [shown]);
  const shownTabs =
    shown !== undefined && !tabs.some((tab) => tab.path === shown) ? [...tabs, ...others.filter((tab) => tab.path === shown)] : tabs;
  return {
    tabs: shownTabs,
    others: others.filter((tab) => !shownTabs.includes(tab)),
    shown,
    file: shown === undefined ? undefined : files[shown],
    paths,
  };
}
