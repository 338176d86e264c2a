/** 拆单 and 并单: which fields say when a stay begins and ends, which stays they are about, and by what day items belong to a part. */

import { monthLength } from '../../runtime/calendar/date.ts';
import type { Expression } from '../2-syntax/nodes/expression.ts';
import type { Path } from '../2-syntax/nodes/span.ts';
import type { JoinStay, SplitStay } from '../2-syntax/nodes/stay.ts';
import * as say from '../diagnostics/stays.ts';
import type { Expr, JoinModel, SplitModel } from '../model/types.ts';
import { constantOf } from './constant.ts';
import { expect, infer } from './expression.ts';
import type { Entity } from './names.ts';
import { everything } from './reads.ts';
import type { Law } from './site.ts';
import { inside, siteAt } from './site.ts';
import { bool, days } from './types.ts';

/** A stay that is split; undefined when a line of it has a finding. `periodDay` is the field of 归属日. */
export function checkSplit(node: SplitStay, law: Law, periodDay: string): SplitModel | undefined {
  const from = dayField(node.from, law);
  const to = dayField(node.to, law);
  const by = node.by && itemDay(node.by, law);
  const guard = node.guard && fieldsOnly(expect(node.guard, inside(siteAt(law, '拆单', [])), bool), law);
  const begins = node.begins && firstDay(node.begins, law);
  if (from === undefined || to === undefined || (node.by && !by) || (node.guard && !guard) || (node.begins && !begins)) return undefined;
  if (from === to) {
    law.report(say.oneDay({ name: from, span: node.to.span }));
    return undefined;
  }
  if (periodDay !== from && periodDay !== to) {
    law.report(say.periodOutside({ periodDay, from, to, span: node.span }));
    return undefined;
  }
  return {
    period: node.period,
    ...(begins ? { begins } : {}),
    from,
    to,
    ...(by ? { by } : {}),
    ...(guard ? { guard } : {}),
    span: node.span,
  };
}

/** An earlier visit that becomes part of a stay. */
export function checkJoin(node: JoinStay, law: Law): JoinModel | undefined {
  const site = inside(siteAt(law, '并单', []));
  const earlier = fieldsOnly(expect(node.earlier, site, bool), law);
  const stay = fieldsOnly(expect(node.stay, site, bool), law);
  const from = dayField(node.from, law, ['date', 'time']);
  const kind = typeOf(from, law);
  const to = dayField(node.to, law, kind ? [kind] : ['date', 'time']);
  const found = fieldsOnly(infer(node.within, site), law);
  if (!earlier || !stay || !found || from === undefined || to === undefined) return undefined;
  const unit = kind === 'time' && found.type.kind === 'integer' ? 'hours' : 'days';
  const within = unit === 'hours' ? found : expect(node.within, site, days);
  const most = within && constantOf(within);
  if (most?.kind === 'number' && most.value.num < 0n) {
    law.report(say.withinNothing({ span: node.within.span }));
    return undefined;
  }
  return within && { earlier, stay, from, to, within, unit, span: node.span };
}

const typeOf = (field: string | undefined, { names }: Law): 'date' | 'time' | undefined => {
  const entity = field === undefined ? undefined : names.entities.get(field);
  return entity?.kind === 'input' && entity.input.type.kind === 'time' ? 'time' : entity ? 'date' : undefined;
};

/** The month and the day on which a year begins; a day that every year has. */
function firstDay([month, day]: NonNullable<SplitStay['begins']>, law: Law): SplitModel['begins'] {
  const whole = (e: Expression): number => (e.kind === 'quantity' && e.unit === 'none' && e.value.den === 1n ? Number(e.value.num) : 0);
  const [m, d] = [whole(month), whole(day)];
  if (m >= 1 && m <= 12 && d >= 1 && d <= monthLength(2001, m)) return { month: m, day: d };
  law.report(say.noFirstDay({ span: { ...month.span, end: day.span.end } }));
  return undefined;
}

function entityOf(path: Path, law: Law): Entity | undefined {
  const [first] = path.names;
  const entity = first && law.names.entities.get(first.text);
  if (entity) law.symbols.referPath(path, entity);
  return entity;
}

function dayField(path: Path, law: Law, kinds: readonly ('date' | 'time')[] = ['date']): string | undefined {
  const entity = entityOf(path, law);
  if (
    entity?.kind === 'input' &&
    path.names.length === 1 &&
    path.keys.length === 0 &&
    kinds.some((kind) => kind === entity.input.type.kind)
  )
    return entity.name;
  law.report(say.noDayField({ kinds, name: path.names.map(({ text }) => text).join('.'), span: path.span }));
  return undefined;
}

function itemDay(path: Path, law: Law): SplitModel['by'] {
  const entity = entityOf(path, law);
  const name = path.names[1]?.text;
  const field = entity?.kind === 'list' && path.names.length === 2 ? entity.list.fields.find((one) => one.name === name) : undefined;
  if (entity?.kind === 'list' && field?.type.kind === 'date') return { list: entity.name, field: field.name };
  law.report(say.noItemDay({ name: path.names.map(({ text }) => text).join('.'), span: path.span }));
  return undefined;
}

/** Which event it is about is asked before anything is settled: only what came in with the event can tell. */
function fieldsOnly(e: Expr | undefined, law: Law, seen: Set<string> = new Set()): Expr | undefined {
  if (!e) return undefined;
  for (const part of everything(e)) {
    if (part.kind === 'remaining' || part.kind === 'personal' || part.kind === 'accumulated') {
      law.report(say.notOfEvent({ span: part.span }));
      return undefined;
    }
    if (part.kind !== 'definition' || seen.has(part.address)) continue;
    seen.add(part.address);
    const model = law.modelOf(part.address);
    if (model && !fieldsOnly(model.value, law, seen)) return undefined;
  }
  return e;
}
