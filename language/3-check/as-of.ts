/**
 * `先付比例(编码) 于 发生日`: a dated definition as it stood on another day, by what is known when the law of the event is chosen. Each stretch of the
 * other day's axis gives the definition of its version; what that version's definition reads comes along under its own name, so that
 * every number keeps its source. Stretches that say the same are one. Before the first version there is no law: that is the law's gap.
 */
import { dayNumber, dayText } from '../../runtime/calendar/date.ts';
import { rational } from '../../runtime/money/rational.ts';
import type { Expression } from '../2-syntax/nodes/expression.ts';
import { asOfReads, asOfSubject } from '../diagnostics/types.ts';
import type { CivilDay, DefinitionModel, Expr, Type } from '../model/types.ts';
import { rewritten } from './analyses/rewritten.ts';
import { writtenOut } from './call.ts';
import { expect, infer } from './expression.ts';
import { printExpression } from './forms/print.ts';
import { addressOf, find } from './names.ts';
import type { Law, Site } from './site.ts';
import { inside } from './site.ts';
import { date, join } from './types.ts';

type AsOf = Extract<Expression, { readonly kind: 'asOf' }>;

/** What holds from a day on: the laws of the versions it may be, none before the policy is law. */
export interface Stretch {
  readonly from?: CivilDay;
  readonly laws: readonly Law[];
  /** Why it is open which of them it is. */
  readonly reasons: readonly string[];
}

/** The value as it stood on the day. */
export function inferAsOf(e: AsOf, site: Site, hint?: Type): Expr | undefined {
  const { law } = site;
  const day = expect(e.day, inside(site), date);
  const own = infer(e.subject, inside(site), hint);
  if (!day || !own) return undefined;
  const subject = subjectOf(e, law);
  if (!subject) {
    law.report(asOfSubject({ span: e.subject.span }));
    return undefined;
  }
  const stretches = law.stretches();
  // Without days of its own the policy has one version; a finding of its own says so.
  if (stretches.length === 0) return own;
  const pieces = stretches.map((stretch) => ({ from: stretch.from, ...pieceOf(stretch, e, own, site) }));
  const kept = pieces.filter((piece, at) => at === 0 || piece.key !== pieces[at - 1]?.key);
  if (!kept.every((piece) => piece.value !== undefined)) return undefined;
  const results = kept.flatMap((piece) => (piece.value ? [piece.value] : []));
  const [only] = results;
  if (only && results.length === 1) return only;
  const type = results.map((one) => one.type).reduce<Type | undefined>((all, one) => all && join(all, one), own.type) ?? own.type;
  const cuts = kept.slice(1).flatMap(({ from }) => (from ? [{ at: rational(BigInt(numberOf(from))), closed: false }] : []));
  return {
    kind: 'table',
    type,
    span: e.span,
    table: { address: site.at, axes: [{ kind: 'cuts', of: day, cuts }], grid: results.map((_, index) => index), results },
  };
}

const numberOf = ({ year, month, day }: CivilDay): number => dayNumber(year, month, day);

/** A named value or a call of one: nothing else has versions of its own. */
function subjectOf({ subject }: AsOf, law: Law): boolean {
  if (subject.kind !== 'reference' && subject.kind !== 'call') return false;
  const path = subject.kind === 'reference' ? subject.path : subject.callee;
  const entity = find(law.names, addressOf(path));
  return entity?.kind === 'definition' || entity?.kind === 'parameter' || entity?.kind === 'made' || entity?.kind === 'function';
}

interface Piece {
  readonly key: string;
  readonly value: Expr | undefined;
}

function pieceOf({ laws, reasons, from }: Stretch, e: AsOf, own: Expr, site: Site): Piece {
  const name = printExpression(e.subject);
  const [first] = laws;
  if (!first) return noneAt(e, own, site);
  const readings = laws.map((one) => reading(one, e, own, site));
  const keys = new Set(readings.map((one) => one.key));
  const [only] = readings;
  if (keys.size === 1 && only) return only;
  const why = reasons.length > 0 ? `: ${[...new Set(reasons)].join('、')}` : '';
  return {
    key: `open ${from ? dayText(numberOf(from)) : ''}`,
    value: openAt(e, `${name} 在这一天按哪一版没有定${why}`, own.type, site),
  };
}

/** No law on that day, or a law without it. */
function noneAt(e: AsOf, own: Expr, site: Site): Piece {
  const first = site.law.stretches().find((one) => one.laws.some((law) => subjectOf(e, law)))?.from;
  const until = first ? ` 在 ${dayText(numberOf(first))} 以前` : '';
  return { key: 'none', value: openAt(e.day, `${printExpression(e.subject)}${until}没有规定`, own.type, site) };
}

function openAt(e: Expression, reason: string, type: Type, site: Site): Expr {
  const { law } = site;
  const point = law.points.at({ address: law.pointAddress(site.at, e.span), reason, span: e.span, type, candidates: [] });
  return { kind: 'open', type, span: e.span, point, citations: site.citations };
}

