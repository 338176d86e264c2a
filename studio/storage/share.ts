import type { WorkspaceState } from '../store/workspace.ts';
import { withText } from '../store/workspace.ts';
import type { TextFile } from '../worker/protocol.ts';
import { workspaceFileSchema } from './schema.ts';

/** The whole workspace as the text of one file: policies and cited documents, nothing about patients. */
export const workspaceToText = (state: WorkspaceState): string =>
  JSON.stringify({ format: 'yice-workspace/1', files: Object.values(state.files).map(({ path, text }) => ({ path, text })) }, undefined, 1);

/** Texts in a workspace file; undefined when it is not one. */
export function textToWorkspace(text: string): readonly TextFile[] | undefined {
  try {
    return workspaceFileSchema.safeParse(JSON.parse(text)).data?.files;
  } catch {
    return undefined;
  }
}

/** Puts texts into the workspace; those of the same path are replaced. */
export const withFiles = (state: WorkspaceState, files: readonly TextFile[]): WorkspaceState =>
  files.reduce((now, { path, text }) => withText(now, path.normalize('NFC'), text), state);
