import { useCallback, useEffect, useRef, useState } from 'react';
import type { Draft, Drafts } from './drafts.ts';
import { answered, draftKey, dropped, renewed, typed } from './drafts.ts';
import type { GridChange, GridProps, GridRefusal } from './grid-props.ts';

/** An accepted text that its cell never comes to say (the view wrote something else) goes after this. */
const ACCEPTED_MS = 2500;
const NONE: Drafts = new Map();

export interface Drafting {
  readonly drafts: Drafts;
  /** By row, for rows to be drawn again only when theirs changed. */
  readonly ofRow: (key: string) => ReadonlyMap<string, Draft> | undefined;
  readonly submit: (changes: readonly GridChange[]) => Promise<readonly GridRefusal[]>;
  /** Keeps a text with its problem without asking: it was tried before. */
  readonly refuse: (refusals: readonly GridRefusal[]) => void;
  readonly drop: (row: number, col: number) => boolean;
}

/** What is typed and on its way, and what came back refused. */
export function useDrafts({ cell, columns, edition = cell, onEdit, rowKey }: GridProps): Drafting {
  const [drafts, setDrafts] = useState<Drafts>(NONE);
  const latest = useRef({ columns, onEdit, rowKey, drafts });
  latest.current = { columns, onEdit, rowKey, drafts };
  const keyOf = useCallback((row: number, col: number): string => {
    const { columns: all, rowKey: name } = latest.current;
    return draftKey(name?.(row) ?? String(row), all[col]?.key ?? '');
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: for every new set of cells
  useEffect(() => {
    // Where nothing changes nothing is set: see the row that another pane points at, in the grid.
    if (renewed(latest.current.drafts) !== latest.current.drafts) setDrafts(renewed);
  }, [edition]);
  useEffect(() => {
    if (![...drafts.values()].some(({ accepted }) => accepted)) return undefined;
    const timer = setTimeout(() => setDrafts(renewed), ACCEPTED_MS);
    return () => clearTimeout(timer);
  }, [drafts]);

  const submit = useCallback(
    async (changes: readonly GridChange[]): Promise<readonly GridRefusal[]> => {
      const ask = latest.current.onEdit;
      if (!ask || changes.length === 0) return [];
      const texts = changes.map(({ row, col, text }) => ({ key: keyOf(row, col), text }));
      setDrafts((now) => typed(now, texts));
      const refusals = (await ask(changes)) ?? [];
      const keyed = refusals.map((one) => ({ ...one, key: keyOf(one.row, one.col) }));
      setDrafts((now) =>
        answered(
          now,
          texts.map(({ key }) => key),
          keyed,
        ),
      );
      return refusals;
    },
    [keyOf],
  );
  const refuse = useCallback(
    (refusals: readonly GridRefusal[]): void => {
      const keyed = refusals.map((one) => ({ ...one, key: keyOf(one.row, one.col) }));
      setDrafts((now) =>
        answered(
          now,
          keyed.map(({ key }) => key),
          keyed,
        ),
      );
    },
    [keyOf],
  );
  const drop = useCallback(
    (row: number, col: number): boolean => {
      const key = keyOf(row, col);
      const there = latest.current.drafts.has(key);
      if (there) setDrafts((now) => dropped(now, [key]));
      return there;
    },
    [keyOf],
  );

  const rows = useRef(new Map<string, ReadonlyMap<string, Draft>>());
  const seen = useRef<Drafts>(NONE);
  if (seen.current !== drafts) {
    rows.current = splitByRow(drafts, rows.current);
    seen.current = drafts;
  }
  return { drafts, ofRow: (key) => rows.current.get(key), submit, refuse, drop };
}

/** The same map for a row whose drafts did not change. */
const splitByRow = (drafts: Drafts, before: ReadonlyMap<string, ReadonlyMap<string, Draft>>): Map<string, ReadonlyMap<string, Draft>> => {
  const rows = new Map<string, Map<string, Draft>>();
  for (const [key, draft] of drafts) {
    const row = key.slice(0, key.indexOf('\u0000'));
    rows.set(row, (rows.get(row) ?? new Map()).set(key, draft));
  }
  return new Map(
    [...rows].map(([row, own]) => {
      const old = before.get(row);
      const same = old?.size === own.size && [...own].every(([key, draft]) => old.get(key) === draft);
      return [row, same && old ? old : own];
    }),
  );
};
