/**
 * A policy as it stands on a day, as one text that stands alone: its amendments applied, what it inherits written out, a remark beside
 * each line that another text wrote.
 */
import type { CivilDate } from '../../runtime/calendar/date.ts';
import type { Expression } from '../2-syntax/nodes/expression.ts';
import type { Amendment, Change, Item, Policy, TopLevel, Vocabulary } from '../2-syntax/nodes/policy.ts';
import type { Span } from '../2-syntax/nodes/span.ts';
import type { Composed } from '../3-check/analyses/compose.ts';
import { earliest, reached } from '../3-check/analyses/days.ts';
import type { Ladder, Rung } from '../3-check/analyses/ladder.ts';
import { rungsAbove } from '../3-check/analyses/ladder.ts';
import { type Law, readBase } from '../3-check/analyses/laws.ts';
import { ladderOfTexts, lawsAround, standing } from '../3-check/analyses/standing.ts';
import { chainsOf } from '../3-check/forms/chain.ts';
import { printExpression, printPath } from '../3-check/forms/print.ts';
import type { Words } from '../diagnostics/diagnostic.ts';
import { changeLines } from '../format/print/amendment.ts';
import { itemsLines } from '../format/print/item.ts';
import type { PrintedLine } from '../format/print/lines.ts';
import { blockLines, printLines, spread } from '../format/print/print.ts';
import { respell } from '../format/respell.ts';
import type { KeywordLanguage } from '../keywords.ts';

/** For which day, and as known on which; without one the law as it stands after its last change, all that is published counting. */
export interface LawOptions {
  readonly day?: CivilDate;
  readonly knownOn?: CivilDate;
  readonly language?: KeywordLanguage;
}

/** A policy on a day. */
export interface LawOnDay {
  readonly policy: string;
  readonly day: CivilDate;
  /** The day of the policy itself, when it is later than the day asked for: then there is no law yet. */
  readonly beginsOn?: CivilDate;
  /** A whole text: what is read from it is the law of that day and nothing else. */
  readonly text: string;
  /** The items of that text, as composed. */
  readonly items: readonly Item[];
  /** What was applied, in order, and what it did besides writing lines that stand in the text. */
  readonly applied: readonly { readonly amendment: Amendment; readonly words: Words; readonly removed: readonly string[] }[];
  /** Amendments whose day is open, so that nobody knows whether they hold. */
  readonly undecided: readonly Words[];
}

/** The law of a policy on a day; undefined when the texts hold no policy by that name. */
export function lawOn(blocks: readonly TopLevel[], policy: string, options: LawOptions = {}): LawOnDay | undefined {
  const ladder = ladderOfTexts(blocks);
  const rung = ladder.get(policy);
  if (rung?.block.kind !== 'policy') return undefined;
  const language = options.language ?? 'zh';
  const laws = lawsAround(rung, ladder);
  const base = readBase(rung.block).law;
  const begins = base ? earliest(base.effective) : Number.NEGATIVE_INFINITY;
  const day = options.day ?? Math.max(0, ...[begins, ...laws.flatMap(changeDays)].filter(Number.isFinite));
  const composed = standing(rung, ladder, day, options.knownOn);
  const items = detached(composed.items, ladder);
  const origins = originsOf(rung, ladder, composed);
  let before: Origin | undefined = rung.block;
  const groups = itemsLines(items).map((lines) => {
    const origin = origins.of(lines[0]) ?? rung.block;
    const heading = origin === before ? [] : [{ text: `// ${originWords(origin, rung, composed.laws)[language]}` }];
    before = origin;
    return [...heading, ...lines.map((line, at) => remarked(line, origins.remark(line, lines.slice(at + 1), origin), language))];
  });
  const head = blockLines({ ...rung.block, items: [] });
  return {
    policy,
    day,
    ...(begins > day && Number.isFinite(begins) ? { beginsOn: begins } : {}),
    text: printLines([...head.slice(0, 1), ...spread(groups), ...head.slice(-1)], language),
    items,
    applied: composed.laws.flatMap(({ amendment }) =>
      amendment
        ? [
            {
              amendment,
              words: amendmentWords(amendment, policy),
              removed: amendment.changes.filter(leavesNoLine).flatMap((change) => changeLines(change).map(({ text }) => text)),
            },
          ]
        : [],
    ),
    undecided: laws.flatMap((law) => (law.amendment && isOpen(law, day, options.knownOn) ? [amendmentWords(law.amendment, policy)] : [])),
  };
}

/** The names of the policies among some blocks. */
export const policyNames = (blocks: readonly TopLevel[]): readonly string[] =>
  blocks.flatMap((block) => (block.kind === 'policy' ? [block.name.text] : []));

/** The day from which a law holds, and the day after the last on which it does. */
const changeDays = (law: Law): readonly number[] => [earliest(law.effective), ...(law.until === undefined ? [] : [law.until + 1])];

const isOpen = (law: Law, day: CivilDate, knownOn: CivilDate | undefined): boolean =>
  reached(law.effective, day) === 'open' || (knownOn !== undefined && reached(law.published, knownOn) === 'open');

const leavesNoLine = (change: Change): boolean => change.kind === 'stop' || change.kind === 'rename';

