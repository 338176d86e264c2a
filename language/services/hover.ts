import type { Span } from '../2-syntax/node.ts';
import type { Words } from '../diagnostics/diagnostic.ts';
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
  const declaration = name && declarationOf(state, name.declared);
  if (name && declaration) return { range: name.span, markdown: aboutName(state, declaration, blockAt(state, name.span)) };
  const token = tokenAt(file, at.offset);
  const page = token?.keyword && !token.asName ? pages.get(token.keyword) : undefined;
  if (!token?.keyword || page === undefined) return undefined;
  return { range: { file: at.file, start: token.start, end: token.end }, markdown: inLanguages(token.keyword, page) };
}

/** A page holds a heading, a paragraph in each language, and an example in both. */
function inLanguages(id: KeywordId, page: string): Words {
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
  return { zh: `**${one.name}** ${kind.zh}${from.zh}\n\n${body}`, en: `**${one.name}** ${kind.en}${from.en}\n\n${body}` };
}

const isPolicy = (state: ServiceState, name: string): boolean =>
  state.symbols.declarations.some((one) => one.kind === 'policy' && one.name === name);
