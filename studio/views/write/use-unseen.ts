import { useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { useLater } from '../../loop/use-later.ts';
import type { Unseen } from '../../store/checking.ts';
import { checking, unseenIn } from '../../store/checking.ts';
import { workspace } from '../../store/workspace.ts';

const NOTHING: readonly Unseen[] = [];

/** What is marked in the open text; nothing while the marks are off, or about another text than the one that stands there. */
export function useUnseen(): readonly Unseen[] {
  const state = useStore(checking);
  const policy = useStore(workspace, (now) => now.policy);
  const version = useLater(workspace, (now) => now.version);
  return useMemo(() => (state.showing ? unseenIn(state, policy, version) : NOTHING), [state, policy, version]);
}

/** The same for the editor, whose marks move along with the text: they stay until there are newer ones of the same file. */
export function useHeldUnseen(file: string | undefined): readonly Unseen[] {
  const unseen = useUnseen();
  const showing = useStore(checking, (now) => now.showing);
  const policy = useStore(workspace, (now) => now.policy);
  const current = useStore(checking, (now) => now.reached?.policy === policy && now.reached?.version === workspace.getState().version);
  const held = useRef({ file, policy, unseen });
  if (!showing || current || held.current.file !== file || held.current.policy !== policy) held.current = { file, policy, unseen };
  return held.current.unseen;
}
