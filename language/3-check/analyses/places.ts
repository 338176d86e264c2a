import type { Cell, Expression, Name } from '../../2-syntax/node.ts';
import type { Allocation, Bands, Definition, Exception, Receiver } from '../../2-syntax/nodes/declaration.ts';
import type { Addition, Item } from '../../2-syntax/nodes/policy.ts';
import { receiverName } from '../forms/allocation.ts';
import { type Chain, chainsOf } from '../forms/chain.ts';
import { isTable } from '../forms/measure.ts';
import { benefitPlaces } from './benefit-places.ts';
import { extended, withWideRows } from './extend.ts';
import { type Place, type Put, tiltPlaces, valuePlaces } from './place.ts';
import { rowsOf } from './rows.ts';

/** Every place, in the order of the text. */
export function placesOf(items: readonly Item[]): readonly Place[] {
  const chains = chainsOf(items);
  const workedOut = new Set(items.flatMap((item) => (item.kind === 'computed' ? [item.field.text] : [])));
  const single = items.flatMap((item, at) => {
    const feeds = (other: Item): boolean =>
      item.kind === 'accumulator' && other.kind === 'accumulator' && other.also === true && other.name.text === item.name.text;
    const put: Put = (next) =>
      items.flatMap((other, index) => (index !== at ? (next || !feeds(other) ? [other] : []) : next ? [next] : []));
    const name = 'name' in item && item.kind !== 'area' && item.name && 'text' in item.name ? item.name.text : undefined;
    const grows: readonly Place[] =
      name === undefined || item.kind === 'exception'
        ? []
        : [
            {
              names: [name],
              keys: [],
              extend: (lines) => {
                const longer = extended(item, lines);
                return longer && put(longer);
              },
            },
          ];
    return [...placesIn(item, put, chains, workedOut, () => withoutDefinition(items, at)), ...grows, ...guardPlaces(item, put, chains)];
  });
  return [...single, ...tablePlaces(items)];
}

/** A 表 under its own name: the whole of it, and each row with all its results. */
function tablePlaces(items: readonly Item[]): readonly Place[] {
  const tables = new Map<string, Definition[]>();
  for (const item of items)
    if (item.kind === 'definition' && item.among) tables.set(item.among.table, [...(tables.get(item.among.table) ?? []), item]);
  return [...tables].flatMap(([name, results]) => {
    const put = (next: readonly (Definition | undefined)[]): readonly Item[] =>
      items.flatMap((item) => {
        const at = item.kind === 'definition' ? results.indexOf(item) : -1;
        const one = next[at];
        return at < 0 ? [item] : one ? [one] : [];
      });
    const extend = (lines: readonly Addition[]): readonly Item[] | undefined => {
      const rows = lines.map((line) => (line.kind === 'rows' ? line.rows : undefined));
      const longer = rows.includes(undefined)
        ? undefined
        : withWideRows(
            results,
            rows.flatMap((some) => some ?? []),
          );
      return longer && put(longer);
    };
    const rows = results[0] && isTable(results[0].value) ? rowsOf(results[0].value) : [];
    return [
      { names: [name], keys: [], extend, remove: () => put([]) },
      ...rows.map(({ cells }, at) => ({ names: [name], keys: cells, remove: () => put(results.map((one) => withoutRow(one, at))) })),
    ];
  });
}

const withoutRow = (one: Definition, at: number): Definition =>
  one.value.kind === 'list' ? { ...one, value: { ...one.value, rows: one.value.rows.filter((_, index) => index !== at) } } : one;

function placesIn(
  item: Item,
  put: Put,
  chains: ReadonlyMap<Exception, Chain | undefined>,
  workedOut: ReadonlySet<string>,
  removeChain: () => readonly Item[],
): readonly Place[] {
  const remove = (): readonly Item[] => put(undefined);
  const named = (name: Name | undefined, value: Expression, change: (value: Expression) => Item): readonly Place[] =>
    name ? [{ names: [name.text], keys: [], value, put: (next) => put(change(next)), remove }] : [];
  switch (item.kind) {
    case 'definition':
    case 'due':
    case 'parameter':
      return [
        ...valuePlaces([item.name.text], item.value, (value) => put({ ...item, value })),
        { names: [item.name.text], keys: [], remove: removeChain },
      ];
    case 'bands':
      return [...bandPlaces(item, put), { names: [item.name.text], keys: [], remove }];
    case 'exception': {
      const target = chains.get(item)?.target;
      return target
        ? [
            adjusted(
              [...target.names.map((name) => name.text), item.name.text],
              target.keys.map((key) => key.cell),
              item,
              put,
            ),
          ]
        : [];
    }
    case 'tilt':
      return tiltPlaces([], item, put);
    case 'waitingPeriod':
      return [{ names: [item.name?.text ?? '等待期'], keys: [], value: item.length, put: (length) => put({ ...item, length }), remove }];
    case 'eligibility':
      return named(item.name, item.condition, (condition) => ({ ...item, condition }));
    case 'guarantee':
      return named(item.name, item.floor, (floor) => ({ ...item, floor }));
    case 'allocation':
      return [...named(item.name, item.amount, (amount) => ({ ...item, amount })), ...receiverPlaces(item, put)];
    case 'accumulator':
      // 另: it stands and goes with the line that it belongs to.
      if (item.also) return [];
      return item.value ? named(item.name, item.value, (value) => ({ ...item, value })) : [{ names: [item.name.text], keys: [], remove }];
    case 'posting':
      return item.value ? named(item.name, item.value, (value) => ({ ...item, value })) : [];
    case 'constraint':
      return named(item.name, item.condition, (condition) => ({ ...item, condition }));
    case 'benefit':
      return [...benefitPlaces(item, put), { names: [item.name.text], keys: [], remove }];
    case 'computed':
      return [
        ...valuePlaces([item.field.text], item.value, (value) => put({ ...item, value })),
        { names: [item.field.text], keys: [], remove },
      ];
    case 'field':
      // A field that is worked out is one place: how, not that there is such a field.
      return workedOut.has(item.name.text) ? [] : [{ names: [item.name.text], keys: [], remove }];
    case 'items':
      return [
        ...item.computed.flatMap((one) =>
          valuePlaces([item.name.text, one.field.name.text], one.value, (value) =>
            put({ ...item, computed: item.computed.map((other) => (other === one ? { ...one, value } : other)) }),
          ),
        ),
        { names: [item.name.text], keys: [], remove },
      ];
    case 'payer':
      return [{ names: [item.name.text], keys: [], remove }];
    default:
      return [];
  }
}

