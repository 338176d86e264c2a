/**
 * From the places where reading stopped to findings. For each statement the grammar is asked what it would have taken, and the nearest
 * repair is looked for, in this order: a keyword run into a name, a reserved word used as a name, one word or sign left out or mistaken for
 * another, a misspelled keyword; only then the plain fact.
 */
import type { TokenType } from 'chevrotain';
import * as t from '../1-tokens/tokens.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Pair } from '../diagnostics/finding.ts';
import * as say from '../diagnostics/syntax.ts';
import { KEYWORDS, type KeywordId, type KeywordLanguage, NOTICE_WORDS } from '../keywords.ts';
import { EXAMPLES, exactly, found, isOperator, may, spelled } from './describe.ts';
import { imagined, nextTypes, takes } from './expect.ts';
import type { Grammar } from './grammar.ts';
import { habit } from './habits.ts';
import type { Span } from './nodes/span.ts';
import { periodInstead } from './period.ts';
import { glued, nearest } from './repair.ts';
import { headBefore, strayStatement } from './stray.ts';
import type { Trouble } from './trouble.ts';

/** Everything that went wrong in a file just read, one finding a statement. */
export function explain(p: Grammar, stream: readonly t.Token[], lexical: readonly Diagnostic[]): Diagnostic[] {
  const language = languageOf(stream);
  const told = [...lexical, ...p.reported].map((one) => one.labels[0]?.span.start ?? -1);
  const all = [...p.reported];
  for (const trouble of p.troubles) {
    const extent = extentOf(stream, trouble);
    if (trouble.kind !== 'unclosed' && told.some((at) => at >= extent.start && at <= extent.end)) continue;
    all.push(new Case(p, stream, trouble, language).finding());
  }
  return all;
}

/** The language in which most keywords of a file are spelled. */
function languageOf(stream: readonly t.Token[]): KeywordLanguage {
  let english = 0;
  for (const { keyword, text } of stream) if (keyword !== undefined) english += KEYWORDS[keyword].en === text ? 1 : -1;
  return english > 0 ? 'en' : 'zh';
}

/** From the beginning of the statement to the end of the line on which reading stopped. */
function extentOf(stream: readonly t.Token[], trouble: Trouble): { readonly start: number; readonly end: number } {
  const from = stream[trouble.statement.from];
  let at = trouble.at?.index ?? stream.length;
  while (at < stream.length && stream[at]?.kind !== 'end') at++;
  return { start: from?.start ?? 0, end: stream[at]?.end ?? stream.at(-1)?.end ?? 0 };
}

interface Place {
  readonly at: number;
  readonly token: t.Token | undefined;
  /** What the sentence could go on with. */
  readonly types: ReadonlySet<TokenType>;
  readonly span: Span;
}

class Case {
  private readonly sentence: Pair | undefined;
  private readonly example: Pair | undefined;

  constructor(
    private readonly p: Grammar,
    private readonly stream: readonly t.Token[],
    private readonly trouble: Trouble,
    private readonly language: KeywordLanguage,
  ) {
    const head = this.head();
    this.sentence = head && spelled(head);
    this.example = head && EXAMPLES[head];
  }

  finding(): Diagnostic {
    const { p, trouble } = this;
    switch (trouble.kind) {
      case 'unclosed':
        return this.unclosed();
      case 'outside':
        return say.outside({ found: found(trouble.at), brace: trouble.at?.tokenType === t.RightBrace, span: p.spanOf(trouble.at) });
      case 'stray':
        return strayStatement(p, this.stream, trouble);
      case 'unexpected':
      case 'trailing':
        return this.stopped();
    }
  }

  /** The keyword of the statement. */
  private head(): KeywordId | undefined {
    const { from } = this.trouble.statement;
    const first = this.stream[from]?.keyword;
    return first === 'add' ? (this.stream[from + 1]?.keyword ?? first) : first;
  }

  private read(to: number): readonly t.Token[] {
    return this.stream.slice(this.trouble.statement.from, to);
  }

  private next(to: number, more: readonly t.Token[] = []): ReadonlySet<TokenType> {
    return nextTypes(this.p, this.trouble.statement.rule, [...this.read(to), ...more]);
  }

