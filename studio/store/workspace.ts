// Scope: workspace. Saved on every change, shared as a file; the text here is what the editor holds.
import { createStore } from 'zustand/vanilla';
import type { DayText } from '../../runtime/ir/types.ts';
import type { DocumentVersion } from '../worker/protocol.ts';

/** One text: a policy file (.yice), a cited document (.txt) or notes. */
export interface WorkspaceFile {
  readonly path: string;
  readonly text: string;
  /** As delivered with the application; absent for a file of the user's own. */
  readonly delivered?: string;
}

/** Where the caret was, to come back to. */
export interface Place {
  readonly caret: number;
  readonly scrollTop: number;
}

export interface WorkspaceState {
  readonly files: Readonly<Record<string, WorkspaceFile>>;
  /** Grows with every change of any text. */
  readonly version: DocumentVersion;
  readonly openFile: string | undefined;
  readonly places: Readonly<Record<string, Place>>;
  /** What every screen is about, chosen once at the top. */
  readonly policy: string | undefined;
  readonly day: DayText;
}

/** The application's one workspace. */
export const workspace = createStore<WorkspaceState>(() => ({
  files: {},
  version: 0,
  openFile: undefined,
  places: {},
  policy: undefined,
  day: '2023-05-08',
}));

/** Replaces one text; a path that does not exist yet begins a file. */
export const withText = (state: WorkspaceState, path: string, text: string): WorkspaceState => {
  const before = state.files[path];
  if (before?.text === text) return state;
  const file: WorkspaceFile = before ? { ...before, text } : { path, text };
  return { ...state, version: state.version + 1, files: { ...state.files, [path]: file } };
};

/** Takes a file away; the open file falls back to none. */
export const withoutFile = (state: WorkspaceState, path: string): WorkspaceState => {
  const { [path]: gone, ...files } = state.files;
  if (!gone) return state;
  return { ...state, files, version: state.version + 1, openFile: state.openFile === path ? undefined : state.openFile };
};

/** Chooses policy and day; either may be left as it is. */
export const chosen = (state: WorkspaceState, choice: { policy?: string; day?: DayText }): WorkspaceState => ({
  ...state,
  policy: choice.policy ?? state.policy,
  day: choice.day ?? state.day,
});

/** Paths of policy texts, in order. */
export const policyFiles = (state: WorkspaceState): readonly string[] =>
  Object.keys(state.files)
    .filter((path) => path.endsWith('.yice'))
    .sort();

/** The same object again while what it is made of is the same. */
function kept<Made>(make: (files: WorkspaceState['files']) => Made, same: (a: Made, b: Made) => boolean): (state: WorkspaceState) => Made {
  let of: WorkspaceState['files'] | undefined;
  let made: Made | undefined;
  return ({ files }) => {
    if (made !== undefined && of === files) return made;
    const next = make(files);
    of = files;
    made = made !== undefined && same(made, next) ? made : next;
    return made;
  };
}

/** Paths of all files, in order; the same list while none comes or goes. */
export const pathsOf = kept(
  (files): readonly string[] => Object.keys(files).sort(),
  (a, b) => a.length === b.length && a.every((path, at) => path === b[at]),
);

/** The files that are no rules: cited documents, their lists, notes. The same while none of them changes, however much is typed in the rules. */
export const besideRules = kept(
  (files): WorkspaceState['files'] => Object.fromEntries(Object.entries(files).filter(([path]) => !path.endsWith('.yice'))),
  (a, b) => Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([path, file]) => file === b[path]),
);