/** `年慢病.条件`, `大病支付.条件`, `住院标准.困难.条件`: what stands after 当. */
function guardPlaces(item: Item, put: Put, chains: ReadonlyMap<Exception, Chain | undefined>): readonly Place[] {
  const guarded =
    (item.kind === 'accumulator' && !item.also) ||
    item.kind === 'posting' ||
    item.kind === 'exception' ||
    item.kind === 'tilt' ||
    item.kind === 'guarantee' ||
    item.kind === 'constraint';
  if (!guarded || !item.guard || !item.name) return [];
  const target = item.kind === 'exception' ? chains.get(item)?.target : undefined;
  if (item.kind === 'exception' && !target) return [];
  return [
    {
      names: [...(target?.names.map((name) => name.text) ?? []), item.name.text, '条件'],
      keys: target?.keys.map((key) => key.cell) ?? [],
      value: item.guard,
      put: (guard) => put({ ...item, guard }),
    },
  ];
}

/** `账户支付.家人`: the most that a receiver takes, where it states one. */
function receiverPlaces(item: Allocation, put: Put): readonly Place[] {
  return item.receivers.flatMap((receiver, at) => {
    const name = receiverName(receiver);
    if (!receiver.limit || !name) return [];
    const replaced = (other: Receiver | undefined): readonly Item[] =>
      put({ ...item, receivers: item.receivers.flatMap((one, index) => (index === at ? (other ?? []) : one)) });
    return [
      {
        names: [item.name.text, name.text],
        keys: [],
        value: receiver.limit,
        put: (limit) => replaced({ ...receiver, limit }),
        ...(item.receivers.length > 1 ? { remove: () => replaced(undefined) } : {}),
      },
    ];
  });
}

/** `大病段[至 1.9万元]` is the ratio of the band that ends there; the last band is `[8.5万元 以上]` or `[其他]`. */
function bandPlaces(item: Bands, put: Put): readonly Place[] {
  return item.bands.flatMap((band, at) => {
    const { upTo, span } = band;
    const before = item.bands[at - 1]?.upTo;
    const high = (included: boolean): Cell => ({
      kind: 'interval',
      ...(upTo ? { high: { value: upTo, included, implied: included } } : {}),
      span,
    });
    const low = (included: boolean): Cell => ({
      kind: 'interval',
      ...(before ? { low: { value: before, included, implied: false } } : {}),
      span,
    });
    // Which end is closed cannot matter in 分段, so either spelling names the band.
    const keys: readonly Cell[] = upTo ? [high(true), high(false)] : [low(true), low(false), { kind: 'other', span }];
    const change = (next: Partial<typeof band>): readonly Item[] =>
      put({ ...item, bands: item.bands.map((other, index) => (index === at ? { ...other, ...next } : other)) });
    return keys.flatMap((key): readonly Place[] => [
      {
        names: [item.name.text],
        keys: [key],
        value: band.ratio,
        put: (ratio) => change({ ratio }),
        remove: () => put({ ...item, bands: item.bands.filter((_, index) => index !== at) }),
      },
      ...(upTo ? [{ names: [item.name.text, '上界'], keys: [key], value: upTo, put: (end: Expression) => change({ upTo: end }) }] : []),
    ]);
  });
}

function adjusted(names: readonly string[], keys: readonly Cell[], item: Exception, put: Put): Place {
  const { adjustment } = item;
  const remove = (): readonly Item[] => put(undefined);
  if (adjustment.how === 'waive') return { names, keys, remove };
  return { names, keys, value: adjustment.value, put: (value) => put({ ...item, adjustment: { ...adjustment, value } }), remove };
}

/** A definition goes with the exceptions that belong to it by standing after it. */
function withoutDefinition(items: readonly Item[], at: number): readonly Item[] {
  let end = at + 1;
  for (let next = end; next < items.length; next += 1) {
    const item = items[next];
    const follows = item?.kind === 'again' || (item?.kind === 'exception' && item.target === undefined);
    if (follows) end = next + 1;
    else if (item?.kind !== 'citation') break;
  }
  return [...items.slice(0, at), ...items.slice(end)];
}
