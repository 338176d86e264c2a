import type { GridCell, GridRefusal } from './grid-props.ts';

/**
 * What was typed and is not (yet) what the cell says. A refused text stays in its cell with its message; an accepted one stands there until
 * the cell itself says it, so that nothing flickers between typing and answer.
 */
export interface Draft {
  readonly text: string;
  readonly problem?: string;
  /** Accepted: goes as soon as the cells are new. */
  readonly accepted?: true;
}

export type Drafts = ReadonlyMap<string, Draft>;

export const draftKey = (row: string, column: string): string => `${row}\u0000${column}`;

/** Takes in texts as typed, before it is known what comes of them. */
export const typed = (drafts: Drafts, texts: readonly { readonly key: string; readonly text: string }[]): Drafts => {
  const next = new Map(drafts);
  for (const { key, text } of texts) next.set(key, { text });
  return next;
};

/** Takes in what came of them. */
export const answered = (
  drafts: Drafts,
  keys: readonly string[],
  refusals: readonly (GridRefusal & { readonly key: string })[],
): Drafts => {
  const next = new Map(drafts);
  for (const key of keys) {
    const draft = next.get(key);
    const refusal = refusals.find((one) => one.key === key);
    if (refusal) next.set(key, { text: refusal.text, problem: refusal.problem });
    else if (draft) next.set(key, { text: draft.text, accepted: true });
  }
  return next;
};

/** The cells are new: what was accepted is in them. */
export const renewed = (drafts: Drafts): Drafts => {
  const kept = [...drafts].filter(([, draft]) => !draft.accepted);
  return kept.length === drafts.size ? drafts : new Map(kept);
};

/** Leaves some texts as the cells say them. */
export const dropped = (drafts: Drafts, keys: readonly string[]): Drafts => {
  if (!keys.some((key) => drafts.has(key))) return drafts;
  const next = new Map(drafts);
  for (const key of keys) next.delete(key);
  return next;
};

/** The cell as it is shown: with what was typed over what it says. */
export const withDraft = (cell: GridCell, draft: Draft | undefined): GridCell =>
  draft === undefined ? cell : { ...cell, text: draft.text, edit: draft.text, problem: draft.problem, note: undefined };
