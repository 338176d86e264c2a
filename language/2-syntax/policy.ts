import { block, line } from './block.ts';
import type { Grammar } from './grammar.ts';
import { nameSoFar } from './hole.ts';
import { itemsOf } from './item.ts';
import type { Item, Policy, Vocabulary } from './nodes/policy.ts';
import { declaredName } from './path.ts';
import type { Rule } from './reader.ts';

/** `词汇 “名” { … }` */
export const defineVocabulary = (p: Grammar): Rule<Vocabulary> => holder(p, 'vocabulary');

/** `政策 “名” { … }` */
export const definePolicy = (p: Grammar): Rule<Policy> => holder(p, 'policy');

function holder<K extends 'policy' | 'vocabulary'>(p: Grammar, kind: K): Rule<{ kind: K } & Omit<Policy, 'kind'>> {
  return p.rule(
    kind,
    () => {
      const start = p.here();
      p.word(kind);
      const name = declaredName(p);
      const items: Item[] = [];
      block(p, [line(p, p.item, (one) => items.push(...itemsOf(one)))]);
      return { kind, name, items, span: p.since(start) };
    },
    () => ({ kind, name: nameSoFar(p), items: [], span: p.since(p.here()) }),
  );
}
