import * as t from '../1-tokens/tokens.ts';
import type { Grammar } from './grammar.ts';
import type { Addition } from './nodes/policy.ts';
import type { WideRow } from './nodes/table.ts';
import type { Rule } from './reader.ts';
import { beginsRow, headsAhead, inner } from './table.ts';

/** What 新增 puts into something that stands: lines of a benefit, rows of a table, a band, values of an enumeration. */
export const defineAddition = (p: Grammar): Rule<Addition | undefined> =>
  p.rule<Addition | undefined>(
    'addition',
    () =>
      p.choose<Addition | undefined>(0, [
        () => p.one(p.benefitLine),
        () => {
          const start = p.here();
          const band = p.one(p.band);
          return { kind: 'band', band, span: p.since(start) };
        },
        () => {
          const start = p.here();
          const rows: WideRow[] = [];
          p.act(() => {
            p.axes = headsAhead(p);
          });
          rows.push(p.one(p.listRow));
          p.repeat(
            0,
            () => {
              inner(p.take(t.End));
              p.act(() => {
                p.axes = headsAhead(p);
              });
              rows.push(p.one(p.listRow, 1));
            },
            () => beginsRow(p),
          );
          return { kind: 'rows', rows, span: p.since(start) };
        },
        () => {
          const start = p.here();
          const values = p.list(1, p.enumValue);
          return { kind: 'values', values, span: p.since(start) };
        },
      ]),
    () => undefined,
  );