/** The definition under one law. */
function reading(from: Law, e: AsOf, own: Expr, site: Site): Piece {
  const { law } = site;
  if (!subjectOf(e, from)) return noneAt(e, own, site);
  const plain = bodyOf(from, e, site);
  if (!plain) {
    law.report(asOfReads({ name: printExpression(e.subject), span: e.subject.span }));
    return { key: '', value: undefined };
  }
  const key = keyOf(plain, from, new Set());
  if (from === law) return { key, value: own };
  const mine = bodyOf(law, e, site);
  if (mine && keyOf(mine, law, new Set()) === key) return { key, value: own };
  const value = borrowed(plain, from, law);
  if (value) return { key, value: withArguments(value, e, site) };
  law.report(asOfReads({ name: printExpression(e.subject), span: e.subject.span }));
  return { key, value: undefined };
}

const slot = (at: number): string => `第${at + 1}项`;

/** What is read, the arguments still to be filled in. */
function bodyOf(from: Law, e: AsOf, site: Site): Expr | undefined {
  const { subject } = e;
  if (subject.kind === 'reference') {
    const model = from.modelOf(addressOf(subject.path));
    return model && { kind: 'definition', address: model.address, type: model.type, span: subject.span };
  }
  const entity = subject.kind === 'call' ? find(from.names, addressOf(subject.callee)) : undefined;
  if (entity?.kind !== 'function' || subject.kind !== 'call') return undefined;
  return writtenOut(entity, subject, { ...site, law: from, calls: [] }, (index, type) => ({
    kind: 'input',
    name: slot(index),
    type,
    span: subject.span,
  }));
}

function withArguments(value: Expr, { subject }: AsOf, site: Site): Expr {
  if (subject.kind !== 'call') return value;
  return rewritten(value, (one) => {
    const at = one.kind === 'input' ? subject.args.findIndex((_, index) => slot(index) === one.name) : -1;
    const given = at < 0 ? undefined : subject.args[at];
    return given && infer(given.value, inside(site), one.type);
  });
}

/** What the expression says, definitions read through: the same words and places give the same key. */
function keyOf(e: Expr, law: Law, within: Set<string>): string {
  const seen: string[] = [];
  const texts = JSON.stringify(e, (name, value: unknown) => {
    if (name === 'point') return undefined;
    return typeof value === 'bigint' ? `${value}n` : value;
  });
  rewritten(e, (one) => {
    if (one.kind === 'definition' && !within.has(one.address)) {
      within.add(one.address);
      const model = modelAt(law, one.address);
      const values = model ? [model.value, ...model.rounds.flat().flatMap(({ guard, value }) => (value ? [guard, value] : [guard]))] : [];
      const stages = model?.rounds.map((round) => round.map(({ how, join: by, name }) => `${name} ${how} ${by ?? ''}`).join());
      seen.push(`${one.address}=${stages?.join('再') ?? ''}${values.map((value) => keyOf(value, law, within)).join()}`);
    }
    return undefined;
  });
  return [texts, ...seen].join('\n');
}

/** A model by address, also the one before rounding, which is made with the rounded one. */
const modelAt = (law: Law, address: string): DefinitionModel | undefined => law.models().get(address) ?? law.modelOf(address);

/** The expression under the names that its definitions get here. */
function borrowed(e: Expr, from: Law, into: Law): Expr | undefined {
  const mark = markOf(from, into);
  let whole = true;
  const value = rewritten(e, (one) => {
    switch (one.kind) {
      case 'constant':
      case 'open':
        return one.address === undefined ? one : { ...one, address: `${one.address}${mark}` };
      case 'definition': {
        const address = borrow(one.address, mark, from, into);
        if (address === undefined) whole = false;
        return { ...one, address: address ?? one.address };
      }
      case 'remaining':
      case 'personal':
      case 'previous':
        whole = false;
        return one;
      default:
        return undefined;
    }
  });
  return whole ? value : undefined;
}

/** ` 于 2023-06-01`, the first day on which that law holds; where it is open which law holds, the version's own name. */
function markOf(from: Law, into: Law): string {
  const stretch = into.stretches().find(({ laws }) => laws.includes(from));
  return ` 于 ${stretch?.from && stretch.laws.length === 1 ? dayText(numberOf(stretch.from)) : from.version}`;
}

/** Takes a definition of another version over, with all that it reads; undefined when it depends on payments. */
function borrow(address: string, mark: string, from: Law, into: Law): string | undefined {
  const name = `${address}${mark}`;
  if (into.borrowed.has(name)) return name;
  const model = modelAt(from, address);
  if (!model || model.posting) return undefined;
  const value = borrowed(model.value, from, into);
  const rounds = model.rounds.map((round) =>
    round.map((adjustment) => {
      const guard = borrowed(adjustment.guard, from, into);
      const by = adjustment.value && borrowed(adjustment.value, from, into);
      return guard && (by || !adjustment.value) ? { ...adjustment, guard, ...(by ? { value: by } : {}) } : undefined;
    }),
  );
  const adjusted = rounds.map((round) => round.flatMap((one) => (one ? [one] : [])));
  if (!value || adjusted.some((round, at) => round.length < (rounds[at]?.length ?? 0))) return undefined;
  into.borrowed.set(name, {
    address: name,
    type: model.type,
    value,
    rounds: adjusted,
    form: { kind: 'definition' },
    span: model.span,
    citations: model.citations,
  });
  return name;
}
