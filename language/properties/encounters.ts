/**
 * Patients for 性质: a person and a sequence of visits, drawn from the policy's typed fields and biased to the values that the subject's
 * rules ask for. Everything shrinks towards the plainest patient: one visit, first values, small amounts.
 */
import fc from 'fast-check';
import { dayText } from '../../runtime/calendar/date.ts';
import { addMonths } from '../../runtime/calendar/period.ts';
import type { InputField, PolicyIr } from '../../runtime/ir/types.ts';
import { yuanFromFen } from '../../runtime/money/fen.ts';
import type { Interest } from './interest.ts';

/** A field's value while it is drawn: fen as big integers, days as day numbers. */
export type Drawn = bigint | number | string | boolean | readonly string[];

/** One item of a list: drawn values by field name. */
export type DrawnItem = Readonly<Record<string, Drawn>>;

/** Under this key a visit has its items, by list. */
export const ITEMS: unique symbol = Symbol('items');

/** One visit: drawn values by field name. */
export type Visit = Readonly<Record<string, Drawn>> & { readonly [ITEMS]?: Readonly<Record<string, readonly DrawnItem[]>> };

/** The fields that stand for the day of a visit: all of them are the same day here. */
const VISIT_DAYS = ['就诊日', '结算日'];

/** Several visits of one person in order of arrival; at least one. */
export function visits(policy: PolicyIr, interest: Interest): fc.Arbitrary<readonly Visit[]> {
  const fields = policy.inputs.map((field, index) => ({ field, index }));
  const visitDays = visitDayFields(policy);
  // A field that the policy works out is left to it where items are drawn, and drawn itself where there are none.
  const computed = policy.programs.flatMap((program) => program.computed.map(({ input }) => policy.inputs[input]?.name ?? ''));
  const own = fields.filter(
    ({ field, index }) => index !== policy.person && !field.bill && !visitDays.includes(field.name) && !computed.includes(field.name),
  );
  const parts = (policy.bill?.parts ?? []).flatMap((index) => policy.inputs[index] ?? []);
  const person = fc.record(Object.fromEntries(own.map(({ field, index }) => [field.name, valuesOf(field, index, interest)])));
  const visit = fc.record({
    day: dayNear(interest),
    bill: fc.record(Object.fromEntries(parts.map((part, index) => [part.name, index === 0 ? amount(interest) : rest(interest)]))),
    // What changed since the person was described; most visits change nothing.
    items: itemsOf(policy, interest, computed.length > 0),
    changes: fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: changes(own, interest) }),
  });
  return fc.tuple(person, fc.array(visit, { minLength: 1, maxLength: 4 })).map(([described, events]) => {
    const always = daysBefore(described, policy, events[0]?.day ?? 0);
    return events.map(
      ({ day, bill, items, changes: changed }): Visit => ({
        [policy.inputs[policy.person]?.name ?? '']: '甲',
        ...Object.fromEntries(visitDays.map((name) => [name, day])),
        ...always,
        ...daysBefore(changed, policy, day),
        ...(items ? Object.fromEntries(Object.entries(bill).filter(([name]) => !computed.includes(name))) : bill),
        ...(items ? { [ITEMS]: onDays(items, policy, day) } : {}),
      }),
    );
  });
}

type Items = Readonly<Record<string, readonly DrawnItem[]>>;

/** A few items for each list; sometimes none is given where the fields that follow from them can be. */
function itemsOf({ lists }: PolicyIr, interest: Interest, orFields: boolean): fc.Arbitrary<Items | undefined> {
  if (lists.length === 0) return fc.constant(undefined);
  const drawn = fc.record(
    Object.fromEntries(
      lists.map(({ name, fields }) => [
        name,
        fc.array(fc.record(Object.fromEntries(fields.map((field) => [field.name, valuesOf(field, -1, interest)]))), { maxLength: 4 }),
      ]),
    ),
  );
  return orFields ? fc.oneof({ weight: 3, arbitrary: drawn }, { weight: 1, arbitrary: fc.constant(undefined) }) : drawn;
}

