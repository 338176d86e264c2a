import type { SourceToken } from '../1-tokens/tokens.ts';
import type { Declaration, Symbols } from '../3-check/symbols.ts';

export type ColourKind = 'keyword' | 'number' | 'quote' | 'comment' | 'name' | 'declaration' | 'value' | 'operator' | 'open';

export interface Colour {
  readonly start: number;
  readonly end: number;
  readonly kind: ColourKind;
}

/** Says of any file what each piece of it is, sorted and disjoint: by its token, and for names by what they stand for. */
export function colouring(symbols: Symbols): (file: string, tokens: readonly SourceToken[]) => readonly Colour[] {
  const inFile = new Map<string, Names>();
  const namesOf = (file: string): Names => {
    const names = inFile.get(file) ?? { declared: new Map(), used: new Map() };
    inFile.set(file, names);
    return names;
  };
  for (const one of symbols.declarations) namesOf(one.span.file).declared.set(one.span.start, one);
  for (const { span, declared } of symbols.references) {
    const declaration = namesOf(declared.file).declared.get(declared.start);
    namesOf(span.file).used.set(span.start, declaration);
  }
  return (file, tokens) => {
    const names = namesOf(file);
    return tokens.flatMap((token) => {
      const kind = colourOf(token, names);
      return kind ? [{ start: token.start, end: token.end, kind }] : [];
    });
  };
}

/** Of one file: declarations by where their name begins, and names used by what they stand for. */
interface Names {
  readonly declared: Map<number, Declaration>;
  readonly used: Map<number, Declaration | undefined>;
}

function colourOf(token: SourceToken, { declared, used }: Names): ColourKind | undefined {
  if (token.kind === 'comment') return 'comment';
  if (token.kind === 'number' || token.kind === 'date') return 'number';
  if (token.kind === 'keyword' && !token.asName) return token.keyword === 'open' || token.keyword === 'assume' ? 'open' : 'keyword';
  if (token.kind === 'punctuation') return 'operator';
  if (token.kind === 'end') return undefined;
  const isUse = used.has(token.start);
  const declaration = isUse ? used.get(token.start) : declared.get(token.start);
  if (declaration?.kind === 'value') return 'value';
  if (declaration && !isUse) return 'declaration';
  return token.kind === 'text' ? (declaration ? 'name' : 'quote') : 'name';
}
