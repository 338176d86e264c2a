import * as t from '../1-tokens/tokens.ts';
import type { Grammar } from './grammar.ts';
import { nameOf, noPath, noQuoted } from './hole.ts';
import type { Quoted } from './nodes/expression.ts';
import type { Name, Path, RowKey } from './nodes/span.ts';
import type { Cell } from './nodes/table.ts';
import type { Rule } from './reader.ts';

export const defineName = (p: Grammar): Rule<Name> =>
  p.rule(
    'name',
    () => {
      const token = p.take(t.Word);
      token.asName = token.keyword !== undefined;
      return nameOf(p, token);
    },
    () => nameOf(p, undefined),
  );

/** The name that a declaration gives: kept, so that a broken declaration still has it. */
export function declaredName(p: Grammar): Name {
  const name = p.one(p.name);
  p.act(() => {
    p.named = p.peek(0);
  });
  return name;
}

export const defineNames = (p: Grammar): Rule<Name[]> =>
  p.rule(
    'names',
    () => p.list(1, p.name),
    () => [],
  );

export const definePath = (p: Grammar): Rule<Path> =>
  p.rule(
    'path',
    () => {
      const start = p.here();
      const names = [p.one(p.name)];
      p.repeat(0, () => {
        p.take(t.Dot);
        names.push(p.one(p.name, 1));
      });
      const keys: RowKey[] = [];
      p.maybe(0, () => {
        p.take(t.LeftSquare);
        keys.push(rowKey(p, 0));
        p.repeat(1, () => {
          p.take(t.Comma);
          keys.push(rowKey(p, 1));
        });
        p.take(t.RightSquare);
      });
      return { names, keys, span: p.since(start) };
    },
    () => noPath(p),
  );

/** A cell as in the table, or `至 1.9万元` for the band of a 分段 that ends there. */
function rowKey(p: Grammar, idx: number): RowKey {
  const start = p.here();
  const cell = p.choose<Cell>(idx, [() => bandEnd(p, idx), () => p.one(p.cell, idx)]);
  return { cell, span: p.since(start) };
}

function bandEnd(p: Grammar, idx: number): Cell {
  const start = p.here();
  p.word('to', idx);
  const value = p.one(p.constant, idx);
  return { kind: 'interval', high: { value, included: true, implied: true }, span: p.since(start) };
}

export const definePaths = (p: Grammar): Rule<Path[]> =>
  p.rule(
    'paths',
    () => p.list(1, p.path),
    () => [],
  );

export const defineQuoted = (p: Grammar): Rule<Quoted> =>
  p.rule(
    'quoted',
    () => {
      const token = p.take(t.Quoted);
      return { text: token.value, span: p.spanOf(token) };
    },
    () => noQuoted(p),
  );