/** Days of items are drawn as days before the visit. */
const onDays = (items: Items, { lists }: PolicyIr, day: number): Items =>
  Object.fromEntries(
    lists.map(({ name, fields }) => [
      name,
      (items[name] ?? []).map((item) =>
        Object.fromEntries(
          fields.flatMap((field) => {
            const value = item[field.name];
            if (value === undefined) return [];
            return [[field.name, field.type.kind === 'date' && typeof value === 'number' ? day - (value % 30) : value] as const];
          }),
        ),
      ),
    ]),
  );

/** The lists of a visit as a caller would give them. */
export const givenItems = (visit: Visit, { lists }: PolicyIr): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    lists.flatMap(({ name, fields }) => {
      const items = visit[ITEMS]?.[name];
      if (!items) return [];
      const texts = (item: DrawnItem): Readonly<Record<string, unknown>> =>
        Object.fromEntries(
          fields.flatMap((field) => (item[field.name] === undefined ? [] : [[field.name, given(field, item[field.name] ?? '')]])),
        );
      return [[name, items.map(texts)] as const];
    }),
  );

/** The same in words: "{ 类别 药品; 金额 10.00元 } { … }". */
export const shownItems = (visit: Visit, { lists }: PolicyIr): Readonly<Record<string, string>> =>
  Object.fromEntries(
    lists.flatMap(({ name, fields }) => {
      const items = visit[ITEMS]?.[name];
      if (!items) return [];
      const words = (item: DrawnItem): string =>
        fields
          .flatMap((field) => (item[field.name] === undefined ? [] : [`${field.name} ${shown(field, item[field.name] ?? '')}`]))
          .join('; ');
      return [[name, items.length === 0 ? '无' : items.map((item) => `{ ${words(item)} }`).join(' ')] as const];
    }),
  );

/** Date fields that are the day of the visit itself: the usual ones, and those that choose law and period. */
export function visitDayFields({ inputs, versionDay, periodDay }: PolicyIr): readonly string[] {
  const chosen = [inputs[versionDay]?.name, inputs[periodDay]?.name];
  return inputs
    .filter(({ name, type }) => type.kind === 'date' && (VISIT_DAYS.includes(name) || chosen.includes(name)))
    .map(({ name }) => name);
}

/** Values of one field by its name; days near the days at which the law changes. */
export function fieldValue(policy: PolicyIr, name: string, interest: Interest): fc.Arbitrary<Drawn> {
  const index = policy.inputs.findIndex((field) => field.name === name);
  const field = policy.inputs[index];
  if (!field) throw new Error(`the checked property names ${name}, which the policy does not have`);
  return field.type.kind === 'date' ? dayNear(interest) : valuesOf(field, index, interest);
}

type Own = { readonly field: InputField; readonly index: number };

const changes = (own: readonly Own[], interest: Interest): fc.Arbitrary<Visit> =>
  own.length === 0
    ? fc.constant({})
    : fc
        .array(fc.oneof(...own.map(({ field, index }) => valuesOf(field, index, interest).map((value) => [field.name, value] as const))), {
          maxLength: 3,
        })
        .map(Object.fromEntries<Drawn>);

/** Other dates are drawn as months and days before the visit. */
const daysBefore = (fields: Visit, { inputs }: PolicyIr, day: number): Visit =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      const isDate = inputs.some((field) => field.name === name && field.type.kind === 'date');
      return [name, isDate && typeof value === 'number' ? addMonths(day, -Math.floor(value / 3)) + (value % 3) - 1 : value];
    }),
  );

