import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { useLater } from '../../loop/use-later.ts';
import { analysis } from '../../store/analysis.ts';
import { pathsOf, workspace } from '../../store/workspace.ts';
import type { FileTab } from './select.ts';
import { fileOf, fileTabs } from './select.ts';

export interface Files {
  readonly tabs: readonly FileTab[];
  /** Files of the workspace that are not on a tab. */
  readonly others: readonly FileTab[];
  readonly shown: string | undefined;
  readonly paths: readonly string[];
}

/** The files of the chosen policy on tabs, and the one that is shown; text and table show the same. Typing in a file changes none of it. */
export function useFiles(): Files {
  const paths = useStore(workspace, pathsOf);
  const openFile = useStore(workspace, (now) => now.openFile);
  const policy = useStore(workspace, (now) => now.policy);
  const diagnostics = useLater(analysis, (now) => now.analysis?.diagnostics);
  const declared = useLater(analysis, (now) => now.analysis?.declared.find((one) => one.name === policy));
  const { own, others } = useMemo(() => fileTabs(paths, declared, diagnostics ?? []), [paths, declared, diagnostics]);
  const tabs = own.length > 0 ? own : others;
  // Which files a policy has is known only once the texts have been looked at; which one it is written in, before.
  const known = diagnostics !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a file more or less may be the one
  const written = useMemo(() => (known ? undefined : fileOf(policy, workspace.getState().files)), [known, policy, paths]);
  const shown = openFile !== undefined && paths.includes(openFile) ? openFile : known ? tabs[0]?.path : written;
  useEffect(() => {
    if (shown !== undefined && shown !== workspace.getState().openFile) workspace.setState({ openFile: shown });
  }, [shown]);
  const shownTabs =
    shown !== undefined && !tabs.some((tab) => tab.path === shown) ? [...tabs, ...others.filter((tab) => tab.path === shown)] : tabs;
  return { tabs: shownTabs, others: others.filter((tab) => !shownTabs.includes(tab)), shown, paths };
}
