import * as t from '../1-tokens/tokens.ts';
import type { Grammar } from './grammar.ts';
import { nameSoFar } from './hole.ts';
import { interfaceName } from './input.ts';
import type { Payer } from './nodes/bill.ts';
import { declaredName } from './path.ts';
import type { Rule } from './reader.ts';

const KINDS = ['fund', 'account', 'fiscal', 'hospital', 'commercial', 'personal', 'employer'] as const;

/** `付方 统筹基金 : 基金 接口 “hifp_pay”` */
export const definePayer = (p: Grammar): Rule<Payer> =>
  p.declared<Payer>(
    'payer',
    () => {
      const start = p.here();
      p.word('payer');
      const name = declaredName(p);
      p.take(t.Colon);
      const of = p.choose(
        0,
        KINDS.map((kind) => (): Payer['of'] => {
          p.word(kind);
          return kind === 'personal' ? 'person' : kind;
        }),
      );
      const national = interfaceName(p);
      return { kind: 'payer', name, of, ...(national ? { interfaceName: national } : {}), span: p.since(start) };
    },
    () => ({ kind: 'payer', name: nameSoFar(p), of: 'fund', span: p.since(p.here()) }),
  );
