import * as t from '../1-tokens/tokens.ts';
import * as say from '../diagnostics/syntax.ts';
import type { KeywordId } from '../keywords.ts';
import { block, line, startsWith } from './block.ts';
import type { Grammar } from './grammar.ts';
import { nameOf, nameSoFar, noQuoted } from './hole.ts';
import type { Citation } from './nodes/declaration.ts';
import type { Expression, Quoted } from './nodes/expression.ts';
import type { Given, Scenario, ScenarioLine } from './nodes/policy.ts';
import type { Name } from './nodes/span.ts';
import type { Rule } from './reader.ts';

/** `示例 “题” 于 “政策” { … }` */
export const defineScenario = (p: Grammar): Rule<Scenario> => {
  const scenarioLine = defineScenarioLine(p);
  return p.rule<Scenario>(
    'scenario',
    () => {
      const start = p.here();
      p.word('scenario');
      const title = p.one(p.quoted);
      p.word('on');
      const policy = p.one(p.name);
      const citations: Citation[] = [];
      const lines: ScenarioLine[] = [];
      block(p, [line(p, scenarioLine, (one) => (one.kind === 'citation' ? citations.push(one) : lines.push(one)))]);
      return { kind: 'scenario', title, policy, citations, lines, span: p.since(start) };
    },
    () => ({ kind: 'scenario', title: noQuoted(p), policy: nameSoFar(p), citations: [], lines: [], span: p.since(p.here()) }),
  );
};

type Read<T> = Rule<T | undefined>;
type Of<K> = Extract<ScenarioLine, { readonly kind: K }>;

/** A line that begins with its keyword. */
const lineOf = <S>(p: Grammar, name: string, word: KeywordId, read: (start: number) => S): Read<S> =>
  p.rule<S | undefined>(
    name,
    () => {
      const start = p.here();
      p.word(word);
      return read(start);
    },
    () => undefined,
  );

function defineScenarioLine(p: Grammar): Read<ScenarioLine | Citation> {
  const given = defineGiven(p);
  const lines: readonly Read<ScenarioLine>[] = [
    lineOf(p, 'knownOn', 'knownOn', (start): Of<'knownOn'> => {
      const day = p.one(p.expression);
      return { kind: 'knownOn', day, span: p.since(start) };
    }),
    lineOf(p, 'suppose', 'suppose', (start): Of<'suppose'> => {
      const path = p.one(p.path);
      p.take(t.Equal);
      const value = p.one(p.expression);
      return { kind: 'suppose', path, value, span: p.since(start) };
    }),
    lineOf(p, 'opening', 'already', (start) => openingCell(p, start)),
    ...(['insured', 'subject'] as const).map((word) =>
      lineOf(p, word === 'insured' ? 'person' : 'subjectOf', word, (start): Of<'person'> => {
        const name = p.maybe(0, () => p.one(p.name));
        const all = facts(p, given);
        return { kind: 'person', ...(name ? { name } : {}), given: all, span: p.since(start) };
      }),
    ),
    ...(['visit', 'occurrence'] as const).map((word) =>
      lineOf(p, word === 'visit' ? 'encounter' : 'occurrence', word, (start): Of<'encounter'> => {
        const day = p.one(p.constant);
        const policy = p.maybe(0, () => {
          p.word('on');
          return p.one(p.name);
        });
        const all = facts(p, given);
        return { kind: 'encounter', visit: word === 'visit', day, ...(policy ? { policy } : {}), given: all, span: p.since(start) };
      }),
    ),
    lineOf(p, 'reverse', 'reverse', (start): Of<'reverse'> => {
      const event = eventNumber(p);
      return { kind: 'reverse', event, span: p.since(start) };
    }),
    lineOf(p, 'correct', 'correct', (start): Of<'correct'> => {
      const event = eventNumber(p);
      const all = facts(p, given);
      return { kind: 'correct', event, given: all, span: p.since(start) };
    }),
    lineOf(p, 'backPay', 'backPayment', (start): Of<'backPay'> => {
      const day = p.one(p.expression);
      return { kind: 'backPay', day, span: p.since(start) };
    }),
    defineExpect(p, given),
  ];
  return p.rule<ScenarioLine | Citation | undefined>(
    'scenarioLine',
    () => p.choose<ScenarioLine | Citation | undefined>(0, [...lines.map((one) => () => p.one(one)), () => p.one(p.citation)]),
    () => undefined,
  );
}

