/**
 * The law on a day with what stands behind it, all in remarks: which amendments made it, in which order it settles, and below each form
 * the core text that it stands for. Without the remarks it is the law itself.
 */
import { dayText } from '../../runtime/calendar/date.ts';
import type { Item, Policy, TopLevel } from '../2-syntax/nodes/policy.ts';
import type { Span } from '../2-syntax/nodes/span.ts';
import { parse } from '../2-syntax/parse.ts';
import { type CoreLine, expandLines, isForm } from '../3-check/forms/describe.ts';
import { inWords } from '../3-check/forms/in-words.ts';
import type { Words } from '../diagnostics/diagnostic.ts';
import { respell } from '../format/respell.ts';
import type { KeywordLanguage } from '../keywords.ts';
import type { CivilDay } from '../model/expression.ts';
import type { Model, PolicyModel } from '../model/types.ts';
import type { VersionModel } from '../model/version.ts';
import { type LawOnDay, type LawOptions, lawOn } from './law.ts';
import { orderWords } from './settlement-order.ts';

/** Tells core text from other remarks, and stands deeper. */
const MARK = '  // │ ';

export interface ExpandOptions extends LawOptions {
  /** The checked policies, for the order of settlement; one with errors is not among them. */
  readonly model?: Model;
  /** Nothing but the form of this name. */
  readonly only?: string;
}

/** A law with its remarks; `found` is false when the form asked for is not there. */
export interface ExpandedLaw extends LawOnDay {
  readonly found: boolean;
}

/** The law of a policy on a day with its forms written out; undefined when the texts hold no such policy. */
export function expandedLaw(blocks: readonly TopLevel[], policy: string, options: ExpandOptions = {}): ExpandedLaw | undefined {
  const law = lawOn(blocks, policy, options);
  if (!law) return undefined;
  const language = options.language ?? 'zh';
  const [printed] = parse({ path: '', text: law.text }).tree.items;
  if (printed?.kind !== 'policy') return { ...law, found: false };
  if (options.only === undefined) {
    const head = headWords(law, options).map((words) => `// ${words[language]}\n`);
    return { ...law, found: true, text: head.join('') + withCore(printed, law.text, language) };
  }
  const item = formNamed(printed, options.only);
  return { ...law, found: item !== undefined, text: item ? withCore(printed, law.text, language, item) : '' };
}

/** The forms of a policy by name, in the order of the text. */
export const formsOf = (items: readonly Item[]): readonly { readonly name: string; readonly item: Item }[] =>
  items.flatMap((item) => (isForm(item) ? [{ name: item.name?.text ?? '等待期', item }] : []));

const formNamed = ({ items }: Policy, name: string): Item | undefined =>
  formsOf(items).find((form) => form.name === name.normalize('NFKC'))?.item;

function headWords(law: LawOnDay, { knownOn, model }: ExpandOptions): readonly Words[] {
  const on = dayText(law.day);
  const known = knownOn === undefined ? undefined : dayText(knownOn);
  const found = model?.policies.find(({ name }) => name === law.policy);
  const version = found && versionOn(found, on, known);
  return [
    known === undefined
      ? { zh: `“${law.policy}” 在 ${on} 的法`, en: `the law of “${law.policy}” on ${on}` }
      : { zh: `“${law.policy}” 在 ${on} 的法，按 ${known} 所知`, en: `the law of “${law.policy}” on ${on}, as known on ${known}` },
    ...(law.beginsOn === undefined
      ? []
      : [{ zh: `这一天还没有施行：${dayText(law.beginsOn)} 起`, en: `not in force on that day: from ${dayText(law.beginsOn)}` }]),
    ...law.applied.flatMap(({ words, removed }, at) => [
      { zh: `修订${at + 1}：${words.zh}`, en: `amendment ${at + 1}: ${words.en}` },
      ...removed.map((text) => ({ zh: `  ${text}`, en: `  ${respell(`修订 “甲” {\n${text}\n}`, 'en').split('\n')[1] ?? text}` })),
    ]),
    ...law.undecided.map(({ zh, en }) => ({ zh: `哪天起待定，未计入：${zh}`, en: `its day is open, not applied: ${en}` })),
    ...law.items.flatMap((item) =>
      item.kind === 'refersTo' ? [{ zh: `引用 “${item.from.text}” 的结果`, en: `refers to “${item.from.text}”` }] : [],
    ),
    ...(found && version
      ? [
          { zh: '结算次序（由谁用到谁得出）：', en: 'order of settlement (from what reads what):' },
          ...orderWords(found, version).map(deeper),
        ]
      : []),
  ];
}

