/** The built-in functions by name. Each reads its own arguments, because a few take names (已累计) or fixed figures (医保年度). */

import { itemKey, openingOnly } from '../diagnostics/accumulators.ts';
import type { Pair } from '../diagnostics/finding.ts';
import { argumentCount, argumentName, keyUnnamed, mismatch, notConstant } from '../diagnostics/types.ts';
import type { KeywordId } from '../keywords.ts';
import { KEYWORD_IDS, KEYWORDS, keywordOf } from '../keywords.ts';
import type { Expr, Type } from '../model/types.ts';
import type { Call } from './call.ts';
import { constantOf } from './constant.ts';
import { expect, infer, reportMissingUnit } from './expression.ts';
import { expectEntity } from './names.ts';
import { powerOf } from './power.ts';
import { askedFor } from './present.ts';
import { everything } from './reads.ts';
import type { Site } from './site.ts';
import { inside } from './site.ts';
import { bool, date, fen, fits, integer, isOrdered, join, money, months, number, points, ratio, time, typeWords } from './types.ts';

type BuiltIn = (e: Call, site: Site, hint?: Type) => Expr | undefined;

/** The arguments by position, when there are as many as wanted and none is named. */
function positional(e: Call, site: Site, least: number, most = least): readonly Call['args'][number][] | undefined {
  const name = e.callee.names[0]?.text ?? '';
  const named = e.args.find((one) => one.name);
  if (named?.name) {
    site.law.report(argumentName({ name: named.name.text, callee: name, names: [], span: named.name.span }));
    return undefined;
  }
  if (e.args.length >= least && e.args.length <= most) return e.args;
  const wanted: Pair = least === most ? [`${least} 项`, `${least}`] : [`${least} 项以上`, `${least} or more`];
  site.law.report(argumentCount({ name, wanted, given: e.args.length, span: e.span }));
  return undefined;
}

/** All arguments as values of one wanted type. */
function values(e: Call, site: Site, wanted: readonly Type[], each = inside(site)): readonly Expr[] | undefined {
  const args = positional(e, site, wanted.length);
  if (!args) return undefined;
  const found = args.map((argument, index) => {
    const type = wanted[index];
    return type && expect(argument.value, each, type);
  });
  return found.every((value) => value !== undefined) ? found : undefined;
}

const extreme =
  (kind: 'least' | 'greatest'): BuiltIn =>
  (e, site, hint) => {
    const args = positional(e, site, 2, 100);
    if (!args) return undefined;
    const needy = args.findIndex(({ value }) => value.kind !== 'open' && !(value.kind === 'assumed' && value.value.kind === 'open'));
    const lead = args[Math.max(needy, 0)];
    const first = lead && infer(lead.value, inside(site), hint);
    if (!first) return undefined;
    const of = args.map((argument) => (argument === lead ? first : infer(argument.value, inside(site), hint ?? first.type)));
    if (!of.every((value) => value !== undefined)) return undefined;
    let type: Type = first.type;
    for (const [index, value] of of.entries()) {
      const joined = isOrdered(value.type) ? join(type, value.type) : undefined;
      if (!joined) {
        const at = args[index]?.value;
        const sides = [
          { e: lead?.value, type: first.type },
          { e: at, type: value.type },
        ];
        const wanted: Pair = isOrdered(type) ? typeWords(type) : ['金额或数', 'an amount or a number'];
        if (!reportMissingUnit(sides, site)) site.law.report(mismatch({ is: typeWords(value.type), wanted, span: at?.span ?? e.span }));
        return undefined;
      }
      type = joined;
    }
    return type.kind === 'date' ? extremeDay(kind, of, e) : { kind, of, type: ranged(kind, of, type), span: e.span };
  };

/** The earliest or latest of some days: each is compared with the one so far. */
function extremeDay(kind: 'least' | 'greatest', of: readonly Expr[], { span }: Call): Expr | undefined {
  return of.reduce<Expr | undefined>((best, day) => {
    if (!best) return day;
    const better: Expr = { kind: 'compare', test: kind === 'least' ? '<' : '>', a: day, b: best, type: bool, span };
    return { kind: 'choose', if: better, then: day, otherwise: best, type: date, span };
  }, undefined);
}

