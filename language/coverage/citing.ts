/** From a sentence of a document to the text that cites it, leaves it open or sets it aside: edits, never a whole new text. */
import type { Benefit } from '../2-syntax/nodes/benefit.ts';
import type { Citation } from '../2-syntax/nodes/declaration.ts';
import type { Amendment, Item, Policy, Tree } from '../2-syntax/nodes/policy.ts';
import type { Span } from '../2-syntax/nodes/span.ts';
import { citedChanges, citedRules } from '../3-check/analyses/cited-rules.ts';
import { figureOf, figuresIn, says } from '../3-check/analyses/figures.ts';
import { fold } from '../3-check/analyses/folding.ts';
import { readLines } from '../3-check/forms/lines.ts';
import type { TextEdit, Words } from '../diagnostics/diagnostic.ts';
import { type Declared, declaredAs } from './declaring.ts';
import { quoted } from './quoting.ts';

/** What citing would do. */
export type Citing =
  | {
      readonly ok: true;
      readonly edits: readonly TextEdit[];
      /** The rule that gets the sentence. */
      readonly rule: Span;
      /** Numbers of the rule that the sentence gives otherwise. */
      readonly differs: readonly string[];
      /** Numbers of the sentence; where some differ, those of the same kind. */
      readonly says: readonly string[];
    }
  | { readonly ok: false; readonly problem: Words };

const NO_RULE: Words = {
  zh: '光标不在一条规则上。先点一下要写出处的规则',
  en: 'The caret is on no rule. Click the rule that the sentence belongs to',
};

const ALREADY: Words = { zh: '这条规则已经引了这一句', en: 'The rule cites this sentence already' };

/** Lines that state no amount have no source. */
const SETTINGS: readonly Item['kind'][] = [
  'area',
  'scheme',
  'entry',
  'document',
  'effective',
  'published',
  'versionDay',
  'periodDay',
  'subject',
  'rounding',
  'onReversal',
  'moneyLimit',
  'booksOpen',
  'inherits',
  'refersTo',
  'payer',
  'unexpressed',
  'assertion',
];

interface Target {
  readonly span: Span;
  /** Quotes that already belong to it and to which another is added. */
  readonly citations: readonly Citation[];
}

const around = (span: Span, offset: number): boolean => span.start <= offset && offset <= span.end;

/** Writes a sentence as 出处 of the rule at a place. */
export function citeAt(
  trees: readonly Tree[],
  at: { readonly file: string; readonly offset: number },
  document: string,
  sentence: string,
  text: string,
): Citing {
  const block = trees.find(({ file }) => file === at.file)?.items.find((one) => around(one.span, at.offset));
  if (block?.kind !== 'policy' && block?.kind !== 'amendment') return { ok: false, problem: NO_RULE };
  const target = block.kind === 'policy' ? inPolicy(block, at.offset) : inAmendment(block, at.offset);
  if (!target) return { ok: false, problem: NO_RULE };
  const declared = declaredAs(trees, block, document);
  const line = `出处 ${declared.alias} ${quoted(sentence)}`;
  const last = target.citations.at(-1);
  const indent = indentAt(text, last?.span.start ?? target.span.start);
  const place = last ? last.span.end : target.span.start;
  const edit: TextEdit = { span: { file: at.file, start: place, end: place }, text: last ? `\n${indent}${line}` : `${line}\n${indent}` };
  const own = fold(sentence).text;
  if (target.citations.some((one) => fold(one.quote.text).text === own)) return { ok: false, problem: ALREADY };
  const figures = figuresIn(own);
  // Only numbers of a kind that the sentence speaks of can differ from it; what it is silent about another sentence may say.
  const kinds = new Set(figures.map((one) => one.of));
  const differs = numbersOf(block, target).filter((figure) => kinds.has(figure.of) && !says(figures, figure));
  return {
    ok: true,
    edits: withDeclaration(declared, edit),
    rule: target.span,
    differs: [...new Set(differs.map((one) => one.text))],
    says: [
      ...new Set(
        figures
          .filter((one) => one.of !== undefined && (differs.length === 0 || differs.some(({ of }) => of === one.of)))
          .map((one) => one.text),
      ),
    ],
  };
}

