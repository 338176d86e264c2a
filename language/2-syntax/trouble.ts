import type { IParserErrorMessageProvider, IToken, TokenType } from 'chevrotain';
import { Token } from '../1-tokens/tokens.ts';
import type { StatementStart } from './reader.ts';

/**
 * A place where reading stopped, before it is put into words. `unexpected`: the grammar asked for something else; `trailing`: the
 * statement was complete; `stray`: nothing begins like this here; `unclosed`: a block without its }; `outside`: text outside all blocks.
 */
export interface Trouble {
  readonly kind: 'unexpected' | 'trailing' | 'stray' | 'unclosed' | 'outside';
  /** The token that could not be read; undefined at the end of the file. */
  readonly at: Token | undefined;
  readonly statement: StatementStart;
  readonly expected?: TokenType;
  /** The brace that is not closed, or the block in which the text stands. */
  readonly open?: Token;
}

const own = (token: IToken | undefined): Token | undefined => (token instanceof Token ? token : undefined);

/** The parser's hook for errors: keeps the facts and leaves the words to the catalogue. */
export function troubles(note: (one: Omit<Trouble, 'statement' | 'at'>, at: Token | undefined) => void): IParserErrorMessageProvider {
  return {
    buildMismatchTokenMessage: ({ expected, actual }) => {
      note({ kind: 'unexpected', expected }, own(actual));
      return '';
    },
    buildNoViableAltMessage: ({ actual }) => {
      note({ kind: 'unexpected' }, own(actual[0]));
      return '';
    },
    buildEarlyExitMessage: ({ actual }) => {
      note({ kind: 'unexpected' }, own(actual[0]));
      return '';
    },
    buildNotAllInputParsedMessage: ({ firstRedundant }) => {
      note({ kind: 'outside' }, own(firstRedundant));
      return '';
    },
  };
}
