import type { TopLevel } from '../2-syntax/nodes/policy.ts';
import { parse } from '../2-syntax/parse.ts';

/** A text with what it declares and what it speaks of. */
export interface Spoken<T> {
  readonly of: T;
  /** Policies and vocabularies that stand in it. */
  readonly declares: ReadonlySet<string>;
  /** Policies and vocabularies that it needs and does not hold. */
  readonly needs: ReadonlySet<string>;
}

/** Which policies and vocabularies a text holds, and which it amends, tries out or takes from. */
export function spokenIn<T extends { readonly path: string; readonly text: string }>(file: T): Spoken<T> {
  const { items } = parse(file).tree;
  const declares = new Set(items.flatMap((item) => (item.kind === 'policy' || item.kind === 'vocabulary' ? [item.name.text] : [])));
  const needs = new Set(items.flatMap(namedBy).filter((name) => !declares.has(name)));
  return { of: file, declares, needs };
}

function namedBy(item: TopLevel): readonly string[] {
  if (item.kind === 'reconciliation') return [];
  if (item.kind !== 'policy' && item.kind !== 'vocabulary') return [item.policy.text];
  return item.items.flatMap((line) => ('from' in line && 'text' in line.from ? [line.from.text] : []));
}

/**
 * Texts that speak of each other, together: an amendment or a scenario with its policy, an heir with what it takes from. Texts that do not
 * stand apart, so that an error in one does not stop the others and the same name may stand in both.
 */
export function related<T>(files: readonly Spoken<T>[]): readonly (readonly Spoken<T>[])[] {
  const groups = new Map(files.map((file) => [file, [file]]));
  for (const file of files) {
    for (const other of files) {
      const [mine, theirs] = [groups.get(file) ?? [], groups.get(other) ?? []];
      if (mine === theirs || ![...file.needs].some((name) => other.declares.has(name))) continue;
      const joined = [...mine, ...theirs];
      for (const one of joined) groups.set(one, joined);
    }
  }
  return [...new Set(groups.values())];
}

/** Of the texts at hand those that the given ones need, step by step: what is taken from, and what is taken from there; with its amendments. */
export function neededBy<T>(given: readonly Spoken<T>[], atHand: readonly Spoken<T>[]): readonly Spoken<T>[] {
  const declared = new Set(given.flatMap(({ declares }) => [...declares]));
  const found = new Set<Spoken<T>>();
  const asked = new Set<string>();
  const queue = given.flatMap(({ needs }) => [...needs]);
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (asked.has(name) || declared.has(name)) continue;
    asked.add(name);
    for (const file of atHand) {
      if (found.has(file) || !(file.declares.has(name) || file.needs.has(name))) continue;
      // What only takes from the same place is no part of it.
      if (!file.declares.has(name) && file.declares.size > 0) continue;
      found.add(file);
      queue.push(...file.needs);
    }
  }
  return [...found];
}
