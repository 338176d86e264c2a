import * as t from '../1-tokens/tokens.ts';
import { block, line } from './block.ts';
import type { Grammar } from './grammar.ts';
import { nameSoFar, noExpression } from './hole.ts';
import type { Bands, Citation } from './nodes/declaration.ts';
import { declaredName } from './path.ts';
import type { Rule } from './reader.ts';

type Band = Bands['bands'][number];

/** `分段 名 { 至 1.9万元 : 0% … 以上 : 74% }` */
export const defineBands = (p: Grammar): Rule<Bands> =>
  p.declared<Bands>(
    'bands',
    () => {
      const start = p.here();
      p.word('bands');
      const name = declaredName(p);
      const citations: Citation[] = [];
      const bands: Band[] = [];
      block(p, [line(p, p.citation, (one) => citations.push(one)), line(p, p.band, (one) => bands.push(one))]);
      return { kind: 'bands', name, citations, bands, span: p.since(start) };
    },
    () => ({
      kind: 'bands',
      name: nameSoFar(p),
      citations: [],
      bands: [],
      span: p.since(p.here()),
    }),
  );

/** `至 1.9万元 : 0%`, `以上 : 74%` */
export const defineBand = (p: Grammar): Rule<Band> =>
  p.rule<Band>(
    'band',
    () => {
      const start = p.here();
      const upTo = p.choose(0, [
        () => {
          p.word('to');
          return p.one(p.expression);
        },
        () => {
          p.word('orMore');
          return undefined;
        },
      ]);
      p.take(t.Colon);
      const ratio = p.one(p.expression, 1);
      return { ...(upTo ? { upTo } : {}), ratio, span: p.since(start) };
    },
    () => ({ ratio: noExpression(p), span: p.since(p.here()) }),
  );
