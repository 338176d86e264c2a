import { block, line } from './block.ts';
import type { Grammar } from './grammar.ts';
import { nameSoFar } from './hole.ts';
import { itemsOf } from './item.ts';
import type { Citation } from './nodes/declaration.ts';
import type { Addition, Amendment, Change } from './nodes/policy.ts';
import { declaredName } from './path.ts';
import type { Rule } from './reader.ts';

/** `修订 “名” [发布 D1] [自 D2 起] [至 D3] [并取代] { … }` */
export const defineAmendment = (p: Grammar): Rule<Amendment> =>
  p.rule<Amendment>(
    'amendment',
    () => {
      const start = p.here();
      p.word('amendment');
      const policy = declaredName(p);
      const published = p.maybe(0, () => {
        p.word('published');
        return p.one(p.expression);
      });
      const effective = p.maybe(1, () => {
        p.word('starting');
        const day = p.one(p.expression, 1);
        p.word('onward');
        return day;
      });
      const until = p.maybe(2, () => {
        p.word('to');
        return p.one(p.expression, 2);
      });
      const supersedes = p.maybe(3, () => p.word('superseding')) !== undefined;
      const read: (Change | Citation)[] = [];
      block(p, [line(p, p.change, (changes) => read.push(...changes))]);
      return {
        kind: 'amendment',
        policy,
        ...(published ? { published } : {}),
        ...(effective ? { effective } : {}),
        ...(until ? { until } : {}),
        supersedes,
        ...cited(read),
        span: p.since(start),
      };
    },
    () => ({ kind: 'amendment', policy: nameSoFar(p), supersedes: false, citations: [], changes: [], span: p.since(p.here()) }),
  );

/** 出处 lines hold for every change after them, up to the next 出处; the amendment itself lists them all. */
function cited(read: readonly (Change | Citation)[]): Pick<Amendment, 'citations' | 'changes'> {
  const citations: Citation[] = [];
  const changes: Change[] = [];
  let current: Citation[] = [];
  let open = false;
  for (const one of read) {
    if (one.kind === 'citation') {
      current = open ? [...current, one] : [one];
      open = true;
      citations.push(one);
    } else {
      open = false;
      changes.push(one.kind === 'rename' ? one : { ...one, citations: current });
    }
  }
  return { citations, changes };
}

/** `新增 …`, `停止 path`, `改名 path 为 名`, `path 由 旧 改为 新`, or a 出处 line */
export const defineChange = (p: Grammar): Rule<readonly (Change | Citation)[]> => {
  const insert = p.rule<readonly Change[]>(
    'insert',
    () => {
      const start = p.here();
      p.word('add');
      return p.choose<readonly Change[]>(0, [
        () => {
          const read = p.one(p.item);
          const span = p.since(start);
          const inserts: Change[] = [];
          p.act(() => {
            if (read) inserts.push(...itemsOf(read).map((item): Change => ({ kind: 'insert', item, citations: [], span })));
          });
          return inserts;
        },
        () => {
          const path = p.one(p.path);
          const lines: Addition[] = [];
          block(p, [line(p, p.addition, (one) => lines.push(one))]);
          return [{ kind: 'extend', path, lines, citations: [], span: p.since(start) }];
        },
      ]);
    },
    () => [],
  );
  const stop = p.rule<Change | undefined>(
    'stop',
    () => {
      const start = p.here();
      p.word('stop');
      const path = p.one(p.path);
      return { kind: 'stop', path, citations: [], span: p.since(start) };
    },
    () => undefined,
  );
  const rename = p.rule<Change | undefined>(
    'rename',
    () => {
      const start = p.here();
      p.word('rename');
      const path = p.one(p.path);
      p.word('as');
      const to = p.one(p.name);
      return { kind: 'rename', path, to, span: p.since(start) };
    },
    () => undefined,
  );
  const replace = p.rule<Change | undefined>(
    'replace',
    () => {
      const start = p.here();
      const path = p.one(p.path);
      p.word('from');
      const old = p.one(p.expression);
      p.word('becomes');
      const now = p.one(p.expression, 1);
      return { kind: 'replace', path, old, new: now, citations: [], span: p.since(start) };
    },
    () => undefined,
  );
  return p.rule<readonly (Change | Citation)[]>(
    'change',
    () =>
      p.choose<readonly (Change | Citation)[]>(0, [
        () => one(p.one(p.citation)),
        () => p.one(insert),
        () => one(p.one(stop)),
        () => one(p.one(rename)),
        () => one(p.one(replace)),
      ]),
    () => [],
  );
};

const one = <T>(change: T | undefined): readonly T[] => (change === undefined ? [] : [change]);
