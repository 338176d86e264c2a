import type { Span } from '../2-syntax/node.ts';
import type { Item } from '../2-syntax/nodes/policy.ts';
import { type CoreLine, expandLines } from '../3-check/forms/describe.ts';
import { inWords } from '../3-check/forms/in-words.ts';
import type { Declaration } from '../3-check/symbols.ts';
import type { Words } from '../diagnostics/diagnostic.ts';
import { respell } from '../format/respell.ts';
import { KEYWORDS, type KeywordId } from '../keywords.ts';
import { blockAt, declarationOf, nameAt } from './navigation.ts';
import { type Position, type ServiceState, tokenAt } from './state.ts';
import { kindWords } from './words.ts';

/** The manual's pages by keyword, as Markdown: Chinese sentence, English sentence, example. */
export type ManualPages = ReadonlyMap<KeywordId, string>;

export interface Hover {
  readonly range: Span;
  /** Markdown without HTML. */
  readonly markdown: Words;
}

/** The file name of a keyword's page: `waitingPeriod` → "waiting-period.md". */
export const pageName = (id: KeywordId): string => `${id.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}.md`;

/** What the name or keyword under the caret is. */
export function hoverAt(state: ServiceState, at: Position, pages: ManualPages): Hover | undefined {
  const file = state.files.get(at.file);
  if (!file) return undefined;
  const name = nameAt(state, at);
  const declaration = name && declarationOf(state, name.declared, name.name);
  if (name && declaration) return { range: name.span, markdown: aboutName(state, declaration, blockAt(state, name.span)) };
  const token = tokenAt(file, at.offset);
  const page = token?.keyword && !token.asName ? pages.get(token.keyword) : undefined;
  if (!token?.keyword || page === undefined) return undefined;
  const range = { file: at.file, start: token.start, end: token.end };
  return { range, markdown: withCore(pageInLanguages(token.keyword, page), coreOfLine(state, range)) };
}

/** A page holds a heading, a paragraph in each language, and an example in both. */
export function pageInLanguages(id: KeywordId, page: string): Words {
  const [, zh = '', en = '', ...example] = page.trim().split(/\n\n/u);
  const shown = example.length > 0 ? `\n\n${example.join('\n\n')}` : '';
  return { zh: `**${KEYWORDS[id].zh}**\n\n${zh}${shown}`, en: `**${KEYWORDS[id].en}** (${KEYWORDS[id].zh})\n\n${en}${shown}` };
}

function aboutName(state: ServiceState, one: NonNullable<ReturnType<typeof declarationOf>>, here: string | undefined): Words {
  const text = state.files.get(one.span.file)?.text ?? '';
  const kind = kindWords(one);
  const start = text.lastIndexOf('\n', one.span.start) + 1;
  const end = text.indexOf('\n', one.span.start);
  const line = text
    .slice(start, end < 0 ? undefined : end)
    .trim()
    .slice(0, 200);
  const values = one.values
    ?.slice(0, 20)
    .map((value) => (value.code === undefined ? value.name : `${value.name} ${value.code}`))
    .join('、');
  const facts = [one.interfaceName, values].filter((fact) => fact !== undefined && fact !== '').join(' · ');
  const body = `${facts === '' ? '' : `${facts}\n\n`}\`\`\`yice\n${line}\n\`\`\``;
  const above = one.owner !== undefined && one.owner !== here && isPolicy(state, one.owner) ? one.owner : undefined;
  const from: Words = above === undefined ? { zh: '', en: '' } : { zh: `，继承自 “${above}”`, en: `, inherited from “${above}”` };
  const words = { zh: `**${one.name}** ${kind.zh}${from.zh}\n\n${body}`, en: `**${one.name}** ${kind.en}${from.en}\n\n${body}` };
  return withCore(words, coreOfName(state, one));
}

/** What is said, with what stands behind it below. */
function withCore({ zh, en }: Words, core: readonly Words[]): Words {
  if (core.length === 0) return { zh, en };
  const block = (language: 'zh' | 'en'): string => `\`\`\`yice\n${core.map((words) => words[language]).join('\n')}\n\`\`\``;
  return { zh: `${zh}\n\n代表：\n\n${block('zh')}`, en: `${en}\n\nstands for:\n\n${block('en')}` };
}

/** The items among which a place is, and the one that it is in. */
function itemAt(state: ServiceState, place: Span): { readonly item: Item; readonly items: readonly Item[] } | undefined {
  const within = ({ span }: { readonly span: Span }): boolean => span.start <= place.start && place.end <= span.end;
  const block = state.files.get(place.file)?.tree.items.find(within);
  const items =
    block?.kind === 'policy' || block?.kind === 'vocabulary'
      ? block.items
      : block?.kind === 'amendment'
        ? block.changes.flatMap((change) => (change.kind === 'insert' ? [change.item] : []))
        : [];
  const item = items.find(within);
  return item && { item, items };
}

/** The core text of the line of a form, or of the whole form when its own word is asked about. */
function coreOfLine(state: ServiceState, place: Span): readonly Words[] {
  const found = itemAt(state, place);
  if (!found || (place.start !== found.item.span.start && !isWordOfLine(found.item, place))) return [];
  const { item, items } = found;
  const line = lineOf(item, place);
  const core = expandLines([item]).filter(({ span }) => !line || (line.start <= span.start && span.end <= line.end));
  return [...core.map(coreWords), ...(line ? [] : inWords(item, items))];
}

/** The line of a benefit that a place is in. */
const lineOf = (item: Item, place: Span): Span | undefined =>
  item.kind === 'benefit' ? item.lines.find(({ span }) => span.start <= place.start && place.end <= span.end)?.span : undefined;

/** Whether a word begins a line of a benefit. */
const isWordOfLine = (item: Item, place: Span): boolean => lineOf(item, place)?.start === place.start;

/** The core text that makes one amount, or all of a form. */
function coreOfName(state: ServiceState, one: NonNullable<ReturnType<typeof declarationOf>>): readonly Words[] {
  const found = itemAt(state, one.span);
  if (!found) return [];
  const lines = expandLines([found.item]);
  if (FORMS.has(one.kind)) return lines.map(coreWords);
  const own = lines.filter(({ address }) => address === one.name);
  // A name by which a line also goes has no core text of its own.
  const sameLine = one.kind === 'formPart' ? lines.filter(({ span }) => span.start === one.span.start && span.end === one.span.end) : [];
  return (own.length > 0 ? own : sameLine).map(coreWords);
}

const FORMS: ReadonlySet<Declaration['kind']> = new Set(['benefit', 'guarantee', 'allocation', 'tilt', 'eligibility']);

/** A line of core text with its keywords in each language. */
function coreWords({ text, rounded, unless }: CoreLine): Words {
  const spelled = (language: 'zh' | 'en', core: string): string =>
    respell(`政策 “甲” {\n${core}\n}`, language).split('\n').slice(1, -1).join('\n');
  if (unless !== undefined)
    return {
      zh: `// ${unless} 不成立时，每一项金额都是 0元`,
      en: `// when ${spelled('en', unless)} does not hold, each amount is 0 yuan`,
    };
  return {
    zh: `${spelled('zh', text)}${rounded ? '  // 按支付舍入' : ''}`,
    en: `${spelled('en', text)}${rounded ? '  // rounded as payments are' : ''}`,
  };
}

const isPolicy = (state: ServiceState, name: string): boolean =>
  state.symbols.declarations.some((one) => one.kind === 'policy' && one.name === name);
