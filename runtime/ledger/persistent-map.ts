/**
 * A map that is never seen to change: setting gives another map, and the old one keeps saying what it said. All versions share one table that
 * belongs to the newest; an older version only knows what was different and which version came next. Asking an older version turns the
 * differences between it and the table's owner round, so going back and forth costs as many turns as versions lie between. Streams that
 * go forward, and questions asked again and again of one version, pay one small object per change.
 */
export interface PersistentMap<V> {
  /** INVARIANT: following `next` leads to the one version that has the table. */
  state: Owner<V> | Difference<V>;
}

interface Owner<V> {
  readonly table: Map<string, V>;
}

interface Difference<V> {
  readonly key: string;
  /** What this version has under the key; undefined: nothing. */
  readonly value: V | undefined;
  readonly next: PersistentMap<V>;
}

/** A new map: each has its own table. */
export const emptyMap = <V>(): PersistentMap<V> => ({ state: { table: new Map() } });

/** The table, after making this version its owner. */
function tableOf<V>(map: PersistentMap<V>): Map<string, V> {
  if ('table' in map.state) return map.state.table;
  const path: { readonly map: PersistentMap<V>; readonly difference: Difference<V> }[] = [];
  let owner: PersistentMap<V> = map;
  for (let state = owner.state; 'key' in state; state = owner.state) {
    path.push({ map: owner, difference: state });
    owner = state.next;
  }
  const { table } = owner.state as Owner<V>;
  for (let step = path.pop(); step !== undefined; step = path.pop()) {
    const { key, value, next } = step.difference;
    next.state = { key, value: table.get(key), next: step.map };
    if (value === undefined) table.delete(key);
    else table.set(key, value);
    step.map.state = { table };
  }
  return table;
}

/** The value of a key. */
export const get = <V>(map: PersistentMap<V>, key: string): V | undefined => tableOf(map).get(key);

/** The map with one key set. */
export function set<V>(map: PersistentMap<V>, key: string, value: V): PersistentMap<V> {
  const table = tableOf(map);
  const after: PersistentMap<V> = { state: { table } };
  map.state = { key, value: table.get(key), next: after };
  table.set(key, value);
  return after;
}

/** The map without one key. */
export function without<V>(map: PersistentMap<V>, key: string): PersistentMap<V> {
  const table = tableOf(map);
  const before = table.get(key);
  if (before === undefined) return map;
  const after: PersistentMap<V> = { state: { table } };
  map.state = { key, value: before, next: after };
  table.delete(key);
  return after;
}

/** How many keys are set. */
export const sizeOf = <V>(map: PersistentMap<V>): number => tableOf(map).size;

/** All values as they are now, in no promised order. */
export const values = <V>(map: PersistentMap<V>): readonly V[] => [...tableOf(map).values()];
