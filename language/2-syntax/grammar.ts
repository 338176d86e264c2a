/**
 * The parser. It opens its builder methods to the construct files, each of which defines the rules of one construct, and keeps what rules
 * need in common: where they are, how a statement that cannot be read is left behind, and what went wrong on the way.
 */
import { EmbeddedActionsParser, type IOrAlt, type IToken, type ParserMethod, type TokenType } from 'chevrotain';
import { MOST_FINDINGS } from '../1-tokens/limits.ts';
import * as t from '../1-tokens/tokens.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { KeywordId } from '../keywords.ts';
import { defineAccumulator } from './accumulator.ts';
import { defineAddition } from './addition.ts';
import { defineAllocation, defineReceiver, defineReceivingItems, defineTogether } from './allocation.ts';
import { defineAmendment, defineChange } from './amendment.ts';
import { defineBand, defineBands } from './band.ts';
import { defineBenefit, defineBenefitLine } from './benefit.ts';
import { defineCell, defineConstant, defineMembership, definePrefixed } from './cell.ts';
import { defineCitation } from './citation.ts';
import { defineCap, defineDeductible, defineMeasure, defineRatio } from './deductible.ts';
import { defineDefinition, defineFormal, defineParameter, defineValue } from './definition.ts';
import { defineEligibility } from './eligibility.ts';
import { defineAdjustment, defineAgain, defineException } from './exception.ts';
import { defineCondition, defineExpression, defineProduct, defineSum } from './expression.ts';
import { defineFile } from './file.ts';
import { defineGuarantee } from './guarantee.ts';
import { defineBill, defineBillPart, defineConstraint, defineField } from './input.ts';
import { defineDeclaration, defineItem } from './item.ts';
import { defineComputed, defineFold, defineItems } from './items.ts';
import type { Item } from './nodes/policy.ts';
import type { Span } from './nodes/span.ts';
import { defineApplication, defineArgument, defineChoice, defineOperand, defineRemaining } from './operand.ts';
import { defineName, defineNames, definePath, definePaths, defineQuoted } from './path.ts';
import { definePayer } from './payer.ts';
import { defineAssumed, defineOpen } from './pending.ts';
import { definePolicy, defineVocabulary } from './policy.ts';
import { defineAllotment, defineDeferral, defineDue, defineOrder, definePosting } from './posting.ts';
import { defineProperty } from './property.ts';
import { defineNotARule, defineReconciliation } from './reconciliation.ts';
import { defineScenario } from './scenario.ts';
import { defineSetting } from './setting.ts';
import { defineAxis, defineCrossRow, defineListRow, defineResult, defineTable } from './table.ts';
import { defineTilt, defineTiltLine } from './tilt.ts';
import { type Trouble, troubles } from './trouble.ts';
import { defineEnumValue, defineType } from './type.ts';
import { defineJoinStay, defineSplitStay } from './stay.ts';
import { defineAssertion, defineUnexpressed } from './unexpressed.ts';
import { defineWaitingPeriod } from './waiting-period.ts';

/** A rule of the grammar that gives a `T`. */
export type Rule<T> = ParserMethod<[], T>;

/** Where the statement being read begins, and the rule that reads it. */
export interface StatementStart {
  readonly from: number;
  readonly rule: string;
}

export class Grammar extends EmbeddedActionsParser {
  file = '';
  private length = 0;
  private stream: readonly t.Token[] = [];
  /** How many } there are more than {: these may close a block whose { is missing. */
  surplus = 0;
  /** The block just read has no }: what follows is not on its line. */
  broken = false;
  /** Columns of the table being read, without the result. */
  axes = 0;
  /** What is left of the declaration being read when it breaks. */
  unread: (() => Item | undefined) | undefined;
  /** The name of the construct being read: what is left of it when the rest cannot be read. */
  named: t.Token | undefined;
  statement: StatementStart = { from: 0, rule: 'file' };
  readonly troubles: Trouble[] = [];
  readonly reported: Diagnostic[] = [];

