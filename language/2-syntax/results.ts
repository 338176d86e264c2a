/** 表: rows that say several things at once. Each result is a definition of its own; what they share is written once. */
import * as t from '../1-tokens/tokens.ts';
import { citationsBefore, formals } from './definition.ts';
import type { Grammar } from './grammar.ts';
import { nameOf, noType } from './hole.ts';
import type { Definition, ResultTable, TypeNode } from './nodes/declaration.ts';
import type { Expression } from './nodes/expression.ts';
import type { Name, Span } from './nodes/span.ts';
import type { WideRow } from './nodes/table.ts';
import { declaredName } from './path.ts';
import type { Rule } from './reader.ts';
import { rowsBelow } from './table.ts';

/** What a cell of the header declares. */
export interface Column {
  readonly name: Name;
  readonly type: TypeNode;
}

interface Rows {
  readonly axes: readonly Expression[];
  readonly columns: readonly Column[];
  readonly rows: readonly WideRow[];
  readonly span: Span;
}

/** `表 名 [(甲 : 类型, …)] = …` */
export const defineResults = (p: Grammar): Rule<ResultTable> =>
  p.rule<ResultTable>(
    'results',
    () => {
      const start = p.here();
      p.word('results');
      const name = declaredName(p);
      const given = formals(p);
      p.take(t.Equal);
      const citations = citationsBefore(p);
      const read = p.one(p.resultTable);
      const span = p.since(start);
      const definitions: Definition[] = [];
      p.act(() => definitions.push(...definitionsOf(read, { name, formals: given, citations, span })));
      return { kind: 'results', definitions };
    },
    () => ({ kind: 'results', definitions: [] }),
  );

/** A definition for each result. */
const definitionsOf = (
  { axes, columns, rows, span: within }: Rows,
  { name, ...shared }: Pick<Definition, 'name' | 'formals' | 'citations' | 'span'>,
): readonly Definition[] =>
  columns.map(
    (column, at): Definition => ({
      kind: 'definition',
      ...shared,
      name: column.name,
      type: column.type,
      value: {
        kind: 'list',
        axes,
        rows: rows.flatMap(({ heads, results, span: row }) => (results[at] ? [{ heads, result: results[at], span: row }] : [])),
        results: columns.length,
        span: within,
      },
      among: { table: name.text, at: name.span },
    }),
  );

/** `| 轴 | → 甲 : 类型 | 乙 : 类型 |` and its rows */
export const defineResultTable = (p: Grammar): Rule<Rows> =>
  p.rule<Rows>(
    'resultTable',
    () => {
      const start = p.here();
      const axes: Expression[] = [];
      p.take(t.Bar);
      axes.push(p.one(p.axis));
      p.take(t.Bar, 1);
      p.repeat(0, () => {
        axes.push(p.one(p.axis, 1));
        p.take(t.Bar, 2);
      });
      p.take(t.Arrow);
      const columns = [p.one(p.column)];
      p.take(t.Bar, 4);
      p.repeat(1, () => {
        columns.push(p.one(p.column, 1));
        p.take(t.Bar, 5);
      });
      const rows = rowsBelow(p, axes, columns.length);
      return { axes, columns, rows, span: p.since(start) };
    },
    () => ({ axes: [], columns: [], rows: [], span: p.since(p.here()) }),
  );

/** `甲 : 类型` in a header */
export const defineColumn = (p: Grammar): Rule<Column> =>
  p.rule<Column>(
    'column',
    () => {
      const name = p.one(p.name);
      p.take(t.Colon);
      return { name, type: p.one(p.type) };
    },
    () => ({ name: nameOf(p, undefined), type: noType(p) }),
  );
