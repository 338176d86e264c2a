// Scope: moment. What is known about the sign-off of a folder's bundle; the records themselves are files of the workspace.
import { createStore } from 'zustand/vanilla';
import type { DocumentVersion, JudgedRecord, SignedPoint, SignedSet, Signing, SignoffRecord } from '../worker/protocol.ts';
import type { WorkspaceState } from './workspace.ts';

/** draft: nothing sent · sent: waits for review · returned: given back by the reviewer · signed · changed: what was sent or signed is another text than this. */
export type SignState = 'draft' | 'sent' | 'returned' | 'signed' | 'changed';

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

/** Whether a file of the workspace is a record. */
export const isSignoff = (path: string): boolean => path.endsWith(ENDING);

/** Paths of a folder's records. */
export const signoffPaths = ({ files }: WorkspaceState, folder: string): readonly string[] =>
  Object.keys(files)
    .filter((path) => path.startsWith(`${folder}/`) && isSignoff(path))
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
  if (current?.problems.some(({ kind }) => kind === 'returned')) return 'returned';
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

/** What needs a line, with the lines that were written for the same questions before: nobody writes them twice. */
export const linesKept = (points: readonly SignedPoint[], before: SignoffRecord | undefined): readonly SignedPoint[] =>
  points.map((point) => {
    const same = before?.open.find(
      ({ policy, address, how, reason }) =>
        policy === point.policy && address === point.address && how === point.how && reason === point.reason,
    );
    return same ? { ...point, line: same.line } : point;
  });

/** A draft that the reviewer gave back and nobody has sent since. */
export interface ReturnedDraft {
  readonly folder: string;
  readonly by: string;
  readonly reason: string;
}

/** Drafts given back, by the texts of their records: of each folder the latest record counts. A text that is no record counts for nothing. */
export function returnedDrafts(texts: readonly string[]): readonly ReturnedDraft[] {
  const records = texts.flatMap((text): readonly Partial<SignoffRecord>[] => {
    try {
      const json: unknown = JSON.parse(text);
      return typeof json === 'object' && json !== null ? [json] : [];
    } catch {
      return [];
    }
  });
  const at = ({ author }: Partial<SignoffRecord>): string => author?.at ?? '';
  return [...new Set(records.flatMap(({ folder }) => folder ?? []))].flatMap((folder) => {
    const [latest] = records.filter((one) => one.folder === folder).toSorted((a, b) => (at(a) < at(b) ? 1 : -1));
    return latest?.returned ? [{ folder, by: latest.returned.name, reason: latest.returned.reason }] : [];
  });
}
