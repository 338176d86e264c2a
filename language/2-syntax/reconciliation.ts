import { block, line } from './block.ts';
import type { Grammar } from './grammar.ts';
import { noQuoted } from './hole.ts';
import type { NotARule, Reconciliation } from './nodes/policy.ts';
import type { Rule } from './reader.ts';

/** `核对 “file” { … }` */
export const defineReconciliation = (p: Grammar): Rule<Reconciliation> =>
  p.rule(
    'reconciliation',
    () => {
      const start = p.here();
      p.word('reconcile');
      const document = p.one(p.quoted);
      const lines: NotARule[] = [];
      block(p, [line(p, p.notARule, (one) => lines.push(one))]);
      return { kind: 'reconciliation', document, lines, span: p.since(start) };
    },
    () => ({ kind: 'reconciliation', document: noQuoted(p), lines: [], span: p.since(p.here()) }),
  );

/** `非规则 “sentence” “why”` */
export const defineNotARule = (p: Grammar): Rule<NotARule | undefined> =>
  p.rule<NotARule | undefined>(
    'notARule',
    () => {
      const start = p.here();
      p.word('notARule');
      const sentence = p.one(p.quoted);
      const why = p.one(p.quoted, 1);
      return { kind: 'notARule', sentence, why, span: p.since(start) };
    },
    () => undefined,
  );
