/**
 * Blocks of statements. A line that cannot be read costs that line; a block that is not closed ends where something begins that can only
 * stand outside it. Both are told once, at the place itself.
 */
import * as t from '../1-tokens/tokens.ts';
import { KEYWORDS, type KeywordId } from '../keywords.ts';
import type { Grammar } from './grammar.ts';
import type { Rule } from './reader.ts';

/** One kind of statement in a block. */
export interface Line {
  readonly rule: string;
  readonly read: () => void;
}

/** Statements read by `rule`; what they give is kept unless the statement could not be read. */
export function line<T>(p: Grammar, rule: Rule<T | undefined>, keep: (one: T) => void): Line {
  return {
    rule: 'ruleName' in rule ? String(rule.ruleName) : '',
    read: () => {
      const one = p.one(rule, 9);
      p.act(() => {
        if (one !== undefined) keep(one);
      });
    },
  };
}

/** `{ … }`; `leaves` tells that what stands here can only be outside. */
export function block(p: Grammar, lines: readonly Line[], leaves: () => boolean = () => false): void {
  const outer = p.statement;
  let open: t.Token | undefined;
  let closed = false;
  p.act(() => reach(p));
  if (p.RECORDING_PHASE || p.is(t.LeftBrace)) open = p.take(t.LeftBrace, 9);
  p.repeat(
    9,
    () =>
      p.choose(9, [
        () => {
          p.take(t.End, 9);
        },
        ...lines.map((one) => () => statement(p, one)),
        () => stray(p, open),
      ]),
    () => !beginsFile(p) && !leaves(),
  );
  p.maybe(
    8,
    () => {
      p.take(t.RightBrace, 9);
      closed = true;
    },
    () => open !== undefined || p.surplus-- > 0,
  );
  p.act(() => {
    p.broken = !closed;
    if (!closed && open) {
      p.statement = { from: p.peek()?.index ?? -1, rule: '' };
      p.note({ kind: 'unclosed', open });
    }
    p.statement = outer;
  });
}

/** Reads one statement and sees to it that nothing follows on its line. */
export function statement(p: Grammar, of: Line): void {
  p.act(() => {
    p.statement = { from: p.peek()?.index ?? 0, rule: of.rule };
    p.named = undefined;
    p.unread = undefined;
    p.broken = false;
  });
  of.read();
  p.act(() => {
    const next = p.peek();
    const row = next?.kind === 'end' && p.is(t.Bar, 2);
    if (p.broken || !next || (next.kind === 'end' && !row) || next.tokenType === t.RightBrace) return;
    p.note({ kind: 'trailing' }, row ? p.peek(2) : next);
    if (row) p.skip();
    p.skipStatement();
  });
}

/** Leaves behind what stands before the block's brace, unless the line ends first. */
function reach(p: Grammar): void {
  if (p.is(t.LeftBrace)) return;
  p.note({ kind: 'unexpected', expected: t.LeftBrace });
  while (p.peek() && !p.is(t.LeftBrace) && !p.is(t.RightBrace) && p.peek()?.kind !== 'end') p.skip();
}

/** A line that begins like nothing that may stand here. */
export function stray(p: Grammar, open: t.Token | undefined): void {
  p.act(() => {
    p.statement = { from: p.peek()?.index ?? 0, rule: '' };
    p.note({ kind: 'stray', ...(open ? { open } : {}) });
  });
  p.take(t.Stray, 9);
  p.act(() => p.skipStatement());
}

/** 政策 “…”, 修订 “…” and their like stand in no block. */
export function beginsFile(p: Grammar): boolean {
  const keyword = p.peek()?.keyword;
  return keyword !== undefined && KEYWORDS[keyword].group === 'file' && p.is(t.Quoted, 2);
}

/** Whether the word here is one of these. */
export const startsWith =
  (p: Grammar, words: ReadonlySet<KeywordId>): (() => boolean) =>
  () => {
    const keyword = p.peek()?.keyword;
    return keyword !== undefined && words.has(keyword);
  };