/** 取大(0, x) is never below 0: the range of whole numbers follows the operands. */
function ranged(kind: 'least' | 'greatest', of: readonly Expr[], type: Type): Type {
  if (type.kind !== 'integer') return type;
  const ends = (end: 'min' | 'max'): readonly (bigint | undefined)[] =>
    of.map((value) => (value.type.kind === 'integer' ? value.type[end] : undefined));
  const pick = (found: readonly bigint[], low: boolean): bigint | undefined =>
    found.reduce<bigint | undefined>((best, one) => (best === undefined || one < best === low ? one : best), undefined);
  const some = (end: 'min' | 'max', low: boolean): bigint | undefined =>
    pick(
      ends(end).filter((one) => one !== undefined),
      low,
    );
  const all = (end: 'min' | 'max', low: boolean): bigint | undefined => (ends(end).includes(undefined) ? undefined : some(end, low));
  return kind === 'greatest' ? integer(some('min', false), all('max', false)) : integer(all('min', true), some('max', true));
}

const rounding =
  (mode: 'halfUp' | 'down' | 'up', unit: 'fen' | 'jiao' | 'yuan'): BuiltIn =>
  (e, site) => {
    const found = values(e, site, [money], { ...inside(site), rounded: true });
    return found?.[0] && { kind: 'round', of: found[0], mode, unit, type: fen, span: e.span };
  };

/** A number to a whole one. */
const toWhole =
  (mode: 'halfUp' | 'down' | 'up'): BuiltIn =>
  (e, site) => {
    const found = values(e, site, [number]);
    return found?.[0] && { kind: 'round', of: found[0], mode, unit: 'one', type: integer(), span: e.span };
  };

const ofDay =
  (kind: 'yearOf' | 'monthOf' | 'quarterOf' | 'dayKey' | 'monthStart', type: Type): BuiltIn =>
  (e, site) => {
    const found = values(e, site, [date]);
    return found?.[0] && { kind, day: found[0], type, span: e.span };
  };

const between =
  (kind: 'wholeMonths' | 'age' | 'hoursBetween', type: Type, of = date): BuiltIn =>
  (e, site) => {
    const found = values(e, site, [of, of]);
    return found?.[0] && found[1] && { kind, from: found[0], to: found[1], type, span: e.span };
  };

const dayOf: BuiltIn = (e, site) => {
  const found = values(e, site, [time]);
  return found?.[0] && { kind: 'dayOf', time: found[0], type: date, span: e.span };
};

const complement: BuiltIn = (e, site) => {
  const found = values(e, site, [ratio]);
  return found?.[0] && { kind: 'complement', of: found[0], type: ratio, span: e.span };
};

const asPoints: BuiltIn = (e, site) => {
  const found = values(e, site, [number]);
  return found?.[0] && { kind: 'asPoints', of: found[0], type: points, span: e.span };
};

/** 医保年度(日期, 起始月, 起始日) */
const benefitYear: BuiltIn = (e, site) => {
  const found = values(e, site, [date, integer(1n, 12n), integer(1n, 31n)]);
  if (!found) return undefined;
  const [day, ...start] = found;
  const figures = start.map((value) => {
    const known = constantOf(value);
    return known?.kind === 'number' ? Number(known.value.num) : undefined;
  });
  const [month, dayOfMonth] = figures;
  if (!day || month === undefined || dayOfMonth === undefined) {
    site.law.report(notConstant({ place: ['医保年度的起始月、日', 'The first month and day of a benefit year'], span: e.span }));
    return undefined;
  }
  return { kind: 'benefitYear', day, month, dayOfMonth, type: integer(), span: e.span };
};

function accumulatorOf(e: Call, site: Site): string | undefined {
  const name = e.callee.names[0]?.text ?? '';
  const first = e.args[0];
  if (!first || first.name) {
    site.law.report(argumentCount({ name, wanted: ['累计的名称', 'the name of an accumulator'], given: e.args.length, span: e.span }));
    return undefined;
  }
  if (first.value.kind !== 'reference') {
    site.law.report(mismatch({ is: ['式子', 'a formula'], wanted: ['累计的名称', 'the name of an accumulator'], span: first.value.span }));
    return undefined;
  }
  const { path } = first.value;
  const entity = expectEntity(site.law.names, path, ['accumulator'], ['累计的名称', 'the name of an accumulator'], site.law.report);
  if (entity) site.law.symbols.referPath(path, entity);
  return entity?.name;
}

/** What only an item in hand gives a key. */
const IN_HAND: ReadonlySet<Expr['kind']> = new Set(['item', 'member', 'allotted']);

