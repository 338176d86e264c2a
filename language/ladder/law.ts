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
  const remarks = remarkerOf(rung, ladder, composed, language);
  const groups = itemsLines(items).map((lines) => lines.map((line, at) => remarked(line, remarks(line, lines.slice(at + 1), lines[0]))));
  const head = blockLines({ ...rung.block, items: [] });
  return {
    policy,
    day,
    ...(begins > day && Number.isFinite(begins) ? { beginsOn: begins } : {}),
    text: printLines([...head.slice(0, 1), ...spread(groups), ...head.slice(-1)], language),
    items,
    applied: composed.laws.flatMap(({ amendment }) =>
      amendment ? [{ amendment, words: amendmentWords(amendment), removed: amendment.changes.filter(leavesNoLine).flatMap((change) => changeLines(change).map(({ text }) => text)) }] : [],
    ),
    undecided: laws.flatMap((law) => (law.amendment && isOpen(law, day, options.knownOn) ? [amendmentWords(law.amendment)] : [])),
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

type Remark = (line: PrintedLine, below: readonly PrintedLine[], first: PrintedLine | undefined) => string | undefined;

/** Says of a line which other text wrote it, where that is not said of the item already. */
function remarkerOf(rung: Rung, ladder: Ladder, { provenance }: Composed, language: KeywordLanguage): Remark {
  const blocks = [rung, ...rungsAbove(rung.block.name.text, ladder)].flatMap(({ block, amendments }) => [...amendments, block]);
  const ownerOf = (of: object | undefined): Amendment | Policy | Vocabulary | undefined => {
    const span = of && spanOf(of);
    return span && blocks.find((block) => inside(span, block.span));
  };
  return (line, below, first) => {
    const { of } = line;
    if (!of) return undefined;
    const said: Words[] = [];
    const own = ownerOf(of);
    const above = line === first ? rung.block : ownerOf(first?.of);
    if (own && own !== above) said.push(own.kind === 'amendment' ? added(own) : inherited(own.name.text));
    for (const [node, { amendment }] of provenance)
      if (own !== amendment && holds(of, node) && !below.some((other) => other.of && holds(other.of, node))) said.push(changed(node, amendment));
    const texts = [...new Set(said.map((words) => words[language]))];
    return texts.length > 0 ? texts.join(language === 'zh' ? '；' : '; ') : undefined;
  };
}

const inherited = (name: string): Words => ({ zh: `继承自 “${name}”`, en: `inherited from “${name}”` });
const added = (amendment: Amendment): Words => {
  const { zh, en } = amendmentWords(amendment);
  return { zh: `新增：${zh}`, en: `added: ${en}` };
};

/** `由 910元 改来：修订 自 2028-01-01 起` */
function changed(node: Expression, amendment: Amendment): Words {
  const { zh, en } = amendmentWords(amendment);
  const old = amendment.changes.find((change) => change.kind === 'replace' && change.new === node);
  const from = old?.kind === 'replace' ? printExpression(old.old).replaceAll('\n', ' ') : undefined;
  return from === undefined ? { zh: `改：${zh}`, en: `changed: ${en}` } : { zh: `原为 ${from}：${zh}`, en: `was ${from}: ${en}` };
}

/** `修订 自 2028-01-01 起，2028-03-20 发布` */
export function amendmentWords({ policy, effective, published, until }: Amendment): Words {
  const day = (e: Expression | undefined): string => (e ? printExpression(e) : '?');
  const last = until ? day(until) : undefined;
  return {
    zh: `“${policy.text}” 的修订，自 ${day(effective)} 起${last === undefined ? '' : `至 ${last}`}，发布 ${day(published)}`,
    en: `amendment of “${policy.text}” from ${day(effective)}${last === undefined ? '' : ` to ${last}`}, published ${day(published)}`,
  };
}

const remarked = (line: PrintedLine, remark: string | undefined): PrintedLine =>
  remark === undefined ? line : { ...line, text: `${line.text}  // ${remark}` };

const inside = (inner: Span, outer: Span): boolean => inner.file === outer.file && outer.start <= inner.start && inner.end <= outer.end;

const isSpan = (value: unknown): value is Span => typeof value === 'object' && value !== null && 'file' in value && 'start' in value && 'end' in value;

/** Of several nodes that stand on one line, the place of the first. */
const spanOf = (of: object): Span | undefined =>
  'span' in of && isSpan(of.span) ? of.span : Array.isArray(of) ? of.flatMap((one: object | undefined) => (one && spanOf(one)) ?? [])[0] : undefined;

const holds = (node: unknown, wanted: object): boolean =>
  node === wanted || (typeof node === 'object' && node !== null && Object.values(node).some((one) => holds(one, wanted)));

