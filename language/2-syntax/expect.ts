/**
 * What the grammar would take next. Asked only when reading stopped, and only for the statement at hand.
 *
 * All ways of reading the statement are followed at once. A way is the list of what is still to come; equal lists are one and the same
 * object, so two ways that have come to the same point go on as one, and the work grows with the statement and not with its ways.
 */
import {
  Alternation,
  Alternative,
  type IProduction,
  NonTerminal,
  Option,
  Repetition,
  RepetitionMandatory,
  RepetitionMandatoryWithSeparator,
  RepetitionWithSeparator,
  Terminal,
  type TokenType,
  tokenMatcher,
} from 'chevrotain';
import { Token } from '../1-tokens/tokens.ts';
import type { Grammar } from './grammar.ts';

/** Statements longer than this are not worth the walk; their message is less exact. */
const LONGEST = 400;

/** Whether the grammar takes this token where it asks for one of these. */
export const takes = (types: ReadonlySet<TokenType>, token: Token | undefined): boolean =>
  token !== undefined && [...types].some((type) => tokenMatcher(token, type));

/** What is still to come: one piece of the grammar, then the rest. INVARIANT: equal ways are identical. */
interface Way {
  readonly piece: IProduction;
  readonly rest: Way | undefined;
  readonly followers: Map<IProduction, Way>;
}

type Ends = Map<IProduction, Way>;

class Walk {
  private readonly last: Ends = new Map();
  private readonly again = new Map<IProduction, IProduction>();

  /** `pieces` one after another, then `rest`. */
  private before(pieces: readonly IProduction[], rest: Way | undefined): Way | undefined {
    return pieces.reduceRight<Way | undefined>((tail, piece) => {
      const known = tail ? tail.followers : this.last;
      const found = known.get(piece) ?? { piece, rest: tail, followers: new Map() };
      known.set(piece, found);
      return found;
    }, rest);
  }

  /** A repetition after its first round. */
  private more(piece: { readonly definition: IProduction[] }, key: IProduction, separator?: TokenType): IProduction {
    const definition = separator ? [new Terminal({ terminalType: separator }), ...piece.definition] : piece.definition;
    const found = this.again.get(key) ?? new Repetition({ definition });
    this.again.set(key, found);
    return found;
  }

  /** The ways that begin with a token, from everything that can come at these points. */
  ahead(ways: Iterable<Way | undefined>): ReadonlySet<Way> {
    const seen = new Set<Way>();
    const open = [...ways];
    const atToken = new Set<Way>();
    for (let way = open.pop(); way !== undefined || open.length > 0; way = open.pop()) {
      if (way === undefined || seen.has(way)) continue;
      seen.add(way);
      const { piece, rest } = way;
      if (piece instanceof Terminal) atToken.add(way);
      else if (piece instanceof NonTerminal) open.push(this.before(piece.referencedRule.definition, rest));
      else if (piece instanceof Alternation) {
        for (const one of piece.definition) if (one instanceof Alternative) open.push(this.before(one.definition, rest));
      } else if (piece instanceof Repetition) open.push(rest, this.before([...piece.definition, piece], rest));
      else if (piece instanceof RepetitionMandatory) open.push(this.before([...piece.definition, this.more(piece, piece)], rest));
      else if (piece instanceof RepetitionWithSeparator)
        open.push(rest, this.before([...piece.definition, this.more(piece, piece, piece.separator)], rest));
      else if (piece instanceof RepetitionMandatoryWithSeparator)
        open.push(this.before([...piece.definition, this.more(piece, piece, piece.separator)], rest));
      else if (piece instanceof Option) open.push(rest, this.before(piece.definition, rest));
    }
    return atToken;
  }

  begin(pieces: readonly IProduction[]): ReadonlySet<Way> {
    return this.ahead([this.before(pieces, undefined)]);
  }
}

const typeAhead = (way: Way): TokenType | undefined => (way.piece instanceof Terminal ? way.piece.terminalType : undefined);

/** The types of token that may follow `read` in a statement of `rule`; empty when that cannot be told. */
export function nextTypes(p: Grammar, rule: string, read: readonly Token[]): ReadonlySet<TokenType> {
  const definition = p.getGAstProductions()[rule]?.definition;
  if (!definition || read.length > LONGEST) return new Set();
  const walk = new Walk();
  let ways = walk.begin(definition);
  for (const token of read) {
    ways = walk.ahead([...ways].filter((way) => tokenMatcher(token, typeAhead(way) ?? token.tokenType)).map((way) => way.rest));
    if (ways.size === 0) break;
  }
  return new Set([...ways].flatMap((way) => typeAhead(way) ?? []));
}

/** A token of this type that stands nowhere, to ask what would follow it. */
export const imagined = (type: TokenType): Token => new Token(type, 'punctuation', '', 0, 0);