/** 已累计(名, 键 = 式): the cell before this event, with other keys where they are stated. */
const accumulated: BuiltIn = (e, site) => {
  const { law } = site;
  const accumulator = accumulatorOf(e, site);
  const type = accumulator === undefined ? undefined : law.accumulatorType(accumulator);
  if (accumulator === undefined || !type) return undefined;
  const stated = new Map<string, Expr>();
  for (const argument of e.args.slice(1)) {
    const names = type.keys.map((one) => one.name);
    const key = type.keys.find((one) => one.name === argument.name?.text);
    if (!argument.name) law.report(keyUnnamed({ accumulator, names, span: argument.value.span }));
    else if (!key)
      law.report(argumentName({ name: argument.name.text, callee: `已累计(${accumulator})`, names, span: argument.name.span }));
    if (!key) return undefined;
    const value = infer(argument.value, inside(site), key.type);
    if (!value) return undefined;
    if (!fits(value.type, key.type)) {
      law.report(mismatch({ is: typeWords(value.type), wanted: typeWords(key.type), span: argument.value.span }));
      return undefined;
    }
    stated.set(key.name, value);
  }
  const keys: Expr[] = [];
  for (const { name, value } of type.keys) {
    const key = stated.get(name) ?? (value && !everything(value).some(({ kind }) => IN_HAND.has(kind)) ? value : undefined);
    if (!key) {
      const entity = law.names.entities.get(accumulator);
      const elsewhere = entity?.kind === 'accumulator' ? entity.of?.policy : undefined;
      law.report(itemKey({ name: accumulator, key: name, ...(elsewhere === undefined ? {} : { elsewhere }), span: e.span }));
      return undefined;
    }
    keys.push(key);
  }
  return { kind: 'accumulated', accumulator, keys, type: type.type, span: e.span };
};

/** 上期(名): the value one period earlier, inside 期初 only. */
const previous: BuiltIn = (e, site) => {
  const accumulator = accumulatorOf(e, site);
  if (accumulator === undefined || !positional(e, site, 1)) return undefined;
  if (!site.opening) {
    site.law.report(openingOnly({ span: e.span }));
    return undefined;
  }
  const type = site.law.accumulatorType(accumulator);
  return type && { kind: 'previous', accumulator, type: type.type, span: e.span };
};

/** 连乘(因数, 次数) */
const power: BuiltIn = (e, site, hint) => {
  const [factor, times] = positional(e, site, 2) ?? [];
  const base = factor && infer(factor.value, inside(site), hint);
  const count = times && expect(times.value, inside(site), integer());
  return base && count && powerOf(base, count, site.law, e.span);
};

/** 有(字段): whether the event states an optional field. */
const given: BuiltIn = (e, site) => {
  const [argument] = positional(e, site, 1) ?? [];
  const of = argument && infer(argument.value, { ...inside(site), known: 'all' });
  return argument && of && askedFor(of, argument.value, e.span, site.law);
};

/** Every built-in function by its keyword. */
const builtIns: Partial<Readonly<Record<KeywordId, BuiltIn>>> = {
  min: extreme('least'),
  max: extreme('greatest'),
  roundToFen: rounding('halfUp', 'fen'),
  roundToJiao: rounding('halfUp', 'jiao'),
  roundToYuan: rounding('halfUp', 'yuan'),
  roundDownToFen: rounding('down', 'fen'),
  roundDownToJiao: rounding('down', 'jiao'),
  roundDownToYuan: rounding('down', 'yuan'),
  roundUpToFen: rounding('up', 'fen'),
  roundUpToJiao: rounding('up', 'jiao'),
  roundUpToYuan: rounding('up', 'yuan'),
  roundToWhole: toWhole('halfUp'),
  roundDownToWhole: toWhole('down'),
  roundUpToWhole: toWhole('up'),
  complement,
  asPoints,
  wholeMonths: between('wholeMonths', months),
  hoursBetween: between('hoursBetween', integer(), time),
  dayOf,
  age: between('age', integer()),
  calendarYear: ofDay('yearOf', integer()),
  calendarMonth: ofDay('monthOf', integer()),
  quarter: ofDay('quarterOf', integer()),
  calendarDay: ofDay('dayKey', date),
  monthStart: ofDay('monthStart', date),
  insuranceYear: benefitYear,
  accumulated,
  previousPeriod: previous,
  given,
  power,
};

/** The built-in function of this name, in either language. */
export function builtInOf(name: string): BuiltIn | undefined {
  const id = keywordOf(name);
  return id && builtIns[id];
}

/** Names of all built-in functions, Chinese. */
export const builtInNames: readonly string[] = KEYWORD_IDS.filter((id) => builtIns[id]).map((id) => KEYWORDS[id].zh);
