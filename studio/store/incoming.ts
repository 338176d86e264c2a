// Scope: moment. A whole workspace that was opened from a zip and waits for a word: it would replace texts that are here.
import { createStore } from 'zustand/vanilla';
import type { TextFile } from '../worker/protocol.ts';

export interface IncomingState {
  readonly name: string | undefined;
  readonly texts: readonly TextFile[];
  readonly originals: readonly (readonly [string, Uint8Array])[];
  /** Why the file could not be taken, or `same`: there was nothing to take, every text is here just so. */
  readonly problem: 'none' | 'large' | 'empty' | 'same' | undefined;
}

/** What is about to come in. */
export const incoming = createStore<IncomingState>(() => ({ name: undefined, texts: [], originals: [], problem: undefined }));

/** Those of the texts that are new here, that are here with another text, and that are here just so. */
export function sorted(
  texts: readonly TextFile[],
  files: Readonly<Record<string, { readonly text: string }>>,
): { readonly fresh: readonly TextFile[]; readonly other: readonly TextFile[]; readonly same: readonly TextFile[] } {
  const here = ({ path }: TextFile): string | undefined => files[path]?.text;
  return {
    fresh: texts.filter((one) => here(one) === undefined),
    other: texts.filter((one) => here(one) !== undefined && here(one) !== one.text),
    same: texts.filter((one) => here(one) === one.text),
  };
}

/** What to do with what came in: ask before a text is replaced, take what is only new, say so when all of it is here. */
export const verdictOf = ({ fresh, other }: ReturnType<typeof sorted>): 'ask' | 'take' | 'same' =>
  other.length > 0 ? 'ask' : fresh.length > 0 ? 'take' : 'same';
