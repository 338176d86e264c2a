import type { Words } from '../../language/index.ts';

/** The page of one keyword. */
export interface KeywordPage {
  readonly id: string;
  readonly name: Words;
  /** Pinyin initials of the Chinese name, every reading. */
  readonly initials: string;
  /** Markdown without HTML. */
  readonly page: Words;
}

export type ManualRequest = { readonly kind: 'manual' };
export type ManualReply = { readonly kind: 'manual'; readonly pages: readonly KeywordPage[] };
