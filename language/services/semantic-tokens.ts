import type { SourceToken } from '../1-tokens/tokens.ts';
import type { Declaration, Symbols } from '../3-check/symbols.ts';

export type ColourKind = 'keyword' | 'number' | 'quote' | 'comment' | 'name' | 'declaration' | 'value' | 'operator' | 'open';

export interface Colour {
  readonly start: number;
  readonly end: number;
  readonly kind: ColourKind;
}

/** What each piece of a file is, sorted and disjoint: by its token, and for names by what they stand for. */
export function coloursOf(file: string, tokens: readonly SourceToken[], symbols: Symbols): readonly Colour[] {
  const declared = new Map<string, Declaration>(symbols.declarations.map((one) => [`${one.span.file} ${one.span.start}`, one]));
  const used = new Map(symbols.references.filter((one) => one.span.file === file).map((one) => [one.span.start, one.declared]));
  return tokens.flatMap((token) => {
    const kind = colourOf(file, token, declared, used);
    return kind ? [{ start: token.start, end: token.end, kind }] : [];
  });
}

function colourOf(
  file: string,
  token: SourceToken,
  declared: ReadonlyMap<string, Declaration>,
  used: ReadonlyMap<number, { readonly file: string; readonly start: number }>,
): ColourKind | undefined {
  if (token.kind === 'comment') return 'comment';
  if (token.kind === 'number' || token.kind === 'date') return 'number';
  if (token.kind === 'keyword' && !token.asName) return token.keyword === 'open' || token.keyword === 'assume' ? 'open' : 'keyword';
  if (token.kind === 'punctuation') return 'operator';
  if (token.kind === 'end') return undefined;
  const at = used.get(token.start);
  const declaration = declared.get(at ? `${at.file} ${at.start}` : `${file} ${token.start}`);
  if (declaration?.kind === 'value') return 'value';
  if (declaration && !at) return 'declaration';
  return token.kind === 'text' ? (declaration ? 'name' : 'quote') : 'name';
}
