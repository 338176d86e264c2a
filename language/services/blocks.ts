import type { SourceToken } from '../1-tokens/tokens.ts';
import type { KeywordId } from '../keywords.ts';

/** A `{ … }` that is open at a place, by the keyword that began its statement. */
export interface Block {
  readonly keyword: KeywordId | undefined;
  /** Texts and names of the statement before the brace: `示例 “题” 于 “政策”` has both. */
  readonly header: readonly SourceToken[];
}

export interface Place {
  /** Outermost first. */
  readonly blocks: readonly Block[];
  /** Tokens of the statement the caret is in, before the word being typed. */
  readonly before: readonly SourceToken[];
}

const opensStatement = (tokens: readonly SourceToken[]): KeywordId | undefined => {
  const first = tokens[0]?.keyword === 'add' ? tokens[1] : tokens[0];
  return first?.asName === false ? first.keyword : undefined;
};

/** What is open around `offset`, found from the tokens alone, so that it also works in a half-written file. */
export function placeOf(tokens: readonly SourceToken[], offset: number): Place {
  const blocks: Block[] = [];
  let statement: SourceToken[] = [];
  for (const token of tokens) {
    if (token.kind === 'comment') continue;
    if (token.end > offset || (token.end === offset && (token.kind === 'name' || token.kind === 'keyword'))) break;
    if (token.text === '{' || token.text === '｛') {
      blocks.push({ keyword: opensStatement(statement), header: statement });
      statement = [];
    } else if (token.text === '}' || token.text === '｝') {
      blocks.pop();
      statement = [];
    } else if (token.kind === 'end') statement = [];
    else statement.push(token);
  }
  return { blocks, before: statement };
}

const unquoted = (token: SourceToken): string => token.text.replace(/^["“]|["”]$/gu, '').normalize('NFKC');

/** The policy that the place belongs to: by its own block, or named by an amendment, scenario or property around it. */
export function policyAround(place: Place): string | undefined {
  const words = (place.blocks[0]?.header ?? place.before).filter((token) => token.kind === 'text' || token.kind === 'name' || token.asName);
  const keyword = place.blocks[0]?.keyword ?? opensStatement(place.before);
  const chosen = keyword === 'scenario' || keyword === 'property' ? words[1] : words[0];
  return chosen && unquoted(chosen);
}