  readonly fileRule = defineFile(this);
  readonly vocabulary = defineVocabulary(this);
  readonly policy = definePolicy(this);
  readonly amendment = defineAmendment(this);
  readonly scenario = defineScenario(this);
  readonly property = defineProperty(this);
  readonly item = defineItem(this);
  readonly setting = defineSetting(this);
  readonly declaration = defineDeclaration(this);
  readonly field = defineField(this);
  readonly items = defineItems(this);
  readonly computed = defineComputed(this);
  readonly type = defineType(this);
  readonly enumValue = defineEnumValue(this);
  readonly bill = defineBill(this);
  readonly billPart = defineBillPart(this);
  readonly payer = definePayer(this);
  readonly constraint = defineConstraint(this);
  readonly parameter = defineParameter(this);
  readonly definition = defineDefinition(this);
  readonly formal = defineFormal(this);
  readonly value = defineValue(this);
  readonly exception = defineException(this);
  readonly adjustment = defineAdjustment(this);
  readonly again = defineAgain(this);
  readonly bands = defineBands(this);
  readonly band = defineBand(this);
  readonly citation = defineCitation(this);
  readonly splitStay = defineSplitStay(this);
  readonly joinStay = defineJoinStay(this);
  readonly unexpressed = defineUnexpressed(this);
  readonly notARule = defineNotARule(this);
  readonly reconciliation = defineReconciliation(this);
  readonly assertion = defineAssertion(this);
  readonly table = defineTable(this);
  readonly axis = defineAxis(this);
  readonly membership = defineMembership(this);
  readonly crossRow = defineCrossRow(this);
  readonly listRow = defineListRow(this);
  readonly cell = defineCell(this);
  readonly prefixed = definePrefixed(this);
  readonly constant = defineConstant(this);
  readonly result = defineResult(this);
  readonly accumulator = defineAccumulator(this);
  readonly posting = definePosting(this);
  readonly due = defineDue(this);
  readonly deferral = defineDeferral(this);
  readonly allotment = defineAllotment(this);
  readonly order = defineOrder(this);
  readonly eligibility = defineEligibility(this);
  readonly waitingPeriod = defineWaitingPeriod(this);
  readonly benefit = defineBenefit(this);
  readonly benefitLine = defineBenefitLine(this);
  readonly deductible = defineDeductible(this);
  readonly ratio = defineRatio(this);
  readonly cap = defineCap(this);
  readonly measure = defineMeasure(this);
  readonly tilt = defineTilt(this);
  readonly tiltLine = defineTiltLine(this);
  readonly guarantee = defineGuarantee(this);
  readonly allocation = defineAllocation(this);
  readonly receiver = defineReceiver(this);
  readonly receivingItems = defineReceivingItems(this);
  readonly together = defineTogether(this);
  readonly change = defineChange(this);
  readonly addition = defineAddition(this);
  readonly expression = defineExpression(this);
  readonly condition = defineCondition(this);
  readonly sum = defineSum(this);
  readonly product = defineProduct(this);
  readonly operand = defineOperand(this);
  readonly choice = defineChoice(this);
  readonly open = defineOpen(this);
  readonly assumed = defineAssumed(this);
  readonly fold = defineFold(this);
  readonly remaining = defineRemaining(this);
  readonly application = defineApplication(this);
  readonly argument = defineArgument(this);
  readonly name = defineName(this);
  readonly names = defineNames(this);
  readonly path = definePath(this);
  readonly paths = definePaths(this);
  readonly quoted = defineQuoted(this);

  constructor() {
    super(t.VOCABULARY, { recoveryEnabled: true, maxLookahead: 2, errorMessageProvider: troubles((one) => this.note(one)) });
    this.performSelfAnalysis();
  }

  /** Prepares for another file. */
  start(file: string, length: number, stream: readonly t.Token[]): void {
    this.file = file;
    this.length = length;
    this.named = undefined;
    this.broken = false;
    this.surplus = stream.reduce((sum, token) => sum - braceOf(token), 0);
    this.stream = stream;
    this.statement = { from: 0, rule: 'file' };
    this.troubles.length = 0;
    this.reported.length = 0;
    this.input = [...stream];
  }

  rule<T>(name: string, read: () => T, instead: () => T): Rule<T> {
    return this.RULE(name, read, { recoveryValueFunc: instead });
  }

  /** A rule of a declaration: when the rest of it cannot be read, its name is still kept. */
  declared<T extends Item>(name: string, read: () => T, instead: () => T): Rule<T> {
    const kept = (): T | undefined => (this.named ? instead() : undefined);
    return this.rule(
      name,
      () => {
        this.act(() => {
          this.unread = kept;
        });
        return read();
      },
      instead,
    );
  }