  private stopped(): Diagnostic {
    const { p, stream, trouble } = this;
    let at = trouble.at?.index ?? stream.length;
    let types = this.next(at);
    // A choice made on one token may have gone wrong on the token after it: the fault is where no choice could go on.
    for (let ahead = 0; ahead < 3 && takes(types, stream[at]); ahead++) {
      const further = this.next(at + 1);
      if (further.size === 0) break;
      types = further;
      at++;
    }
    if (types.size === 0 && trouble.expected) types = new Set([trouble.expected]);
    const token = stream[at];
    const span = this.spanAt(at);
    const place: Place = { at, token, types, span };
    return (
      periodInstead(p, stream, trouble, token, types) ??
      habit(p, stream, trouble.statement.from, place) ??
      this.noticeWord(place) ??
      glued({ p, token, before: at > this.trouble.statement.from ? stream[at - 1] : undefined, types }) ??
      this.reserved(place) ??
      this.unquoted(place) ??
      this.misspelled(place) ??
      this.leftOut(place) ??
      this.leftOutBefore(place) ??
      this.mistaken(place) ??
      this.certain(place) ??
      this.plain(place)
    );
  }

  private spanAt(at: number): Span {
    const token = this.stream[at];
    if (token && token.kind !== 'end') return this.p.spanOf(token);
    const before = this.stream[at - 1];
    return before ? this.p.spanOf(before) : this.p.spanOf(token);
  }

  private reserved({ at, token, types }: Place): Diagnostic | undefined {
    if (!token?.keyword || KEYWORDS[token.keyword].group !== 'reserved' || !types.has(t.Word)) return undefined;
    if (!takes(this.next(at, [imagined(t.Name)]), this.stream[at + 1])) return undefined;
    return say.reservedName({ word: token.text, span: this.p.spanOf(token) });
  }

  /** A reason or a sentence of the source without its quotes. */
  private unquoted({ token, types, span }: Place): Diagnostic | undefined {
    if (token?.kind !== 'name' || types.size !== 1 || !types.has(t.Quoted)) return undefined;
    const text = `“${token.text}”`;
    const fixes = [{ title: { zh: '加上引号', en: 'Quote it' }, edits: [{ span, text }] }];
    const without: Pair = [`没有引号的 ${text}`, `${text} without quotes`];
    return say.unexpected({ found: without, expected: may(types) ?? [text, text], sentence: this.sentence, span, fixes });
  }

  /** What a notice calls by another word. */
  private noticeWord({ token, types, span }: Place): Diagnostic | undefined {
    const meant = token?.kind === 'name' ? NOTICE_WORDS.get(token.text) : undefined;
    return token && meant !== undefined && types.has(t.typeOf(meant)) ? this.instead(token, KEYWORDS[meant].zh, span) : undefined;
  }

  /** A keyword with a wrong letter, or 是 for 真. */
  private misspelled({ at, token, types, span }: Place): Diagnostic | undefined {
    if (!token) return undefined;
    if (token.keyword === 'is' && types.has(t.typeOf('true'))) return this.instead(token, KEYWORDS.true[this.language], span);
    const near = nearest(token, types, this.language);
    if (near === undefined) return undefined;
    const fits = token.kind === 'name' || takes(this.next(at, [imagined(t.typeOf(near.keyword))]), this.stream[at + 1]);
    return fits ? this.instead(token, near.spelling, span) : undefined;
  }

  /** One word or sign without which the rest reads on. */
  private leftOut({ at, token, types, span }: Place): Diagnostic | undefined {
    const ends = token === undefined || token.kind === 'end' || token.tokenType === t.RightBrace;
    const exact = this.exact(types);
    const telling = exact.filter((type) => !isOperator(type));
    // No block begins with a sign.
    const able = exact.filter((type) => type !== t.LeftBrace || token?.kind !== 'punctuation');
    const fits = ends ? [] : able.filter((type) => takes(this.next(at, [imagined(type)]), token));
    const only = ends ? (telling.length === 1 && !types.has(t.Word) ? telling[0] : undefined) : this.pick(fits, types);
    if (only === undefined) return undefined;
    if (!ends) return this.missingBefore(only, token, span);
    const before = this.stream[at - 1];
    const where: Pair = [`${found(before)[0]} 后面`, `after ${found(before)[1]}`];
    return say.missing({ word: this.spelling(only), where, sentence: this.sentence, at: this.p.spanOf(before), side: 'end' });
  }

  /** The only word or sign that the sentence could go on with. */
  private certain({ token, types, span }: Place): Diagnostic | undefined {
    const [only] = types.size === 1 ? this.exact(types) : [];
    return only && token && token.kind !== 'end' ? this.missingBefore(only, token, span) : undefined;
  }

  private missingBefore(type: TokenType, token: t.Token, span: Span): Diagnostic {
    const where: Pair = [`${found(token)[0]} 前面`, `before ${found(token)[1]}`];
    return say.missing({ word: this.spelling(type), where, sentence: this.sentence, at: span, side: 'start' });
  }