const deeper = ({ zh, en }: Words): Words => ({ zh: `  ${zh}`, en: `  ${en}` });

/** The version that a day chooses; without a known day all that is published counts. */
function versionOn({ timeline, versions }: PolicyModel, day: string, known = '9999-12-31'): VersionModel | undefined {
  const within = (from: CivilDay | undefined, to: CivilDay | undefined, on: string): boolean =>
    (from === undefined || textOf(from) <= on) && (to === undefined || on < textOf(to));
  const cell = timeline.find(({ from, to, knownFrom, knownTo }) => within(from, to, day) && within(knownFrom, knownTo, known));
  return cell?.version === undefined ? undefined : versions[cell.version];
}

const textOf = ({ year, month, day }: CivilDay): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** The policy as printed, with core text in remarks below each form; of one item alone when `only` is given. */
function withCore(policy: Policy, text: string, language: KeywordLanguage, only?: Item): string {
  const shown = only?.span ?? { file: '', start: 0, end: text.length };
  const lines = text.split('\n');
  const starts: number[] = [];
  let at = 0;
  for (const line of lines) {
    starts.push(at);
    at += line.length + 1;
  }
  const lineAt = (offset: number): number => starts.findLastIndex((start) => start <= offset);
  const lastLine = ({ start, end }: Span): number => lineAt(Math.max(start, end - 1));
  const under = new Map<number, string[]>();
  const put = (line: number, said: readonly string[]): void => {
    under.set(line, [...(under.get(line) ?? []), ...said]);
  };
  const units = policy.items.filter(isForm).flatMap(unitsOf);
  for (const core of expandLines(policy.items)) put(lastLine(smallest(units, core.span)), coreText(core, language));
  for (const item of policy.items)
    put(
      lastLine(item.span),
      inWords(item, policy.items).map((words) => words[language]),
    );
  const out: string[] = [];
  for (let line = lineAt(shown.start); line <= lastLine(shown); line += 1) {
    const written = lines[line] ?? '';
    out.push(written);
    const indent = /^\s*/.exec(written)?.[0] ?? '';
    for (const said of under.get(line) ?? []) out.push(indent + MARK + said);
  }
  return `${out.join('\n').trimEnd()}\n`;
}

/** What core text is put under: an item that is a form, and each line of a benefit. */
const unitsOf = (item: Item): readonly Span[] => [
  item.span,
  ...(item.kind === 'benefit' ? item.lines.filter(({ kind }) => kind !== 'citation').map(({ span }) => span) : []),
];

/** The smallest unit around a place. */
const smallest = (units: readonly Span[], place: Span): Span =>
  units
    .filter(({ start, end }) => start <= place.start && place.end <= end)
    .reduce<Span | undefined>((best, one) => (best && best.end - best.start <= one.end - one.start ? best : one), undefined) ?? place;

function coreText({ text, rounded, unless }: CoreLine, language: KeywordLanguage): readonly string[] {
  const zh = language === 'zh';
  if (unless !== undefined) {
    const address = spelled(unless, language).join('');
    return [zh ? `${address} 不成立时，以上每一项金额都是 0元` : `when ${address} does not hold, each amount above is 0 yuan`];
  }
  const [first = '', ...rest] = spelled(text, language);
  return rounded ? [`${first} ${zh ? '（按支付舍入）' : '(rounded as payments are)'}`, ...rest] : [first, ...rest];
}

/** Read where it would stand, because a word may be a keyword in one place and a name in another. */
const spelled = (text: string, language: KeywordLanguage): readonly string[] =>
  respell(`政策 “甲” {\n${text}\n}`, language).split('\n').slice(1, -1);