  take(type: TokenType, idx = 0): t.Token {
    return tokenOf(this.consume(idx, type));
  }

  /** Takes a keyword. */
  word(id: KeywordId, idx = 0): t.Token {
    return this.take(t.typeOf(id), idx);
  }

  one<T>(rule: Rule<T>, idx = 0): T {
    return this.subrule(idx, rule);
  }

  maybe<T>(idx: number, read: () => T, gate?: () => boolean): T | undefined {
    const got = this.option(idx, gate ? { GATE: gate, DEF: read, MAX_LOOKAHEAD: 1 } : { DEF: read, MAX_LOOKAHEAD: 1 });
    return this.RECORDING_PHASE ? undefined : got;
  }

  repeat(idx: number, read: () => void, gate?: () => boolean): void {
    this.many(idx, gate ? { GATE: gate, DEF: read, MAX_LOOKAHEAD: 1 } : { DEF: read, MAX_LOOKAHEAD: 1 });
  }

  /** The first alternative whose first token stands here. */
  choose<T>(idx: number, alternatives: readonly (() => T)[]): T {
    const alts: IOrAlt<T>[] = alternatives.map((ALT) => ({ ALT }));
    return this.or(idx, { DEF: alts, MAX_LOOKAHEAD: 1, IGNORE_AMBIGUITIES: true });
  }

  /** Runs only when there is a text: what looks into nodes stands in it. */
  act(run: () => void): void {
    this.ACTION(run);
  }

  /** Items joined by 、 */
  list<T>(idx: number, rule: Rule<T>): T[] {
    const all = [this.one(rule, idx)];
    this.repeat(idx, () => {
      this.take(t.ListComma, idx).role = 'list';
      all.push(this.one(rule, idx + 1));
    });
    return all;
  }

  /** The token `ahead` of what was read; undefined behind the end. */
  peek(ahead = 1): t.Token | undefined {
    const token = this.LA(ahead);
    return token instanceof t.Token ? token : undefined;
  }

  is(type: TokenType, ahead = 1): boolean {
    return this.peek(ahead)?.tokenType === type;
  }

  isWord(id: KeywordId, ahead = 1): boolean {
    return this.is(t.typeOf(id), ahead);
  }

  here(): number {
    return this.peek()?.start ?? this.length;
  }

  /** From `start` to the end of what was read. */
  since(start: number): Span {
    return { file: this.file, start, end: Math.max(start, this.peek(0)?.end ?? start) };
  }

  spanOf(token: t.Token | undefined): Span {
    return { file: this.file, start: token?.start ?? this.length, end: token?.end ?? this.length };
  }

  /** Nothing is made up at the end of a line: what is missing there is missing. */
  protected override canTokenTypeBeInsertedInRecovery(): boolean {
    const next = this.peek();
    return next !== undefined && next.kind !== 'end' && next.tokenType !== t.RightBrace;
  }

  report(one: Diagnostic): void {
    this.reported.push(one);
  }

  /** Keeps what went wrong, once for each statement. */
  note(one: Omit<Trouble, 'statement' | 'at'>, at = this.peek()): void {
    const { from } = this.statement;
    if (this.troubles.some((known) => known.statement.from === from)) return;
    this.troubles.push({ ...one, at, statement: this.statement });
    if (this.troubles.length > MOST_FINDINGS) while (this.peek()) this.skip();
  }

  skip(): void {
    this.SKIP_TOKEN();
  }

  /** Goes on to the end of the statement, over any block and any rows of a table in it. */
  skipStatement(): void {
    let depth = 0;
    const here = this.peek()?.index ?? this.stream.length;
    for (let at = Math.max(this.statement.from, 0); at < here; at++) depth += braceOf(this.stream[at]);
    for (let token = this.peek(); token; token = this.peek()) {
      if (depth <= 0 && token.kind === 'end' && !this.is(t.Bar, 2)) return;
      if (depth <= 0 && token.tokenType === t.RightBrace) return;
      depth += braceOf(token);
      this.skip();
    }
  }
}

const braceOf = (token: t.Token | undefined): number => (token?.tokenType === t.LeftBrace ? 1 : token?.tokenType === t.RightBrace ? -1 : 0);

const tokenOf = (token: IToken): t.Token => (token instanceof t.Token ? token : NOWHERE);

/** Stands for the tokens of the recording phase. */
const NOWHERE = new t.Token(t.Name, 'name', '', 0, 0);
