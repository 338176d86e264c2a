import { Gap, type Result } from './gap.ts';
import type { Given, Item } from './state.ts';

/**
 * Told which fields of an event settling it reads: whatever is not read cannot change the answer. A list is named by its name, and each field
 * of its items as "项目.金额".
 */
export interface Watch {
  /** Read for the result. */
  readonly fields: Set<string>;
  /** Read to hold the event against itself: 约束, and figures that are worked out as well as given. */
  readonly checked: Set<string>;
  /** Read by a 约束 that does not hold. */
  readonly broken: Set<string>;
  /** Cells of the ledger that were read, by their names. */
  readonly cells: Map<string, WatchedCell>;
}

/** A cell as an opening names it. */
export interface WatchedCell {
  readonly policy: string;
  readonly accumulator: string;
  /** The person among them. */
  readonly keys: readonly string[];
  readonly money: boolean;
}

/** The event as it is, each reading noted. */
export function watchedBy(into: Set<string>, { policy: { ir }, inputs, lists }: Given): Pick<Given, 'inputs' | 'lists'> {
  return {
    inputs: noting(inputs, (index) => into.add(ir.inputs[index]?.name ?? '')),
    lists: noting(
      lists.map((items, list) => {
        const name = ir.lists[list]?.name ?? '';
        if (items instanceof Gap) return items;
        return items.map((item): Item => noting<Result>(item, (field) => into.add(`${name}.${ir.lists[list]?.fields[field]?.name ?? ''}`)));
      }),
      (list) => into.add(ir.lists[list]?.name ?? ''),
    ),
  };
}

const noting = <One>(all: readonly One[], note: (index: number) => void): readonly One[] =>
  new Proxy(all, {
    get: (target, key) => {
      if (typeof key === 'string' && /^\d+$/.test(key)) note(Number(key));
      return Reflect.get(target, key);
    },
  });