/** `第2次` */
function eventNumber(p: Grammar): number {
  p.word('event').role = 'event';
  const token = p.take(t.Numeral);
  token.role = 'event';
  p.act(() => {
    if (!/^[1-9]\d{0,5}$/.test(token.number?.digits ?? '') || !ORDINAL.has(token.number?.unitWord ?? '')) {
      p.report(say.eventNumber({ text: token.text, span: p.spanOf(token) }));
    }
  });
  return Number(token.number?.value.num ?? 0n);
}

/** `已有 年门诊(2023) = 1300元` */
function openingCell(p: Grammar, start: number): Of<'opening'> {
  const accumulator = p.one(p.path);
  const keys: Expression[] = [];
  p.maybe(0, () => {
    p.take(t.LeftRound);
    keys.push(p.one(p.constant));
    p.repeat(0, () => {
      p.take(t.Comma);
      keys.push(p.one(p.constant, 1));
    });
    p.take(t.RightRound);
  });
  p.take(t.Equal);
  const value = p.one(p.expression);
  return { kind: 'opening', accumulator, keys, value, span: p.since(start) };
}

/** Units that a number of an event may have. */
const ORDINAL: ReadonlySet<string> = new Set(['', '次']);

const LINES: ReadonlySet<KeywordId> = new Set([
  'visit',
  'occurrence',
  'expect',
  'reverse',
  'correct',
  'backPayment',
  'insured',
  'subject',
  'suppose',
  'already',
  'knownOn',
]);

/** A line of the scenario itself: its keyword with a block, a day or a title behind it. */
const leavesFacts = (p: Grammar): (() => boolean) => {
  const isLine = startsWith(p, LINES);
  return () =>
    isLine() && (p.is(t.LeftBrace, 2) || ((p.isWord('visit') || p.isWord('occurrence')) && p.is(t.DateLiteral, 2)) || p.isWord('event', 2));
};

function facts(p: Grammar, given: Read<Given>): Given[] {
  const all: Given[] = [];
  block(p, [line(p, given, (one) => all.push(one))], leavesFacts(p));
  return all;
}

/** `路径 值、值 [原文 值 有误 “why”]`, or one item of a list: `路径 { 字段 值; … }` */
function defineGiven(p: Grammar): Read<Given> {
  const itemFact = defineItemFact(p);
  return p.rule<Given | undefined>(
    'given',
    () => {
      const start = p.here();
      const path = p.one(p.path);
      const item: Given[] = [];
      const values = p.choose<readonly Expression[] | undefined>(0, [
        () => {
          block(p, [line(p, itemFact, (one) => item.push(one))]);
          return undefined;
        },
        () => p.list(1, p.constant),
      ]);
      if (values === undefined) return { path, values: [], item, span: p.since(start) };
      const source = p.maybe(0, (): NonNullable<Given['source']> => {
        p.word('sourceSays');
        const value = p.one(p.constant, 3);
        p.word('wrongly');
        return { value, why: p.one(p.quoted) };
      });
      return { path, values, ...(source ? { source } : {}), span: p.since(start) };
    },
    () => undefined,
  );
}

/** `字段 值、值` of one item. */
const defineItemFact = (p: Grammar): Read<Given> =>
  p.rule<Given | undefined>(
    'itemFact',
    () => {
      const start = p.here();
      const path = p.one(p.path);
      return { path, values: p.list(1, p.constant), span: p.since(start) };
    },
    () => undefined,
  );

/** `期望 { 路径 值; 状态 待定; 原因 “…” }` */
function defineExpect(p: Grammar, given: Read<Given>): Read<Of<'expect'>> {
  const status = lineOf(p, 'status', 'status', () =>
    p.choose<Name>(0, [
      () => {
        const token = p.word('open');
        return { ...nameOf(p, token), quoted: false };
      },
      () => p.one(p.name),
    ]),
  );
  const because = lineOf(p, 'because', 'reason', (): Quoted => p.one(p.quoted));
  return lineOf(p, 'expect', 'expect', (start): Of<'expect'> => {
    const all: Given[] = [];
    const reasons: Quoted[] = [];
    let value: Name | undefined;
    block(
      p,
      [
        line(p, status, (one) => {
          value = one;
        }),
        line(p, because, (one) => reasons.push(one)),
        line(p, given, (one) => all.push(one)),
      ],
      leavesFacts(p),
    );
    return { kind: 'expect', given: all, ...(value ? { status: { value } } : {}), reasons, span: p.since(start) };
  });
}
