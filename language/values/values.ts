/**
 * Every value of a policy as it stands on a day. The places are those that an amendment can name, so that what is shown can be changed; a
 * value that several spellings name is listed once, under the shortest.
 */
import { dayFromText } from '../../runtime/calendar/date.ts';
import type { Citation } from '../2-syntax/nodes/declaration.ts';
import type { Expression } from '../2-syntax/nodes/expression.ts';
import type { Item, Policy, TopLevel } from '../2-syntax/nodes/policy.ts';
import type { Span } from '../2-syntax/nodes/span.ts';
import { earliest } from '../3-check/analyses/days.ts';
import { readBase } from '../3-check/analyses/laws.ts';
import type { Place } from '../3-check/analyses/place.ts';
import { placesOf } from '../3-check/analyses/places.ts';
import { keyText } from '../3-check/analyses/rows.ts';
import { ladderOfTexts, lawsAround, standing } from '../3-check/analyses/standing.ts';
import { nameAt } from '../3-check/forms/build.ts';
import { readLines } from '../3-check/forms/lines.ts';
import { printExpression, printName, readsAsOne } from '../3-check/forms/print.ts';
import { readQuantity } from '../3-check/literal.ts';
import { namer } from './naming.ts';
import type { StandingValue, ValueKind, ValuesOptions } from './standing-value.ts';

/** The values of a policy in the order of its text; none when the texts hold no policy by that name. */
export function valuesOf(blocks: readonly TopLevel[], policy: string, options: ValuesOptions = {}): readonly StandingValue[] {
  const ladder = ladderOfTexts(blocks);
  const rung = ladder.get(policy);
  if (rung?.block.kind !== 'policy') return [];
  const composed = standing(rung, ladder, dayOf(options.on) ?? lastDay(rung.block, lawsAround(rung, ladder)), dayOf(options.knownOn));
  const own: readonly Span[] = [rung.block.span, ...rung.amendments.map(({ span }) => span)];
  const cited = citationsIn(composed.items, blocks);
  const named = namer(composed.items);
  return chosen(placesOf(composed.items)).map(({ place, value }) => {
    const path = pathText(place, value.span);
    const inner = value.kind === 'assumed' ? value.value : value;
    const amount = inner.kind === 'quantity' ? readQuantity(inner)?.value : undefined;
    const changed = composed.provenance.get(value);
    return {
      path,
      ...named(place, value),
      kind: kindOf(inner),
      status: value.kind === 'assumed' ? 'assumed' : value.kind === 'open' ? 'open' : 'stated',
      text: printExpression(value),
      ...(inner.kind === 'open' ? {} : { literal: printExpression(inner) }),
      ...(amount ? { amount } : {}),
      source: value.span,
      citations: changed ? changed.citations.map(cited.said) : cited.of(value),
      ...(changed ? { changedBy: changed.amendment.span } : {}),
      amendable: own.some((span) => span.file === value.span.file && span.start <= value.span.start && value.span.end <= span.end),
    };
  });
}

const dayOf = (text: string | undefined): number | undefined => (text === undefined ? undefined : dayFromText(text));

/** The day after which nothing changes any more. */
function lastDay(policy: Policy, laws: ReturnType<typeof lawsAround>): number {
  const base = readBase(policy).law;
  const days = [...(base ? [earliest(base.effective)] : []), ...laws.map((law) => earliest(law.effective))];
  return Math.max(0, ...days.filter(Number.isFinite));
}

/** The places that hold a value, each once: the spelling with the fewest keys, then the first. */
function chosen(places: readonly Place[]): readonly { readonly place: Place; readonly value: Expression }[] {
  const best = new Map<Expression, Place>();
  for (const place of places) {
    const { value } = place;
    if (!value || !place.put || !statesSomething(value)) continue;
    const before = best.get(value);
    if (!before || place.keys.length < before.keys.length) best.set(value, place);
  }
  return [...best].map(([value, place]) => ({ place, value }));
}

/** A constant, or a formula with a number in it. A bare name is what another place says. */
function statesSomething(value: Expression): boolean {
  return CONSTANT.has(value.kind) || hasNumber(value);
}

