/**
 * Lines that begin like no sentence of their block: run into a name, misspelled, out of place, or not part of the language yet.
 */
import * as t from '../1-tokens/tokens.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Pair } from '../diagnostics/finding.ts';
import * as say from '../diagnostics/syntax.ts';
import { gluedPrefix, KEYWORD_IDS, KEYWORDS, type KeywordGroup, type KeywordId, keywordOf, NOTICE_WORDS } from '../keywords.ts';
import { alternatives, found, homeOf, spelled } from './describe.ts';
import type { Grammar } from './grammar.ts';
import { close, split } from './repair.ts';
import type { Trouble } from './trouble.ts';

const ids = (...groups: KeywordGroup[]): readonly KeywordId[] => KEYWORD_IDS.filter((id) => groups.includes(KEYWORDS[id].group));
const POLICY = ids('law', 'declaration');
const BENEFIT: readonly KeywordId[] = [...ids('line'), 'pay', 'bands', 'eligibility', 'waitingPeriod', 'tilt', 'source'];
const CHANGES: readonly KeywordId[] = ['add', 'stop', 'rename', 'source'];
const SCENARIO: readonly KeywordId[] = [
  'insured',
  'visit',
  'expect',
  'reverse',
  'correct',
  'backPayment',
  'already',
  'suppose',
  'knownOn',
  'source',
];
const FILE = ids('file');

/** The block around a line: what it is called and with what its sentences begin. */
function blockOf(head: KeywordId | undefined): { readonly name: Pair; readonly words: readonly KeywordId[] } {
  switch (head) {
    case undefined:
      return { name: ['文件', 'a file'], words: FILE };
    case 'benefit':
      return { name: ['待遇', 'a benefit'], words: BENEFIT };
    case 'amendment':
      return { name: ['修订', 'an amendment'], words: CHANGES };
    case 'scenario':
      return { name: ['示例', 'a scenario'], words: SCENARIO };
    case 'bands':
      return { name: ['分段', 'bands'], words: ['to', 'orMore', 'source'] };
    case 'policy':
    case 'vocabulary':
      return {
        name: ['政策', 'a policy'],
        words: ['define', 'parameter', 'benefit', 'accumulate', 'pay', 'exception', 'bands', 'field', ...POLICY],
      };
    default:
      return { name: spelled(head), words: [] };
  }
}

/** The keyword of the statement whose block opens at `index`. */
export function headBefore(stream: readonly t.Token[], index: number): KeywordId | undefined {
  let at = index;
  while (
    at > 0 &&
    stream[at - 1]?.kind !== 'end' &&
    stream[at - 1]?.tokenType !== t.LeftBrace &&
    stream[at - 1]?.tokenType !== t.RightBrace
  )
    at--;
  const first = stream[at]?.keyword;
  return first === 'add' ? stream[at + 1]?.keyword : first;
}

export function strayStatement(p: Grammar, stream: readonly t.Token[], trouble: Trouble): Diagnostic {
  const token = trouble.at;
  const span = p.spanOf(token);
  const head = trouble.open && headBefore(stream, trouble.open.index);
  const block = blockOf(trouble.open ? head : undefined);
  const begins = new Set(block.words);
  if (token?.kind === 'name') {
    const meant = NOTICE_WORDS.get(token.text);
    if (meant !== undefined && begins.has(meant)) {
      const words = alternatives([...begins].map(spelled));
      return say.unknownSentence({ found: found(token), block: block.name, may: words, near: KEYWORDS[meant].zh, span });
    }
    const prefix =
      gluedPrefix(token.text, (id) => begins.has(id) && KEYWORDS[id].zh.length > 1) ?? gluedPrefix(token.text, (id) => begins.has(id));
    if (prefix) return split(p, token, prefix, 'start');
  }
  const parted = partedKeyword(p, stream, token, begins);
  if (parted) return say.unknownSentence({ ...parted, block: block.name, may: alternatives([...begins].map(spelled)) });
  const { keyword } = token ?? {};
  if (token && keyword !== undefined && !begins.has(keyword)) {
    const home = homeOf(KEYWORDS[keyword].group);
    if (home && trouble.open) return say.misplaced({ word: token.text, here: block.name, home, open: p.spanOf(trouble.open), span });
    if (home) return say.outside({ found: found(token), brace: false, span });
  }
  const near =
    token?.kind === 'name' ? block.words.find((id) => close(KEYWORDS[id].zh, token.text) || close(KEYWORDS[id].en, token.text)) : undefined;
  const spelling = near && (/^[A-Za-z]/.test(token?.text ?? '') ? KEYWORDS[near].en : KEYWORDS[near].zh);
  if (!trouble.open && !near) return say.outside({ found: found(token), brace: false, span });
  const words = block.words.length > 0 ? alternatives([...begins].map(spelled)) : (['一个名称', 'a name'] as const);
  return say.unknownSentence({ found: found(token), block: block.name, may: words, near: spelling, span });
}

/** 政 策: a keyword with a space in it */
function partedKeyword(p: Grammar, stream: readonly t.Token[], token: t.Token | undefined, begins: ReadonlySet<KeywordId>) {
  const next = token && stream[token.index + 1];
  const keyword = next && keywordOf(token.text + next.text);
  if (!next || keyword === undefined || !begins.has(keyword)) return undefined;
  const text = `“${token.text} ${next.text}”`;
  const found: Pair = [text, text];
  return { found, near: token.text + next.text, span: { file: p.file, start: token.start, end: next.end } };
}
