import * as t from '../1-tokens/tokens.ts';
import { beginsFile, line, statement, stray } from './block.ts';
import type { Grammar } from './grammar.ts';
import type { TopLevel } from './nodes/policy.ts';
import type { Rule } from './reader.ts';

/** A whole file. What stands outside all blocks is told once and left behind up to the next 政策, 词汇, 修订, 示例 or 性质. */
export const defineFile = (p: Grammar): Rule<TopLevel[]> =>
  p.rule(
    'file',
    () => {
      const items: TopLevel[] = [];
      const keep = (one: TopLevel): void => {
        items.push(one);
      };
      p.repeat(0, () =>
        p.choose(0, [
          () => {
            p.take(t.End);
          },
          ...[p.vocabulary, p.policy, p.amendment, p.scenario, p.property, p.reconciliation].map(
            (rule) => () => statement(p, line<TopLevel>(p, rule, keep)),
          ),
          () => {
            stray(p, undefined);
            p.act(() => skipToFile(p));
          },
          () => {
            p.act(() => {
              p.statement = { from: p.peek()?.index ?? 0, rule: '' };
              p.note({ kind: 'outside' });
            });
            p.take(t.RightBrace);
            p.act(() => skipToFile(p));
          },
        ]),
      );
      return items;
    },
    () => [],
  );

function skipToFile(p: Grammar): void {
  while (p.peek() && !beginsFile(p)) p.skip();
}