const CONSTANT: ReadonlySet<Expression['kind']> = new Set<Expression['kind']>([
  'quantity',
  'date',
  'time',
  'text',
  'truth',
  'open',
  'assumed',
]);

const hasNumber = (node: unknown): boolean => {
  if (typeof node !== 'object' || node === null) return false;
  if (Array.isArray(node)) return node.some(hasNumber);
  if ('kind' in node && (node.kind === 'quantity' || node.kind === 'date')) return true;
  return Object.entries(node).some(([key, value]: [string, unknown]) => key !== 'span' && hasNumber(value));
};

const pathText = (place: Place, span: Span): string =>
  `${place.names.map((name) => printName(quotedWhereNeeded(name, span))).join('.')}${place.keys.length > 0 ? keyText(place.keys) : ''}`;

/** A name with a space or a mark in it is written in quotes. */
const quotedWhereNeeded = (text: string, span: Span) => ({ ...nameAt(text, span), quoted: !readsAsOne(text) });

function kindOf(value: Expression): ValueKind {
  switch (value.kind) {
    case 'quantity': {
      const kind = readQuantity(value)?.type.kind;
      return kind === 'fen' || kind === 'money'
        ? 'money'
        : kind === 'ratio' || kind === 'points' || kind === 'months' || kind === 'days'
          ? kind
          : 'number';
    }
    case 'date':
    case 'time':
      return 'date';
    case 'truth':
    case 'text':
    case 'open':
      return value.kind;
    default:
      return 'formula';
  }
}

interface Cited {
  readonly of: (value: Expression) => StandingValue['citations'];
  readonly said: (citation: Citation) => StandingValue['citations'][number];
}

/** Which sentences hold a value, by the rule that its place in the text belongs to. */
function citationsIn(items: readonly Item[], blocks: readonly TopLevel[]): Cited {
  const rules: { readonly span: Span; readonly citations: readonly Citation[] }[] = [];
  let before: readonly Citation[] = [];
  for (const item of items) {
    if (item.kind === 'citation') {
      before = [...before, item];
      continue;
    }
    if (item.kind === 'benefit') {
      const { lines } = readLines(item, before);
      rules.push(...item.lines.map((line) => ({ span: line.span, citations: [...lines.citationsOf(line), ...ownOf(line)] })));
    } else rules.push({ span: item.span, citations: [...before, ...ownOf(item)] });
    before = [];
  }
  const said: Cited['said'] = (citation) => ({
    document: citation.document.text,
    file: fileOf(citation, blocks),
    quote: citation.quote.text,
    span: citation.span,
  });
  return { said, of: (value) => rules.find(({ span }) => within(value.span, span))?.citations.map(said) ?? [] };
}

const ownOf = (node: object): readonly Citation[] =>
  'citations' in node && Array.isArray(node.citations) ? node.citations.filter(isCitation) : [];

const isCitation = (node: unknown): node is Citation => typeof node === 'object' && node !== null && 'quote' in node && 'document' in node;

/** The file that the 依据 line of the citing block names. */
function fileOf({ document: { text: alias }, span }: Citation, blocks: readonly TopLevel[]): string {
  const citing = blocks.find((block) => within(span, block.span));
  const policy = citing?.kind === 'amendment' ? citing.policy.text : citing && 'name' in citing ? citing.name.text : undefined;
  for (const block of blocks) {
    const items = itemsOf(block, policy);
    for (const item of items) if (item.kind === 'document' && item.alias.text === alias) return item.file.text;
  }
  return '';
}

const itemsOf = (block: TopLevel, policy: string | undefined): readonly Item[] => {
  if (block.kind === 'amendment')
    return block.policy.text === policy ? block.changes.flatMap((change) => (change.kind === 'insert' ? [change.item] : [])) : [];
  return (block.kind === 'policy' || block.kind === 'vocabulary') && block.name.text === policy ? block.items : [];
};

const within = (inner: Span, outer: Span): boolean => inner.file === outer.file && outer.start <= inner.start && inner.end <= outer.end;
