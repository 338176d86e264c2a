/**
 * Texts that the grammar can make, by walking its own rules at random: whatever can be written is written here sooner or later.
 */
import {
  Alternation,
  Alternative,
  type IProduction,
  NonTerminal,
  Option,
  Repetition,
  RepetitionMandatory,
  Terminal,
  type TokenType,
} from 'chevrotain';
import fc from 'fast-check';
import * as t from '../../../language/1-tokens/tokens.ts';
import { Grammar } from '../../../language/2-syntax/grammar.ts';
import { parse } from '../../../language/2-syntax/parse.ts';
import { KEYWORDS } from '../../../language/keywords.ts';

const rules = new Grammar().getGAstProductions();
const NAMES = ['甲', '住院', '普通门诊', '“2型”', 'tier_1', '金额', '支付', '状态', '合计', '个人', '余', '“套“叠””', '"plain"'];
const NUMBERS = [
  '0',
  '1',
  '3',
  '64%',
  '1.3万元',
  '12,300元',
  '430 元',
  '５元',
  '6个月',
  '7个百分点',
  '2次',
  '60 周岁',
  '5 yuan',
  '7 points',
  '2 thousand_yuan',
  '1.5‰',
  '3年',
];
const SIGNS: ReadonlyMap<TokenType, readonly string[]> = new Map([
  [t.Times, ['×', '*', '＊']],
  [t.Divide, ['÷', '/']],
  [t.LessOrEqual, ['≤', '<=', '＜＝']],
  [t.GreaterOrEqual, ['≥', '>=']],
  [t.NotEqual, ['≠', '!=']],
  [t.Cross, ['＼', '\\']],
  [t.Arrow, ['→', '->']],
  [t.Colon, [':', '：']],
  [t.ListComma, ['、', '，', ',']],
  [t.LeftRound, ['(', '（']],
  [t.RightRound, [')', '）']],
  [t.LeftBrace, ['{', '｛']],
  [t.RightBrace, ['}', '｝']],
  [t.Bar, ['|', '｜']],
]);
const DEPTH = 30;
const LONGEST = 90;

const partsOf = (one: IProduction | undefined): readonly IProduction[] => (one instanceof Alternative ? one.definition : []);

/** A source of choices: the numbers below n that shrink to 0. */
type Choose = (below: number) => number;

function spelled(type: TokenType, choose: Choose): string {
  const one = (all: readonly string[]): string => all[choose(all.length)] ?? '';
  const keyword = t.keywordOfType(type);
  if (keyword === 'to') return one(['至', 'to', '～', '—']);
  if (keyword) return choose(4) === 3 ? KEYWORDS[keyword].en : KEYWORDS[keyword].zh;
  if (type === t.End) return one(['\n', '\n', '\n\n', ';', '；', '。', '\n  // 说明\n', ' // remark\n', '\n\n\n']);
  if (type === t.Quoted) return one(['“原文”', '“一“套”二”', '"a // b"', '“{ | 、”']);
  if (type === t.Numeral) return one(NUMBERS);
  if (type === t.DateLiteral) return one(['2023-03-15', '2023年3月15日', '2024-02-29', '2023-3-5']);
  if (type === t.Word || type === t.Name) return one(NAMES);
  const signs = SIGNS.get(type);
  return signs ? one(signs) : (t.SIGNS.get(type) ?? '');
}

function write(production: IProduction, choose: Choose, depth: number, out: string[]): void {
  const all = (definition: readonly IProduction[], deeper: number): void => {
    for (const one of definition) write(one, choose, deeper, out);
  };
  const deep = depth > DEPTH || out.length > LONGEST;
  if (production instanceof Terminal) {
    if (production.terminalType === t.Stray || production.terminalType === t.RightBrace)
      out.push(production.terminalType === t.Stray ? '\n' : '}');
    else out.push(spelled(production.terminalType, choose));
  } else if (production instanceof NonTerminal) {
    const rule = rules[production.nonTerminalName];
    if (rule) all(rule.definition, depth + 1);
  } else if (production instanceof Alternation) {
    const last = production.definition.length - 1;
    const pick = deep ? shallowest(production) : choose(last + 1);
    all(partsOf(production.definition[pick]), depth + 1);
  } else if (production instanceof Option) {
    if (isBrace(production) || (!deep && choose(3) === 1)) all(production.definition, depth + 1);
  } else if (production instanceof Repetition || production instanceof RepetitionMandatory) {
    const times = deep ? 0 : choose(3);
    for (let count = 0; count < times; count++) all(production.definition, depth + 1);
  }
}

const isBrace = (option: Option): boolean => option.definition.some((one) => one instanceof Terminal && one.terminalType === t.RightBrace);

/** The least number of tokens that each rule can be written with. */
const least = new Map<string, number>(Object.keys(rules).map((name) => [name, Number.POSITIVE_INFINITY]));
const total = (all: readonly IProduction[]): number => all.reduce((sum, one) => sum + size(one), 0);
const size = (production: IProduction): number => {
  if (production instanceof Terminal) return 1;
  if (production instanceof NonTerminal) return least.get(production.nonTerminalName) ?? 0;
  if (production instanceof Alternation) return Math.min(...production.definition.map((one) => total(partsOf(one))));
  return 0;
};
for (let changed = true; changed; ) {
  changed = false;
  for (const [name, rule] of Object.entries(rules)) {
    const now = total(rule.definition);
    if (now < (least.get(name) ?? 0)) {
      least.set(name, now);
      changed = true;
    }
  }
}

/** The alternative that ends soonest, so that a walk ends at all. */
const shallowest = (production: Alternation): number => {
  const sizes = production.definition.map((one) => total(partsOf(one)));
  return sizes.indexOf(Math.min(...sizes));
};

function text(rule: string, choices: readonly number[], gaps: readonly number[]): string {
  let next = 0;
  const choose: Choose = (below) => (choices[next++ % choices.length] ?? 0) % below;
  const out: string[] = [];
  for (const one of rules[rule]?.definition ?? []) write(one, choose, 0, out);
  return out.map((word, at) => word + [' ', ' ', ' ', '  ', ' \u3000'][(gaps[at % gaps.length] ?? 0) % 5]).join('');
}

/** Where a rule's sentence stands in a file. */
const FRAMES: Readonly<Record<string, readonly [string, string]>> = {
  item: ['政策 “甲” {\n', '\n}'],
  benefitLine: ['政策 “甲” {\n待遇 住院 {\n', '\n}\n}'],
  change: ['修订 “甲” {\n', '\n}'],
  scenarioLine: ['示例 “题” 于 “甲” {\n', '\n}'],
  expression: ['政策 “甲” {\n定义 乙 : 金额 = ', '\n}'],
  table: ['政策 “甲” {\n定义 乙 : 金额 = ', '\n}'],
  property: ['', ''],
};

/** A text of the language that can be read whole. */
export const sentence = fc
  .record({
    rule: fc.constantFrom(...Object.keys(FRAMES)),
    choices: fc.array(fc.nat(10_000), { minLength: 20, maxLength: 160 }),
    gaps: fc.array(fc.nat(4), { minLength: 3, maxLength: 9 }),
  })
  .map(({ rule, choices, gaps }) => {
    const [before, after] = FRAMES[rule] ?? ['', ''];
    return before + text(rule, choices, gaps) + after;
  })
  .filter((one) => one.length < 3000 && parse({ path: '', text: one }).tree.complete);
