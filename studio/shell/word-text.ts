import type { KeywordPage } from '../worker/protocol.ts';

/** A paragraph or an example of a page. */
export interface PagePiece {
  readonly kind: 'text' | 'code';
  readonly text: string;
}

/** A page of Markdown in pieces, without its first line: the name stands above it. */
export function pieces(markdown: string): readonly PagePiece[] {
  const found: PagePiece[] = [];
  for (const [index, part] of markdown.split(/^```\w*\n?/mu).entries()) {
    if (index % 2 === 1) found.push({ kind: 'code', text: part.trimEnd() });
    else
      for (const paragraph of part.split(/\n{2,}/u)) {
        const text = paragraph.replace(/\*\*([^*]+)\*\*|`([^`]+)`/gu, '$1$2').trim();
        if (text !== '') found.push({ kind: 'text', text });
      }
  }
  return found.slice(1);
}

const MOST = 8;

/** Other keywords that the page's text names, the longest names first: 累计于 before 累计. */
export function related(page: KeywordPage, pages: readonly KeywordPage[]): readonly KeywordPage[] {
  let text = pieces(page.page.zh)
    .filter(({ kind }) => kind === 'text')
    .map((piece) => piece.text)
    .join(' ');
  const found: KeywordPage[] = [];
  for (const other of pages.toSorted((a, b) => b.name.zh.length - a.name.zh.length)) {
    if (other.id === page.id || other.name.zh.length < 2 || !text.includes(other.name.zh)) continue;
    text = text.replaceAll(other.name.zh, ' ');
    found.push(other);
  }
  return found.slice(0, MOST);
}