/** Without the inherit lines, whose items stand among the others; an exception that its place no longer says names what it adjusts. */
function detached(items: readonly Item[], ladder: Ladder): readonly Item[] {
  const kept = items.filter((item) => item.kind !== 'inherits' || !ladder.has(item.from.text));
  const [before, after] = [chainsOf(items), chainsOf(kept)];
  return kept.map((item) => {
    if (item.kind !== 'exception' || item.target) return item;
    const [target, now] = [before.get(item)?.target, after.get(item)?.target];
    return target && (!now || printPath(now) !== printPath(target)) ? { ...item, target } : item;
  });
}

type Origin = Amendment | Policy | Vocabulary;

interface Origins {
  /** The text that wrote what a line stands for. */
  readonly of: (line: PrintedLine | undefined) => Origin | undefined;
  /** What of a line another text wrote than its item; `below` are the lines after it. */
  readonly remark: (line: PrintedLine, below: readonly PrintedLine[], item: Origin) => readonly Words[];
}

function originsOf(rung: Rung, ladder: Ladder, { provenance, laws }: Composed & { readonly laws: readonly Law[] }): Origins {
  const blocks: readonly Origin[] = [rung, ...rungsAbove(rung.block.name.text, ladder)].flatMap(({ block, amendments }) => [
    ...amendments,
    block,
  ]);
  const of = (line: PrintedLine | undefined): Origin | undefined => {
    const span = line?.of && spanOf(line.of);
    return span && blocks.find((block) => inside(span, block.span));
  };
  const remark = (line: PrintedLine, below: readonly PrintedLine[], item: Origin): readonly Words[] => {
    const node = line.of;
    const own = of(line);
    if (!node) return [];
    const said =
      own?.kind === 'amendment' && own !== item ? [{ zh: `${short(own, laws).zh}新增`, en: `added by ${short(own, laws).en}` }] : [];
    const here = [...provenance].filter(([value]) => holds(node, value) && !below.some((other) => other.of && holds(other.of, value)));
    return [
      ...said,
      ...here.flatMap(([value, { amendment }]) => (amendment === own || amendment === item ? [] : [changed(value, amendment, laws)])),
    ];
  };
  return { of, remark };
}

/** Above the first of several items that one text wrote. */
function originWords(origin: Origin, rung: Rung, laws: readonly Law[]): Words {
  if (origin === rung.block) return { zh: '以下是本政策自己的', en: 'what follows is of this policy itself' };
  if (origin.kind !== 'amendment')
    return { zh: `以下继承自 “${origin.name.text}”`, en: `what follows is inherited from “${origin.name.text}”` };
  const { zh, en } = short(origin, laws);
  return { zh: `以下由${zh}新增`, en: `what follows is added by ${en}` };
}

/** 修订2: its number among those applied, as the head of the text lists them. */
const short = (amendment: Amendment, laws: readonly Law[]): Words => {
  const number = laws.findIndex((law) => law.amendment === amendment) + 1;
  return { zh: `修订${number}`, en: `amendment ${number}` };
};

/** `原为 910元，修订2 改` */
function changed(node: Expression, amendment: Amendment, laws: readonly Law[]): Words {
  const { zh, en } = short(amendment, laws);
  const old = amendment.changes.find((change) => change.kind === 'replace' && change.new === node);
  if (old?.kind !== 'replace') return { zh: `${zh} 改`, en: `changed by ${en}` };
  const was = printExpression(old.old);
  return { zh: `原为 ${was}，${zh} 改`, en: `was ${inEnglish(was)}, changed by ${en}` };
}

/** `自 2028-01-01 起，发布 2028-03-20`, with the policy when it is another's. */
function amendmentWords({ policy, effective, published, until }: Amendment, of: string): Words {
  const day = (e: Expression | undefined): string => (e ? printExpression(e) : '?');
  const [zhOf, enOf] = policy.text === of ? ['', ''] : [`“${policy.text}” 的，`, `of “${policy.text}”, `];
  return {
    zh: `${zhOf}自 ${day(effective)} 起${until ? `至 ${day(until)}` : ''}，发布 ${day(published)}`,
    en: `${enOf}from ${inEnglish(day(effective))}${until ? ` to ${day(until)}` : ''}, published ${inEnglish(day(published))}`,
  };
}

/** A formula with its keywords and units in English, read where a formula stands. */
const inEnglish = (formula: string): string =>
  respell(`政策 “甲” {\n定义 甲 : 数 =\n${formula}\n}`, 'en').split('\n').slice(2, -1).join(' ');

const remarked = (line: PrintedLine, remarks: readonly Words[], language: KeywordLanguage): PrintedLine =>
  remarks.length === 0
    ? line
    : { ...line, text: `${line.text}  // ${[...new Set(remarks.map((words) => words[language]))].join(language === 'zh' ? '；' : '; ')}` };

const inside = (inner: Span, outer: Span): boolean => inner.file === outer.file && outer.start <= inner.start && inner.end <= outer.end;

const isSpan = (value: unknown): value is Span =>
  typeof value === 'object' && value !== null && 'file' in value && 'start' in value && 'end' in value;

/** Of several nodes that stand on one line, the place of the first. */
const spanOf = (of: object): Span | undefined =>
  'span' in of && isSpan(of.span)
    ? of.span
    : Array.isArray(of)
      ? of.flatMap((one: object | undefined) => (one && spanOf(one)) ?? [])[0]
      : undefined;

const holds = (node: unknown, wanted: object): boolean =>
  node === wanted || (typeof node === 'object' && node !== null && Object.values(node).some((one) => holds(one, wanted)));