  /** One word missing before the name that was read in its stead: 支付 统筹基金 从 for 支付 由 统筹基金 从. */
  private leftOutBefore({ at, token }: Place): Diagnostic | undefined {
    const before = this.stream[at - 1];
    if (!token || before?.kind !== 'name' || at - 1 <= this.trouble.statement.from) return undefined;
    const fits = this.exact(this.next(at - 1)).filter(
      (type) => takes(this.next(at - 1, [imagined(type)]), before) && takes(this.next(at - 1, [imagined(type), before]), token),
    );
    const only = fits.length === 1 ? fits[0] : undefined;
    if (only === undefined || isOperator(only)) return undefined;
    return this.missingBefore(only, before, this.p.spanOf(before));
  }

  /** A sign instead of which another reads on, or that is one too many. */
  private mistaken({ at, token, types, span }: Place): Diagnostic | undefined {
    if (token?.kind !== 'punctuation') return undefined;
    const after = this.stream[at + 1];
    const fits = this.exact(types).filter((type) => !isOperator(type) && takes(this.next(at, [imagined(type)]), after));
    const [only] = fits;
    if (fits.length === 1 && only) return this.instead(token, this.spelling(only), span);
    return token.tokenType !== t.RightBrace && this.readsOn(at, types) ? this.instead(token, '', span, types) : undefined;
  }

  /** Whether the sentence reads on without the token at `at`. */
  private readsOn(at: number, types: ReadonlySet<TokenType>): boolean {
    const [after, then] = [this.stream[at + 1], this.stream[at + 2]];
    if (!after || !takes(types, after)) return false;
    return !then || then.kind === 'end' || then.tokenType === t.RightBrace || takes(this.next(at, [after]), then);
  }

  private instead(token: t.Token, better: string, span: Span, types?: ReadonlySet<TokenType>): Diagnostic {
    const title =
      better === ''
        ? { zh: `删去 “${token.text}”`, en: `Delete “${token.text}”` }
        : { zh: `改为 “${better}”`, en: `Change it to “${better}”` };
    const wanted = `“${better}”`;
    const expected: Pair = types ? (may(types) ?? [wanted, wanted]) : [wanted, wanted];
    const fixes = [{ title, edits: [{ span, text: better }] }];
    return say.unexpected({ found: found(token), expected, sentence: this.sentence, example: this.example, span, fixes });
  }

  private plain({ at, token, types, span }: Place): Diagnostic {
    const before = this.stream[at - 1];
    const ends = token === undefined || token.kind === 'end';
    const operatorsOnly = [...types].every((type) => isOperator(type) || type === t.End || type === t.Bar);
    if (!ends && (this.trouble.kind === 'trailing' || operatorsOnly) && before) {
      return say.trailing({ found: found(token), sentence: this.sentence, may: may(types), span });
    }
    const expected = may(types) ?? (['别的内容', 'something else'] as const);
    const example = (before?.keyword && !before.asName && EXAMPLES[before.keyword]) || this.example;
    return say.unexpected({ found: found(token), expected, sentence: this.sentence, example, span, fixes: [] });
  }

  /** The types that stand for one word or sign. */
  private exact(types: ReadonlySet<TokenType>): TokenType[] {
    return [...types].filter((type) => exactly(type, this.language) !== undefined && type !== t.Dot && type !== t.LeftSquare);
  }

  private spelling(type: TokenType): string {
    if (type === t.ListComma && (this.language === 'en' || this.stream[this.trouble.statement.from]?.keyword === 'property')) return ',';
    return exactly(type, this.language) ?? '';
  }

  /** Of several words or signs that would make a sentence read on, the one that was surely meant. */
  private pick(fits: readonly TokenType[], types: ReadonlySet<TokenType>): TokenType | undefined {
    // 支付 由 统筹基金 政策范围内: what follows names the parts; without 从 it would be money to the person.
    if (fits.includes(t.typeOf('against'))) return t.typeOf('against');
    const inFormula = types.has(t.NotEqual);
    for (const sure of inFormula ? [t.Colon] : [t.Colon, t.Equal, t.LeftBrace]) if (fits.includes(sure)) return sure;
    const words = fits.filter((type) => t.keywordOfType(type) !== undefined && !isOperator(type) && type !== t.typeOf('to'));
    if (words.length === 1) return words[0];
    return words.length === 0 && fits.includes(t.ListComma) ? t.ListComma : undefined;
  }

  private unclosed(): Diagnostic {
    const { p, stream, trouble } = this;
    const { open, at } = trouble;
    const head = open && headBefore(stream, open.index);
    const sentence: Pair = head ? spelled(head) : ['这个块', 'this block'];
    const last = stream.at(-1);
    const end = at ? p.spanOf(at) : { file: p.file, start: last?.end ?? 0, end: last?.end ?? 0 };
    return say.unclosedBlock({ sentence, span: p.spanOf(open), at: end, atEnd: at === undefined });
  }
}
