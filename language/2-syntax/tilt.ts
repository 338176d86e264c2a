import { block, line } from './block.ts';
import type { Grammar } from './grammar.ts';
import type { Citation, Tilt } from './nodes/declaration.ts';
import { declaredName } from './path.ts';
import type { Rule } from './reader.ts';

type TiltLine = Tilt['lines'][number];

/** `倾斜 名 当 条件 { path 乘以 60%; path 加 4个百分点 }` */
export const defineTilt = (p: Grammar): Rule<Tilt | undefined> =>
  p.rule<Tilt | undefined>(
    'tilt',
    () => {
      const start = p.here();
      p.word('tilt');
      const name = declaredName(p);
      p.word('when');
      const guard = p.one(p.expression);
      const citations: Citation[] = [];
      const lines: TiltLine[] = [];
      block(p, [line(p, p.citation, (one) => citations.push(one)), line(p, p.tiltLine, (one) => lines.push(one))]);
      return { kind: 'tilt', name, guard, citations, lines, span: p.since(start) };
    },
    () => undefined,
  );

/** `住院标准 乘以 60%` */
export const defineTiltLine = (p: Grammar): Rule<TiltLine | undefined> =>
  p.rule<TiltLine | undefined>(
    'tiltLine',
    () => {
      const start = p.here();
      const target = p.one(p.path);
      const adjustment = p.one(p.adjustment);
      return { target, adjustment, span: p.since(start) };
    },
    () => undefined,
  );
