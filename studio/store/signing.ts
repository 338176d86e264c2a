// Scope: moment. What is known about the sign-off of a folder's bundle; the records themselves are files of the workspace.
import { createStore } from 'zustand/vanilla';
import type { DocumentVersion, JudgedRecord, SignedSet, Signing, SignoffRecord } from '../worker/protocol.ts';
import type { WorkspaceState } from './workspace.ts';

/** draft: nothing sent · sent: waits for review · signed · changed: what was sent or signed is another text than this. */
export type SignState = 'draft' | 'sent' | 'signed' | 'changed';

export interface SigningState {
  readonly folder: string | undefined;
  readonly version: DocumentVersion;
  /** Absent while the texts of the folder have errors. */
  readonly found: Signing | undefined;
  /** Sets of sample patients as last run on this text, by path. */
  readonly sets: Readonly<Record<string, SignedSet>>;
}

/** The sign-off of the folder that is looked at. */
export const signing = createStore<SigningState>(() => ({ folder: undefined, version: -1, found: undefined, sets: {} }));

const ENDING = '.signoff.json';

/** Paths of a folder's records. */
export const signoffPaths = ({ files }: WorkspaceState, folder: string): readonly string[] =>
  Object.keys(files)
    .filter((path) => path.startsWith(`${folder}/`) && path.endsWith(ENDING))
    .sort();

/** The record about the text as it is; undefined when there is none. */
export const currentRecord = ({ found }: SigningState): JudgedRecord | undefined =>
  found?.records.find(({ record, problems }) => record !== undefined && !problems.some(({ kind }) => kind === 'changed'));

/** The latest record about an earlier text. */
export const formerRecord = ({ found }: SigningState): JudgedRecord | undefined =>
  found?.records
    .filter(({ record, problems }) => record !== undefined && problems.some(({ kind }) => kind === 'changed'))
    .toSorted((a, b) => ((a.record?.author.at ?? '') < (b.record?.author.at ?? '') ? 1 : -1))[0];

/** How far the text as it is has come. */
export function signStateOf(state: SigningState): SignState {
  const current = currentRecord(state);
  if (current) return current.problems.length === 0 ? 'signed' : 'sent';
  return formerRecord(state) ? 'changed' : 'draft';
}

/** A record as it is about to be written: what is typed next is added to it, not to the one before. What stands against it is found out later. */
export const recordWritten = (state: SigningState, path: string, record: SignoffRecord): SigningState => {
  const { found } = state;
  if (!found || found.folder !== record.folder) return state;
  const others = found.records.filter((one) => one.path !== path);
  const problems = found.records.find((one) => one.path === path)?.problems ?? [{ kind: 'noReviewer' as const }];
  return { ...state, found: { ...found, records: [...others, { path, record, problems }] } };
};