/** Two insertions at one place are one. */
export function withDeclaration({ edit }: Declared, own: TextEdit): readonly TextEdit[] {
  if (!edit) return [own];
  return edit.span.start === own.span.start && own.span.start === own.span.end
    ? [{ span: own.span, text: `${edit.text}${own.text}` }]
    : [edit, own];
}

/** White space that a line begins with. */
export const indentAt = (text: string, offset: number): string =>
  /^[ \t\u3000]*/u.exec(text.slice(text.lastIndexOf('\n', offset - 1) + 1))?.[0] ?? '';

const citationsIn = (node: object): readonly Citation[] => ('citations' in node && Array.isArray(node.citations) ? node.citations : []);

function inPolicy(policy: Policy, offset: number): Target | undefined {
  const at = policy.items.findIndex((item) => around(item.span, offset));
  const item = policy.items[at];
  if (!item) return undefined;
  const before: Citation[] = [];
  for (let index = at - 1; index >= 0; index -= 1) {
    const one = policy.items[index];
    if (one?.kind !== 'citation') break;
    before.unshift(one);
  }
  // On a 出处 line the rule is the one it stands above.
  if (item.kind === 'citation') {
    const next = policy.items.slice(at).find((one) => one.kind !== 'citation');
    return (
      next && { span: next.span, citations: policy.items.slice(at, policy.items.indexOf(next)).filter((one) => one.kind === 'citation') }
    );
  }
  return ofItem(item, before, offset);
}

function ofItem(item: Item, before: readonly Citation[], offset: number): Target | undefined {
  if (SETTINGS.includes(item.kind)) return undefined;
  if (item.kind === 'benefit') return inBenefit(item, before, offset);
  const own = citationsIn(item);
  return { span: item.span, citations: own.length > 0 ? own : before };
}

function inBenefit(benefit: Benefit, before: readonly Citation[], offset: number): Target {
  const { lines } = readLines(benefit, before);
  const line = benefit.lines.find((one) => around(one.span, offset));
  if (line?.kind === 'citation') return { span: benefit.span, citations: [line] };
  if (line) {
    const own = citationsIn(line);
    const inside = lines.citationsOf(line).filter((one) => one.span.start > benefit.span.start);
    return { span: line.span, citations: own.length > 0 ? own : inside };
  }
  const first = benefit.lines[0];
  const leading = benefit.lines.filter(
    (one, index) => one.kind === 'citation' && benefit.lines.slice(0, index).every((other) => other.kind === 'citation'),
  );
  return { span: first?.span ?? benefit.span, citations: leading.filter((one) => one.kind === 'citation') };
}

function inAmendment(amendment: Amendment, offset: number): Target | undefined {
  const change = amendment.changes.find((one) => around(one.span, offset));
  if (!change || change.kind === 'rename') {
    const line = amendment.changes.flatMap((one) => (one.kind === 'rename' ? [] : one.citations)).find((one) => around(one.span, offset));
    const next = line && amendment.changes.find((one) => one.kind !== 'rename' && one.citations.includes(line));
    return next && line ? { span: next.span, citations: [line] } : undefined;
  }
  if (change.kind === 'insert') {
    const own = change.item.kind === 'benefit' ? inBenefit(change.item, [], offset) : ofItem(change.item, [], offset);
    if (!own) return undefined;
    if (own.citations.length > 0 || (change.item.kind === 'benefit' && own.span !== change.item.span)) return own;
    return { span: change.span, citations: change.citations };
  }
  return { span: change.span, citations: change.citations };
}

/** Figures of the target: those of the block's numbers that stand in it. */
function numbersOf(block: Policy | Amendment, { span }: Target) {
  const rules = block.kind === 'policy' ? citedRules(block) : citedChanges(block);
  const own = rules.flatMap((rule) => rule.numbers).filter((number) => span.start <= number.span.start && number.span.end <= span.end);
  return own.flatMap((number) => figureOf(number) ?? []);
}
