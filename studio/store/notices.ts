// Scope: moment. Notices being opened, what came of them, and which document the source pane shows.
import { createStore } from 'zustand/vanilla';
import type { NoticeProblem, NoticeRemark } from '../importers/notice.ts';

/** What came of one file. */
export type NoticeOutcome =
  | {
      readonly ok: true;
      /** Its text in the workspace. */
      readonly path: string;
      readonly title: string;
      readonly characters: number;
      readonly date?: string;
      readonly remarks: readonly NoticeRemark[];
      /** The same text was there already. */
      readonly known: boolean;
    }
  | { readonly ok: false; readonly name: string; readonly problem: NoticeProblem };

export interface NoticesState {
  /** Name of the file being read now. */
  readonly reading: string | undefined;
  /** Of the last opening, until they are put away. */
  readonly outcomes: readonly NoticeOutcome[];
  /** The document shown beside the rules, chosen by hand; absent: the one the policy cites. */
  readonly shown: string | undefined;
}

export const notices = createStore<NoticesState>(() => ({ reading: undefined, outcomes: [], shown: undefined }));