function valuesOf(field: InputField, index: number, interest: Interest): fc.Arbitrary<Drawn> {
  const { type } = field;
  switch (type.kind) {
    case 'enum': {
      const names = (field.values ?? []).map(({ name }) => name);
      const asked = interest.values.get(index) ?? [];
      const all = fc.constantFrom(...names);
      return asked.length === 0 ? all : fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...asked) }, { weight: 1, arbitrary: all });
    }
    case 'set':
      return fc.subarray((field.values ?? []).map(({ name }) => name));
    case 'bool':
      return fc.boolean();
    case 'date':
      return monthsBefore(interest);
    case 'integer':
      return wholeNumber(field, interest);
    case 'months':
    case 'days':
      return fc.bigInt({ min: 0n, max: 60n });
    case 'money':
      return amount(interest);
    case 'ratio':
    case 'points':
      return fc.integer({ min: 0, max: 100 }).map((percent) => (percent === 100 ? '1' : `0.${String(percent).padStart(2, '0')}`));
    case 'number':
      return fc.integer({ min: 0, max: 100 }).map(String);
    case 'time':
      return fc.constantFrom('2023-01-01 00:00', '2023-01-01 12:30', '2023-01-03 12:30', '2023-01-04 12:31');
    case 'text':
      return fc.constantFrom('甲', '乙', '丙');
  }
}

/** Thirds of months before the visit (a third each for the day before, of and after), near the lengths that rules mention. */
function monthsBefore({ months }: Interest): fc.Arbitrary<number> {
  const anywhere = fc.integer({ min: 0, max: 3 * 120 + 2 });
  const near = months.flatMap((length) => [3 * length, 3 * length + 1, 3 * length + 2]);
  return near.length === 0
    ? anywhere
    : fc.oneof({ withCrossShrink: true }, { weight: 4, arbitrary: anywhere }, { weight: 1, arbitrary: fc.constantFrom(...near) });
}

function wholeNumber({ min, max }: InputField, { integers }: Interest): fc.Arbitrary<Drawn> {
  const low = min === undefined ? 0n : BigInt(min);
  const high = max === undefined ? low + 10n : BigInt(max);
  const near = integers.flatMap((n) => [n - 1n, n, n + 1n]).filter((n) => n >= low && (max === undefined || n <= high));
  const anywhere = fc.bigInt({ min: low, max: high });
  return near.length === 0 ? anywhere : fc.oneof({ withCrossShrink: true }, anywhere, fc.constantFrom(...near));
}

const top = ({ fen }: Interest): bigint => 2n * (fen.at(-1) ?? 0n) + 100_000n;

/** Fen: anything up to twice the largest boundary, or a boundary. */
export const amount = (interest: Interest): fc.Arbitrary<bigint> =>
  fc.oneof({ withCrossShrink: true }, fc.bigInt({ min: 0n, max: top(interest) }), fc.constantFrom(...interest.fen));

/** The other parts of a bill are nothing most of the time. */
const rest = (interest: Interest): fc.Arbitrary<bigint> =>
  fc.oneof(
    { withCrossShrink: true },
    { weight: 3, arbitrary: fc.constant(0n) },
    { weight: 1, arbitrary: fc.bigInt({ min: 0n, max: top(interest) }) },
  );

const dayNear = ({ days }: Interest): fc.Arbitrary<number> => {
  const first = days[0] ?? 0;
  const last = days.at(-1) ?? 0;
  return fc.oneof({ withCrossShrink: true }, fc.integer({ min: first, max: last + 366 }), fc.constantFrom(...days));
};

/** A drawn value as a caller would give it. */
export function given(field: InputField, value: Drawn): unknown {
  if (typeof value === 'bigint') return field.type.kind === 'money' ? yuanFromFen(value) : Number(value);
  return field.type.kind === 'date' && typeof value === 'number' ? dayText(value) : value;
}

/** The same, in words: "1000.00元", "特困、低保". */
export function shown(field: InputField, value: Drawn): string {
  const text = given(field, value);
  if (Array.isArray(text)) return text.length === 0 ? '无' : text.join('、');
  return field.type.kind === 'money' ? `${String(text)}元` : String(text);
}
