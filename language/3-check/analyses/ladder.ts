/**
 * The ladder 国家 → 省 → 统筹区: which blocks a policy takes names from, and which of their amendments reach it. An amendment of a policy
 * above reaches the heir when it touches a name that comes down every step in between; a 改名 always does, for it rewrites what reads the name.
 */
import type { Path } from '../../2-syntax/node.ts';
import type { Amendment, Change, Inherits, Policy, Vocabulary } from '../../2-syntax/nodes/policy.ts';
import { declaredBy } from './item-names.ts';
import type { Law, Read } from './laws.ts';
import { readAmendment } from './laws.ts';

/** A block that names can be taken from, with its amendments. */
export interface Rung {
  readonly block: Policy | Vocabulary;
  readonly amendments: readonly Amendment[];
}

/** Every vocabulary and policy by name. */
export type Ladder = ReadonlyMap<string, Rung>;

/** The inherit lines of a block, those that its amendments add among them. */
export const inheritLines = ({ block, amendments }: Rung): readonly Inherits[] => [
  ...block.items.filter((item) => item.kind === 'inherits'),
  ...amendments.flatMap((one) =>
    one.changes.flatMap((change) => (change.kind === 'insert' && change.item.kind === 'inherits' ? [change.item] : [])),
  ),
];

/** The blocks above a block, nearest first, each once. A ring ends where it closes. */
export function rungsAbove(name: string, ladder: Ladder): readonly Rung[] {
  const found = new Map<string, Rung>();
  const queue = [name];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const rung = ladder.get(next);
    for (const line of rung ? inheritLines(rung) : []) {
      const above = ladder.get(line.from.text);
      if (!above || found.has(line.from.text)) continue;
      found.set(line.from.text, above);
      queue.push(line.from.text);
    }
  }
  return [...found.values()];
}

/** The amendments of policies above that reach a policy, read; each once. */
export function lawsAbove(rung: Rung, ladder: Ladder): readonly Law[] {
  const found = new Map<Amendment, Law>();
  const climb = (from: Rung, comes: (name: string) => boolean, path: ReadonlySet<string>): void => {
    for (const line of inheritLines(from)) {
      const above = ladder.get(line.from.text);
      if (!above || path.has(line.from.text)) continue;
      const replaced = new Set(line.overrides.map(({ text }) => text));
      const taken = new Set(line.names.map(({ text }) => text).filter((name) => !replaced.has(name) && comes(name)));
      for (const amendment of above.amendments) {
        if (found.has(amendment) || !amendment.changes.some((change) => touches(change, taken))) continue;
        const read: Read = readAmendment(amendment);
        if (read.law) found.set(amendment, read.law);
      }
      climb(above, (name) => taken.has(name), new Set([...path, line.from.text]));
    }
  };
  climb(rung, () => true, new Set([rung.block.name.text]));
  return [...found.values()];
}

/** Whether a change can alter what a name stands for. */
export function touches(change: Change, names: ReadonlySet<string>): boolean {
  const first = (path: Path): boolean => names.has(path.names[0]?.text ?? '');
  switch (change.kind) {
    case 'rename':
      return true;
    case 'replace':
    case 'extend':
    case 'stop':
      return first(change.path);
    case 'insert': {
      const { item } = change;
      if (item.kind === 'exception') return item.target === undefined || first(item.target);
      if (item.kind === 'again') return true;
      if (item.kind === 'inherits') return item.names.some(({ text }) => names.has(text));
      if (item.kind === 'tilt' && item.lines.some((line) => first(line.target))) return true;
      return declaredBy(item).some(({ text }) => names.has(text));
    }
  }
}
